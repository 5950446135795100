/* The table of commands, and walking the key names in it. */
#include "tui/command.h"

#include <stdio.h>
#include <string.h>

#include "chiron/status.h"
#include "tui/terminal/keymap.h"

#define COMMAND(id, names, where, shown, called, line)                                                                 \
	[COMMAND_##id] = {                                                                                             \
		.name = #id, .keys = names, .contexts = where, .hint = shown, .label = called, .help = line},
static const struct command_info commands[COMMAND_COUNT] = {
#include "tui/command.def"
};
#undef COMMAND

const struct command_info *command_info(enum command command)
{
	return &commands[command];
}

/* The key that the next word of *names names, moving *names behind it; K_NONE at the end. */
static uint32_t next_key(const char **names, const char **word, size_t *length)
{
	*word = *names + strspn(*names, " ");
	*length = strcspn(*word, " ");
	*names = *word + *length;
	return key_named(*word, *length);
}

static const char *names_of(const struct keymap *keymap, enum command command)
{
	return keymap != NULL && keymap->keys[command] != NULL ? keymap->keys[command] : commands[command].keys;
}

static bool works_in(uint32_t key, enum command command, unsigned context)
{
	return (commands[command].contexts & context) != 0 && (context != IN_FORM || !key_is_text(key));
}

bool command_has_key(const struct keymap *keymap, enum command command, uint32_t key, unsigned context)
{
	const char *names = names_of(keymap, command), *word;
	size_t length;
	uint32_t candidate;

	while ((candidate = next_key(&names, &word, &length)) != K_NONE)
		if (candidate == key && works_in(key, command, context))
			return true;
	return false;
}

enum command command_of_key(const struct keymap *keymap, uint32_t key, unsigned context)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		if (command_has_key(keymap, command, key, context))
			return command;
	return COMMAND_NONE;
}

void command_keys(const struct keymap *keymap, enum command command, unsigned context, char *out, size_t size)
{
	const char *names = names_of(keymap, command), *word;
	size_t length, used = 0;
	uint32_t key;

	out[0] = '\0';
	while ((key = next_key(&names, &word, &length)) != K_NONE)
		if (works_in(key, command, context) && used + length + 2 < size)
			used += (size_t)snprintf(out + used, size - used, "%s%.*s", used > 0 ? " " : "", (int)length,
						 word);
}

char *command_key(const struct keymap *keymap, enum command command, unsigned context, char out[KEY_NAME_SIZE])
{
	command_keys(keymap, command, context, out, KEY_NAME_SIZE);
	out[strcspn(out, " ")] = '\0';
	return out;
}

static enum command command_named(const char *name)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		if (strcmp(commands[command].name, name) == 0)
			return command;
	ch_abort(name);
}

/* Where the text is a format a % would begin a value. */
const char *command_said(const void *keymap, const char *name, struct ch_arena *arena)
{
	enum command command = command_named(name);
	char key[KEY_NAME_SIZE];

	command_key(keymap, command, commands[command].contexts, key);
	if (*key == '\0' || strchr(key, '%') != NULL)
		return ch_arena_printf(arena, ":%s", commands[command].label);
	return ch_arena_copy(arena, key);
}
