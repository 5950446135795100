/* The matching against exhaustive search, and what a pair is scored by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/match.h"
#include "model/pair_score.h"

enum { MOST = 5, NOT_POSSIBLE = -1 };

/* A tiny instance as a table; score[learner][guide] is NOT_POSSIBLE where they are no pair. */
struct instance {
	size_t learners, guides;
	int score[MOST][MOST];
	int64_t places[MOST];
};

struct outcome {
	int matched, score;
};

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Rounds take turns: places scarce, even, ample; pairs all, some, few possible; scores of many and of few kinds. */
static struct instance some_instance(uint32_t *seed, uint32_t round)
{
	struct instance in = {.learners = next_random(seed) % (MOST + 1), .guides = next_random(seed) % (MOST + 1)};
	uint32_t kinds = round % 2 ? 3 : 101, possible = 1 + round / 2 % 4, most_places = 1 + round / 8 % 3;

	for (size_t g = 0; g < in.guides; g++)
		in.places[g] = (int64_t)(next_random(seed) % (most_places + 1)) - (round % 31 == 0);
	for (size_t l = 0; l < in.learners; l++)
		for (size_t g = 0; g < in.guides; g++)
			in.score[l][g] =
				next_random(seed) % 4 < possible ? (int)(next_random(seed) % kinds) : NOT_POSSIBLE;
	return in;
}

static struct outcome better(struct outcome a, struct outcome b)
{
	return b.matched > a.matched || (b.matched == a.matched && b.score > a.score) ? b : a;
}

/* The best for the learners from `l` on, by trying everything. */
static struct outcome search(struct instance *in, size_t l)
{
	if (l == in->learners)
		return (struct outcome){0};
	struct outcome best = search(in, l + 1);
	for (size_t g = 0; g < in->guides; g++) {
		if (in->score[l][g] == NOT_POSSIBLE || in->places[g] <= 0)
			continue;
		in->places[g]--;
		struct outcome with = search(in, l + 1);
		in->places[g]++;
		with.matched++;
		with.score += in->score[l][g];
		best = better(best, with);
	}
	return best;
}

static struct match_option option(size_t guide, int score)
{
	return (struct match_option){.guide = (uint32_t)guide, .score = (uint32_t)score};
}

static void solve(const struct instance *in, size_t guide_of[MOST])
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_option options[MOST * MOST];
	size_t first[MOST + 1] = {0}, count = 0;
	int64_t stakes[MOST];
	struct match_solution solution;

	for (size_t l = 0; l < in->learners; l++) {
		for (size_t g = 0; g < in->guides; g++)
			if (in->score[l][g] != NOT_POSSIBLE)
				options[count++] = option(g, in->score[l][g]);
		first[l + 1] = count;
	}
	struct match_problem problem = {.learner_count = in->learners,
					.guide_count = in->guides,
					.places = in->places,
					.first = first,
					.options = options,
					.stakes = stakes};
	match_stakes(&problem, NULL, stakes);
	match_solve(&problem, NULL, &arena, &solution);
	assert_int_equal(match_check(&problem, &solution, &arena), MATCH_PROVEN);
	memcpy(guide_of, solution.guide_of, in->learners * sizeof *guide_of);
	ch_arena_release(&arena);
}

/* Counts what was found; fails where a pair is not possible or a guide has more learners than places. */
static struct outcome measure(const struct instance *in, const size_t guide_of[MOST])
{
	int64_t taken[MOST] = {0};
	struct outcome out = {0};

	for (size_t l = 0; l < in->learners; l++) {
		size_t g = guide_of[l];
		if (g == MATCH_NOBODY)
			continue;
		assert_true(g < in->guides);
		assert_int_not_equal(in->score[l][g], NOT_POSSIBLE);
		assert_true(++taken[g] <= in->places[g]);
		out.matched++;
		out.score += in->score[l][g];
	}
	return out;
}

static void as_good_as_exhaustive_search(void **state)
{
	uint32_t seed = 20261123;
	int unmatched_rounds = 0;

	(void)state;
	for (uint32_t round = 0; round < 20000; round++) {
		struct instance in = some_instance(&seed, round);
		size_t guide_of[MOST];
		solve(&in, guide_of);
		struct outcome found = measure(&in, guide_of), wanted = search(&in, 0);
		if (found.matched != wanted.matched || found.score != wanted.score)
			fail_msg("round %u: %d matched with %d, but %d with %d is possible", round, found.matched,
				 found.score, wanted.matched, wanted.score);
		unmatched_rounds += wanted.matched < (int)in.learners;
	}
	/* The instances are what they are meant to be: of both sorts many. */
	assert_in_range(unmatched_rounds, 4000, 16000);
}

static void more_matched_comes_before_a_greater_score(void **state)
{
	/* Together worth 100, or both matched and worth 1. */
	struct instance in = {.learners = 2, .guides = 2, .score = {{100, 0}, {1, NOT_POSSIBLE}}, .places = {1, 1}};
	size_t guide_of[MOST];

	(void)state;
	solve(&in, guide_of);
	assert_int_equal(guide_of[0], 1);
	assert_int_equal(guide_of[1], 0);
}

static void a_later_learner_may_take_the_place_of_an_earlier(void **state)
{
	struct instance in = {.learners = 3, .guides = 1, .score = {{20}, {50}, {40}}, .places = {2}};
	size_t guide_of[MOST];

	(void)state;
	solve(&in, guide_of);
	assert_int_equal(guide_of[0], MATCH_NOBODY);
	assert_int_equal(guide_of[1], 0);
	assert_int_equal(guide_of[2], 0);
}

static void of_equals_the_first_are_matched(void **state)
{
	struct instance in = {
		.learners = 3, .guides = 3, .score = {{7, 7, 7}, {7, 7, 7}, {7, 7, 7}}, .places = {0, 1, 1}};
	size_t guide_of[MOST];

	(void)state;
	solve(&in, guide_of);
	assert_int_equal(guide_of[0], 1);
	assert_int_equal(guide_of[1], 2);
	assert_int_equal(guide_of[2], MATCH_NOBODY);
}

/* Large scores and a long chain: each learner but the last must give way to the next. */
static void a_chain_of_displacements(void **state)
{
	enum { LENGTH = 300 };
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_option *options = ch_arena_array(&arena, 2 * LENGTH, sizeof *options);
	size_t *first = ch_arena_array(&arena, LENGTH + 1, sizeof *first), count = 0;
	int64_t *stakes = ch_arena_array(&arena, LENGTH, sizeof *stakes);
	struct match_solution solution;
	int64_t *places = ch_arena_array(&arena, LENGTH, sizeof *places);

	(void)state;
	for (uint32_t l = 0; l < LENGTH; l++) {
		places[l] = 1;
		options[count++] = (struct match_option){.guide = l + 1 < LENGTH ? l : 0, .score = 1000000};
		if (l + 1 < LENGTH)
			options[count++] = (struct match_option){.guide = l + 1, .score = 0};
		first[l + 1] = count;
	}
	struct match_problem problem = {.learner_count = LENGTH,
					.guide_count = LENGTH,
					.places = places,
					.first = first,
					.options = options,
					.stakes = stakes};
	match_stakes(&problem, NULL, stakes);
	match_solve(&problem, NULL, &arena, &solution);
	assert_int_equal(match_check(&problem, &solution, &arena), MATCH_PROVEN);
	for (size_t l = 0; l + 1 < LENGTH; l++)
		assert_int_equal(solution.guide_of[l], l + 1);
	assert_int_equal(solution.guide_of[LENGTH - 1], 0);
	ch_arena_release(&arena);
}

/* ---- What a pair is scored by --------------------------------------------------- */

static int64_t score(struct ch_arena *arena, const char *seeks, const char *offers)
{
	struct pair_terms sought = pair_terms_of(arena, seeks), offered = pair_terms_of(arena, offers);

	return pair_score(&sought, &offered);
}

static void score_is_the_share_that_is_offered(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_int_equal(score(&arena, "Gardening; IT basics; Cooking", "it  BASICS; gardening; Knitting"), 67);
	assert_int_equal(score(&arena, "Gardening; IT basics; Cooking", "Cooking"), 33);
	assert_int_equal(score(&arena, "Gardening; IT basics", "IT basics"), 50);
	assert_int_equal(score(&arena, "a; b; c; d; e; f; g; h", "a"), 13);
	assert_int_equal(score(&arena, "Gardening", "Gardening; Cooking"), 100);
	assert_int_equal(score(&arena, "Gardening", NULL), 0);
	assert_int_equal(score(&arena, NULL, "Gardening"), 0);
	ch_arena_release(&arena);
}

static void only_whole_terms_are_equal(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_int_equal(score(&arena, "AI", "Retail; AI safety; Training"), 0);
	assert_int_equal(score(&arena, "AI", "Retail; ai"), 100);
	assert_int_equal(score(&arena, "Caf\xc3\xa9", "cafe\xcc\x81"), 100);
	ch_arena_release(&arena);
}

static void shared_terms_in_the_order_of_the_first(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct pair_terms mine = pair_terms_of(&arena, "Welsh; English; Polish");
	struct pair_terms yours = pair_terms_of(&arena, "POLISH; welsh");

	(void)state;
	assert_string_equal(pair_terms_common(&mine, &yours, true, &arena), "Welsh, Polish");
	assert_string_equal(pair_terms_common(&mine, &yours, false, &arena), "English");
	assert_null(pair_terms_common(&yours, &mine, false, &arena));
	ch_arena_release(&arena);
}

static void the_line_is_followed_at_any_depth(void **state)
{
	/* 3 reports to 2, 2 to 1, 1 to 0; 4 reports to 0 too; 5 and 6 to each other. */
	static const size_t managers[] = {PAIR_NOBODY, 0, 1, 2, 0, 6, 5};

	(void)state;
	assert_true(pair_is_above(managers, 7, 2, 3));
	assert_true(pair_is_above(managers, 7, 0, 3));
	assert_false(pair_is_above(managers, 7, 3, 0));
	assert_false(pair_is_above(managers, 7, 4, 3));
	assert_false(pair_is_above(managers, 7, 1, 4));
	assert_false(pair_is_above(managers, 7, 0, 0));
	assert_true(pair_is_above(managers, 7, 6, 5));
	assert_true(pair_is_above(managers, 7, 5, 6));
	assert_false(pair_is_above(managers, 7, 0, 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_good_as_exhaustive_search),
		cmocka_unit_test(more_matched_comes_before_a_greater_score),
		cmocka_unit_test(a_later_learner_may_take_the_place_of_an_earlier),
		cmocka_unit_test(of_equals_the_first_are_matched),
		cmocka_unit_test(a_chain_of_displacements),
		cmocka_unit_test(score_is_the_share_that_is_offered),
		cmocka_unit_test(only_whole_terms_are_equal),
		cmocka_unit_test(shared_terms_in_the_order_of_the_first),
		cmocka_unit_test(the_line_is_followed_at_any_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
