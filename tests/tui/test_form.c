/* The form and its line editor: nothing typed is lost, and every refusal stands where it belongs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "demo.h"

static struct demo demo;
static struct canvas canvas;

static int set_up(void **state)
{
	(void)state;
	canvas = CANVAS_EMPTY;
	demo_start(&demo, 118);
	demo_screen(&demo, &canvas, 80, 24);
	demo_keys(&demo, &canvas, "L");
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

static void type(const char *text)
{
	demo_type(&demo, &canvas, text);
}

static const char *value(const char *key)
{
	return form_value((const struct form *)demo.app.top, key);
}

static void paste(const char *text)
{
	struct event event = {.type = EVENT_PASTE, .text = text};

	app_handle(&demo.app, &event);
	app_draw(&demo.app, &canvas);
}

static void assert_shows(const char *text)
{
	const char *screen = demo_screen(&demo, &canvas, canvas.width, canvas.height);

	if (strstr(screen, text) == NULL)
		fail_msg("not on the screen: %s\n%s", text, screen);
}

static void assert_focus(const char *key)
{
	const struct form *form = (const struct form *)demo.app.top;

	assert_string_equal(form->entries[form->focus].field.key, key);
}

static void logs_a_session_in_few_keys(void **state)
{
	(void)state;
	type("okafor, c"); /* 9 */
	keys("Tab Tab");
	type("45");
	keys("Tab v Ctrl-S");
	assert_int_equal(demo.saves, 1);
	assert_string_equal(demo.saved, "45 Okafor, Chen - Patel, Wen video ");
	assert_shows("Saved: session of 45 minutes (u: undo)");
	assert_shows("[1 Today]");
	assert_int_equal(demo.closed_forms, 1);
}

static void moves_between_fields(void **state)
{
	(void)state;
	assert_focus("pair");
	keys("Down");
	assert_focus("date");
	keys("Tab Enter");
	assert_focus("how");
	keys("S-Tab Up Up Up");
	assert_focus("pair");
	keys("S-Tab");
	assert_focus("again"); /* round */
	keys("Tab");
	assert_focus("pair");
	assert_shows("Log a session | 1 of 8");
}

static void says_what_is_meant(void **state)
{
	(void)state;
	assert_shows("= Mon 16 Nov");
	keys("Tab Ctrl-U");
	type("-1d");
	assert_shows("= Sun 15 Nov");
	keys("Tab");
	type("17:30-18:4");
	assert_shows("? no length yet");
	type("5");
	assert_shows("= 75 minutes from 17:30");
	assert_shows("Still needed: Pair");
}

static void completes_from_a_list(void **state)
{
	(void)state;
	type("oka");
	assert_shows("> Okafor, Chen - Patel, Wen   3 of 118");
	keys("Down");
	assert_shows("> Okafor, Bo - Moreau, Tariq");
	keys("Enter");
	assert_string_equal(value("pair"), "Okafor, Bo - Moreau, Tariq");
	assert_focus("pair");
	keys("Ctrl-U");
	type("zzz");
	keys("Ctrl-N");
	assert_shows("Nothing fits what the field holds");
	keys("Ctrl-U Ctrl-N Esc"); /* closes the list, not the form */
	assert_focus("pair");
	keys("S-Tab S-Tab");
	assert_focus("areas");
	type("first; wen");
	keys("Ctrl-N Enter");
	assert_string_equal(value("areas"), "first; Okafor, Chen - Patel, Wen");
}

/* What is offered is of the text as it is: erasing by another key, or going elsewhere in it, leaves nothing stale. */
static void a_list_follows_the_text(void **state)
{
	(void)state;
	keys("S-Tab S-Tab");
	assert_focus("areas");
	type("first; wen");
	keys("Ctrl-N Ctrl-W Enter");
	assert_string_equal(value("areas"), "first; Okafor, Chen - Patel, Wen");
	keys("Ctrl-U");
	type("first; wen");
	keys("Ctrl-N Ctrl-A Enter");
	assert_string_equal(value("areas"), "first; wen");
	assert_focus("again");
	keys("Tab");
	type("mor");
	assert_shows("> Okafor, Bo - Moreau, Tariq");
	keys("Ctrl-U Tab"); /* what was emptied stays empty */
	assert_string_equal(value("pair"), "");
	assert_focus("date");
}

static void chooses_by_keys_and_letters(void **state)
{
	(void)state;
	keys("Tab Tab Tab");
	keys("Right");
	assert_string_equal(value("how"), "video");
	keys("Right Right");
	assert_string_equal(value("how"), "phone");
	keys("Space"); /* takes what the arrows chose */
	assert_string_equal(value("how"), "phone");
	keys("Space Space");
	assert_string_equal(value("how"), "video");
	keys("Left i");
	assert_string_equal(value("how"), "in_person");
	assert_shows("( ) video  (o) in person  ( ) phone");
	keys("Backspace");
	assert_string_equal(value("how"), "");
	keys("Tab w Space");
	assert_string_equal(value("came"), "wen");
	keys("Left Space");
	assert_string_equal(value("came"), "chen; wen");
	assert_shows("[x] Chen  [x] Wen");
	keys("Right Space");
	assert_string_equal(value("came"), "chen");
	keys("Tab Down Tab n");
	assert_focus("again");
	assert_string_equal(value("again"), "no");
	paste("yes");
	assert_string_equal(value("again"), "no");
	assert_shows("Choose with Space");
}

/* A long form is gone through by what is in sight; past the end nothing moves. */
static void goes_on_by_what_is_in_sight(void **state)
{
	(void)state;
	canvas_resize(&canvas, 80, 10);
	demo_screen(&demo, &canvas, 80, 10);
	keys("PgDn");
	const struct form *form = (const struct form *)demo.app.top;
	size_t first_page = form->focus;

	assert_true(form->focus > 0);
	keys("PgDn");
	assert_true(form->focus > first_page);
	keys("PgDn PgDn PgDn PgDn PgDn PgDn");
	assert_focus("again");
	keys("PgUp");
	assert_int_equal(form->focus, form->first);
	keys("PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
	assert_focus("pair");
}

static void letters_choose_by_what_the_wanted_one_begins_with(void **state)
{
	(void)state;
	keys("Tab Tab Tab");
	type("v");
	assert_string_equal(value("how"), "video");
	type("is");
	assert_string_equal(value("how"), "visit");
	type("phone"); /* what goes on otherwise chooses nothing else */
	assert_string_equal(value("how"), "visit");
	assert_shows("No choice begins with \"visphone\"; Backspace");
	keys("Backspace Backspace Backspace Backspace Backspace t");
	assert_string_equal(value("how"), "visit");
	keys("Right Left");
	type("ph");
	assert_string_equal(value("how"), "phone");
	keys("Left");
	type("vv");
	assert_string_equal(value("how"), "video");
	type("x");
	assert_string_equal(value("how"), "video");
	assert_shows("No choice begins so");
	type("v");
	assert_string_equal(value("how"), "visit");
	keys("Tab S-Tab");
	type("in p"); /* a blank within what one begins with is no key */
	assert_string_equal(value("how"), "in_person");
	keys("Tab S-Tab v Tab S-Tab");
	type("i"); /* not "vi": the field was left */
	assert_string_equal(value("how"), "in_person");
}

static void refuses_under_the_field_and_keeps_the_text(void **state)
{
	(void)state;
	keys("Ctrl-S");
	assert_int_equal(demo.saves, 0);
	assert_focus("pair");
	assert_shows("! This is needed. Any part of a name.");
	type("chen");
	keys("Tab Tab");
	type("soon");
	keys("Tab v Ctrl-S");
	assert_int_equal(demo.saves, 0);
	assert_focus("length");
	assert_shows("! \"soon\" is not a length");
	assert_string_equal(value("length"), "soon");
	assert_string_equal(value("how"), "video");
	keys("Ctrl-U 4 5 Ctrl-S");
	assert_int_equal(demo.saves, 1);
}

static void leaving_keeps_a_draft_or_asks(void **state)
{
	(void)state;
	keys("Esc"); /* nothing typed: nothing asked */
	assert_int_equal(demo.closed_forms, 1);
	assert_int_equal(demo.drafts, 0);
	keys("L x Tab");
	assert_int_equal(demo.drafts, 1); /* after the field */
	keys("Tab");
	assert_int_equal(demo.drafts, 1); /* nothing was typed in this one */
	keys("4 Esc");
	assert_int_equal(demo.closed_forms, 2);
	assert_int_equal(demo.drafts, 2);
	assert_shows("kept as a draft");
	keys("a x Esc");
	assert_shows("Leave and lose what you typed? [y]es [n]o");
	keys("Enter"); /* no */
	assert_string_equal(value("pair"), "x");
	keys("Esc y");
	assert_int_equal(demo.closed_forms, 3);
	assert_shows("People | 118");
}

static void a_dropped_connection_keeps_the_draft(void **state)
{
	struct event end = {.type = EVENT_END};

	(void)state;
	keys("Tab Tab 4");
	app_handle(&demo.app, &end);
	assert_true(demo.app.quit);
	assert_int_equal(demo.drafts, 0);
	app_release(&demo.app);
	assert_int_equal(demo.drafts, 1);
	demo.app.tab_count = 0;
	app_init(&demo.app);
}

/* No timer asks: a key that comes late does, and many keys do. */
static void a_draft_is_kept_while_typing(void **state)
{
	struct event key = {.type = EVENT_KEY, .key = 'a', .at = 1000};

	(void)state;
	for (int i = 0; i < 19; i++)
		app_handle(&demo.app, &key);
	assert_int_equal(demo.drafts, 0);
	app_handle(&demo.app, &key);
	assert_int_equal(demo.drafts, 1);
	app_handle(&demo.app, &key);
	key.at += 2900;
	app_handle(&demo.app, &key);
	assert_int_equal(demo.drafts, 1);
	key.at += 200;
	app_handle(&demo.app, &key);
	assert_int_equal(demo.drafts, 2);
}

static bool a_key_comes(void *data, int wait_ms)
{
	assert_true(wait_ms > 0);
	return *(const bool *)data;
}

/* Whoever stops in the middle of a field, and finds the machine switched off, has lost nothing. */
static void a_draft_is_kept_when_the_keys_rest(void **state)
{
	struct event key = {.type = EVENT_KEY, .key = 'a', .at = 1000};
	bool typing = true;

	(void)state;
	app_handle(&demo.app, &key);
	assert_false(app_settle(&demo.app)); /* there is no terminal */
	demo.app.outside = (struct app_outside){.rest = a_key_comes, .data = &typing};
	assert_false(app_settle(&demo.app));
	assert_int_equal(demo.drafts, 0);
	typing = false;
	assert_true(app_settle(&demo.app));
	assert_int_equal(demo.drafts, 1);
	assert_false(app_settle(&demo.app)); /* and nothing wakes any more */
	assert_int_equal(demo.drafts, 1);
	demo.app.outside = (struct app_outside){.rest = NULL};
}

/* "today" or "1 month" stands there to be replaced; whoever goes into it first goes on with it. */
static void a_day_is_typed_over(void **state)
{
	(void)state;
	keys("Tab");
	assert_focus("date");
	type("-3d");
	assert_string_equal(value("date"), "-3d");
	type("x");
	assert_string_equal(value("date"), "-3dx");
	keys("Ctrl-X");
	keys("Tab");
	type("4");
	assert_string_equal(value("date"), "4");
	keys("Ctrl-X Tab Backspace");
	type("x");
	assert_string_equal(value("date"), "todax");
}

static void starts_afresh_and_back(void **state)
{
	(void)state;
	type("chen");
	keys("Esc Tab Ctrl-U"); /* the list of candidates, then the date */
	type("-3d");
	keys("Ctrl-X");
	assert_string_equal(value("pair"), "");
	assert_string_equal(value("date"), "today");
	assert_focus("pair");
	assert_shows("Ctrl-X brings what you typed back");
	keys("Ctrl-X");
	assert_string_equal(value("pair"), "chen");
	assert_string_equal(value("date"), "-3d");
}

static void what_is_saved_has_no_draft(void **state)
{
	size_t kept;

	(void)state;
	type("okafor, c");
	keys("Tab Tab 4 5 Tab");
	assert_int_equal(demo.dropped, 0);
	kept = demo.drafts;
	keys("Ctrl-S");
	assert_int_equal(demo.dropped, 1);
	assert_int_equal(demo.drafts, kept); /* and none is kept of the form that closes */
}

static void edits_by_clusters(void **state)
{
	(void)state;
	paste("e\u0301山\U0001F469\u200d\U0001F52C");
	keys("Left Left");
	keys("Backspace"); /* the e with its mark, whole */
	assert_string_equal(value("pair"), "山\U0001F469\u200d\U0001F52C");
	keys("Del End Backspace");
	assert_string_equal(value("pair"), "");
	paste("\u0301x"); /* a mark alone: what is typed before it takes it, and the cursor goes behind both */
	keys("Home");
	type("ez");
	assert_string_equal(value("pair"), "e\u0301zx");
	keys("Ctrl-U");
	type("one two three");
	keys("Ctrl-W Ctrl-Left");
	type("and ");
	assert_string_equal(value("pair"), "one and two ");
	keys("Home");
	type(">");
	keys("Ctrl-_");
	assert_string_equal(value("pair"), "one and two ");
	keys("Ctrl-U Ctrl-_");
	assert_string_equal(value("pair"), "one and two ");
	keys("Ctrl-_ Ctrl-_"); /* word by word */
	assert_string_equal(value("pair"), "one two ");
	for (int i = 0; i < 60; i++)
		keys("Ctrl-_");
	assert_string_equal(value("pair"), "");
}

static void a_paste_is_cleaned(void **state)
{
	(void)state;
	paste("a\033[2Jb\nc\td\u202e");
	assert_string_equal(value("pair"), "a[2Jb c d");
	keys("S-Tab S-Tab S-Tab");
	assert_focus("learned");
	paste("one\r\ntwo\n\nthree");
	assert_string_equal(value("learned"), "one\ntwo\n\nthree");
}

static void many_lines_wrap_and_scroll(void **state)
{
	(void)state;
	keys("Tab Tab Tab Tab Tab");
	assert_focus("learned");
	type("Compared two adverts; Chen sees that the gap is in examples, not in skills.");
	assert_shows("> Learned  Compared two adverts; Chen sees that the gap is in examples, not in\n"
		     "           skills.");
	keys("Up"); /* within the text */
	assert_focus("learned");
	assert_int_equal(canvas.cursor_x, 11 + 7);
	keys("Home");
	assert_int_equal(canvas.cursor_x, 11);
	keys("Up"); /* off its first row: the field before */
	assert_focus("came");
	keys("Down End");
	assert_int_equal(canvas.cursor_x, 11 + 67);
	keys("Down Enter Enter x Down");
	assert_focus("areas");
	keys("Up");
	for (int i = 0; i < 30; i++)
		keys("Enter y");
	assert_true(canvas.cursor_x >= 0); /* the row of the cursor is shown */
	assert_shows("  Areas");
}

static void is_usable_at_40_by_10(void **state)
{
	(void)state;
	demo_screen(&demo, &canvas, 40, 10);
	for (int i = 0; i < 8; i++, keys("Tab")) {
		assert_true(canvas.cursor_x >= 0 && canvas.cursor_y > 0 && canvas.cursor_y < 8);
		assert_shows("F1:help");
	}
	keys("Tab Tab");
	type("1h15");
	assert_shows("> Length                   = 75 minutes\n    1h15\n");
}

static void help_names_keys_and_fields(void **state)
{
	(void)state;
	keys("F1");
	assert_shows("Help: Log a session");
	assert_shows("Length: 45, 45m, 1h15, 1:15 or 17:30-18:45 all work");
	assert_shows("Ctrl-S F2");
	keys("q");
	assert_focus("pair");
}

static void a_long_line_scrolls_under_the_cursor(void **state)
{
	(void)state;
	for (int i = 0; i < 30; i++)
		type("word ");
	type("end");
	assert_shows("end\n");
	assert_true(canvas.cursor_x < 80);
	keys("Home");
	assert_int_equal(canvas.cursor_x, 11);
	assert_shows("> Pair     word word");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(logs_a_session_in_few_keys),
		TEST(moves_between_fields),
		TEST(says_what_is_meant),
		TEST(completes_from_a_list),
		TEST(a_list_follows_the_text),
		TEST(chooses_by_keys_and_letters),
		TEST(goes_on_by_what_is_in_sight),
		TEST(letters_choose_by_what_the_wanted_one_begins_with),
		TEST(refuses_under_the_field_and_keeps_the_text),
		TEST(leaving_keeps_a_draft_or_asks),
		TEST(a_dropped_connection_keeps_the_draft),
		TEST(a_draft_is_kept_while_typing),
		TEST(a_draft_is_kept_when_the_keys_rest),
		TEST(a_day_is_typed_over),
		TEST(starts_afresh_and_back),
		TEST(what_is_saved_has_no_draft),
		TEST(edits_by_clusters),
		TEST(a_paste_is_cleaned),
		TEST(many_lines_wrap_and_scroll),
		TEST(is_usable_at_40_by_10),
		TEST(help_names_keys_and_fields),
		TEST(a_long_line_scrolls_under_the_cursor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
