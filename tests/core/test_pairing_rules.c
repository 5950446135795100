/*
 * What a pairing agrees, and what becomes of its sessions, actions and goals:
 * the rules from the agreement to the end. The number of the rule begins the
 * name of its test.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define GUIDE (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNER (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static const struct ch_agreed both = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};

/* Another pair, of new people in a new programme. */
static int64_t new_pair(struct scheme_fixture *f, int kind)
{
	int64_t number;

	GOOD(f, ch_scheme_count(&f->c, CH_PAIRING, &number, &f->err));
	return scheme_pairing(f, scheme_programme(f, ch_arena_printf(&f->arena, "Programme %d", (int)number), kind),
			      scheme_person(f, "Ada Lee", NULL, GUIDE, "finance", NULL, 5),
			      scheme_person(f, "Ben Cho", NULL, LEARNER, NULL, "finance", CH_UNKNOWN));
}

static int64_t started_pair(struct scheme_fixture *f, int kind)
{
	int64_t pairing = new_pair(f, kind);

	scheme_start(f, pairing);
	return pairing;
}

static struct ch_session on(int64_t pairing_id, const char *date)
{
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	session.session_date = ch_date_from_iso(date);
	return session;
}

static struct ch_session_logged log_on(struct scheme_fixture *f, int64_t pairing_id, const char *date,
				       const struct ch_session_record *record)
{
	struct ch_session session = on(pairing_id, date);
	struct ch_session_logged logged;

	session.no_actions = record != NULL && record->action_count == 0 ? CH_YES : CH_UNSAID;
	GOOD(f, ch_session_log(&f->c, &session, record, &logged, &f->err));
	return logged;
}

static struct ch_findings found(struct scheme_fixture *f, const char *check)
{
	const struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings;
}

static void start_refused(struct scheme_fixture *f, int64_t pairing, const char *rule)
{
	REFUSED(f, CH_DATA, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_string_equal(f->err.rule, rule);
}

static void add_goal(struct scheme_fixture *f, int64_t pairing, int kind, const char *text, int64_t *id)
{
	struct ch_goal goal;

	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = pairing;
	goal.kind = kind;
	GOOD(f, ch_goal_add(&f->c, &goal, text, &f->err));
	if (id != NULL)
		*id = goal.goal_id;
}

/* ---- The agreement ------------------------------------------------------------------ */

static void r28_it_begins_from_the_programmes_usual_terms(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	scheme_sql(f, "UPDATE programme SET interval = '2 weeks', usual_minutes = 45, usual_place = 'by video'");
	log_on(f, pairing, "2026-11-20", NULL); /* in contracting, too */
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	assert_string_equal(agreement.interval, "2 weeks");
	assert_int_equal(agreement.usual_minutes, 45);
	assert_string_equal(agreement.usual_place, "by video");
	start_refused(f, pairing, "R28");
}

static void r29_one_yes_is_not_enough(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	const struct ch_agreed learner = {.learner = true, .how = CH_HOW_EMAIL, .on = CH_NO_DATE};
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &learner, &f->err));
	start_refused(f, pairing, "R29");
	assert_non_null(strstr(f->err.message, "Ada Lee"));
	assert_null(strstr(f->err.message, "Ben Cho,"));
}

static void r31_each_missing_field_is_named(void **state)
{
	static const char *const labels[] = {"Meet every", "Usual day and time", "Usual length", "Usual place",
					     "Starts on", "Planned end"};
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	scheme_sql(f, "UPDATE agreement SET interval = NULL, usual_day = NULL, usual_minutes = NULL,"
		      " usual_place = NULL, starts_on = NULL, planned_end_on = NULL");
	start_refused(f, pairing, "R31");
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		assert_non_null(strstr(f->err.message, labels[i]));
}

static void r33_two_days_and_a_hundred_are_pointed_out_thirty_are_not(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t close = started_pair(f, CH_KIND_MENTORING), far = started_pair(f, CH_KIND_MENTORING);
	int64_t well = started_pair(f, CH_KIND_MENTORING);

	log_on(f, well, "2026-10-01", NULL);
	log_on(f, well, "2026-10-31", NULL);
	assert_int_equal(found(f, "too-soon").count + found(f, "gap-too-long").count, 0);
	log_on(f, close, "2026-11-01", NULL);
	log_on(f, close, "2026-11-03", NULL);
	log_on(f, far, "2026-07-24", NULL);
	log_on(f, far, "2026-11-01", NULL);
	assert_int_equal(found(f, "too-soon").count, 1);
	assert_int_equal(found(f, "too-soon").items[0].pairing_id, close);
	assert_int_equal(found(f, "gap-too-long").count, 1);
	assert_int_equal(found(f, "gap-too-long").items[0].pairing_id, far);
}

static void r38_coaching_needs_an_end_or_a_count(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_COACHING);
	struct ch_agreement agreement;

	add_goal(f, pairing, CH_GOAL_KIND_GOAL, "Speak up", NULL);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.planned_sessions = CH_UNKNOWN;
	agreement.planned_end_on = CH_NO_DATE;
	agreement.open_ended = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	start_refused(f, pairing, "R38");
	agreement.planned_sessions = 2;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	GOOD(f, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	log_on(f, pairing, "2026-11-01", NULL);
	assert_int_equal(found(f, "planned-sessions-held").count, 0);
	log_on(f, pairing, "2026-11-20", NULL);
	assert_int_equal(found(f, "planned-sessions-held").count, 1);
	agreement.planned_sessions = 4; /* extended on purpose */
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	assert_int_equal(found(f, "planned-sessions-held").count, 0);
}

static void r39_r40_six_months_of_mentoring_warn_unless_it_is_an_induction(void **state)
{
	struct scheme_fixture *f = *state;

	started_pair(f, CH_KIND_MENTORING);
	assert_int_equal(found(f, "mentoring-too-short").count, 0);
	scheme_sql(f, "UPDATE programme SET planned_months = 6");
	assert_int_equal(found(f, "mentoring-too-short").count, 1);
	scheme_sql(f, "UPDATE programme SET planned_months = 3, type = 'induction'");
	assert_int_equal(found(f, "mentoring-too-short").count, 0);
}

/* To the day: nine months from 31 January end on 31 October. Of coaching and of an induction nothing is found. */
static void r39_a_pair_that_agrees_on_half_a_year_is_pointed_out(void **state)
{
	static const struct {
		const char *sql;
		size_t found;
	} cases[] = {
		{"UPDATE agreement SET starts_on = '2026-01-31', planned_end_on = '2026-10-31'", 0},
		{"UPDATE agreement SET planned_end_on = '2026-10-30'", 1},
		{"UPDATE agreement SET open_ended = 'yes'", 0},
		{"UPDATE agreement SET open_ended = 'no'; UPDATE programme SET type = 'induction'", 0},
		{"UPDATE programme SET type = 'standard', kind = 'coaching'; UPDATE pairing SET kind = 'coaching'", 0},
	};
	struct scheme_fixture *f = *state;

	started_pair(f, CH_KIND_MENTORING);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		scheme_sql(f, cases[i].sql);
		assert_int_equal(found(f, "agreed-too-short").count, cases[i].found);
	}
}

static void r40_mentoring_may_have_no_end(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.planned_end_on = CH_NO_DATE;
	agreement.open_ended = CH_NO;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	start_refused(f, pairing, "R31");
	agreement.open_ended = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	GOOD(f, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
}

static void r41_a_blank_declaration_is_named(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	assert_int_equal(found(f, "conflict-not-declared").count, 1);
	assert_non_null(strstr(found(f, "conflict-not-declared").items[0].says, "Ada Lee"));
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.conflict_declared = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
	assert_int_equal(found(f, "conflict-not-declared").count, 0);
}

/* ---- Sessions and actions ----------------------------------------------------------- */

static void r30_the_learner_has_aims_and_has_told_the_guide(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = new_pair(f, CH_KIND_MENTORING);
	struct ch_agreement agreement;

	assert_int_equal(found(f, "aims-not-told").count, 0);
	log_on(f, pairing, "2026-11-20", NULL); /* it can be logged */
	assert_int_equal(found(f, "aims-not-told").count, 1);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.aims_shared_on = ch_date_from_iso("2026-11-20");
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(found(f, "aims-not-told").count, 1); /* until both are there */
	add_goal(f, pairing, CH_GOAL_KIND_FOCUS_AREA, "Self-confidence", NULL);
	assert_int_equal(found(f, "aims-not-told").count, 0);
}

static void set_grade(struct scheme_fixture *f, int64_t person_id, int64_t grade)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &person, &f->err));
	person.grade = grade;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

static void r5_a_mentor_of_lower_grade_warns_until_it_is_marked(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	struct ch_pairing row = scheme_get_pairing(f, pairing);
	struct ch_agreement agreement;

	set_grade(f, row.guide_id, 5);
	assert_int_equal(found(f, "mentor-not-senior").count, 0); /* not known is no violation */
	set_grade(f, row.learner_id, 7);
	assert_int_equal(found(f, "mentor-not-senior").count, 1);
	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.experience = CH_EXPERIENCE_REVERSE;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	assert_int_equal(found(f, "mentor-not-senior").count, 0);
	agreement.experience = CH_NO_EXPERIENCE;
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	set_grade(f, row.learner_id, 4);
	assert_int_equal(found(f, "mentor-not-senior").count, 0);
}

static void r42_each_omission_keeps_a_record_unfinished_and_it_counts(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	const struct ch_session_record summed_up = {.learning = "Asks for help sooner"};
	struct ch_session session = on(pairing, "2026-11-02");
	struct ch_session_logged logged;

	session.no_actions = CH_YES; /* no word on what was learned */
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	assert_false(logged.complete);
	session = on(pairing, "2026-11-09"); /* no word on actions */
	GOOD(f, ch_session_log(&f->c, &session, &summed_up, &logged, &f->err));
	assert_false(logged.complete);
	assert_true(log_on(f, pairing, "2026-11-16", &summed_up).complete);
	assert_int_equal(scheme_get_pairing(f, pairing).sessions_held, 3);
	assert_int_equal(scheme_get_pairing(f, pairing).unfinished_records, 2);
	assert_int_equal(found(f, "unfinished-record").count, 1);
	GOOD(f, ch_session_finish(&f->c, 1, NULL, false, true, &f->err)); /* the pair keeps it */
	GOOD(f, ch_session_finish(&f->c, 2, NULL, true, false, &f->err));
	assert_int_equal(found(f, "unfinished-record").count, 0);
}

static int64_t count_of(struct scheme_fixture *f, const char *filter)
{
	const struct ch_list_query query = {.list = CH_LIST_ACTIONS, .filter = filter};
	int64_t count;

	GOOD(f, ch_list_count(&f->c, &query, &count, &f->err));
	return count;
}

static void r43_an_action_is_listed_for_its_owner_and_when_due(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	const struct ch_new_action action = {.owner = CH_SIDE_LEARNER, .due_on = ch_date_from_iso("2026-11-20"),
					     .text = "Ring the centre"};
	const struct ch_session_record record = {.learning = "L", .actions = &action, .action_count = 1};
	struct ch_session_logged logged = log_on(f, pairing, "2026-11-10", &record);
	struct ch_action made;

	GOOD(f, ch_action_get(&f->c, 1, &f->arena, &made, &f->err));
	assert_int_equal(made.session_id, logged.session_id);
	assert_int_equal(made.state, CH_ACTION_OPEN);
	assert_int_equal(count_of(f, "owner:learner state:open due<2026-11-21"), 1);
	assert_int_equal(count_of(f, "owner:guide"), 0);
	assert_int_equal(found(f, "actions-overdue").count, 1);
}

/* The same two sessions, with an action that was not reviewed: coaching holds to account, mentoring reminds. */
static void r44_r45_not_reviewed_is_unfinished_in_coaching_alone(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_new_action action = {.owner = CH_SIDE_LEARNER, .due_on = CH_NO_DATE, .text = "Ring the centre"};
	const struct ch_session_record first = {.learning = "L", .actions = &action, .action_count = 1};
	const struct ch_session_record second = {.learning = "M"};

	for (int kind = CH_KIND_COACHING; kind <= CH_KIND_MENTORING; kind++) {
		int64_t pairing = started_pair(f, kind);

		log_on(f, pairing, "2026-10-20", &first);
		struct ch_session_logged logged = log_on(f, pairing, "2026-11-20", &second);
		assert_int_equal(logged.to_review, 1); /* pointed out in either */
		assert_int_equal(logged.complete, kind == CH_KIND_MENTORING);
	}
}

static void r54_an_action_between_sessions_is_accepted(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_COACHING);
	struct ch_action action;

	log_on(f, pairing, "2026-11-02", NULL);
	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = pairing;
	GOOD(f, ch_action_add(&f->c, &action, "Try the new opening", &f->err));
	assert_int_equal(action.session_id, 0);
	assert_int_equal(scheme_get_pairing(f, pairing).open_actions, 1);
}

static void r57_the_coachee_owns_the_actions(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_COACHING);
	struct ch_action action;

	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = pairing;
	GOOD(f, ch_action_add(&f->c, &action, NULL, &f->err));
	assert_int_equal(action.owner, CH_SIDE_LEARNER);
	assert_int_equal(found(f, "coach-owned-action").count, 0);
	action.owner = CH_SIDE_GUIDE;
	GOOD(f, ch_action_add(&f->c, &action, NULL, &f->err));
	assert_int_equal(found(f, "coach-owned-action").count, 1);
	assert_int_equal(found(f, "coach-owned-action").items[0].subject_id, action.action_id);
}

/* Equals are peers, and are pointed out as that; how far above a mentor should be is the programme's to say. */
static void r5_the_gap_is_the_programmes_to_set(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_pairing row = scheme_get_pairing(f, started_pair(f, CH_KIND_MENTORING));

	set_grade(f, row.guide_id, 5);
	set_grade(f, row.learner_id, 5);
	assert_int_equal(found(f, "mentor-not-senior").count, 1);
	scheme_sql(f, "UPDATE settings SET grade_gap = 0");
	assert_int_equal(found(f, "mentor-not-senior").count, 0);
	set_grade(f, row.guide_id, 7);
	scheme_sql(f, "UPDATE settings SET grade_gap = 2");
	assert_int_equal(found(f, "mentor-not-senior").count, 0);
	scheme_sql(f, "UPDATE settings SET grade_gap = 3");
	assert_int_equal(found(f, "mentor-not-senior").count, 1);
}

/* That they went back to it is marked on the session: a fact, and listed; the words stay theirs. */
static void r46_that_earlier_learning_was_revisited_is_marked(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_list_query query = {.list = CH_LIST_SESSIONS, .filter = "revisited:yes"};
	int64_t pairing = started_pair(f, CH_KIND_MENTORING);
	struct ch_session session = on(pairing, "2026-11-16");
	struct ch_session_logged logged;
	struct ch_grid grid;

	log_on(f, pairing, "2026-11-02", NULL);
	session.revisited = CH_YES;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_int_equal(grid.rows[0].id, logged.session_id);
}

static void r46_what_was_learned_before_is_in_sight_of_the_two(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_COACHING);
	const struct ch_session_record record = {.learning = "Names her own\nnext step"};
	const char *text;
	ch_date on_day;

	struct ch_session_logged first = log_on(f, pairing, "2026-11-02", &record);
	log_on(f, pairing, "2026-11-16", NULL); /* without a word */
	GOOD(f, ch_learning_last(&f->c, pairing, 0, &f->arena, &text, &on_day, &f->err));
	assert_null(text); /* the coordinator */
	f->c.actor.person_id = scheme_get_pairing(f, pairing).guide_id;
	GOOD(f, ch_learning_last(&f->c, pairing, 0, &f->arena, &text, &on_day, &f->err));
	assert_string_equal(text, "Names her own next step");
	assert_int_equal(on_day, ch_date_from_iso("2026-11-02"));
	GOOD(f, ch_learning_last(&f->c, pairing, first.session_id, &f->arena, &text, &on_day, &f->err));
	assert_null(text);
}

static void r47_an_arranged_session_without_an_aim_is_pointed_out(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_COACHING);
	struct ch_session session = on(pairing, "2026-11-25");

	log_on(f, pairing, "2026-11-02", NULL);
	assert_int_equal(found(f, "session-without-aim").count, 0); /* logging does not ask */
	GOOD(f, ch_session_arrange(&f->c, &session, NULL, &f->err));
	assert_int_equal(found(f, "session-without-aim").count, 1);
	session.aim = CH_YES;
	GOOD(f, ch_session_set(&f->c, &session, &f->err));
	assert_int_equal(found(f, "session-without-aim").count, 0);
}

static void r48_a_session_without_a_goal_is_flagged_where_that_is_asked_for(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_COACHING), other = started_pair(f, CH_KIND_COACHING);
	struct ch_session session;
	int64_t goal;

	struct ch_session_logged logged = log_on(f, pairing, "2026-11-02", NULL);
	assert_int_equal(found(f, "session-without-goal").count, 0);
	scheme_sql(f, "UPDATE settings SET goal_links = 'yes'");
	assert_int_equal(found(f, "session-without-goal").count, 1);
	GOOD(f, ch_session_get(&f->c, logged.session_id, &f->arena, &session, &f->err));
	add_goal(f, other, CH_GOAL_KIND_GOAL, "Theirs", &session.goal_id);
	REFUSED(f, CH_DATA, ch_session_set(&f->c, &session, &f->err));
	assert_string_equal(f->err.field, "goal_id");
	add_goal(f, pairing, CH_GOAL_KIND_GOAL, "Ours", &goal);
	session.goal_id = goal;
	GOOD(f, ch_session_set(&f->c, &session, &f->err));
	assert_int_equal(found(f, "session-without-goal").count, 0);
}

static void r50_a_place_rated_poor_twice_is_pointed_out_when_chosen_again(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, CH_KIND_MENTORING), other = started_pair(f, CH_KIND_MENTORING);
	struct ch_session session = on(other, "2026-11-30");
	struct ch_session_logged logged;

	session.place = "the foyer";
	GOOD(f, ch_session_arrange(&f->c, &session, NULL, &f->err));
	for (int day = 2; day <= 16; day += 14) {
		assert_int_equal(found(f, "poor-place").count, 0);
		session = on(pairing, day == 2 ? "2026-11-02" : "2026-11-16");
		session.place = "The Foyer";
		session.place_rating = 2;
		session.place_marks = 1 << CH_PLACE_OPEN;
		GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	}
	assert_int_equal(found(f, "poor-place").count, 1);
}

/* ---- Goals -------------------------------------------------------------------------- */

static void r55_coaching_needs_a_goal_and_mentoring_only_a_focus_area(void **state)
{
	struct scheme_fixture *f = *state;

	for (int kind = CH_KIND_COACHING; kind <= CH_KIND_MENTORING; kind++) {
		int64_t pairing = new_pair(f, kind);
		struct ch_agreement agreement;

		GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
		GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, &both, &f->err));
		add_goal(f, pairing, CH_GOAL_KIND_FOCUS_AREA, "Work/life balance", NULL);
		if (kind == CH_KIND_COACHING) {
			start_refused(f, pairing, "R55");
			add_goal(f, pairing, CH_GOAL_KIND_GOAL, "Chair the March meeting", NULL);
		}
		GOOD(f, ch_pairing_start(&f->c, pairing, CH_NO_DATE, &f->err));
	}
}

static void r56_no_coordinator_edits_the_wording_of_a_goal(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t goal, pairing = new_pair(f, CH_KIND_COACHING);
	struct ch_pairing row = scheme_get_pairing(f, pairing);
	enum ch_text_state text_state;
	const char *text;

	add_goal(f, pairing, CH_GOAL_KIND_GOAL, "Speak up", &goal); /* taken down for the two */
	f->c.override_reason = "I know better";
	f->c.override_rules = "R56";
	REFUSED(f, CH_NOT_ALLOWED, ch_pair_text_write(&f->c, row.spell_id, CH_TEXT_GOAL, goal, "Be quiet", &f->err));
	assert_non_null(strstr(f->err.fix, "R56"));
	f->c.override_reason = NULL;
	REFUSED(f, CH_NOT_ALLOWED, ch_goal_settle(&f->c, goal, CH_GOAL_DROPPED, &f->err));
	f->c.actor.person_id = row.guide_id;
	GOOD(f, ch_pair_text_write(&f->c, row.spell_id, CH_TEXT_GOAL, goal, "Speak up in meetings", &f->err));
	f->c.actor.person_id = row.learner_id;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_GOAL, goal, &f->arena, &text, &text_state, &f->err));
	assert_string_equal(text, "Speak up in meetings");
}

static void r68_when_all_goals_are_attained_it_is_time_to_close(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t second, pairing = started_pair(f, CH_KIND_COACHING);

	add_goal(f, pairing, CH_GOAL_KIND_GOAL, "Chair the March meeting", &second);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).learner_id;
	GOOD(f, ch_goal_settle(&f->c, second, CH_GOAL_ATTAINED, &f->err));
	f->c.actor.person_id = 0;
	assert_int_equal(found(f, "all-goals-attained").count, 0);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).learner_id;
	GOOD(f, ch_goal_settle(&f->c, second - 1, CH_GOAL_ATTAINED, &f->err));
	f->c.actor.person_id = 0;
	assert_int_equal(found(f, "all-goals-attained").count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r28_it_begins_from_the_programmes_usual_terms),
		TEST(r29_one_yes_is_not_enough),
		TEST(r31_each_missing_field_is_named),
		TEST(r33_two_days_and_a_hundred_are_pointed_out_thirty_are_not),
		TEST(r38_coaching_needs_an_end_or_a_count),
		TEST(r39_r40_six_months_of_mentoring_warn_unless_it_is_an_induction),
		TEST(r39_a_pair_that_agrees_on_half_a_year_is_pointed_out),
		TEST(r40_mentoring_may_have_no_end),
		TEST(r41_a_blank_declaration_is_named),
		TEST(r30_the_learner_has_aims_and_has_told_the_guide),
		TEST(r5_a_mentor_of_lower_grade_warns_until_it_is_marked),
		TEST(r42_each_omission_keeps_a_record_unfinished_and_it_counts),
		TEST(r43_an_action_is_listed_for_its_owner_and_when_due),
		TEST(r44_r45_not_reviewed_is_unfinished_in_coaching_alone),
		TEST(r46_what_was_learned_before_is_in_sight_of_the_two),
		TEST(r46_that_earlier_learning_was_revisited_is_marked),
		TEST(r5_the_gap_is_the_programmes_to_set),
		TEST(r47_an_arranged_session_without_an_aim_is_pointed_out),
		TEST(r48_a_session_without_a_goal_is_flagged_where_that_is_asked_for),
		TEST(r50_a_place_rated_poor_twice_is_pointed_out_when_chosen_again),
		TEST(r54_an_action_between_sessions_is_accepted),
		TEST(r57_the_coachee_owns_the_actions),
		TEST(r55_coaching_needs_a_goal_and_mentoring_only_a_focus_area),
		TEST(r56_no_coordinator_edits_the_wording_of_a_goal),
		TEST(r68_when_all_goals_are_attained_it_is_time_to_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
