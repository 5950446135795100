/* What ranks and what does not, by the kind of the programme; who is not ready is shown (R6, R7, R10, R12 to R16). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "match_scheme.h"

#define GUIDE_ROLES (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNER_ROLES (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static void qualify(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_credential made;

	ch_record_start(ch_entity_of(CH_CREDENTIAL), &made);
	made.person_id = person_id;
	made.kind = CH_CREDENTIAL_QUALIFICATION;
	made.name = "ILM 7";
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &made, &f->err));
}

/* Whom the programme proposes to its only learner. */
static int64_t first_choice(struct scheme_fixture *f, const char *name, int kind)
{
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, name, kind), true);

	assert_int_equal(result.pair_count, 1);
	return result.pairs[0].guide_id;
}

static int64_t score(struct scheme_fixture *f, const char *name, int kind)
{
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, name, kind), true);

	assert_int_equal(result.pair_count, 1);
	return result.pairs[0].score;
}

/* Two who offer the same: Ann works in the learner's field, Bo is qualified to coach. The kind switches them. */
static void r6_r7_the_kind_decides_who_ranks_first(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = scheme_person(f, "Ann Lee", NULL, GUIDE_ROLES, "Confidence", NULL, 1);
	int64_t bo = scheme_person(f, "Bo Vega", NULL, GUIDE_ROLES, "Confidence", NULL, 1);
	int64_t cy = scheme_person(f, "Cy Fox", NULL, LEARNER_ROLES, NULL, "Confidence", CH_UNKNOWN);

	scheme_sql(f, "UPDATE person SET field_of_work = 'Nursing' WHERE person_id <> 2;"
		      "UPDATE person SET field_of_work = 'Forestry' WHERE person_id = 2");
	assert_int_equal(cy, 3);
	qualify(f, bo);
	assert_int_equal(first_choice(f, "As mentoring", CH_KIND_MENTORING), ann);
	assert_int_equal(first_choice(f, "As coaching", CH_KIND_COACHING), bo);
}

/* The same two with and without grades: in coaching nothing changes, in mentoring the higher grade counts. */
static void r16_grade_does_not_rank_in_coaching(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_person(f, "Ann Lee", NULL, GUIDE_ROLES, "Confidence", NULL, 1);
	scheme_person(f, "Cy Fox", NULL, LEARNER_ROLES, NULL, "Confidence", CH_UNKNOWN);
	int64_t coaching = score(f, "C", CH_KIND_COACHING), mentoring = score(f, "M", CH_KIND_MENTORING);
	scheme_sql(f,
		   "UPDATE person SET grade = 9 WHERE person_id = 1; UPDATE person SET grade = 3 WHERE person_id = 2");
	assert_int_equal(score(f, "C once more", CH_KIND_COACHING), coaching);
	assert_true(score(f, "M once more", CH_KIND_MENTORING) > mentoring);
}

/* One place, two who seek the same: with points for it, who was appointed lately goes first. */
static void r12_the_newly_appointed_may_be_preferred(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_match_result result;
	struct ch_matching *m;

	scheme_person(f, "Ann Lee", NULL, GUIDE_ROLES, "Confidence", NULL, 1);
	int64_t cy = scheme_person(f, "Cy Fox", NULL, LEARNER_ROLES, NULL, "Confidence", CH_UNKNOWN);
	int64_t di = scheme_person(f, "Di Yu", NULL, LEARNER_ROLES, NULL, "Confidence", CH_UNKNOWN);
	int64_t programme = scheme_programme_all(f, "M", CH_KIND_MENTORING);

	for (int newest = 0; newest < 2; newest++) {
		scheme_sql(
			f,
			newest == 0
				? "UPDATE person SET appointed_on = iif(name = 'Cy Fox', '2026-10-01', '2019-01-01')"
				: "UPDATE person SET appointed_on = iif(name = 'Di Yu', '2026-10-01', '2019-01-01')");
		GOOD(f, ch_matching_open(&f->c, programme, &m, &f->err));
		GOOD(f, ch_matching_weigh(m, "newly_appointed", 10, &f->err));
		GOOD(f, ch_matching_solve(m, &f->err));
		ch_matching_tell(m, &f->arena, &result);
		ch_matching_close(m);
		assert_int_equal(result.pair_count, 1);
		assert_int_equal(result.pairs[0].learner_id, newest == 0 ? cy : di);
	}
}

/* Blank hours, blank readiness and no expertise are said in a preview; acceptance refuses. */
static void r10_r14_r15_a_preview_shows_whom_acceptance_would_refuse(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_person(f, "Ann Lee", NULL, GUIDE_ROLES, NULL, NULL, 1);
	scheme_person(f, "Cy Fox", NULL, LEARNER_ROLES, NULL, "Confidence", CH_UNKNOWN);
	int64_t programme = scheme_programme_all(f, "M", CH_KIND_MENTORING);

	scheme_sql(f, "UPDATE settings SET hours_required = 'yes'");
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 1);
	const char *told = result.pairs[0].text;
	assert_non_null(strstr(told, "Hours a month: not known of either"));
	assert_non_null(strstr(told, "Before acceptance: Cy Fox is still to be found ready (R15)"));
	assert_non_null(strstr(told, "Before acceptance: what Ann Lee offers is still to be recorded (R10)"));
	result = scheme_propose(f, programme, false);
	int64_t pairing;
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, 1, CH_BY_BOTH, &pairing, &f->err));
}

/* Two live pairings of one with two places: a third is refused; a proposal that is open holds a place, too. */
static void r13_an_open_proposal_holds_a_place(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = scheme_mentor(f, "Ann Lee", "Confidence", 2);
	int64_t programme = scheme_programme(f, "M", CH_KIND_MENTORING);
	struct ch_proposal proposal;

	scheme_pairing(f, programme, ann, scheme_mentee(f, "Bo Vega", "Confidence"));
	for (int i = 0; i < 2; i++) {
		ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
		proposal.programme_id = programme;
		proposal.guide_id = ann;
		proposal.learner_id = scheme_mentee(f, i == 0 ? "Cy Fox" : "Di Yu", "Confidence");
		if (i == 0)
			GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	}
	assert_int_equal(ch_proposal_add(&f->c, &proposal, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R13");
	f->err = CH_NO_ERROR;
	struct ch_pairing pairing;
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme;
	pairing.guide_id = ann;
	pairing.learner_id = proposal.learner_id;
	scheme_ready(f, programme, proposal.learner_id);
	assert_int_equal(ch_pairing_add(&f->c, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R13");
	f->err = CH_NO_ERROR;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r6_r7_the_kind_decides_who_ranks_first),
		TEST(r16_grade_does_not_rank_in_coaching),
		TEST(r12_the_newly_appointed_may_be_preferred),
		TEST(r10_r14_r15_a_preview_shows_whom_acceptance_would_refuse),
		TEST(r13_an_open_proposal_holds_a_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
