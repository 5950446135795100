/*
 * Keys of a person's own, from the file `keys` beside their preferences.
 *
 * A line is "page_down = PgDn Ctrl-F": a command of command.def by its name,
 * and all the keys it is to have. What is not named keeps its keys. Where a key
 * would mean two commands in the same kind of screen the line is refused, with
 * both named. The keys that work whatever is open, and the numbers of the
 * screens, stay.
 */
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "chiron/preference.h"
#include "tui/command.h"

struct keymap {
	const char *keys[COMMAND_COUNT]; /* as in struct command_info; NULL: those of the table */
};

/* Reads the file, where there is one, into `keymap`, whose texts live in the preferences. */
void keymap_read(struct keymap *keymap, struct ch_preferences *preferences);

#endif
