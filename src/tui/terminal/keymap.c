/* Every line is taken first and judged then, so that two commands may change places. */
#include "tui/terminal/keymap.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"

static bool is_fixed(enum command command)
{
	return command == COMMAND_GO || command == COMMAND_STOP || command == COMMAND_REDRAW ||
	       command == COMMAND_SUSPEND;
}

/* "page_down" */
static const char *name_of(enum command command, struct ch_arena *arena)
{
	char *name = ch_arena_copy(arena, command_info(command)->name);

	for (char *at = name; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return name;
}

static enum command command_named(const char *name, struct ch_nearest *nearest, struct ch_arena *arena)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		if (strcasecmp(command_info(command)->name, name) == 0)
			return command;
		ch_nearest_try(nearest, name_of(command, arena));
	}
	return COMMAND_NONE;
}

/* The first word of `keys` that names no key; NULL where all do. */
static const char *wrong_key(const char *keys, struct ch_arena *arena)
{
	const char *word = keys + strspn(keys, " ");

	while (*word != '\0') {
		size_t length = strcspn(word, " ");

		if (key_named(word, length) == K_NONE)
			return ch_arena_copy_bytes(arena, word, length);
		word += length;
		word += strspn(word, " ");
	}
	return NULL;
}

static void take_line(struct keymap *keymap, int lines[COMMAND_COUNT], struct ch_preferences *preferences,
		      const char *file, int number, const struct ch_config_line *line)
{
	struct ch_nearest nearest = CH_NEAREST(line->key);
	enum command command = COMMAND_NONE;
	const char *wrong = line->value != NULL ? wrong_key(line->value, &preferences->arena) : NULL;

	if (line->key != NULL)
		command = command_named(line->key, &nearest, &preferences->arena);
	if (line->key == NULL) {
		ch_preferences_complain(preferences, file, number,
					_("a line is \"command = keys\", or a comment after #"));
	} else if (command == COMMAND_NONE) {
		ch_preferences_complain(preferences, file, number, _("\"%s\" is no command; the nearest is %s"),
					line->key, nearest.word != NULL ? nearest.word : "help");
	} else if (is_fixed(command)) {
		ch_preferences_complain(preferences, file, number, _("the keys of %s stay what they are"),
					name_of(command, &preferences->arena));
	} else if (wrong != NULL) {
		ch_preferences_complain(preferences, file, number,
					_("\"%s\" is no key; they are called as j, Space, Ctrl-S, PgDn, F2"), wrong);
	} else {
		keymap->keys[command] = line->value;
		lines[command] = number;
	}
}

/* The command besides `command` that has one of its keys in a kind of screen of its, and that key's name. */
static enum command conflict_of(const struct keymap *keymap, enum command command, char key_name[KEY_NAME_SIZE])
{
	static const unsigned kinds[] = {IN_LIST, IN_DETAIL, IN_BOARD, IN_TEXT, IN_FORM};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		char keys[256];
		const char *at = keys;

		command_keys(keymap, command, kinds[i], keys, sizeof(keys));
		while (*at != '\0') {
			size_t length = strcspn(at, " ");
			uint32_t key = key_named(at, length);

			for (enum command other = COMMAND_NONE + 1; other < COMMAND_COUNT; other++)
				if (other != command && command_has_key(keymap, other, key, kinds[i])) {
					key_to_name(key, key_name);
					return other;
				}
			at += length;
			at += strspn(at, " ");
		}
	}
	return COMMAND_NONE;
}

/* Takes one line back that conflicts; false where none does. */
static bool refuse_one(struct keymap *keymap, const int lines[COMMAND_COUNT], struct ch_preferences *preferences,
		       const char *file)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		char key[KEY_NAME_SIZE];
		enum command other = keymap->keys[command] != NULL ? conflict_of(keymap, command, key) : COMMAND_NONE;

		if (other == COMMAND_NONE)
			continue;
		ch_preferences_complain(preferences, file, lines[command],
					_("%s would mean both %s and %s; the line is left out"), key,
					name_of(command, &preferences->arena), name_of(other, &preferences->arena));
		keymap->keys[command] = NULL;
		return true;
	}
	return false;
}

void keymap_read(struct keymap *keymap, struct ch_preferences *preferences)
{
	const char *text = ch_preferences_text(preferences, "keys");
	const char *file = ch_arena_printf(&preferences->arena, "%s/keys", preferences->folder);
	struct ch_config_line line;
	int lines[COMMAND_COUNT] = {0}, number = 0;

	*keymap = (struct keymap){.keys = {NULL}};
	while (text != NULL && ch_config_next(&text, &number, &preferences->arena, &line))
		take_line(keymap, lines, preferences, file, number, &line);
	while (refuse_one(keymap, lines, preferences, file))
		;
}
