/* Importing: the form and its live effect, the look ahead, what is changed there, bringing in. */
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

#define ROSTERS "tests/fixtures/rosters/"

/* ---- The form ---- */

static void the_effect_is_shown_while_one_types(void **state)
{
	struct scheme *s = asked(state, ROSTERS "leadership-coaching.xlsx");

	SHOWS_AT(s, 140, 45, "= 10 of 10 columns known");
	SHOWS_AT(s, 140, 45, "= Participants; not Notes");
	SHOWS_AT(s, 140, 45, "= 4: Full name, Work email, Tel");
	scheme_keys(s, "Tab Tab Tab Tab Tab Tab");
	scheme_type(s, "Notes");
	SHOWS_AT(s, 140, 45, "= Notes; not Participants");
	SHOWS_AT(s, 140, 45, "? none: say which");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Staff");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "has no sheet \"Staff\"");
}

static void encoding_and_delimiter_are_overruled(void **state)
{
	struct scheme *s =
		asked(state, write_file(*state, "list.csv", "Name,E-mail\nZo\xc3\xab Lee,zoe@example.org\n"));

	SHOWS_AT(s, 140, 45, "= UTF-8, by comma");
	scheme_keys(s, "Tab Tab Tab Tab Tab Tab Tab Tab");
	scheme_type(s, "macintosh");
	SHOWS_AT(s, 140, 45, "= Macintosh, by comma");
	scheme_keys(s, "Tab Right Right");
	SHOWS_AT(s, 140, 45, "by semicolon");
}

static void pairings_are_chosen(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "pairs.csv",
						   "Mentor e-mail,Mentee e-mail\n"
						   "wen@example.org,li@example.org\n"));

	scheme_keys(s, "Tab Right Ctrl-S");
	SHOWS(s, "Import pairings | a look ahead");
	SHOWS(s, "pairs.csv: pairings");
	scheme_keys(s, "e");
	SHOWS(s, "(o) pairings");
}

static void who_is_not_here_comes_in_with_the_pair(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "pairs.csv",
						   "Mentor,Mentor e-mail,Mentee,Mentee e-mail\n"
						   "Una New,una@example.org,Noa New,noa@example.org\n"));

	scheme_keys(s, "Tab Right Ctrl-S");
	SHOWS_AT(s, 140, 45, "\"una@example.org\" is nobody's address here");
	scheme_keys(s, "e Tab Tab Tab Tab Tab Space Ctrl-S");
	SHOWS_AT(s, 140, 45, "2 people who are not here would come in with their pairings: Una New, Noa New");
}

static void the_pairs_may_keep_their_records(void **state)
{
	struct scheme *s = asked(state, write_file(*state, "met.csv",
						   "Mentor,Mentee,Date,Length\n"
						   "Wen Patel,Chen Okafor,2026-10-05,45\n"));

	scheme_keys(s, "Tab Right Right Ctrl-S");
	SHOWS(s, "Import past sessions | a look ahead");
	SHOWS(s, "so it is unfinished");
	HIDES(s, "--");
	scheme_keys(s, "e Tab Tab Tab Tab Space Ctrl-S");
	SHOWS(s, "as you say, and it counts as complete");
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

/* ---- The look ahead ---- */

static void the_look_ahead_writes_nothing(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	SHOWS(s, "Import people | a look ahead");
	SHOWS(s, "Nothing is written so far: I brings them in.");
	SHOWS(s, "4 = 2 new + 1 changed + 1 to mend");
	SHOWS(s, "Wen Patel: Hours a month \"2\"");
	SHOWS(s, "no address");
	assert_int_equal(people(s), 8);
}

static void problems_that_say_the_same_are_one_line(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	SHOWS(s, "  3 rows");
	SHOWS(s, "Rows 2, 3, 5.");
	SHOWS(s, "Columns");
	/* The columns stand below each other. */
	SHOWS_AT(s, 80, 30, "\"Name\":          Ann Lee | Bo Diaz | Wen Patel");
	SHOWS_AT(s, 80, 30, "\"Hours a month\": 3-4 | 3-4 | 2");
}

static void many_of_one_cause_are_folded(void **state)
{
	struct scheme *s = looking(state, "many.csv",
				   "Name,Hours a month\nA One,1-2\nB Two,2-3\nC Three,3-4\nD Four,4-5\nE Five,5-6\nF "
				   "Six,6-7\n");

	SHOWS_AT(s, 140, 45, "and 2 more rows like these: Enter shows them");
	assert_null(strstr(s->dump.text, "6-7\" (F Six) likewise"));
	go_to(s, "more rows like");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 140, 45, "6-7\" (F Six) likewise");
}

static void a_refused_file_says_what_the_screen_can_do(void **state)
{
	struct scheme *s = looking(state, "odd.csv", "Some list\nKzl,Adr,Std\nEva Ash,eva@example.org,2\n");

	SHOWS(s, "Refused");
	SHOWS(s, "Enter on the row");
	HIDES(s, "--");
	go_to(s, "Kzl");
	scheme_keys(s, "Enter");
	SHOWS(s, "headings in row 2");
	SHOWS(s, "No column is known to say who the people are.");
	go_to(s, "\"Kzl\"");
	scheme_keys(s, "Enter");
	SHOWS(s, "Column \"Kzl\"");
	SHOWS(s, "Eva Ash");
	scheme_type(s, "nobody");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "is nothing that a column can be");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Name");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 = 1 new");
	SHOWS(s, "\"Kzl\": as you said: Eva Ash");
	go_to(s, "\"Adr\"");
	scheme_keys(s, "Enter Ctrl-S"); /* an @ in it: an address is offered */
	SHOWS(s, "\"Adr\": as you said: eva@example.org");
	go_to(s, "\"Std\"");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "wants"); /* as the list of people calls it */
	SHOWS(s, "= Seeks");
	scheme_keys(s, "Esc");
	scheme_keys(s, "I q I");
	scheme_type(s, s->dir->path);
	scheme_type(s, "/od.csv");
	SHOWS(s, "? no such file");
	HIDES(s, "Nothing else is needed");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, s->dir->path);
	scheme_type(s, "/odd.csv");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Such headings came before");
	SHOWS(s, "1 = 1 the same");
	SHOWS(s, "All of it is here already.");
	go_to(s, "Such headings");
	scheme_keys(s, "d");
	SHOWS(s, "Forgotten");
	SHOWS(s, "Refused");
}

/* What is wrong with its rows is mended by a key, too, and no word of a command is left of it. */
static void a_file_without_rows_says_what_the_screen_can_do(void **state)
{
	struct ch_buffer wide = CH_BUFFER_EMPTY;

	for (int i = 0; i < 5000; i++)
		ch_buffer_add(&wide, "a;");
	ch_buffer_add(&wide, "\n");
	struct scheme *s = looking(state, "wide.csv", wide.text);

	SHOWS_AT(s, 140, 45, "say what parts the cells: e, \"Between cells\"");
	HIDES(s, "--");
	ch_buffer_release(&wide);
}

static void a_column_is_left_out(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	go_to(s, "\"Hours a month\"");
	scheme_keys(s, "d");
	SHOWS(s, "4, 1 of them left out");
	HIDES(s, "is a range");
}

static void a_column_that_fits_nothing_becomes_a_field(void **state)
{
	struct scheme *s = looking(state, "shoes.csv",
				   "Name,E-mail,Role,Shoe size\n"
				   "Eva Ash,eva@example.org,mentor,38\n"
				   "Flo Bly,flo@example.org,mentee,41\n");

	SHOWS(s, "Enter changes one, or makes it a field.");
	go_to(s, "\"Shoe size\"");
	scheme_keys(s, "Enter");
	scheme_type(s, "shoe SIZE"); /* its own heading: as "new field" */
	SHOWS(s, "= a new field of your own");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "\"Shoe size\" is Shoe size, a new field (whole number)");
	scheme_keys(s, "I");
	SHOWS(s, "2 new");
	scheme_keys(s, "q");
	go_to(s, "Flo Bly");
	scheme_keys(s, "Enter");
	SHOWS(s, "Shoe size");
	SHOWS(s, "41");
}

static void no_text_is_refused_in_plain_words(void **state)
{
	static const char noise[] =
		"\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1c"
		"\x1d\x1e\x1f\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\n";
	struct scheme *s = looking(state, "noise.csv", noise);

	SHOWS(s, "is no text, and no spreadsheet that is known");
	HIDES(s, "\\x");
}

/* ---- Mending ---- */

static void a_cell_is_mended_in_all_rows_that_say_the_same(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);
	char *file;

	go_to(s, "is a range");
	scheme_keys(s, "Enter");
	SHOWS(s, "Mend \"Hours a month\"");
	SHOWS(s, "(o) all 3 rows that say so  ( ) only row 2");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "?q");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Not yet: \"?q\" is not a number of hours; it is left out");
	go_to(s, "\"?q\" is not a number");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "4");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Mended for this import; the file stays as it is");
	HIDES(s, "is a range");
	SHOWS(s, "3-4 is read as 4, in 3 rows");
	file = temp_dir_read(s->dir, "roster.csv", NULL);
	assert_string_equal(file, roster);
	free(file);
	go_to(s, "is read as 4");
	scheme_keys(s, "d");
	SHOWS(s, "is a range");
}

static void a_cell_is_mended_in_one_row(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	go_to(s, "is a range");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "4");
	scheme_keys(s, "Tab Right Ctrl-S");
	SHOWS(s, "Mended in \"Hours a month\": row 2");
	SHOWS(s, "Rows 3, 5.");
	go_to(s, "no address");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "cy@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "4 = 3 new + 1 changed");
	scheme_keys(s, "I");
	SHOWS(s, "They are in: 3 new, 1 changed");
}

/* What is typed after a mending must not fall on another line. */
static void the_focus_stays_with_what_it_is_on(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	go_to(s, "no address");
	scheme_keys(s, "Enter Ctrl-U");
	scheme_type(s, "cy@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "4 = 3 new + 1 changed");
	scheme_keys(s, "Enter");
	SHOWS(s, "Mend \"Hours a month\""); /* the next that is to be looked at */
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "4");
	scheme_keys(s, "Tab Right Ctrl-S");
	scheme_keys(s, "Enter");
	SHOWS(s, "Mend \"Hours a month\""); /* in the two rows that are left */
	scheme_keys(s, "Esc");
	go_to(s, "\"Role\"");
	scheme_keys(s, "d");
	SHOWS(s, "The column is left out");
	scheme_keys(s, "Enter");
	SHOWS(s, "Column \"Role\"");
	scheme_keys(s, "Esc");
	go_to(s, "Mended in");
	scheme_keys(s, "d"); /* nothing is mended any more: whether it is written */
	SHOWS(s, "> ~ Not yet");
}

/* A draft of the form is of how a file is read, never of which: that is the one at hand. */
static void the_form_of_options_is_of_the_file_at_hand(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	scheme_keys(s, "e Ctrl-U Esc");
	SHOWS(s, "Import people | a look ahead");
	HIDES(s, "kept as a draft");
	scheme_keys(s, "e");
	SHOWS(s, "roster.csv");
	HIDES(s, "draft");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "4 = 2 new + 1 changed + 1 to mend");
}

/* As in a cell of a spreadsheet. */
static void the_first_letter_replaces_what_a_cell_said_and_arrows_change_it(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	go_to(s, "no address");
	scheme_keys(s, "Enter");
	SHOWS(s, "Typing replaces it");
	scheme_type(s, "cy@example.org");
	SHOWS(s, "Read it as  cy@example.org");
	scheme_keys(s, "Esc");
	go_to(s, "is a range");
	scheme_keys(s, "Enter Left Backspace");
	scheme_type(s, "/");
	SHOWS(s, "Read it as  3/4");
}

static void suggestions_are_taken_in_all_their_rows(void **state)
{
	struct scheme *s =
		looking(state, "list.csv", "Name,E-mail\nAnn Lee,\"ann@example,org\"\nBo Ash,\"bo@example,org\"\n");

	go_to(s, "ann@example,org");
	scheme_keys(s, "Enter");
	SHOWS(s, "ann@example.org");
	SHOWS(s, "2 rows, each as suggested");
	scheme_keys(s, "Tab Right Right Ctrl-S");
	SHOWS(s, "2 = 2 new");
}

/* ---- Bringing it in ---- */

static void who_is_enrolled_is_said(void **state)
{
	struct scheme *s =
		asked(state, write_file(*state, "one.csv", "Name,E-mail,Role\nEva Ash,eva@example.org,mentor\n"));

	scheme_keys(s, "Tab Tab");
	scheme_type(s, "Autumn");
	scheme_keys(s, "Tab Ctrl-S I");
	SHOWS(s, "They are in: 1 new, 0 changed, 1 enrolled.");
}

static void i_brings_them_in_and_what_stays_out_goes_to_a_file(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);
	char *corrections;

	SHOWS(s, "roster-corrections.csv");
	scheme_keys(s, "I");
	SHOWS(s, "Import people | done");
	SHOWS(s, "This is import 1; u here takes it back.");
	SHOWS(s, "1 of 4 rows stayed out: they are in roster-corrections.csv");
	assert_int_equal(people(s), 10);
	corrections = temp_dir_read(s->dir, "roster-corrections.csv", NULL);
	assert_non_null(strstr(corrections, "Cy Ray,no address,mentee,3-4,"));
	free(corrections);
	scheme_keys(s, "q");
	SHOWS(s, "Ann Lee");
	scheme_keys(s, "q q"); /* it only quits; the screen stays for the release */
	assert_true(s->app.quit);
}

static void a_file_that_changed_meanwhile_is_noticed(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	write_file(s, "roster.csv", "Name,E-mail\nSomebody Else,else@example.org\n");
	scheme_keys(s, "I");
	SHOWS(s, "roster.csv has changed since it was looked at");
	assert_int_equal(people(s), 8);
	scheme_keys(s, "e Ctrl-S");
	SHOWS(s, "1 = 1 new");
}

static void an_import_is_taken_back(void **state)
{
	struct scheme *s = looking(state, "roster.csv", roster);

	scheme_keys(s, "I u");
	SHOWS(s, "Take import 1 back? 2 added are removed, 1 changed put back, 0 in use stay");
	scheme_keys(s, "y");
	SHOWS(s, "Taken back: ");
	assert_int_equal(people(s), 8);
	scheme_keys(s, "q");
	HIDES(s, "Ann Lee");
}

/* A list that comes again changes nothing, and nothing of it is offered to be taken back. */
static void a_list_that_comes_again_changes_nothing(void **state)
{
	struct scheme *s = looking(state, "again.csv", "Name,E-mail\nZed Orr,zed@example.org\n");

	scheme_keys(s, "I q");
	s = looking(state, "again.csv", "Name,E-mail\nZed Orr,zed@example.org\n");
	scheme_keys(s, "I");
	SHOWS(s, "No row changed anything");
	HIDES(s, "takes it back");
}

/* ---- The imports so far ---- */

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

/* Where nothing can come in nothing is said to be in, nor offered to be taken back. */
static void of_bad_rows_alone_nothing_comes_in(void **state)
{
	struct scheme *s = looking(state, "bad.csv", "Name,E-mail,Role\nCy Ray,no address,mentee\n");

	scheme_keys(s, "I");
	SHOWS(s, "Nothing came in; below it says why");
	HIDES(s, "takes it back");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_effect_is_shown_while_one_types),
		WITH(encoding_and_delimiter_are_overruled),
		WITH(pairings_are_chosen),
		WITH(who_is_not_here_comes_in_with_the_pair),
		WITH(the_pairs_may_keep_their_records),
		WITH(leaving_the_form_goes_all_the_way_back),
		WITH(files_are_listed),
		WITH(the_look_ahead_writes_nothing),
		WITH(problems_that_say_the_same_are_one_line),
		WITH(many_of_one_cause_are_folded),
		WITH(a_refused_file_says_what_the_screen_can_do),
		WITH(a_file_without_rows_says_what_the_screen_can_do),
		WITH(a_column_is_left_out),
		WITH(a_column_that_fits_nothing_becomes_a_field),
		WITH(no_text_is_refused_in_plain_words),
		WITH(a_cell_is_mended_in_all_rows_that_say_the_same),
		WITH(a_cell_is_mended_in_one_row),
		WITH(the_focus_stays_with_what_it_is_on),
		WITH(the_form_of_options_is_of_the_file_at_hand),
		WITH(the_first_letter_replaces_what_a_cell_said_and_arrows_change_it),
		WITH(suggestions_are_taken_in_all_their_rows),
		WITH(who_is_enrolled_is_said),
		WITH(i_brings_them_in_and_what_stays_out_goes_to_a_file),
		WITH(a_file_that_changed_meanwhile_is_noticed),
		WITH(an_import_is_taken_back),
		WITH(a_list_that_comes_again_changes_nothing),
		WITH(of_bad_rows_alone_nothing_comes_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
