/*
 * Rows as a whole at the look ahead of an import: who said no to a consent, who is skipped, who is
 * left out, and who is one person with another.
 */
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

static const char sign_ups[] = "Name,E-mail,I agree that the scheme keeps my details\n"
			       "Eva Hart,eva@example.org,No\n"
			       "Flo Bly,flo@example.org,Yes\n"
			       "Gil Cae,gil@example.org,no\n";

static void who_said_no_to_consent_is_named_and_left_out(void **state)
{
	struct scheme *s = looking(state, "sign-ups.csv", sign_ups);

	SHOWS_AT(s, 140, 45, "1 said yes, 2 said no");
	SHOWS_AT(s, 140, 45, "\"No\" is the answer of Eva Hart.");
	SHOWS_AT(s, 140, 45, "is the answer of Gil Cae.");
	go_to(s, "row 4");
	scheme_keys(s, "Enter");
	SHOWS(s, "Leave out [t]his row, [a]ll 2 who said no, [n]one?");
	scheme_keys(s, "t");
	SHOWS_AT(s, 140, 45, "Row 4 stays out, as you say");
	SHOWS_AT(s, 140, 45, "3 = 2 new + 1 skipped");
	go_to(s, "row 2");
	scheme_keys(s, "d"); /* the only one that is left */
	SHOWS_AT(s, 140, 45, "Rows 4, 2 stay out, as you say");
	SHOWS(s, "> ~ Not yet");
	scheme_keys(s, "q I");
	SHOWS_AT(s, 140, 45, "Rows 4, 2 stay out, as you say");
	go_to(s, "stay out, as you say");
	scheme_keys(s, "d");
	SHOWS_AT(s, 140, 45, "3 = 3 new");
	go_to(s, "row 2");
	scheme_keys(s, "d a");
	SHOWS_AT(s, 140, 45, "2 rows stay out, as you say, since they said no");
	scheme_keys(s, "I");
	assert_int_equal(people(s), 9);
}

/* One address is one person: the row does not come in, and what mends it is the address. */
static void a_skipped_row_is_none_that_comes_in(void **state)
{
	struct scheme *s = looking(state, "two.csv",
				   "Name,E-mail\nEva Hart,eva@example.org\nFlo Bly,eva@example.org\n");

	SHOWS(s, "2 = 1 new + 1 skipped");
	SHOWS(s, "an earlier one");
	HIDES(s, "the row comes in");
	SHOWS_AT(s, 140, 45, "E-mail: \"eva@example.org\" is also the address of Eva Hart in row 2");
	go_to(s, "row 3");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "flo@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 = 2 new");
}

/* A question of who somebody is wants a person for an answer: the same, or somebody new. */
static void who_is_much_like_somebody_is_said_to_be_them(void **state)
{
	struct scheme *s = looking(state, "near.csv",
				   "Name,Role,Phone\nChen Okafoor,mentee,0161 496 0022\nDara Okafoor,mentee,\n");
	struct ch_person person;

	SHOWS(s, "2 = 2 new");
	go_to(s, "Okafoor\" is much like Chen");
	scheme_keys(s, "Enter");
	SHOWS(s, "Who is \"Chen Okafoor\"? | 1 of 1");
	SHOWS(s, "(o) somebody else, who is new here");
	SHOWS(s, "( ) the same: Chen Okafor");
	scheme_keys(s, "Right Ctrl-S");
	SHOWS(s, "2 = 1 new + 1 changed");
	SHOWS(s, "Said who it is: row 2");
	go_to(s, "Okafoor\" is much like Dara");
	scheme_keys(s, "Enter Ctrl-S");
	SHOWS(s, "2 = 1 new + 1 changed");
	HIDES(s, "is much like");
	scheme_keys(s, "I");
	assert_int_equal(people(s), 9);
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &person, &s->err));
	assert_string_equal(person.name, "Chen Okafor");
	assert_string_equal(person.phone, "0161 496 0022");
}

static void two_rows_are_said_to_be_one_person(void **state)
{
	struct scheme *s = looking(state, "twice.csv",
				   "Name,Role,Email,Phone\nIda Moss,mentor,ida@example.org,\n"
				   "Ida Moss,mentor,ida@home.example,0161 496 0022\n");

	go_to(s, "Moss\" is also the name in row 2");
	scheme_keys(s, "Enter");
	SHOWS(s, "( ) the same: Ida Moss in row 2");
	scheme_keys(s, "Right Ctrl-S");
	SHOWS(s, "2 = 1 new + 1 changed");
	SHOWS(s, "Said who it is: row 3");
	scheme_keys(s, "I");
	assert_int_equal(people(s), 9);
}

/* Where the names stand in two columns no column is the question's: it is answered all the same. */
static void two_rows_with_their_names_in_two_columns_are_said_to_be_one_person(void **state)
{
	struct scheme *s = looking(state, "parts.csv",
				   "First name,Last name,Role,Email,Phone\nIda,Moss,mentor,ida@example.org,\n"
				   "IDA,MOSS,mentor,ida@home.example,0161 496 0022\n");

	go_to(s, "MOSS\" is also the name in row 2");
	scheme_keys(s, "Enter");
	SHOWS(s, "( ) the same: Ida Moss in row 2");
	scheme_keys(s, "Right Ctrl-S");
	SHOWS(s, "2 = 1 new + 1 changed");
	SHOWS(s, "Said who it is: row 3");
	scheme_keys(s, "I");
	assert_int_equal(people(s), 9);
}

/* Whose row it is stands beside what is wrong in it, and the list's own form of a day beside one that is none. */
static void what_is_wrong_says_whose_it_is(void **state)
{
	struct scheme *s = looking(state, "days.csv",
				   "Name,E-mail,Role,Training date\nIda Moss,ida@example.org,mentor,15.9.2019\n"
				   "Flo Bly,flo@example.org,mentor,31.02.2020\n");

	SHOWS_AT(s, 140, 45, "\"31.02.2020\" (Flo Bly) is no date; it is left out.");
	SHOWS_AT(s, 140, 45, "Write the day that is meant");
	go_to(s, "is no date");
	scheme_keys(s, "Enter");
	SHOWS(s, "\"31.02.2020\" (Flo Bly) is no date");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(what_is_wrong_says_whose_it_is),
		WITH(who_said_no_to_consent_is_named_and_left_out),
		WITH(a_skipped_row_is_none_that_comes_in),
		WITH(who_is_much_like_somebody_is_said_to_be_them),
		WITH(two_rows_are_said_to_be_one_person),
		WITH(two_rows_with_their_names_in_two_columns_are_said_to_be_one_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
