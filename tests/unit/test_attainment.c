/* Goal attainment: T-scores worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "chiron/goal.h"

static void assert_t(const struct ch_goal_rating *ratings, size_t count, const char *wanted)
{
	char text[32];
	double t = 0;

	assert_true(ch_goal_attainment(ratings, count, &t));
	snprintf(text, sizeof(text), "%.2f", t);
	assert_string_equal(text, wanted);
}

/*
 * T = 50 + 10 sum(w x) / sqrt(0.7 sum(w^2) + 0.3 (sum w)^2)
 *
 * all as expected     50 + 0                                         = 50.00
 * two, +1 and 0       50 + 10 / sqrt(0.7 * 2 + 0.3 * 4)  = 10/1.6125 = 56.20
 * three, all +2       50 + 60 / sqrt(0.7 * 3 + 0.3 * 9)  = 60/2.1909 = 77.39
 * weights 3 and 1,    50 + 10 (3 - 2) / sqrt(0.7 * 10 + 0.3 * 16)
 *   +1 and -2                                            = 10/3.4351 = 52.91
 * one, -2             50 - 20 / sqrt(0.7 + 0.3)                      = 30.00
 */
static void t_scores_are_those_worked_out_by_hand(void **state)
{
	const struct ch_goal_rating expected[] = {{0, 1}, {0, 3}, {0, 9}}, two[] = {{1, 1}, {0, 1}},
				    three[] = {{2, 1}, {2, 1}, {2, 1}}, weighed[] = {{1, 3}, {-2, 1}},
				    one[] = {{-2, 1}};

	(void)state;
	assert_t(expected, 3, "50.00");
	assert_t(two, 2, "56.20");
	assert_t(three, 3, "77.39");
	assert_t(weighed, 2, "52.91");
	assert_t(one, 1, "30.00");
}

static void nothing_rated_is_no_score(void **state)
{
	double t;

	(void)state;
	assert_false(ch_goal_attainment(NULL, 0, &t));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(t_scores_are_those_worked_out_by_hand),
		cmocka_unit_test(nothing_rated_is_no_score),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
