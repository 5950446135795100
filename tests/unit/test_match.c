/* The matching against exhaustive search, and what a pair is scored by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/match.h"

enum { MOST = 5, NOT_POSSIBLE = -1 };

/* A tiny instance as a table; score[learner][guide] is NOT_POSSIBLE where they are no pair. */
struct instance {
	size_t learners, guides;
	int score[MOST][MOST];
	int64_t places[MOST];
	uint8_t weights[MOST];
};

struct outcome {
	int64_t matched, weight, score;
};

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/*
 * Rounds take turns: places scarce, even, ample; pairs all, some, few possible; scores of many and of few kinds; with
 * and without waiting weights.
 */
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
	for (size_t l = 0; l < in.learners && round % 3; l++)
		in.weights[l] = (uint8_t)(next_random(seed) % (round % 3 == 1 ? 2 : MATCH_WEIGHT_MAX + 1));
	return in;
}

static struct outcome better(struct outcome a, struct outcome b)
{
	if (a.matched != b.matched)
		return b.matched > a.matched ? b : a;
	if (a.weight != b.weight)
		return b.weight > a.weight ? b : a;
	return b.score > a.score ? b : a;
}

static bool same(struct outcome a, struct outcome b)
{
	return a.matched == b.matched && a.weight == b.weight && a.score == b.score;
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
		with.weight += in->weights[l];
		with.score += in->score[l][g];
		best = better(best, with);
	}
	return best;
}

/* An instance as the solver has it, and what it makes of it; for `arena`. */
struct solved {
	struct match_problem problem;
	struct match_solution solution;
};

static struct solved solve(const struct instance *in, const struct match_solution *earlier, struct ch_arena *arena)
{
	struct match_option *options = ch_arena_array(arena, MOST * MOST, sizeof *options);
	size_t *first = ch_arena_array(arena, MOST + 1, sizeof *first), count = 0;
	int64_t *stakes = ch_arena_array(arena, MOST, sizeof *stakes);

	for (size_t l = 0; l < in->learners; l++) {
		for (size_t g = 0; g < in->guides; g++)
			if (in->score[l][g] != NOT_POSSIBLE)
				options[count++] = (struct match_option){.guide = (uint32_t)g,
									 .score = (uint32_t)in->score[l][g]};
		first[l + 1] = count;
	}
	struct solved solved = {.problem = {.learner_count = in->learners,
					    .guide_count = in->guides,
					    .places = in->places,
					    .first = first,
					    .options = options,
					    .stakes = stakes}};
	match_stakes(&solved.problem, in->weights, stakes);
	match_solve(&solved.problem, earlier, arena, &solved.solution);
	assert_int_equal(match_check(&solved.problem, &solved.solution, arena), MATCH_PROVEN);
	return solved;
}

/* Counts what was found; fails where a pair is not possible or a guide has more learners than places. */
static struct outcome measure(const struct instance *in, const size_t *guide_of)
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
		out.weight += in->weights[l];
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
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct instance in = some_instance(&seed, round);
		struct solved solved = solve(&in, NULL, &arena);
		struct outcome found = measure(&in, solved.solution.guide_of), wanted = search(&in, 0);
		if (!same(found, wanted))
			fail_msg("round %u: %d matched of weight %d with %d, but %d of %d with %d is possible", round,
				 (int)found.matched, (int)found.weight, (int)found.score, (int)wanted.matched,
				 (int)wanted.weight, (int)wanted.score);
		unmatched_rounds += wanted.matched < (int64_t)in.learners;
		ch_arena_release(&arena);
	}
	/* The instances are what they are meant to be: of both sorts many. */
	assert_in_range(unmatched_rounds, 4000, 16000);
}

/* Stakes, weights and scores in one number, as match_stakes() weighs them. */
static int64_t value_of(const struct solved *solved)
{
	int64_t value = 0;

	for (size_t l = 0; l < solved->problem.learner_count; l++) {
		value += solved->solution.guide_of[l] == MATCH_NOBODY ? 0 : solved->problem.stakes[l];
		for (size_t i = solved->problem.first[l]; i < solved->problem.first[l + 1]; i++)
			if (solved->problem.options[i].guide == solved->solution.guide_of[l])
				value += (int64_t)solved->problem.options[i].score;
	}
	return value;
}

static void a_price_is_what_one_more_place_would_bring(void **state)
{
	uint32_t seed = 20261124;

	(void)state;
	for (uint32_t round = 0; round < 3000; round++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct instance in = some_instance(&seed, round);
		struct solved solved = solve(&in, NULL, &arena);
		for (size_t g = 0; g < in.guides; g++) {
			if (in.places[g] < 0)
				in.places[g] = 0;
			in.places[g]++;
			struct solved more = solve(&in, NULL, &arena);
			in.places[g]--;
			assert_int_equal(solved.solution.prices[g], value_of(&more) - value_of(&solved));
		}
		ch_arena_release(&arena);
	}
}

/* From whatever it starts, even from what solves quite another problem. */
static void the_answer_does_not_depend_on_the_way_to_it(void **state)
{
	uint32_t seed = 20261125;

	(void)state;
	for (uint32_t round = 0; round < 5000; round++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct instance in = some_instance(&seed, round), other = some_instance(&seed, round + 1);
		other.learners = in.learners;
		other.guides = in.guides;
		struct solved cold = solve(&in, NULL, &arena), start = solve(&other, NULL, &arena);
		struct solved warm = solve(&in, &start.solution, &arena);
		assert_memory_equal(cold.solution.guide_of, warm.solution.guide_of,
				    in.learners * sizeof *cold.solution.guide_of);
		assert_memory_equal(cold.solution.prices, warm.solution.prices,
				    in.guides * sizeof *cold.solution.prices);
		assert_memory_equal(cold.solution.gains, warm.solution.gains,
				    in.learners * sizeof *cold.solution.gains);
		ch_arena_release(&arena);
	}
}

static void shuffle(uint32_t *seed, size_t *order, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t k = next_random(seed) % (i + 1);
		order[i] = order[k];
		order[k] = i;
	}
}

/* As many matched, as good, the same price for each guide: only among equals may others be chosen. */
static void shuffled_people_fare_the_same(void **state)
{
	uint32_t seed = 20261129;

	(void)state;
	for (uint32_t round = 0; round < 5000; round++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct instance in = some_instance(&seed, round), other = in;
		size_t learner_at[MOST], guide_at[MOST];
		shuffle(&seed, learner_at, in.learners);
		shuffle(&seed, guide_at, in.guides);
		for (size_t g = 0; g < in.guides; g++)
			other.places[guide_at[g]] = in.places[g];
		for (size_t l = 0; l < in.learners; l++) {
			other.weights[learner_at[l]] = in.weights[l];
			for (size_t g = 0; g < in.guides; g++)
				other.score[learner_at[l]][guide_at[g]] = in.score[l][g];
		}
		struct match_solution before = solve(&in, NULL, &arena).solution;
		struct match_solution after = solve(&other, NULL, &arena).solution;
		assert_true(same(measure(&in, before.guide_of), measure(&other, after.guide_of)));
		for (size_t g = 0; g < in.guides; g++)
			assert_int_equal(before.prices[g], after.prices[guide_at[g]]);
		for (size_t l = 0; l < in.learners; l++)
			assert_int_equal(before.gains[l], after.gains[learner_at[l]]);
		ch_arena_release(&arena);
	}
}

static void each_flaw_is_found(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct instance in = {.learners = 3, .guides = 3, .places = {1, 1, 1},
			      .score = {{9, 4, NOT_POSSIBLE}, {8, NOT_POSSIBLE, NOT_POSSIBLE}, {5, 2, 1}}};
	struct solved solved = solve(&in, NULL, &arena);
	struct match_solution *s = &solved.solution;

	(void)state;
	assert_int_equal(s->guide_of[0], 1);
	assert_int_equal(s->guide_of[1], 0);
	assert_int_equal(s->guide_of[2], 2);
	s->guide_of[1] = 1;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_NOT_AN_OPTION);
	s->guide_of[1] = 3;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_NOT_AN_OPTION);
	s->guide_of[1] = MATCH_NOBODY;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_NOT_WORTH_IT);
	s->guide_of[1] = 0;
	s->guide_of[2] = 0;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_NOT_WORTH_IT);
	s->guide_of[2] = 2;
	s->gains[0]--;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_GAINS_MORE);
	s->gains[0] += 2;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_NOT_WORTH_IT);
	s->gains[0]--;
	s->prices[2] = -1;
	s->gains[2]++;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_BELOW_NOTHING);
	s->prices[2] = 1;
	s->gains[2] -= 2;
	assert_int_not_equal(match_check(&solved.problem, s, &arena), MATCH_PROVEN);
	s->prices[2] = 0;
	s->gains[2]++;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_PROVEN);
	in.places[0] = 0;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_OVERFULL);
	in.places[0] = 2;
	assert_int_equal(match_check(&solved.problem, s, &arena), MATCH_PRICE_OF_FREE);
	ch_arena_release(&arena);
}

/* The sanitizers see it where anything overflows. */
static void stakes_at_the_ends_of_their_range(void **state)
{
	static const int64_t ends[] = {-MATCH_STAKE_MAX, -1, 0, 1, MATCH_STAKE_MAX};
	uint32_t seed = 20261128;

	(void)state;
	for (uint32_t round = 0; round < 2000; round++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct instance in = some_instance(&seed, round);
		for (size_t l = 0; l < in.learners; l++)
			for (size_t g = 0; g < in.guides; g++)
				in.score[l][g] = in.score[l][g] > 1 ? MATCH_SCORE_MAX : in.score[l][g];
		struct solved solved = solve(&in, NULL, &arena);
		int64_t stakes[MOST];
		for (size_t l = 0; l < in.learners; l++)
			stakes[l] = ends[next_random(&seed) % 5];
		solved.problem.stakes = stakes;
		match_solve(&solved.problem, NULL, &arena, &solved.solution);
		assert_int_equal(match_check(&solved.problem, &solved.solution, &arena), MATCH_PROVEN);
		ch_arena_release(&arena);
	}
}

static void one_who_waited_longer_comes_before_a_greater_score(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct instance in = {.learners = 2, .guides = 1, .score = {{100}, {0}}, .places = {1}, .weights = {3, 4}};
	struct solved solved = solve(&in, NULL, &arena);

	(void)state;
	assert_int_equal(solved.solution.guide_of[0], MATCH_NOBODY);
	assert_int_equal(solved.solution.guide_of[1], 0);
	ch_arena_release(&arena);
}

/* Two whom only one guide suits, against one of the greatest weight who wants the same place. */
static void more_matched_comes_before_any_weight(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct instance in = {.learners = 3, .guides = 2, .places = {1, 1}, .weights = {9, 0, 0},
			      .score = {{100, 5}, {1, NOT_POSSIBLE}, {NOT_POSSIBLE, 1}}};
	struct solved solved = solve(&in, NULL, &arena);

	(void)state;
	assert_int_equal(measure(&in, solved.solution.guide_of).matched, 2);
	assert_int_equal(solved.solution.guide_of[0], 0);
	assert_int_equal(solved.solution.guide_of[2], 1);
	ch_arena_release(&arena);
}

static void more_matched_comes_before_a_greater_score(void **state)
{
	/* Together worth 100, or both matched and worth 1. */
	struct instance in = {.learners = 2, .guides = 2, .score = {{100, 0}, {1, NOT_POSSIBLE}}, .places = {1, 1}};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const size_t *guide_of = solve(&in, NULL, &arena).solution.guide_of;

	(void)state;
	assert_int_equal(guide_of[0], 1);
	assert_int_equal(guide_of[1], 0);
	ch_arena_release(&arena);
}

static void a_later_learner_may_take_the_place_of_an_earlier(void **state)
{
	struct instance in = {.learners = 3, .guides = 1, .score = {{20}, {50}, {40}}, .places = {2}};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const size_t *guide_of = solve(&in, NULL, &arena).solution.guide_of;

	(void)state;
	assert_int_equal(guide_of[0], MATCH_NOBODY);
	assert_int_equal(guide_of[1], 0);
	assert_int_equal(guide_of[2], 0);
	ch_arena_release(&arena);
}

static void of_equals_the_first_are_matched(void **state)
{
	struct instance in = {
		.learners = 3, .guides = 3, .score = {{7, 7, 7}, {7, 7, 7}, {7, 7, 7}}, .places = {0, 1, 1}};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const size_t *guide_of = solve(&in, NULL, &arena).solution.guide_of;

	(void)state;
	assert_int_equal(guide_of[0], 1);
	assert_int_equal(guide_of[1], 2);
	assert_int_equal(guide_of[2], MATCH_NOBODY);
	ch_arena_release(&arena);
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

/* Everybody wants to the left, and there are places for exactly all: nobody but who stands there can have theirs. */
static void a_long_row_drawn_to_one_side(void **state)
{
	enum { LENGTH = 3000, NEAR = 3 };
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_option *options = ch_arena_array(&arena, LENGTH * (2 * NEAR + 1), sizeof *options);
	size_t *first = ch_arena_array(&arena, LENGTH + 1, sizeof *first), count = 0, matched = 0;
	int64_t *stakes = ch_arena_array(&arena, LENGTH, sizeof *stakes), score = 0;
	struct match_solution solution;
	int64_t *places = ch_arena_array(&arena, LENGTH, sizeof *places);

	(void)state;
	for (uint32_t l = 0; l < LENGTH; l++) {
		for (uint32_t g = l < NEAR ? 0 : l - NEAR; g <= l + NEAR && g < LENGTH; g++)
			options[count++] = (struct match_option){.guide = g, .score = 10 * (l + NEAR - g)};
		places[l] = 1;
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
	for (size_t l = 0; l < LENGTH; l++) {
		matched += solution.guide_of[l] != MATCH_NOBODY;
		score += 10 * ((int64_t)l + NEAR - (int64_t)solution.guide_of[l]);
	}
	assert_int_equal(matched, LENGTH);
	/* However they stand, what one gains to the left another loses to the right. */
	assert_int_equal(score, 10 * NEAR * LENGTH);
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_row_drawn_to_one_side),
		cmocka_unit_test(as_good_as_exhaustive_search),
		cmocka_unit_test(a_price_is_what_one_more_place_would_bring),
		cmocka_unit_test(the_answer_does_not_depend_on_the_way_to_it),
		cmocka_unit_test(shuffled_people_fare_the_same),
		cmocka_unit_test(each_flaw_is_found),
		cmocka_unit_test(stakes_at_the_ends_of_their_range),
		cmocka_unit_test(one_who_waited_longer_comes_before_a_greater_score),
		cmocka_unit_test(more_matched_comes_before_any_weight),
		cmocka_unit_test(more_matched_comes_before_a_greater_score),
		cmocka_unit_test(a_later_learner_may_take_the_place_of_an_earlier),
		cmocka_unit_test(of_equals_the_first_are_matched),
		cmocka_unit_test(a_chain_of_displacements),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
