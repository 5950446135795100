/* Coaching that becomes mentoring and the other way round (R26), and ends that are moved on and on (R70). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define GUIDE_ROLES (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNER_ROLES (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static int64_t started_pair(struct scheme_fixture *f, int64_t programme)
{
	int64_t guide = scheme_person(f, "Alison Abbott", "alison@example.org", GUIDE_ROLES, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, LEARNER_ROLES, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme, guide, learner);

	scheme_start(f, pairing);
	return pairing;
}

static void set_manager(struct scheme_fixture *f, int64_t person_id, int64_t manager_id)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &person, &f->err));
	person.manager_id = manager_id;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

static size_t findings_of(struct scheme_fixture *f, const char *check)
{
	struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

static void r26_coaching_of_a_report_does_not_become_mentoring(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t mentoring = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	int64_t pairing = started_pair(f, scheme_programme(f, "Coaching", CH_KIND_COACHING));

	set_manager(f, 2, 1);
	REFUSED(f, CH_DATA, ch_pairing_change_kind(&f->c, pairing, mentoring, &f->err));
	assert_string_equal(f->err.rule, "R2");
	assert_int_equal(scheme_get_pairing(f, pairing).kind, CH_KIND_COACHING);
	f->c.override_reason = "they no longer work together";
	f->c.override_rules = "R2";
	GOOD(f, ch_pairing_change_kind(&f->c, pairing, mentoring, &f->err));
	f->c.override_reason = NULL;
	assert_int_equal(scheme_get_pairing(f, pairing).kind, CH_KIND_MENTORING);
}

static void r26_history_is_kept_and_both_have_the_roles_of_the_kind(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t mentoring = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	int64_t coaching = scheme_programme(f, "Coaching", CH_KIND_COACHING);
	int64_t pairing = started_pair(f, coaching);
	const struct ch_list_query enrolled = {.list = CH_LIST_ENROLMENTS, .programme_id = mentoring};
	struct ch_session_logged logged;
	struct ch_session session;
	struct ch_grid grid;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	GOOD(f, ch_pairing_change_kind(&f->c, pairing, mentoring, &f->err));
	struct ch_pairing after = scheme_get_pairing(f, pairing);
	assert_int_equal(after.kind, CH_KIND_MENTORING);
	assert_int_equal(after.programme_id, mentoring);
	assert_int_equal(after.state, CH_PAIRING_ACTIVE);
	assert_int_equal(after.sessions_held, 1);
	GOOD(f, ch_list_fetch(&f->c, &enrolled, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 2);
	assert_int_equal(findings_of(f, "waiting-for-a-match"), 0); /* the learner no longer waits in the other */
	REFUSED(f, CH_DATA, ch_pairing_change_kind(&f->c, pairing, mentoring, &f->err));
	assert_string_equal(f->err.rule, "R26");
}

static void r26_mentoring_without_a_goal_does_not_become_coaching(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t coaching = scheme_programme(f, "Coaching", CH_KIND_COACHING);
	int64_t pairing = started_pair(f, scheme_programme(f, "Mentoring", CH_KIND_MENTORING));
	struct ch_goal goal;

	REFUSED(f, CH_DATA, ch_pairing_change_kind(&f->c, pairing, coaching, &f->err));
	assert_string_equal(f->err.rule, "R55"); /* a theme is no specific goal */
	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = pairing;
	goal.kind = CH_GOAL_KIND_GOAL;
	GOOD(f, ch_goal_add(&f->c, &goal, NULL, &f->err));
	GOOD(f, ch_pairing_change_kind(&f->c, pairing, coaching, &f->err));
}

static void move_end_on(struct scheme_fixture *f, int64_t pairing, const char *to)
{
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.planned_end_on = ch_date_from_iso(to);
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
}

static void r70_the_third_extension_is_pointed_out(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Mentoring", CH_KIND_MENTORING));

	move_end_on(f, pairing, "2027-10-01");
	move_end_on(f, pairing, "2027-09-01"); /* earlier is no extension */
	move_end_on(f, pairing, "2027-12-01");
	assert_int_equal(findings_of(f, "extended-often"), 0);
	move_end_on(f, pairing, "2028-02-01");
	assert_int_equal(findings_of(f, "extended-often"), 1);
}

static void reasons_for_the_other_kind_suggest_it(void **state)
{
	struct ch_enrolment enrolment = {.role = CH_ROLE_MENTEE, .intake_reasons = 1 << CH_REASON_NEW_SYSTEM};

	(void)state;
	assert_int_equal(ch_intake_otherwise(&enrolment), CH_KIND_COACHING);
	enrolment.role = CH_ROLE_COACHEE;
	assert_int_equal(ch_intake_otherwise(&enrolment), CH_NO_KIND);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r26_coaching_of_a_report_does_not_become_mentoring),
		WITH_SCHEME(r26_history_is_kept_and_both_have_the_roles_of_the_kind),
		WITH_SCHEME(r26_mentoring_without_a_goal_does_not_become_coaching),
		WITH_SCHEME(r70_the_third_extension_is_pointed_out),
		cmocka_unit_test(reasons_for_the_other_kind_suggest_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
