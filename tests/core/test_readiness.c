/*
 * Readiness (R15): what learners answer before a pairing of theirs is accepted, one by one and many at once, and which
 * of several answers counts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define MENTEE (1 << CH_ROLE_MENTEE)

static const struct ch_said today = {.how = CH_HOW_PAPER, .on = CH_NO_DATE};

static void set_state(struct scheme_fixture *f, int64_t enrolment_id, int state)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, enrolment_id, &f->arena, &enrolment, &f->err));
	enrolment.state = state;
	GOOD(f, ch_enrolment_set(&f->c, &enrolment, &f->err));
}

static int state_of(struct scheme_fixture *f, int64_t enrolment_id)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, enrolment_id, &f->arena, &enrolment, &f->err));
	return enrolment.state;
}

/* A programme of mentoring in which so many applied, numbered from 1. */
static int64_t applicants(struct scheme_fixture *f, int count)
{
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING), enrolled;

	for (int i = 0; i < count; i++)
		scheme_person(f, ch_arena_printf(&f->arena, "Learner %d", i), NULL, MENTEE, NULL, "x", CH_UNKNOWN);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	assert_int_equal(enrolled, count);
	return programme;
}

/* One call for all who applied; who said no is not talked into it. */
static void r15_many_are_found_ready_at_once_but_a_no_stands(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = applicants(f, 40), made, left;

	GOOD(f, ch_enrolment_answer(&f->c, 1, CH_ASK_READY_TIME, false, &today, &f->err));
	assert_int_equal(state_of(f, 1), CH_ENROLMENT_NOT_READY);
	set_state(f, 2, CH_ENROLMENT_WITHDRAWN);
	set_state(f, 2, CH_ENROLMENT_APPLIED);
	GOOD(f, ch_enrolment_ready_all(&f->c, programme, &today, &made, &left, &f->err));
	assert_int_equal(made, 39);
	assert_int_equal(left, 0);
	assert_int_equal(ch_enrolment_ready(&f->c, 1, &today, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R15");
	f->err = CH_NO_ERROR;
	GOOD(f, ch_enrolment_answer(&f->c, 1, CH_ASK_READY_TIME, true, &today, &f->err));
	GOOD(f, ch_enrolment_ready(&f->c, 1, &today, &f->err));
}

/* Who withdrew with a no and applies again has answered no still: nothing is said for them in the same breath. */
static void r15_nobody_who_said_no_is_given_a_yes_with_the_others(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = applicants(f, 2), made, left;
	struct ch_grid answers;

	GOOD(f, ch_enrolment_answer(&f->c, 1, CH_ASK_READY_TIME, false, &today, &f->err));
	set_state(f, 1, CH_ENROLMENT_WITHDRAWN);
	set_state(f, 1, CH_ENROLMENT_APPLIED);
	GOOD(f, ch_enrolment_ready_all(&f->c, programme, &today, &made, &left, &f->err));
	assert_int_equal(made, 1);
	assert_int_equal(left, 1);
	assert_int_equal(state_of(f, 1), CH_ENROLMENT_APPLIED);
	GOOD(f, ch_answer_list(&f->c, 1, &f->arena, &answers, &f->err));
	assert_int_equal(answers.row_count, 1);
	assert_string_equal(answers.rows[0].cells[1], "no");
}

/* What is recorded later may have been said earlier: the day on which it was said decides, wherever it is read. */
static void r15_an_answer_of_an_earlier_day_does_not_count_against_a_newer_one(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_said in_october = {.how = CH_HOW_FORM, .on = ch_date_of(2026, 10, 5)};
	int64_t programme = applicants(f, 2);
	struct ch_match_result result;
	struct ch_matching *matching;
	struct ch_grid answers;

	GOOD(f, ch_enrolment_ready(&f->c, 1, &today, &f->err));
	GOOD(f, ch_enrolment_answer(&f->c, 1, CH_ASK_READY_TIME, false, &in_october, &f->err));
	assert_int_equal(state_of(f, 1), CH_ENROLMENT_READY);
	GOOD(f, ch_answer_list(&f->c, 1, &f->arena, &answers, &f->err));
	assert_int_equal(answers.row_count, 2);
	assert_string_equal(answers.rows[0].cells[1], "yes");
	assert_string_equal(answers.rows[1].cells[1], "yes");

	GOOD(f, ch_enrolment_answer(&f->c, 2, CH_ASK_READY_TIME, false, &today, &f->err));
	GOOD(f, ch_enrolment_answer(&f->c, 2, CH_ASK_READY_TIME, true, &in_october, &f->err));
	assert_int_equal(state_of(f, 2), CH_ENROLMENT_NOT_READY);
	GOOD(f, ch_matching_open(&f->c, programme, &matching, &f->err));
	GOOD(f, ch_matching_solve(matching, &f->err));
	ch_matching_tell(matching, &f->arena, &result);
	assert_non_null(strstr(result.left[result.left_count - 1].reason, ": no"));
	ch_matching_close(matching);
}

/* Third principle: whose, when, how, recorded by; and nobody else's to read. */
static void r15_r79_answers_are_read_with_their_provenance(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_person(f, "Gwen", NULL, 1 << CH_ROLE_MENTOR, "listening", NULL, 1);
	int64_t learner = scheme_person(f, "Lena", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	int64_t programme = scheme_programme(f, "Spring", CH_KIND_MENTORING);
	struct ch_grid grid;

	scheme_ready(f, programme, learner);
	scheme_pairing(f, programme, guide, learner);
	GOOD(f, ch_answer_list(&f->c, learner, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 2);
	assert_string_equal(grid.rows[0].cells[1], "yes");
	assert_string_equal(grid.rows[0].cells[2], "2026-11-23");
	assert_null(grid.rows[0].cells[4]); /* the coordinator recorded it */
	assert_string_equal(grid.rows[0].cells[5], "Spring");
	f->c.actor.person_id = guide;
	GOOD(f, ch_answer_list(&f->c, learner, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r15_many_are_found_ready_at_once_but_a_no_stands),
		TEST(r15_nobody_who_said_no_is_given_a_yes_with_the_others),
		TEST(r15_an_answer_of_an_earlier_day_does_not_count_against_a_newer_one),
		TEST(r15_r79_answers_are_read_with_their_provenance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
