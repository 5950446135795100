/* Cells: clusters stay whole, columns stay straight, and nothing leaves its area. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "canvas_dump.h"
#include "chiron/text.h"
#include "tui/terminal/canvas.h"
#include "tui/widgets/layout.h"

static struct canvas canvas;
static struct ch_buffer dump;

static int set_up(void **state)
{
	(void)state;
	canvas = CANVAS_EMPTY;
	dump = CH_BUFFER_EMPTY;
	canvas_resize(&canvas, 20, 4);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	canvas_release(&canvas);
	ch_buffer_release(&dump);
	return 0;
}

static void assert_drawn(const char *expected)
{
	ch_buffer_clear(&dump);
	canvas_dump(&canvas, &dump);
	assert_string_equal(dump.text, expected);
}

static const struct canvas_cell *cell(int x, int y)
{
	return &canvas.cells[(size_t)y * (size_t)canvas.width + (size_t)x];
}

/* Every wide cell has its second half, and every second half its first. */
static void assert_halves_match(void)
{
	for (int y = 0; y < canvas.height; y++)
		for (int x = 0; x < canvas.width; x++) {
			bool after_wide = x > 0 && cell(x - 1, y)->width == 2;

			assert_int_equal(cell(x, y)->width == 0, after_wide);
			assert_false(x == canvas.width - 1 && cell(x, y)->width == 2);
		}
}

static void text_stays_in_its_area(void **state)
{
	struct rect area = {.x = 5, .y = 1, .width = 6, .height = 2};

	(void)state;
	assert_int_equal(canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "abcdef"), 6);
	assert_int_equal(canvas_text(&canvas, area, 4, 1, CANVAS_PLAIN, "xy"), 2);
	canvas_text(&canvas, area, 0, 2, CANVAS_PLAIN, "below");
	canvas_text(&canvas, area, 0, -1, CANVAS_PLAIN, "above");
	canvas_text(&canvas, area, -2, 1, CANVAS_PLAIN, "12345");
	canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, NULL);
	assert_drawn("\n     abcdef\n     345 xy\n\n");
	canvas_text(&canvas, (struct rect){.x = 18, .y = 3, .width = 90, .height = 90}, 0, 0, CANVAS_PLAIN, "corner");
	assert_drawn("\n     abcdef\n     345 xy\n                  co\n");
}

static void what_is_cut_ends_in_a_mark(void **state)
{
	struct rect area = {.x = 5, .y = 1, .width = 6, .height = 2};

	(void)state;
	assert_int_equal(canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "abcdefghij"), 6);
	assert_int_equal(canvas_text(&canvas, area, 5, 1, CANVAS_PLAIN, "xyz"), 1);
	assert_int_equal(canvas_text(&canvas, area, 6, 1, CANVAS_PLAIN, "none"), 0);
	assert_drawn("\n     abcde…\n          …\n\n");
}

static void wide_clusters_are_never_split(void **state)
{
	struct rect area = {.width = 5, .height = 1};

	(void)state;
	assert_int_equal(canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "山田太郎"), 5);
	assert_drawn("山田…\n\n\n\n");
	assert_halves_match();
	canvas_clear(&canvas);
	assert_int_equal(canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "山田"), 4);
	assert_halves_match();
	canvas_text(&canvas, area, 1, 0, CANVAS_PLAIN, "x"); /* over the second half of the first */
	assert_drawn(" x田\n\n\n\n");
	canvas_text(&canvas, area, 1, 0, CANVAS_PLAIN, "川"); /* over the first half of the second */
	assert_drawn(" 川\n\n\n\n");
	assert_halves_match();
}

static void marks_and_joined_emoji_take_one_place(void **state)
{
	struct rect area = {.width = 20, .height = 4};

	(void)state;
	assert_int_equal(canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "Nu\u0301n\u0303ez"), 5);
	assert_int_equal(canvas_text(&canvas, area, 0, 1, CANVAS_PLAIN, "\U0001F469\u200d\U0001F52C!"), 3);
	assert_int_equal(canvas_text(&canvas, area, 0, 2, CANVAS_PLAIN, "\u05db\u05d4\u05df"), 3);
	assert_string_equal(cell(1, 0)->text, "u\u0301");
	assert_string_equal(cell(2, 1)->text, "!");
	assert_halves_match();
}

static void a_pile_of_marks_is_cut_between_code_points(void **state)
{
	struct ch_buffer pile = CH_BUFFER_EMPTY;

	(void)state;
	ch_buffer_add(&pile, "e");
	for (int i = 0; i < 1000; i++)
		ch_buffer_add(&pile, "\u0301");
	ch_buffer_add(&pile, "x");
	assert_int_equal(canvas_text(&canvas, canvas_area(&canvas), 0, 0, CANVAS_PLAIN, pile.text), 2);
	assert_true(strlen(cell(0, 0)->text) < CANVAS_TEXT_SIZE);
	assert_int_equal(strlen(cell(0, 0)->text) % 2, 1); /* the base, and whole marks of two bytes */
	assert_string_equal(cell(1, 0)->text, "x");
	ch_buffer_release(&pile);
}

static void what_steers_a_terminal_is_drawn_as_marks(void **state)
{
	(void)state;
	canvas_resize(&canvas, 60, 1);
	canvas_text(&canvas, canvas_area(&canvas), 0, 0, CANVAS_PLAIN, "a\033[2J\a\u202eb\xc2\x9b\x80z");
	ch_buffer_clear(&dump);
	canvas_dump(&canvas, &dump);
	for (const char *c = dump.text; *c != '\0'; c++)
		assert_true(*c == '\n' || ((unsigned char)*c >= 0x20 && *c != 0x7f));
	assert_non_null(strstr(dump.text, "\\x1b[2J"));
	assert_non_null(strstr(dump.text, "\\u202e"));
	assert_null(strstr(dump.text, "\u202e"));
	assert_null(strstr(dump.text, "\xc2\x9b"));
}

static void fit_pads_and_marks_what_it_cuts(void **state)
{
	struct rect area = canvas_area(&canvas);

	(void)state;
	canvas_text(&canvas, area, 0, 0, CANVAS_PLAIN, "....................");
	canvas_fit(&canvas, area, 2, 0, 6, CANVAS_LEFT, CANVAS_PLAIN, "ab");
	canvas_fit(&canvas, area, 10, 0, 6, CANVAS_RIGHT, CANVAS_PLAIN, "42");
	assert_drawn("..ab    ..    42....\n\n\n\n");
	canvas_fit(&canvas, area, 0, 1, 6, CANVAS_LEFT, CANVAS_PLAIN, "abcdefg");
	canvas_fit(&canvas, area, 10, 1, 6, CANVAS_LEFT, CANVAS_PLAIN, "山田太郎");
	canvas_fit(&canvas, area, 0, 2, 0, CANVAS_LEFT, CANVAS_PLAIN, "nothing");
	assert_drawn("..ab    ..    42....\nabcde…    山田…\n\n\n");
	canvas.ascii = true;
	canvas_fit(&canvas, area, 0, 3, 4, CANVAS_LEFT, CANVAS_PLAIN, "abcdefg");
	assert_int_equal(cell(3, 3)->text[0], '>');
}

static void boxes_and_lines_have_an_ascii_form(void **state)
{
	struct rect area = {.x = 1, .width = 8, .height = 3};
	struct rect inside = canvas_box(&canvas, area, CANVAS_PLAIN, "Do");

	(void)state;
	assert_int_equal(inside.x, 2);
	assert_int_equal(inside.width, 6);
	assert_int_equal(inside.height, 1);
	assert_drawn(" ┌─Do───┐\n │      │\n └──────┘\n\n");
	canvas.ascii = true;
	canvas_box(&canvas, area, CANVAS_PLAIN, NULL);
	canvas_line_down(&canvas, canvas_area(&canvas), 12, 0, 9, CANVAS_PLAIN);
	assert_drawn(" +------+   |\n |      |   |\n +------+   |\n            |\n");
	canvas_box(&canvas, (struct rect){.width = 1, .height = 1}, CANVAS_PLAIN, "x");
	canvas_box(&canvas, (struct rect){.width = -3, .height = -3}, CANVAS_PLAIN, "x");
	assert_halves_match();
}

static void text_wraps_at_blanks(void **state)
{
	size_t next;

	(void)state;
	assert_int_equal(canvas_wrap(&canvas, (struct rect){.width = 10, .height = 4}, 0, 0, CANVAS_PLAIN,
				     "one two three\nfour abcdefghijklm"),
			 5);
	assert_drawn("one two\nthree\nfour\nabcdefghi\u2026\n");
	assert_int_equal(ch_text_break("山田太郎", 5, &next), strlen("山田"));
	assert_int_equal(next, strlen("山田"));
	assert_int_equal(ch_text_break("ab cd", 2, &next), 2); /* the blank hangs over the edge */
	assert_int_equal(next, 3);
	assert_int_equal(ch_text_break("", 5, &next), 0);
	assert_int_equal(ch_text_break("x", 0, &next), 1); /* a row takes at least one cluster */
}

static void the_cursor_is_inside_or_nowhere(void **state)
{
	struct rect area = {.x = 2, .y = 1, .width = 5, .height = 2};

	(void)state;
	canvas_cursor(&canvas, area, 4, 1);
	assert_int_equal(canvas.cursor_x, 6);
	assert_int_equal(canvas.cursor_y, 2);
	canvas_cursor(&canvas, area, 5, 1);
	assert_int_equal(canvas.cursor_x, -1);
}

static void the_layout_gives_every_row_away_once(void **state)
{
	(void)state;
	for (int height = LAYOUT_HEIGHT_MIN; height < 60; height++) {
		struct layout at = layout_of((struct rect){.width = 80, .height = height}, true, 1);

		assert_int_equal(at.header.height + at.tabs.height + at.rule.height + at.body.height +
					 at.status.height + at.hints.height,
				 height);
		assert_int_equal(at.body.y, at.header.height + at.tabs.height + at.rule.height);
		assert_int_equal(at.status.y, at.body.y + at.body.height);
		assert_int_equal(at.hints.y, height - 1);
		assert_true(at.body.height >= 6);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(text_stays_in_its_area, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_cut_ends_in_a_mark, set_up, tear_down),
		cmocka_unit_test_setup_teardown(wide_clusters_are_never_split, set_up, tear_down),
		cmocka_unit_test_setup_teardown(marks_and_joined_emoji_take_one_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_pile_of_marks_is_cut_between_code_points, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_steers_a_terminal_is_drawn_as_marks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(fit_pads_and_marks_what_it_cuts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(boxes_and_lines_have_an_ascii_form, set_up, tear_down),
		cmocka_unit_test_setup_teardown(text_wraps_at_blanks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_cursor_is_inside_or_nowhere, set_up, tear_down),
		cmocka_unit_test(the_layout_gives_every_row_away_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
