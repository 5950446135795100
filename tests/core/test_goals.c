/* Goals: only the two rate how far, and what comes of it is told by fives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define COACH (1 << CH_ROLE_COACH)
#define COACHEE (1 << CH_ROLE_COACHEE)

struct pair {
	int64_t guide, learner, pairing;
};

/* A started pairing, which has one goal. */
static struct pair new_pair(struct scheme_fixture *f, int64_t programme)
{
	struct pair pair;

	pair.guide = scheme_person(f, "Alison Abbott", NULL, COACH, "Gardening", NULL, 1);
	pair.learner = scheme_person(f, "Catrin Oldroyd", NULL, COACHEE, NULL, "Gardening", CH_UNKNOWN);
	pair.pairing = scheme_pairing(f, programme, pair.guide, pair.learner);
	scheme_start(f, pair.pairing);
	return pair;
}

static int64_t add_goal(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_goal goal;

	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = pairing;
	GOOD(f, ch_goal_add(&f->c, &goal, "A planted phrase", &f->err));
	return goal.goal_id;
}

static void rate_as(struct scheme_fixture *f, int64_t actor, int64_t goal, int64_t level, int64_t weight)
{
	f->c.actor.person_id = actor;
	GOOD(f, ch_goal_rate(&f->c, goal, level, weight, &f->err));
	f->c.actor.person_id = 0;
}

static void end_with_feedback(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_GOALS_ATTAINED,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_GOALS};
	struct ch_feedback feedback;

	GOOD(f, ch_pairing_close(&f->c, pairing, &closure, &f->err));
	for (int side = CH_SIDE_GUIDE; side <= CH_SIDE_LEARNER; side++) {
		ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
		feedback.pairing_id = pairing;
		feedback.side = side;
		feedback.form = CH_FEEDBACK_END;
		feedback.aided_learning = 4;
		GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
	}
}

static void r59_ratings_are_the_pairs_and_a_coordinator_neither_gives_nor_reads_them(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = new_pair(f, scheme_programme(f, "Trying", CH_KIND_COACHING));
	int64_t second = add_goal(f, pair.pairing), score, rated;
	struct ch_goal goal;

	REFUSED(f, CH_NOT_ALLOWED, ch_goal_rate(&f->c, second, 1, CH_UNKNOWN, &f->err));
	rate_as(f, pair.learner, second, 1, CH_UNKNOWN);
	rate_as(f, pair.guide, second - 1, 0, CH_UNKNOWN);
	GOOD(f, ch_goal_get(&f->c, second, &f->arena, &goal, &f->err));
	assert_int_equal(goal.attained, CH_UNKNOWN);
	assert_int_equal(goal.weight, CH_UNKNOWN);
	GOOD(f, ch_goal_attained(&f->c, pair.pairing, &score, &rated, &f->err));
	assert_int_equal(score, CH_UNKNOWN);
	f->c.actor.person_id = pair.guide;
	GOOD(f, ch_goal_get(&f->c, second, &f->arena, &goal, &f->err));
	assert_int_equal(goal.attained, 1);
	GOOD(f, ch_goal_attained(&f->c, pair.pairing, &score, &rated, &f->err));
	assert_int_equal(score, 5620); /* two goals of weight 1, +1 and 0: FIELD.md */
	assert_int_equal(rated, 2);
	REFUSED(f, CH_DATA, ch_goal_rate(&f->c, second, 3, CH_UNKNOWN, &f->err));
	REFUSED(f, CH_DATA, ch_goal_rate(&f->c, second, 1, 0, &f->err));
}

static void what_was_attained_stands_when_it_is_over(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = new_pair(f, scheme_programme(f, "Trying", CH_KIND_COACHING));
	struct ch_feedback feedback;

	rate_as(f, pair.learner, 1, 2, 3);
	end_with_feedback(f, pair.pairing);
	f->c.actor.person_id = pair.learner;
	REFUSED(f, CH_DATA, ch_goal_rate(&f->c, 1, -2, CH_UNKNOWN, &f->err));
	for (int64_t id = 1; id <= 2; id++) {
		f->c.actor.person_id = id == 1 ? pair.guide : pair.learner;
		GOOD(f, ch_feedback_get(&f->c, id, &f->arena, &feedback, &f->err));
		assert_int_equal(feedback.attainment, feedback.side == CH_SIDE_LEARNER ? 7000 : CH_UNKNOWN);
		f->c.actor.person_id = 0;
		GOOD(f, ch_feedback_get(&f->c, id, &f->arena, &feedback, &f->err));
		assert_int_equal(feedback.attainment, CH_UNKNOWN);
	}
}

/* 30, 40, 50, 60 and 70: one goal of one weight, -2 to +2. On average 50. */
static void r72_attainment_is_reported_of_five_and_not_of_four(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_report_query query = {.name = "attainment", .from = CH_NO_DATE, .to = CH_NO_DATE};
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_COACHING);
	struct ch_grid grid;

	for (int64_t i = 0; i < 5; i++) {
		struct pair pair = new_pair(f, programme);

		GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
		assert_int_equal(grid.row_count, 0);
		rate_as(f, pair.learner, i + 1, i - 2, CH_UNKNOWN);
		end_with_feedback(f, pair.pairing);
	}
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[1], "5");
	assert_string_equal(grid.rows[0].cells[2], "50.0");
}

static void no_report_of_ones_own_reads_a_rating(void **state)
{
	static const char *const spies[] = {"SELECT attained FROM goal", "SELECT avg(weight) FROM goal",
					    "SELECT attainment FROM feedback"};
	struct scheme_fixture *f = *state;
	struct ch_own_file own;
	bool replaced;

	for (size_t i = 0; i < sizeof spies / sizeof spies[0]; i++)
		REFUSED(f, CH_NOT_ALLOWED,
			ch_own_file_add(&f->c, "spy.sql",
					ch_arena_printf(&f->arena,
							"-- report: spy\n-- title: Spy\n-- about: All.\n"
							"-- columns: x:text:X\n%s\n",
							spies[i]),
					&f->arena, &own, &replaced, &f->err));
}

/* How many rows of that list the coordinator sees; none of them tells the words. */
static size_t rows_without(struct scheme_fixture *f, enum ch_list_id list, const char *words)
{
	const struct ch_list_query query = {.list = list};
	struct ch_grid grid;

	f->c.actor.person_id = 0;
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t row = 0; row < grid.row_count; row++)
		for (size_t i = 0; i < grid.column_count; i++)
			if (grid.rows[row].cells[i] != NULL)
				assert_null(strstr(grid.rows[row].cells[i], words));
	return grid.row_count;
}

static const char *words_of(struct scheme_fixture *f, int64_t actor, int64_t goal)
{
	enum ch_text_state text_state;
	const char *text;

	f->c.actor.person_id = actor;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_GOAL, goal, &f->arena, &text, &text_state, &f->err));
	f->c.actor.person_id = 0;
	return text;
}

/* Each rewording is a step and a row of the audit log, of whoever made it; what it says is in neither. */
static void r56_every_change_is_in_the_history_and_no_word_of_it(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = new_pair(f, scheme_programme(f, "Trying", CH_KIND_COACHING));
	int64_t goal = add_goal(f, pair.pairing), spell = scheme_get_pairing(f, pair.pairing).spell_id;
	const int64_t authors[] = {pair.guide, pair.learner, pair.guide};
	size_t steps = rows_without(f, CH_LIST_STEPS, "zzyzx"), audited = rows_without(f, CH_LIST_AUDIT, "zzyzx");
	struct ch_undone undone;

	for (size_t i = 0; i < sizeof(authors) / sizeof(authors[0]); i++) {
		f->c.actor.person_id = authors[i];
		GOOD(f, ch_pair_text_write(&f->c, spell, CH_TEXT_GOAL, goal,
					   ch_arena_printf(&f->arena, "zzyzx %zu", i), &f->err));
		assert_int_equal(rows_without(f, CH_LIST_STEPS, "zzyzx"), ++steps);
		assert_int_equal(rows_without(f, CH_LIST_AUDIT, "zzyzx"), ++audited);
		assert_null(words_of(f, 0, goal));
		assert_string_equal(words_of(f, pair.learner, goal), ch_arena_printf(&f->arena, "zzyzx %zu", i));
	}
	scheme_sql(f, "CREATE TEMP TABLE told (found INTEGER CHECK (found = 0));"
		      "INSERT INTO told SELECT count(*) FROM change"
		      " WHERE instr(ifnull(before, '') || ifnull(after, ''), 'zzyzx') > 0;"
		      "INSERT INTO told SELECT count(*) FROM audit_detail WHERE instr(detail, 'zzyzx') > 0");
	/* What it was before is there still: whoever wrote last may take that back, and nobody else. */
	f->c.actor.person_id = pair.guide;
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_null(strstr(undone.words, "zzyzx"));
	assert_string_equal(words_of(f, pair.learner, goal), "zzyzx 1");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r59_ratings_are_the_pairs_and_a_coordinator_neither_gives_nor_reads_them),
		WITH_SCHEME(what_was_attained_stands_when_it_is_over),
		WITH_SCHEME(r56_every_change_is_in_the_history_and_no_word_of_it),
		WITH_SCHEME(r72_attainment_is_reported_of_five_and_not_of_four),
		WITH_SCHEME(no_report_of_ones_own_reads_a_rating),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
