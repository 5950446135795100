/* The session form: action lines, what is saved, drafts, and that nothing typed is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"
#include "tui/screens/log_form.h"
#include "tui/screens/log_form_actions.h"
#include "tui/screens/screens.h"

/* ---- Action lines ------------------------------------------------------------------------------- */

static struct ch_action_sides sides(bool wording)
{
	return (struct ch_action_sides){.guide = "Wen Patel",
				     .learner = "Catrin Oldroyd",
				     .me = CH_SIDE_GUIDE,
				     .today = ch_date_of(2026, 11, 23),
				     .wording = wording};
}

static void action_lines_say_whose_what_and_when(void **state)
{
	static const struct {
		const char *line;
		int owner;
		const char *text, *due;
	} lines[] = {
		{"Catrin: draft CV @ next fri", CH_SIDE_LEARNER, "draft CV", "2026-11-27"},
		{"wen: ask the office @ 4 dec", CH_SIDE_GUIDE, "ask the office", "2026-12-04"},
		{"PATEL: ask", CH_SIDE_GUIDE, "ask", ""},
		{"Wen Patel: ask", CH_SIDE_GUIDE, "ask", ""},
		{"mentor: ask", CH_SIDE_GUIDE, "ask", ""},
		{"coachee : ask", CH_SIDE_LEARNER, "ask", ""},
		{"draft CV", CH_SIDE_LEARNER, "draft CV", ""},
		{"read this: chapter 2", CH_SIDE_LEARNER, "read this: chapter 2", ""},
		{"wend: ask", CH_SIDE_LEARNER, "wend: ask", ""},
		{"write to ann@example.org", CH_SIDE_LEARNER, "write to ann@example.org", ""},
		{"draft CV by next fri", CH_SIDE_LEARNER, "draft CV", "2026-11-27"},
		{"finish by hand", CH_SIDE_LEARNER, "finish by hand", ""},
		{"read chapters by 5", CH_SIDE_LEARNER, "read chapters by 5", ""},
		{"Me: send sample letter tomorrow", CH_SIDE_GUIDE, "send sample letter", "2026-11-24"},
		{"me: ask the office next fri", CH_SIDE_GUIDE, "ask the office", "2026-11-27"},
		{"mentee: draft CV in 2 weeks", CH_SIDE_LEARNER, "draft CV", "2026-12-07"},
		{"Catrin: ring them on thu", CH_SIDE_LEARNER, "ring them", "2026-11-26"},
		{"think of what is next", CH_SIDE_LEARNER, "think of what is next", ""},
		{"hand the form in", CH_SIDE_LEARNER, "hand the form in", ""},
		{"write to ann@example.org @ fri", CH_SIDE_LEARNER, "write to ann@example.org", "2026-11-27"},
	};
	struct ch_action_sides pair = sides(true);
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct ch_error err = CH_NO_ERROR;
		struct ch_new_action action;
		char due[CH_DATE_SIZE];

		if (ch_action_line_read(lines[i].line, &pair, &arena, &action, &err) != CH_OK)
			fail_msg("\"%s\": %s", lines[i].line, err.message);
		ch_date_iso(action.due_on, due);
		if (action.owner != lines[i].owner || strcmp(action.text, lines[i].text) != 0 ||
		    strcmp(due, lines[i].due) != 0)
			fail_msg("\"%s\": side %d, \"%s\", %s", lines[i].line, action.owner, action.text, due);
	}
	ch_arena_release(&arena);
}

/* What stands where a name does, and is no name of the two, is asked about: the action is nobody's by mistake. */
static void a_name_that_is_neithers_is_asked_about(void **state)
{
	struct ch_action_sides pair = sides(true);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_new_action action;

	(void)state;
	assert_int_equal(ch_action_line_read("Cartin: draft CV", &pair, &arena, &action, &err), CH_DATA);
	assert_string_equal(err.message, "whose is it? \"Cartin\" is neither Wen Patel nor Catrin Oldroyd");
	err = CH_NO_ERROR;
	assert_int_equal(ch_action_line_read("mentee: Cartin: draft CV", &pair, &arena, &action, &err), CH_OK);
	assert_string_equal(action.text, "Cartin: draft CV");
	pair.me = CH_NO_SIDE; /* the coordinator writes for them */
	assert_int_equal(ch_action_line_read("me: draft CV", &pair, &arena, &action, &err), CH_DATA);
	ch_arena_release(&arena);
}

static void a_wrong_line_is_named(void **state)
{
	struct ch_action_sides pair = sides(true), without = sides(false);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct action_lines lines;
	struct ch_buffer shown = CH_BUFFER_EMPTY;

	(void)state;
	assert_int_equal(action_lines_read("one\n\ntwo @ blurb", &pair, &arena, &lines, &err), CH_DATA);
	assert_non_null(strstr(err.message, "line 3"));
	assert_string_equal(err.field, "actions");
	action_lines_show("one @ fri\n\nwen: two @ blurb", &pair, &shown);
	assert_non_null(strstr(shown.text, "= Catrin Oldroyd, by Fri 27 Nov\n? "));
	err = CH_NO_ERROR;
	assert_int_equal(action_lines_read("Wen: ask; now by fri; Catrin: two\n; coachee : three; and more", &pair,
					   &arena, &lines, &err),
			 CH_OK);
	assert_int_equal(lines.count, 3); /* a ";" parts actions only where it is said whose the next one is */
	assert_string_equal(lines.actions[0].text, "ask; now");
	assert_int_equal(lines.actions[0].due_on, ch_date_of(2026, 11, 27));
	assert_string_equal(lines.actions[1].text, "two");
	assert_string_equal(lines.actions[2].text, "three; and more");
	assert_int_equal(action_lines_read("one\nWen: two; Catrin: x @ blurb", &pair, &arena, &lines, &err), CH_DATA);
	assert_non_null(strstr(err.message, "line 2"));
	err = CH_NO_ERROR;
	assert_int_equal(action_lines_read("wen @ fri\nmentee: @ 4 dec", &without, &arena, &lines, &err), CH_OK);
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.actions[0].owner, CH_SIDE_GUIDE);
	assert_null(lines.actions[1].text);
	assert_int_equal(action_lines_read("wen: ask @ fri", &without, &arena, &lines, &err), CH_DATA);
	assert_non_null(strstr(err.message, "no wording"));
	ch_buffer_release(&shown);
	ch_arena_release(&arena);
}

/* ---- The form ------------------------------------------------------------------------------------- */

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static struct ch_pairing pairing(struct scheme *s, int64_t id)
{
	struct ch_pairing found;

	GOOD(s, ch_pairing_get(&s->c, id, &s->arena, &found, &s->err));
	return found;
}

static void open_full(struct scheme *s)
{
	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
}

static const char *text_of(struct scheme *s, enum ch_text_kind kind, int64_t object_id)
{
	enum ch_text_state text_state;
	const char *text;
	int64_t actor = s->c.actor.person_id;

	s->c.actor.person_id = s->wen;
	GOOD(s, ch_pair_text_read(&s->c, kind, object_id, &s->arena, &text,
				  &text_state, &s->err));
	s->c.actor.person_id = actor;
	return text;
}

static void all_of_it_is_saved(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_full(s);
	assert_string_equal(form_value(form_of(s), "pair"), "Wen Patel - Chen Okafor");
	form_set(form_of(s), "session_date", "fri");
	form_set(form_of(s), "minutes", "17:30-18:45");
	form_set(form_of(s), "medium", "phone");
	form_set(form_of(s), "late", "learner");
	form_set(form_of(s), "learning", "Saw it work");
	form_set(form_of(s), "actions", "wen: ring them @ 4 dec\nwrite it down");
	form_set(form_of(s), "action_2", "done");
	form_set(form_of(s), "action_3", "carried_forward");
	form_set(form_of(s), "carry_to", "in 2 weeks");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Session 3 of about 9 logged for Wen Patel - Chen Okafor");
	GOOD(s, ch_session_get(&s->c, 3, &s->arena, &session, &s->err));
	assert_int_equal(session.session_date, ch_date_of(2026, 11, 20));
	assert_int_equal(session.minutes, 75);
	assert_int_equal(session.starts_at, 1050);
	assert_int_equal(session.medium, CH_MEDIUM_PHONE);
	assert_int_equal(session.learner_attendance, CH_LATE);
	assert_int_equal(session.guide_attendance, CH_ATTENDED);
	assert_int_equal(session.complete, CH_YES);
	assert_string_equal(text_of(s, CH_TEXT_LEARNING, 3), "Saw it work");
	assert_int_equal(pairing(s, s->wen_chen).open_actions, 3); /* two new, one carried on */
}

/* Logged twice, or two meetings: only the two know. */
static void a_second_one_of_a_day_is_pointed_out(void **state)
{
	struct scheme *s = *state;

	for (int i = 0; i < 2; i++) {
		open_full(s);
		form_set(form_of(s), "session_date", "fri");
		scheme_keys(s, "Ctrl-S");
	}
	SHOWS(s, "a second on that day");
	assert_int_equal(pairing(s, s->wen_chen).sessions_held, 4);
}

static void who_did_not_come_makes_a_no_show(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_full(s);
	form_set(form_of(s), "came", "guide");
	form_set(form_of(s), "learning", "nothing");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "nobody met");
	assert_string_equal(form_value(form_of(s), "learning"), "nothing");
	form_set(form_of(s), "learning", "");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is recorded that Wen Patel - Chen Okafor did not meet");
	GOOD(s, ch_session_get(&s->c, 3, &s->arena, &session, &s->err));
	assert_int_equal(session.state, CH_SESSION_NO_SHOW);
	assert_int_equal(session.learner_attendance, CH_ABSENT);
}

static void a_refused_save_keeps_every_text(void **state)
{
	static const char *const wrong[][3] = {{"session_date", "tomorrow", "future"},
					       {"session_date", "blurb", "not a date"},
					       {"minutes", "lots", "lots"},
					       {"actions", "write it @ blurb", "line 1"},
					       {"carry_to", "blurb", "not a date"},
					       {"pair", "nobody at all", "is found by"}};
	struct scheme *s = *state;

	open_full(s);
	form_set(form_of(s), "learning", "Saw it work\nand again");
	form_set(form_of(s), "action_2", "carried_forward");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		char *before = ch_arena_copy(&s->arena, form_value(form_of(s), wrong[i][0]));

		form_set(form_of(s), wrong[i][0], wrong[i][1]);
		scheme_keys(s, "Ctrl-S");
		SHOWS(s, wrong[i][2]);
		assert_string_equal(form_of(s)->entries[form_of(s)->focus].field.key, wrong[i][0]);
		assert_string_equal(form_value(form_of(s), wrong[i][0]), wrong[i][1]);
		assert_string_equal(form_value(form_of(s), "learning"), "Saw it work\nand again");
		form_set(form_of(s), wrong[i][0], before);
	}
	assert_int_equal(pairing(s, s->wen_chen).sessions_held, 2);
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairing(s, s->wen_chen).sessions_held, 3);
}

static void what_was_left_comes_back_for_the_same_pair_only(void **state)
{
	struct scheme *s = *state;

	open_full(s);
	scheme_keys(s, "Tab Tab Tab Tab Tab");
	scheme_type(s, "Saw it");
	scheme_keys(s, "Esc");
	SHOWS(s, "Left; what you typed is kept until you leave chiron"); /* a coordinator's file takes no wording */
	log_form_open(&s->app, s->rosa_dara, NULL);
	assert_string_equal(form_value(form_of(s), "learning"), "");
	scheme_keys(s, "Esc");
	log_form_open(&s->app, s->wen_chen, NULL);
	SHOWS(s, "What you typed before is here again");
	assert_string_equal(form_value(form_of(s), "learning"), "Saw it");
	scheme_keys(s, "Ctrl-S");
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(form_value(form_of(s), "learning"), "");
}

static void the_pair_can_be_named_in_the_form(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, 0, NULL);
	scheme_type(s, "dar");
	SHOWS(s, "Rosa Vega - Dara Okafor #2");
	scheme_keys(s, "Enter Tab");
	assert_string_equal(form_value(form_of(s), "pair"), "Rosa Vega - Dara Okafor");
	SHOWS(s, "only Rosa Vega and Dara Okafor are shown this");
	SHOWS(s, "Dara Okafor's action");
	SHOWS_AT(s, 40, 10, "= Mon 23 Nov");
	SHOWS_AT(s, 145, 45, "[x] Rosa Vega  [x] Dara Okafor");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairing(s, s->rosa_dara).sessions_held, 1);
}

static void a_scheme_without_notes_asks_for_no_wording(void **state)
{
	struct scheme *s = *state;

	GOOD(s, ch_scheme_settings_get(&s->c, &s->arena, &s->desk.settings, &s->err));
	s->desk.settings.notes = CH_NOTES_OFF;
	GOOD(s, ch_scheme_settings_set(&s->c, &s->desk.settings, &s->err));
	open_full(s);
	HIDES(s, "Learned");
	SHOWS(s, "this scheme stores no wording");
	form_set(form_of(s), "actions", "chen @ 4 dec");
	form_set(form_of(s), "instead", "kept_by_pair");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairing(s, s->wen_chen).open_actions, 3);
}

static void an_unfinished_record_is_finished(void **state)
{
	struct scheme *s = *state;

	open_full(s);
	scheme_keys(s, "Esc");
	log_form_finish(&s->app, 2);
	HIDES(s, "Length");
	form_set(form_of(s), "instead", "no_actions");
	form_set(form_of(s), "actions", "x");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "actions are listed");
	form_set(form_of(s), "actions", "");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The record of this session is complete");
	assert_int_equal(pairing(s, s->wen_chen).unfinished_records, 1);
}

/* What is refused of the earlier actions takes nothing back, and nothing of the record is written a second time. */
static void a_record_is_finished_once_whatever_becomes_of_the_rest(void **state)
{
	struct scheme *s = *state;
	int64_t open = pairing(s, s->wen_chen).open_actions;

	open_full(s);
	scheme_keys(s, "Esc");
	log_form_finish(&s->app, 2);
	form_type(form_of(s), "actions", "chen: read the advert @ 4 dec");
	form_type(form_of(s), "action_2", "done");
	form_type(form_of(s), "action_3", "dropped");
	GOOD(s, ch_action_settle(&s->c, 2, CH_ACTION_DONE, CH_NO_DATE, NULL, &s->err));
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "not all");
	assert_ptr_equal(s->app.top->below, NULL);
	assert_int_equal(pairing(s, s->wen_chen).open_actions, open - 2 + 1);
}

/* The point of the last session stands in the form of the next, for the two; the coordinator's form is without it. */
static void r46_the_last_point_is_in_sight_of_the_two(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Tab Tab Tab Tab");
	SHOWS_AT(s, 120, 40, "What was learned");
	HIDES(s, "Compared two adverts");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, s->chen);
	scheme_show(s, "My pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
	scheme_keys(s, "Tab Tab Tab Tab Tab");
	SHOWS_AT(s, 120, 40, "Last time, ");
	SHOWS_AT(s, 120, 40, "Compared two adverts");
}

/* A choice of framework brings its headings; what was typed under one is there again with it. */
static void r51_headings_come_with_the_framework_and_nothing_typed_is_lost(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_full(s);
	SHOWS(s, "under headings, if you like");
	HIDES(s, "Advice and examples");
	form_type(form_of(s), "framework", "mentoring");
	form_focus_on(form_of(s), form_of(s)->entry_count - 1);
	SHOWS_AT(s, 80, 60, "Advice and examples");
	form_type(form_of(s), "section_2", "Ring the office first");
	form_type(form_of(s), "framework", "free");
	form_focus_on(form_of(s), form_of(s)->entry_count - 1);
	HIDES(s, "Advice and examples");
	form_type(form_of(s), "framework", "mentoring");
	scheme_keys(s, "Esc"); /* the draft has both, and what depends on which */
	log_form_open(&s->app, s->wen_chen, NULL);
	assert_string_equal(form_value(form_of(s), "framework"), "mentoring");
	assert_string_equal(form_value(form_of(s), "section_2"), "Ring the office first");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_session_get(&s->c, 3, &s->arena, &session, &s->err));
	assert_string_equal(session.framework, "mentoring");
	assert_string_equal(text_of(s, CH_TEXT_TOPICS, 3), "# Advice and examples\nRing the office first");
	scheme_keys(s, "Ctrl-L");
	HIDES(s, "Ring the office first");
}

static void a_framework_that_nobody_chose_is_not_recorded(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_full(s);
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_session_get(&s->c, 3, &s->arena, &session, &s->err));
	assert_null(session.framework);
}

/* A coordinator is not shown what actions say: two of one side are told apart by their days. */
static void actions_that_would_look_alike_have_their_days(void **state)
{
	struct scheme *s = *state;

	scheme_action(s, s->rosa_dara, CH_SIDE_LEARNER, "2026-11-25", "A secret");
	scheme_action(s, s->rosa_dara, CH_SIDE_LEARNER, "2026-11-27", "Another");
	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, s->rosa_dara, NULL);
	scheme_keys(s, "S-Tab S-Tab");
	SHOWS(s, "Dara Okafor's, due Wed 25 Nov");
	SHOWS(s, "Dara Okafor's, due Fri 27 Nov");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(actions_that_would_look_alike_have_their_days),
		cmocka_unit_test(action_lines_say_whose_what_and_when),
		cmocka_unit_test(a_name_that_is_neithers_is_asked_about),
		cmocka_unit_test(a_wrong_line_is_named),
		WITH_SCHEME(all_of_it_is_saved),
		WITH_SCHEME(a_second_one_of_a_day_is_pointed_out),
		WITH_SCHEME(who_did_not_come_makes_a_no_show),
		WITH_SCHEME(a_refused_save_keeps_every_text),
		WITH_SCHEME(what_was_left_comes_back_for_the_same_pair_only),
		WITH_SCHEME(the_pair_can_be_named_in_the_form),
		WITH_SCHEME(a_scheme_without_notes_asks_for_no_wording),
		WITH_SCHEME(an_unfinished_record_is_finished),
		WITH_SCHEME(a_record_is_finished_once_whatever_becomes_of_the_rest),
		WITH_SCHEME(r46_the_last_point_is_in_sight_of_the_two),
		WITH_SCHEME(r51_headings_come_with_the_framework_and_nothing_typed_is_lost),
		WITH_SCHEME(a_framework_that_nobody_chose_is_not_recorded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
