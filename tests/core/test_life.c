/* The life of a pairing, from people to a closed one and a new spell, through the public functions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define MENTOR (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define MENTEE (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static int64_t new_pair(struct scheme_fixture *f, int kind)
{
	int64_t guide = scheme_person(f, "Alison Abbott", "alison@example.org", MENTOR, "Gardening", NULL, 2);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", "catrin@example.org", MENTEE, NULL, "Gardening",
					CH_UNKNOWN);

	return scheme_pairing(f, scheme_programme(f, "Trying", kind), guide, learner);
}

static struct ch_session session_on(int64_t pairing_id, const char *date)
{
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	session.session_date = date == NULL ? CH_NO_DATE : ch_date_from_iso(date);
	return session;
}

static struct ch_session_logged log_on(struct scheme_fixture *f, int64_t pairing_id, const char *date,
				       const struct ch_session_record *record)
{
	struct ch_session session = session_on(pairing_id, date);
	struct ch_session_logged logged;

	GOOD(f, ch_session_log(&f->c, &session, record, &logged, &f->err));
	return logged;
}

static void assert_date(ch_date date, const char *iso)
{
	char text[CH_DATE_SIZE];

	assert_string_equal(ch_date_iso(date, text), iso);
}

/* The gate that was passed is that of the pair that is named: nothing is written over what another pair arranged. */
static void a_session_of_another_pair_is_left_alone(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING), other;
	struct ch_session arranged = session_on(pairing, "2026-11-30"), session;
	struct ch_session_logged logged;

	GOOD(f, ch_session_arrange(&f->c, &arranged, NULL, &f->err));
	int64_t learner = scheme_person(f, "Ben Cho", NULL, MENTEE, NULL, "Gardening", CH_UNKNOWN);
	other = scheme_pairing(f, scheme_get_pairing(f, pairing).programme_id, 1, learner);
	session = session_on(other, "2026-11-20");
	session.session_id = arranged.session_id;
	assert_int_equal(ch_session_log(&f->c, &session, NULL, &logged, &f->err), CH_DATA);
	session.cancelled_by = CH_BY_LEARNER;
	assert_int_equal(ch_session_cancel(&f->c, &session, false, &f->err), CH_DATA);
	f->err = CH_NO_ERROR;
	GOOD(f, ch_session_get(&f->c, arranged.session_id, &f->arena, &session, &f->err));
	assert_int_equal(session.state, CH_SESSION_ARRANGED);
}

/* One change: what it is for is written with it, or the session is not arranged either. */
static void r47_a_session_is_arranged_with_its_aim_or_not_at_all(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_COACHING);
	struct ch_session session = session_on(pairing, "2026-12-20");
	enum ch_text_state text_state;
	const char *text;

	REFUSED(f, CH_DATA, ch_session_arrange(&f->c, &session, " ", &f->err));
	assert_date(scheme_get_pairing(f, pairing).next_session_on, "");
	session = session_on(pairing, "2026-12-20");
	GOOD(f, ch_session_arrange(&f->c, &session, "The March meeting", &f->err));
	assert_int_equal(session.aim, CH_YES);
	assert_date(scheme_get_pairing(f, pairing).next_session_on, "2026-12-20");
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_TOPICS, session.session_id, &f->arena, &text, &text_state, &f->err));
	assert_int_equal(text_state, CH_TEXT_WITHHELD);
}

static void r32_monthly_from_31_january_is_due_28_february(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_today(f, "2026-01-31");
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	assert_date(scheme_get_pairing(f, pairing).next_due_on, "");
	scheme_start(f, pairing);
	assert_date(scheme_get_pairing(f, pairing).next_due_on, "2026-02-28");
	struct ch_session_logged logged = log_on(f, pairing, NULL, NULL);
	assert_int_equal(logged.number, 1);
	assert_date(logged.next_due_on, "2026-02-28");
	assert_false(logged.complete);
	assert_int_equal(logged.about, 9);
}

/* Nobody on a side, oneself on both, and the same two twice: no pairing, with or without a reason typed. */
static void r1_a_pairing_has_one_on_each_side(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING), made;
	int64_t guide = scheme_person(f, "Ada Lee", NULL, MENTOR | MENTEE, "IT", NULL, 9);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, MENTEE, NULL, "IT", CH_UNKNOWN);
	const int64_t sides[][2] = {{0, learner}, {guide, 0}, {guide, guide}, {guide, learner}};
	struct ch_pairing pairing;

	scheme_ready(f, programme, guide);
	scheme_pairing(f, programme, guide, learner);
	for (size_t i = 0; i < 2 * sizeof(sides) / sizeof(sides[0]); i++) {
		ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
		pairing.programme_id = programme;
		pairing.guide_id = sides[i / 2][0];
		pairing.learner_id = sides[i / 2][1];
		f->c.override_reason = i % 2 == 1 ? "because I say so" : NULL;
		enum ch_status status = ch_pairing_add(&f->c, &pairing, &f->err);
		assert_int_not_equal(status, CH_OK);
		if (i >= 4)
			assert_string_equal(f->err.rule, "R1");
		f->err = CH_NO_ERROR;
	}
	f->c.override_reason = NULL;
	GOOD(f, ch_scheme_count(&f->c, CH_PAIRING, &made, &f->err));
	assert_int_equal(made, 1);
	assert_false(scheme_try_sql(f, "UPDATE pairing SET learner_id = NULL"));
}

/* Siblings in the line are paired; an override is kept with its reason and told in the report of exceptions. */
static void r2_siblings_are_paired_and_an_override_is_an_exception(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_report_query exceptions = {.name = "exceptions", .from = CH_NO_DATE, .to = CH_NO_DATE};
	int64_t programme = scheme_programme(f, "Line", CH_KIND_MENTORING);
	int64_t boss = scheme_person(f, "Cy Ek", NULL, MENTOR, "IT", NULL, 5);
	int64_t guide = scheme_person(f, "Ada Lee", NULL, MENTOR, "IT", NULL, 5);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, MENTEE, NULL, "IT", CH_UNKNOWN);
	struct ch_pairing pairing;
	struct ch_grid grid;

	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id > 1");
	scheme_pairing(f, programme, guide, learner);
	GOOD(f, ch_report_run(&f->c, &exceptions, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 0);
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme;
	pairing.guide_id = boss;
	pairing.learner_id = learner;
	f->c.override_reason = "she leaves the team in May";
	f->c.override_rules = "R2";
	GOOD(f, ch_pairing_add(&f->c, &pairing, &f->err));
	f->c.override_reason = NULL;
	GOOD(f, ch_report_run(&f->c, &exceptions, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[1], "R2");
	assert_string_equal(grid.rows[0].cells[5], "she leaves the team in May");
}

static void r28_r29_start_is_refused_until_all_is_agreed(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_COACHING);
	struct ch_agreement agreement;
	struct ch_agreed only_guide = {.guide = true, .on = CH_NO_DATE}, both = {.guide = true, .learner = true,
		.on = CH_NO_DATE};

	REFUSED(f, CH_DATA, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_string_equal(f->err.rule, "R28");
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &only_guide, &f->err));
	REFUSED(f, CH_DATA, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_string_equal(f->err.rule, "R29");
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	REFUSED(f, CH_DATA, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_string_equal(f->err.rule, "R55");
	f->c.override_reason = "the goal will be set in the first session";
	f->c.override_rules = "R55";
	GOOD(f, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	f->c.override_reason = NULL;
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_ACTIVE);
	int64_t overrides;
	GOOD(f, ch_scheme_count(&f->c, CH_OVERRIDE, &overrides, &f->err));
	assert_int_equal(overrides, 1);
}

static void r2_the_reporting_line_is_refused_at_any_depth(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t chain[4];
	char email[40];

	for (int i = 0; i < 4; i++) {
		struct ch_person person;
		ch_record_start(ch_entity_of(CH_PERSON), &person);
		snprintf(email, sizeof email, "p%d@example.org", i);
		person.name = ch_arena_printf(&f->arena, "Person %d", i);
		person.email = ch_arena_copy(&f->arena, email);
		person.capacity = 5;
		person.manager_id = i == 0 ? 0 : chain[i - 1];
		GOOD(f, ch_person_add(&f->c, &person, &f->err));
		chain[i] = person.person_id;
	}
	struct ch_person top;
	GOOD(f, ch_person_get(&f->c, chain[0], &f->arena, &top, &f->err));
	top.manager_id = chain[3];
	REFUSED(f, CH_DATA, ch_person_set(&f->c, &top, &f->err));
	assert_non_null(strstr(f->err.message, "circle"));

	int64_t programme = scheme_programme(f, "Line", CH_KIND_MENTORING);
	static const int pairs[][2] = {{0, 3}, {1, 3}, {3, 0}, {0, 1}};
	for (size_t i = 0; i < 4; i++) {
		struct ch_pairing pairing;
		ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
		pairing.programme_id = programme;
		pairing.guide_id = chain[pairs[i][0]];
		pairing.learner_id = chain[pairs[i][1]];
		REFUSED(f, CH_DATA, ch_pairing_add(&f->c, &pairing, &f->err));
		assert_string_equal(f->err.rule, "R2");
	}
	int64_t pairings;
	GOOD(f, ch_scheme_count(&f->c, CH_PAIRING, &pairings, &f->err));
	assert_int_equal(pairings, 0);
	int64_t coaching = scheme_programme(f, "Coaching line", CH_KIND_COACHING);
	assert_int_equal(scheme_get_pairing(f, scheme_pairing(f, coaching, chain[0], chain[3])).manager_coach, CH_YES);
}

static void r13_capacity_counts_over_all_programmes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_person(f, "Guide", "g@example.org", MENTOR, "IT", NULL, 2);
	int64_t one = scheme_programme(f, "One", CH_KIND_MENTORING), two = scheme_programme(f, "Two", CH_KIND_COACHING);
	int64_t first = scheme_pairing(f, one, guide, scheme_person(f, "A", NULL, MENTEE, NULL, "IT", CH_UNKNOWN));
	struct ch_pairing third;
	struct ch_closure closure = {.on = CH_NO_DATE, .initiator = CH_BY_LEARNER, .reason = CH_BECAUSE_LEARNER_LEFT};

	scheme_pairing(f, two, guide, scheme_person(f, "B", NULL, MENTEE, NULL, "IT", CH_UNKNOWN));
	ch_record_start(ch_entity_of(CH_PAIRING), &third);
	third.programme_id = one;
	third.guide_id = guide;
	third.learner_id = scheme_person(f, "C", NULL, MENTEE, NULL, "IT", CH_UNKNOWN);
	REFUSED(f, CH_DATA, ch_pairing_add(&f->c, &third, &f->err));
	assert_string_equal(f->err.rule, "R13");
	GOOD(f, ch_pairing_close(&f->c, first, &closure, &f->err));
	scheme_ready(f, one, third.learner_id);
	GOOD(f, ch_pairing_add(&f->c, &third, &f->err));
}

static void r44_a_record_is_complete_when_actions_were_reviewed(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_new_action action = {.owner = CH_SIDE_LEARNER, .due_on = CH_NO_DATE, .text = "draft CV"};
	struct ch_session_record with_action = {.learning = "Names her next step", .actions = &action,
						.action_count = 1};
	struct ch_session_record without = {.learning = "Saw it work"};

	scheme_today(f, "2026-09-01");
	int64_t pairing = new_pair(f, CH_KIND_COACHING);
	scheme_start(f, pairing);
	scheme_today(f, "2026-10-01");
	assert_true(log_on(f, pairing, "2026-09-15", &with_action).complete);
	struct ch_session session = session_on(pairing, "2026-10-01");
	struct ch_session_logged logged;
	session.no_actions = CH_YES;
	GOOD(f, ch_session_log(&f->c, &session, &without, &logged, &f->err));
	assert_int_equal(logged.number, 2);
	assert_false(logged.complete); /* coaching: the earlier action was not reviewed (R44) */
	assert_int_equal(logged.to_review, 1);
	assert_int_equal(scheme_get_pairing(f, pairing).unfinished_records, 1);

	int64_t next = 0;
	GOOD(f, ch_action_settle(&f->c, 1, CH_ACTION_CARRIED, ch_date_from_iso("2026-10-20"), &next, &f->err));
	assert_int_equal(next, 2);
	struct ch_pairing after = scheme_get_pairing(f, pairing);
	assert_int_equal(after.unfinished_records, 0);
	assert_int_equal(after.open_actions, 1);
	REFUSED(f, CH_DATA, ch_action_settle(&f->c, 1, CH_ACTION_DONE, CH_NO_DATE, NULL, &f->err));
	GOOD(f, ch_action_settle(&f->c, 2, CH_ACTION_DONE, CH_NO_DATE, NULL, &f->err));
	assert_int_equal(scheme_get_pairing(f, pairing).open_actions, 0);
}

static void r58_wording_is_the_pairs_alone(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_new_action action = {.text = "ring the centre"};
	struct ch_session_record record = {.learning = "A planted phrase", .actions = &action, .action_count = 1};
	const char *text;
	enum ch_text_state text_state;

	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	scheme_start(f, pairing);
	struct ch_session_logged logged = log_on(f, pairing, NULL, &record);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_LEARNING, logged.session_id, &f->arena, &text, &text_state,
				  &f->err));
	assert_int_equal(text_state, CH_TEXT_WITHHELD);
	assert_null(text);
	f->c.actor.person_id = 2;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_LEARNING, logged.session_id, &f->arena, &text, &text_state,
				  &f->err));
	assert_string_equal(text, "A planted phrase");
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_ACTION, 1, &f->arena, &text, &text_state, &f->err));
	assert_string_equal(text, "ring the centre");
	f->c.actor.person_id = 0;
	f->c.actor.person_id = scheme_person(f, "Outsider", NULL, MENTOR, NULL, NULL, 1);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_LEARNING, logged.session_id, &f->arena, &text, &text_state,
				  &f->err));
	assert_int_equal(text_state, CH_TEXT_WITHHELD);
	struct ch_pairing hidden;
	REFUSED(f, CH_NOT_ALLOWED, ch_pairing_get(&f->c, pairing, &f->arena, &hidden, &f->err));
}

static void r58_sharing_actions_is_for_both_to_say(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_new_action action = {.text = "before"}, later = {.text = "after"};
	struct ch_session_record record = {.learning = "L", .actions = &action, .action_count = 1};
	struct ch_agreement agreement;
	struct ch_agreed both = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	const char *text;
	enum ch_text_state text_state;

	scheme_today(f, "2026-11-01");
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	scheme_start(f, pairing);
	log_on(f, pairing, NULL, &record);
	scheme_today(f, "2026-11-10");
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.share_action_wording = CH_YES;
	REFUSED(f, CH_DATA, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_string_equal(f->err.rule, "R58");
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.share_action_wording = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_ACTION, 1, &f->arena, &text, &text_state, &f->err));
	assert_int_equal(text_state, CH_TEXT_WITHHELD); /* it was written before they agreed */
	record.actions = &later;
	log_on(f, pairing, NULL, &record);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_ACTION, 2, &f->arena, &text, &text_state, &f->err));
	assert_string_equal(text, "after");
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_LEARNING, 2, &f->arena, &text, &text_state, &f->err));
	assert_int_equal(text_state, CH_TEXT_WITHHELD);
}

static void a_session_recorded_by_mistake_is_removed(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_new_action action = {.text = "stays"};
	struct ch_session_record record = {.learning = "L", .actions = &action, .action_count = 1};
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);

	struct ch_session_logged first = log_on(f, pairing, "2026-11-20", NULL);
	struct ch_session_logged twice = log_on(f, pairing, "2026-11-20", &record);
	assert_int_equal(twice.same_day, first.session_id);
	GOOD(f, ch_session_remove(&f->c, twice.session_id, &f->err));
	struct ch_pairing after = scheme_get_pairing(f, pairing);
	assert_int_equal(after.sessions_held, 1);
	assert_int_equal(after.open_actions, 1);
	REFUSED(f, CH_MISSING, ch_session_remove(&f->c, twice.session_id, &f->err));
	struct ch_grid grid;
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &grid, &f->err));
}

static void days_that_cannot_be_are_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = {.on = ch_date_from_iso("2099-01-01"),
				     .kind = CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);

	scheme_start(f, pairing);
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	REFUSED(f, CH_DATA, ch_pairing_pause(&f->c, pairing, ch_date_from_iso("1999-01-01"), CH_NO_DATE, &f->err));
	GOOD(f, ch_pairing_pause(&f->c, pairing, CH_NO_DATE, CH_NO_DATE, &f->err));
	REFUSED(f, CH_DATA, ch_pairing_resume(&f->c, pairing, ch_date_from_iso("2099-01-01"), &f->err));
}

static void a_mentee_is_nobodys_mentor_by_a_slip(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	pairing.guide_id = scheme_person(f, "Lena Learner", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	pairing.learner_id = scheme_person(f, "Gwen Guide", NULL, MENTOR, NULL, NULL, 1);
	REFUSED(f, CH_DATA, ch_pairing_add(&f->c, &pairing, &f->err));
	assert_non_null(strstr(f->err.message, "Lena Learner is not a mentor"));
	assert_string_equal(f->err.field, "guide_id");
}

static void r69_closing_needs_kind_initiator_and_reason(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = {.on = CH_NO_DATE};
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);

	scheme_start(f, pairing);
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_kind");
	closure.kind = CH_CLOSURE_ENDED_EARLY;
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_initiator");
	closure.initiator = CH_BY_BOTH;
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_reason");
	closure.reason = CH_BECAUSE_MUTUAL;
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_CLOSING);
	GOOD(f, ch_feedback_waive(&f->c, 1, "asked twice", &f->err));
	GOOD(f, ch_feedback_waive(&f->c, 2, "asked twice", &f->err));
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_CLOSED);
	REFUSED(f, CH_DATA, ch_pairing_pause(&f->c, pairing, CH_NO_DATE, CH_NO_DATE, &f->err));
	GOOD(f, ch_pairing_reopen(&f->c, pairing, CH_NO_DATE, &f->err));
	struct ch_spell spell;
	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, pairing).spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.number, 2);
}

/* An end is a fact, never refused; what is odd about how it is said to have ended is. */
static void r73_an_odd_end_is_doubted(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = {.on = CH_NO_DATE, .kind = CH_CLOSURE_COMPLETED};
	struct ch_error doubt;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);

	scheme_start(f, pairing);
	GOOD(f, ch_pairing_doubt_closure(&f->c, pairing, &closure, &doubt, &f->err));
	assert_string_equal(doubt.message, "no session of theirs is recorded");
	assert_string_equal(doubt.field, "closure_kind");
	closure.kind = CH_CLOSURE_NEVER_STARTED;
	GOOD(f, ch_pairing_doubt_closure(&f->c, pairing, &closure, &doubt, &f->err));
	assert_int_equal(doubt.status, CH_OK);
	log_on(f, pairing, NULL, NULL);
	closure.kind = CH_CLOSURE_COMPLETED;
	GOOD(f, ch_pairing_doubt_closure(&f->c, pairing, &closure, &doubt, &f->err));
	assert_non_null(strstr(doubt.message, "they agreed to go on until "));
	closure.kind = CH_CLOSURE_GOALS_ATTAINED;
	GOOD(f, ch_pairing_doubt_closure(&f->c, pairing, &closure, &doubt, &f->err));
	assert_int_equal(doubt.status, CH_OK);
	closure.kind = CH_CLOSURE_COMPLETED;
	scheme_today(f, "2027-08-10");
	GOOD(f, ch_pairing_doubt_closure(&f->c, pairing, &closure, &doubt, &f->err));
	assert_int_equal(doubt.status, CH_OK);
}

/* What was agreed on counts, not the day that somebody came to press the key. */
static void what_is_odd_about_a_session_is_said(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};
	struct ch_session session;
	struct ch_session_logged logged;
	int64_t pairing;

	scheme_today(f, "2026-10-01");
	pairing = new_pair(f, CH_KIND_MENTORING);
	scheme_start(f, pairing);
	scheme_today(f, "2026-11-22");
	scheme_sql(f, "UPDATE spell SET started_on = '2026-11-22'");
	assert_int_equal(log_on(f, pairing, "2026-10-05", NULL).before_start, CH_NO_DATE);
	assert_int_equal(log_on(f, pairing, "2020-01-01", NULL).before_start, ch_date_from_iso("2026-10-01"));
	session = session_on(pairing, "2026-11-02");
	session.minutes = 700;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	assert_true(logged.unusually_long);
	assert_false(logged.ended);
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	scheme_today(f, "2026-12-01");
	logged = log_on(f, pairing, "2026-11-20", NULL);
	assert_true(logged.ended && !logged.unusually_long);
	assert_int_equal(logged.after_end, CH_NO_DATE);
	assert_int_equal(log_on(f, pairing, "2026-11-30", NULL).after_end, ch_date_from_iso("2026-11-22"));
}

static void facts_are_never_refused_but_the_future_is(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	struct ch_session future = session_on(pairing, "2026-11-24");
	struct ch_session_logged logged;

	REFUSED(f, CH_DATA, ch_session_log(&f->c, &future, NULL, &logged, &f->err));
	assert_string_equal(f->err.field, "session_date");
	GOOD(f, ch_session_arrange(&f->c, &future, NULL, &f->err));
	assert_date(scheme_get_pairing(f, pairing).next_session_on, "2026-11-24");
	scheme_today(f, "2026-11-24");
	struct ch_session held = session_on(pairing, NULL);
	held.minutes = 45;
	GOOD(f, ch_session_log(&f->c, &held, NULL, &logged, &f->err)); /* in contracting, too */
	assert_int_equal(held.session_id, future.session_id);
	assert_date(scheme_get_pairing(f, pairing).next_session_on, "");
	assert_int_equal(log_on(f, pairing, "2026-11-20", NULL).number, 1); /* numbers follow dates */
	assert_int_equal(scheme_get_pairing(f, pairing).sessions_held, 2);
	struct ch_session missed = session_on(pairing, "2026-11-22");
	missed.cancelled_by = CH_BY_LEARNER;
	GOOD(f, ch_session_cancel(&f->c, &missed, true, &f->err));
	assert_int_equal(missed.learner_attendance, CH_ABSENT);
	assert_int_equal(missed.state, CH_SESSION_NO_SHOW);
}

static void an_edit_of_an_older_version_is_a_conflict(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = scheme_person(f, "Ann Lee", "ann@example.org", MENTOR, NULL, NULL, 1);
	struct ch_person mine, theirs;

	GOOD(f, ch_person_get(&f->c, id, &f->arena, &mine, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &theirs, &f->err));
	theirs.phone = "01632 960001";
	GOOD(f, ch_person_set(&f->c, &theirs, &f->err));
	mine.phone = "01632 960002";
	REFUSED(f, CH_BUSY, ch_person_set(&f->c, &mine, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &mine, &f->err));
	assert_string_equal(mine.phone, "01632 960001");
}

static void verification_finds_all_good(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_grid grid;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);

	scheme_start(f, pairing);
	log_on(f, pairing, NULL, NULL);
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 3);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r32_monthly_from_31_january_is_due_28_february),
		WITH_SCHEME(r1_a_pairing_has_one_on_each_side),
		WITH_SCHEME(r2_siblings_are_paired_and_an_override_is_an_exception),
		WITH_SCHEME(r28_r29_start_is_refused_until_all_is_agreed),
		WITH_SCHEME(r2_the_reporting_line_is_refused_at_any_depth),
		WITH_SCHEME(r13_capacity_counts_over_all_programmes),
		WITH_SCHEME(r44_a_record_is_complete_when_actions_were_reviewed),
		WITH_SCHEME(r58_wording_is_the_pairs_alone),
		WITH_SCHEME(r58_sharing_actions_is_for_both_to_say),
		WITH_SCHEME(a_session_of_another_pair_is_left_alone),
		WITH_SCHEME(r47_a_session_is_arranged_with_its_aim_or_not_at_all),
		WITH_SCHEME(a_session_recorded_by_mistake_is_removed),
		WITH_SCHEME(days_that_cannot_be_are_refused),
		WITH_SCHEME(a_mentee_is_nobodys_mentor_by_a_slip),
		WITH_SCHEME(r69_closing_needs_kind_initiator_and_reason),
		WITH_SCHEME(r73_an_odd_end_is_doubted),
		WITH_SCHEME(what_is_odd_about_a_session_is_said),
		WITH_SCHEME(facts_are_never_refused_but_the_future_is),
		WITH_SCHEME(an_edit_of_an_older_version_is_a_conflict),
		WITH_SCHEME(verification_finds_all_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
