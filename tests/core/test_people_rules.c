/*
 * Who may be paired: the rules of people in programmes, each refused at
 * acceptance and freed by what it asks for. The number of the rule begins the
 * name of its test.
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

/* A programme, a guide and a learner whom no rule keeps apart. */
static struct two two_of(struct scheme_fixture *f, int kind)
{
	bool coaching = kind == CH_KIND_COACHING;
	struct two two = {.programme = scheme_programme(f, "Autumn", kind)};

	two.guide = scheme_person(f, "Ada Lee", "ada@example.org", coaching ? COACH : MENTOR, "finance", NULL, 5);
	two.learner = scheme_person(f, "Ben Cho", NULL, coaching ? COACHEE : MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_ready(f, two.programme, two.learner);
	return two;
}

static enum ch_status pair(struct scheme_fixture *f, const struct two *two)
{
	struct ch_pairing pairing;

	f->err = CH_NO_ERROR;
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = two->programme;
	pairing.guide_id = two->guide;
	pairing.learner_id = two->learner;
	return ch_pairing_add(&f->c, &pairing, &f->err);
}

/* Refused with the rule, the missing thing and the way to supply it. */
static void refused_by(struct scheme_fixture *f, const struct two *two, const char *rule, const char *missing)
{
	assert_int_equal(pair(f, two), CH_DATA);
	assert_string_equal(f->err.rule, rule);
	assert_non_null(strstr(f->err.message, missing));
	assert_int_not_equal(strlen(f->err.fix), 0);
	f->err = CH_NO_ERROR;
}

static void set(struct scheme_fixture *f, enum ch_entity_id entity, int64_t id, const char *key, const char *value)
{
	struct ch_person person;
	struct ch_enrolment enrolment;
	struct ch_settings settings;
	void *record = entity == CH_PERSON ? (void *)&person : entity == CH_ENROLMENT ? (void *)&enrolment : &settings;
	ch_date today = ch_date_from_iso("2026-11-23");

	if (entity == CH_PERSON)
		GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	else if (entity == CH_ENROLMENT)
		GOOD(f, ch_enrolment_get(&f->c, id, &f->arena, &enrolment, &f->err));
	else
		GOOD(f, ch_settings_get(&f->c, id, &f->arena, &settings, &f->err));
	GOOD(f, ch_field_set(ch_field_named(ch_entity_of(entity), key), record, value, today, &f->arena, &f->err));
	if (entity == CH_PERSON)
		GOOD(f, ch_person_set(&f->c, &person, &f->err));
	else if (entity == CH_ENROLMENT)
		GOOD(f, ch_enrolment_set(&f->c, &enrolment, &f->err));
	else
		GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
}

static int64_t credential(struct scheme_fixture *f, int64_t person, int kind, const char *name, const char *awarded,
			  const char *expires)
{
	struct ch_credential made;

	ch_record_start(ch_entity_of(CH_CREDENTIAL), &made);
	made.person_id = person;
	made.kind = kind;
	made.name = name;
	made.awarded_on = awarded != NULL ? ch_date_from_iso(awarded) : CH_NO_DATE;
	made.expires_on = expires != NULL ? ch_date_from_iso(expires) : CH_NO_DATE;
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &made, &f->err));
	return made.credential_id;
}

static struct ch_findings found(struct scheme_fixture *f, const char *rule)
{
	const struct ch_check_query query = {.rule = rule};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings;
}

static void r8_internal_coach_without_training_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_COACHING);

	set(f, CH_PERSON, two.guide, "origin", "internal");
	refused_by(f, &two, "R8", "no coaching training");
	credential(f, two.guide, CH_CREDENTIAL_TRAINING, "Coaching skills", "2024-02-01", "2025-02-01");
	refused_by(f, &two, "R8", "no coaching training");
	credential(f, two.guide, CH_CREDENTIAL_TRAINING, "Coaching skills", "2026-02-01", NULL);
	GOOD(f, pair(f, &two));
}

static void r8_external_coach_without_qualification_is_pointed_out(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_COACHING);

	set(f, CH_PERSON, two.guide, "origin", "external");
	GOOD(f, pair(f, &two));
	assert_int_equal(found(f, "coach-without-qualification").count, 1);
	credential(f, two.guide, CH_CREDENTIAL_QUALIFICATION, "ILM 7", NULL, NULL);
	assert_int_equal(found(f, "coach-without-qualification").count, 0);
}

/* A proposal may show a guide of whom nothing is known; acceptance asks. */
static void r10_expertise_is_known_before_acceptance(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	struct ch_proposal proposal;
	int64_t pairing;

	set(f, CH_PERSON, two.guide, "offers", "");
	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = two.programme;
	proposal.guide_id = two.guide;
	proposal.learner_id = two.learner;
	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	assert_int_equal(ch_proposal_accept(&f->c, proposal.proposal_id, CH_BY_BOTH, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R10");
	f->err = CH_NO_ERROR;
	set(f, CH_PERSON, two.guide, "offers", "finance");
	GOOD(f, ch_proposal_accept(&f->c, proposal.proposal_id, CH_BY_BOTH, &pairing, &f->err));
}

static void r13_who_is_not_available_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);

	set(f, CH_PERSON, two.guide, "availability", "not_now");
	refused_by(f, &two, "R13", "not available");
	set(f, CH_PERSON, two.guide, "availability", "available");
	GOOD(f, pair(f, &two));
}

static void r13_places_are_confirmed_now_and_then(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);

	GOOD(f, pair(f, &two));
	assert_int_equal(found(f, "places-not-confirmed").count, 0);
	set(f, CH_PERSON, two.guide, "confirmed_on", "2025-11-01");
	assert_int_equal(found(f, "places-not-confirmed").count, 1);
	set(f, CH_PERSON, two.guide, "confirmed_on", "2026-11-01");
	assert_int_equal(found(f, "places-not-confirmed").count, 0);
}

static void r14_no_hours_is_no_pairing_and_unknown_hours_only_if_asked_for(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);

	set(f, CH_PERSON, two.learner, "hours_per_month", "0");
	refused_by(f, &two, "R14", "Ben Cho has less than the 1 hour ");
	set(f, CH_PERSON, two.learner, "hours_per_month", "");
	set(f, CH_SETTINGS, two.programme, "hours_required", "yes");
	refused_by(f, &two, "R14", "not known");
	set(f, CH_SETTINGS, two.programme, "hours_required", "no");
	GOOD(f, pair(f, &two));
}

static void r15_unanswered_readiness_refuses_acceptance(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	const struct ch_said said = {.how = CH_HOW_FORM, .on = CH_NO_DATE};
	struct ch_enrolment enrolment;

	two.learner = scheme_person(f, "Cal Poe", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	refused_by(f, &two, "R15", "what they want, whether they can give the time");
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = two.programme;
	enrolment.person_id = two.learner;
	enrolment.role = CH_ROLE_MENTEE;
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
	int64_t id = enrolment.enrolment_id;
	GOOD(f, ch_enrolment_answer(&f->c, id, CH_ASK_READY_AIM, true, &said, &f->err));
	refused_by(f, &two, "R15", "whether they can give the time");
	GOOD(f, ch_enrolment_answer(&f->c, id, CH_ASK_READY_TIME, true, &said, &f->err));
	GOOD(f, ch_enrolment_get(&f->c, id, &f->arena, &enrolment, &f->err));
	assert_int_equal(enrolment.state, CH_ENROLMENT_READY);
	GOOD(f, pair(f, &two));
}

static void r15_an_override_is_kept_with_its_reason(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	const struct ch_list_query query = {.list = CH_LIST_OVERRIDES};
	struct ch_grid grid;

	two.learner = scheme_person(f, "Cal Poe", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	f->c.override_reason = "met her at the open day";
	f->c.override_rules = "R15";
	GOOD(f, pair(f, &two));
	f->c.override_reason = NULL;
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
}

/* R16: of people nothing about performance is kept, so that nothing can be matched on it. */
static void r16_no_field_keeps_a_performance_rating(void **state)
{
	(void)state;
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++)
		for (size_t i = 0; i < ch_entity_of((enum ch_entity_id)id)->field_count; i++) {
			const char *key = ch_entity_of((enum ch_entity_id)id)->fields[i].key;

			assert_null(strstr(key, "performance"));
			assert_null(strstr(key, "appraisal"));
		}
}

static void r17_manager_recommends_before_the_match_and_not_after(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	struct ch_enrolment enrolment;

	set(f, CH_ENROLMENT, 1, "recommendation", "Somebody who knows budgets");
	GOOD(f, pair(f, &two));
	GOOD(f, ch_enrolment_get(&f->c, 1, &f->arena, &enrolment, &f->err));
	assert_string_equal(enrolment.recommendation, "Somebody who knows budgets");
	enrolment.recommendation = "Ada, please";
	assert_int_equal(ch_enrolment_set(&f->c, &enrolment, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R17");
	f->err = CH_NO_ERROR;
	set(f, CH_ENROLMENT, 1, "notes", "something else may change");
}

static enum ch_status recommend(struct scheme_fixture *f, const struct two *two, int64_t guide)
{
	struct ch_wish wish;

	f->err = CH_NO_ERROR;
	ch_record_start(ch_entity_of(CH_WISH), &wish);
	wish.programme_id = two->programme;
	wish.person_id = two->learner;
	wish.wished_id = guide;
	wish.asked_by = CH_WISH_BY_MANAGER;
	return ch_wish_add(&f->c, &wish, &f->err);
}

/* While a pairing is ending its learner waits for the next match: for that the manager may recommend, in both ways. */
static void r17_manager_recommends_for_the_next_match_once_one_is_ending(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_closure closure = {.on = CH_NO_DATE,
					   .kind = CH_CLOSURE_ENDED_EARLY,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_MUTUAL};
	struct two two = two_of(f, CH_KIND_MENTORING);

	GOOD(f, pair(f, &two));
	assert_int_equal(recommend(f, &two, two.guide), CH_DATA);
	assert_string_equal(f->err.rule, "R17");
	assert_string_equal(f->err.overridable, "R17");
	f->err = CH_NO_ERROR;
	scheme_start(f, 1);
	GOOD(f, ch_pairing_close(&f->c, 1, &closure, &f->err));
	assert_int_equal(scheme_get_pairing(f, 1).state, CH_PAIRING_CLOSING);
	set(f, CH_ENROLMENT, 1, "recommendation", "Ada again, please");
	GOOD(f, recommend(f, &two, two.guide));
}

static void r19_who_is_outside_eligibility_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	struct ch_eligibility rule;

	ch_record_start(ch_entity_of(CH_ELIGIBILITY), &rule);
	rule.programme_id = two.programme;
	rule.side = CH_SIDE_LEARNER;
	rule.field = CH_ELIGIBLE_BY_SEEKS;
	rule.allowed = "career; confidence";
	GOOD(f, ch_part_add(&f->c, CH_ELIGIBILITY, &rule, &f->err));
	refused_by(f, &two, "R19", "seeks must be career / confidence");
	set(f, CH_PERSON, two.learner, "seeks", "finance; Confidence");
	GOOD(f, pair(f, &two));
}

static void r19_caps_are_kept(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING), more = two;

	set(f, CH_SETTINGS, two.programme, "most_per_guide", "1");
	GOOD(f, pair(f, &two));
	more.learner = scheme_person(f, "Cal Poe", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_ready(f, more.programme, more.learner);
	refused_by(f, &more, "R19", "which allows 1");
	set(f, CH_SETTINGS, two.programme, "most_per_guide", "");
	set(f, CH_SETTINGS, two.programme, "most_learners", "1");
	refused_by(f, &more, "R19", "allows 1 mentee or coachee");
	set(f, CH_SETTINGS, two.programme, "most_learners", "2");
	GOOD(f, pair(f, &more));
}

static void r20_each_blank_part_of_the_design_is_named(void **state)
{
	static const char *const parts[] = {"purpose", "focus_areas", "mentoring_models", "components",
					    "matching_process"};
	struct scheme_fixture *f = *state;

	for (size_t blank = 0; blank < 5; blank++) {
		struct ch_programme programme;

		ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
		programme.kind = CH_KIND_MENTORING;
		programme.name = ch_arena_printf(&f->arena, "P%zu", blank);
		for (size_t i = 0; i < 5; i++)
			if (i != blank)
				GOOD(f, ch_field_set(ch_field_named(ch_entity_of(CH_PROGRAMME), parts[i]), &programme,
						     "said", CH_NO_DATE, &f->arena, &f->err));
		GOOD(f, ch_programme_add(&f->c, &programme, &f->err));
		assert_int_equal(ch_programme_open(&f->c, programme.programme_id, &f->err), CH_DATA);
		assert_string_equal(f->err.rule, "R20");
		assert_non_null(strstr(f->err.message,
				       ch_field_named(ch_entity_of(CH_PROGRAMME), parts[blank])->label));
		f->err = CH_NO_ERROR;
	}
}

/* New programme, open, pairing, introduction and session on the same day, no design record. */
static void r21_coaching_begins_the_same_day(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = {0};
	struct ch_programme programme;
	struct ch_session session;
	struct ch_session_logged logged;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "At once";
	programme.kind = CH_KIND_COACHING;
	GOOD(f, ch_programme_add(&f->c, &programme, &f->err));
	GOOD(f, ch_programme_open(&f->c, programme.programme_id, &f->err));
	two.guide = scheme_person(f, "Ada Lee", NULL, COACH, "finance", NULL, 5);
	two.learner = scheme_person(f, "Ben Cho", NULL, COACHEE, NULL, "finance", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme.programme_id, two.guide, two.learner);
	scheme_start(f, pairing);
	for (int i = 0; i < 2; i++) {
		ch_record_start(ch_entity_of(CH_SESSION), &session);
		session.pairing_id = pairing;
		session.introduction = i == 0 ? CH_YES : CH_NO;
		GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	}
	assert_int_equal(scheme_get_pairing(f, pairing).sessions_held, 2);
}

static void r22_the_ninth_coachee_makes_one_finding(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Group", CH_KIND_COACHING), enrolled;

	for (int i = 0; i < 8; i++)
		scheme_person(f, ch_arena_printf(&f->arena, "Coachee %d", i), NULL, COACHEE, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	assert_int_equal(found(f, "R22").count, 0);
	scheme_person(f, "The ninth", NULL, COACHEE, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	assert_int_equal(found(f, "R22").count, 1);
	set(f, CH_SETTINGS, programme, "large_group", "10");
	assert_int_equal(found(f, "R22").count, 0);
}

static void r23_reasons_suggest_a_kind(void **state)
{
	int coaching, mentoring;

	(void)state;
	assert_int_equal(ch_intake_advice(1 << CH_REASON_SUCCESSION, &coaching, &mentoring), CH_KIND_MENTORING);
	assert_int_equal(ch_intake_advice(1 << CH_REASON_NEW_SYSTEM, &coaching, &mentoring), CH_KIND_COACHING);
	assert_int_equal(ch_intake_advice(1 << CH_REASON_NEW_SYSTEM | 1 << CH_REASON_BALANCE, &coaching, &mentoring),
			 CH_NO_KIND);
	assert_int_equal(coaching, 1);
	assert_int_equal(mentoring, 1);
	assert_int_equal(ch_intake_advice(0, &coaching, &mentoring), CH_NO_KIND);
	assert_int_equal(ch_field_named(ch_entity_of(CH_ENROLMENT), "intake_reasons")->access, CH_CLASS_COORDINATOR);
}

static void r24_purpose_begins_as_the_programmes_usual_one(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	struct ch_programme programme;
	struct ch_agreement agreement;

	int64_t pairing = scheme_pairing(f, two.programme, two.guide, two.learner);
	scheme_start(f, pairing);
	assert_int_equal(found(f, "R24").count, 1);
	GOOD(f, ch_programme_get(&f->c, two.programme, &f->arena, &programme, &f->err));
	programme.usual_purpose = CH_PURPOSE_EXPERTISE;
	GOOD(f, ch_programme_set(&f->c, &programme, &f->err));
	two.learner = scheme_person(f, "Cal Poe", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	pairing = scheme_pairing(f, two.programme, two.guide, two.learner);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	assert_int_equal(agreement.purpose, CH_PURPOSE_EXPERTISE);
}

/* Induction mentoring may be short (R40), and a cohort is of its own programme. */
static void cohorts_are_of_their_programme(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t other = scheme_programme(f, "Spring", CH_KIND_MENTORING);
	struct ch_enrolment enrolment;
	struct ch_cohort cohort;
	int64_t id;

	ch_record_start(ch_entity_of(CH_COHORT), &cohort);
	cohort.name = "March";
	cohort.programme_id = other;
	GOOD(f, ch_part_add(&f->c, CH_COHORT, &cohort, &f->err));
	REFUSED(f, CH_DATA, ch_part_add(&f->c, CH_COHORT, &cohort, &f->err));
	GOOD(f, ch_enrolment_get(&f->c, 1, &f->arena, &enrolment, &f->err));
	assert_int_equal(enrolment.programme_id, two.programme);
	GOOD(f, ch_find(&f->c, CH_COHORT, "march", &id, &f->err));
	enrolment.cohort_id = id;
	REFUSED(f, CH_DATA, ch_enrolment_set(&f->c, &enrolment, &f->err));
	cohort.name = "March too";
	cohort.programme_id = two.programme;
	GOOD(f, ch_part_add(&f->c, CH_COHORT, &cohort, &f->err));
	enrolment.cohort_id = cohort.cohort_id;
	GOOD(f, ch_enrolment_set(&f->c, &enrolment, &f->err));
	REFUSED(f, CH_DATA, ch_part_remove(&f->c, CH_COHORT, cohort.cohort_id, &f->err));
	GOOD(f, ch_part_remove(&f->c, CH_COHORT, id, &f->err));
}

static void r77_bodies_are_offered(void **state)
{
	size_t count = 0;

	(void)state;
	while (ch_credential_bodies()[count] != NULL)
		count++;
	assert_true(count >= 3);
	assert_non_null(strstr(ch_credential_bodies()[0], "ILM"));
}

static void start_refused(struct scheme_fixture *f, int64_t pairing, const char *rule)
{
	assert_int_equal(ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, rule);
	f->err = CH_NO_ERROR;
}

/* Refused while it is missing or out of date, listed for live pairings, cleared by renewal. */
static void r78_a_required_check_in_date_is_needed_to_begin(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	struct ch_requirement required;
	struct ch_agreement agreement;
	struct ch_agreed agreed = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};

	ch_record_start(ch_entity_of(CH_REQUIREMENT), &required);
	required.programme_id = two.programme;
	required.name = "DBS";
	required.valid_months = 36;
	GOOD(f, ch_part_add(&f->c, CH_REQUIREMENT, &required, &f->err));
	int64_t pairing = scheme_pairing(f, two.programme, two.guide, two.learner);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &agreed, &f->err));
	start_refused(f, pairing, "R78");
	credential(f, two.guide, CH_CREDENTIAL_CHECK, "dbs", "2023-11-01", NULL);
	start_refused(f, pairing, "R78");
	credential(f, two.guide, CH_CREDENTIAL_CHECK, "DBS", "2024-01-05", NULL);
	GOOD(f, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_int_equal(found(f, "required-check-missing").count, 0);
	assert_int_equal(found(f, "required-check-expiring").count, 1);
	scheme_today(f, "2027-02-01");
	assert_int_equal(found(f, "required-check-missing").count, 1);
	credential(f, two.guide, CH_CREDENTIAL_CHECK, "DBS", "2027-01-20", NULL);
	assert_int_equal(found(f, "R78").count, 0);
}

/* Two pairings of a mentor who leaves: one goes to another mentor, the other is closed; all of it or nothing. */
static void r84_a_leavers_pairings_close_or_are_handed_over_in_one(void **state)
{
	struct scheme_fixture *f = *state;
	struct two two = two_of(f, CH_KIND_MENTORING);
	int64_t other = scheme_person(f, "Eve Hand", NULL, MENTOR, "finance", NULL, 0);
	int64_t second = scheme_person(f, "Cal Poe", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	int64_t kept = scheme_pairing(f, two.programme, two.guide, two.learner);
	int64_t ended = scheme_pairing(f, two.programme, two.guide, second);
	struct ch_hand_over hand_over = {.pairing_id = kept, .guide_id = other};
	struct ch_leaving leaving = {.on = CH_NO_DATE, .close = true, .hand_over = &hand_over, .hand_over_count = 1};
	struct ch_agreement agreement;
	struct ch_enrolment enrolment;
	struct ch_undone undone;
	struct ch_person person;
	struct ch_left left;

	scheme_start(f, kept);
	/* The other mentor has no place: nothing at all is done. */
	assert_int_equal(ch_person_leave(&f->c, two.guide, &leaving, &left, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R13");
	f->err = CH_NO_ERROR;
	assert_int_equal(scheme_get_pairing(f, kept).state, CH_PAIRING_ACTIVE);
	assert_int_equal(scheme_get_pairing(f, ended).state, CH_PAIRING_CONTRACTING);
	set(f, CH_PERSON, other, "capacity", "2");
	GOOD(f, ch_person_leave(&f->c, two.guide, &leaving, &left, &f->err));
	assert_int_equal(left.handed_over, 1);
	assert_int_equal(left.closed, 1);
	assert_int_equal(left.open, 0);
	assert_int_equal(left.withdrawn, 1);
	assert_int_equal(scheme_get_pairing(f, kept).state, CH_PAIRING_CLOSING);
	assert_int_equal(scheme_get_pairing(f, ended).state, CH_PAIRING_CLOSED);
	struct ch_pairing taken = scheme_get_pairing(f, ended + 1);
	assert_int_equal(taken.guide_id, other);
	assert_int_equal(taken.learner_id, two.learner);
	assert_int_equal(taken.state, CH_PAIRING_CONTRACTING);
	GOOD(f, ch_agreement_draft(&f->c, taken.pairing_id, &f->arena, &agreement, &f->err));
	assert_int_not_equal(agreement.agreement_id, 0);
	assert_int_equal(agreement.conflict_declared, CH_UNSAID);
	GOOD(f, ch_person_get(&f->c, two.guide, &f->arena, &person, &f->err));
	assert_int_equal(person.left_on, ch_date_from_iso("2026-11-23"));
	GOOD(f, ch_enrolment_get(&f->c, 2, &f->arena, &enrolment, &f->err));
	assert_int_equal(found(f, "somebody-left").count, 0);
	/* Taken back with one key. */
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(scheme_get_pairing(f, kept).state, CH_PAIRING_ACTIVE);
	assert_int_equal(scheme_get_pairing(f, ended).state, CH_PAIRING_CONTRACTING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r8_internal_coach_without_training_is_refused),
		TEST(r8_external_coach_without_qualification_is_pointed_out),
		TEST(r10_expertise_is_known_before_acceptance),
		TEST(r13_who_is_not_available_is_refused),
		TEST(r13_places_are_confirmed_now_and_then),
		TEST(r14_no_hours_is_no_pairing_and_unknown_hours_only_if_asked_for),
		TEST(r15_unanswered_readiness_refuses_acceptance),
		TEST(r15_an_override_is_kept_with_its_reason),
		TEST(r16_no_field_keeps_a_performance_rating),
		TEST(r17_manager_recommends_before_the_match_and_not_after),
		TEST(r17_manager_recommends_for_the_next_match_once_one_is_ending),
		TEST(r19_who_is_outside_eligibility_is_refused),
		TEST(r19_caps_are_kept),
		TEST(r20_each_blank_part_of_the_design_is_named),
		TEST(r21_coaching_begins_the_same_day),
		TEST(r22_the_ninth_coachee_makes_one_finding),
		TEST(r23_reasons_suggest_a_kind),
		TEST(r24_purpose_begins_as_the_programmes_usual_one),
		TEST(cohorts_are_of_their_programme),
		TEST(r77_bodies_are_offered),
		TEST(r78_a_required_check_in_date_is_needed_to_begin),
		TEST(r84_a_leavers_pairings_close_or_are_handed_over_in_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
