/*
 * What the rows of the rules say besides their main test: the other side, the day before and the day of, the value at
 * the limit, each missing thing by itself. The number of the rule begins the name of its test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "match_scheme.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)
#define COACH (1 << CH_ROLE_COACH)
#define COACHEE (1 << CH_ROLE_COACHEE)

static size_t found(struct scheme_fixture *f, const char *rule)
{
	const struct ch_check_query query = {.rule = rule};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

static int64_t started_pair(struct scheme_fixture *f, int kind)
{
	bool coaching = kind == CH_KIND_COACHING;
	int64_t guide = scheme_person(f, "Ada Lee", NULL, coaching ? COACH : MENTOR, "finance", NULL, 5);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, coaching ? COACHEE : MENTEE, NULL, "finance", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, scheme_programme(f, "Autumn", kind), guide, learner);

	scheme_start(f, pairing);
	return pairing;
}

static void hold_session(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
}

/* ---- Who may be paired with whom ---- */

static void r8_a_proposal_may_show_whom_acceptance_refuses(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t coach = scheme_person(f, "Ada Lee", NULL, COACH, "finance", NULL, 1), pairing;

	scheme_person(f, "Ben Cho", NULL, COACHEE, NULL, "finance", CH_UNKNOWN);
	scheme_sql(f, "UPDATE person SET origin = 'internal' WHERE person_id = 1");
	int64_t programme = scheme_programme_all(f, "Up", CH_KIND_COACHING);
	struct ch_match_result result = scheme_propose(f, programme, false);
	assert_int_equal(result.pair_count, 1);
	assert_non_null(strstr(result.pairs[0].text, "R8"));
	scheme_ready(f, programme, 2);
	assert_int_equal(ch_proposal_accept(&f->c, 1, CH_BY_BOTH, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R8");
	f->err = CH_NO_ERROR;
	struct ch_credential training;
	ch_record_start(ch_entity_of(CH_CREDENTIAL), &training);
	training.person_id = coach;
	training.kind = CH_CREDENTIAL_TRAINING;
	training.name = "Coaching skills";
	training.awarded_on = ch_date_of(2026, 11, 23);
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &training, &f->err));
	GOOD(f, ch_proposal_accept(&f->c, 1, CH_BY_BOTH, &pairing, &f->err));
}

/* The learner seeks finance: of two coaches without it the qualified one is eligible, the other is not. */
static void r9_who_is_neither_qualified_nor_an_expert_is_not_proposed(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_credential made;

	scheme_person(f, "Ada Lee", NULL, COACH, "listening", NULL, 1);
	int64_t qualified = scheme_person(f, "Cy Ek", NULL, COACH, "listening", NULL, 1);
	scheme_person(f, "Ben Cho", NULL, COACHEE, NULL, "finance", CH_UNKNOWN);
	int64_t programme = scheme_programme_all(f, "Up", CH_KIND_COACHING);
	ch_record_start(ch_entity_of(CH_CREDENTIAL), &made);
	made.person_id = qualified;
	made.kind = CH_CREDENTIAL_QUALIFICATION;
	made.name = "ILM 7";
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &made, &f->err));
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 1);
	assert_int_equal(result.pairs[0].guide_id, qualified);
	scheme_sql(f, "UPDATE person SET capacity = 0 WHERE person_id = 2");
	result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 0); /* Ada has a place, and is neither */
	scheme_sql(f, "UPDATE person SET offers = 'listening; finance' WHERE person_id = 1");
	assert_int_equal(scheme_propose(f, programme, true).pair_count, 1);
}

/* A person of whom nothing is known is taken in, shown as that in a preview, and not accepted into a pairing. */
static void r10_a_mentor_without_expertise_comes_in_and_is_not_paired(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result imported;
	struct ch_pairing pairing;
	int64_t enrolled;

	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	const struct ch_import_options options = {
		.path = temp_dir_write(f->dir, "list.csv",
				       "Name,Email,Role,Seeks\nAda Lee,ada@example.org,mentor,\n"
				       "Ben Cho,ben@example.org,mentee,finance\n")};
	GOOD(f, ch_import(&f->c, &options, &f->arena, &imported, &f->err));
	assert_int_equal(imported.created, 2);
	assert_int_equal(imported.rejected, 0);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 1);
	assert_non_null(strstr(result.pairs[0].text, "what Ada Lee offers is still to be recorded (R10)"));
	scheme_ready(f, programme, 2);
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme;
	pairing.guide_id = 1;
	pairing.learner_id = 2;
	assert_int_equal(ch_pairing_add(&f->c, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R10");
	f->err = CH_NO_ERROR;
}

static void r14_each_side_has_the_hours_and_just_enough_is_enough(void **state)
{
	static const struct {
		const char *guide, *learner;
		const char *named; /* who has too few; NULL: both have enough */
	} cases[] = {
		{"119", "600", "Ada Lee"}, {"600", "119", "Ben Cho"}, {"0", "600", "Ada Lee"}, {"120", "120", NULL}};
	struct scheme_fixture *f = *state;
	struct ch_pairing pairing;

	scheme_person(f, "Ada Lee", NULL, MENTOR, "finance", NULL, 5);
	scheme_person(f, "Ben Cho", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	scheme_ready(f, programme, 2);
	scheme_sql(f, "UPDATE settings SET minimum_hours = 120"); /* minutes */
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		scheme_sql(f,
			   ch_arena_printf(&f->arena, "UPDATE person SET hours_per_month = iif(person_id = 1, %s, %s)",
					   cases[i].guide, cases[i].learner));
		ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
		pairing.programme_id = programme;
		pairing.guide_id = 1;
		pairing.learner_id = 2;
		assert_int_equal(ch_pairing_add(&f->c, &pairing, &f->err), cases[i].named ? CH_DATA : CH_OK);
		assert_string_equal(f->err.rule, cases[i].named ? "R14" : "");
		if (cases[i].named != NULL)
			assert_non_null(strstr(f->err.message, cases[i].named));
		f->err = CH_NO_ERROR;
	}
}

/* Who applied and is not ready is listed with the answer that is missing; of a mentor none is asked. */
static void r15_the_missing_answer_is_named(void **state)
{
	const struct ch_check_query query = {.rule = "waiting-for-readiness"};
	const struct ch_said said = {.how = CH_HOW_FORM, .on = CH_NO_DATE};
	struct scheme_fixture *f = *state;
	struct ch_findings findings;

	scheme_person(f, "Ben Cho", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_programme_all(f, "Autumn", CH_KIND_MENTORING);
	GOOD(f, ch_enrolment_answer(&f->c, 1, CH_ASK_READY_AIM, true, &said, &f->err));
	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	assert_int_equal(findings.count, 1);
	assert_non_null(strstr(findings.items[0].says, "as mentee; not known: whether they can give the time"));
	assert_null(strstr(findings.items[0].says, "what they want"));
}

/* ---- Set-up ---- */

/* Of the three things each one that is missing is named, nobody is refused, and with all three it is settled. */
static void r22_a_large_group_needs_three_things_and_refuses_nobody(void **state)
{
	static const char *const given[] = {"competency_area", "expertise_needed", "assessment_tools"};
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Group", CH_KIND_COACHING), enrolled;
	int64_t coach = scheme_person(f, "Ada Lee", NULL, COACH, "finance", NULL, 20);

	for (int i = 0; i < 9; i++)
		scheme_person(f, ch_arena_printf(&f->arena, "Coachee %d", i), NULL, COACHEE, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	assert_int_equal(found(f, "R22"), 1);
	scheme_pairing(f, programme, coach, coach + 9); /* the ninth */
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(found(f, "R22"), 1);
		scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE programme SET %s = 'said'", given[i]));
	}
	assert_int_equal(found(f, "R22"), 0);
}

/* ---- The agreement ---- */

static void r31_each_one_that_is_missing_is_named_and_no_other(void **state)
{
	static const struct {
		const char *column, *label;
	} fields[] = {{"interval", "Meet every"},	 {"usual_day", "Usual day and time"},
		      {"usual_minutes", "Usual length"}, {"usual_place", "Usual place"},
		      {"starts_on", "Starts on"},	 {"planned_end_on", "Planned end"}};
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		scheme_sql(f, ch_arena_printf(&f->arena,
					      "UPDATE pairing SET state = 'contracting'; UPDATE agreement SET"
					      " interval = '1 month', usual_day = 'Mon 17:00', usual_minutes = 60,"
					      " usual_place = 'here', starts_on = '2026-11-23',"
					      " planned_end_on = '2027-11-23';"
					      "UPDATE agreement SET %s = NULL",
					      fields[i].column));
		assert_int_equal(ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err), CH_DATA);
		assert_string_equal(f->err.rule, "R31");
		for (size_t k = 0; k < sizeof(fields) / sizeof(fields[0]); k++)
			assert_int_equal(strstr(f->err.message, fields[k].label) != NULL, k == i);
		f->err = CH_NO_ERROR;
	}
}

static void r36_a_comfort_check_is_due_after_the_first_session(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);

	assert_int_equal(found(f, "comfort-check-due"), 0);
	hold_session(f, pairing); /* on the day they began; else 30 days are waited */
	assert_int_equal(found(f, "comfort-check-due"), 1);
}

static void r39_nine_months_are_enough_and_eight_are_not(void **state)
{
	struct scheme_fixture *f = *state;

	started_pair(f, CH_KIND_MENTORING);
	for (int months = 8; months <= 12; months++) {
		scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE programme SET planned_months = %d", months));
		assert_int_equal(found(f, "mentoring-too-short"), months < 9);
	}
}

/* ---- Asking ---- */

static bool asks(enum ch_feedback_form form, int side, const char *key)
{
	for (const char *const *at = ch_feedback_questions(form, side); *at != NULL; at++)
		if (strcmp(*at, key) == 0)
			return true;
	return false;
}

/* The four of the end are a scale and words each; the three of growth, and doing it alone, from start to follow-up. */
static void r66_r70_r71_what_each_form_asks(void **state)
{
	static const char *const four[] = {"helpful", "aided_learning", "gained_hopes", "fed_back"};
	static const char *const growth[] = {"confidence", "competence", "independence", "similar_alone"};
	static const enum ch_feedback_form forms[] = {CH_FEEDBACK_START, CH_FEEDBACK_MID, CH_FEEDBACK_END,
						      CH_FEEDBACK_FOLLOW_UP};
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < 4; i++) {
		assert_true(asks(CH_FEEDBACK_END, CH_SIDE_LEARNER, four[i]));
		assert_true(asks(CH_FEEDBACK_END, CH_SIDE_LEARNER, ch_arena_printf(&f->arena, "%s_words", four[i])));
		for (size_t form = 0; form < 4; form++) {
			assert_true(asks(forms[form], CH_SIDE_LEARNER, growth[i]));
			assert_false(asks(forms[form], CH_SIDE_GUIDE, growth[i]) && i < 3);
		}
	}
}

/* The first on day 30 and not on day 29; then 60 days after the one that came. */
static void r74_not_a_day_before(void **state)
{
	struct scheme_fixture *f = *state;

	started_pair(f, CH_KIND_MENTORING); /* on 23 November */
	scheme_sql(f, "UPDATE settings SET pulse_first_days = 30, pulse_every_days = 60");
	scheme_today(f, "2026-12-22");
	assert_int_equal(found(f, "pulse-due"), 0);
	scheme_today(f, "2026-12-23");
	assert_int_equal(found(f, "pulse-due"), 1);
}

/* In the list of what is due from the day on, six months after the end; to the learner. */
static void r75_it_is_in_the_due_list_from_its_day(void **state)
{
	const struct ch_closure closure = {.on = CH_NO_DATE,
					   .kind = CH_CLOSURE_COMPLETED,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_PLANNED_END};
	struct scheme_fixture *f = *state;

	scheme_today(f, "2026-01-01");
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	hold_session(f, pairing);
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	GOOD(f, ch_feedback_waive(&f->c, 1, "asked twice", &f->err));
	GOOD(f, ch_feedback_waive(&f->c, 2, "asked twice", &f->err));
	scheme_today(f, "2026-06-30");
	assert_int_equal(found(f, "follow-up-due"), 0);
	scheme_today(f, "2026-07-01");
	assert_int_equal(found(f, "follow-up-due"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r8_a_proposal_may_show_whom_acceptance_refuses),
		TEST(r9_who_is_neither_qualified_nor_an_expert_is_not_proposed),
		TEST(r10_a_mentor_without_expertise_comes_in_and_is_not_paired),
		TEST(r14_each_side_has_the_hours_and_just_enough_is_enough),
		TEST(r15_the_missing_answer_is_named),
		TEST(r22_a_large_group_needs_three_things_and_refuses_nobody),
		TEST(r31_each_one_that_is_missing_is_named_and_no_other),
		TEST(r36_a_comfort_check_is_due_after_the_first_session),
		TEST(r39_nine_months_are_enough_and_eight_are_not),
		TEST(r66_r70_r71_what_each_form_asks),
		TEST(r74_not_a_day_before),
		TEST(r75_it_is_in_the_due_list_from_its_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
