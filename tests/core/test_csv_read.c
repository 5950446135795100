/*
 * CSV into rows: what is read, what is given up, and how rows are counted.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "core/import/csv_read.h"

struct how {
	char delimiter; /* 0: comma */
	bool unquoted;
	size_t piece; /* bytes fed at a time; 0: all */
};

/*
 * Rows as one text each on a line: "row:line cell|cell", or "row:line !problem raw";
 * line feeds in cells as ~.
 */
static char *rows_of(struct ch_arena *arena, const char *text, struct how how)
{
	struct csv_reader *reader = csv_reader_new(how.delimiter ? how.delimiter : ',', !how.unquoted, 1);
	struct ch_buffer out = CH_BUFFER_EMPTY;
	size_t length = strlen(text), at = 0;
	struct csv_row row;
	enum csv_step step;

	while ((step = csv_reader_next(reader, arena, &row)) != CSV_STEP_END) {
		if (step == CSV_STEP_MORE) {
			size_t piece = how.piece && length - at > how.piece ? how.piece : length - at;

			csv_reader_feed(reader, text + at, piece, at == length);
			at += piece;
			continue;
		}
		ch_buffer_printf(&out, "%d:%d ", (int)row.row, (int)row.line);
		if (row.problem)
			ch_buffer_printf(&out, "!%d %s", (int)row.problem, row.raw);
		for (size_t i = 0; i < row.count; i++)
			ch_buffer_printf(&out, "%s%s", i > 0 ? "|" : "", row.cells[i]);
		ch_buffer_add_char(&out, '\n');
	}
	csv_reader_free(reader);
	for (size_t i = 0; i + 1 < out.length; i++)
		if (out.text[i] == '\n' && (out.text[i + 1] < '0' || out.text[i + 1] > '9'))
			out.text[i] = '~';
	char *copy = ch_arena_copy(arena, out.text);

	ch_buffer_release(&out);
	return copy;
}

/* Reads whole, and byte by byte: cutting the text anywhere must change nothing. */
static void expect(const char *text, const char *rows, struct how how)
{
	static const size_t pieces[] = {0, 1, 2, 7};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct ch_arena arena = CH_ARENA_EMPTY;

		how.piece = pieces[i];
		assert_string_equal(rows_of(&arena, text, how), rows);
		ch_arena_release(&arena);
	}
}

static void test_line_ends(void **state)
{
	(void)state;
	expect("a,b\nc,d\n", "1:1 a|b\n2:2 c|d\n", (struct how){0});
	expect("a,b\r\nc,d\r\n", "1:1 a|b\n2:2 c|d\n", (struct how){0});
	expect("a,b\rc,d\r", "1:1 a|b\n2:2 c|d\n", (struct how){0});
	expect("a,b\rc,d\r\ne,f\ng,h", "1:1 a|b\n2:2 c|d\n3:3 e|f\n4:4 g|h\n", (struct how){0});
	expect("a,b\nc,", "1:1 a|b\n2:2 c|\n", (struct how){0});
	expect("", "", (struct how){0});
}

static void test_quotes(void **state)
{
	(void)state;
	expect("\"a,b\",\"say \"\"hello\"\"\",\"\"\n", "1:1 a,b|say \"hello\"|\n", (struct how){0});
	expect("a,\"two\nlines\",b\nc,d,e\n", "1:1 a|two~lines|b\n2:3 c|d|e\n", (struct how){0});
	expect("a,\"x\n\n\ny\"\nc,d\n", "1:1 a|x~~~y\n2:5 c|d\n", (struct how){0});
	expect("a,\"last\"", "1:1 a|last\n", (struct how){0});
	expect("a,\" kept \", lost \n", "1:1 a| kept |lost\n", (struct how){0});
}

static void test_delimiters(void **state)
{
	(void)state;
	expect("a;b,c;d\n", "1:1 a|b,c|d\n", (struct how){.delimiter = ';'});
	expect("\ta\t\tb\n", "1:1 |a||b\n", (struct how){.delimiter = '\t'});
	expect("a|b\n", "1:1 a|b\n", (struct how){.delimiter = '|'});
	expect("\t\n\na\tb\n", "1:1 |\n3:3 a|b\n", (struct how){.delimiter = '\t'});
}

static void test_blank_lines_count(void **state)
{
	(void)state;
	expect("a,b\n\n  \t\r\n\r\nc,d\n", "1:1 a|b\n5:5 c|d\n", (struct how){0});
	expect("\n\na,b\n", "3:3 a|b\n", (struct how){0});
	expect(",,\nc,d\n", "1:1 ||\n2:2 c|d\n", (struct how){0});
}

static void test_open_quote_costs_one_line(void **state)
{
	(void)state;
	/* A lenient reader makes one person of Bob and Cy here. */
	expect("n,e\n\"Bob,b@x\n\"Cy\",c@x\nDi,d@x\n", "1:1 n|e\n2:2 !1 \"Bob,b@x\n3:3 Cy|c@x\n4:4 Di|d@x\n",
	       (struct how){0});
	/* Nothing closes it to the end of the file. */
	expect("n,e\n\"Bob,b@x\nCy,c@x\nDi,d@x", "1:1 n|e\n2:2 !1 \"Bob,b@x\n3:3 Cy|c@x\n4:4 Di|d@x\n",
	       (struct how){0});
	expect("n,e\nCy,c@x\n\"Bob", "1:1 n|e\n2:2 Cy|c@x\n3:3 !1 \"Bob\n", (struct how){0});
}

static void test_stray_quote_costs_one_line(void **state)
{
	(void)state;
	expect("n,e\nAnn \"Annie\" Lee,a@x\nCy,c@x\n", "1:1 n|e\n2:2 !2 Ann \"Annie\" Lee,a@x\n3:3 Cy|c@x\n",
	       (struct how){0});
	expect("n,e\n\"Ann\" Lee,a@x\r\nCy,c@x\n", "1:1 n|e\n2:2 !2 \"Ann\" Lee,a@x\n3:3 Cy|c@x\n", (struct how){0});
	expect("Ann \"Annie\" Lee\ta@x\n5\" pipe\tb@x\n", "1:1 Ann \"Annie\" Lee|a@x\n2:2 5\" pipe|b@x\n",
	       (struct how){.delimiter = '\t', .unquoted = true});
}

static char *repeated(char c, size_t count, const char *after)
{
	char *text = malloc(count + strlen(after) + 1);

	assert_non_null(text);
	memset(text, c, count);
	strcpy(text + count, after);
	return text;
}

/* Reads in pieces of 64 KiB, as from a file, and gives the first rows. */
static void expect_large(const char *text, enum csv_problem problem, const char *next)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct csv_reader *reader = csv_reader_new(',', true, 1);
	size_t length = strlen(text), at = 0;
	struct csv_row row;

	for (int i = 0; i < 2; i++) {
		while (csv_reader_next(reader, &arena, &row) == CSV_STEP_MORE) {
			size_t piece = length - at > 65536 ? 65536 : length - at;

			csv_reader_feed(reader, text + at, piece, at == length);
			at += piece;
		}
		if (i == 0) {
			assert_int_equal(row.problem, problem);
			assert_true(strlen(row.raw) <= CSV_RAW_MOST);
		}
	}
	assert_int_equal(row.problem, CSV_READABLE);
	assert_int_equal(row.row, 2);
	assert_int_equal(row.line, 2);
	assert_string_equal(row.cells[0], next);
	csv_reader_free(reader);
	ch_arena_release(&arena);
}

static void test_limits(void **state)
{
	char *text;

	(void)state;
	text = repeated('x', CSV_CELL_MOST + 1, ",b\nnext,b\n");
	expect_large(text, CSV_CELL_TOO_LONG, "next");
	free(text);
	text = repeated('x', CSV_ROW_MOST + 100000, ",b\nnext,b\n");
	expect_large(text, CSV_ROW_TOO_LONG, "next");
	free(text);
	text = repeated(',', CSV_CELLS_MOST, "\nnext,b\n");
	expect_large(text, CSV_TOO_MANY_CELLS, "next");
	free(text);
	text = repeated('x', CSV_CELL_MOST + 100000, "\nlast,b\n");
	memcpy(text, "\"Bob,b\nnext,b\n", 14);
	expect_large(text, CSV_QUOTE_OPEN, "next");
	free(text);
}

static void test_most_cells_that_fit(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct csv_reader *reader = csv_reader_new(',', true, 1);
	char *text = repeated(',', CSV_CELLS_MOST - 1, "z\n");
	struct csv_row row;

	(void)state;
	csv_reader_feed(reader, text, strlen(text), true);
	assert_int_equal(csv_reader_next(reader, &arena, &row), CSV_STEP_ROW);
	assert_int_equal(row.problem, CSV_READABLE);
	assert_int_equal(row.count, CSV_CELLS_MOST);
	assert_string_equal(row.cells[CSV_CELLS_MOST - 1], "z");
	free(text);
	csv_reader_free(reader);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_delimiters),
		cmocka_unit_test(test_blank_lines_count),
		cmocka_unit_test(test_open_quote_costs_one_line),
		cmocka_unit_test(test_stray_quote_costs_one_line),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_most_cells_that_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
