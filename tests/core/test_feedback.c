/* Closing with feedback, and outcomes that tell of nobody alone (R36, R65, R66, R70, R71, R72, R74, R75, R79). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/state.h"
#include "scheme_fixture.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)

static int64_t started_pair(struct scheme_fixture *f, int64_t programme)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme, guide, learner);

	scheme_start(f, pairing);
	return pairing;
}

static void end_it(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_COMPLETED,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_PLANNED_END};

	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
}

static struct ch_feedback form_of(int64_t pairing, int side, int form)
{
	struct ch_feedback feedback;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	feedback.side = side;
	feedback.form = form;
	return feedback;
}

static void answer_end(struct scheme_fixture *f, int64_t pairing, int side, int64_t aided_learning)
{
	struct ch_feedback feedback = form_of(pairing, side, CH_FEEDBACK_END);

	feedback.aided_learning = aided_learning;
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
}

static int state_of(struct scheme_fixture *f, int64_t pairing)
{
	return scheme_get_pairing(f, pairing).state;
}

static struct ch_feedback read(struct scheme_fixture *f, int64_t id)
{
	struct ch_feedback feedback;

	GOOD(f, ch_feedback_get(&f->c, id, &f->arena, &feedback, &f->err));
	return feedback;
}

static void r65_one_form_keeps_it_closing(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));

	end_it(f, pairing);
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSING);
	answer_end(f, pairing, CH_SIDE_GUIDE, 4);
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSING);
	answer_end(f, pairing, CH_SIDE_LEARNER, 5);
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSED);
}

static void r65_what_does_not_come_is_not_received_by_itself(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));
	int64_t lapsed;

	end_it(f, pairing); /* on 23 November; 28 days are waited */
	answer_end(f, pairing, CH_SIDE_GUIDE, 4);
	scheme_today(f, "2026-12-21");
	GOOD(f, ch_feedback_lapse(&f->c, &lapsed, &f->err));
	assert_int_equal(lapsed, 0);
	scheme_today(f, "2026-12-22");
	GOOD(f, ch_feedback_lapse(&f->c, &lapsed, &f->err));
	assert_int_equal(lapsed, 1);
	assert_int_equal(read(f, 2).state, CH_FEEDBACK_IS_NOT_RECEIVED);
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSED);
	answer_end(f, pairing, CH_SIDE_LEARNER, 5); /* a late answer is a fact, too */
	assert_int_equal(read(f, 2).state, CH_FEEDBACK_IS_RECEIVED);
}

static void r65_waiving_needs_a_reason_and_settles(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));

	end_it(f, pairing);
	REFUSED(f, CH_DATA, ch_feedback_waive(&f->c, 1, "", &f->err));
	GOOD(f, ch_feedback_waive(&f->c, 1, "on leave", &f->err));
	assert_string_equal(read(f, 1).waived_because, "on leave");
	REFUSED(f, CH_DATA, ch_feedback_waive(&f->c, 1, "on leave", &f->err));
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSING);
}

static void r65_places_are_free_in_closing(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	int64_t pairing = started_pair(f, programme); /* of a guide with one place */
	int64_t guide = scheme_get_pairing(f, pairing).guide_id;
	int64_t next = scheme_person(f, "Bo Diaz", NULL, MENTEE, NULL, "Gardening", CH_UNKNOWN);
	struct ch_pairing second;

	scheme_ready(f, programme, next);
	ch_record_start(ch_entity_of(CH_PAIRING), &second);
	second.programme_id = programme;
	second.guide_id = guide;
	second.learner_id = next;
	REFUSED(f, CH_DATA, ch_pairing_add(&f->c, &second, &f->err));
	end_it(f, pairing);
	assert_int_equal(state_of(f, pairing), CH_PAIRING_CLOSING);
	GOOD(f, ch_pairing_add(&f->c, &second, &f->err));
}

static void r66_r70_r71_the_form_of_the_end_asks(void **state)
{
	static const char *const asked[] = {"helpful", "aided_learning", "gained_hopes", "fed_back",
					    "similar_alone", "confidence", "competence", "independence"};
	const char *const *questions = ch_feedback_questions(CH_FEEDBACK_END, CH_SIDE_LEARNER);

	(void)state;
	for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
		bool found = false;
		for (const char *const *at = questions; *at != NULL; at++)
			found |= strcmp(*at, asked[i]) == 0;
		assert_true(found);
	}
}

/* It is what is told of a guide at a proposal: nobody says it of themself. */
static void r67_whether_the_guide_was_helpful_is_the_learners_to_say(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));
	struct ch_feedback guide = form_of(pairing, CH_SIDE_GUIDE, CH_FEEDBACK_END);
	struct ch_feedback learner = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_END);

	end_it(f, pairing);
	guide.helpful = learner.helpful = 4;
	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &guide, &f->err));
	assert_string_equal(f->err.field, "helpful");
	GOOD(f, ch_feedback_record(&f->c, &learner, &f->err));
	guide.helpful = CH_UNKNOWN;
	guide.gained_hopes = 4;
	GOOD(f, ch_feedback_record(&f->c, &guide, &f->err));
}

static void r66_only_what_a_form_asks_is_taken(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));
	struct ch_feedback start = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_START);
	struct ch_feedback early = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_END);

	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &start, &f->err));
	start.helpful = 3;
	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &start, &f->err));
	assert_string_equal(f->err.field, "helpful");
	start.helpful = CH_UNKNOWN;
	start.confidence = 11;
	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &start, &f->err));
	start.confidence = 10;
	GOOD(f, ch_feedback_record(&f->c, &start, &f->err));
	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &start, &f->err)); /* once */
	early.helpful = 3;
	REFUSED(f, CH_DATA, ch_feedback_record(&f->c, &early, &f->err));
	assert_string_equal(f->err.rule, "R65");
}

static void assert_follow_up(struct scheme_fixture *f, const char *ended, const char *due)
{
	int64_t pairing;
	struct ch_list_query query = {.list = CH_LIST_FEEDBACK, .filter = "form:follow_up"};
	struct ch_grid grid;
	char iso[CH_DATE_SIZE];

	scheme_today(f, ended);
	pairing = started_pair(f, scheme_programme(f, ended, CH_KIND_MENTORING));
	end_it(f, pairing);
	query.pairing_id = pairing;
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(ch_date_iso(read(f, grid.rows[0].id).due_on, iso), due);
}

static void r75_follow_up_is_due_after_six_months(void **state)
{
	struct scheme_fixture *f = *state;

	assert_follow_up(f, "2026-01-01", "2026-07-01");
	assert_follow_up(f, "2026-08-31", "2027-02-28");
	assert_follow_up(f, "2027-08-31", "2028-02-29");
}

static size_t findings_of(struct scheme_fixture *f, const char *check)
{
	struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

static void r36_not_a_good_fit_opens_a_re_match(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	int64_t pairing = started_pair(f, programme);
	struct ch_feedback comfort = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_COMFORT);
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_COORDINATOR,
				     .reason = CH_BECAUSE_NOT_A_FIT};

	scheme_today(f, "2026-12-22");
	assert_int_equal(findings_of(f, "comfort-check-due"), 0);
	scheme_today(f, "2026-12-23");
	assert_int_equal(findings_of(f, "comfort-check-due"), 1);
	comfort.fit = CH_FIT_NOT_A_FIT;
	GOOD(f, ch_feedback_record(&f->c, &comfort, &f->err));
	assert_int_equal(findings_of(f, "comfort-check-due"), 0);
	assert_int_equal(findings_of(f, "re-match-wanted"), 1);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).guide_id;
	assert_int_equal(findings_of(f, "re-match-wanted"), 0); /* the mentor's desk says nothing of it */
	f->c.actor.person_id = 0;
	struct ch_closure begun;
	GOOD(f, ch_pairing_suggest_closure(&f->c, pairing, &begun, &f->err));
	assert_int_equal(begun.kind, CH_CLOSURE_ENDED_EARLY);
	assert_int_equal(begun.initiator, CH_BY_LEARNER);
	assert_int_equal(begun.reason, CH_BECAUSE_NOT_A_FIT);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).guide_id;
	GOOD(f, ch_pairing_suggest_closure(&f->c, pairing, &begun, &f->err));
	assert_int_equal(begun.reason, CH_NO_CLOSURE_REASON); /* R79: the other side's answer is in no form of theirs */
	f->c.actor.person_id = 0;
	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	assert_int_equal(findings_of(f, "re-match-wanted"), 0);
	assert_int_equal(findings_of(f, "re-match-waiting"), 1);
	int64_t other = scheme_person(f, "Bo Diaz", NULL, MENTOR, "Gardening", NULL, 1);
	scheme_pairing(f, programme, other, scheme_get_pairing(f, pairing).learner_id);
	assert_int_equal(findings_of(f, "re-match-waiting"), 0);
}

static void r74_a_pulse_is_due_on_day_30_and_every_60(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	int64_t pairing = started_pair(f, programme);
	struct ch_feedback guide = form_of(pairing, CH_SIDE_GUIDE, CH_FEEDBACK_PULSE);
	struct ch_feedback learner = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_PULSE);
	struct ch_settings settings;

	scheme_today(f, "2026-12-23");
	assert_int_equal(findings_of(f, "pulse-due"), 0); /* off in the light preset */
	GOOD(f, ch_settings_get(&f->c, programme, &f->arena, &settings, &f->err));
	settings.pulse_first_days = 30;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_int_equal(findings_of(f, "pulse-due"), 1);
	guide.quality = learner.quality = 4;
	GOOD(f, ch_feedback_record(&f->c, &guide, &f->err));
	assert_int_equal(findings_of(f, "pulse-due"), 1); /* of both */
	GOOD(f, ch_feedback_record(&f->c, &learner, &f->err));
	assert_int_equal(findings_of(f, "pulse-due"), 0);
	scheme_today(f, "2027-02-20");
	assert_int_equal(findings_of(f, "pulse-due"), 0);
	scheme_today(f, "2027-02-21");
	assert_int_equal(findings_of(f, "pulse-due"), 1);
}

/* A planted phrase of each side is nowhere to be seen on the desk of the other. */
static void r79_each_sides_answers_stay_hidden_from_the_other(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));
	struct ch_pairing two = scheme_get_pairing(f, pairing);

	for (int side = CH_SIDE_GUIDE; side <= CH_SIDE_LEARNER; side++) {
		for (int form = 1; form < CH_FEEDBACK_END; form++) {
			struct ch_feedback planted = form_of(pairing, side, form), seen;
			struct ch_list_query query = {.list = CH_LIST_FEEDBACK};
			struct ch_grid grid;

			f->c.actor.person_id = 0;
			planted.remarks = "zzyzx";
			GOOD(f, ch_feedback_record(&f->c, &planted, &f->err));
			f->c.actor.person_id = side == CH_SIDE_GUIDE ? two.learner_id : two.guide_id;
			REFUSED(f, CH_NOT_ALLOWED,
				ch_feedback_get(&f->c, planted.feedback_id, &f->arena, &seen, &f->err));
			REFUSED(f, CH_NOT_ALLOWED, ch_feedback_record(&f->c, &planted, &f->err));
			GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
			for (size_t i = 0; i < grid.row_count; i++)
				assert_int_not_equal(grid.rows[i].id, planted.feedback_id);
			f->c.actor.person_id = planted.person_id;
			GOOD(f, ch_feedback_get(&f->c, planted.feedback_id, &f->arena, &seen, &f->err));
			assert_string_equal(seen.remarks, "zzyzx");
		}
	}
}

/* ---- Outcomes ---- */

static int64_t number_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return strtoll(grid->rows[row].cells[i], NULL, 10);
	fail_msg("no column %s", key);
	return 0;
}

/* Answers that the report counts, of both programmes or one, up to a day. */
static int64_t answers_in(struct scheme_fixture *f, int64_t programme, const char *from, const char *to)
{
	struct ch_report_query query = {.name = "outcomes",
					.programme_id = programme,
					.from = from == NULL ? CH_NO_DATE : ch_date_from_iso(from),
					.to = ch_date_from_iso(to)};
	struct ch_grid grid;
	int64_t answers = 0;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++)
		answers += number_of(&grid, i, "answers");
	return answers;
}

/* One learner of the programme ends and answers on that day. */
static void one_answers(struct scheme_fixture *f, int64_t programme, const char *day)
{
	int64_t pairing;

	scheme_today(f, day);
	pairing = started_pair(f, programme);
	end_it(f, pairing);
	answer_end(f, pairing, CH_SIDE_LEARNER, 4);
}

static void r72_four_answers_are_suppressed_and_five_are_not(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);

	for (int i = 0; i < 4; i++)
		one_answers(f, programme, "2026-11-23");
	assert_int_equal(answers_in(f, programme, NULL, "2026-11-23"), 0);
	one_answers(f, programme, "2026-11-23");
	assert_int_equal(answers_in(f, programme, NULL, "2026-11-23"), 5);
}

/*
 * One answer a day for seventeen days, in two programmes in turn. Whatever is subtracted from whatever (periods from
 * each other, a programme from both, a day's report from that of the day before): a multiple of five is left.
 */
static void r72_subtraction_leaves_whole_fives(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programmes[] = {scheme_programme(f, "One", CH_KIND_MENTORING),
				scheme_programme(f, "Two", CH_KIND_MENTORING), 0};
	int64_t seen_before[3] = {0};
	char from[24], to[24];

	for (int day = 1; day <= 17; day++) {
		snprintf(to, sizeof to, "2026-12-%02d", day);
		one_answers(f, programmes[day % 3 == 0], to);
		for (int p = 0; p < 3; p++) {
			int64_t all = answers_in(f, programmes[p], NULL, to);
			assert_int_equal((all - seen_before[p]) % 5, 0);
			seen_before[p] = all;
			for (int first = 1; first <= day; first += 3) {
				snprintf(from, sizeof from, "2026-12-%02d", first);
				assert_int_equal((all - answers_in(f, programmes[p], from, to)) % 5, 0);
			}
		}
		assert_int_equal(seen_before[2], seen_before[0] + seen_before[1]);
	}
	assert_int_equal(seen_before[2], 15); /* 12 and 5 answers: two batches and one */
}

static void r72_no_report_reads_an_answer_but_by_fives(void **state)
{
	static const char *const spies[] = {"SELECT helpful FROM feedback", "SELECT remarks FROM feedback",
					    "SELECT avg(confidence) FROM feedback", "SELECT value FROM outcome_answer"};
	struct scheme_fixture *f = *state;
	struct ch_own_file own;
	bool replaced;

	for (size_t i = 0; i < sizeof spies / sizeof spies[0]; i++)
		REFUSED(f, CH_NOT_ALLOWED,
			ch_own_file_add(&f->c, "spy.sql",
					ch_arena_printf(&f->arena, "-- report: spy\n-- title: Spy\n-- about: All.\n"
								   "-- columns: x:text:X\n%s\n", spies[i]),
					&f->arena, &own, &replaced, &f->err));
	GOOD(f, ch_own_file_add(&f->c, "fives.sql",
				"-- report: fives\n-- title: Fives\n-- about: All.\n-- columns: x:text:X\n"
				"SELECT total FROM outcome\n", &f->arena, &own, &replaced, &f->err));
}

static void r71_growth_is_end_minus_start(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	struct ch_report_query query = {.name = "growth", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	for (int i = 0; i < 5; i++) {
		int64_t pairing = started_pair(f, programme);
		struct ch_feedback start = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_START);
		struct ch_feedback end = form_of(pairing, CH_SIDE_LEARNER, CH_FEEDBACK_END);
		start.confidence = 4;
		end.confidence = 4 + i; /* grown by 0 to 4: 2 on average */
		GOOD(f, ch_feedback_record(&f->c, &start, &f->err));
		end_it(f, pairing);
		GOOD(f, ch_feedback_record(&f->c, &end, &f->err));
	}
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_int_equal(number_of(&grid, 0, "answers"), 5);
	assert_int_equal(number_of(&grid, 0, "growth"), 2);
}

static void answers_are_never_undone(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Trying", CH_KIND_MENTORING));
	struct ch_undone undone;

	end_it(f, pairing);
	answer_end(f, pairing, CH_SIDE_GUIDE, 4);
	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(read(f, 1).state, CH_FEEDBACK_IS_RECEIVED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r65_one_form_keeps_it_closing),
		TEST(r65_what_does_not_come_is_not_received_by_itself),
		TEST(r65_waiving_needs_a_reason_and_settles),
		TEST(r65_places_are_free_in_closing),
		cmocka_unit_test(r66_r70_r71_the_form_of_the_end_asks),
		TEST(r66_only_what_a_form_asks_is_taken),
		TEST(r67_whether_the_guide_was_helpful_is_the_learners_to_say),
		TEST(r75_follow_up_is_due_after_six_months),
		TEST(r36_not_a_good_fit_opens_a_re_match),
		TEST(r74_a_pulse_is_due_on_day_30_and_every_60),
		TEST(r79_each_sides_answers_stay_hidden_from_the_other),
		TEST(r72_four_answers_are_suppressed_and_five_are_not),
		TEST(r72_subtraction_leaves_whole_fives),
		TEST(r72_no_report_reads_an_answer_but_by_fives),
		TEST(r71_growth_is_end_minus_start),
		TEST(answers_are_never_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
