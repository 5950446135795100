/* What is a person's own on the screen: keys, themes, the form of preferences, clicks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "demo.h"
#include "scheme.h"
#include "support/temp_dir.h"
#include "tui/personal.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"

static void assert_file(struct temp_dir *dir, const char *wanted)
{
	char *text = temp_dir_read(dir, "config", NULL);

	assert_non_null(text);
	assert_string_equal(text, wanted);
	free(text);
}

static void read_own(struct temp_dir *dir, struct personal *personal, const char *keys, const char *theme)
{
	temp_dir_write(dir, "config", theme != NULL ? "theme = own\n" : "");
	if (keys != NULL)
		temp_dir_write(dir, "keys", keys);
	mkdir(temp_dir_file(dir, "themes"), 0700);
	if (theme != NULL)
		temp_dir_write(dir, "themes/own", theme);
	personal_read(personal, temp_dir_file(dir, "config"), false);
}

static void assert_told(const struct personal *personal, const char *what)
{
	for (size_t i = 0; i < personal->preferences.complaint_count; i++)
		if (strstr(personal->preferences.complaints[i], what) != NULL)
			return;
	fail_msg("\"%s\" is not told; first of %zu: %s", what, personal->preferences.complaint_count,
		 personal->preferences.complaint_count > 0 ? personal->preferences.complaints[0] : "");
}

static void keys_change_places(void **state)
{
	struct personal personal;
	char name[KEY_NAME_SIZE];

	read_own(*state, &personal, "down = n Down\nsearch_next = j\n", NULL);
	assert_int_equal(personal.preferences.complaint_count, 0);
	assert_int_equal(command_of_key(&personal.keymap, 'n', IN_LIST), COMMAND_DOWN);
	assert_int_equal(command_of_key(&personal.keymap, 'j', IN_LIST), COMMAND_SEARCH_NEXT);
	assert_int_equal(command_of_key(&personal.keymap, 'k', IN_LIST), COMMAND_UP);
	assert_string_equal(command_key(&personal.keymap, COMMAND_DOWN, IN_LIST, name), "n");
	personal_release(&personal);
}

static void conflicts_are_refused_with_both_names(void **state)
{
	struct personal personal;

	read_own(*state, &personal, "page_down = L\npage_dwn = x\nup = Hyper-x\ngo = 7\nadd\nup = Up F7\n", NULL);
	assert_told(&personal, "keys, line 1: L would mean both page_down and log; the line is left out");
	assert_told(&personal, "keys, line 2: \"page_dwn\" is no command; the nearest is page_down");
	assert_told(&personal, "keys, line 3: \"Hyper-x\" is no key");
	assert_told(&personal, "keys, line 4: the keys of go stay what they are");
	assert_told(&personal, "keys, line 5: a line is");
	assert_int_equal(command_of_key(&personal.keymap, 'L', IN_LIST), COMMAND_LOG);
	assert_int_equal(command_of_key(&personal.keymap, K_PAGE_DOWN, IN_LIST), COMMAND_PAGE_DOWN);
	assert_int_equal(command_of_key(&personal.keymap, K_F1 + 6, IN_LIST), COMMAND_UP);
	personal_release(&personal);
}

static void a_key_may_mean_another_thing_in_forms(void **state)
{
	struct personal personal;

	read_own(*state, &personal, "page_down = Ctrl-S\n", NULL); /* which saves forms, where there are no pages */
	assert_int_equal(personal.preferences.complaint_count, 0);
	assert_int_equal(command_of_key(&personal.keymap, K_CTRL('S'), IN_LIST), COMMAND_PAGE_DOWN);
	assert_int_equal(command_of_key(&personal.keymap, K_CTRL('S'), IN_FORM), COMMAND_SAVE);
	personal_release(&personal);
}

static const struct theme_style *style_of(const struct personal *personal, unsigned meaning)
{
	return &personal->look.theme.styles[meaning >> CANVAS_COLOUR_SHIFT];
}

static void a_theme_is_read(void **state)
{
	struct personal personal;

	read_own(*state, &personal, NULL, "urgent = magenta bold\nsoon = yelow\nsoom = red\naccent=none\n");
	assert_int_equal(style_of(&personal, CANVAS_URGENT)->colour, 5);
	assert_int_equal(style_of(&personal, CANVAS_URGENT)->attributes, CANVAS_BOLD);
	assert_int_equal(style_of(&personal, CANVAS_SOON)->colour, -1);
	assert_told(&personal, "themes/own, line 2: \"yelow\" is no colour or attribute; the nearest is yellow");
	assert_told(&personal, "themes/own, line 3: \"soom\" is no meaning; the nearest is soon");
	personal_release(&personal);
}

static void every_theme_of_ours_is_right(void **state)
{
	for (size_t i = 0; ch_theme_name(i) != NULL; i++) {
		struct personal personal;
		char text[64];

		snprintf(text, sizeof(text), "theme = %s\n", ch_theme_name(i));
		temp_dir_write(*state, "config", text);
		personal_read(&personal, temp_dir_file(*state, "config"), false);
		if (personal.preferences.complaint_count > 0)
			fail_msg("%s", personal.preferences.complaints[0]);
		personal_release(&personal);
	}
}

/* ---- On the screen ---- */

static void the_form_saves_and_changes_the_screen(void **state)
{
	struct scheme *s = *state;
	const char *path = temp_dir_file(s->dir, "config");
	struct personal personal;
	const struct event to_next = {.type = EVENT_KEY, .key = K_TAB};
	const struct event other = {.type = EVENT_KEY, .key = K_RIGHT}, save = {.type = EVENT_KEY, .key = K_CTRL('S')};

	temp_dir_write(s->dir, "config", "# mine\n");
	personal_read(&personal, path, false);
	s->desk.personal = &personal;
	scheme_show(s, "People", people_open);
	personal_open_form(&s->app, s->app.top);
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Whole frames"));
	assert_non_null(strstr(scheme_dump(s, 40, 10), "Colours"));
	for (int i = 0; i < 3; i++)
		app_handle(&s->app, &to_next);
	app_handle(&s->app, &other);
	app_handle(&s->app, &save);
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Saved in"));
	assert_true(s->app.look_changed);
	assert_false(personal.look.mouse);
	assert_file(s->dir, "# mine\nmouse = off\n");
	personal_switch_mouse(&s->app, s->app.top);
	assert_true(personal.look.mouse);
	personal_release(&personal);
}

/* The theme that is set is no beginning of another: all are listed until one types. */
static void all_themes_are_listed(void **state)
{
	struct scheme *s = *state;
	struct personal personal;
	struct form *form;

	temp_dir_write(s->dir, "config", "theme = dark\n");
	personal_read(&personal, temp_dir_file(s->dir, "config"), false);
	s->desk.personal = &personal;
	scheme_show(s, "People", people_open);
	personal_open_form(&s->app, s->app.top);
	form = (struct form *)s->app.top;
	form->focus = (size_t)(form_entry_named(form, "theme") - form->entries);
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "light");
	personal_release(&personal);
}

/* What is refused is said under its field; nothing is written, also of what is right beside it. */
static void what_is_no_preference_is_refused_under_its_field(void **state)
{
	struct scheme *s = *state;
	struct personal personal;

	temp_dir_write(s->dir, "config", "# mine\n");
	personal_read(&personal, temp_dir_file(s->dir, "config"), false);
	s->desk.personal = &personal;
	scheme_show(s, "People", people_open);
	personal_open_form(&s->app, s->app.top);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "Right Tab");
	scheme_type(s, "drak"); /* over what stands there */
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "> Theme            drak");
	SHOWS(s, "! there is no theme \"drak\". The nearest is dark.");
	SHOWS_AT(s, 40, 10, "nearest is dark.");
	assert_file(s->dir, "# mine\n");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "light");
	scheme_keys(s, "Tab Tab Tab");
	scheme_type(s, "soon");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "> Wait after Esc   soon");
	SHOWS(s, "escape_delay is \"soon\"");
	SHOWS(s, "A number from 1 to 1000 is wanted.");
	assert_file(s->dir, "# mine\n");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "40");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Saved in");
	assert_file(s->dir, "# mine\ncolor = never\ntheme = light\nescape_delay = 40\n");
	personal_release(&personal);
}

/* What empties a list, a message, a refusal and the foot of Today say: all know a key that was changed. */
static void texts_name_the_keys_as_they_are(void **state)
{
	struct scheme *s = *state;
	struct personal personal;

	read_own(s->dir, &personal, "add = F3\nedit = %\nopen = F4 Enter\nagree = \n", NULL);
	assert_int_equal(personal.preferences.complaint_count, 0);
	s->desk.personal = &personal;
	scheme_show(s, "People", people_open);
	app_use_keys(&s->app, &personal.keymap);
	SHOWS(s, "F3 adds the first person");
	HIDES(s, "a adds the first person");
	app_say(&s->app, "%s", _(KEY_(AGREE) " records it"));
	SHOWS(s, ":agreement records it");
	app_say(&s->app, _(KEY_(EDIT) " or " KEY_(OPEN) " of %s"), "it");
	SHOWS(s, ":edit or F4 of it");
	app_use_keys(&s->app, NULL);
	SHOWS(s, "a adds the first person");
	personal_release(&personal);
}

static void click(struct demo *demo, const struct canvas *canvas, const char *text)
{
	struct event event = {.type = EVENT_CLICK};
	char row[1024];

	for (event.y = 0; event.y < canvas->height; event.y++) {
		row[0] = '\0';
		for (int x = 0; x < canvas->width; x++)
			if (canvas->cells[event.y * canvas->width + x].text[1] == '\0') /* ASCII: a cell, a byte */
				strcat(row, canvas->cells[event.y * canvas->width + x].text);
			else
				strcat(row, "?");
		if (strstr(row, text) != NULL) {
			event.x = (int)(strstr(row, text) - row);
			app_handle(&demo->app, &event);
			return;
		}
	}
	fail_msg("\"%s\" is not on the screen", text);
}

static void clicks_do_what_keys_do(void **state)
{
	struct canvas canvas = CANVAS_EMPTY;
	struct demo demo;
	int64_t id;

	(void)state;
	demo_start(&demo, 50);
	demo_screen(&demo, &canvas, 80, 24);
	click(&demo, &canvas, "Mallory");
	id = list_row(demo_list(&demo))->id;
	assert_int_equal(id, 5);
	demo_screen(&demo, &canvas, 80, 24);
	click(&demo, &canvas, "Mallory"); /* once more opens it */
	assert_non_null(strstr(demo_screen(&demo, &canvas, 80, 24), "Length"));
	demo_keys(&demo, &canvas, "Esc");
	demo_screen(&demo, &canvas, 80, 24);
	click(&demo, &canvas, "3 Pairs");
	assert_non_null(strstr(demo_screen(&demo, &canvas, 80, 24), "[3 Pairs]"));
	click(&demo, &canvas, "/:find");
	assert_non_null(strstr(demo_screen(&demo, &canvas, 80, 24), "Find:"));
	demo_stop(&demo);
	canvas_release(&canvas);
}

static size_t changes;

static void count_changes(struct app *app, bool over)
{
	(void)app;
	changes += over;
}

/* What is drawn under a question or prompt is not there to be clicked, and no click types a letter. */
static void a_click_types_nothing_and_answers_nothing(void **state)
{
	struct canvas canvas = CANVAS_EMPTY;
	struct demo demo;

	(void)state;
	demo_start(&demo, 50);
	demo_screen(&demo, &canvas, 80, 24);
	demo_keys(&demo, &canvas, "Space D");
	click(&demo, &canvas, "3 Pairs");
	assert_string_equal(demo.app.question.input.text.text, "");
	demo_keys(&demo, &canvas, "Esc f");
	click(&demo, &canvas, "3 Pairs");
	assert_string_equal(demo.app.prompt.input.text.text, "");
	demo_keys(&demo, &canvas, "Esc :");
	click(&demo, &canvas, "3 Pairs");
	assert_null(strstr(demo_screen(&demo, &canvas, 80, 24), ":3"));
	demo_keys(&demo, &canvas, "Esc");
	demo_stop(&demo);
	canvas_release(&canvas);
}

/* So that it is one thing to undo. */
static void opening_by_a_click_is_one_change(void **state)
{
	struct canvas canvas = CANVAS_EMPTY;
	struct demo demo;

	(void)state;
	demo_start(&demo, 50);
	demo_screen(&demo, &canvas, 80, 24);
	demo.app.handling = count_changes;
	changes = 0;
	click(&demo, &canvas, "Mallory");
	demo_screen(&demo, &canvas, 80, 24);
	click(&demo, &canvas, "Mallory");
	assert_non_null(strstr(demo_screen(&demo, &canvas, 80, 24), "Length"));
	assert_int_equal(changes, 1);
	demo_stop(&demo);
	canvas_release(&canvas);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, temp_dir_setup, temp_dir_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_change_places),
		TEST(conflicts_are_refused_with_both_names),
		TEST(a_key_may_mean_another_thing_in_forms),
		TEST(a_theme_is_read),
		TEST(every_theme_of_ours_is_right),
		cmocka_unit_test_setup_teardown(all_themes_are_listed, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_is_no_preference_is_refused_under_its_field, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(the_form_saves_and_changes_the_screen, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(texts_name_the_keys_as_they_are, scheme_setup_empty, scheme_teardown),
		cmocka_unit_test(clicks_do_what_keys_do),
		cmocka_unit_test(a_click_types_nothing_and_answers_nothing),
		cmocka_unit_test(opening_by_a_click_is_one_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
