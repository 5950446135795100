/*
 * Rules of strength H: a programme lowers each of them to a warning, and a coordinator's typed reason overrides what it
 * refuses. What checks ask is shown by their own tests; here are the rules that are asked beside them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)
#define COACH (1 << CH_ROLE_COACH)
#define COACHEE (1 << CH_ROLE_COACHEE)

struct two {
	int64_t programme, guide, learner;
};

static struct two two_of(struct scheme_fixture *f, int kind)
{
	bool coaching = kind == CH_KIND_COACHING;
	int64_t programmes;

	GOOD(f, ch_scheme_count(&f->c, CH_PROGRAMME, &programmes, &f->err));
	struct two two = {
		.programme = scheme_programme(f, ch_arena_printf(&f->arena, "Programme %d", (int)programmes), kind)};
	two.guide = scheme_person(f, "Ada Lee", NULL, coaching ? COACH : MENTOR, "finance", NULL, 5);
	two.learner = scheme_person(f, "Ben Cho", NULL, coaching ? COACHEE : MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_ready(f, two.programme, two.learner);
	return two;
}

static enum ch_status lower(struct scheme_fixture *f, int64_t programme_id, const char *rules)
{
	struct ch_settings settings;

	GOOD(f, ch_settings_get(&f->c, programme_id, &f->arena, &settings, &f->err));
	settings.lowered_rules = rules;
	return ch_settings_set(&f->c, &settings, &f->err);
}

static void give_reason(struct scheme_fixture *f, const char *rules, const char *reason)
{
	f->c.override_rules = rules;
	f->c.override_reason = reason;
}

/* It is refused by the rule, and says that a reason overrides it. */
static void refused_by(struct scheme_fixture *f, enum ch_status status, const char *rule)
{
	assert_int_equal(status, CH_DATA);
	assert_string_equal(f->err.rule, rule);
	assert_string_equal(f->err.overridable, rule);
	assert_int_not_equal(f->err.fix[0], '\0');
	f->err = CH_NO_ERROR;
}

/* The only override there is: against this rule, for this pairing (0: none). */
static void overrides_are(struct scheme_fixture *f, const char *rule, int64_t pairing_id)
{
	const struct ch_list_query query = {
		.list = CH_LIST_OVERRIDES,
		.filter = ch_arena_printf(&f->arena, "rule:%s", rule),
		.pairing_id = pairing_id,
	};
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
}

/* ---- R17 ---------------------------------------------------------------------------------- */

static enum ch_status recommend(struct scheme_fixture *f, const char *words)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, 1, &f->arena, &enrolment, &f->err));
	enrolment.recommendation = words;
	return ch_enrolment_set(&f->c, &enrolment, &f->err);
}

static enum ch_status wish(struct scheme_fixture *f, const struct two *two, const char *asked_for)
{
	struct ch_wish wish;

	ch_record_start(ch_entity_of(CH_WISH), &wish);
	wish.programme_id = two->programme;
	wish.person_id = two->learner;
	wish.wished_id = scheme_person(f, asked_for, NULL, MENTOR, "finance", NULL, 1);
	wish.asked_by = CH_WISH_BY_MANAGER;
	struct ch_enrolment enrolment;
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = two->programme;
	enrolment.person_id = wish.wished_id;
	enrolment.role = CH_ROLE_MENTOR;
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
	return ch_wish_add(&f->c, &wish, &f->err);
}

static void r17_a_late_recommendation_is_overridden_or_lowered(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t pairing = scheme_pairing(f, two.programme, two.guide, two.learner);

	refused_by(f, recommend(f, "Ada, please"), "R17");
	refused_by(f, wish(f, &two, "Cal Poe"), "R17");
	give_reason(f, "R17", "the letter was on its way");
	GOOD(f, recommend(f, "Ada, please"));
	overrides_are(f, "R17", pairing);
	give_reason(f, NULL, NULL);
	GOOD(f, lower(f, two.programme, "R17"));
	GOOD(f, recommend(f, "Ada, and nobody else"));
	GOOD(f, wish(f, &two, "Dee Roy"));
	overrides_are(f, "R17", pairing);
}

static int64_t proposed(struct scheme_fixture *f, const struct two *two)
{
	struct ch_proposal proposal;
	struct ch_committee_member member = {.programme_id = two->programme};

	member.person_id = scheme_person(f, "May Ito", NULL, 0, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_committee_add(&f->c, &member, &f->err));
	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = two->programme;
	proposal.guide_id = two->guide;
	proposal.learner_id = two->learner;
	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	return proposal.proposal_id;
}

static void r17_what_no_committee_approved_is_accepted_with_a_reason(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t proposal = proposed(f, &two), pairing;

	refused_by(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err), "R17");
	give_reason(f, "R17", "the committee meets again in spring");
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_int_not_equal(pairing, 0);
	overrides_are(f, "R17", pairing);
}

/* The reason that is given with the one yes holds for the other. */
static void r17_a_reason_holds_for_the_yes_of_the_other(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t proposal = proposed(f, &two), pairing;

	give_reason(f, "R17", "the committee meets again in spring");
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_GUIDE, &pairing, &f->err));
	assert_int_equal(pairing, 0);
	overrides_are(f, "R17", 0);
	give_reason(f, NULL, NULL);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_LEARNER, &pairing, &f->err));
	assert_int_not_equal(pairing, 0);
}

static void r17_lowered_no_approval_is_waited_for(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t proposal = proposed(f, &two), pairing;

	GOOD(f, lower(f, two.programme, "R8; R17"));
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_int_not_equal(pairing, 0);
}

/* ---- R44, R45 ------------------------------------------------------------------------------ */

static struct ch_session_logged log_on(struct scheme_fixture *f, int64_t pairing, const char *date, size_t actions)
{
	static const struct ch_new_action action = {
		.owner = CH_SIDE_LEARNER, .due_on = CH_NO_DATE, .text = "Ring them"};
	const struct ch_session_record record = {.learning = "L", .actions = &action, .action_count = actions};
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	session.session_date = ch_date_from_iso(date);
	session.no_actions = actions == 0 ? CH_YES : CH_UNSAID;
	GOOD(f, ch_session_log(&f->c, &session, &record, &logged, &f->err));
	return logged;
}

static void r44_r45_lowered_coaching_reminds_as_mentoring_does(void **state)
{
	struct scheme_fixture *f = *state;
	static const char *const rules[] = {"R44", "R45"};

	for (size_t i = 0; i < 2; i++) {
		struct two two = two_of(f, CH_KIND_COACHING);
		int64_t pairing = scheme_pairing(f, two.programme, two.guide, two.learner);

		scheme_start(f, pairing);
		log_on(f, pairing, "2026-10-20", 1);
		assert_false(log_on(f, pairing, "2026-11-10", 0).complete);
		assert_int_equal(scheme_get_pairing(f, pairing).unfinished_records, 1);
		GOOD(f, lower(f, two.programme, rules[i]));
		assert_int_equal(scheme_get_pairing(f, pairing).unfinished_records, 0);
		struct ch_session_logged later = log_on(f, pairing, "2026-11-20", 0);
		assert_true(later.complete);
		assert_int_equal(later.to_review, 1); /* it is pointed out */
		GOOD(f, lower(f, two.programme, NULL));
		assert_false(log_on(f, pairing, "2026-11-22", 0).complete);
	}
}

/* ---- R16, R26 ------------------------------------------------------------------------------ */

static void r16_position_has_points_in_coaching_only_by_a_reason(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_COACHING);
	struct ch_weights weights;

	GOOD(f, ch_weights_get(&f->c, two.programme, &weights, &f->err));
	weights.points[CH_CRITERION_GRADE] = 5;
	refused_by(f, ch_weights_keep(&f->c, two.programme, &weights, &f->err), "R16");
	give_reason(f, "R16", "a trial with the unions");
	GOOD(f, ch_weights_keep(&f->c, two.programme, &weights, &f->err));
	overrides_are(f, "R16", 0);
	give_reason(f, NULL, NULL);
	weights.points[CH_CRITERION_GRADE] = 6;
	GOOD(f, lower(f, two.programme, "R16"));
	GOOD(f, ch_weights_keep(&f->c, two.programme, &weights, &f->err));
}

static void r26_asks_other_rules_and_those_are_lowered(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_COACHING);

	assert_int_equal(lower(f, two.programme, "R26"), CH_DATA);
	assert_non_null(strstr(f->err.message, "R26 refuses nothing by itself"));
	f->err = CH_NO_ERROR;
}

/* What can be lowered is asked by a check that refuses, or is one of those above; R61's own tests are elsewhere. */
static void no_rule_can_be_lowered_in_vain(void **state)
{
	static const char *const beside[] = {"R16", "R17", "R44", "R45", "R61"};
	size_t count;
	const struct ch_rule *rules = ch_rule_all(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		bool found = !ch_rule_can_be_lowered(&rules[i]);

		for (size_t j = 0; !found && j < ch_check_count(); j++)
			found = ch_check_at(j)->severity == CH_SEVERITY_REFUSE &&
				strcmp(ch_check_at(j)->rule, rules[i].code) == 0;
		for (size_t j = 0; !found && j < sizeof(beside) / sizeof(beside[0]); j++)
			found = strcmp(beside[j], rules[i].code) == 0;
		if (!found)
			fail_msg("%s can be lowered, and nothing asks whether it is", rules[i].code);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r17_a_late_recommendation_is_overridden_or_lowered),
		TEST(r17_what_no_committee_approved_is_accepted_with_a_reason),
		TEST(r17_a_reason_holds_for_the_yes_of_the_other),
		TEST(r17_lowered_no_approval_is_waited_for),
		TEST(r44_r45_lowered_coaching_reminds_as_mentoring_does),
		TEST(r16_position_has_points_in_coaching_only_by_a_reason),
		TEST(r26_asks_other_rules_and_those_are_lowered),
		TEST(no_rule_can_be_lowered_in_vain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
