/*
 * The commands of the full-screen terminal, from command.def.
 *
 * A command is a meaning with keys; what it does here is said by the bindings
 * of a screen (app.h). A command without a binding is neither dispatched nor
 * shown.
 */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include <stdbool.h>

#include "chiron/arena.h"
#include "tui/terminal/key.h"

enum command {
	COMMAND_NONE,
#define COMMAND(id, keys, contexts, hint, label, help) COMMAND_##id,
#include "tui/command.def"
#undef COMMAND
	COMMAND_COUNT
};

/* The kinds of screen. In forms letters are typed, so printable keys are no commands there. */
enum {
	IN_LIST = 1 << 0,
	IN_DETAIL = 1 << 1,
	IN_BOARD = 1 << 2,
	IN_TEXT = 1 << 3, /* a text to read, as the help */
	IN_VIEWS = IN_LIST | IN_DETAIL | IN_BOARD | IN_TEXT,
	IN_FORM = 1 << 4
};

struct command_info {
	const char *name; /* "PAGE_DOWN", in whatever letters, in the file of one's own keys */
	const char *keys; /* names, parted by a blank */
	unsigned contexts;
	bool hint;
	const char *label, *help; /* not yet translated */
};

/* Its row of the table; `command` is none but COMMAND_NONE. */
const struct command_info *command_info(enum command command);

struct keymap; /* a person's own keys (keymap.h); NULL below: those of the table */

/* The command that `key` means in a screen of kind `context`; COMMAND_NONE where it means none. */
enum command command_of_key(const struct keymap *keymap, uint32_t key, unsigned context);

bool command_has_key(const struct keymap *keymap, enum command command, uint32_t key, unsigned context);

/* The name of the first of its keys that works in `context`, into `out`; "" where none does. Returns `out`. */
char *command_key(const struct keymap *keymap, enum command command, unsigned context, char out[KEY_NAME_SIZE]);

/* All its key names that work in `context`, parted by blanks, cut to `size`. */
void command_keys(const struct keymap *keymap, enum command command, unsigned context, char *out, size_t size);

/*
 * How a text says what to press for the command with this name ("ADD"): its key, or ":" and its label where it has
 * none. For ch_translate_keys(), with the keymap.
 */
const char *command_said(const void *keymap, const char *name, struct ch_arena *arena);

#endif
