/* Trying pins and weights on people read once, and keeping what was seen: waiting counts, and changes of others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_scheme.h"

/* ---- Trying, and keeping what was seen ------------------------------------------- */

static struct ch_matching *solved(struct scheme_fixture *f, int64_t programme)
{
	struct ch_matching *matching;

	GOOD(f, ch_matching_open(&f->c, programme, &matching, &f->err));
	GOOD(f, ch_matching_solve(matching, &f->err));
	return matching;
}

/* Without words, the same. */
static void outcome_is_what_is_told(struct scheme_fixture *f, struct ch_matching *m,
				    const struct ch_match_result *told)
{
	struct ch_match_result outcome;

	ch_matching_outcome(m, &f->arena, &outcome);
	assert_int_equal(outcome.score, told->score);
	assert_int_equal(outcome.pair_count, told->pair_count);
	assert_int_equal(outcome.left_count, told->left_count);
	for (size_t i = 0; i < told->pair_count; i++) {
		assert_int_equal(outcome.pairs[i].guide_id, told->pairs[i].guide_id);
		assert_int_equal(outcome.pairs[i].learner_id, told->pairs[i].learner_id);
		assert_int_equal(outcome.pairs[i].score, told->pairs[i].score);
	}
}

static void a_pin_and_a_weight_are_tried_without_reading_anew(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t anna = scheme_mentor(f, "Anna Ash", "Gardening", 1), bea = scheme_mentor(f, "Bea Birch", "Sewing", 1);
	int64_t eve = scheme_mentee(f, "Eve Elm", "Gardening"), fay = scheme_mentee(f, "Fay Fir", "Sewing");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_matching *m = solved(f, programme);
	struct ch_match_result result;

	ch_matching_tell(m, &f->arena, &result);
	assert_int_equal(result.score, 80);
	GOOD(f, ch_matching_pin(m, bea, eve, &f->err));
	GOOD(f, ch_matching_solve(m, &f->err));
	ch_matching_tell(m, &f->arena, &result);
	assert_int_equal(scheme_pair_proposed(&result, eve)->guide_id, bea);
	assert_true(scheme_pair_proposed(&result, eve)->pinned);
	assert_int_equal(scheme_pair_proposed(&result, fay)->guide_id, anna);
	assert_int_equal(result.score, 0);
	outcome_is_what_is_told(f, m, &result);
	REFUSED(f, CH_DATA, ch_matching_forbid(m, bea, eve, &f->err));
	ch_matching_close(m);
	m = solved(f, programme);
	GOOD(f, ch_matching_weigh(m, "expertise", 10, &f->err));
	GOOD(f, ch_matching_solve(m, &f->err));
	ch_matching_tell(m, &f->arena, &result);
	assert_int_equal(result.score, 20);
	assert_int_equal(scheme_proposals(f), 0);
	ch_matching_close(m);
}

static void what_changed_meanwhile_is_not_written_over(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t eve = scheme_mentee(f, "Eve Elm", "Gardening"), pairing;

	scheme_mentor(f, "Anna Ash", "Gardening", 1);
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_matching *m = solved(f, programme), *other = solved(f, programme);
	struct ch_match_result result;
	struct ch_person person = scheme_person_of(f, eve);

	ch_matching_tell(m, &f->arena, &result);
	/* Of no account for who is matched. */
	person.phone = "020 7946 0000";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	GOOD(f, ch_matching_keep(m, &result, &f->err));
	assert_int_equal(scheme_proposals(f), 1);
	ch_matching_close(m);

	/* The same run kept in another terminal, and accepted: there is nobody left to match. */
	scheme_ready(f, programme, eve);
	GOOD(f, ch_proposal_accept(&f->c, result.pairs[0].proposal_id, CH_BY_BOTH, &pairing, &f->err));
	ch_matching_tell(other, &f->arena, &result);
	REFUSED(f, CH_BUSY, ch_matching_keep(other, &result, &f->err));
	assert_non_null(strstr(f->err.message, "were changed meanwhile"));
	assert_int_equal(result.pairs[0].proposal_id, 0);
	assert_int_equal(scheme_proposals(f), 1);
	ch_matching_close(other);
}

static void who_waits_longer_goes_first(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Anna Ash", "Gardening", 1);
	int64_t early = scheme_mentee(f, "Zoe Zinn", "Sewing"), late = scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	struct ch_enrolment made = scheme_enrolment(programme, guide, CH_ROLE_MENTOR);

	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	made = scheme_enrolment(programme, early, CH_ROLE_MENTEE);
	made.applied_on = ch_date_from_iso("2026-09-01");
	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	made = scheme_enrolment(programme, late, CH_ROLE_MENTEE);
	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	/* Zoe has waited two months, though Eve would score 40. */
	struct ch_match_result result = scheme_propose(f, programme, false);
	assert_int_equal(result.pairs[0].learner_id, early);
	assert_int_equal(scheme_left_out(&result, late)->waiting, 0);
}

#define scheme_test(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

/* What the learner answers at the end; the comfort check before is not told. */
static void end_with(struct scheme_fixture *f, int64_t programme, int64_t guide, const char *learner, int64_t helpful)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_COMPLETED,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};
	int64_t pairing = scheme_pairing(f, programme, guide, scheme_mentee(f, learner, "CV writing"));
	struct ch_feedback feedback;

	scheme_start(f, pairing);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	feedback.side = CH_SIDE_LEARNER;
	feedback.form = CH_FEEDBACK_PULSE;
	feedback.quality = 5;
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	feedback.side = CH_SIDE_LEARNER;
	feedback.form = CH_FEEDBACK_COMFORT;
	feedback.fit = CH_FIT_NOT_A_FIT;
	feedback.remarks = "zzyzx";
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	feedback.side = CH_SIDE_LEARNER;
	feedback.form = CH_FEEDBACK_END;
	feedback.helpful = helpful;
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
}

static void r67_two_past_low_scores_appear_at_proposal(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING), enrolled;
	int64_t ann = scheme_mentor(f, "Ann Lee", "CV writing", 3);

	end_with(f, programme, ann, "Bo Vega", 2);
	end_with(f, programme, ann, "Cai Yu", 1);
	int64_t di = scheme_mentee(f, "Di Fox", "CV writing");
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	struct ch_match_result result = scheme_propose(f, programme, true);
	const char *past = scheme_pair_proposed(&result, di)->past;

	assert_non_null(past);
	assert_non_null(strstr(past, "how helpful Ann Lee was: 1, 2 of 5"));
	assert_null(strstr(past, "fit"));
	assert_null(strstr(past, "zzyzx"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scheme_test(a_pin_and_a_weight_are_tried_without_reading_anew),
		scheme_test(what_changed_meanwhile_is_not_written_over),
		scheme_test(who_waits_longer_goes_first),
		scheme_test(r67_two_past_low_scores_appear_at_proposal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
