/* How pairings end, and go on after all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

/* A mentoring pairing that has started; in a programme of its own with 0. */
static int64_t pair(struct scheme_fixture *f, int64_t programme_id, const char *mentor, const char *mentee)
{
	int64_t guide = scheme_person(f, mentor, NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 2);
	int64_t learner = scheme_person(f, mentee, NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing;

	if (programme_id == 0)
		programme_id = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	pairing = scheme_pairing(f, programme_id, guide, learner);
	scheme_start(f, pairing);
	return pairing;
}

static void meet(struct scheme_fixture *f, int64_t pairing_id)
{
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
}

static struct ch_closure both_end_it(int kind)
{
	return (struct ch_closure){
		.on = CH_NO_DATE, .kind = kind, .initiator = CH_BY_BOTH, .reason = CH_BECAUSE_MUTUAL};
}

/* The first screen finds it never started, whatever the day it was begun on paper. */
static void who_never_met_never_started(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = both_end_it(CH_CLOSURE_NEVER_STARTED);
	int64_t pairing = pair(f, 0, "Alison Abbott", "Catrin Oldroyd");

	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	GOOD(f, ch_pairing_reopen(&f->c, pairing, CH_NO_DATE, &f->err));
	meet(f, pairing);
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_kind");
}

static void r73_who_never_met_has_not_ended_early(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = both_end_it(CH_CLOSURE_ENDED_EARLY);
	struct ch_closure begun;
	int64_t met = pair(f, 0, "Alison Abbott", "Catrin Oldroyd");
	int64_t never = pair(f, scheme_get_pairing(f, met).programme_id, "Gwen Guide", "Lena Learner");
	struct ch_spell spell;

	meet(f, met);
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, never, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_kind");
	assert_non_null(strstr(f->err.fix, "it is never_started"));
	assert_int_equal(scheme_get_pairing(f, never).state, CH_PAIRING_ACTIVE);
	GOOD(f, ch_pairing_suggest_closure(&f->c, never, &begun, &f->err));
	assert_int_equal(begun.kind, CH_CLOSURE_NEVER_STARTED);
	GOOD(f, ch_pairing_suggest_closure(&f->c, met, &begun, &f->err));
	assert_int_equal(begun.kind, CH_NO_CLOSURE_KIND);
	closure.kind_if_met = true;
	closure.reason = CH_BECAUSE_PLANNED_END;
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, never, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_reason");
	assert_non_null(strstr(f->err.message, "\"reached planned end\" is no reason of theirs"));
	closure.reason_if_not = CH_BECAUSE_LEARNER_NO_TIME;
	GOOD(f, ch_pairing_close(&f->c, never, &closure, &f->err));
	assert_int_equal(scheme_get_pairing(f, never).state, CH_PAIRING_CLOSED);
	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, never).spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.closure_kind, CH_CLOSURE_NEVER_STARTED);
	assert_int_equal(spell.closure_reason, CH_BECAUSE_LEARNER_NO_TIME);
}

/* Begun with the wrong person, in a scheme that logs no sessions: closed as never started, and the two wait on. */
static void who_was_paired_by_mistake_waits_as_before(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = {.on = CH_NO_DATE, .reason = CH_BECAUSE_MISTAKE};
	int64_t wrong = pair(f, 0, "Alison Abbott", "Catrin Oldroyd"), programme_id;
	struct ch_spell spell;

	GOOD(f, ch_pairing_close(&f->c, wrong, &closure, &f->err));
	assert_int_equal(scheme_get_pairing(f, wrong).state, CH_PAIRING_CLOSED);
	programme_id = scheme_get_pairing(f, wrong).programme_id;
	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, wrong).spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.closure_kind, CH_CLOSURE_NEVER_STARTED);
	assert_int_equal(spell.closure_initiator, CH_BY_COORDINATOR);
	wrong = pair(f, programme_id, "Gwen Guide", "Lena Learner");
	meet(f, wrong);
	REFUSED(f, CH_DATA, ch_pairing_close(&f->c, wrong, &closure, &f->err));
	assert_string_equal(f->err.field, "closure_reason");
	assert_non_null(strstr(f->err.message, "have met, and that counts"));
}

/* What was still asked of the end before is not any more; what was said of it stays. */
static void a_closing_pairing_goes_on_at_once(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = both_end_it(CH_CLOSURE_ENDED_EARLY);
	int64_t pairing = pair(f, 0, "Alison Abbott", "Catrin Oldroyd");
	struct ch_feedback feedback;
	struct ch_undone undone;
	struct ch_spell spell;

	meet(f, pairing);
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	GOOD(f, ch_pairing_reopen(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_CONTRACTING);
	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, pairing).spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.number, 2);
	GOOD(f, ch_feedback_get(&f->c, 1, &f->arena, &feedback, &f->err));
	assert_int_equal(feedback.state, CH_FEEDBACK_IS_WAIVED);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_CLOSING);
	GOOD(f, ch_feedback_get(&f->c, 1, &f->arena, &feedback, &f->err));
	assert_int_equal(feedback.state, CH_FEEDBACK_IS_DUE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(who_never_met_never_started),
		WITH_SCHEME(r73_who_never_met_has_not_ended_early),
		WITH_SCHEME(who_was_paired_by_mistake_waits_as_before),
		WITH_SCHEME(a_closing_pairing_goes_on_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
