/* The application around the screens: stack, tabs, hints, help, palette, messages, questions, sizes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "demo.h"
#include "tui/widgets/palette.h"

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

static void assert_shows(const char *text)
{
	const char *screen = demo_screen(&demo, &canvas, canvas.width, canvas.height);

	if (strstr(screen, text) == NULL)
		fail_msg("not on the screen: %s\n%s", text, screen);
}

static void send(struct event event)
{
	app_handle(&demo.app, &event);
}

static void has_its_rows_in_place(void **state)
{
	(void)state;
	assert_string_equal(row(0),
			    " chiron | Riverside Mentoring 2026                                 People | 118");
	assert_string_equal(row(1), "[1 Today] 2 People  3 Pairs");
	assert_string_equal(row(22), " 1 of 118  山田, 太郎 1");
	assert_string_equal(row(23), " Enter:open  a:add  d:delete  L:log session  f:filter  /:find  q:leave  ?:help");
	demo_screen(&demo, &canvas, 140, 45);
	assert_string_equal(row(44), " Enter:open  a:add  d:delete  L:log session  f:filter  /:find  Space:mark  "
				     "x:all actions  ::do  q:leave  ?:help");
	demo_screen(&demo, &canvas, 40, 10);
	assert_string_equal(row(1), "[1 Today] 2 People  3 Pairs");
	assert_string_equal(row(9), " Enter:open  a:add  q:leave  ?:help");
}

/* Whatever the width, hints are whole and the help's key stands last. */
static void hints_end_in_the_key_of_the_help(void **state)
{
	(void)state;
	for (int width = LAYOUT_WIDTH_MIN; width < 160; width++) {
		const char *hints, *end;

		demo_screen(&demo, &canvas, width, 24);
		hints = row(23);
		end = strrchr(hints, ' ');
		assert_string_equal(end, " ?:help");
		assert_non_null(strstr(hints, " q:leave  ?:help"));
		assert_true(strlen(hints) <= (size_t)width);
	}
}

static void small_windows_ask_for_room(void **state)
{
	(void)state;
	assert_string_equal(demo_screen(&demo, &canvas, 39, 10), "Make the window larger (40x10)\n\n\n\n\n\n\n\n\n\n");
	assert_string_equal(demo_screen(&demo, &canvas, 5, 1), "Make…\n");
	assert_string_equal(demo_screen(&demo, &canvas, 1, 1), "…\n");
	keys("j a L x");
	assert_int_equal(list_row(demo_list(&demo))->id, 1);
	assert_false(demo.app.quit);
	keys("q");
	assert_true(demo.app.quit);
}

static void goes_in_and_out_by_the_stack(void **state)
{
	(void)state;
	keys("Enter");
	assert_shows("Add | 1 of 3");
	keys("Esc");
	assert_shows("[1 Today]");
	keys("Esc");
	assert_false(demo.app.quit); /* Esc never leaves the program */
	assert_shows("q twice leaves the program");
	keys("h Left");
	assert_false(demo.app.quit);
	keys("? Q");
	assert_true(demo.app.quit);
}

static void q_at_the_top_leaves_when_it_is_pressed_twice(void **state)
{
	(void)state;
	keys("? q q");
	assert_false(demo.app.quit); /* one q too many on the way back is none to leave with */
	assert_shows("q once more leaves");
	keys("j q");
	assert_false(demo.app.quit);
	keys("q");
	assert_true(demo.app.quit);
}

static void numbered_screens_keep_their_place(void **state)
{
	(void)state;
	keys("j j 2");
	assert_string_equal(row(1), " 1 Today [2 People] 3 Pairs");
	keys("G ? 1"); /* also from within the help */
	assert_string_equal(row(1), "[1 Today] 2 People  3 Pairs");
	assert_int_equal(list_row(demo_list(&demo))->id, 3);
	keys("2");
	assert_shows(" 118 of 118");
	keys("6");
	assert_shows("There are screens 1 to 3");
}

static void unknown_keys_say_so(void **state)
{
	(void)state;
	keys("M");
	assert_string_equal(row(22), " M does nothing here; \"manager\" works in an opened pair that is coaching");
	keys("n"); /* nothing was looked for yet */
	assert_string_equal(row(22), " n does nothing here; \"find next\" works after a search: / begins one");
	keys("Z");
	assert_string_equal(row(22), " Z does nothing here. ? lists the keys");
	send((struct event){.type = EVENT_PASTE, .text = "text"});
	assert_shows("Nothing to paste into here");
}

static void a_message_stays_till_the_next_key_but_one(void **state)
{
	(void)state;
	keys("M");
	assert_shows("M does nothing here");
	keys("j");
	assert_shows("M does nothing here");
	keys("j");
	assert_shows(" 3 of 118");
}

static void a_long_message_is_wrapped_and_none_lingers(void **state)
{
	(void)state;
	demo_screen(&demo, &canvas, 40, 10);
	keys("Esc");
	assert_non_null(strstr(row(7), "This is the first screen. q twice"));
	assert_string_equal(row(8), " leaves the program");
	keys("a");
	assert_null(strstr(demo_screen(&demo, &canvas, 40, 10), "first screen"));
}

static void the_help_lists_what_works(void **state)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(&demo.app, demo.app.top, offers);

	(void)state;
	keys("?");
	assert_shows("Help: People | 118");
	assert_shows("> Enter l Right  open          Open the focused thing");
	assert_shows("  L              log session");
	assert_string_equal(row(23), " /:find  L:log session  x:all actions  ::do  q:back  ?:close");
	for (size_t i = 0; i < count; i++) {
		enum command command = offers[i].binding->command;

		assert_true(command != COMMAND_SAVE && command != COMMAND_DECLINE && command != COMMAND_UNDO);
	}
	demo_screen(&demo, &canvas, 80, 60); /* nothing but what works */
	assert_null(strstr(demo.dump.text, "decline"));
	assert_null(strstr(demo.dump.text, "undo"));
	demo_screen(&demo, &canvas, 80, 24);
	keys("PgDn");
	assert_shows("21 of 25");
	keys("/ p a l Up Enter");
	assert_shows("No line has \"pal\"");
	keys("/ r e d r a w Enter");
	assert_shows(">");
	assert_non_null(strstr(row(canvas.cursor_y), "Ctrl-L"));
	keys("g n N ?");
	assert_shows("[1 Today]");
	demo_screen(&demo, &canvas, 40, 10);
	keys("?");
	assert_shows("> Enter l Right  open\n    Open the focused thing\n");
}

static void the_palette_runs_what_is_typed(void **state)
{
	(void)state;
	keys(":");
	assert_shows("─Do─");
	assert_shows("│> open                     Enter     Open the focused thing");
	assert_string_equal(row(1), "[1 Today] 2 People  3 Pairs"); /* what lies below stays in place */
	demo_type(&demo, &canvas, "lgs");			    /* letters in order */
	assert_shows("│> log session");
	keys("Enter");
	assert_shows("Log a session | 1 of 8");
	keys("Esc :");
	demo_type(&demo, &canvas, "pairs");
	keys("Enter");
	assert_string_equal(row(1), " 1 Today  2 People [3 Pairs]");
	keys(":");
	demo_type(&demo, &canvas, "77");
	assert_shows("Enter goes to row 77");
	keys("Enter");
	assert_shows(" 77 of 118");
	keys(":");
	demo_type(&demo, &canvas, "zzzz");
	assert_shows("Nothing has a name like that");
	keys("Enter");
	assert_shows("Nothing is called \"zzzz\"");
	keys("Ctrl-U");
	demo_type(&demo, &canvas, "zzzz down"); /* every word must fit */
	assert_shows("Nothing has a name like that");
	keys("Ctrl-U Down Down Up Tab"); /* those chosen last stand first: Pairs, log session */
	assert_shows("│:log session");
	keys("Esc");
	assert_shows(" 77 of 118");
	keys("x");
	assert_shows("─All actions─");
	assert_null(strstr(demo.dump.text, "page down"));
	keys("Backspace");
	assert_shows(" 77 of 118");
}

static int chosen_value;

static void note_choice(struct app *app, void *data, int value)
{
	(void)app;
	(void)data;
	chosen_value = value;
}

static void a_palette_of_ones_own(void **state)
{
	static const struct palette_item orders[] = {{.label = "by name", .value = 11},
						     {.label = "by date", .value = 12}};

	(void)state;
	palette_choose(&demo.app, "Sort", orders, 2, note_choice, NULL);
	assert_shows("─Sort─");
	keys("d a t Enter");
	assert_int_equal(chosen_value, 12);
	assert_shows("[1 Today]");
}

static void questions_default_to_no(void **state)
{
	(void)state;
	keys("d");
	assert_string_equal(row(23), " Delete Okafor? [y]es [n]o");
	assert_int_equal(canvas.cursor_y, 23);
	keys("x j Enter"); /* other keys change nothing; Enter is no */
	assert_int_equal(demo.answer, QUESTION_NO);
	keys("d Esc");
	assert_int_equal(demo.answer, QUESTION_NO);
	keys("d y");
	assert_int_equal(demo.answer, 'y');
	keys("d n");
	assert_int_equal(demo.answer, 'n');
}

static void what_cannot_be_undone_takes_a_word(void **state)
{
	(void)state;
	keys("Space Space D");
	assert_string_equal(row(22), " Erase 2 people for good?");
	assert_string_equal(row(23), " Type yes, or Esc:");
	keys("y Enter");
	assert_int_equal(demo.answer, QUESTION_NO);
	keys("D Enter");
	assert_int_equal(demo.answer, QUESTION_NO);
	keys("D y e s Enter");
	assert_int_equal(demo.answer, 'y');
}

static void control_c_closes_then_leaves(void **state)
{
	(void)state;
	keys("f x Ctrl-C");
	assert_shows("People | 118");
	keys("d Ctrl-C");
	assert_int_equal(demo.answer, QUESTION_NO);
	keys("a Ctrl-C"); /* in a form Q is a letter */
	assert_shows("Esc leaves the form; Ctrl-C once more leaves the program");
	keys("Esc");
	keys("Ctrl-C Ctrl-C"); /* five seconds apart */
	assert_shows("Q leaves the program");
	assert_false(demo.app.quit);
	send((struct event){.type = EVENT_KEY, .key = K_CTRL('C'), .at = demo.app.now + 900});
	assert_true(demo.app.quit);
}

static void redraw_and_suspend_are_asked_of_the_loop(void **state)
{
	(void)state;
	keys("Ctrl-L L Ctrl-Z");
	assert_true(demo.app.redraw);
	assert_true(demo.app.suspend);
}

/* ---- Random events ---- */

static uint64_t seed;

static unsigned random_below(unsigned limit)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % limit;
}

static uint32_t random_key(void)
{
	static const uint32_t named[] = {K_TAB,  K_ENTER, K_ESC,  K_BACKSPACE, K_UP,	    K_DOWN,	 K_LEFT,
					 K_RIGHT, K_HOME, K_END,  K_PAGE_UP,   K_PAGE_DOWN, K_DELETE,	 K_BACK_TAB,
					 K_F1,	 0x301,   0x5c71, 0x1f469,	0x200d,	    K_WORD_LEFT, K_WORD_RIGHT};
	uint32_t key;

	switch (random_below(3)) {
	case 0:
		return named[random_below(sizeof(named) / sizeof(named[0]))];
	case 1:
		return 1 + random_below(0x1f);
	default:
		key = K_SPACE + random_below(0x5f);
		return key == 'q' && random_below(4) > 0 ? 'L' : key;
	}
}

static struct event random_event(void)
{
	static const char *const pastes[] = {"", "pasted text", "1h15\n\033[2J", "山田\u0301\u202e; \r\n\t\xff"};

	switch (random_below(40)) {
	case 0:
		return (struct event){.type = EVENT_PASTE, .text = pastes[random_below(4)]};
	case 1:
		demo.rows = random_below(4) == 0 ? random_below(3) : random_below(3000);
		demo.removed = random_below(2) ? 1 + random_below(50) : 0;
		demo.broken = random_below(20) == 0;
		return (struct event){.type = random_below(2) ? EVENT_TICK : EVENT_CONTINUE};
	case 2:
		return (struct event){.type = EVENT_RESIZE,
				      .width = 1 + (int)random_below(500),
				      .height = 1 + (int)random_below(200)};
	case 3:
	case 4:
		return (struct event){.type = EVENT_RESIZE,
				      .width = 30 + (int)random_below(80),
				      .height = 8 + (int)random_below(30)};
	default:
		return (struct event){.type = EVENT_KEY, .key = random_key()};
	}
}

static void assert_canvas_is_sound(void)
{
	for (int i = 0; i < canvas.width * canvas.height; i++) {
		bool first_column = i % canvas.width == 0;
		bool after_wide = !first_column && canvas.cells[i - 1].width == 2;

		assert_int_equal(canvas.cells[i].width == 0, after_wide);
		assert_true((unsigned char)canvas.cells[i].text[0] >= 0x20 || canvas.cells[i].width == 0);
	}
	assert_true(canvas.cursor_x < canvas.width && canvas.cursor_y < canvas.height);
	assert_true(canvas.cursor_x >= 0 && canvas.cursor_y >= 0); /* there is always something focused */
}

static void ten_thousand_random_events(void **state)
{
	(void)state;
	for (seed = 1; seed <= 4; seed++) {
		uint64_t run = seed;

		for (int i = 0; i < 2500; i++) {
			struct event event = random_event();

			event.at = i * 700;
			app_handle(&demo.app, &event);
			if (event.type == EVENT_RESIZE)
				canvas_resize(&canvas, event.width, event.height);
			app_draw(&demo.app, &canvas);
			assert_canvas_is_sound();
			if (demo.app.quit) {
				demo_stop(&demo);
				demo_start(&demo, 118);
			}
		}
		seed = run;
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(has_its_rows_in_place),
		TEST(hints_end_in_the_key_of_the_help),
		TEST(small_windows_ask_for_room),
		TEST(goes_in_and_out_by_the_stack),
		TEST(q_at_the_top_leaves_when_it_is_pressed_twice),
		TEST(numbered_screens_keep_their_place),
		TEST(unknown_keys_say_so),
		TEST(a_message_stays_till_the_next_key_but_one),
		TEST(a_long_message_is_wrapped_and_none_lingers),
		TEST(the_help_lists_what_works),
		TEST(the_palette_runs_what_is_typed),
		TEST(a_palette_of_ones_own),
		TEST(questions_default_to_no),
		TEST(what_cannot_be_undone_takes_a_word),
		TEST(control_c_closes_then_leaves),
		TEST(redraw_and_suspend_are_asked_of_the_loop),
		TEST(ten_thousand_random_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
