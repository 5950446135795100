/* Attacks on outcomes by subtraction (R72): figures before and after something changed tell of no single answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define GUIDE_ROLES (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNER_ROLES (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

/* A started pairing whose learner, of that cohort (0: none), gave this score of the relationship. */
static int64_t scored(struct scheme_fixture *f, int64_t programme, int64_t cohort, int64_t quality)
{
	int64_t guide = scheme_person(f, "Ada Lee", NULL, GUIDE_ROLES, "finance", NULL, 1);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, LEARNER_ROLES, NULL, "finance", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme, guide, learner);
	struct ch_feedback feedback;

	if (cohort != 0)
		scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE enrolment SET cohort_id = %d WHERE person_id = %d",
					      (int)cohort, (int)learner));
	scheme_start(f, pairing);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	feedback.side = CH_SIDE_LEARNER;
	feedback.form = CH_FEEDBACK_PULSE;
	feedback.quality = quality;
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
	return pairing;
}

/* The report as "5 3.0": answers and average of its only row; "" where it has none. */
static const char *outcomes(struct scheme_fixture *f, int64_t programme)
{
	const struct ch_report_query query = {
		.name = "outcomes", .programme_id = programme, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	if (grid.row_count == 0)
		return "";
	assert_int_equal(grid.row_count, 1);
	return ch_arena_printf(&f->arena, "%s %s", grid.rows[0].cells[grid.column_count - 2],
			       grid.rows[0].cells[grid.column_count - 1]);
}

/*
 * Five scores, 1 to 5, make the figure 3.0; a sixth waits. Were the answers counted where their pairing is now, moving
 * the first to a programme of the other kind would put the sixth in its place, and 3.8 would tell what it was.
 */
static void r72_a_pairing_that_changes_its_kind_takes_no_answer_along(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t mentoring = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	int64_t coaching = scheme_programme(f, "Coaching", CH_KIND_COACHING);
	int64_t first = scored(f, mentoring, 0, 1);

	for (int quality = 2; quality <= 5; quality++)
		scored(f, mentoring, 0, quality);
	scored(f, mentoring, 0, 5);
	assert_string_equal(outcomes(f, mentoring), "5 3.0");
	f->c.override_reason = "the attack";
	f->c.override_rules = "R55";
	GOOD(f, ch_pairing_change_kind(&f->c, first, coaching, &f->err));
	f->c.override_reason = NULL;
	assert_string_equal(outcomes(f, mentoring), "5 3.0");
	for (int i = 0; i < 4; i++)
		scored(f, coaching, 0, 5);
	assert_string_equal(outcomes(f, coaching), ""); /* four answered there */
	assert_string_equal(outcomes(f, 0), "5 3.0");
}

/* The same by moving a learner to another cohort, where answers of cohorts can be asked for. */
static void r72_a_learner_who_changes_cohorts_takes_no_answer_along(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t mentoring = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	struct ch_enrolment enrolment;
	struct ch_cohort cohort;

	ch_record_start(ch_entity_of(CH_COHORT), &cohort);
	cohort.programme_id = mentoring;
	cohort.name = "Spring";
	GOOD(f, ch_part_add(&f->c, CH_COHORT, &cohort, &f->err));
	for (int quality = 1; quality <= 6; quality++)
		scored(f, mentoring, 0, quality > 5 ? 5 : quality);
	assert_string_equal(outcomes(f, mentoring), "5 3.0");
	GOOD(f, ch_enrolment_get(&f->c, 2, &f->arena, &enrolment, &f->err));
	enrolment.cohort_id = cohort.cohort_id;
	GOOD(f, ch_enrolment_set(&f->c, &enrolment, &f->err));
	assert_string_equal(outcomes(f, mentoring), "5 3.0");
}

/* How many answers the report of a cohort (0: all) counts, and their sum. */
static void count(struct scheme_fixture *f, int64_t cohort, int64_t *answers, double *total)
{
	const struct ch_report_query query = {
		.name = "outcomes", .cohort_id = cohort, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	*answers = 0;
	*total = 0;
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	if (grid.row_count == 0)
		return;
	*answers = strtoll(grid.rows[0].cells[grid.column_count - 2], NULL, 10);
	*total = (double)*answers * strtod(grid.rows[0].cells[grid.column_count - 1], NULL);
}

/*
 * Twenty-three learners join two cohorts and none, in turn: whatever is subtracted, a cohort from the programme, one
 * from another, a day from the next, whole fives are left; and what two cohorts do not have, the programme has not.
 */
static void r72_cohorts_subtracted_leave_whole_fives(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t mentoring = scheme_programme(f, "Mentoring", CH_KIND_MENTORING), before = 0;
	struct ch_cohort cohort;

	for (int i = 0; i < 2; i++) {
		ch_record_start(ch_entity_of(CH_COHORT), &cohort);
		cohort.programme_id = mentoring;
		cohort.name = i == 0 ? "Spring" : "Autumn";
		GOOD(f, ch_part_add(&f->c, CH_COHORT, &cohort, &f->err));
	}
	for (int i = 0; i < 23; i++) {
		int64_t all, of[2];
		double sum, sums[2];

		scored(f, mentoring, i % 3, i % 5 + 1);
		count(f, 0, &all, &sum);
		count(f, 1, &of[0], &sums[0]);
		count(f, 2, &of[1], &sums[1]);
		assert_int_equal((all - before) % 5, 0);
		for (int c = 0; c < 2; c++) {
			assert_int_equal(of[c] % 5, 0);
			assert_int_equal((all - of[c]) % 5, 0);
			assert_true(sums[c] <= sum);
		}
		assert_true(of[0] + of[1] <= all);
		before = all;
	}
	assert_int_equal(before, 15); /* 8, 8 and 7 answered: a batch of each */
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r72_a_pairing_that_changes_its_kind_takes_no_answer_along),
		TEST(r72_a_learner_who_changes_cohorts_takes_no_answer_along),
		TEST(r72_cohorts_subtracted_leave_whole_fives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
