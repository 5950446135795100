/* Bars and sparklines, and the grid that has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/bar.h"
#include "chiron/grid.h"

static void assert_bar(double value, double most, bool ascii, const char *expected)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_bar_add(&out, value, most, 4, ascii);
	assert_string_equal(out.text, expected);
	ch_buffer_release(&out);
}

static void test_a_bar_is_as_long_as_its_share(void **state)
{
	(void)state;
	assert_bar(10, 10, false, "████");
	assert_bar(5, 10, false, "██");
	assert_bar(3, 32, false, "▍");
	assert_bar(5, 10, true, "##");
	assert_bar(20, 10, true, "####");
}

static void test_whatever_is_above_nothing_can_be_seen(void **state)
{
	(void)state;
	assert_bar(1, 1000000, false, "▏");
	assert_bar(1, 1000000, true, "#");
	assert_bar(0, 10, false, "");
	assert_bar(-3, 10, false, "");
	assert_bar(0, 0, true, "");
}

static void test_a_sparkline_has_a_sign_for_each(void **state)
{
	static const double values[] = {0, 1, 4, 8};
	struct ch_buffer out = CH_BUFFER_EMPTY;

	(void)state;
	ch_sparkline_add(&out, values, 4, false);
	assert_string_equal(out.text, " ▁▄█");
	ch_buffer_clear(&out);
	ch_sparkline_add(&out, values, 4, true);
	assert_string_equal(out.text, " .=#");
	ch_buffer_release(&out);
}

static void test_months_make_a_series_with_its_words(void **state)
{
	static const struct ch_column columns[] = {{.key = "month", .label = "Month", .type = CH_TYPE_TEXT},
						   {.key = "sessions", .label = "Sessions", .type = CH_TYPE_NUMBER}};
	const char *cells[3][2] = {{"2026-03", "4"}, {"2026-04", "8"}, {"2026-05", "0"}};
	struct ch_row rows[] = {{1, cells[0], NULL}, {2, cells[1], NULL}, {3, cells[2], NULL}};
	struct ch_grid grid = {.columns = columns, .column_count = 2, .rows = rows, .row_count = 3, .chart_value = 1};
	struct ch_buffer out = CH_BUFFER_EMPTY;

	(void)state;
	ch_grid_add_series(&grid, true, ch_date_of(2026, 6, 1), &out);
	assert_string_equal(out.text, "Sessions: =#  from 4 (2026-03) to 0 (2026-05), at most 8 (2026-04),"
				      " at least 0 (2026-05)");
	ch_buffer_clear(&out);
	grid.row_count = 1;
	ch_grid_add_series(&grid, true, ch_date_of(2026, 6, 1), &out);
	assert_string_equal(out.text, "");
	ch_buffer_release(&out);
}

static void test_a_grid_without_a_chart_stays_as_it_is(void **state)
{
	static const struct ch_column columns[] = {{.key = "month", .label = "Month", .type = CH_TYPE_TEXT},
						   {.key = "sessions", .label = "Sessions", .type = CH_TYPE_NUMBER}};
	const char *cells[2][2] = {{"May", "4"}, {"June", NULL}};
	struct ch_row rows[] = {{.cells = cells[0]}, {.cells = cells[1]}};
	struct ch_grid grid = {.columns = columns, .column_count = 2, .rows = rows, .row_count = 2};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer out = CH_BUFFER_EMPTY;

	(void)state;
	assert_int_equal(ch_grid_with_bars(&grid, 4, true, &arena).column_count, 2);
	grid.chart_value = 1;
	grid = ch_grid_with_bars(&grid, 4, true, &arena);
	assert_true(ch_grid_add_table(&grid, 0, CH_NO_DATE, &out));
	assert_string_equal(out.text, "Month  Sessions\nMay           4  ####\nJune\n");
	ch_buffer_clear(&out);
	assert_false(ch_grid_add_table(&grid, 10, CH_NO_DATE, &out));
	assert_string_equal(out.text, "");
	ch_buffer_release(&out);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_bar_is_as_long_as_its_share),
		cmocka_unit_test(test_whatever_is_above_nothing_can_be_seen),
		cmocka_unit_test(test_a_sparkline_has_a_sign_for_each),
		cmocka_unit_test(test_months_make_a_series_with_its_words),
		cmocka_unit_test(test_a_grid_without_a_chart_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
