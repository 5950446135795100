/* Assessments: that they were taken is a fact, what came of them the pair's (R51, R58). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/undo.h"
#include "scheme_fixture.h"

#define ROLES (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define LEARNS (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

static const char phrase[] = "score 37 of 50";

static int64_t pair(struct scheme_fixture *f, int kind)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, ROLES, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, LEARNS, NULL, "Gardening", CH_UNKNOWN);
	int64_t programme = scheme_programme(f, kind == CH_KIND_COACHING ? "Coaching" : "Mentoring", kind);

	return scheme_pairing(f, programme, guide, learner);
}

static struct ch_assessment of(int64_t pairing, const char *tool)
{
	struct ch_assessment assessment;

	ch_record_start(ch_entity_of(CH_ASSESSMENT), &assessment);
	assessment.pairing_id = pairing;
	assessment.tool = tool;
	return assessment;
}

static size_t listed(struct scheme_fixture *f, int64_t pairing)
{
	const struct ch_list_query query = {.list = CH_LIST_ASSESSMENTS, .pairing_id = pairing};
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t row = 0; row < grid.row_count; row++)
		for (size_t i = 0; i < grid.column_count; i++)
			assert_null(grid.rows[row].cells[i] != NULL ? strstr(grid.rows[row].cells[i], phrase) : NULL);
	return grid.row_count;
}

static void r51_r58_an_assessment_is_a_dated_fact_whose_result_is_the_pairs(void **state)
{
	struct scheme_fixture *f = *state;

	for (int kind = CH_KIND_COACHING; kind <= CH_KIND_MENTORING; kind++) {
		int64_t pairing = pair(f, kind);
		struct ch_assessment made = of(pairing, "Strengths profile"), read;
		enum ch_text_state seen;
		const char *text;

		made.taken_on = ch_date_of(2026, 11, 2);
		made.taken_by = CH_SIDE_LEARNER;
		GOOD(f, ch_assessment_add(&f->c, &made, phrase, &f->err));
		GOOD(f, ch_assessment_get(&f->c, made.assessment_id, &f->arena, &read, &f->err));
		assert_string_equal(read.tool, "Strengths profile");
		assert_int_equal(read.taken_on, ch_date_of(2026, 11, 2));
		assert_int_equal(listed(f, pairing), 1);
		GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_ASSESSMENT, made.assessment_id, &f->arena, &text, &seen,
					  &f->err));
		assert_int_equal(seen, CH_TEXT_WITHHELD);
		f->c.actor.person_id = scheme_get_pairing(f, pairing).learner_id;
		GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_ASSESSMENT, made.assessment_id, &f->arena, &text, &seen,
					  &f->err));
		assert_string_equal(text, phrase);
		f->c.actor.person_id = 0;
	}
}

static void r51_an_assessment_needs_a_tool_and_a_day_that_was(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	struct ch_assessment nameless = of(pairing, NULL), early = of(pairing, "Wheel of life");

	REFUSED(f, CH_DATA, ch_assessment_add(&f->c, &nameless, NULL, &f->err));
	assert_string_equal(f->err.field, "tool");
	early.taken_on = ch_date_of(2099, 1, 1);
	REFUSED(f, CH_DATA, ch_assessment_add(&f->c, &early, NULL, &f->err));
	assert_string_equal(f->err.field, "taken_on");
	assert_int_equal(listed(f, pairing), 0);
	early.taken_on = CH_NO_DATE;
	GOOD(f, ch_assessment_add(&f->c, &early, NULL, &f->err));
	assert_int_equal(early.taken_on, ch_clock_today(&f->c.clock));
}

static void r51_undo_takes_an_assessment_back_with_its_result(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	struct ch_assessment made = of(pairing, "Learning styles");
	struct ch_undone undone;

	GOOD(f, ch_assessment_add(&f->c, &made, phrase, &f->err));
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(listed(f, pairing), 0);
	GOOD(f, ch_redo(&f->c, &f->arena, &undone, &f->err));
	assert_int_equal(listed(f, pairing), 1);
}

static void r51_an_assessment_is_corrected_and_one_by_mistake_is_taken_away(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	struct ch_assessment made = of(pairing, "Learning stiles"), read;
	enum ch_text_state seen;
	const char *text;

	GOOD(f, ch_assessment_add(&f->c, &made, phrase, &f->err));
	GOOD(f, ch_assessment_get(&f->c, made.assessment_id, &f->arena, &read, &f->err));
	read.tool = "Learning styles";
	read.stage = CH_STAGE_START;
	GOOD(f, ch_assessment_set(&f->c, &read, &f->err));
	read.taken_on = ch_date_of(2099, 1, 1);
	REFUSED(f, CH_DATA, ch_assessment_set(&f->c, &read, &f->err));
	assert_string_equal(f->err.field, "taken_on");
	GOOD(f, ch_assessment_get(&f->c, made.assessment_id, &f->arena, &read, &f->err));
	assert_string_equal(read.tool, "Learning styles");
	assert_int_equal(read.stage, CH_STAGE_START);
	GOOD(f, ch_assessment_remove(&f->c, made.assessment_id, &f->err));
	assert_int_equal(listed(f, pairing), 0);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).learner_id;
	if (ch_pair_text_read(&f->c, CH_TEXT_ASSESSMENT, made.assessment_id, &f->arena, &text, &seen, &f->err) == CH_OK)
		assert_null(text);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r51_r58_an_assessment_is_a_dated_fact_whose_result_is_the_pairs),
		TEST(r51_an_assessment_needs_a_tool_and_a_day_that_was),
		TEST(r51_an_assessment_is_corrected_and_one_by_mistake_is_taken_away),
		TEST(r51_undo_takes_an_assessment_back_with_its_result),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
