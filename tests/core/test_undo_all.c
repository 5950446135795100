/*
 * Whatever was done, undoing all of it gives what was there, and redoing all of it what came of it: tried with random
 * sequences of what people do. The seed is printed where it fails.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_dump.h"

enum { RUNS = 6, MOVES = 60 };

struct world {
	struct scheme_fixture *f;
	uint32_t seed;
	int made;
};

static int64_t any(struct world *w, int64_t below)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return below <= 0 ? 0 : (int64_t)((w->seed >> 8) % (uint32_t)below);
}

static int64_t any_id(struct world *w, const char *table)
{
	char sql[200];

	snprintf(sql, sizeof sql, "SELECT ifnull(max(%s_id), 0) FROM %s", table, table);
	return any(w, scheme_number(w->f, sql)) + 1;
}

static ch_date any_day(struct world *w)
{
	return ch_date_from_iso("2026-11-23") - (ch_date)any(w, 60);
}

static const char *any_text(struct world *w)
{
	return any(w, 3) == 0 ? NULL : ch_arena_printf(&w->f->arena, "words %d", (int)any(w, 1000));
}

/* ---- Moves: each may be refused, which is as good as not made ---- */

static void add_person(struct world *w)
{
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.name = ch_arena_printf(&w->f->arena, "New Person %d", (int)any(w, 1000));
	person.email = any(w, 2) ? ch_arena_printf(&w->f->arena, "p%d@example.org", (int)any(w, 40)) : NULL;
	person.manager_email = any(w, 2) ? ch_arena_printf(&w->f->arena, "p%d@example.org", (int)any(w, 40)) : NULL;
	person.roles = any(w, 2) ? 1 << CH_ROLE_MENTOR : 1 << CH_ROLE_MENTEE;
	person.seeks = "Gardening; Budgets";
	ch_person_add(&w->f->c, &person, &w->f->err);
}

static void set_person(struct world *w)
{
	struct ch_person person;

	if (ch_person_get(&w->f->c, any_id(w, "person"), &w->f->arena, &person, &w->f->err) != CH_OK)
		return;
	person.offers = any(w, 2) ? "Gardening; Law" : NULL;
	person.email = any(w, 2) ? ch_arena_printf(&w->f->arena, "p%d@example.org", (int)any(w, 40)) : person.email;
	person.capacity = 1 + any(w, 5);
	ch_person_set(&w->f->c, &person, &w->f->err);
}

static struct ch_session any_session(struct world *w)
{
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = any_id(w, "pairing");
	session.session_date = any_day(w);
	session.minutes = 30 + any(w, 60);
	return session;
}

static void log_session(struct world *w)
{
	struct ch_session session = any_session(w);
	struct ch_new_action action = {.owner = CH_SIDE_LEARNER, .due_on = any_day(w) + 30, .text = any_text(w)};
	struct ch_session_record record = {.topics = any_text(w),
					   .learning = any_text(w),
					   .actions = &action,
					   .action_count = (size_t)any(w, 2)};
	struct ch_session_logged logged;

	ch_session_log(&w->f->c, &session, any(w, 4) ? &record : NULL, &logged, &w->f->err);
}

static void arrange_session(struct world *w)
{
	struct ch_session session = any_session(w);

	session.session_date = ch_date_from_iso("2026-11-23") + (ch_date)any(w, 20);
	ch_session_arrange(&w->f->c, &session, NULL, &w->f->err);
}

static void cancel_session(struct world *w)
{
	struct ch_session session = any_session(w);

	session.cancelled_by = 1 + (int)any(w, 3);
	ch_session_cancel(&w->f->c, &session, any(w, 2), &w->f->err);
}

static void correct_session(struct world *w)
{
	struct ch_session session;

	if (ch_session_get(&w->f->c, any_id(w, "session"), &w->f->arena, &session, &w->f->err) != CH_OK)
		return;
	session.minutes = 20 + any(w, 100);
	session.session_date = any_day(w);
	ch_session_set(&w->f->c, &session, &w->f->err);
}

static void finish_session(struct world *w)
{
	struct ch_session_record record = {.learning = any_text(w)};

	ch_session_finish(&w->f->c, any_id(w, "session"), &record, any(w, 2), any(w, 2), &w->f->err);
}

/* Only those without wording: with it, removing is for good. */
static void remove_session(struct world *w)
{
	int64_t id = any_id(w, "session");
	char sql[200];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM pair_text WHERE kind IN ('topics', 'learning')"
				  " AND object_id = %lld", (long long)id);
	if (scheme_number(w->f, sql) == 0)
		ch_session_remove(&w->f->c, id, &w->f->err);
}

static void add_action(struct world *w)
{
	struct ch_action action;

	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = any_id(w, "pairing");
	action.due_on = any_day(w) + 40;
	ch_action_add(&w->f->c, &action, any_text(w), &w->f->err);
}

static void settle_action(struct world *w)
{
	ch_action_settle(&w->f->c, any_id(w, "action"), CH_ACTION_DONE + (int)any(w, 3), any_day(w) + 60, NULL,
			 &w->f->err);
}

static void add_goal(struct world *w)
{
	struct ch_goal goal;

	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = any_id(w, "pairing");
	ch_goal_add(&w->f->c, &goal, "A goal", &w->f->err);
}

static void add_checkin(struct world *w)
{
	struct ch_checkin checkin;

	ch_record_start(ch_entity_of(CH_CHECKIN), &checkin);
	checkin.pairing_id = any_id(w, "pairing");
	checkin.side = CH_SIDE_LEARNER;
	ch_checkin_add(&w->f->c, &checkin, NULL, &w->f->err);
}

static void write_text(struct world *w)
{
	int64_t session_id = any_id(w, "session");
	struct ch_session session;

	if (ch_session_get(&w->f->c, session_id, &w->f->arena, &session, &w->f->err) == CH_OK)
		ch_pair_text_write(&w->f->c, session.spell_id, CH_TEXT_TOPICS, session_id, any_text(w), &w->f->err);
}

static void pause_or_resume(struct world *w)
{
	int64_t id = any_id(w, "pairing");

	if (ch_pairing_pause(&w->f->c, id, CH_NO_DATE, CH_NO_DATE, &w->f->err) != CH_OK)
		ch_pairing_resume(&w->f->c, id, CH_NO_DATE, &w->f->err);
}

static void close_or_reopen(struct world *w)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};
	int64_t id = any_id(w, "pairing");

	if (ch_pairing_close(&w->f->c, id, &closure, &w->f->err) != CH_OK)
		ch_pairing_reopen(&w->f->c, id, CH_NO_DATE, &w->f->err);
}

static void pair_up(struct world *w)
{
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = 1;
	pairing.guide_id = any_id(w, "person");
	pairing.learner_id = any_id(w, "person");
	ch_pairing_add(&w->f->c, &pairing, &w->f->err);
}

static void propose_and_accept(struct world *w)
{
	struct ch_match_result result;
	struct ch_matching *matching;
	int64_t count, left;

	ch_enrolment_add_all(&w->f->c, 1, &count, &w->f->err);
	ch_enrolment_ready_all(&w->f->c, 1, &(struct ch_said){0}, &count, &left, &w->f->err);
	if (ch_matching_open(&w->f->c, 1, &matching, &w->f->err) == CH_OK) {
		GOOD(w->f, ch_matching_solve(matching, &w->f->err));
		ch_matching_tell(matching, &w->f->arena, &result);
		GOOD(w->f, ch_matching_keep(matching, &result, &w->f->err));
	}
	ch_matching_close(matching);
	ch_proposal_accept(&w->f->c, any_id(w, "proposal"), CH_BY_BOTH, &count, &w->f->err);
}

static void change_settings(struct world *w)
{
	struct ch_scheme_settings settings;
	struct ch_settings rules;

	ch_scheme_settings_get(&w->f->c, &w->f->arena, &settings, &w->f->err);
	settings.name = ch_arena_printf(&w->f->arena, "Scheme %d", (int)any(w, 10));
	ch_scheme_settings_set(&w->f->c, &settings, &w->f->err);
	ch_settings_get(&w->f->c, 1, &w->f->arena, &rules, &w->f->err);
	rules.quiet_days = 10 + any(w, 30);
	ch_settings_set(&w->f->c, &rules, &w->f->err);
}

static void declare_field(struct world *w)
{
	struct ch_custom_field field;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = ch_arena_printf(&w->f->arena, "Extra %d", (int)any(w, 3));
	field.kind = any(w, 2) ? CH_CUSTOM_NUMBER : CH_CUSTOM_TEXT;
	field.belongs_to = any(w, 2) ? CH_CUSTOM_OF_PERSON : CH_CUSTOM_OF_ENROLMENT;
	ch_custom_field_add(&w->f->c, &field, &w->f->err);
}

static void give_value(struct world *w)
{
	const char *text = ch_arena_printf(&w->f->arena, "Extra %d=%d", (int)any(w, 3), (int)any(w, 9));
	struct ch_person person;

	if (ch_person_get(&w->f->c, any_id(w, "person"), &w->f->arena, &person, &w->f->err) == CH_OK &&
	    ch_custom_give(&w->f->c, CH_PERSON, &person, text, &w->f->arena, &w->f->err) == CH_OK)
		ch_person_set(&w->f->c, &person, &w->f->err);
}

static void change_field(struct world *w)
{
	struct ch_custom_field field;
	int64_t id = any_id(w, "custom_field"), values;

	if (any(w, 2))
		ch_custom_field_drop(&w->f->c, id, &values, &w->f->err);
	else if (ch_custom_field_get(&w->f->c, id, &w->f->arena, &field, &w->f->err) == CH_OK) {
		field.kind = field.kind == CH_CUSTOM_TEXT ? CH_CUSTOM_NUMBER : CH_CUSTOM_TEXT;
		ch_custom_field_set(&w->f->c, &field, &w->f->err);
	}
}

static void start(struct world *w)
{
	ch_pairing_start(&w->f->c, any_id(w, "pairing"), CH_NO_DATE, &w->f->err);
}

static void move(struct world *w)
{
	static void (*const moves[])(struct world *) = {
		add_person,	 set_person,   log_session,  log_session, arrange_session, cancel_session,
		correct_session, finish_session, remove_session, add_action,  settle_action,   add_goal,
		add_checkin,	 write_text,   pause_or_resume, close_or_reopen, pair_up,    propose_and_accept,
		change_settings, start,	       declare_field, give_value,    give_value,      change_field};

	moves[any(w, sizeof moves / sizeof moves[0])](w);
	w->f->err = CH_NO_ERROR;
}

static void set_up(struct scheme_fixture *f)
{
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	int mentor = 1 << CH_ROLE_MENTOR, mentee = 1 << CH_ROLE_MENTEE;

	scheme_today(f, "2026-09-01");
	for (int i = 0; i < 3; i++) {
		int64_t guide = scheme_person(f, "A Mentor", NULL, mentor, "Gardening", NULL, 3);
		int64_t learner = scheme_person(f, "A Mentee", NULL, mentee, NULL, "Gardening", CH_UNKNOWN);
		int64_t pairing = scheme_pairing(f, programme, guide, learner);
		if (i < 2)
			scheme_start(f, pairing);
		scheme_person(f, "Waiting", NULL, mentee, NULL, "Gardening", CH_UNKNOWN);
	}
	scheme_today(f, "2026-11-23");
}

static void undo_down_to(struct scheme_fixture *f, int64_t step)
{
	struct ch_undone undone;
	int64_t next;

	while ((next = scheme_number(f, "SELECT ifnull(max(step_id), 0) FROM step WHERE undone_by IS NULL")) > step) {
		if (ch_undo(&f->c, 0, &f->arena, &undone, &f->err) != CH_OK)
			fail_msg("step %lld: %s. %s", (long long)next, f->err.message, f->err.fix);
		assert_int_equal(undone.step.step_id, next);
	}
}

static void redo_all(struct scheme_fixture *f)
{
	struct ch_undone redone;
	enum ch_status status;

	while ((status = ch_redo(&f->c, &f->arena, &redone, &f->err)) == CH_OK)
		;
	if (status != CH_MISSING)
		fail_msg("%s", f->err.message);
	f->err = CH_NO_ERROR;
}

static void there_and_back_again(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t steps = 0;

	set_up(f);
	for (uint32_t run = 1; run <= RUNS; run++) {
		struct world w = {.f = f, .seed = run * 7919};
		int64_t first = scheme_number(f, "SELECT max(step_id) FROM step");
		const char *before = scheme_dump(f);
		for (int i = 0; i < MOVES; i++)
			move(&w);
		const char *after = scheme_dump(f);
		assert_string_not_equal(before, after);
		undo_down_to(f, first);
		scheme_is(f, before);
		scheme_is_whole(f);
		redo_all(f);
		scheme_is(f, after);
		scheme_is_whole(f);
		steps = scheme_number(f, "SELECT count(*) FROM step WHERE undone_by IS NULL");
	}
	assert_true(steps > RUNS * MOVES / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(there_and_back_again, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
