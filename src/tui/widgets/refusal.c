#include "tui/widgets/refusal.h"

#include <ctype.h>
#include <string.h>

#include "tui/command.h"

#define SHELL_PREFIX "`chiron "

struct remedy {
	const char *typed;
	enum command command; /* COMMAND_NONE: a screen, or what only the shell has */
	const char *place;    /* a screen's number and name; for a command where its key works; not yet translated */
};

static const struct remedy remedies[] = {
#define REMEDY(typed, command, place) {typed, COMMAND_##command, place},
#define SCREEN(typed, screen) {typed, COMMAND_NONE, screen},
#define SHELL(typed, why) {typed, COMMAND_NONE, NULL},
#include "tui/widgets/remedy.def"
#undef REMEDY
#undef SCREEN
#undef SHELL
};

/* Of the words behind `chiron`; NULL where none fits. */
static const struct remedy *remedy_of(const char *words)
{
	const struct remedy *best = NULL;

	for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++) {
		size_t length = strlen(remedies[i].typed);

		if (strncmp(words, remedies[i].typed, length) == 0 && strchr(" `", words[length]) != NULL &&
		    (best == NULL || length > strlen(best->typed)))
			best = &remedies[i];
	}
	return best;
}

static void add_remedy(struct ch_buffer *out, const struct remedy *remedy, const struct keymap *keymap)
{
	const struct command_info *info = command_info(remedy->command);
	char key[KEY_NAME_SIZE];

	if (remedy->command == COMMAND_NONE) {
		ch_buffer_add(out, _(remedy->place));
		return;
	}
	if (*command_key(keymap, remedy->command, info->contexts, key) != '\0')
		ch_buffer_add(out, key);
	else
		ch_buffer_printf(out, ":%s", _(info->label));
	if (remedy->place != NULL)
		ch_buffer_printf(out, " %s", _(remedy->place));
}

void refusal_add_fix(struct ch_buffer *out, const char *fix, const struct keymap *keymap)
{
	const char *typed, *end;

	while ((typed = strstr(fix, SHELL_PREFIX)) != NULL) {
		const char *words = typed + strlen(SHELL_PREFIX);
		const struct remedy *remedy = remedy_of(words);

		end = strchr(words, '`');
		if (end == NULL)
			break;
		if (remedy != NULL && (remedy->command != COMMAND_NONE || remedy->place != NULL)) {
			ch_buffer_add_bytes(out, fix, (size_t)(typed - fix));
			add_remedy(out, remedy, keymap);
		} else {
			ch_buffer_add_bytes(out, fix, (size_t)(end + 1 - fix));
		}
		fix = end + 1;
	}
	ch_buffer_add(out, fix);
}

void refusal_add(struct ch_buffer *out, const char *message, const char *fix, const struct keymap *keymap)
{
	size_t begin;

	ch_buffer_printf(out, "! %s.", message);
	if (*fix == '\0')
		return;
	ch_buffer_add(out, " ");
	begin = out->length;
	refusal_add_fix(out, fix, keymap);
	ch_buffer_add(out, ".");
	/* A key stays as it is typed. */
	if (*fix != '`')
		out->text[begin] = (char)toupper((unsigned char)out->text[begin]);
}
