/* The list: fetched by the page, at home in any width, and true to its row when the data changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "demo.h"

static struct demo demo;
static struct canvas canvas;

static int set_up(void **state)
{
	(void)state;
	canvas = CANVAS_EMPTY;
	demo_start(&demo, 118);
	demo_screen(&demo, &canvas, 80, 24);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	demo_stop(&demo);
	canvas_release(&canvas);
	return 0;
}

static void keys(const char *names)
{
	demo_keys(&demo, &canvas, names);
}

static const char *row(int number)
{
	return demo_row(&demo, &canvas, number);
}

static const char *status(void)
{
	return row(canvas.height - 2);
}

static void assert_focus(int64_t id)
{
	char tail[32];
	const struct ch_row *focused = list_row(demo_list(&demo));

	assert_non_null(focused);
	assert_int_equal(focused->id, id);
	demo_screen(&demo, &canvas, canvas.width, canvas.height);
	assert_int_equal(canvas.cursor_x, 0); /* the cursor stands on the ">" of that row */
	assert_int_equal(row(canvas.cursor_y)[0], '>');
	snprintf(tail, sizeof(tail), " %lld ", (long long)id);
	if (id % 8 < 5) /* short names: the number is seen */
		assert_non_null(strstr(row(canvas.cursor_y), tail));
}

static void shows_the_first_page(void **state)
{
	(void)state;
	assert_string_equal(row(3), "    Name                      State      Area              Last         Sessions");
	assert_string_equal(row(4), "> ~ 山田, 太郎 1              on track   career plan "
				    "      Mon 2 Nov           1");
	assert_string_equal(row(5), "  ! Nu\u0301n\u0303ez, Jose\u0301 2             at risk    career plan "
				    "      Mon 2 Nov           2");
	assert_string_equal(status(), " 1 of 118  山田, 太郎 1");
	assert_focus(1);
}

/* In every row the column of dates begins in the same cell, whatever the name is made of. */
static void columns_stay_aligned(void **state)
{
	static const int widths[] = {80, 100, 140};

	(void)state;
	for (size_t w = 0; w < 3; w++) {
		int at = -1;

		demo_screen(&demo, &canvas, widths[w], 30);
		for (int y = 4; y < 27; y++) {
			const struct canvas_cell *cells = &canvas.cells[(size_t)y * (size_t)canvas.width];
			int x = 0;

			while (x + 2 < widths[w] && !(cells[x].text[0] == 'N' && cells[x + 1].text[0] == 'o' &&
						      cells[x + 2].text[0] == 'v'))
				x++;
			assert_true(x + 2 < widths[w]);
			assert_true(at < 0 || x == at);
			at = x;
		}
	}
}

static void moves_by_row_page_and_end(void **state)
{
	(void)state;
	keys("j j Down Ctrl-N k Up");
	assert_focus(3);
	keys("PgDn");
	assert_focus(3 + 18);
	keys("PgUp");
	assert_focus(3);
	keys("G");
	assert_focus(118);
	assert_string_equal(row(21)[0] == '>' ? "last row" : row(21), "last row");
	keys("j PgDn");
	assert_focus(118);
	keys("PgUp");
	assert_focus(100);
	keys("g k PgUp");
	assert_focus(1);
	keys("Ctrl-D");
	assert_focus(10);
	keys("Ctrl-U Ctrl-U");
	assert_focus(1);
}

static void every_row_comes_once_in_either_direction(void **state)
{
	(void)state;
	for (int64_t id = 1; id <= 118; id++, keys("j"))
		assert_focus(id);
	for (int64_t id = 118; id >= 1; id--, keys("k"))
		assert_focus(id);
	keys("G");
	for (int64_t id = 118; id >= 1; id--, keys("k"))
		assert_focus(id);
}

static void holds_a_few_pages_of_a_million(void **state)
{
	struct list *list = demo_list(&demo);

	(void)state;
	demo.rows = 1000000;
	list_reload(list);
	demo.fetched = 0;
	keys("G PgUp PgUp PgUp PgUp PgUp");
	assert_focus(1000000 - 5 * 18);
	assert_non_null(strstr(status(), " 999910 of 1000000"));
	keys("g PgDn PgDn PgDn PgDn j");
	assert_focus(74);
	assert_true(demo.fetched < 1000);
	keys(": 4 2 0 0 Enter");
	assert_focus(4200);
	assert_non_null(strstr(status(), " 4200 of 1000000"));
}

/* What the keys draw needs no fetch where the list had the time before them. */
static void fetches_ahead_while_nobody_types(void **state)
{
	size_t fetches;

	(void)state;
	for (int page = 1; page <= 5; page++) {
		app_settle(&demo.app);
		fetches = demo.fetches;
		keys("PgDn");
		assert_int_equal(demo.fetches, fetches);
		assert_focus(1 + page * 18);
	}
	keys("PgUp");
	for (int page = 4; page > 0; page--) {
		app_settle(&demo.app);
		fetches = demo.fetches;
		keys("PgUp");
		assert_int_equal(demo.fetches, fetches);
		assert_focus(1 + (page - 1) * 18);
	}
	app_settle(&demo.app);
	fetches = demo.fetches;
	app_settle(&demo.app); /* there is nothing before the first row */
	assert_int_equal(demo.fetches, fetches);
}

static void a_key_stops_fetching_ahead_and_nothing_is_lost(void **state)
{
	(void)state;
	demo.key_waits = true;
	app_settle(&demo.app);
	for (int64_t id = 1; id <= 118; id++, keys("j"), app_settle(&demo.app))
		assert_focus(id);
	for (int64_t id = 118; id >= 1; id--, keys("k"), app_settle(&demo.app))
		assert_focus(id);
	demo.broken = true;
	app_settle(&demo.app);
	assert_focus(1);
	assert_int_equal(demo_list(&demo)->err.status, CH_OK);
}

static int touched_rows(void)
{
	int count = 0;

	for (int y = 0; y < canvas.height; y++)
		count += canvas.touched[y];
	return count;
}

static void assert_as_if_drawn_whole(void)
{
	struct canvas whole = CANVAS_EMPTY;

	canvas_resize(&whole, canvas.width, canvas.height);
	app_draw(&demo.app, &whole);
	assert_memory_equal(canvas.cells, whole.cells, sizeof(*canvas.cells) * (size_t)(canvas.width * canvas.height));
	assert_int_equal(canvas.cursor_y, whole.cursor_y);
	canvas_release(&whole);
}

static void a_step_draws_two_rows_and_the_status(void **state)
{
	(void)state;
	keys("j Space"); /* a row is marked */
	for (int i = 0; i < 14; i++) {
		memset(canvas.touched, false, sizeof(canvas.touched));
		keys("j");
		assert_int_equal(touched_rows(), 3);
		assert_as_if_drawn_whole();
	}
}

static void moving_draws_what_a_whole_drawing_would(void **state)
{
	static const char *const moves[] = {"PgDn", "j", "j", "Ctrl-D", "PgUp", "k", "G", "k", "PgUp", "Ctrl-U", "g",
					    "Space", "j", "u", "j", "PgDn", "PgDn", "k", "PgUp", "PgUp"};

	(void)state;
	for (size_t turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
			keys(moves[i]);
			assert_as_if_drawn_whole();
		}
		for (int i = 0; i < 60; i++) {
			keys(turn == 1 ? "k" : "j");
			assert_as_if_drawn_whole();
		}
	}
}

/* What others changed is pointed out till the next key, whatever that does. */
static void a_step_takes_the_signs_of_change_away(void **state)
{
	struct list *list = demo_list(&demo);

	(void)state;
	list_remember(list);
	list->seen.sums[2]++; /* as if the third row had said something else */
	list_compare(list);
	assert_non_null(strstr(row(6), " ^"));
	keys("j");
	assert_string_equal(canvas.cells[6 * canvas.width + 1].text, " ");
	assert_as_if_drawn_whole();
}

static void keeps_the_row_when_the_data_changes(void **state)
{
	struct event tick = {.type = EVENT_TICK};

	(void)state;
	keys(": 5 0 Enter");
	assert_focus(50);
	demo.removed = 49; /* another row went */
	app_handle(&demo.app, &tick);
	assert_focus(50);
	assert_non_null(strstr(status(), " of 117"));
	demo.removed = 50; /* the row itself went: what took its place */
	app_handle(&demo.app, &tick);
	assert_focus(51);
	keys("G");
	demo.removed = 118;
	app_handle(&demo.app, &tick);
	assert_focus(117);
	demo.rows = 0;
	demo.removed = 0;
	app_handle(&demo.app, &tick);
	assert_null(list_row(demo_list(&demo)));
	demo.rows = 3;
	app_handle(&demo.app, &tick);
	assert_focus(1);
}

static void says_why_it_is_empty(void **state)
{
	(void)state;
	demo.rows = 0;
	list_reload(demo_list(&demo));
	assert_string_equal(row(4), "   No people yet. a adds the first.");
	assert_string_equal(status(), "");
	assert_true(canvas.cursor_y == 4);
	keys("j k G g PgDn Space * n");
	demo.rows = 10;
	keys("f z z z");
	assert_non_null(strstr(row(5), "Nothing fits \"zzz\""));
	demo.broken = true;
	list_reload(demo_list(&demo));
	assert_non_null(strstr(row(5), "! This list could not be read: the disk is on fire"));
}

static void drops_columns_where_there_is_no_room(void **state)
{
	(void)state;
	demo_screen(&demo, &canvas, 40, 10);
	assert_string_equal(row(0), " People | 118");
	assert_string_equal(row(2), "    Name                       State");
	assert_string_equal(row(3), "> ~ 山田, 太郎 1               on track");
	assert_null(strstr(row(2), "Area"));
	demo_screen(&demo, &canvas, 140, 45);
	assert_non_null(strstr(row(3), "Sessions"));
	assert_non_null(strstr(row(10), "Cholmondeley, Maximil")); /* the width is used */
	for (int width = LAYOUT_WIDTH_MIN; width < 160; width++)
		assert_non_null(strstr(demo_screen(&demo, &canvas, width, 24), "Name"));
}

static void marks_and_counts(void **state)
{
	const int64_t *ids;

	(void)state;
	keys("Space j Space");
	assert_focus(4);
	assert_int_equal(list_marked(demo_list(&demo), &ids), 2);
	assert_int_equal(ids[0], 1);
	assert_int_equal(ids[1], 3);
	assert_non_null(strstr(row(4), " *~ "));
	assert_non_null(strstr(status(), "4 of 118, 2 marked"));
	assert_non_null(strstr(row(23), "d:delete 2"));
	keys("g Space");
	assert_int_equal(list_marked(demo_list(&demo), NULL), 1);
	keys("*");
	assert_int_equal(list_marked(demo_list(&demo), &ids), 118);
	assert_int_equal(ids[117], 118);
	keys("*");
	assert_int_equal(list_marked(demo_list(&demo), NULL), 0);
	assert_null(strstr(row(23), "d:delete "  "0"));
}

/* A filter typed later hides marks and takes none away; what is done is done to what is shown. */
static void marks_that_a_filter_hides_are_kept_and_left_alone(void **state)
{
	struct list *list = demo_list(&demo);
	struct ch_error err = CH_NO_ERROR;
	const int64_t *ids;
	size_t shown;

	(void)state;
	keys("*");
	assert_int_equal(list_set_filter(list, "Okafor", &err), CH_OK);
	shown = (size_t)list->count;
	assert_in_range(shown, 1, 117);
	char words[60];
	snprintf(words, sizeof(words), ", 118 marked, %zu not shown", 118 - shown);
	assert_non_null(strstr(status(), words));
	assert_int_equal(list_marked(list, &ids), shown);
	assert_int_equal(ids[0], list_row(list)->id);
	keys("*"); /* all that is shown is marked already */
	assert_int_equal(list_marked(list, &ids), 0);
	assert_false(list_is_marked(list, list_row(list)->id));
	keys("*");
	assert_int_equal(list_marked(list, &ids), shown);
	keys("* Space");
	assert_int_equal(list_marked(list, &ids), 1);
	assert_int_equal(list_set_filter(list, "", &err), CH_OK);
	assert_int_equal(list_marked(list, &ids), 118 - shown + 1);
	keys("*");
	assert_int_equal(list_marked(list, NULL), 118);
}

static void too_many_marks_are_told(void **state)
{
	(void)state;
	demo.rows = LIST_MARKS_MAX + 1;
	list_reload(demo_list(&demo));
	keys("*");
	assert_int_equal(list_marked(demo_list(&demo), NULL), LIST_MARKS_MAX);
	assert_non_null(strstr(status(), "The first 10000 are marked"));
	keys("G Space");
	assert_non_null(strstr(status(), "At most 10000 rows"));
}

static void finds_round_the_end(void **state)
{
	(void)state;
	keys("/");
	demo_type(&demo, &canvas, "nunez, jose 2");
	keys("Enter"); /* without the diacritics */
	assert_focus(2);
	keys("/");
	demo_type(&demo, &canvas, "okafor");
	keys("Enter");
	assert_focus(8);
	keys("n n");
	assert_focus(24);
	keys("N");
	assert_focus(16);
	keys("g N"); /* from the last row on */
	assert_focus(112);
	keys("n");
	assert_focus(8);
	keys("/ Up"); /* what was looked for before */
	assert_non_null(strstr(status(), "Find: okafor"));
	keys("Ctrl-U x q x Enter");
	assert_non_null(strstr(status(), "No row has \"xqx\""));
	assert_focus(8); /* where it was */
}

static void filters_as_one_types(void **state)
{
	(void)state;
	keys("f O k");
	assert_string_equal(row(3),
			    " Filter: Ok                                                            14 found");
	assert_int_equal(canvas.cursor_y, 3);
	keys("Tab");
	assert_non_null(strstr(row(3), "Filter: Okafor"));
	keys("Enter j");
	assert_focus(16);
	assert_non_null(strstr(row(0), "People | 14"));
	keys("f Ctrl-U");
	assert_non_null(strstr(row(3), "118 found"));
	keys("Esc"); /* back to what was kept */
	assert_non_null(strstr(row(0), "People | 14"));
	keys("f End !");
	assert_non_null(strstr(row(23), "! \"!\" is not part of a filter"));
	keys("Enter");
	assert_non_null(strstr(row(3), "Filter: Okafor!")); /* refused: still open, text kept */
	keys("Backspace Ctrl-U Enter");
	assert_non_null(strstr(row(0), "People | 118"));
	keys("f O k Enter j q");
	assert_non_null(strstr(row(0), "People | 118"));
	assert_false(demo.app.quit);
	keys("f Up Up");
	assert_non_null(strstr(row(3), "Filter: Okafor"));
	keys("Esc");
	assert_non_null(strstr(row(0), "People | 118"));
}

static void stays_on_its_row_through_sizes(void **state)
{
	static const int sizes[][2] = {{40, 10}, {500, 200}, {80, 24}, {1, 1}, {140, 45}, {40, 200}, {60, 11}};

	(void)state;
	keys(": 7 5 Enter");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		demo_screen(&demo, &canvas, sizes[i][0], sizes[i][1]);
		assert_int_equal(list_row(demo_list(&demo))->id, 75);
		if (sizes[i][0] > 1)
			assert_focus(75);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(shows_the_first_page),
		TEST(columns_stay_aligned),
		TEST(moves_by_row_page_and_end),
		TEST(every_row_comes_once_in_either_direction),
		TEST(holds_a_few_pages_of_a_million),
		TEST(fetches_ahead_while_nobody_types),
		TEST(a_key_stops_fetching_ahead_and_nothing_is_lost),
		TEST(a_step_draws_two_rows_and_the_status),
		TEST(moving_draws_what_a_whole_drawing_would),
		TEST(a_step_takes_the_signs_of_change_away),
		TEST(keeps_the_row_when_the_data_changes),
		TEST(says_why_it_is_empty),
		TEST(drops_columns_where_there_is_no_room),
		TEST(marks_and_counts),
		TEST(marks_that_a_filter_hides_are_kept_and_left_alone),
		TEST(too_many_marks_are_told),
		TEST(finds_round_the_end),
		TEST(filters_as_one_types),
		TEST(stays_on_its_row_through_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
