/* What a list shows, written to a file by `w`: its formats, its filter, what is there already, giving up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

/* Asks for the name of the file in the folder of the test, and enters it. */
static void write_to(struct scheme *s, const char *name)
{
	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, name));
	scheme_keys(s, "Enter");
}

static void what_is_shown_is_written(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "w");
	SHOWS(s, "Write to: people-2026-11-23.csv");
	SHOWS(s, ".csv, .xlsx or .json");
	scheme_keys(s, "Esc f");
	scheme_type(s, "okafor");
	scheme_keys(s, "Enter");
	write_to(s, "some.csv");
	SHOWS(s, "Written: ");
	char *text = temp_dir_read(s->dir, "some.csv", NULL);
	assert_non_null(text);
	assert_non_null(strstr(text, "scheme_id,person_id,"));
	assert_non_null(strstr(text, "Chen Okafor"));
	assert_non_null(strstr(text, "Dara Okafor"));
	assert_null(strstr(text, "Wen Patel"));
	free(text);
}

static void open_actions_are_written(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Actions", actions_open);
	write_to(s, "actions.json");
	SHOWS(s, "Written: ");
	char *text = temp_dir_read(s->dir, "actions.json", NULL);
	assert_non_null(strstr(text, "\"state\":\"open\""));
	assert_null(strstr(text, "\"state\":\"done\""));
	free(text);
}

static void another_ending_is_refused(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Sessions", sessions_open);
	write_to(s, "sessions.doc");
	SHOWS(s, "! the name of an export ends in .csv, .json or .xlsx");
	assert_false(temp_dir_has(s->dir, "sessions.doc"));
	scheme_keys(s, "Backspace Backspace Backspace x l s x Enter");
	SHOWS(s, "Written: ");
	assert_true(temp_dir_has(s->dir, "sessions.xlsx"));
}

static void nothing_is_replaced_unasked(void **state)
{
	struct scheme *s = *state;

	temp_dir_write(s->dir, "pairings.csv", "mine\n");
	scheme_show(s, "Pairs", pairs_open);
	write_to(s, "pairings.csv");
	SHOWS(s, "Type yes, or Esc:");
	scheme_keys(s, "Esc");
	char *text = temp_dir_read(s->dir, "pairings.csv", NULL);
	assert_string_equal(text, "mine\n");
	free(text);
	write_to(s, "pairings.csv");
	scheme_type(s, "yes");
	scheme_keys(s, "Enter");
	SHOWS(s, "Written: ");
	text = temp_dir_read(s->dir, "pairings.csv", NULL);
	assert_non_null(strstr(text, "Wen Patel"));
	free(text);
}

static void a_folder_that_is_not_there_is_named(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	write_to(s, "none/people.csv");
	HIDES(s, "Written");
	SHOWS(s, "none/people.csv");
}

static void stopped_nothing_of_it_is_left(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_stop_work(s, true);
	write_to(s, "people.csv");
	HIDES(s, "Written");
	SHOWS(s, "stopped");
	assert_false(temp_dir_has(s->dir, "people.csv"));
}

/* What saves in a form does here what Enter does. */
static void ctrl_s_writes_too(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, "some.csv"));
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Written: ");
	assert_true(temp_dir_has(s->dir, "some.csv"));
}

/* An empty menu says why it is. */
static void what_nothing_is_called_is_said(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "x");
	scheme_type(s, "zzzz");
	SHOWS(s, "Nothing is called that. Ctrl-U shows all again");
}

static void participants_write_no_lists(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	scheme_show(s, "Sessions", sessions_open);
	scheme_keys(s, "w");
	SHOWS(s, "w does nothing here");
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_is_shown_is_written),	     TEST(open_actions_are_written),
		TEST(another_ending_is_refused),     TEST(nothing_is_replaced_unasked),
		TEST(a_folder_that_is_not_there_is_named), TEST(stopped_nothing_of_it_is_left),
		TEST(participants_write_no_lists), TEST(ctrl_s_writes_too),
		TEST(what_nothing_is_called_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
