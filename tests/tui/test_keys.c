/* The table of commands: one letter, one meaning; names of keys; and that all of it can be shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "tui/command.h"

static void names_and_keys_agree(void **state)
{
	static const char *const names[] = {"j",    "Space",  "Enter", "Esc",  "Tab",	"S-Tab",     "Ctrl-S", "Ctrl-_",
					    "PgDn", "Ctrl-Left", "F1", "F12", "?", ":", "*", "é", "山", "\U0001F600"};
	char out[KEY_NAME_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		uint32_t key = key_named(names[i], strlen(names[i]));

		assert_int_not_equal(key, K_NONE);
		assert_string_equal(key_to_name(key, out), names[i]);
	}
	assert_int_equal(key_named("F13", 3), K_NONE);
	assert_int_equal(key_named("Bogus", 5), K_NONE);
	assert_int_equal(key_named("", 0), K_NONE);
	assert_int_equal(key_named("\xc3", 1), K_NONE);
	assert_string_equal(key_to_name(K_NONE, out), "");
	assert_false(key_is_text(0x9b));
	assert_false(key_is_text(K_DELETE));
	assert_true(key_is_text(0x5c71));
}

/* Calls `each` with every key of every command. */
static void each_key(void (*each)(enum command command, uint32_t key, const char *name))
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const char *word = command_info(command)->keys;

		while (*word != '\0') {
			char name[KEY_NAME_SIZE] = "";
			size_t length = strcspn(word, " ");

			assert_true(length < sizeof(name));
			memcpy(name, word, length);
			each(command, key_named(name, length), name);
			word += length;
			word += strspn(word, " ");
		}
	}
}

static void is_a_key(enum command command, uint32_t key, const char *name)
{
	if (key == K_NONE)
		fail_msg("%s: no key is called \"%s\"", command_info(command)->label, name);
}

static enum command owner[128];

static void has_one_meaning(enum command command, uint32_t key, const char *name)
{
	if (!key_is_text(key) || key >= 128)
		return;
	if (owner[key] != COMMAND_NONE && owner[key] != command)
		fail_msg("\"%s\" means %s and %s", name, command_info(owner[key])->label,
			 command_info(command)->label);
	owner[key] = command;
}

/* Also for keys that are no letters: in each kind of screen a key leads to the command that names it. */
static void leads_to_command(enum command command, uint32_t key, const char *name)
{
	for (unsigned context = IN_LIST; context <= IN_FORM; context <<= 1) {
		if ((command_info(command)->contexts & context) == 0 || (context == IN_FORM && key_is_text(key)))
			continue;
		if (command_of_key(NULL, key, context) != command)
			fail_msg("\"%s\" is %s's, but leads to %s", name, command_info(command)->label,
				 command_info(command_of_key(NULL, key, context))->label);
	}
}

static void every_key_has_one_meaning(void **state)
{
	(void)state;
	each_key(is_a_key);
	each_key(has_one_meaning);
	each_key(leads_to_command);
	assert_int_equal(owner['j'], COMMAND_DOWN);
}

static void letters_are_typed_in_forms(void **state)
{
	(void)state;
	for (uint32_t key = K_SPACE; key < K_BACKSPACE; key++)
		assert_int_equal(command_of_key(NULL, key, IN_FORM), COMMAND_NONE);
	assert_int_equal(command_of_key(NULL, K_F1, IN_FORM), COMMAND_HELP);
	assert_int_equal(command_of_key(NULL, K_CTRL('N'), IN_FORM), COMMAND_COMPLETE);
	assert_int_equal(command_of_key(NULL, K_CTRL('N'), IN_LIST), COMMAND_DOWN);
}

static void keys_are_shown_by_kind_of_screen(void **state)
{
	char out[KEY_NAME_SIZE], cut[8];

	(void)state;
	assert_string_equal(command_key(NULL, COMMAND_HELP, IN_LIST, out), "?");
	assert_string_equal(command_key(NULL, COMMAND_HELP, IN_FORM, out), "F1");
	assert_string_equal(command_key(NULL, COMMAND_SAVE, IN_LIST, out), "");
	command_keys(NULL, COMMAND_BACK, IN_LIST, cut, sizeof(cut));
	assert_string_equal(cut, "q Esc"); /* whole names only */
}

/* A line of the help is two blanks, 15 cells of keys, 14 of label, and the rest of 80. */
static void help_fits_the_window(void **state)
{
	char keys[64];

	(void)state;
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const struct command_info *info = command_info(command);

		command_keys(NULL, command, info->contexts & IN_VIEWS ? IN_LIST : IN_FORM, keys, sizeof(keys));
		if (strlen(keys) > 14 || strlen(info->label) > 13 || strlen(info->help) > 49)
			fail_msg("the help of \"%s\" is wider than 80 cells", info->label);
		assert_true(strlen(info->label) > 0 && strlen(info->help) > 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_keys_agree),
		cmocka_unit_test(every_key_has_one_meaning),
		cmocka_unit_test(letters_are_typed_in_forms),
		cmocka_unit_test(keys_are_shown_by_kind_of_screen),
		cmocka_unit_test(help_fits_the_window),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
