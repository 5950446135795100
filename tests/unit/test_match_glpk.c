/*
 * A second opinion: GLPK's minimum-cost flow (the out-of-kilter method) on the
 * same instances finds the same least cost. GLPK is GPL: only test programs are
 * linked with it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glpk.h>

#include "model/match.h"

enum { ROUNDS = 400, LEARNERS_MOST = 40, GUIDES_MOST = 20 };

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Rounds take turns: scores of many and of few kinds, pairs all and some possible, places scarce and ample, weights. */
static struct match_problem some_problem(uint32_t *seed, uint32_t round, struct ch_arena *arena)
{
	size_t learners = next_random(seed) % (LEARNERS_MOST + 1), guides = next_random(seed) % (GUIDES_MOST + 1);
	size_t *first = ch_arena_array(arena, learners + 1, sizeof *first), count = 0;
	struct match_option *options = ch_arena_array(arena, learners * guides, sizeof *options);
	int64_t *places = ch_arena_array(arena, guides, sizeof *places);
	int64_t *stakes = ch_arena_array(arena, learners, sizeof *stakes);
	uint8_t *weights = ch_arena_array(arena, learners, sizeof *weights);
	uint32_t kinds = round % 2 ? 3 : 84, possible = round / 2 % 3 + 1, most = round / 6 % 4 + 1;

	for (size_t g = 0; g < guides; g++)
		places[g] = (int64_t)(next_random(seed) % (most + 1));
	for (size_t l = 0; l < learners; l++) {
		weights[l] = round % 5 ? (uint8_t)(next_random(seed) % (MATCH_WEIGHT_MAX + 1)) : 0;
		for (uint32_t g = 0; g < guides; g++)
			if (next_random(seed) % 3 < possible)
				options[count++] =
					(struct match_option){.guide = g, .score = next_random(seed) % kinds};
		first[l + 1] = count;
	}
	struct match_problem problem = {.learner_count = learners,
					.guide_count = guides,
					.places = places,
					.first = first,
					.options = options,
					.stakes = stakes};
	match_stakes(&problem, weights, stakes);
	return problem;
}

struct arc_data {
	double low, capacity, cost;
};

static void add_arc(glp_graph *graph, size_t from, size_t to, double capacity, double cost)
{
	glp_arc *arc = glp_add_arc(graph, (int)from + 1, (int)to + 1);

	*(struct arc_data *)arc->data = (struct arc_data){.capacity = capacity, .cost = cost};
}

/* The least cost, by GLPK. */
static double least_cost(const struct match_problem *p)
{
	glp_graph *graph = glp_create_graph(sizeof(double), sizeof(struct arc_data));
	size_t learners = p->learner_count, sink = learners + p->guide_count;
	double cost = 0;

	glp_add_vertices(graph, (int)sink + 1);
	for (size_t l = 0; l < learners; l++) {
		*(double *)graph->v[l + 1]->data = 1;
		for (size_t i = p->first[l]; i < p->first[l + 1]; i++)
			add_arc(graph, l, learners + p->options[i].guide, 1, -(double)p->options[i].score);
		add_arc(graph, l, sink, 1, (double)p->stakes[l]);
	}
	*(double *)graph->v[sink + 1]->data = -(double)learners;
	for (size_t g = 0; g < p->guide_count; g++)
		add_arc(graph, learners + g, sink, (double)p->places[g], 0);
	int result = glp_mincost_okalg(graph, 0, (int)offsetof(struct arc_data, low),
				       (int)offsetof(struct arc_data, capacity), (int)offsetof(struct arc_data, cost),
				       &cost, -1, -1);
	assert_int_equal(result, 0);
	glp_delete_graph(graph);
	return cost;
}

static double cost_of(const struct match_problem *p, const struct match_solution *solution)
{
	double cost = 0;

	for (size_t l = 0; l < p->learner_count; l++) {
		if (solution->guide_of[l] == MATCH_NOBODY)
			cost += (double)p->stakes[l];
		for (size_t i = p->first[l]; i < p->first[l + 1]; i++)
			if (p->options[i].guide == solution->guide_of[l])
				cost -= (double)p->options[i].score;
	}
	return cost;
}

static void glpk_finds_the_same(void **state)
{
	uint32_t seed = 20261126;

	(void)state;
	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct match_problem problem = some_problem(&seed, round, &arena);
		struct match_solution solution;
		match_solve(&problem, NULL, &arena, &solution);
		assert_int_equal(match_check(&problem, &solution, &arena), MATCH_PROVEN);
		/* Whole numbers below 2^53: they compare exactly. */
		if (cost_of(&problem, &solution) != least_cost(&problem))
			fail_msg("round %u: cost %.0f, but GLPK finds %.0f", round, cost_of(&problem, &solution),
				 least_cost(&problem));
		ch_arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(glpk_finds_the_same)};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	glp_free_env();
	return failed;
}
