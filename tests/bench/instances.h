/*
 * Matching instances made from a seed: learners seek areas that guides offer,
 * and share a field, a region and hours with them or do not. Two are a possible
 * pair where they have a day in common; the score is 0 to 83. The same numbers
 * give the same instance on every machine.
 */
#ifndef TESTS_BENCH_INSTANCES_H
#define TESTS_BENCH_INSTANCES_H

#include <stdbool.h>

#include "model/match.h"

struct instance_plan {
	const char *name;
	size_t learners;
	double guides_per_learner; /* each has 1 to 5 places, 2.4 on average */
	size_t options;		   /* of each learner, the best; 0: all that are possible */
	uint64_t seed;
	bool row; /* instead: all in one long row, a place for each, who suits near by only, all drawn to one side */
};

/* A problem whose arrays live in `arena`, stakes included (without waiting weights). */
struct match_problem instance_make(const struct instance_plan *plan, struct ch_arena *arena);

/* Writes it in DIMACS form, where that file is missing, and returns its path: in $BUILD/bench/matching. */
const char *instance_file(const struct instance_plan *plan, struct ch_arena *arena);

#endif
