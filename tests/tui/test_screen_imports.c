/* Past imports: their list, taking one back, what is remembered of lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_looked_at.h"
#include "scheme.h"
#include "tui/screens/screens.h"

static void imports_are_listed_and_taken_back(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	scheme_keys(s, "I q");
	imports_open(&s->app);
	SHOWS(s, "roster.csv");
	SHOWS_AT(s, 40, 10, "roster.csv");
	scheme_keys(s, "Enter");
	SHOWS(s, "Imports | 1");
	SHOWS(s, "u would take back");
	SHOWS(s, "2 it made, 1 it changed; 0 touched since");
	SHOWS(s, "Decided");
	SHOWS(s, "Hash of the file");
	scheme_keys(s, "u y");
	SHOWS(s, "Taken back: 2 removed, 1 as they were");
	SHOWS(s, "\"erase somebody\" there"); /* by its label: in lines it has no key */
	SHOWS_AT(s, 140, 45, "Taken back");
	assert_int_equal(people(s), 8);
	scheme_keys(s, "q k k");
	SHOWS(s, "taken back: roster.csv");
}

static void what_was_touched_since_is_named(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);
	struct ch_person ann;
	int64_t id;

	scheme_keys(s, "I q");
	GOOD(s, ch_find(&s->c, CH_PERSON, "Ann Lee", &id, &s->err));
	GOOD(s, ch_person_get(&s->c, id, &s->arena, &ann, &s->err));
	ann.phone = "01632 960123";
	GOOD(s, ch_person_set(&s->c, &ann, &s->err));
	imports_open(&s->app);
	scheme_keys(s, "Enter");
	SHOWS(s, "1 it made, 1 it changed; 1 touched since");
	SHOWS(s, "Ann Lee was changed since");
}

static void what_is_remembered_is_listed_and_forgotten(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	go_to(s, "\"Hours a month\"");
	scheme_keys(s, "d I q");
	mappings_open(&s->app);
	SHOWS(s, "Name | E-mail | Role | Hours a month");
	SHOWS(s, "is left out");
	scheme_keys(s, "d");
	SHOWS(s, "Forgotten");
	SHOWS(s, "Nothing is remembered.");
	SHOWS_AT(s, 40, 10, "Nothing is remembered.");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(imports_are_listed_and_taken_back),
		WITH(what_was_touched_since_is_named),
		WITH(what_is_remembered_is_listed_and_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
