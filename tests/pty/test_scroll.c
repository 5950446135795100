/*
 * Rows that move are moved by the terminal and not sent again: what it shows then is what it shows when all is sent
 * again, in whatever way the list moved.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "desk.h"

enum { REDRAW_S = 20 };

static const char *raw_after(struct desk *desk, size_t before)
{
	return pty_raw(desk->pty, NULL) + before;
}

/*
 * Another size, until the row of hints has come, which is the last: then curses was given each cell again. The last
 * cell of the screen is sent by itself.
 */
static void resize(struct desk *desk, int rows, int columns)
{
	time_t deadline = time(NULL) + REDRAW_S;
	size_t before;

	pty_raw(desk->pty, &before);
	pty_resize(desk->pty, rows, columns);
	do
		desk_wait_for(desk, "?:help");
	while (strstr(raw_after(desk, before), "?:hel") == NULL && time(NULL) < deadline);
	assert_non_null(strstr(raw_after(desk, before), "?:hel"));
}

static void expect_same_when_drawn_anew(struct desk *desk, int rows, int columns)
{
	char *scrolled = strdup(pty_screen(desk->pty));

	resize(desk, rows + 1, columns);
	resize(desk, rows, columns);
	desk_wait_for(desk, " of 133"); /* the list is counted while nobody types */
	assert_string_equal(pty_screen(desk->pty), scrolled);
	free(scrolled);
}

/* Presses the key so often, waiting for each of the positions that it leads to. */
static void press(struct desk *desk, const char *key, int from, int to)
{
	for (int at = from; at != to; at += to > from ? 1 : -1) {
		char position[24];

		snprintf(position, sizeof(position), " %d of ", at + (to > from ? 1 : -1));
		pty_keys(desk->pty, key);
		desk_wait_for(desk, position);
	}
}

static void scroll_through(struct desk *desk, int rows, int columns)
{
	desk_open(desk, rows, columns);
	desk_wait_for(desk, "?:help");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, " 1 of ");
	press(desk, "j", 1, rows + 2);
	expect_same_when_drawn_anew(desk, rows, columns);
	pty_keys(desk->pty, "G");
	desk_wait_for(desk, " 133 of ");
	press(desk, "k", 133, 133 - rows - 2);
	expect_same_when_drawn_anew(desk, rows, columns);
}

/* The second window has another pane beside the list, whose rows are then not the terminal's. */
static void what_is_scrolled_is_what_is_drawn(void **state)
{
	scroll_through(*state, 24, 80);
	scroll_through(*state, 12, 140);
	scroll_through(*state, 10, 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_scrolled_is_what_is_drawn, desk_with_demonstration,
						desk_clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
