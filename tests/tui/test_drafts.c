/* Drafts on the screens: they come back, each where it was typed, and are listed, opened and dropped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "every_screen.h"
#include "scheme.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/log_form.h"
#include "tui/screens/person_form.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"

static const char *value(struct scheme *s, const char *key)
{
	return form_value((const struct form *)s->app.top, key);
}

static int64_t draft_count(struct scheme *s)
{
	struct ch_grid grid;

	GOOD(s, ch_draft_list(&s->c, &s->arena, &grid, &s->err));
	return (int64_t)grid.row_count;
}

/* As when the program ends and is started again: nothing in memory is left. */
static void start_again(struct scheme *s)
{
	struct event end = {.type = EVENT_END};

	app_handle(&s->app, &end);
	while (s->app.top != NULL && s->app.top->below != NULL)
		app_pop(&s->app);
	draft_memory_free(s->desk.drafts);
	s->desk.drafts = NULL;
	s->app.quit = false;
}

static struct scheme *shown(void **state)
{
	scheme_show(*state, "People", people_open);
	return *state;
}

static void a_mentors_words_outlive_the_program(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	scheme_show(s, "My pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Ctrl-U");
	scheme_type(s, "1h15");
	scheme_keys(s, "Tab Tab Tab Tab");
	scheme_type(s, "Saw it");
	start_again(s);
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(value(s, "minutes"), "1h15");
	assert_string_equal(value(s, "learning"), "Saw it");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(draft_count(s), 0);
}

static void a_coordinators_words_do_not(void **state)
{
	struct scheme *s = shown(state);

	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Ctrl-U 4 5 Tab Tab Tab Tab S e c r e t Esc");
	SHOWS(s, "the facts are kept as a draft, the wording until you leave chiron");
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(value(s, "learning"), "Secret");
	start_again(s);
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(value(s, "minutes"), "45");
	assert_string_equal(value(s, "learning"), "");
}

static void what_others_saved_meanwhile_is_pointed_out(void **state)
{
	struct scheme *s = shown(state);
	struct ch_person person;

	person_form_edit(&s->app, s->wen);
	scheme_type(s, "-Jones");
	scheme_keys(s, "Tab");
	scheme_keys(s, "Esc");
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &person, &s->err));
	person.name = "Wen Patel-Smith";
	person.phone = "0123";
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	person_form_edit(&s->app, s->wen);
	assert_string_equal(value(s, "name"), "Wen Patel-Jones");
	assert_string_equal(value(s, "phone"), "0123"); /* nothing was typed there: theirs stays */
	SHOWS(s, "! \"Wen Patel-Smith\" stands here now");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel-Jones is saved");
}

static void naming_the_pair_moves_the_draft(void **state)
{
	struct scheme *s = shown(state);

	log_form_open(&s->app, s->rosa_dara, NULL);
	scheme_keys(s, "Tab Tab Tab Tab Tab");
	scheme_type(s, "first");
	scheme_keys(s, "Esc");
	log_form_open(&s->app, 0, NULL);
	scheme_keys(s, "Tab Tab Ctrl-U 3 0 S-Tab S-Tab");
	assert_int_equal(draft_count(s), 1);
	scheme_type(s, "dara");
	scheme_keys(s, "Esc Tab Tab Tab Tab Tab"); /* the list of candidates */
	assert_string_equal(value(s, "pair"), "Rosa Vega - Dara Okafor");
	assert_string_equal(value(s, "learning"), "first");
	assert_string_equal(value(s, "minutes"), "30");
	scheme_keys(s, "Esc");
	assert_int_equal(draft_count(s), 1);
	log_form_open(&s->app, 0, NULL);
	assert_string_equal(value(s, "minutes"), "");
}

static void starting_afresh_drops_the_draft(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "a");
	scheme_type(s, "Zoe");
	scheme_keys(s, "Tab");
	assert_int_equal(draft_count(s), 1);
	scheme_keys(s, "Ctrl-X");
	assert_int_equal(draft_count(s), 0);
	scheme_keys(s, "Ctrl-X");
	assert_int_equal(draft_count(s), 1);
	assert_string_equal(value(s, "name"), "Zoe");
}

/* Every form that keeps a draft can be opened from the list of them. */
static void every_draft_is_listed_and_opened(void **state)
{
	struct scheme *s = shown(state);
	static const struct {
		const char *title;
		void (*open)(struct app *app, int64_t id);
		int64_t subject;
	} forms[] = {
		{"Enrol a person", enrolment_form_add, 1},
		{"Edit an enrolment", enrolment_form_edit, 1},
		{"Edit a person", person_form_edit, 1},
		{"Arrange a session", pairing_form_arrange, 1},
		{"Set a goal or focus area", goal_form_add, 1},
		{"Add an action", pairing_form_action, 1},
		{"Correct the session", pairing_form_correct, 1},
		{"Agreement", agreement_form_open, 3},
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct form *form;

		forms[i].open(&s->app, forms[i].subject);
		form = (struct form *)s->app.top;
		for (size_t f = 0; f < form->entry_count; f++)
			if (form->entries[f].field.type == CH_TYPE_DATE || form->entries[f].field.type == CH_TYPE_TEXT)
				form_type(form, form->entries[f].field.key, "marmalade");
		scheme_keys(s, "Tab Esc");
		assert_int_equal(draft_count(s), i + 1);
		drafts_open(&s->app);
		SHOWS(s, forms[i].title);
		scheme_keys(s, "Enter");
		SHOWS(s, forms[i].title);
		SHOWS(s, "marmalade");
		scheme_keys(s, "Esc q");
	}
	drafts_open(&s->app);
	SHOWS(s, "Enter:go on typing");
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		scheme_keys(s, "d Enter"); /* no */
		scheme_keys(s, "d y");
	}
	SHOWS(s, "You have no drafts");
	assert_int_equal(draft_count(s), 0);
}

/* ---- Random typing ---- */

enum { ROUNDS = 60, KEYS = 50, FIELDS = 64, VALUE = 2048 };

static unsigned seed;

static unsigned next_random(unsigned below)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % below;
}

static void press_something(struct scheme *s)
{
	static const uint32_t keys[] = {K_TAB,	   K_BACK_TAB,	K_UP,	     K_DOWN,	  K_LEFT,      K_RIGHT,
					K_HOME,	   K_END,	K_BACKSPACE, K_DELETE,	  K_CTRL('W'), K_CTRL('U'),
					K_CTRL('_'), K_CTRL('R'), K_CTRL('N'), K_CTRL('X'), K_SPACE,     K_PAGE_DOWN,
					K_ENTER,   K_F1 + 4,	K_WORD_LEFT, K_WORD_RIGHT};
	static const char *const pastes[] = {"two\nlines", "山田太郎", "a@b.org", "\033[2J", "12", "\u202eabc", "; x; y"};
	struct event event = {.type = EVENT_KEY, .at = s->app.now + 100};

	switch (next_random(5)) {
	case 0:
		event.key = keys[next_random(sizeof(keys) / sizeof(keys[0]))];
		break;
	case 1:
		event.type = EVENT_PASTE;
		event.text = pastes[next_random(sizeof(pastes) / sizeof(pastes[0]))];
		break;
	default:
		event.key = 'a' + next_random(26);
		break;
	}
	app_handle(&s->app, &event);
	app_draw(&s->app, &s->canvas);
}

/* Esc till the form is left (the list of candidates first), or the end of the program. */
static void leave_somehow(struct scheme *s)
{
	const struct screen *form = s->app.top;

	if (next_random(2) > 0) {
		start_again(s);
		return;
	}
	while (s->app.top == form)
		scheme_keys(s, "Esc");
}

static void whatever_is_typed_is_there_again(void **state)
{
	struct scheme *s = shown(state);
	static char values[FIELDS][VALUE];

	seed = 3;
	for (int round = 0; round < ROUNDS; round++) {
		const struct form *form;

		person_form_edit(&s->app, s->wen);
		scheme_dump(s, round % 2 > 0 ? 40 : 80, round % 2 > 0 ? 10 : 24);
		form = (const struct form *)s->app.top;
		for (int key = 0; key < KEYS && s->app.top == &form->screen; key++)
			press_something(s);
		if (s->app.top != &form->screen)
			continue; /* Enter in the last field saved it */
		for (size_t i = 0; i < form->entry_count; i++)
			snprintf(values[i], VALUE, "%s", form->entries[i].input.text.text);
		leave_somehow(s);
		person_form_edit(&s->app, s->wen);
		form = (const struct form *)s->app.top;
		for (size_t i = 0; i < form->entry_count; i++)
			if (strcmp(form->entries[i].input.text.text, values[i]) != 0)
				fail_msg("round %d, %s: \"%s\" was typed, \"%s\" came back", round,
					 form->entries[i].field.key, values[i], form->entries[i].input.text.text);
		scheme_keys(s, "Esc");
	}
}

/* What one side answered never stands in the form of the other. */
static void each_side_has_drafts_of_its_own_answers(void **state)
{
	struct scheme *s = shown(state);

	feedback_open(&s->app, s->wen_chen);
	scheme_keys(s, "a p 1");
	scheme_keys(s, "Tab");
	scheme_keys(s, "Tab");
	scheme_keys(s, "Tab");
	form_type((struct form *)s->app.top, "how", "online");
	scheme_keys(s, "Tab Esc a p 2");
	assert_string_not_equal(value(s, "how"), "online");
	scheme_keys(s, "Esc a p 1");
	assert_string_equal(value(s, "how"), "online");
}

static void type_and_leave(struct scheme *s, void (*open)(struct app *app, int64_t id), const char *key)
{
	open(&s->app, 1);
	form_type((struct form *)s->app.top, key, "marmalade");
	scheme_keys(s, "Esc");
}

static void whichever_draft_is_dropped_is_gone_from_the_list(void **state)
{
	struct scheme *s = shown(state);

	type_and_leave(s, person_form_edit, "department");
	type_and_leave(s, enrolment_form_edit, "notes");
	drafts_open(&s->app);
	scheme_keys(s, "j");
	assert_non_null(strchr(scheme_row(s, "Edit a person"), '>'));
	scheme_keys(s, "d y");
	assert_int_equal(draft_count(s), 1);
	HIDES(s, "Edit a person: Wen Patel");
}

/* Saved at once, before the pair that was named was left: what was typed for that pair earlier stays what it was. */
static void what_is_saved_goes_into_no_other_draft(void **state)
{
	struct scheme *s = shown(state);

	log_form_open(&s->app, s->wen_chen, NULL);
	form_type((struct form *)s->app.top, "minutes", "50");
	form_type((struct form *)s->app.top, "medium", "phone");
	scheme_keys(s, "Esc");
	log_form_open(&s->app, 0, NULL);
	form_type((struct form *)s->app.top, "minutes", "30");
	form_type((struct form *)s->app.top, "pair", "Wen Patel / Chen Okafor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "logged for Wen Patel");
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(value(s, "minutes"), "50");
}

/* The form on top has drafts kept, and the list of drafts knows where its form is. */
static void has_drafts(struct scheme *s, const char *what)
{
	const struct form *form = (const struct form *)s->app.top;
	struct ch_draft_text texts[] = {{.key = "x", .text = "y", .was = ""}, {.key = "marked", .was = ""}};
	struct ch_draft draft = {.title = "A form", .texts = texts};
	bool whole;

	if (form->draft.keeper == NULL)
		fail_msg("%s: leaving it loses what was typed", what);
	draft.form = ch_arena_copy(&s->arena, form->draft.form);
	texts[1].text = ch_arena_copy(&s->arena, form->draft.marked != NULL ? form->draft.marked : "");
	draft.text_count = form->draft.marked != NULL ? 2 : 1;
	draft.subject_id = form->draft.subject_id;
	GOOD(s, ch_draft_keep(&s->c, &draft, &s->arena, &whole, &s->err));
	scheme_keys(s, "Esc");
	drafts_open(&s->app);
	if (strstr(scheme_dump(s, 80, 24), "A form") == NULL)
		fail_msg("%s: its draft is not listed", what);
	scheme_keys(s, "Enter");
	if (strstr(scheme_dump(s, 80, 24), "not known here") != NULL)
		fail_msg("%s: the list of drafts does not know %s", what, draft.form);
	GOOD(s, ch_draft_drop(&s->c, draft.draft_id, &s->err));
}

static void every_form_keeps_a_draft_that_opens_again(void **state)
{
	static const struct golden more[] = {
		{"wish", "Programmes", programmes_open, "m R a", NULL, NULL},
		{"rule", "Programmes", programmes_open, "m R Tab a", NULL, NULL},
		{"member", "Programmes", programmes_open, "m R Tab Tab a", NULL, NULL},
		{"import options", "People", people_open, "e", NULL, open_import},
	};
	struct scheme *s = *state;
	size_t forms = 0, count = sizeof(screens) / sizeof(screens[0]);
	const struct screen_ops *form_ops;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "a");
	form_ops = s->app.top->ops;

	for (size_t i = 0; i < count + sizeof(more) / sizeof(more[0]); i++) {
		const struct golden *one = i < count ? &screens[i] : &more[i - count];

		app_release(&s->app);
		app_init(&s->app);
		s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
		scheme_show(s, one->tab, one->open);
		if (one->over != NULL)
			one->over(&s->app);
		if (*one->keys != '\0')
			scheme_keys(s, one->keys);
		if (s->app.top->ops != form_ops || one->open == open_welcome)
			continue; /* at the welcome there is no file yet that keeps a draft */
		forms++;
		has_drafts(s, one->screen);
	}
	assert_true(forms > 30);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(each_side_has_drafts_of_its_own_answers),
		WITH_SCHEME(every_form_keeps_a_draft_that_opens_again),
		WITH_SCHEME(a_mentors_words_outlive_the_program),
		WITH_SCHEME(a_coordinators_words_do_not),
		WITH_SCHEME(what_others_saved_meanwhile_is_pointed_out),
		WITH_SCHEME(naming_the_pair_moves_the_draft),
		WITH_SCHEME(starting_afresh_drops_the_draft),
		WITH_SCHEME(what_is_saved_goes_into_no_other_draft),
		WITH_SCHEME(every_draft_is_listed_and_opened),
		WITH_SCHEME(whatever_is_typed_is_there_again),
		WITH_SCHEME(whichever_draft_is_dropped_is_gone_from_the_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
