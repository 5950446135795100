/* Where there is no scheme: what is offered, what is made; and importing people, there and later. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include <stdio.h>

#include "scheme.h"
#include "tui/screens.h"

static const char roster[] = "Name,E-mail,Role\n"
			     "Ann Lee,ann@example.org,mentor\n"
			     "Bo Diaz,bo@example.org,mentee\n"
			     "Wen Patel,wen@example.org,mentor\n"
			     "Cy Ray,no address,mentee\n";

static enum ch_status make_demo(const struct ch_work *work, char *path_out, size_t size, struct ch_error *err)
{
	(void)work;
	(void)err;
	snprintf(path_out, size, "/demo.db");
	return CH_OK;
}

static enum ch_status no_demo(const struct ch_work *work, char *path_out, size_t size, struct ch_error *err)
{
	(void)work;
	(void)path_out;
	(void)size;
	return ch_fail(err, CH_CANT_CREATE, "the disk is full");
}

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Welcome", welcome_open);
	return s;
}

static void three_things_are_offered(void **state)
{
	struct scheme *s = *state;

	s->options.make_demo = make_demo;
	shown(state);
	SHOWS(s, "> 1  Start a scheme");
	SHOWS(s, "  2  Import a spreadsheet");
	SHOWS(s, "  3  Look at the demonstration");
	SHOWS_AT(s, 40, 10, "  3  Look at the demonstration");
	scheme_keys(s, "j j j k");
	SHOWS(s, "> 2  Import a spreadsheet");
	assert_false(temp_dir_has(s->dir, "scheme.db"));
}

static void the_demonstration_only_where_there_is_one(void **state)
{
	struct scheme *s = shown(state);

	HIDES(s, "demonstration");
	scheme_keys(s, "3");
	SHOWS(s, "Choose 1 to 2");
}

static void the_demonstration_is_opened_next(void **state)
{
	struct scheme *s = *state;

	s->options.make_demo = no_demo;
	shown(state);
	scheme_keys(s, "3");
	SHOWS(s, "! the disk is full");
	assert_false(s->app.quit);
	s->options.make_demo = make_demo;
	scheme_keys(s, "3");
	assert_true(s->app.quit);
	assert_string_equal(s->desk.next.text, "/demo.db");
}

static void a_scheme_is_started(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "1");
	SHOWS(s, "Start a scheme | 1 of 2");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! This is needed");
	assert_false(temp_dir_has(s->dir, "scheme.db"));
	scheme_type(s, "Riverside");
	scheme_keys(s, "Ctrl-S");
	assert_true(s->app.quit);
	assert_string_equal(s->desk.next.text, s->path);
	GOOD(s, ch_scheme_open(s->path, &s->c.scheme, &s->err));
	GOOD(s, ch_scheme_settings_get(&s->c, &s->arena, &s->desk.settings, &s->err));
	assert_string_equal(s->desk.settings.name, "Riverside");
}

static void a_spreadsheet_makes_the_scheme_too(void **state)
{
	struct scheme *s = shown(state);
	const char *path = ch_arena_copy(&s->arena, temp_dir_write(s->dir, "roster.csv", roster));

	scheme_keys(s, "2");
	scheme_type(s, "/nowhere/at/all.csv");
	scheme_keys(s, "Tab");
	scheme_type(s, "Riverside");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! There is no file /nowhere/at/all.csv");
	assert_false(temp_dir_has(s->dir, "scheme.db"));
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, path);
	scheme_keys(s, "Ctrl-S");
	assert_true(s->app.quit);
	assert_true(temp_dir_has(s->dir, "scheme.db"));
	assert_string_equal(s->desk.next_import.text, path);
}

/* ---- Importing ---- */

/* The import's screen over the people, with the result of a look ahead at the roster. */
static struct scheme *importing(void **state)
{
	struct scheme *s = *state;
	const char *path = ch_arena_copy(&s->arena, temp_dir_write(s->dir, "roster.csv", roster));

	scheme_show(s, "People", people_open);
	scheme_keys(s, "I");
	SHOWS(s, "Import people | 1 of 3");
	scheme_type(s, path);
	scheme_keys(s, "Ctrl-S");
	return s;
}

static void the_look_ahead_writes_nothing(void **state)
{
	struct scheme *s = importing(state);
	int64_t count;

	SHOWS(s, "Import people | a look ahead");
	SHOWS(s, "Nothing is written so far: I brings them in.");
	assert_non_null(strstr(scheme_row(s, "Rows read"), "   4"));
	assert_non_null(strstr(scheme_row(s, "  new "), "+   new       "));
	SHOWS(s, "Not brought in");
	SHOWS(s, "no address");
	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &count, &s->err));
	assert_int_equal(count, 8);
}

static void a_refused_file_says_what_the_screen_can_do(void **state)
{
	struct scheme *s = *state;
	const char *path = ch_arena_copy(&s->arena, temp_dir_write(s->dir, "odd.csv", "Foo,Bar\n1,2\n"));

	scheme_show(s, "People", people_open);
	scheme_keys(s, "I");
	scheme_type(s, path);
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Mend the headings");
	HIDES(s, "--");
}

static void who_is_enrolled_is_said(void **state)
{
	struct scheme *s = *state;
	const char *rows = "Name,E-mail,Role\nEva Ash,eva@example.org,mentor\n";
	const char *path = ch_arena_copy(&s->arena, temp_dir_write(s->dir, "one.csv", rows));

	scheme_show(s, "People", people_open);
	scheme_keys(s, "I");
	scheme_type(s, path);
	scheme_keys(s, "Tab");
	scheme_type(s, "Autumn");
	scheme_keys(s, "Tab Ctrl-S I");
	SHOWS(s, "They are in: 1 new, 0 changed, 1 enrolled.");
}

static void the_counts_add_up(void **state)
{
	static const char *const labels[] = {"  new ", "  changed ", "  the same ", "  rejected ", "  skipped "};
	struct scheme *s = importing(state);
	int sum = 0, value;

	scheme_dump(s, 80, 24);
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
		const char *row = strstr(scheme_row(s, labels[i]), labels[i]);

		assert_int_equal(sscanf(row + strlen(labels[i]), "%d", &value), 1);
		sum += value;
	}
	assert_int_equal(sum, 4);
}

static void i_brings_them_in_and_u_takes_them_back(void **state)
{
	struct scheme *s = importing(state);
	int64_t before = 8, count;

	scheme_keys(s, "I");
	SHOWS(s, "Import people | done");
	SHOWS(s, "This is import 1; u takes it back.");
	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &count, &s->err));
	assert_true(count > before);
	scheme_keys(s, "q");
	SHOWS(s, "Ann Lee");
	scheme_keys(s, "q q"); /* it only quits; the screen stays for the release */
	assert_true(s->app.quit);
}

static void an_import_is_taken_back(void **state)
{
	struct scheme *s = importing(state);
	int64_t count;

	scheme_keys(s, "I u");
	SHOWS(s, "Take import 1 back, ");
	scheme_keys(s, "y");
	SHOWS(s, "Taken back: ");
	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &count, &s->err));
	assert_int_equal(count, 8);
	scheme_keys(s, "q");
	HIDES(s, "Ann Lee");
}

static void leaving_the_form_goes_all_the_way_back(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "I Esc");
	SHOWS(s, "People | 8");
	assert_null(s->app.top->below);
}

static void files_are_listed(void **state)
{
	struct scheme *s = *state;

	temp_dir_write(s->dir, "roster.csv", roster);
	temp_dir_write(s->dir, "picture.png", "x");
	scheme_show(s, "People", people_open);
	scheme_keys(s, "I");
	scheme_type(s, s->dir->path);
	scheme_type(s, "/");
	scheme_keys(s, "Ctrl-N");
	SHOWS_AT(s, 200, 24, "/roster.csv");
	assert_null(strstr(s->dump.text, "picture.png"));
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(three_things_are_offered, scheme_setup_nothing),
		WITH(the_demonstration_only_where_there_is_one, scheme_setup_nothing),
		WITH(the_demonstration_is_opened_next, scheme_setup_nothing),
		WITH(a_scheme_is_started, scheme_setup_nothing),
		WITH(a_spreadsheet_makes_the_scheme_too, scheme_setup_nothing),
		WITH(the_look_ahead_writes_nothing, scheme_setup),
		WITH(the_counts_add_up, scheme_setup),
		WITH(i_brings_them_in_and_u_takes_them_back, scheme_setup),
		WITH(an_import_is_taken_back, scheme_setup),
		WITH(a_refused_file_says_what_the_screen_can_do, scheme_setup),
		WITH(who_is_enrolled_is_said, scheme_setup),
		WITH(leaving_the_form_goes_all_the_way_back, scheme_setup),
		WITH(files_are_listed, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
