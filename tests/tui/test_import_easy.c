/* Importing, as whoever never read the manual meets it: what is stopped at, what is offered, what is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_looked_at.h"
#include "scheme.h"
#include "tui/screens/screens.h"

static void is_on(struct scheme *s, const char *label)
{
	const struct ch_row *row = list_row(s->app.top->list);

	assert_non_null(row);
	assert_string_equal(row->cells[0], label);
}

/* A problem that takes several lines is one thing to stop at, and all of it is in sight then. */
static void the_focus_goes_from_problem_to_problem(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	SHOWS(s, "To mend");
	go_to(s, "rows stay out");
	scheme_keys(s, "Down");
	is_on(s, "  row 5");
	scheme_keys(s, "Down");
	is_on(s, "To look at");
	SHOWS_AT(s, 80, 12, "To look at");
	scheme_keys(s, "Down");
	is_on(s, "  3 rows");
	SHOWS_AT(s, 80, 12, "Rows 2, 3, 5.");
	scheme_keys(s, "Up Up");
	is_on(s, "  row 5");
	scheme_keys(s, "Up");
	is_on(s, "To mend");
}

/* Another file, asked for over what is looked at, is still there when somebody only had a look back. */
static void another_file_is_remembered_over_a_result(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);
	const char *other = write_file(s, "other.csv", "Name,E-mail\nZoe New,zoe@example.org\n");

	SHOWS(s, "roster.csv: people");
	scheme_keys(s, "e");
	scheme_type(s, other);
	scheme_keys(s, "Esc");
	SHOWS(s, "roster.csv: people");
	scheme_keys(s, "e");
	SHOWS_AT(s, 160, 24, "other.csv");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "other.csv: people");
	SHOWS(s, "1 = 1 new");
}

/* A list that was begun as another one says what it looks like, and one key reads it as that. */
static void a_list_of_pairs_begun_as_people_is_one_key_away(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "pairs.csv",
						   "Mentor,Mentor e-mail,Mentee,Mentee e-mail\n"
						   "Una New,una@example.org,Noa New,noa@example.org\n"));

	SHOWS_AT(s, 160, 24, "? this looks like a list of pairings");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Import people | a look ahead");
	SHOWS(s, "This looks like a list of pairings (Mentor, Mentor e-mail,");
	HIDES(s, "--");
	HIDES(s, "`");
	scheme_keys(s, "Enter");
	SHOWS(s, "Import pairings | a look ahead");
	SHOWS_AT(s, 140, 45, "\"una@example.org\" is nobody's address here");
	scheme_keys(s, "e Tab Tab Tab Tab Tab Space Ctrl-S");
	SHOWS_AT(s, 140, 45, "2 people who are not here would come in with their pairings: Una New, Noa New");
	scheme_keys(s, "I");
	SHOWS(s, "They are in: 1 new");
}

/* What Space, Left and Right choose of one choice, they take back. */
static void an_only_choice_is_taken_back_as_it_was_chosen(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "pairs.csv",
						   "Mentor,Mentor e-mail,Mentee,Mentee e-mail\n"
						   "Una New,una@example.org,Noa New,noa@example.org\n"));

	scheme_keys(s, "Tab Right Tab Tab Tab Tab");
	SHOWS_AT(s, 140, 45, "( ) come in too");
	scheme_keys(s, "Space");
	SHOWS_AT(s, 140, 45, "(o) come in too");
	scheme_keys(s, "Space");
	SHOWS_AT(s, 140, 45, "( ) come in too");
	scheme_keys(s, "Right");
	SHOWS_AT(s, 140, 45, "(o) come in too");
	scheme_keys(s, "Right");
	SHOWS_AT(s, 140, 45, "( ) come in too");
	scheme_keys(s, "Left");
	SHOWS_AT(s, 140, 45, "(o) come in too");
	scheme_keys(s, "Left");
	SHOWS_AT(s, 140, 45, "( ) come in too");
}

static void a_list_of_people_begun_as_pairings_is_one_key_away(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "roster.csv", roster));

	scheme_keys(s, "Tab Right Ctrl-S");
	SHOWS(s, "Import pairings | a look ahead");
	SHOWS(s, "This looks like a list of people (Name, E-mail, Role, Hours a");
	scheme_keys(s, "Enter");
	SHOWS(s, "Import people | a look ahead");
	SHOWS(s, "4 = 2 new + 1 changed + 1 to mend");
}

/* What a command takes is no way out of here: keys and the names of fields are. */
static void ways_out_are_those_of_the_screen(void **state)
{
	struct scheme *s = looking(state, "cafe.csv",
				   "Mentors\n\nName,E-mail,Start date,Shoe size,Active\n"
				   "Ann Lee,ann@example.org,03/04/2026,38,yes\n"
				   "Anne Lee,,05/06/2026,39,no\n"
				   "Zo\xe9 New,zoe@example.org,05/06/2026,38,yes\n");

	SHOWS_AT(s, 240, 60, "e, \"All of them as\", gives another");
	SHOWS_AT(s, 240, 60, "Enter here, \"Dates\", overrules");
	SHOWS_AT(s, 240, 60, "Enter here, \"Encoding\", says which it is");
	SHOWS_AT(s, 240, 60, "leave the row out: d.");
	SHOWS_AT(s, 240, 60, "They are two people unless you say otherwise: Enter.");
	assert_null(strstr(s->dump.text, "--"));
}

/* A form that somebody answered twice: one key has the last answer count, another the first again. */
static void the_last_answer_counts_by_one_key(void **state)
{
	struct scheme *s = looking(state, "form.csv",
				   "Timestamp,Email Address,What is your name?,How many hours a month can you give?\n"
				   "2026/10/01 9:12:33 am GMT+1,zoe@example.org,Zoe New,2\n"
				   "2026/10/03 7:55:41 pm GMT+1,Zoe@example.org,Zoe New,3\n");

	SHOWS(s, "2 = 1 new + 1 skipped");
	go_to(s, "row 3");
	scheme_keys(s, "Enter");
	SHOWS(s, "The last row of each person counts");
	SHOWS(s, "2 = 1 new + 1 changed");
	SHOWS(s, "\"3\" instead of \"2\"");
	scheme_keys(s, "q I"); /* kept as it was left */
	SHOWS(s, "2 = 1 new + 1 changed");
	go_to(s, "1 row counts");
	scheme_keys(s, "d");
	SHOWS(s, "2 = 1 new + 1 skipped");
	go_to(s, "row 3");
	scheme_keys(s, "Enter I");
	SHOWS(s, "They are in: 1 new, 1 changed");
}

/* A word that is none of those that the column may say is given one of them, from a list of them. */
static void a_word_is_given_a_meaning_from_a_list(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "ended.csv",
						   "Mentor,Mentee,Status,Reason\nWen Patel,Li Osei,closed,fell out\n"));

	scheme_keys(s, "Tab Right Tab Tab Tab Tab Space Ctrl-S");
	SHOWS_AT(s, 160, 40, "is none of the reasons that reports count; it is kept in words");
	go_to(s, "fell out");
	scheme_keys(s, "Enter");
	SHOWS(s, "Ctrl-N lists what it may be");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "not a good");
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "not a good fit");
	scheme_keys(s, "Enter Ctrl-S");
	SHOWS(s, "Mended in \"Reason\": row 2");
	HIDES(s, "is none of the reasons");
}

/* The same file has its cells as they were mended; in another one they are offered, and neither without a word. */
static void a_mended_cell_is_remembered(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);
	const char *later = write_file(s, "later.csv", "Name,E-mail,Role,Hours a month\n"
						       "Ida Ho,ida@example.org,mentor,3-4\n");

	go_to(s, "3 rows");
	scheme_keys(s, "Enter");
	scheme_type(s, "4");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "3-4 is read as 4, in 3 rows");
	scheme_keys(s, "I");
	SHOWS(s, "They are in: 2 new");
	scheme_keys(s, "q I");
	scheme_type(s, temp_dir_file(s->dir, "roster.csv"));
	scheme_keys(s, "Ctrl-S");
	SHOWS_AT(s, 160, 40, "3 cells are read as they were mended on ");
	HIDES(s, "is a range");
	go_to(s, "3 cells");
	scheme_keys(s, "d");
	SHOWS_AT(s, 160, 40, "is a range");
	scheme_keys(s, "e Ctrl-U");
	scheme_type(s, later);
	scheme_keys(s, "Ctrl-S");
	SHOWS_AT(s, 160, 40, "\"Hours a month\" says in row 2 what was mended in another file");
	SHOWS_AT(s, 160, 40, "is a range");
	go_to(s, "what was mended");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 160, 40, "1 cell is read as it was mended on ");
	HIDES(s, "is a range");
}

/* Of two people in a cell one answer makes two, of whom one address is the first's. */
static void a_household_is_two_people_by_one_answer(void **state)
{
	struct scheme *s = looking(state, "homes.csv",
				   "Name,E-mail,Phone,Role\n"
				   "Ida & Max Holt,holts@example.org,01632 960960,mentor\n"
				   "Una New,una@example.org,,mentee\n");

	SHOWS(s, "2 = 2 new");
	go_to(s, "looks like two");
	scheme_keys(s, "Enter");
	SHOWS(s, "Ida Holt; Max Holt");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "3 = 3 new");
	SHOWS_AT(s, 160, 40, "1 row is of two people and counts as two; an e-mail address stays with");
	HIDES(s, "looks like two");
	scheme_keys(s, "I");
	SHOWS(s, "They are in: 3 new");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_focus_goes_from_problem_to_problem),
		WITH(another_file_is_remembered_over_a_result),
		WITH(a_list_of_pairs_begun_as_people_is_one_key_away),
		WITH(an_only_choice_is_taken_back_as_it_was_chosen),
		WITH(a_list_of_people_begun_as_pairings_is_one_key_away),
		WITH(ways_out_are_those_of_the_screen),
		WITH(the_last_answer_counts_by_one_key),
		WITH(a_word_is_given_a_meaning_from_a_list),
		WITH(a_mended_cell_is_remembered),
		WITH(a_household_is_two_people_by_one_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
