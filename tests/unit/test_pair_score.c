/* What a pair is scored by, criterion by criterion, and which plain facts forbid it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/programme.h"
#include "model/pair_score.h"

struct fixture {
	struct ch_arena arena;
	struct vocabulary words;
	struct pair_ground ground;
	struct pair_side guide, learner;
	struct pair_tie tie;
};

static int setup(void **state)
{
	static struct fixture f;

	f = (struct fixture){.arena = CH_ARENA_EMPTY};
	f.words = VOCABULARY(&f.arena);
	f.ground = (struct pair_ground){
		.kind = CH_KIND_MENTORING, .today = ch_date_from_iso("2026-11-23"), .minimum_minutes = CH_UNKNOWN};
	f.guide = f.learner =
		(struct pair_side){.grade = CH_UNKNOWN, .minutes_a_month = CH_UNKNOWN, .appointed_on = CH_NO_DATE};
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	ch_arena_release(&((struct fixture *)*state)->arena);
	return 0;
}

static struct pair_terms terms(struct fixture *f, const char *list)
{
	return pair_terms_of(&f->words, &f->arena, list);
}

/* The points of one criterion out of 100. */
static int64_t points(struct fixture *f, enum ch_criterion criterion)
{
	f->ground.weights = (struct ch_weights){0};
	f->ground.weights.points[criterion] = 100;
	int64_t one = pair_points(criterion, &f->ground, &f->guide, &f->learner, &f->tie);

	assert_int_equal(pair_score(&f->ground, &f->guide, &f->learner, &f->tie), one);
	return one;
}

static int64_t share(struct fixture *f, const char *seeks, const char *offers)
{
	f->learner.seeks = terms(f, seeks);
	f->guide.offers = terms(f, offers);
	return points(f, CH_CRITERION_EXPERTISE);
}

static void areas_by_the_share_that_is_offered(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(share(f, "Gardening; IT basics; Cooking", "it BASICS; gardening; Knitting"), 67);
	assert_int_equal(share(f, "Gardening; IT basics; Cooking", "Cooking"), 33);
	assert_int_equal(share(f, "a; b; c; d; e; f; g; h", "a"), 13);
	assert_int_equal(share(f, "Gardening", "Gardening; Cooking"), 100);
	assert_int_equal(share(f, "Gardening", NULL), 0);
	assert_int_equal(share(f, NULL, "Gardening"), 0);
}

/* R11 */
static void r11_only_whole_terms_are_equal(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(share(f, "AI", "Retail; AI safety; Training"), 0);
	assert_int_equal(share(f, "AI", "Retail; ai"), 100);
	assert_int_equal(share(f, "Caf\xc3\xa9", "cafe\xcc\x81"), 100);
}

static void shared_terms_in_the_order_of_the_first(void **state)
{
	struct fixture *f = *state;
	struct pair_terms mine = terms(f, "Welsh; English; Polish"), yours = terms(f, "POLISH; welsh");
	struct pair_terms many = terms(f, "a; b; c; d; e; f; g; h; i; j; k"), none = terms(f, NULL);

	assert_string_equal(pair_terms_common(&mine, &yours, true, &f->arena), "Welsh, Polish");
	assert_string_equal(pair_terms_common(&mine, &yours, false, &f->arena), "English");
	assert_string_equal(pair_terms_common(&yours, &mine, false, &f->arena), "");
	assert_string_equal(pair_terms_common(&many, &none, false, &f->arena), "a, b, c, d, e, f, g, h and 3 more");
}

static void what_is_the_same_and_what_is_not_known(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(points(f, CH_CRITERION_LOCATION), 0);
	f->guide.location = f->guide.field_of_work = f->guide.department = vocabulary_number(&f->words, "Riverside");
	assert_int_equal(points(f, CH_CRITERION_LOCATION), 0);
	assert_int_equal(points(f, CH_CRITERION_DEPARTMENT), 0);
	f->learner.location = vocabulary_number(&f->words, "RIVERSIDE");
	f->learner.field_of_work = f->learner.department = vocabulary_number(&f->words, "Castle Ward");
	assert_int_equal(points(f, CH_CRITERION_LOCATION), 100);
	assert_int_equal(points(f, CH_CRITERION_FIELD_OF_WORK), 0);
	assert_int_equal(points(f, CH_CRITERION_DEPARTMENT), 100);
	f->guide.times = terms(f, "Mondays; Saturdays");
	f->learner.times = terms(f, "saturdays");
	assert_int_equal(points(f, CH_CRITERION_TIMES), 100);
	f->learner.times = terms(f, "Sundays");
	assert_int_equal(points(f, CH_CRITERION_TIMES), 0);
	f->learner.times.any = true;
	assert_int_equal(points(f, CH_CRITERION_TIMES), 100);
	f->guide.times = terms(f, "");
	assert_int_equal(points(f, CH_CRITERION_TIMES), 0); /* not known */
}

static void r12_a_higher_grade_a_new_post_a_wish(void **state)
{
	struct fixture *f = *state;

	f->guide.grade = 7;
	assert_int_equal(points(f, CH_CRITERION_GRADE), 0);
	f->learner.grade = 7;
	assert_int_equal(points(f, CH_CRITERION_GRADE), 0);
	f->learner.grade = 5;
	assert_int_equal(points(f, CH_CRITERION_GRADE), 100);
	f->learner.appointed_on = ch_date_from_iso("2025-11-24");
	assert_int_equal(points(f, CH_CRITERION_APPOINTED), 100);
	f->learner.appointed_on = ch_date_from_iso("2025-11-23");
	assert_int_equal(points(f, CH_CRITERION_APPOINTED), 0);
	f->tie = (struct pair_tie){.learner_choice = 3, .guide_choice = 0};
	assert_int_equal(points(f, CH_CRITERION_WISH), 33);
	f->tie.guide_choice = 2;
	assert_int_equal(points(f, CH_CRITERION_WISH), 67);
	f->tie.learner_choice = 1;
	assert_int_equal(points(f, CH_CRITERION_WISH), 100);
}

static enum ch_criterion obstacle(struct fixture *f)
{
	return pair_obstacle(&f->ground, &f->guide, &f->learner, &f->tie);
}

static void facts_that_forbid_are_known_of_both(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->guide.languages = terms(f, "Welsh");
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->learner.languages = terms(f, "Polish");
	assert_int_equal(obstacle(f), CH_CRITERION_LANGUAGE);
	f->learner.languages = terms(f, "Polish; WELSH");
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->ground.minimum_minutes = 60;
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->learner.minutes_a_month = 0;
	assert_int_equal(obstacle(f), CH_CRITERION_HOURS);
	f->learner.minutes_a_month = 60;
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->tie.obstacle = CH_CRITERION_LINE;
	assert_int_equal(obstacle(f), CH_CRITERION_LINE);
}

/* R9: the learner seeks finance. A qualified coach without it is eligible, one who is neither is not. */
static void r9_in_coaching_expertise_or_qualification(void **state)
{
	struct fixture *f = *state;

	f->ground.kind = CH_KIND_COACHING;
	f->ground.qualifications = true;
	f->learner.seeks = terms(f, "finance");
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->guide.offers = terms(f, "listening");
	assert_int_equal(obstacle(f), CH_CRITERION_ABLE);
	f->guide.qualified = true;
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->guide.qualified = false;
	f->guide.offers = terms(f, "listening; Finance");
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
	f->ground.kind = CH_KIND_MENTORING;
	f->guide.offers = terms(f, "listening");
	assert_int_equal(obstacle(f), CH_NO_CRITERION);
}

/* ---- Weights ---------------------------------------------------------------------- */

static void r6_r7_the_defaults_of_a_kind_add_up_to_100(void **state)
{
	int64_t mentoring = 0, coaching = 0;

	(void)state;
	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++) {
		mentoring += ch_criterion_default((enum ch_criterion)i, CH_KIND_MENTORING);
		coaching += ch_criterion_default((enum ch_criterion)i, CH_KIND_COACHING);
		assert_false(ch_criterion_info((enum ch_criterion)i)->hard);
		assert_int_equal(ch_criterion_named(ch_criterion_info((enum ch_criterion)i)->code), i);
	}
	assert_int_equal(mentoring, 100);
	assert_int_equal(coaching, 100);
	assert_true(ch_criterion_default(CH_CRITERION_FIELD_OF_WORK, CH_KIND_MENTORING) > 0);	 /* R6 */
	assert_int_equal(ch_criterion_default(CH_CRITERION_FIELD_OF_WORK, CH_KIND_COACHING), 0); /* R7 */
	assert_true(ch_criterion_default(CH_CRITERION_QUALIFICATION, CH_KIND_COACHING) > 0);
}

static void r16_a_weight_beyond_range_is_refused(void **state)
{
	struct ch_weights weights = {0};
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "location", 0, &err), CH_OK);
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "location", 100, &err), CH_OK);
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "location", 101, &err), CH_DATA);
	assert_string_equal(err.message, "location: 101 points; 0 to 100 are allowed");
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "location", -1, &err), CH_DATA);
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "performance", 5, &err), CH_DATA);
	assert_non_null(strstr(err.fix, "expertise, qualification, field_of_work"));
	assert_int_equal(ch_weights_set(&weights, CH_KIND_MENTORING, "oneself", 5, &err), CH_DATA);
	assert_int_equal(weights.points[CH_CRITERION_LOCATION], 100);
	/* R16 */
	assert_int_equal(ch_weights_set(&weights, CH_KIND_COACHING, "grade", 1, &err), CH_DATA);
	assert_string_equal(err.rule, "R16");
	assert_int_equal(ch_weights_set(&weights, CH_KIND_COACHING, "grade", 0, &err), CH_OK);
}

#define pair_test(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		pair_test(areas_by_the_share_that_is_offered),
		pair_test(r11_only_whole_terms_are_equal),
		pair_test(shared_terms_in_the_order_of_the_first),
		pair_test(what_is_the_same_and_what_is_not_known),
		pair_test(r12_a_higher_grade_a_new_post_a_wish),
		pair_test(facts_that_forbid_are_known_of_both),
		pair_test(r9_in_coaching_expertise_or_qualification),
		cmocka_unit_test(r6_r7_the_defaults_of_a_kind_add_up_to_100),
		cmocka_unit_test(r16_a_weight_beyond_range_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
