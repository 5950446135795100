/*
 * Placing, breadth first: the search from a learner reaches their options, then
 * the options of those who are with these guides, until one has room.
 */
#include "model/match_sides.h"

#define NO_LEARNER UINT32_MAX

void match_placing_start(struct match_placing *placing, struct match_sides *sides, const size_t *first,
			 const struct match_option *options)
{
	size_t guides = sides->guides.count;

	*placing = (struct match_placing){.sides = sides,
					  .first = first,
					  .options = options,
					  .seen_by = ch_arena_array(sides->arena, guides, sizeof *placing->seen_by),
					  .from = ch_arena_array(sides->arena, guides, sizeof *placing->from),
					  .queue = ch_arena_array(sides->arena, guides, sizeof *placing->queue)};
}

/* Adds the options of a learner to the queue; true where one of them has room: it is the last of the queue. */
static bool reach_options(struct match_placing *p, uint32_t learner)
{
	for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++) {
		uint32_t guide = p->options[i].guide;
		if (p->seen_by[guide] >= p->search)
			continue;
		p->seen_by[guide] = p->search;
		p->from[guide] = learner;
		p->queue[p->reached++] = guide;
		if (match_has_room(&p->sides->guides, guide))
			return true;
	}
	return false;
}

/* The last by number of those with the guide who may yield. */
static uint32_t yielding_at(const struct match_placing *p, uint32_t guide)
{
	const struct match_side *guides = &p->sides->guides;
	const uint32_t *slots = guides->slots + guides->slot_first[guide];
	uint32_t found = NO_LEARNER;

	for (uint32_t i = 0; p->may_yield && i < guides->held[guide]; i++)
		if (p->may_yield[slots[i]] && (found == NO_LEARNER || slots[i] > found))
			found = slots[i];
	return found;
}

/* The guide where the path ends: one with room, or who was made to have it; false where there is none. */
static bool find_end(struct match_placing *p, uint32_t learner, uint32_t *end)
{
	struct match_side *guides = &p->sides->guides;
	bool found = reach_options(p, learner);

	for (size_t next = 0; !found && next < p->reached; next++) {
		uint32_t guide = p->queue[next], yielding = yielding_at(p, guide);
		if (yielding != NO_LEARNER) {
			match_part(&p->sides->learners, yielding, guides, guide);
			*end = guide;
			return true;
		}
		const uint32_t *slots = guides->slots + guides->slot_first[guide];
		for (uint32_t i = 0; !found && i < guides->held[guide]; i++)
			found = reach_options(p, slots[i]);
	}
	if (found)
		*end = p->queue[p->reached - 1];
	return found;
}

/* Each guide on the path takes the learner it was reached from, who leaves the guide before it. */
static void move_along(struct match_placing *p, uint32_t learner, uint32_t guide)
{
	struct match_side *learners = &p->sides->learners, *guides = &p->sides->guides;

	for (uint32_t mover = p->from[guide]; mover != learner; mover = p->from[guide]) {
		uint32_t before = learners->slots[mover];
		match_part(learners, mover, guides, before);
		match_join(learners, mover, guides, guide);
		guide = before;
	}
	match_join(learners, learner, guides, guide);
}

bool match_place(struct match_placing *p, uint32_t learner)
{
	uint32_t end;

	p->search++;
	p->reached = 0;
	if (find_end(p, learner, &end)) {
		move_along(p, learner, end);
		return true;
	}
	for (size_t i = 0; i < p->reached; i++)
		p->seen_by[p->queue[i]] = MATCH_CLOSED;
	return false;
}
