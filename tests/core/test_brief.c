/* R35, R37, R60: what is settled at the start besides the agreement of the two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

/* Alison (1) coaches or mentors Catrin (2), whose line manager is Bo (3). */
static int64_t pair(struct scheme_fixture *f, int kind)
{
	int guides = kind == CH_KIND_COACHING ? CH_ROLE_COACH : CH_ROLE_MENTOR;
	int learners = kind == CH_KIND_COACHING ? CH_ROLE_COACHEE : CH_ROLE_MENTEE;
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << guides, "Gardening", NULL, 2);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << learners, NULL, "Gardening", CH_UNKNOWN);

	scheme_person(f, "Bo Diaz", NULL, 0, NULL, NULL, CH_UNKNOWN);
	scheme_sql(f, "UPDATE person SET manager_id = 3 WHERE person_id = 2; UPDATE person SET origin = 'external'");
	return scheme_pairing(f, scheme_programme(f, "Trying", kind), guide, learner);
}

static struct ch_spell spell_of(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_spell spell;

	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, pairing).spell_id, &f->arena, &spell, &f->err));
	return spell;
}

static size_t unread(struct scheme_fixture *f)
{
	const struct ch_report_query query = {.name = "briefs", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	return grid.row_count;
}

static void r37_a_brief_is_read_before_the_first_session(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	enum ch_text_state seen;
	const char *text;

	REFUSED(f, CH_DATA, ch_brief_read(&f->c, pairing, &f->err));
	REFUSED(f, CH_DATA, ch_brief_write(&f->c, pairing, " ", &f->err));
	GOOD(f, ch_brief_write(&f->c, pairing, "zzyzx", &f->err));
	assert_int_equal(unread(f), 1);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_BRIEF, spell_of(f, pairing).spell_id, &f->arena, &text, &seen,
				  &f->err));
	assert_int_equal(seen, CH_TEXT_WITHHELD);
	f->c.actor.person_id = 1;
	GOOD(f, ch_brief_read(&f->c, pairing, &f->err));
	f->c.actor.person_id = 0;
	assert_int_equal(unread(f), 0);
	assert_int_equal(spell_of(f, pairing).brief_read_on, ch_date_of(2026, 11, 23));
	GOOD(f, ch_brief_write(&f->c, pairing, "another", &f->err));
	assert_int_equal(unread(f), 1);
}

static enum ch_status agree(struct scheme_fixture *f, int64_t pairing, bool guide, bool learner, bool manager, int how)
{
	const struct ch_three_way given = {
		.guide = guide, .learner = learner, .manager = manager, .how = how, .on = CH_NO_DATE};

	return ch_pairing_three_way(&f->c, pairing, &given, "zzyzx", &f->err);
}

static void r60_three_agree_each_with_their_own_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);

	GOOD(f, agree(f, pairing, true, false, true, CH_HOW_EMAIL));
	assert_int_equal(spell_of(f, pairing).three_way_on, CH_NO_DATE);
	f->c.actor.person_id = 2;
	REFUSED(f, CH_DATA, agree(f, pairing, false, false, true, CH_HOW_DESK));
	GOOD(f, agree(f, pairing, false, true, false, CH_NO_HOW));
	f->c.actor.person_id = 0;
	assert_int_equal(spell_of(f, pairing).three_way_on, ch_date_of(2026, 11, 23));
	scheme_sql(f, "UPDATE person SET manager_id = NULL WHERE person_id = 2");
	REFUSED(f, CH_DATA, agree(f, pairing, true, false, false, CH_HOW_EMAIL));
	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id = 2");
	REFUSED(f, CH_DATA, agree(f, pairing, true, false, false, CH_HOW_EMAIL)); /* R4: the manager coaches */
}

/* The coachee says nobody else's, however it was given; the coach what they were told. Nothing said is nothing kept. */
static void r60_of_three_nobody_says_anothers_yes(void **state)
{
	static const int hows[] = {CH_NO_HOW, CH_HOW_EMAIL, CH_HOW_PAPER, CH_HOW_SPOKEN};
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	const struct ch_three_way nothing = {.on = CH_NO_DATE};

	f->c.actor.person_id = 2;
	for (size_t i = 0; i < sizeof(hows) / sizeof(hows[0]); i++) {
		REFUSED(f, CH_DATA, agree(f, pairing, false, true, true, hows[i]));
		REFUSED(f, CH_DATA, agree(f, pairing, true, true, false, hows[i]));
	}
	f->c.actor.person_id = 1;
	REFUSED(f, CH_DATA, agree(f, pairing, true, false, true, CH_HOW_EMAIL));
	REFUSED(f, CH_DATA, ch_pairing_three_way(&f->c, pairing, &nothing, NULL, &f->err));
	GOOD(f, agree(f, pairing, true, true, true, CH_HOW_SPOKEN));
	assert_int_equal(spell_of(f, pairing).three_way_on, ch_date_of(2026, 11, 23));
	f->c.actor.person_id = 0;
}

static void r61_in_mentoring_no_three_agree(void **state)
{
	struct scheme_fixture *f = *state;

	assert_int_equal(agree(f, pair(f, CH_KIND_MENTORING), true, true, true, CH_HOW_EMAIL), CH_DATA);
	assert_string_equal(f->err.rule, "R61");
	f->err = CH_NO_ERROR;
}

static const char *how_said(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_grid answers;

	f->c.actor.person_id = 0;
	GOOD(f, ch_answer_list(&f->c, person_id, &f->arena, &answers, &f->err));
	return answers.row_count > 0 ? answers.rows[0].cells[3] : "";
}

static enum ch_status say_yes(struct scheme_fixture *f, int64_t pairing, int64_t actor, bool guide, bool learner,
			      int how)
{
	const struct ch_agreed agreed = {.guide = guide, .learner = learner, .how = how, .on = CH_NO_DATE};
	struct ch_agreement agreement;

	f->c.actor.person_id = actor;
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	return ch_pairing_agree(&f->c, pairing, &agreement, &agreed, &f->err);
}

/* Each their own; a guide also what they were told, as spoken and nothing else; a learner never the guide's. */
static void r29_nobody_says_the_others_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	struct ch_yes_days days;

	REFUSED(f, CH_DATA, say_yes(f, pairing, 2, true, false, CH_HOW_SPOKEN));
	REFUSED(f, CH_DATA, say_yes(f, pairing, 2, true, true, CH_HOW_SPOKEN));
	REFUSED(f, CH_DATA, say_yes(f, pairing, 1, true, true, CH_HOW_EMAIL));
	REFUSED(f, CH_DATA, say_yes(f, pairing, 1, false, true, CH_HOW_DESK));
	GOOD(f, ch_agreement_yes_days(&f->c, pairing, &days, &f->err));
	assert_int_equal(days.guide, CH_NO_DATE);
	assert_int_equal(days.learner, CH_NO_DATE);
	GOOD(f, say_yes(f, pairing, 1, true, true, CH_NO_HOW));
	/* Both see the days of both. */
	GOOD(f, ch_agreement_yes_days(&f->c, pairing, &days, &f->err));
	assert_int_equal(days.learner, ch_date_of(2026, 11, 23));
	f->c.actor.person_id = 2;
	GOOD(f, ch_agreement_yes_days(&f->c, pairing, &days, &f->err));
	assert_int_equal(days.guide, ch_date_of(2026, 11, 23));
	assert_string_equal(how_said(f, 1), "desk");
	assert_string_equal(how_said(f, 2), "spoken");
	GOOD(f, say_yes(f, pairing, 2, false, true, CH_HOW_SPOKEN));
	assert_string_equal(how_said(f, 2), "desk");
	f->c.actor.person_id = 0;
}

static size_t asked_of_power(struct scheme_fixture *f, int64_t pairing)
{
	const struct ch_check_query query = {.rule = "R35", .subject_id = pairing};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

static void r35_power_is_spoken_of_where_grades_are_apart(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	scheme_sql(f, "UPDATE person SET grade = 5 WHERE person_id = 1;"
		      "UPDATE person SET grade = 3 WHERE person_id = 2");
	assert_int_equal(asked_of_power(f, pairing), 0);
	scheme_sql(f, "UPDATE person SET grade = 6 WHERE person_id = 1");
	assert_int_equal(asked_of_power(f, pairing), 1);
	agreement.power_spoken = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(asked_of_power(f, pairing), 0);
}

/* The same where one is above the other: a manager who coaches their report, at any distance. */
static void r35_power_is_spoken_of_in_the_same_line(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(asked_of_power(f, pairing), 0);
	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id = 3"); /* her manager's manager */
	assert_int_equal(asked_of_power(f, pairing), 1);
	agreement.power_spoken = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(asked_of_power(f, pairing), 0);
}

static void hold_session(struct scheme_fixture *f, int64_t pairing, const char *iso, int introduction)
{
	struct ch_session session;
	struct ch_session_logged logged;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	session.session_date = ch_date_from_iso(iso);
	session.introduction = introduction;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
}

static size_t not_introduced(struct scheme_fixture *f, int64_t pairing)
{
	const struct ch_check_query query = {.rule = "R34", .subject_id = pairing};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

/* It is logged all the same, and pointed out. Unknown is no finding, and the same day is early enough. */
static void r34_who_do_not_know_each_other_are_introduced(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_agreement agreement;

	scheme_today(f, "2026-11-09");
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	scheme_start(f, pairing);
	hold_session(f, pairing, "2026-11-09", CH_UNSAID);
	assert_int_equal(not_introduced(f, pairing), 0);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.known_before = CH_NO;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(not_introduced(f, pairing), 1);
	scheme_today(f, "2026-11-10");
	hold_session(f, pairing, "2026-11-10", CH_YES);
	assert_int_equal(not_introduced(f, pairing), 1); /* a day late */
	hold_session(f, pairing, "2026-11-09", CH_YES);
	assert_int_equal(not_introduced(f, pairing), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r37_a_brief_is_read_before_the_first_session),
		TEST(r60_three_agree_each_with_their_own_yes),
		TEST(r60_of_three_nobody_says_anothers_yes),
		TEST(r29_nobody_says_the_others_yes),
		TEST(r61_in_mentoring_no_three_agree),
		TEST(r34_who_do_not_know_each_other_are_introduced),
		TEST(r35_power_is_spoken_of_where_grades_are_apart),
		TEST(r35_power_is_spoken_of_in_the_same_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
