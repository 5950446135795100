/*
 * Every kind of trouble, and the sentence that a person gets: file, row and
 * line, column, value made safe, what is wrong, what to do. "!" marks a row
 * that does not come in, "-" one that does, without what is wrong with it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/import/person_row.h"
#include "import_pipe.h"

struct trouble {
	const char *content;
	const char *issues; /* one sentence a line */
};

/* Reads all rows as people, which finds what is wrong with cells and with rows as a whole. */
static void read_people(struct import_pipe *pipe)
{
	struct ch_error err = CH_NO_ERROR;
	struct person_row person;
	struct import_row row;
	bool found = true;
	struct person_reader reader;

	person_reader_begin(&reader, &pipe->columns, "");
	while (found) {
		assert_int_equal(import_columns_next(&pipe->columns, &pipe->arena, &pipe->findings, &row, &found, &err),
				 CH_OK);
		if (found)
			person_row_read(&reader, &row, &pipe->arena, &pipe->findings, &person);
	}
	person_reader_end(&reader);
}

static void expect(const struct trouble *troubles, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct import_pipe pipe;
		struct ch_error err = CH_NO_ERROR;

		assert_int_equal(import_pipe_columns(&pipe, troubles[i].content, NULL, &err), CH_OK);
		read_people(&pipe);
		assert_string_equal(import_pipe_issues(&pipe), troubles[i].issues);
		import_pipe_close(&pipe);
	}
}

#define EXPECT(list) expect((list), sizeof(list) / sizeof(*(list)))

static void test_addresses(void **state)
{
#define LIST(email) "Name,E-mail\nAnn Lee," email "\n"
#define AT "list.csv row 2, column \"E-mail\": "
	static const struct trouble troubles[] = {
		{LIST("\"ann.lee@example,org\""),
		 "! " AT
		 "\"ann.lee@example,org\" has a comma where a dot belongs. Did you mean ann.lee@example.org? Correct "
		 "the cell.\n"},
		{LIST("ann lee@example.org"),
		 "! " AT
		 "\"ann lee@example.org\" has a blank in it. Did you mean annlee@example.org? Correct the cell.\n"},
		{LIST("ann.example.org"), "! " AT "\"ann.example.org\" has no @. Correct the cell.\n"},
		{LIST("ann@example"),
		 "! " AT "\"ann@example\" has no dot after the @, as in example.org. Correct the cell.\n"},
		{LIST("a@x.org; b@x.org"),
		 "! " AT "\"a@x.org; b@x.org\" is more than one address; one is needed. Correct the cell.\n"},
		{LIST("Ann Lee <ann@example.org>"),
		 "- " AT "\"Ann Lee <ann@example.org>\" is read as ann@example.org.\n"},
		{LIST("mailto:ann@example.org"), "- " AT "\"mailto:ann@example.org\" is read as ann@example.org.\n"},
		{LIST("ann@ex\xd0\xb0mple.org"),
		 "- " AT
		 "\"ann@ex\xd0\xb0mple.org\" has letters that addresses rarely have; one may only look like the right "
		 "one. Check it, and type it anew if in doubt.\n"},
		{LIST("ann@gmial.com"),
		 "- " AT "\"ann@gmial.com\" has a domain that looks like a slip; it is kept as it is. Did you mean "
		 "ann@gmail.com?\n"},
		{LIST("#REF!"),
		 "! " AT
		 "\"#REF!\" is an error of the spreadsheet, not a value; it is left out. Mend the formula, or type the "
		 "value, and import the list again.\n"},
		{LIST("ann@example.org\nAnn Lee,"), ""},
	};

	(void)state;
	EXPECT(troubles);
#undef LIST
#undef AT
}

/* The domain that most others have is suggested, and nothing is corrected by itself. */
static void test_a_domain_that_nobody_else_has(void **state)
{
	static const struct trouble trouble = {
		"Name,E-mail\nA,a@northlight.example\nB,b@northlight.example\nC,c@northlight.example\n"
		"D,d@northlight.example\nE,e@northlight.example\nF,f@nothlight.example\nG,g@kestrel.example\n",
		"- list.csv row 7, column \"E-mail\": \"f@nothlight.example\" has a domain that looks like a slip; it "
		"is kept "
		"as it is. Did you mean f@northlight.example?\n"};

	(void)state;
	expect(&trouble, 1);
}

static void test_names(void **state)
{
	static const struct trouble troubles[] = {
		{"Name,Email\n,a@x.org\n",
		 "! list.csv row 2: has no name in it. Give the person's name, or take the row out.\n"},
		{"Name,Email\n12345,a@x.org\n", "! list.csv row 2, column \"Name\": \"12345\" has no letter in it, so "
						"it is no name. Give the person's name, "
						"or take the row out.\n"},
		{"Name,Email\nann@x.org,a@x.org\n", "- list.csv row 2, column \"Name\": \"ann@x.org\" looks like an "
						    "address, not like a name. Give the person's "
						    "name.\n"},
		{"Name,Email\nZo\xc3\x83\xc2\xab,a@x.org\n",
		 "- list.csv row 2, column \"Name\": \"Zo\xc3\x83\xc2\xab\" has accents that were spoilt before they "
		 "came here; "
		 "it is kept as it is. Did you mean Zo\xc3\xab? Correct the cell.\n"},
		/* As people are called: nothing to say. */
		{"First name,Last "
		 "name,Email\nNull,None,a@x.org\nNa,No,b@x.org\nBr\xc3\xa5ten,\xc3\x85s\xc3\xb8y,c@x.org\n"
		 "Siobh\xc3\xa1n (she/her),\xc3\x93 N\xc3\xa9ill,d@x.org\n",
		 ""},
	};

	(void)state;
	EXPECT(troubles);
}

static void test_phones(void **state)
{
	static const struct trouble troubles[] = {
		{"Name,Tel,Email\nAnn,4.47701E+11,a@x.org\n",
		 "- list.csv row 2, column \"Tel\": \"4.47701E+11\" is a phone number whose last digits a spreadsheet "
		 "has lost; "
		 "it is left out. Format the column as text, type the number anew, and save the list again.\n"},
		{"Name,Tel,Email\nAnn,ask her,a@x.org\n", "- list.csv row 2, column \"Tel\": \"ask her\" has no digit, "
							  "so it is no phone number; it is left out. Correct "
							  "the cell, or empty it.\n"},
		{"Name,Tel,Email\nAnn,07700 900123,a@x.org\nBob,7700900124,b@x.org\nCy,+44 7700 900125,c@x.org\n",
		 "- list.csv row 3, column \"Tel\": \"7700900124\" may have lost its first 0 in a spreadsheet; it is "
		 "kept as it "
		 "is. Add the 0, with the column formatted as text.\n"},
		/* Nobody's number begins with 0: they are from a country where none does. */
		{"Name,Tel,Email\nAnn,2125550123,a@x.org\n", ""},
	};

	(void)state;
	EXPECT(troubles);
}

static void test_dates(void **state)
{
#define LIST(date) "Name,Start date,Email\nAnn," date ",a@x.org\n"
#define AT "- list.csv row 2, column \"Start date\": "
	static const struct trouble troubles[] = {
		{LIST("31/02/2026"),
		 AT "\"31/02/2026\" is no date; it is left out. Write it as 2026-03-05: year, month, day.\n"},
		{LIST("soon"), AT "\"soon\" is no date; it is left out. Write it as 2026-03-05: year, month, day.\n"},
		{"Name,Start date,Email\nAnn,25/03/2026,a@x.org\nBob,03/26/2026,b@x.org\n", AT
		 "\"25/03/2026\" may be day or month first; it is left out. Write it as 2026-03-05: year, month, day.\n"
		 "- list.csv row 3, column \"Start date\": \"03/26/2026\" may be day or month first; it is left out. "
		 "Write "
		 "it as 2026-03-05: year, month, day.\n"},
	};

	(void)state;
	EXPECT(troubles);
#undef LIST
#undef AT
}

static void test_numbers(void **state)
{
#define LIST(hours) "Name,Email,Hours per month\nAnn,a@x.org," hours "\n"
#define AT "- list.csv row 2, column \"Hours per month\": "
#define ONE " Enter one number, or leave the cell empty.\n"
	static const struct trouble troubles[] = {
		{LIST("3-4"), AT "\"3-4\" is a range, not one number of hours; it is left out." ONE},
		{LIST("lots"), AT "\"lots\" is not a number of hours; it is left out." ONE},
		{LIST("-1"), AT "\"-1\" is not between 0 and 744; it is left out." ONE},
		{LIST("a million"), AT "\"a million\" is not a number of hours; it is left out." ONE},
		{LIST("03-Apr"),
		 AT "\"03-Apr\" is a date, which a spreadsheet makes of 3-4 by itself; it is left out." ONE},
		{LIST("2026-04-03"),
		 AT "\"2026-04-03\" is a date, which a spreadsheet makes of 3-4 by itself; it is left out." ONE},
		{LIST("#DIV/0!"), AT "\"#DIV/0!\" is an error of the spreadsheet, not a value; it is left out. Mend "
				     "the formula, or type the "
				     "value, and import the list again.\n"},
		{LIST("tbc"), ""},
	};

	(void)state;
	EXPECT(troubles);
#undef LIST
#undef AT
#undef ONE
}

static void test_roles_and_answers(void **state)
{
	static const struct trouble troubles[] = {
		{"Name,Programme role,Email\nAnn,Treasurer,a@x.org\n",
		 "- list.csv row 2, column \"Programme role\": \"Treasurer\" is no role; it is left out. Enter mentor, "
		 "mentee, "
		 "coach or coachee, or several of them.\n"},
		{"Name,Mentor?,Email\nAnn,perhaps,a@x.org\nBob,Yes,b@x.org\n",
		 "- list.csv row 2, column \"Mentor?\": \"perhaps\" is neither yes nor no; it is left out. Enter yes "
		 "or no.\n"},
		{"Name,Contact preference,Email\nAnn,pigeon,a@x.org\n",
		 "- list.csv row 2, column \"Contact preference\": \"pigeon\" is not one of e-mail, phone, text "
		 "message or post; it is left out. Enter one of them, or leave the cell empty.\n"},
		{"Name,Email,Line manager email\nAnn,a@x.org,A@x.org\n",
		 "- list.csv row 2: \"A@x.org\" is the person's own address: nobody is their own line manager. It was "
		 "left "
		 "out; give the manager's address.\n"},
	};

	(void)state;
	EXPECT(troubles);
}

static void test_shape(void **state)
{
	static const struct trouble troubles[] = {
		{"Name,Email\n\"Bob,b@x.org\nCy,c@x.org\n", "! list.csv row 2: \"\"Bob,b@x.org\" has a quotation mark "
							    "that is not closed. Close it, or take it away.\n"},
		{"Name,Email\nCy \"C\" Day,c@x.org\n",
		 "! list.csv row 2: \"Cy \"C\" Day,c@x.org\" has a quotation mark in the middle of a cell. Take it "
		 "away, or put "
		 "the whole cell into quotation marks and double those inside.\n"},
		{"Name,Email\nLee, Ann,a@x.org\n", "! list.csv row 2: has 3 cells under 2 headings. Put a cell that "
						   "has the delimiter in it into quotation "
						   "marks.\n"},
		{"Name,Email,Area\nAnn,a@x.org\n", "- list.csv row 2: has only 2 cells under 3 headings; the others "
						   "count as empty. Check that its cells stand "
						   "under the right headings.\n"},
		{"Name,Email,Role,Area\nNorthern region,,,\nAnn,a@x.org,Mentor,West\n",
		 "! list.csv row 2: \"Northern region\" is all that the row holds: a person, or a heading within the "
		 "list? If "
		 "it is a person, give an e-mail or a role as well; else take the row out.\n"},
	};

	(void)state;
	EXPECT(troubles);
}

static void test_hostile_cells(void **state)
{
	static const struct trouble troubles[] = {
		{"Name,Email,Area\nAnn,a@x.org,Ri\x1b]0;owned\x07ver\n",
		 "- list.csv row 2, column \"Area\": \"Ri\\x1b]0;owned\\x07ver\" has 2 control characters, which are "
		 "left out. "
		 "Check the value.\n"},
		{"Name,Email,Area\nAnn,a@x.org,gnp\xe2\x80\xae.exe\n",
		 "- list.csv row 2, column \"Area\": \"gnp\\u202e.exe\" has 1 control character, which is left out. "
		 "Check the "
		 "value.\n"},
		/* A formula is text, and comes in as it is. */
		{"Name,Email,Area\nAnn,a@x.org,\"=HYPERLINK(\"\"http://example.net\"\")\"\n", ""},
	};

	(void)state;
	EXPECT(troubles);
}

static void test_a_cell_and_a_row_that_are_too_long(void **state)
{
	struct ch_buffer content = CH_BUFFER_EMPTY;
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	ch_buffer_add(&content, "Name,Email\nAnn,");
	for (int i = 0; i < 5 * 1024 * 1024; i++)
		ch_buffer_add_char(&content, 'x');
	ch_buffer_add(&content, "\n");
	for (int i = 0; i < 5000; i++)
		ch_buffer_add(&content, "y,");
	ch_buffer_add(&content, "\nBob,b@x.org\n");
	assert_int_equal(import_pipe_columns(&pipe, content.text, NULL, &err), CH_OK);
	read_people(&pipe);
	assert_string_equal(
		import_pipe_issues(&pipe),
		"! list.csv row 2: \"Ann,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" has a cell of more than 4 MB. "
		"Shorten the cell.\n"
		"! list.csv row 3: \"y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,y,…\" has more than 4,096 cells, and no "
		"more columns are read. Delete the columns beyond what you need, or say what parts the cells: "
		"--delimiter.\n");
	import_pipe_close(&pipe);
	ch_buffer_release(&content);
}

static void expect_passed_over(const char *content, const char *notices, int64_t rows)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_pipe_columns(&pipe, content, NULL, &err), CH_OK);
	read_people(&pipe);
	assert_string_equal(import_pipe_issues(&pipe), "");
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_ROWS), notices);
	assert_int_equal(pipe.columns.rows, rows);
	import_pipe_close(&pipe);
}

/* Rows that are about no person are no people, and no errors either. */
static void test_rows_about_no_person(void **state)
{
	(void)state;
	expect_passed_over(
		"Name,Email,Role,DBS check\nAnn,a@x.org,Mentor,Yes\nName,Email,Role,DBS check\nBob,b@x.org,Mentee,"
		"No\n",
		"Row 3 repeats the headings and is passed over\n", 2);
	expect_passed_over("Name,Email,Role,DBS check\nAnn,a@x.org,Mentor,Yes\n,,Mentee,No\n,,Mentee,No\n",
			   "2 rows, from 3 to 4, hold only what is filled in beforehand and are passed over\n", 1);
	expect_passed_over(
		"Name,Email,Role,Area\nMentors,,,\nAnn,a@x.org,Mentor,West\nMentees:,,,\nBob,b@x.org,Mentee,East\n"
		"Total,,,2\nCONFIDENTIAL - do not forward,,,\n",
		"Row 2 (\"Mentors\") is about no person and is passed over\n"
		"Row 4 (\"Mentees:\") is about no person and is passed over\n"
		"Row 6 (\"Total\") is about no person and is passed over\n"
		"Row 7 (\"CONFIDENTIAL - do not forward\") is about no person and is passed over\n",
		2);
	/* People who are called like that are people. */
	expect_passed_over("First name,Last name,Email\nPage,Sum,p@x.org\nJimmy,Page,\nTotal,Ann,\n", "", 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_a_domain_that_nobody_else_has),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_phones),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_roles_and_answers),
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_hostile_cells),
		cmocka_unit_test(test_a_cell_and_a_row_that_are_too_long),
		cmocka_unit_test(test_rows_about_no_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
