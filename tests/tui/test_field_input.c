/* The line editor alone: how it wraps, moves, undoes and fills up, with text of all kinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "canvas_dump.h"
#include "chiron/text.h"
#include "tui/widgets/field_input.h"
#include "tui/terminal/key.h"

/* Pieces that are hard: wide, with marks, joined, right to left, long words, line ends. */
static const char *const pieces[] = {
	"word",	 " ",  "a", "  ", "山田太郎", "e\u0301", "\U0001F469\u200d\U0001F52C", "שלום", "مرحبا", "\n",
	"\n\n",	 "-",  "Donaudampfschifffahrtsgesellschaft", "한국어", "क्षि", "ﷺ", "x\u0336y\u0336", ".",
	"\U0001F1E9\U0001F1EA",
};

enum { PIECES = sizeof(pieces) / sizeof(pieces[0]), ROUNDS = 300, STEPS = 60 };

static unsigned seed;

static unsigned next_random(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % below;
}

static const char *drawn(struct field_input *input, struct canvas *canvas, struct ch_buffer *dump, int columns,
			 int rows)
{
	struct rect area = {.width = columns + 1, .height = rows};

	canvas_resize(canvas, columns + 1, rows);
	input_draw(input, canvas, area, CANVAS_PLAIN, true);
	ch_buffer_clear(dump);
	canvas_dump(canvas, dump);
	return dump->text;
}

static void lines_break_at_words(void **state)
{
	static const struct {
		const char *text;
		int columns;
		const char *rows;
	} wraps[] = {
		{"one two three", 8, "one two\nthree\n"},
		{"one two three", 7, "one two\nthree\n"},
		{"onetwothree four", 6, "onetwo\nthree\nfour\n"},
		{"a\nb", 6, "a\nb\n"},
		{"a\n\nb", 6, "a\n\nb\n"},
		{"山田 太郎さん", 5, "山田\n太郎\nさん\n"},
		{"e\u0301e\u0301e\u0301 e\u0301", 3, "e\u0301e\u0301e\u0301\ne\u0301\n"},
		{"ab \U0001F469\u200d\U0001F52C cd", 4, "ab\n\U0001F469\u200d\U0001F52C\ncd\n"},
	};
	struct field_input input = INPUT_EMPTY;
	struct canvas canvas = CANVAS_EMPTY;
	struct ch_buffer dump = CH_BUFFER_EMPTY;

	(void)state;
	input.lines = true;
	for (size_t i = 0; i < sizeof(wraps) / sizeof(wraps[0]); i++) {
		int rows;

		input_set(&input, wraps[i].text);
		rows = input_rows(&input, wraps[i].columns);
		assert_string_equal(drawn(&input, &canvas, &dump, wraps[i].columns, rows), wraps[i].rows);
	}
	input_release(&input);
	canvas_release(&canvas);
	ch_buffer_release(&dump);
}

static void set_random(struct field_input *input)
{
	input_set(input, NULL);
	for (unsigned i = next_random(40); i > 0; i--)
		input_paste(input, pieces[next_random(PIECES)]);
}

/* Whether a cluster begins at the byte. */
static bool is_edge(const char *text, size_t at)
{
	size_t place = 0;
	int width;

	while (place < at)
		place += ch_text_cluster(text + place, &width);
	return place == at;
}

/* Going down and up again comes back to where it was, and the cursor never stands inside a cluster. */
static void rows_are_gone_through_both_ways(void **state)
{
	struct field_input input = INPUT_EMPTY;
	struct canvas canvas = CANVAS_EMPTY;
	struct ch_buffer dump = CH_BUFFER_EMPTY;

	(void)state;
	seed = 1;
	input.lines = true;
	for (int round = 0; round < ROUNDS; round++) {
		int columns = 4 + (int)next_random(40), rows, down = 0, up = 0;

		set_random(&input);
		rows = input_rows(&input, columns);
		drawn(&input, &canvas, &dump, columns, rows);
		assert_true(canvas.cursor_y == rows - 1 && canvas.cursor_x <= columns);
		while (input_key(&input, K_UP) == INPUT_MOVED)
			up++;
		assert_int_equal(up, rows - 1);
		for (input.cursor = 0; input_key(&input, K_DOWN) == INPUT_MOVED; down++) {
			assert_true(is_edge(input.text.text, input.cursor));
			drawn(&input, &canvas, &dump, columns, rows);
			assert_int_equal(canvas.cursor_y, down + 1);
		}
		assert_int_equal(down, rows - 1);
	}
	input_release(&input);
	canvas_release(&canvas);
	ch_buffer_release(&dump);
}

/* Whatever was typed and erased, undoing all of it and doing it again gives the same text. */
static void undo_and_redo_are_each_others_way_back(void **state)
{
	static const uint32_t keys[] = {K_BACKSPACE, K_DELETE,	K_LEFT,	    K_RIGHT, K_HOME,
					K_END,	     K_ENTER, K_CTRL('W'), K_UP};
	struct field_input input = INPUT_EMPTY;
	struct ch_buffer last = CH_BUFFER_EMPTY;

	(void)state;
	seed = 2;
	input.lines = true;
	for (int round = 0; round < ROUNDS; round++) {
		int undone = 0;

		input_set(&input, NULL);
		for (int step = 0; step < STEPS && input.undo_count < INPUT_UNDO_MAX; step++) {
			if (next_random(3) > 0)
				input_key(&input, 'a' + next_random(26));
			else if (next_random(2) > 0)
				input_key(&input, keys[next_random(sizeof(keys) / sizeof(keys[0]))]);
			else
				input_paste(&input, pieces[next_random(PIECES)]);
		}
		ch_buffer_clear(&last);
		ch_buffer_add(&last, input.text.text);
		while (input_undo(&input) == INPUT_CHANGED)
			undone++;
		assert_string_equal(input.text.text, "");
		while (input_redo(&input) == INPUT_CHANGED)
			undone--;
		assert_int_equal(undone, 0);
		assert_string_equal(input.text.text, last.text);
	}
	ch_buffer_release(&last);
	input_release(&input);
}

static void typing_after_undoing_ends_redoing(void **state)
{
	struct field_input input = INPUT_EMPTY;

	(void)state;
	input_key(&input, 'a');
	input_paste(&input, "bc");
	input_undo(&input);
	assert_string_equal(input.text.text, "a");
	input_key(&input, 'x');
	assert_int_equal(input_redo(&input), INPUT_UNUSED);
	assert_string_equal(input.text.text, "ax");
	input_release(&input);
}

static void pasted_megabytes_are_cut_at_a_cluster(void **state)
{
	struct field_input input = INPUT_EMPTY;
	struct ch_buffer big = CH_BUFFER_EMPTY;

	(void)state;
	input.lines = true;
	input_key(&input, 'a');
	while (big.length < 2 << 20)
		ch_buffer_add(&big, "山\n");
	assert_int_equal(input_paste(&input, big.text), INPUT_CUT);
	assert_true(input.text.length <= INPUT_BYTES_MAX && input.text.length > INPUT_BYTES_MAX - 4);
	assert_int_equal(ch_text_valid(input.text.text, input.text.length), input.text.length);
	while (input_key(&input, 'x') == INPUT_CHANGED)
		;
	assert_int_equal(input.text.length, INPUT_BYTES_MAX);
	assert_int_equal(input_paste(&input, "y"), INPUT_FULL);
	assert_int_equal(input_undo(&input), INPUT_CHANGED);
	ch_buffer_release(&big);
	input_release(&input);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_words),
		cmocka_unit_test(rows_are_gone_through_both_ways),
		cmocka_unit_test(undo_and_redo_are_each_others_way_back),
		cmocka_unit_test(typing_after_undoing_ends_redoing),
		cmocka_unit_test(pasted_megabytes_are_cut_at_a_cluster),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
