#include "instances.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "core/match/match_file.h"

enum { AREAS = 40, DAYS = 13, FIELDS = 12, REGIONS = 10, GRADES = 6, SCORES = 84, NOT_POSSIBLE = 255 };

struct someone {
	uint64_t areas, days; /* sets of bits */
	uint32_t field, region, grade;
};

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint64_t next_random(uint64_t *state)
{
	uint64_t x = *state += 0x9e3779b97f4a7c15u;

	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static uint32_t below(uint64_t *state, uint32_t bound)
{
	return (uint32_t)(next_random(state) % bound);
}

static uint32_t size_of(uint64_t set)
{
	uint32_t size = 0;

	for (; set; set &= set - 1)
		size++;
	return size;
}

static uint64_t some_of(uint64_t *state, uint32_t count, uint32_t of)
{
	uint64_t set = 0;

	while (size_of(set) < count)
		set |= UINT64_C(1) << below(state, of);
	return set;
}

static struct someone someone(uint64_t *state, uint32_t areas)
{
	struct someone one = {.areas = some_of(state, areas, AREAS), .days = some_of(state, 2, DAYS)};

	one.field = below(state, FIELDS);
	one.region = below(state, REGIONS);
	one.grade = below(state, GRADES);
	return one;
}

static uint8_t score_of(const struct someone *learner, const struct someone *guide)
{
	uint32_t score = 40 * size_of(learner->areas & guide->areas) / size_of(learner->areas);

	if (!(learner->days & guide->days))
		return NOT_POSSIBLE;
	score += learner->field == guide->field ? 15 : 0;
	score += learner->region == guide->region ? 12 : 0;
	score += learner->grade < guide->grade ? 10 : 0;
	score += learner->days == guide->days ? 6 : 0;
	return (uint8_t)score;
}

/* Adds the best `most` of the scores as options; among the least of these it is left to chance which. */
static size_t add_best(uint64_t *state, const uint8_t *scores, size_t guides, size_t most,
		       struct match_option *options)
{
	size_t of_score[SCORES] = {0}, count = 0, better = 0;
	int least = SCORES - 1;

	for (size_t g = 0; g < guides; g++)
		if (scores[g] != NOT_POSSIBLE)
			of_score[scores[g]]++;
	while (least > 0 && better + of_score[least] < most)
		better += of_score[least--];
	size_t wanted = most - better, there = of_score[least];
	for (size_t g = 0; g < guides; g++) {
		if (scores[g] == NOT_POSSIBLE || scores[g] < least)
			continue;
		if (scores[g] == least) {
			bool taken = below(state, (uint32_t)there--) < wanted;
			if (!taken)
				continue;
			wanted--;
		}
		options[count++] = (struct match_option){.guide = (uint32_t)g, .score = scores[g]};
	}
	return count;
}

/* The nearest `options` of each, the more to the left the better. */
static struct match_problem make_row(const struct instance_plan *plan, struct ch_arena *arena)
{
	size_t count = 0, learners = plan->learners, near = plan->options / 2;
	int64_t *places = ch_arena_array(arena, learners, sizeof *places);
	int64_t *stakes = ch_arena_array(arena, learners, sizeof *stakes);
	size_t *first = ch_arena_array(arena, learners + 1, sizeof *first);
	struct match_option *options = ch_arena_array(arena, learners * (2 * near + 1), sizeof *options);

	for (size_t l = 0; l < learners; l++) {
		size_t from = l < near ? 0 : l - near, last = l + near < learners ? l + near : learners - 1;
		for (size_t g = from; g <= last; g++)
			options[count++] = (struct match_option){
				.guide = (uint32_t)g, .score = (uint32_t)((SCORES - 1) * (l + near - g) / (2 * near))};
		places[l] = 1;
		first[l + 1] = count;
	}
	struct match_problem problem = {.learner_count = learners,
					.guide_count = learners,
					.places = places,
					.first = first,
					.options = options,
					.stakes = stakes};
	match_stakes(&problem, NULL, stakes);
	return problem;
}

struct match_problem instance_make(const struct instance_plan *plan, struct ch_arena *arena)
{
	if (plan->row)
		return make_row(plan, arena);

	static const int64_t places_of[] = {1, 1, 1, 2, 2, 2, 3, 3, 4, 5};
	size_t learners = plan->learners, guide_count = (size_t)((double)learners * plan->guides_per_learner + 0.5);
	size_t most = plan->options ? plan->options : guide_count, count = 0;
	uint64_t state = plan->seed;
	struct ch_arena own = CH_ARENA_EMPTY;
	struct someone *guides = ch_arena_array(&own, guide_count, sizeof *guides);
	uint8_t *scores = ch_arena_array(&own, guide_count, 1);
	int64_t *places = ch_arena_array(arena, guide_count, sizeof *places);
	int64_t *stakes = ch_arena_array(arena, learners, sizeof *stakes);
	size_t *first = ch_arena_array(arena, learners + 1, sizeof *first);
	struct match_option *options = ch_arena_array(arena, learners * most, sizeof *options);

	for (size_t g = 0; g < guide_count; g++) {
		guides[g] = someone(&state, 2 + below(&state, 5));
		places[g] = places_of[below(&state, sizeof places_of / sizeof *places_of)];
	}
	for (size_t l = 0; l < learners; l++) {
		struct someone learner = someone(&state, 1 + below(&state, 4));
		for (size_t g = 0; g < guide_count; g++)
			scores[g] = score_of(&learner, &guides[g]);
		count += add_best(&state, scores, guide_count, most, options + count);
		first[l + 1] = count;
	}
	ch_arena_release(&own);
	struct match_problem problem = {.learner_count = learners,
					.guide_count = guide_count,
					.places = places,
					.first = first,
					.options = options,
					.stakes = stakes};
	match_stakes(&problem, NULL, stakes);
	return problem;
}

static enum ch_status write_piece(void *file, const char *bytes, size_t length, struct ch_error *err)
{
	return fwrite(bytes, 1, length, file) == length ? CH_OK : ch_fail(err, CH_IO, "the disk is full");
}

const char *instance_file(const struct instance_plan *plan, struct ch_arena *arena)
{
	const char *build = getenv("BUILD") ? getenv("BUILD") : "build";
	const char *bench = ch_arena_printf(arena, "%s/bench", build);
	const char *folder = ch_arena_printf(arena, "%s/matching", bench);
	const char *path = ch_arena_printf(arena, "%s/%zu-%.2f-%zu%s.min", folder, plan->learners,
					   plan->guides_per_learner, plan->options, plan->row ? "-row" : "");
	const char *half = ch_arena_printf(arena, "%s.half", path);
	struct ch_error err = CH_NO_ERROR;
	struct stat found;

	if (stat(path, &found) == 0)
		return path;
	mkdir(bench, 0777);
	mkdir(folder, 0777);
	FILE *file = fopen(half, "w");
	struct ch_arena own = CH_ARENA_EMPTY;
	struct match_problem problem = instance_make(plan, &own);
	bool written = file && match_dimacs_write(&problem, NULL, write_piece, file, &err) == CH_OK;
	ch_arena_release(&own);
	if (!file || fclose(file) != 0 || !written || rename(half, path) != 0) {
		perror(path);
		exit(1);
	}
	return path;
}
