/*
 * CSV out: quoting, the formula guard, and that what is written reads back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/exchange.h"
#include "core/import/csv_read.h"
#include "core/export/csv_write.h"

struct style {
	char delimiter; /* 0: comma */
	bool raw;
};

static void expect_row(struct style style, const char *const *cells, size_t count, const char *wanted)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_csv_add_row(&out, cells, count, style.delimiter, style.raw);
	assert_string_equal(out.text, wanted);
	ch_buffer_release(&out);
}

static void test_quotes_only_where_needed(void **state)
{
	const char *cells[] = {"Ann Lee", "a, b", "say \"hello\"", "two\nlines", " kept ", NULL, ""};

	(void)state;
	expect_row((struct style){0}, cells, 7,
		   "Ann Lee,\"a, b\",\"say \"\"hello\"\"\",\"two\nlines\",\" kept \",,\r\n");
	expect_row((struct style){.delimiter = ';'}, cells, 2, "Ann Lee;a, b\r\n");
}

static void test_row_of_one_empty_cell_is_a_row(void **state)
{
	const char *cells[] = {"", NULL};

	(void)state;
	expect_row((struct style){0}, cells, 1, "\"\"\r\n");
	expect_row((struct style){0}, cells + 1, 1, "\"\"\r\n");
}

static void test_guard_unless_raw(void **state)
{
	const char *cells[] = {"=1+1", "+44 20", "-", "@x", "\ttab", "'=x", "''-y", "'tis", "a=b"};

	(void)state;
	expect_row((struct style){0}, cells, 9, "'=1+1,'+44 20,'-,'@x,'\ttab,''=x,'''-y,'tis,a=b\r\n");
	expect_row((struct style){.raw = true}, cells, 9, "=1+1,+44 20,-,@x,\"\ttab\",'=x,''-y,'tis,a=b\r\n");
}

static void test_control_characters_are_left_out(void **state)
{
	const char *cells[] = {"a\x1b[31mb\x07", "\x7f\xc2\x9b" "c", "d\r\ne\rf", "\x1b=1"};

	(void)state;
	expect_row((struct style){0}, cells, 4, "a[31mb,c,\"d\ne\nf\",'=1\r\n");
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* A cell of the pieces that make trouble. */
static const char *nasty_cell(struct ch_arena *arena, uint32_t *seed)
{
	static const char *const pieces[] = {"'",  "=",  "+", "-", "@",  "\t", "\n",       "\"", ",",     ";",
					     "|",  " ",  "a", "é", "田", "0",  "\xc2\xa0", "''", "\"\"", "sep="};
	struct ch_buffer cell = CH_BUFFER_EMPTY;

	for (uint32_t i = next_random(seed) % 6; i > 0; i--)
		ch_buffer_add(&cell, pieces[next_random(seed) % (sizeof(pieces) / sizeof(*pieces))]);
	const char *copy = ch_arena_copy(arena, cell.text);

	ch_buffer_release(&cell);
	return copy;
}

enum { ROWS = 400, COLUMNS = 5 };

static void check_round_trip(struct style style, uint32_t seed)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct csv_reader *reader = csv_reader_new(style.delimiter, true, 1);
	const char *cells[ROWS][COLUMNS];
	struct csv_row row;

	for (size_t r = 0; r < ROWS; r++) {
		for (size_t c = 0; c < COLUMNS; c++)
			cells[r][c] = nasty_cell(&arena, &seed);
		ch_csv_add_row(&out, cells[r], COLUMNS, style.delimiter, style.raw);
	}
	csv_reader_feed(reader, out.text, out.length, true);
	for (size_t r = 0; r < ROWS; r++) {
		assert_int_equal(csv_reader_next(reader, &arena, &row), CSV_STEP_ROW);
		assert_int_equal(row.problem, CSV_READABLE);
		assert_int_equal(row.row, r + 1);
		assert_int_equal(row.count, COLUMNS);
		for (size_t c = 0; c < COLUMNS; c++)
			assert_string_equal(style.raw ? row.cells[c] : csv_unguard(row.cells[c]), cells[r][c]);
	}
	assert_int_equal(csv_reader_next(reader, &arena, &row), CSV_STEP_END);
	csv_reader_free(reader);
	ch_buffer_release(&out);
	ch_arena_release(&arena);
}

static void test_round_trip(void **state)
{
	static const char delimiters[] = {',', ';', '\t', '|'};

	(void)state;
	for (uint32_t seed = 1; seed <= 5; seed++)
		for (size_t i = 0; i < sizeof(delimiters); i++) {
			check_round_trip((struct style){.delimiter = delimiters[i]}, seed);
			check_round_trip((struct style){.delimiter = delimiters[i], .raw = true}, seed);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quotes_only_where_needed),
		cmocka_unit_test(test_row_of_one_empty_cell_is_a_row),
		cmocka_unit_test(test_guard_unless_raw),
		cmocka_unit_test(test_control_characters_are_left_out),
		cmocka_unit_test(test_round_trip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
