/*
 * The matching beside LEMON's three algorithms for minimum-cost flow, on the
 * same files in the same run: ROUNDS times each in turn, medians of processor
 * time. What takes over TOO_LONG seconds is not run again. All must agree on
 * how many are matched and on the score. Then ourselves at other sizes, and
 * after a small change.
 *
 * Prints tables in Markdown, for docs/performance.md.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "instances.h"
#include "whole.h"

enum { ROUNDS = 5, TOO_LONG = 15, SOLVERS = 4, OURS = 0, CHANGES = 20 };

static const struct instance_plan plans[] = {
	{.name = "1,000 x 50", .learners = 1000, .guides_per_learner = 0.45, .options = 50, .seed = 1},
	{.name = "10,000 x 50", .learners = 10000, .guides_per_learner = 0.45, .options = 50, .seed = 1},
	{.name = "50,000 x 50", .learners = 50000, .guides_per_learner = 0.45, .options = 50, .seed = 1},
	{.name = "10,000, all possible pairs", .learners = 10000, .guides_per_learner = 0.45, .seed = 1},
	{.name = "10,000 in one long row x 11", .learners = 10000, .options = 11, .row = true},
	{.name = "50,000 x 50, scarce places", .learners = 50000, .guides_per_learner = 0.34, .options = 50, .seed = 1},
};
enum { PLANS = sizeof plans / sizeof *plans };

struct run {
	long long matched, score;
	double read, solve, whole; /* seconds of processor time */
	long memory;		   /* KiB at the most */
};

struct runs {
	struct run run[ROUNDS];
	size_t count;
};

static const char *const solver_names[SOLVERS] = {"chiron", "network simplex", "capacity scaling", "cost scaling"};

static void fail(const char *what)
{
	fprintf(stderr, "bench_matching: %s\n", what);
	exit(1);
}

/* ---- One run ------------------------------------------------------------------ */

static struct run measure(int solver, const char *path)
{
	static const char *const modes[SOLVERS] = {NULL, "ns", "cap", "cost"};
	char lemon[4096];
	struct whole whole;

	snprintf(lemon, sizeof lemon, "%s/tests/bench/peer_lemon", getenv("BUILD"));
	if (solver == OURS)
		whole = whole_run((const char *const[]){getenv("CHIRON"), "match", "--instance", path, "--format",
							"json", NULL});
	else
		whole = whole_run((const char *const[]){lemon, modes[solver], path, NULL});
	return (struct run){.matched = (long long)whole_number(&whole, "\"matched\":"),
			    .score = (long long)whole_number(&whole, "\"score\":"),
			    .read = whole_number(&whole, "\"read\":"),
			    .solve = whole_number(&whole, "\"solve\":"),
			    .whole = whole.seconds,
			    .memory = whole.memory};
}

/* ---- Medians ------------------------------------------------------------------- */

static struct run median_of(const struct runs *runs)
{
	double read[ROUNDS], solve[ROUNDS], whole[ROUNDS];
	struct run middle = runs->run[0];

	for (size_t i = 0; i < runs->count; i++) {
		read[i] = runs->run[i].read;
		solve[i] = runs->run[i].solve;
		whole[i] = runs->run[i].whole;
		if (runs->run[i].memory > middle.memory)
			middle.memory = runs->run[i].memory;
	}
	middle.read = median_of_doubles(read, runs->count);
	middle.solve = median_of_doubles(solve, runs->count);
	middle.whole = median_of_doubles(whole, runs->count);
	return middle;
}

/* In a process of its own: what a parent has held counts as its child's peak. */
static void make_file(const struct instance_plan *plan)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		instance_file(plan, &arena);
		exit(0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
		fail("an instance could not be written");
}

/* ---- Beside LEMON --------------------------------------------------------------- */

static void add_run(struct runs *runs, int solver, const char *path)
{
	if (runs->count > 0 && runs->run[0].whole > TOO_LONG)
		return;
	runs->run[runs->count++] = measure(solver, path);
}

static void bench_plan(const struct instance_plan *plan, struct ch_arena *arena)
{
	struct runs runs[SOLVERS] = {0};
	struct run middle[SOLVERS];
	int best = OURS + 1, best_whole = OURS + 1;
	long least = 0;

	make_file(plan);
	const char *path = instance_file(plan, arena);
	for (int round = 0; round < ROUNDS; round++)
		for (int solver = 0; solver < SOLVERS; solver++)
			add_run(&runs[solver], solver, path);
	for (int solver = 0; solver < SOLVERS; solver++) {
		middle[solver] = median_of(&runs[solver]);
		if (middle[solver].matched != middle[OURS].matched || middle[solver].score != middle[OURS].score)
			fail("the solvers do not agree");
		if (solver == OURS)
			continue;
		best = middle[solver].solve < middle[best].solve ? solver : best;
		best_whole = middle[solver].whole < middle[best_whole].whole ? solver : best_whole;
		least = least == 0 || middle[solver].memory < least ? middle[solver].memory : least;
	}
	for (int solver = 0; solver < SOLVERS; solver++)
		printf("| %s | %s | %lld | %lld | %.3f | %.3f | %.3f | %ld | %zu |\n", plan->name,
		       solver_names[solver], middle[solver].matched, middle[solver].score, middle[solver].read,
		       middle[solver].solve, middle[solver].whole, middle[solver].memory / 1024, runs[solver].count);
	printf("| %s | *best of LEMON over chiron* | | | | **%.1f x** | **%.1f x** | **%.1f x** | |\n", plan->name,
	       middle[best].solve / middle[OURS].solve, middle[best_whole].whole / middle[OURS].whole,
	       (double)least / (double)middle[OURS].memory);
	fflush(stdout);
}

/* ---- Ourselves ------------------------------------------------------------------- */

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The median time from nothing, and the exponent of a line through the logarithms. */
static void bench_sizes(void)
{
	static const size_t sizes[] = {1000, 2000, 5000, 10000, 20000, 50000};
	enum { SIZES = sizeof sizes / sizeof *sizes };
	double x_sum = 0, y_sum = 0, xx_sum = 0, xy_sum = 0;

	printf("\n| learners x 50 | solving, s |\n|---|---|\n");
	for (size_t i = 0; i < SIZES; i++) {
		struct instance_plan plan = {
			.learners = sizes[i], .guides_per_learner = 0.45, .options = 50, .seed = 2};
		struct ch_arena arena = CH_ARENA_EMPTY;
		struct match_problem problem = instance_make(&plan, &arena);
		double seconds[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			struct match_solution solution;
			double start = now();
			match_solve(&problem, NULL, &arena, &solution);
			seconds[round] = now() - start;
		}
		double middle = median_of_doubles(seconds, ROUNDS), x = log((double)sizes[i]), y = log(middle);
		x_sum += x;
		y_sum += y;
		xx_sum += x * x;
		xy_sum += x * y;
		printf("| %zu | %.4f |\n", sizes[i], middle);
		ch_arena_release(&arena);
	}
	printf("\nExponent: %.2f\n", (SIZES * xy_sum - x_sum * y_sum) / (SIZES * xx_sum - x_sum * x_sum));
}

/* Forbids a pair that was found, 20 times over: from nothing, and from the answer before. */
static void bench_change(void)
{
	struct instance_plan plan = {.learners = 3000, .guides_per_learner = 1, .options = 50, .seed = 3};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct match_problem problem = instance_make(&plan, &arena);
	struct match_option *options = (struct match_option *)(uintptr_t)problem.options;
	struct match_solution solution, anew;
	double warm[CHANGES], cold[CHANGES];

	match_solve(&problem, NULL, &arena, &solution);
	for (size_t change = 0; change < CHANGES; change++) {
		size_t learner = change * 149 % problem.learner_count;
		struct match_solution earlier = solution;
		for (size_t i = problem.first[learner]; i < problem.first[learner + 1]; i++)
			if (options[i].guide == solution.guide_of[learner])
				options[i].score = 0;
		double start = now();
		match_solve(&problem, &earlier, &arena, &solution);
		warm[change] = now() - start;
		start = now();
		match_solve(&problem, NULL, &arena, &anew);
		cold[change] = now() - start;
		if (memcmp(anew.guide_of, solution.guide_of, problem.learner_count * sizeof *anew.guide_of) != 0)
			fail("the answer depends on the way to it");
	}
	printf("\n3,000 x 3,000 with 50 candidates, after a change: %.2f ms from the answer before, %.2f ms from "
	       "nothing.\n",
	       median_of_doubles(warm, CHANGES) * 1e3, median_of_doubles(cold, CHANGES) * 1e3);
	ch_arena_release(&arena);
}

int main(void)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (!getenv("CHIRON") || !getenv("BUILD"))
		fail("CHIRON names the program and BUILD the build folder");
	printf("| instance | solver | matched | score | reading, s | solving, s | whole process, s | peak MiB | runs "
	       "|\n|---|---|---|---|---|---|---|---|---|\n");
	fflush(stdout);
	for (size_t i = 0; i < PLANS; i++)
		bench_plan(&plans[i], &arena);
	ch_arena_release(&arena);
	bench_sizes();
	bench_change();
	return 0;
}
