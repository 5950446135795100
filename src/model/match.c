/*
 * Three parts: a start that is nearly right (match_start.c, or what an earlier
 * problem left), what is exact (match_settle.c), and one answer of several as
 * good (match_ties.c). Only the last two decide what comes out; the first, how
 * soon.
 */
#include "model/match.h"

#include "model/match_sides.h"

enum { CHANGED_SHARE = 8 }; /* where one learner of so many is to be placed anew, it is sooner done from the start */

/* Takes over what still holds of an earlier answer; false where too little does. */
static bool start_from(struct match_sides *sides, const struct match_solution *earlier)
{
	struct match_side *learners = &sides->learners, *guides = &sides->guides;
	size_t unplaced = 0;

	for (size_t i = 0; i < guides->count; i++)
		guides->dual[i] = earlier->prices[i];
	for (size_t i = 0; i < learners->count; i++)
		if (earlier->guide_of[i] != MATCH_NOBODY && match_has_room(guides, earlier->guide_of[i]))
			match_join(learners, (uint32_t)i, guides, (uint32_t)earlier->guide_of[i]);
	match_part_unwilling(sides);
	for (size_t i = 0; i < learners->count; i++)
		unplaced += match_pays(learners, i);
	if (unplaced <= learners->count / CHANGED_SHARE)
		return true;
	for (size_t i = 0; i < guides->count; i++)
		guides->dual[i] = 0;
	match_part_all(sides);
	return false;
}

void match_solve(const struct match_problem *problem, const struct match_solution *earlier, struct ch_arena *arena,
		 struct match_solution *solution)
{
	struct ch_arena own = CH_ARENA_EMPTY;
	struct match_sides sides;

	match_sides_start(&sides, problem, &own);
	if (!earlier || !start_from(&sides, earlier)) {
		match_start(&sides);
		match_part_unwilling(&sides);
	}
	match_settle(&sides);
	match_settle_ties(&sides);
	*solution = (struct match_solution){
		.guide_of = ch_arena_array(arena, problem->learner_count, sizeof *solution->guide_of),
		.prices = ch_arena_array(arena, problem->guide_count, sizeof *solution->prices),
		.gains = ch_arena_array(arena, problem->learner_count, sizeof *solution->gains)};
	for (size_t i = 0; i < problem->learner_count; i++) {
		solution->guide_of[i] = sides.learners.held[i] ? sides.learners.slots[i] : MATCH_NOBODY;
		solution->gains[i] = sides.learners.dual[i] + problem->stakes[i];
	}
	for (size_t i = 0; i < problem->guide_count; i++)
		solution->prices[i] = sides.guides.dual[i];
	ch_arena_release(&own);
}
