/* Fields of the scheme's own: declared on their screen, filled in on a person's form, shown, filtered by, dropped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	return s;
}

/* By the palette, as anywhere. */
static void open_fields(struct scheme *s)
{
	scheme_keys(s, ":");
	scheme_type(s, "own fields");
	scheme_keys(s, "Enter");
	SHOWS(s, "Fields of your own");
}

static void add_locker(struct scheme *s)
{
	open_fields(s);
	scheme_keys(s, "a");
	scheme_type(s, "Locker");
	scheme_keys(s, "Tab Tab Tab Tab");
	scheme_type(s, "its number, on the second floor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is added: forms have it now");
}

/* Goes to the field of the form that is open, and types. */
static void type_into(struct scheme *s, const char *label, const char *text)
{
	for (int i = 0; i < 40 && strstr(scheme_row(s, label), "> ") == NULL; i++)
		scheme_keys(s, "Tab");
	scheme_type(s, text);
}

static void fill_in(struct scheme *s, const char *value)
{
	scheme_keys(s, "q e");
	type_into(s, "Locker", value);
	SHOWS(s, "its number, on the second floor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "is saved");
}

static void a_field_is_declared_and_filled_in(void **state)
{
	struct scheme *s = shown(state);

	add_locker(s);
	fill_in(s, "B 12");
	scheme_keys(s, "Enter");
	SHOWS(s, "Locker");
	SHOWS(s, "B 12");
}

static void a_list_has_it_as_a_column_and_filters_by_it(void **state)
{
	struct scheme *s = shown(state);

	add_locker(s);
	fill_in(s, "B 12");
	scheme_keys(s, "c Ctrl-U");
	scheme_type(s, "name lock");
	scheme_keys(s, "Tab Enter");
	SHOWS(s, "Locker");
	SHOWS(s, "B 12");
	scheme_keys(s, "f");
	scheme_type(s, "locke");
	scheme_keys(s, "Tab");
	scheme_type(s, "b");
	scheme_keys(s, "Enter");
	SHOWS(s, "People | 1 of 8: locker:b");
}

static void a_list_is_sorted_by_it(void **state)
{
	struct scheme *s = shown(state);

	add_locker(s);
	fill_in(s, "A 1");
	scheme_keys(s, "j e");
	type_into(s, "Locker", "Z 9");
	scheme_keys(s, "Ctrl-S c Ctrl-U");
	scheme_type(s, "name locker");
	scheme_keys(s, "Enter s");
	scheme_type(s, "locker");
	scheme_keys(s, "Enter");
	SHOWS(s, "Sorted by Locker");
	scheme_keys(s, "G");
	assert_non_null(strstr(scheme_row(s, "Z 9"), "> "));
}

static void what_is_wrong_is_said_under_its_field(void **state)
{
	struct scheme *s = shown(state);

	open_fields(s);
	scheme_keys(s, "a");
	scheme_type(s, "Department");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "people have a field \"Department\" already");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Size");
	scheme_keys(s, "Tab Tab");
	scheme_type(s, "c");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "a choice needs two options at least");
}

static void a_dropped_field_says_what_goes_and_comes_back(void **state)
{
	struct scheme *s = shown(state);

	add_locker(s);
	fill_in(s, "B 12");
	open_fields(s);
	scheme_keys(s, "d");
	SHOWS(s, "It is dropped, and the values it had: 1");
	SHOWS(s, "No field of your own.");
	undo_run(&s->app, s->app.top);
	scheme_keys(s, "y");
	SHOWS(s, "Locker");
	scheme_keys(s, "q Enter");
	SHOWS(s, "B 12");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

/* R16 is overridden with a reason here, too, and nothing is kept before there is one. */
static void r16_a_rating_of_performance_asks_for_a_reason(void **state)
{
	struct scheme *s = shown(state);
	const struct ch_list_query query = {.list = CH_LIST_OVERRIDES};
	struct ch_grid overrides;

	open_fields(s);
	scheme_keys(s, "a");
	scheme_type(s, "Performance rating");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "> All the same");
	SHOWS(s, "R16");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "> All the same");
	scheme_type(s, "of the course, not of the person");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is added");
	GOOD(s, ch_list_fetch(&s->c, &query, &s->arena, &overrides, &s->err));
	assert_int_equal(overrides.row_count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(r16_a_rating_of_performance_asks_for_a_reason, scheme_setup,
						scheme_teardown),
		TEST(a_field_is_declared_and_filled_in),
		TEST(a_list_has_it_as_a_column_and_filters_by_it),
		TEST(a_list_is_sorted_by_it),
		TEST(what_is_wrong_is_said_under_its_field),
		TEST(a_dropped_field_says_what_goes_and_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
