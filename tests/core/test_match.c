/* Proposing pairs for a programme: who is proposed to whom, why, and who is left and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_scheme.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)
#define COACH (1 << CH_ROLE_COACH)
#define COACHEE (1 << CH_ROLE_COACHEE)

/* ---- Making people and asking -------------------------------------------------- */

static void set_manager(struct scheme_fixture *f, int64_t person_id, int64_t manager_id)
{
	struct ch_person person = scheme_person_of(f, person_id);

	person.manager_id = manager_id;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

static void set_languages(struct scheme_fixture *f, int64_t person_id, const char *languages)
{
	struct ch_person person = scheme_person_of(f, person_id);

	person.languages = languages;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

static void refuse_open(struct scheme_fixture *f, enum ch_status wanted, int64_t programme)
{
	struct ch_matching *matching;

	REFUSED(f, wanted, ch_matching_open(&f->c, programme, &matching, &f->err));
	assert_null(matching);
}

static struct ch_proposal proposal_of(struct scheme_fixture *f, int64_t proposal_id)
{
	struct ch_proposal proposal;

	GOOD(f, ch_proposal_get(&f->c, proposal_id, &f->arena, &proposal, &f->err));
	return proposal;
}

/* Nothing that the checks of this rule refuse is among what is open. */
static void assert_no_finding(struct scheme_fixture *f, const char *check)
{
	struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	assert_int_equal(findings.count, 0);
}

/* ---- Who with whom -------------------------------------------------------------- */

static void reasons_and_score_of_a_pair(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Alison Abbott", "Gardening; IT basics; Welsh", 3);
	int64_t learner = scheme_mentee(f, "Catrin Oldroyd", "Cooking; gardening; it BASICS");

	set_languages(f, guide, "Welsh; English");
	set_languages(f, learner, "English");
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_int_equal(result.pair_count, 1);
	assert_int_equal(result.pairs[0].guide_id, guide);
	assert_int_equal(result.pairs[0].learner_id, learner);
	assert_string_equal(result.pairs[0].guide_name, "Alison Abbott");
	assert_string_equal(result.pairs[0].learner_name, "Catrin Oldroyd");
	assert_int_equal(result.pairs[0].score, 27);
	assert_int_equal(result.score, 27);
	assert_int_equal(result.most, 40);
	assert_int_equal(result.places_left, 2);
	assert_true(result.optimal);
	assert_string_equal(
		result.pairs[0].text,
		"Before acceptance: Catrin Oldroyd is still to be found ready (R15)\n"
		"Areas sought, 27 of 40: Alison Abbott offers 2 of 3 areas sought: gardening, it BASICS; not "
		"Cooking\n"
		"Languages: both speak English\n"
		"Hours a month: not known of either\n"
		"Places: 2 of 3 left after this");
}

static void what_is_not_known_is_said_and_forbids_nothing(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_mentor(f, "Alison Abbott", NULL, CH_UNKNOWN);
	scheme_mentee(f, "Catrin Oldroyd", NULL);
	int64_t second = scheme_mentee(f, "Dai Pugh", NULL);
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_int_equal(result.pair_count, 1);
	assert_int_equal(result.pairs[0].score, 0);
	assert_string_equal(result.pairs[0].text, "Before acceptance: Catrin Oldroyd is still to be found ready "
						  "(R15)\n"
						  "Before acceptance: what Alison Abbott offers is still to be "
						  "recorded (R10)\n"
						  "Languages: not known of either\n"
						  "Hours a month: not known of either\n"
						  "Places: not known, taken as 1; none left after this");
	assert_string_equal(result.notes[0], "Nothing to compare yet, so no points for: Areas sought, Field of work, "
					     "Wishes, Area, Times, Experience, Recommendation.");
	assert_string_equal(scheme_left_out(&result, second)->reason_code, "places_full");
}

static void most_are_matched_then_the_best(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t anna = scheme_mentor(f, "Anna Ash", "Gardening; Cooking", 1);
	int64_t bea = scheme_mentor(f, "Bea Birch", "Sewing", 1);
	int64_t eve = scheme_mentee(f, "Eve Elm", "Gardening; Cooking");
	int64_t fay = scheme_mentee(f, "Fay Fir", "Gardening; Sewing");

	set_languages(f, bea, "Welsh");
	set_languages(f, fay, "English");
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	/* Fay can only have Anna, so that Eve, who suits Anna better, has Bea. */
	assert_int_equal(scheme_pair_proposed(&result, fay)->guide_id, anna);
	assert_int_equal(scheme_pair_proposed(&result, eve)->guide_id, bea);
	assert_int_equal(result.score, 20);
}

static void the_enrolment_says_more_than_the_person(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Anna Ash", "Gardening", 3);
	int64_t learner = scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	struct ch_enrolment of_guide = scheme_enrolment(programme, guide, CH_ROLE_MENTOR);
	struct ch_enrolment of_learner = scheme_enrolment(programme, learner, CH_ROLE_MENTEE);

	of_guide.offers = "Cooking";
	of_guide.capacity = 1;
	of_learner.seeks = "Cooking; Sewing";
	GOOD(f, ch_enrolment_add(&f->c, &of_guide, &f->err));
	GOOD(f, ch_enrolment_add(&f->c, &of_learner, &f->err));
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.score, 20);
	assert_int_equal(result.places_left, 0);
	assert_string_equal(result.pairs[0].reasons[1].text,
			    "Anna Ash offers 1 of 2 areas sought: Cooking; not Sewing");
	assert_string_equal(result.pairs[0].reasons[4].text, "0 of 1 in this programme left after this");
}

static void nobody_who_is_not_there_is_proposed(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Anna Ash", "Gardening", 9);
	int64_t gone = scheme_mentee(f, "Eve Elm", "Gardening"), withdrawn = scheme_mentee(f, "Fay Fir", "Gardening");
	int64_t paired = scheme_mentee(f, "Gus Gum", "Gardening"), waiting = scheme_mentee(f, "Hal Hop", "Gardening");
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	int64_t there[] = {gone, paired, waiting};
	struct ch_enrolment made = scheme_enrolment(programme, guide, CH_ROLE_MENTOR);

	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	for (size_t i = 0; i < 3; i++) {
		made = scheme_enrolment(programme, there[i], CH_ROLE_MENTEE);
		GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	}
	made = scheme_enrolment(programme, withdrawn, CH_ROLE_MENTEE);
	made.state = CH_ENROLMENT_WITHDRAWN;
	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	struct ch_person left = scheme_person_of(f, gone);
	left.left_on = ch_date_from_iso("2026-11-01");
	GOOD(f, ch_person_set(&f->c, &left, &f->err));
	scheme_pairing(f, programme, guide, paired);
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 1);
	assert_int_equal(result.left_count, 0);
	assert_int_equal(result.pairs[0].learner_id, waiting);
}

/* ---- Rules ---------------------------------------------------------------------- */

static void r2_never_above_or_below_in_mentoring_at_any_depth(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t top = scheme_mentor(f, "Anna Ash", "Gardening", 5);
	int64_t middle = scheme_mentor(f, "Bea Birch", "Gardening", 5);
	int64_t low = scheme_mentee(f, "Eve Elm", "Gardening"), boss = scheme_mentee(f, "Fay Fir", "Gardening");

	set_manager(f, low, middle);
	set_manager(f, middle, top);
	set_manager(f, top, boss);
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 0);
	assert_string_equal(scheme_left_out(&result, low)->reason_code, "rules");
	assert_string_equal(scheme_left_out(&result, low)->reason,
			    "no mentor passes the rules: 2 in the reporting line (R2)");
	assert_string_equal(scheme_left_out(&result, boss)->reason_code, "rules");
	assert_int_equal(result.places_left, 10);
	/* A sibling is in nobody's line. */
	int64_t sibling = scheme_mentor(f, "Cleo Cedar", "Gardening", 1);
	set_manager(f, sibling, middle);
	struct ch_enrolment made = scheme_enrolment(programme, sibling, CH_ROLE_MENTOR);
	GOOD(f, ch_enrolment_add(&f->c, &made, &f->err));
	result = scheme_propose(f, programme, true);
	assert_int_equal(scheme_pair_proposed(&result, low)->guide_id, sibling);
}

/* No run proposes who is above the coachee, at whatever depth; the other way round, and a sibling, it does. */
static void r4_in_coaching_no_run_proposes_who_is_above(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t boss = scheme_person(f, "Dora Date", NULL, COACH, "Listening", NULL, 1);
	int64_t guide = scheme_person(f, "Anna Ash", NULL, COACH, "Listening", NULL, 1);
	int64_t learner = scheme_person(f, "Eve Elm", NULL, COACHEE, NULL, "Listening", CH_UNKNOWN);

	set_manager(f, guide, boss);
	set_manager(f, learner, guide);
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_COACHING);
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 0);
	assert_string_equal(scheme_left_out(&result, learner)->reason,
			    "no coach passes the rules: 2 above them in the reporting line (R4)");
	struct ch_proposal by_hand = {.programme_id = programme, .guide_id = guide, .learner_id = learner,
				      .expires_on = CH_NO_DATE};
	GOOD(f, ch_proposal_add(&f->c, &by_hand, &f->err));
	GOOD(f, ch_proposal_get(&f->c, by_hand.proposal_id, &f->arena, &by_hand, &f->err));
	assert_non_null(strstr(by_hand.reasons, "above them in the reporting line (R4)"));
	assert_non_null(strstr(by_hand.reasons, "marked manager-coach"));
}

static void in_coaching_a_coachee_may_be_above_the_coach(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_person(f, "Anna Ash", NULL, COACH, "Listening", NULL, 1);
	int64_t learner = scheme_person(f, "Eve Elm", NULL, COACHEE, NULL, "Listening", CH_UNKNOWN);

	set_manager(f, guide, learner);
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_COACHING), false);
	assert_int_equal(scheme_pair_proposed(&result, learner)->guide_id, guide);
}

static void set_department(struct scheme_fixture *f, int64_t person_id, const char *department)
{
	struct ch_person person = scheme_person_of(f, person_id);

	person.department = department;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

/* Kept apart only where the programme says so; written in whichever case; who has none on record is of nobody's. */
static void r19_departments_are_kept_apart(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Anna Ash", "Gardening", 1);
	int64_t learner = scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_settings settings;
	struct ch_proposal by_hand = {.programme_id = programme, .guide_id = guide, .learner_id = learner,
				      .expires_on = CH_NO_DATE};

	set_department(f, guide, "Finance");
	set_department(f, learner, "finance");
	struct ch_match_result result = scheme_propose(f, programme, true);
	assert_int_equal(scheme_pair_proposed(&result, learner)->guide_id, guide);
	GOOD(f, ch_settings_get(&f->c, programme, &f->arena, &settings, &f->err));
	settings.departments_apart = CH_YES;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	result = scheme_propose(f, programme, true);
	assert_int_equal(result.pair_count, 0);
	assert_string_equal(scheme_left_out(&result, learner)->reason,
			    "no mentor passes the rules: 1 in the same department (R19)");
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &by_hand, &f->err));
	assert_string_equal(f->err.rule, "R19");
	f->c.override_rules = "R19";
	f->c.override_reason = "no other department has a gardener";
	GOOD(f, ch_proposal_add(&f->c, &by_hand, &f->err));
	f->c.override_reason = NULL;
	set_department(f, guide, NULL);
	result = scheme_propose(f, programme, true);
	assert_int_equal(scheme_pair_proposed(&result, learner)->guide_id, guide);
}

static void each_rule_tells_how_many_it_removed(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t both = scheme_person(f, "Anna Ash", NULL, MENTOR | MENTEE, "Gardening", "Gardening", 1);
	int64_t boss = scheme_mentor(f, "Bea Birch", "Gardening", 1);
	int64_t foreign = scheme_mentor(f, "Cleo Cedar", "Gardening", 1);
	int64_t partner = scheme_mentor(f, "Dora Date", "Gardening", 2);

	set_manager(f, both, boss);
	set_languages(f, both, "English");
	set_languages(f, foreign, "Welsh; Polish");
	scheme_pairing(f, scheme_programme(f, "Another", CH_KIND_MENTORING), partner, both);
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_int_equal(result.pair_count, 0);
	assert_string_equal(scheme_left_out(&result, both)->reason,
			    "no mentor passes the rules: 1 the same person (R1), 1 paired with them already (R1), "
			    "1 in the reporting line (R2), 1 no language in common");
}

static void a_live_pair_is_no_pair_the_other_way_round(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t one = scheme_person(f, "Anna Ash", NULL, MENTOR | COACHEE, "Gardening", "Listening", 2);
	int64_t two = scheme_person(f, "Eve Elm", NULL, MENTEE | COACH, "Listening", "Gardening", 2);

	scheme_pairing(f, scheme_programme(f, "Another", CH_KIND_COACHING), two, one);
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_string_equal(scheme_left_out(&result, two)->reason,
			    "no mentor passes the rules: 1 paired with them already (R1)");
}

static void no_guides_is_said(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t learner = scheme_mentee(f, "Eve Elm", "Gardening");
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);

	assert_string_equal(scheme_left_out(&result, learner)->reason_code, "no_guides");
	assert_string_equal(scheme_left_out(&result, learner)->reason, "no mentor is enrolled in Trying");
	result = scheme_propose(f, scheme_programme(f, "Empty", CH_KIND_MENTORING), true);
	assert_int_equal(result.pair_count + result.left_count, 0);
}

static void r13_places_count_over_all_programmes_and_kinds(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t busy = scheme_person(f, "Anna Ash", NULL, MENTOR | COACH, "Gardening", NULL, 2);
	int64_t coachee = scheme_person(f, "Cy Coe", NULL, COACHEE, NULL, NULL, CH_UNKNOWN);
	int64_t one = scheme_mentee(f, "Eve Elm", "Gardening"), two = scheme_mentee(f, "Fay Fir", "Gardening");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	int64_t elsewhere = scheme_programme(f, "Elsewhere", CH_KIND_COACHING);
	struct ch_match_result result = scheme_propose(f, programme, true);

	assert_int_equal(result.pair_count, 2);
	int64_t pairing = scheme_pairing(f, elsewhere, busy, coachee);
	result = scheme_propose(f, programme, true);
	assert_int_equal(scheme_pair_proposed(&result, one)->guide_id, busy);
	assert_string_equal(scheme_left_out(&result, two)->reason_code, "places_full");
	assert_string_equal(scheme_left_out(&result, two)->reason,
			    "no mentor who suits has a place left: Anna Ash (score 40); one more place with "
			    "Anna Ash would match one person more");
	scheme_start(f, pairing);
	assert_int_equal(scheme_propose(f, programme, true).pair_count, 1);
	GOOD(f, ch_pairing_pause(&f->c, pairing, CH_NO_DATE, CH_NO_DATE, &f->err));
	assert_int_equal(scheme_propose(f, programme, true).pair_count, 1);
	/* What has ended takes no place. */
	struct ch_closure closure = {
		.on = CH_NO_DATE, .kind = CH_CLOSURE_ENDED_EARLY, .initiator = CH_BY_BOTH, .reason = CH_BECAUSE_OTHER};
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_int_equal(scheme_propose(f, programme, true).pair_count, 2);
}

static void open_proposals_elsewhere_take_places(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_mentor(f, "Anna Ash", "Gardening", 1);
	scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t one = scheme_programme_all(f, "One", CH_KIND_MENTORING);
	int64_t two = scheme_programme_all(f, "Two", CH_KIND_MENTORING);

	assert_int_equal(scheme_propose(f, one, false).pair_count, 1);
	assert_int_equal(scheme_propose(f, two, true).pair_count, 0);
	/* The programme's own drafts are made anew and take none; past its day a proposal takes none either. */
	assert_int_equal(scheme_propose(f, one, true).pair_count, 1);
	scheme_today(f, "2026-12-14");
	assert_int_equal(scheme_propose(f, two, true).pair_count, 0);
	scheme_today(f, "2026-12-15");
	assert_int_equal(scheme_propose(f, two, true).pair_count, 1);
}

static void full_names_three_the_best_first(void **state)
{
	static const char *const offers[] = {"Sewing", "Gardening", "Sewing", "Gardening; Cooking", "Sewing"};
	static const char *const names[] = {"Anna Ash", "Bea Birch", "Cleo Cedar", "Dora Date", "Ella Elder"};
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < 5; i++)
		scheme_mentor(f, names[i], offers[i], 0);
	int64_t learner = scheme_mentee(f, "Eve Elm", "Gardening; Cooking");
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_string_equal(scheme_left_out(&result, learner)->reason,
			    "no mentor who suits has a place left: Dora Date (score 40), Bea Birch (score 20), "
			    "Anna Ash (score 0) and 2 more; one more place with any of them would match one person "
			    "more");
}

/* ---- Saving --------------------------------------------------------------------- */

static void dry_run_saves_nothing(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_mentor(f, "Anna Ash", "Gardening", 1);
	scheme_mentee(f, "Eve Elm", "Gardening");
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), true);
	assert_int_equal(result.pairs[0].proposal_id, 0);
	assert_int_equal(scheme_proposals(f), 0);
}

static void proposing_anew_supersedes_drafts_and_expires_what_is_past(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_mentor(f, "Anna Ash", "Gardening", 2);
	scheme_mentee(f, "Eve Elm", "Gardening");
	scheme_mentee(f, "Fay Fir", "Gardening");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_match_result first = scheme_propose(f, programme, false);
	assert_int_equal(first.pair_count, 2);
	struct ch_proposal made = proposal_of(f, first.pairs[0].proposal_id);
	assert_int_equal(made.state, CH_PROPOSAL_DRAFTED);
	assert_int_equal(made.score, 40);
	assert_int_equal(made.expires_on, ch_date_from_iso("2026-12-14"));
	/* Both of Anna's places are proposed by now: what is true of today is said of today. */
	assert_string_equal(made.reasons, "Before acceptance: Eve Elm is still to be found ready (R15)\n"
					  "Areas sought, 40 of 40: Anna Ash offers all that is sought: Gardening\n"
					  "Languages: not known of either\n"
					  "Hours a month: not known of either\n"
					  "Places: 0 of 2 left after this");
	scheme_ready(f, programme, made.learner_id);
	made = proposal_of(f, first.pairs[0].proposal_id);
	assert_null(strstr(made.reasons, "Before acceptance"));

	/* An approved one stays, and its learner waits no longer. */
	GOOD(f, ch_proposal_approve(&f->c, first.pairs[0].proposal_id, 0, CH_NO_DATE, &f->err));
	struct ch_match_result second = scheme_propose(f, programme, false);
	assert_int_equal(second.pair_count, 1);
	assert_int_equal(second.pairs[0].learner_id, first.pairs[1].learner_id);
	assert_int_equal(proposal_of(f, first.pairs[0].proposal_id).state, CH_PROPOSAL_APPROVED);
	assert_int_equal(proposal_of(f, first.pairs[1].proposal_id).state, CH_PROPOSAL_SUPERSEDED);
	assert_int_equal(proposal_of(f, second.pairs[0].proposal_id).state, CH_PROPOSAL_DRAFTED);

	scheme_today(f, "2027-01-04");
	assert_int_equal(scheme_propose(f, programme, false).pair_count, 2);
	assert_int_equal(proposal_of(f, first.pairs[0].proposal_id).state, CH_PROPOSAL_EXPIRED);
	assert_int_equal(proposal_of(f, second.pairs[0].proposal_id).state, CH_PROPOSAL_EXPIRED);
	assert_int_equal(scheme_proposals(f), 5);
}

static void a_declined_pair_is_not_proposed_again(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t best = scheme_mentor(f, "Anna Ash", "Gardening", 1), other = scheme_mentor(f, "Bea Birch", "Sewing", 1);
	int64_t learner = scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);
	struct ch_match_result result = scheme_propose(f, programme, false);

	assert_int_equal(scheme_pair_proposed(&result, learner)->guide_id, best);
	GOOD(f, ch_proposal_decline(&f->c, result.pairs[0].proposal_id, CH_BY_LEARNER, CH_DECLINE_NOT_A_FIT,
			NULL, &f->err));
	result = scheme_propose(f, programme, false);
	assert_int_equal(scheme_pair_proposed(&result, learner)->guide_id, other);
	GOOD(f, ch_proposal_decline(&f->c, result.pairs[0].proposal_id, CH_BY_GUIDE, CH_DECLINE_NO_TIME,
			NULL, &f->err));
	result = scheme_propose(f, programme, false);
	assert_string_equal(scheme_left_out(&result, learner)->reason,
			    "no mentor passes the rules: 2 declined before in this programme");
}

static void a_closed_programme_is_refused_one_in_design_is_not(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_programme design;

	scheme_mentor(f, "Anna Ash", "Gardening", 1);
	scheme_mentee(f, "Eve Elm", "Gardening");
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING), enrolled;
	GOOD(f, ch_programme_close(&f->c, programme, &f->err));
	refuse_open(f, CH_DATA, programme);
	assert_string_equal(f->err.message, "Trying is closed: no pair is proposed in it any more");

	ch_record_start(ch_entity_of(CH_PROGRAMME), &design);
	design.name = "Draft";
	design.kind = CH_KIND_MENTORING;
	GOOD(f, ch_programme_add(&f->c, &design, &f->err));
	GOOD(f, ch_enrolment_add_all(&f->c, design.programme_id, &enrolled, &f->err));
	assert_int_equal(scheme_propose(f, design.programme_id, false).pair_count, 1);
	refuse_open(f, CH_MISSING, 99);
}

static void only_the_coordinator_proposes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t guide = scheme_mentor(f, "Anna Ash", "Gardening", 1);
	int64_t programme = scheme_programme_all(f, "Trying", CH_KIND_MENTORING);

	f->c.actor = (struct ch_actor){.person_id = guide, .name = "Anna Ash", .channel = "test"};
	refuse_open(f, CH_NOT_ALLOWED, programme);
}

/* ---- The order in which people came ---------------------------------------------- */

enum { CROWD = 12 };

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The same people, added in an order that the seed shuffles; what is proposed, by names. */
static const char *proposed_to_crowd(struct scheme_fixture *f, uint32_t seed, struct ch_arena *arena)
{
	static const char *const areas[] = {"Gardening", "Gardening; Cooking", "Cooking; Sewing", "Sewing; IT basics"};
	size_t order[2 * CROWD];
	struct ch_buffer all = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < 2 * CROWD; i++)
		order[i] = i;
	for (size_t i = 2 * CROWD - 1; seed != 0 && i > 0; i--) {
		size_t j = next_random(&seed) % (i + 1), swapped = order[i];
		order[i] = order[j];
		order[j] = swapped;
	}
	for (size_t i = 0; i < 2 * CROWD; i++) {
		size_t number = order[i] % CROWD;
		bool is_mentor = order[i] < CROWD;
		/* Every third bears the same name, and is known by the e-mail alone. */
		const char *name = ch_arena_printf(arena, "%s %c", is_mentor ? "Max" : "Mia",
						   number % 3 == 0 ? 'Z' : (char)('A' + number));
		const char *email = ch_arena_printf(arena, "%s%zu@example.org", is_mentor ? "max" : "mia", number);
		scheme_person(f, name, email, is_mentor ? MENTOR : MENTEE, is_mentor ? areas[number % 4] : NULL,
			      is_mentor ? NULL : areas[number * 7 % 4], is_mentor ? (int64_t)(number % 2) : CH_UNKNOWN);
	}
	struct ch_match_result result = scheme_propose(f, scheme_programme_all(f, "Trying", CH_KIND_MENTORING), false);
	for (size_t i = 0; i < result.pair_count; i++)
		ch_buffer_printf(&all, "%s with %s %lld\n", scheme_person_of(f, result.pairs[i].learner_id).email,
				 scheme_person_of(f, result.pairs[i].guide_id).email, (long long)result.pairs[i].score);
	for (size_t i = 0; i < result.left_count; i++)
		ch_buffer_printf(&all, "%s without: %s\n", scheme_person_of(f, result.left[i].learner_id).email,
				 result.left[i].reason);
	assert_int_equal(result.pair_count, CROWD / 2);
	assert_no_finding(f, "R1");
	assert_no_finding(f, "R2");
	assert_no_finding(f, "R13");
	const char *copy = ch_arena_copy(arena, all.text);
	ch_buffer_release(&all);
	return copy;
}

static void the_order_people_came_in_does_not_matter(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *first = NULL;

	(void)state;
	for (uint32_t seed = 0; seed < 8; seed++) {
		void *fixture = NULL;
		assert_int_equal(scheme_setup(&fixture), 0);
		const char *proposed = proposed_to_crowd(fixture, seed, &arena);
		if (first == NULL)
			first = proposed;
		assert_string_equal(proposed, first);
		scheme_teardown(&fixture);
	}
	ch_arena_release(&arena);
}

#define scheme_test(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		scheme_test(reasons_and_score_of_a_pair),
		scheme_test(what_is_not_known_is_said_and_forbids_nothing),
		scheme_test(most_are_matched_then_the_best),
		scheme_test(the_enrolment_says_more_than_the_person),
		scheme_test(nobody_who_is_not_there_is_proposed),
		scheme_test(r2_never_above_or_below_in_mentoring_at_any_depth),
		scheme_test(r4_in_coaching_no_run_proposes_who_is_above),
		scheme_test(in_coaching_a_coachee_may_be_above_the_coach),
		scheme_test(r19_departments_are_kept_apart),
		scheme_test(each_rule_tells_how_many_it_removed),
		scheme_test(a_live_pair_is_no_pair_the_other_way_round),
		scheme_test(no_guides_is_said),
		scheme_test(r13_places_count_over_all_programmes_and_kinds),
		scheme_test(open_proposals_elsewhere_take_places),
		scheme_test(full_names_three_the_best_first),
		scheme_test(dry_run_saves_nothing),
		scheme_test(proposing_anew_supersedes_drafts_and_expires_what_is_past),
		scheme_test(a_declined_pair_is_not_proposed_again),
		scheme_test(a_closed_programme_is_refused_one_in_design_is_not),
		scheme_test(only_the_coordinator_proposes),
		cmocka_unit_test(the_order_people_came_in_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
