/* Preferences: the file, the environment over it, wrong lines, and setting one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include <cmocka.h>

#include "chiron/preference.h"
#include "support/temp_dir.h"

static void assert_file(struct temp_dir *dir, const char *wanted)
{
	char *text = temp_dir_read(dir, "config", NULL);

	assert_non_null(text);
	assert_string_equal(text, wanted);
	free(text);
}

static void read_file(struct temp_dir *dir, const char *text, struct ch_preferences *preferences)
{
	if (text != NULL)
		temp_dir_write(dir, "config", text);
	ch_preferences_read(preferences, temp_dir_file(dir, "config"));
}

static void without_a_file_all_is_as_it_begins(void **state)
{
	struct ch_preferences preferences;

	(void)state;
	ch_preferences_read(&preferences, NULL);
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++) {
		assert_string_equal(preferences.value[i], ch_preference_info((enum ch_preference)i)->initial);
		assert_null(preferences.origin[i]);
	}
	assert_int_equal(preferences.complaint_count, 0);
	ch_preferences_release(&preferences);
}

static void a_file_that_was_named_must_be_there(void **state)
{
	struct ch_preferences preferences;

	read_file(*state, NULL, &preferences);
	assert_int_equal(preferences.complaint_count, 1);
	assert_non_null(strstr(preferences.complaints[0], "No such file"));
	ch_preferences_release(&preferences);
}

static void wrong_lines_are_told_and_left_out(void **state)
{
	struct ch_preferences preferences;
	static const char *const told[] = {"line 2: there is no preference \"mouze\"; the nearest is mouse",
					   "line 3: there is no theme \"ligth\"",
					   "the nearest is light",
					   "line 4: escape_delay is \"fast\"; a number from 1 to 1000 is wanted",
					   "line 5: a line is \"name = value\"",
					   "line 7: color is \"loud\"; one of these is wanted: auto never"};
	char all[4096] = "";

	read_file(*state, "# mine\nmouze = off\ntheme = ligth\nescape_delay = fast\nnonsense\nmouse=off\ncolor = loud\n"
			  "  lines =  ascii \r\n",
		  &preferences);
	for (size_t i = 0; i < preferences.complaint_count; i++)
		strcat(all, preferences.complaints[i]);
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (strstr(all, told[i]) == NULL)
			fail_msg("\"%s\" is not among: %s", told[i], all);
	assert_true(ch_preference_is(&preferences, CH_PREFERENCE_LINES, "ascii"));
	assert_true(ch_preference_is(&preferences, CH_PREFERENCE_THEME, "dark"));
	assert_int_equal(ch_preference_number(&preferences, CH_PREFERENCE_ESCAPE_DELAY), 25);
	ch_preferences_release(&preferences);
}

static void the_environment_wins(void **state)
{
	struct ch_preferences preferences;

	setenv("CHIRON_MOUSE", "off", 1);
	setenv("CHIRON_THEME", "nobody", 1);
	read_file(*state, "mouse = auto\ntheme = mono\n", &preferences);
	unsetenv("CHIRON_MOUSE");
	unsetenv("CHIRON_THEME");
	assert_true(ch_preference_is(&preferences, CH_PREFERENCE_MOUSE, "off"));
	assert_string_equal(preferences.origin[CH_PREFERENCE_MOUSE], "$CHIRON_MOUSE");
	assert_true(ch_preference_is(&preferences, CH_PREFERENCE_THEME, "mono"));
	assert_int_equal(preferences.complaint_count, 1);
	assert_non_null(strstr(preferences.complaints[0], "$CHIRON_THEME"));
	ch_preferences_release(&preferences);
}

static void setting_one_keeps_the_rest(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_preferences preferences;

	read_file(*state, "# mine\n mouse = auto\nmouze = 1\nmouse = auto", &preferences);
	assert_int_equal(ch_preference_set(&preferences, CH_PREFERENCE_MOUSE, "off", &err), CH_OK);
	assert_int_equal(ch_preference_set(&preferences, CH_PREFERENCE_THEME, "light", &err), CH_OK);
	assert_file(*state, "# mine\nmouse = off\nmouze = 1\ntheme = light\n");
	assert_int_equal(ch_preference_set(&preferences, CH_PREFERENCE_MOUSE, "maybe", &err), CH_DATA);
	assert_file(*state, "# mine\nmouse = off\nmouze = 1\ntheme = light\n");
	ch_preferences_release(&preferences);
}

/* What would not be read to its end is not written anew without the rest. */
static void a_file_too_long_is_left_as_it_is(void **state)
{
	enum { LENGTH = 300000 };
	struct ch_error err = CH_NO_ERROR;
	struct ch_preferences preferences;
	char *text = malloc(LENGTH + 1);

	assert_non_null(text);
	memset(text, '#', LENGTH);
	text[LENGTH] = '\0';
	read_file(*state, text, &preferences);
	assert_int_equal(preferences.complaint_count, 1);
	assert_non_null(strstr(preferences.complaints[0], "it is no file of settings"));
	assert_int_equal(ch_preference_set(&preferences, CH_PREFERENCE_MOUSE, "off", &err), CH_IO);
	assert_file(*state, text);
	ch_preferences_release(&preferences);
	free(text);
}

/* A pipe that nobody writes to would be waited for without end. */
static void a_pipe_is_no_file(void **state)
{
	struct ch_preferences preferences;
	const char *path = temp_dir_file(*state, "pipe");

	assert_int_equal(mkfifo(path, 0600), 0);
	ch_preferences_read(&preferences, path);
	assert_int_equal(preferences.complaint_count, 1);
	assert_non_null(strstr(preferences.complaints[0], "it is no file"));
	ch_preferences_release(&preferences);
}

static void a_folder_that_is_missing_is_made(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_preferences preferences;

	ch_preferences_read(&preferences, temp_dir_file(*state, "some/where/config"));
	assert_int_equal(ch_preference_set(&preferences, CH_PREFERENCE_COLOR, "never", &err), CH_OK);
	ch_preferences_release(&preferences);
	ch_preferences_read(&preferences, temp_dir_file(*state, "some/where/config"));
	assert_true(ch_preference_is(&preferences, CH_PREFERENCE_COLOR, "never"));
	ch_preferences_release(&preferences);
}

static void a_theme_of_ones_own_comes_first(void **state)
{
	struct ch_preferences preferences;
	const char *file;

	ch_preferences_read(&preferences, temp_dir_file(*state, "config"));
	assert_non_null(strstr(ch_theme_text(&preferences, "dark", &file), "urgent = red"));
	assert_string_equal(file, "dark.theme");
	assert_null(ch_theme_text(&preferences, "none", &file));
	for (size_t i = 0; ch_theme_name(i) != NULL; i++)
		assert_non_null(ch_theme_text(&preferences, ch_theme_name(i), &file));
	ch_preferences_release(&preferences);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, temp_dir_setup, temp_dir_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_file_all_is_as_it_begins),
		TEST(a_file_that_was_named_must_be_there),
		TEST(wrong_lines_are_told_and_left_out),
		TEST(the_environment_wins),
		TEST(setting_one_keeps_the_rest),
		TEST(a_file_too_long_is_left_as_it_is),
		TEST(a_pipe_is_no_file),
		TEST(a_folder_that_is_missing_is_made),
		TEST(a_theme_of_ones_own_comes_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
