/*
 * Text into records: the delimiter, quotes that are none, row numbers, and what
 * is said of rows that cannot be read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "import_pipe.h"

/* The records, one a line: "row:line cell|cell". */
static const char *records_of(struct import_pipe *pipe)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_record record;
	bool found;

	for (;;) {
		assert_int_equal(
			row_source_next(&pipe->records.source, &pipe->arena, &pipe->findings, &record, &found, &err),
				CH_OK);
		if (!found)
			break;
		ch_buffer_printf(&out, "%d:%d ", (int)record.row, (int)record.line);
		for (size_t i = 0; i < record.count; i++)
			ch_buffer_printf(&out, "%s%s", i > 0 ? "|" : "", record.cells[i]);
		ch_buffer_add_char(&out, '\n');
	}
	const char *copy = ch_arena_copy(&pipe->arena, out.text);

	ch_buffer_release(&out);
	return copy;
}

static void expect(const char *content, const char *records, const char *notices)
{
	struct import_pipe pipe;

	import_pipe_records(&pipe, content);
	assert_string_equal(records_of(&pipe), records);
	assert_string_equal(import_pipe_notices(&pipe, IMPORT_TOPIC_DELIMITER), notices);
	import_pipe_close(&pipe);
}

static void test_each_delimiter_is_found(void **state)
{
	(void)state;
	expect("Name,Email\nAnn,a@x\n", "1:1 Name|Email\n2:2 Ann|a@x\n", "Columns are separated by commas\n");
	expect("Name;Email\nAnn;a@x\n", "1:1 Name|Email\n2:2 Ann|a@x\n", "Columns are separated by semicolons\n");
	expect("Name\tEmail\nAnn\ta@x\n", "1:1 Name|Email\n2:2 Ann|a@x\n", "Columns are separated by tabs\n");
	expect("Name|Email\nAnn|a@x\n", "1:1 Name|Email\n2:2 Ann|a@x\n", "Columns are separated by bars\n");
	expect("Email\na@x\n", "1:1 Email\n2:2 a@x\n", "Columns are separated by commas\n");
}

/* Counting characters would take the semicolon in the first, the comma in the second. */
static void test_headings_decide_the_hard_cases(void **state)
{
	(void)state;
	expect("Name,Email,Skills\nAnn,a@x,a;b;c;d\nBob,b@x,a;b;c;d\n",
	       "1:1 Name|Email|Skills\n2:2 Ann|a@x|a;b;c;d\n3:3 Bob|b@x|a;b;c;d\n",
	       "Columns are separated by commas\n");
	expect("Name;Hours\nLee, Ann, Dr;1,5\nCox, Bob, Mr;2,5\n",
	       "1:1 Name|Hours\n2:2 Lee, Ann, Dr|1,5\n3:3 Cox, Bob, Mr|2,5\n",
	       "Columns are separated by semicolons\n");
}

static void test_sep_line(void **state)
{
	(void)state;
	expect("sep=;\r\nName;Email\r\nAnn, Bob;a@x\r\n", "1:2 Name|Email\n2:3 Ann, Bob|a@x\n",
	       "Columns are separated by semicolons, as the first line of the file says\n");
	expect("sep=,\nName,Email\nAnn,a@x", "1:2 Name|Email\n2:3 Ann|a@x\n",
	       "Columns are separated by commas, as the first line of the file says\n");
	expect("sep=\"\nName,Email\nAnn,a@x", "2:2 Name|Email\n3:3 Ann|a@x\n",
	       "Columns are separated by commas\n");
	expect("sep=\n\nName,Email\nAnn,a@x", "1:1 sep=\n3:3 Name|Email\n4:4 Ann|a@x\n",
	       "Columns are separated by commas\n");
}

static void test_blank_rows_are_counted_and_passed_over(void **state)
{
	struct import_pipe pipe;

	(void)state;
	import_pipe_records(&pipe, "Name,Email\n\n,\n \xc2\xa0,\t\nAnn,a@x\n,,,\n");
	assert_string_equal(records_of(&pipe), "1:1 Name|Email\n5:5 Ann|a@x\n");
	assert_int_equal(pipe.records.source.blank, 4);
	assert_int_equal(pipe.records.source.read, 2);
	import_pipe_close(&pipe);
}

static void test_rows_that_cannot_be_read(void **state)
{
	struct import_pipe pipe;

	(void)state;
	import_pipe_records(&pipe, "Name,Email\nZoe,\"two\nlines\"\n\"Bob,b@x\nCy \"C\" Day,c@x\nDi,d@x\n");
	assert_string_equal(records_of(&pipe), "1:1 Name|Email\n2:2 Zoe|two\nlines\n5:6 Di|d@x\n");
	assert_string_equal(import_pipe_issues(&pipe),
			    "! list.csv row 3 (line 4): \"\"Bob,b@x\" has a quotation mark that is not closed. "
			    "Close it, or take it away.\n"
			    "! list.csv row 4 (line 5): \"Cy \"C\" Day,c@x\" has a quotation mark in the middle of a "
			    "cell. "
			    "Take it away, or put the whole cell into quotation marks and double those inside.\n");
	assert_int_equal(pipe.records.source.broken, 2);
	assert_int_equal(pipe.records.source.read, 5);
	import_pipe_close(&pipe);
}

static void test_quotes_that_never_enclose_cells(void **state)
{
	(void)state;
	expect("Name\tEmail\n\"A\ta@x\n\"B\tb@x\nC \"c\" C\tc@x\nD\"\td@x\n5\" E\te@x\n",
	       "1:1 Name|Email\n2:2 \"A|a@x\n3:3 \"B|b@x\n4:4 C \"c\" C|c@x\n5:5 D\"|d@x\n6:6 5\" E|e@x\n",
	       "Columns are separated by tabs\nQuotation marks are read as they stand, because they do not enclose "
	       "cells\n");
	expect("Name,Email\nA \"a\" A,a@x\nB \"b\" B,b@x\nC \"c\" C,c@x\nD \"d\" D,d@x\n",
	       "1:1 Name|Email\n2:2 A \"a\" A|a@x\n3:3 B \"b\" B|b@x\n4:4 C \"c\" C|c@x\n5:5 D \"d\" D|d@x\n",
	       "Columns are separated by commas\nQuotation marks are read as they stand, because they do not enclose "
	       "cells\n");
}

static void test_reading_again_gives_the_same(void **state)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	import_pipe_records(&pipe, "sep=;\nName;Email\n\"Bob;b@x\nDi;d@x\n");
	const char *first = records_of(&pipe);

	assert_int_equal(row_source_rewind(&pipe.records.source, &err), CH_OK);
	assert_string_equal(records_of(&pipe), first);
	assert_string_equal(first, "1:2 Name|Email\n3:4 Di|d@x\n");
	import_pipe_close(&pipe);
}

static void test_delimiters_by_name(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	char delimiter;

	(void)state;
	assert_int_equal(import_delimiter_named("tab", &delimiter, &err), CH_OK);
	assert_int_equal(delimiter, '\t');
	assert_int_equal(import_delimiter_named(";", &delimiter, &err), CH_OK);
	assert_int_equal(delimiter, ';');
	assert_string_equal(import_delimiter_name('|'), "bar");
	assert_int_equal(import_delimiter_named("x", &delimiter, &err), CH_USAGE);
	assert_string_equal(err.message, "\"x\" is no delimiter; comma, semicolon, tab and bar are");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_delimiter_is_found),
		cmocka_unit_test(test_headings_decide_the_hard_cases),
		cmocka_unit_test(test_sep_line),
		cmocka_unit_test(test_blank_rows_are_counted_and_passed_over),
		cmocka_unit_test(test_rows_that_cannot_be_read),
		cmocka_unit_test(test_quotes_that_never_enclose_cells),
		cmocka_unit_test(test_reading_again_gives_the_same),
		cmocka_unit_test(test_delimiters_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
