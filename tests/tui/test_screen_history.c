/* Undo and redo on whatever screen, the offer of it in messages, and the history with what each change altered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static void run_history(struct app *app, struct screen *screen)
{
	(void)screen;
	history_open(app);
}

static const struct binding everywhere[] = {
	{.command = COMMAND_UNDO, .run = undo_run},
	{.command = COMMAND_REDO, .run = redo_run},
	{.command = COMMAND_HISTORY, .run = run_history},
};

/* As the program does, which main.c sets up. */
static struct scheme *shown(void **state, const char *label, struct screen *(*open)(struct app *app))
{
	struct scheme *s = *state;

	scheme_show(s, label, open);
	s->app.bindings = everywhere;
	s->app.binding_count = sizeof(everywhere) / sizeof(everywhere[0]);
	s->app.handling = desk_handling;
	return s;
}

static const char *state_of_action(struct scheme *s, int64_t action_id)
{
	struct ch_action action;

	GOOD(s, ch_action_get(&s->c, action_id, &s->arena, &action, &s->err));
	return ch_field_text(ch_field_named(ch_entity_of(CH_ACTION), "state"), &action, &s->arena);
}

static void a_change_says_that_it_can_be_undone(void **state)
{
	struct scheme *s = *state;
	int64_t action = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "To do");

	shown(state, "Actions", actions_open);
	assert_true(list_go_to_id(s->app.top->list, action));
	scheme_keys(s, "t");
	SHOWS(s, "The action is done (u: undo)");
	assert_string_equal(state_of_action(s, action), "done");
	scheme_keys(s, "u");
	SHOWS(s, "Undone: action of Wen Patel");
	SHOWS(s, "(Ctrl-R: redo)");
	assert_string_equal(state_of_action(s, action), "open");
	scheme_keys(s, "Ctrl-R");
	SHOWS(s, "Done again: action of Wen Patel");
	assert_string_equal(state_of_action(s, action), "done");
}

/* What was done to all marked at one key is undone at one key. */
static void what_one_key_did_one_key_undoes(void **state)
{
	struct scheme *s = *state;
	int64_t one = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "To do");
	int64_t two = scheme_action(s, s->rosa_dara, CH_SIDE_GUIDE, "2026-11-21", "To do, too");

	shown(state, "Actions", actions_open);
	assert_true(list_mark(s->app.top->list, one, true));
	assert_true(list_mark(s->app.top->list, two, true));
	scheme_keys(s, "t");
	SHOWS(s, "2 actions are done (u: undo)");
	scheme_keys(s, "u");
	SHOWS(s, "reviewed, and 1 more");
	assert_string_equal(state_of_action(s, one), "open");
	assert_string_equal(state_of_action(s, two), "open");
}

static void what_cannot_be_undone_is_not_offered(void **state)
{
	struct scheme *s = *state;
	struct ch_agreement agreement;
	struct ch_agreed agreed = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};

	shown(state, "Pairs", pairs_open);
	desk_handling(&s->app, false);
	GOOD(s, ch_agreement_draft(&s->c, s->rosa_li, &s->arena, &agreement, &s->err));
	GOOD(s, ch_pairing_agree(&s->c, s->rosa_li, &agreement, &agreed, &s->err));
	app_say(&s->app, "%s", "It is recorded");
	desk_handling(&s->app, true);
	SHOWS(s, "It is recorded");
	HIDES(s, "u: undo");
	scheme_keys(s, "u");
	SHOWS(s, "that has what people answered");
}

static void history_undoes_the_focused_one_and_no_other(void **state)
{
	struct scheme *s = *state;
	int64_t action = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "To do");

	scheme_session(s, s->rosa_dara, "2026-11-12", 50);
	shown(state, "People", people_open);
	scheme_keys(s, "U");
	SHOWS(s, "session of 12 Nov with Rosa Vega and");
	scheme_keys(s, "j");
	SHOWS(s, "action of Wen Patel");
	scheme_keys(s, "u");
	SHOWS(s, "Undone: action of Wen Patel");
	struct ch_action gone;
	assert_int_equal(ch_action_get(&s->c, action, &s->arena, &gone, &s->err), CH_MISSING);
	SHOWS(s, ". undone: action of Wen Patel");
	scheme_keys(s, "u");
	SHOWS(s, "that is undone already");
}

static void history_shows_fields_and_never_wording(void **state)
{
	struct scheme *s = *state;

	scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "A secret plan");
	shown(state, "People", people_open);
	scheme_keys(s, "U Enter");
	SHOWS(s, "History | action of Wen Patel");
	assert_non_null(strstr(scheme_row(s, "Due"), "Fri 20 Nov"));
	HIDES(s, "secret");
}

static void others_changes_are_refused_with_why(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	scheme_session(s, s->wen_chen, "2026-11-12", 50);
	scheme_act_as(s, 0);
	shown(state, "People", people_open);
	scheme_keys(s, "U u");
	SHOWS(s, "each undoes their own");
}

static void an_empty_history_says_so(void **state)
{
	struct scheme *s = shown(state, "People", people_open);

	scheme_keys(s, "u");
	SHOWS(s, "there is no change of yours to undo");
	scheme_keys(s, "U");
	SHOWS(s, "Nothing was changed yet");
}

/* What was done before it was opened is named first, and left alone by any key but y. */
static void what_was_not_done_here_is_asked_about(void **state)
{
	struct scheme *s = *state;
	int64_t action = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "To do");

	shown(state, "Actions", actions_open);
	scheme_keys(s, "u");
	SHOWS(s, "Undo: action of Wen Patel");
	scheme_keys(s, "n");
	assert_string_equal(state_of_action(s, action), "open");
	scheme_keys(s, "u y");
	SHOWS(s, "Undone: action of Wen Patel");
}

/* Nothing brings back whom it erased; what one did before is another change, which is asked about. */
static void after_an_erasure_what_was_done_before_is_asked_about(void **state)
{
	struct scheme *s = *state;
	int64_t zoe = scheme_person(s, "Zoe Quill", NULL, 1 << CH_ROLE_MENTOR);
	int64_t action = scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "To do");

	shown(state, "Actions", actions_open);
	assert_true(list_go_to_id(s->app.top->list, action));
	scheme_keys(s, "t");
	erase_open(&s->app, &zoe, 1);
	scheme_keys(s, "d");
	scheme_type(s, "Zoe Quill");
	scheme_keys(s, "Enter");
	SHOWS(s, "Erased");
	scheme_keys(s, "u");
	SHOWS(s, "Undo: action of Wen Patel");
	assert_string_equal(state_of_action(s, action), "done");
	scheme_keys(s, "y");
	assert_string_equal(state_of_action(s, action), "open");
}

/* Who is in no list any more is still in here, and is erased from here. */
static void somebody_in_the_history_alone_is_erased_there(void **state)
{
	struct scheme *s = *state;
	struct ch_undone undone;
	int64_t found;

	scheme_person(s, "Zoe Quill", NULL, 1 << CH_ROLE_MENTOR);
	GOOD(s, ch_undo(&s->c, 0, &s->arena, &undone, &s->err));
	shown(state, "People", people_open);
	scheme_keys(s, "U d");
	SHOWS(s, "also of who is in no list any more");
	scheme_type(s, "zoe quill");
	scheme_keys(s, "Enter");
	SHOWS(s, "earlier values, kept for undo");
	scheme_keys(s, "d");
	scheme_type(s, "Zoe Quill");
	scheme_keys(s, "Enter");
	SHOWS(s, "Zoe Quill is erased");
	assert_int_equal(ch_erasure_find(&s->c, "Zoe Quill", &found, &s->err), CH_MISSING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_change_says_that_it_can_be_undone),
		TEST(what_one_key_did_one_key_undoes),
		TEST(what_cannot_be_undone_is_not_offered),
		TEST(what_was_not_done_here_is_asked_about),
		TEST(somebody_in_the_history_alone_is_erased_there),
		TEST(after_an_erasure_what_was_done_before_is_asked_about),
		TEST(history_undoes_the_focused_one_and_no_other),
		TEST(history_shows_fields_and_never_wording),
		TEST(others_changes_are_refused_with_why),
		cmocka_unit_test_setup_teardown(an_empty_history_says_so, scheme_setup_empty, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
