/* Where there is no scheme: what is offered, what is made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include <stdio.h>

#include "scheme.h"
#include "tui/screens/screens.h"

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

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(three_things_are_offered, scheme_setup_nothing),
		WITH(the_demonstration_only_where_there_is_one, scheme_setup_nothing),
		WITH(the_demonstration_is_opened_next, scheme_setup_nothing),
		WITH(a_scheme_is_started, scheme_setup_nothing),
		WITH(a_spreadsheet_makes_the_scheme_too, scheme_setup_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
