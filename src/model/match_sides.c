#include "model/match_sides.h"

/* Room for no more than there are options: what is asked of memory does not grow with a number somebody typed. */
static void set_room(struct match_sides *sides, const struct match_problem *p)
{
	struct match_side *guides = &sides->guides;
	size_t *first = ch_arena_array(sides->arena, p->guide_count + 1, sizeof *first);

	for (size_t i = 0; i < p->first[p->learner_count]; i++)
		first[p->options[i].guide + 1]++;
	for (size_t guide = 0; guide < p->guide_count; guide++) {
		int64_t places = p->places[guide] > 0 ? p->places[guide] : 0;
		if ((size_t)places < first[guide + 1])
			first[guide + 1] = (size_t)places;
		first[guide + 1] += first[guide];
	}
	guides->slot_first = first;
	guides->slots = ch_arena_array(sides->arena, first[p->guide_count], sizeof *guides->slots);
}

void match_sides_start(struct match_sides *sides, const struct match_problem *p, struct ch_arena *arena)
{
	size_t *slot_first = ch_arena_array(arena, p->learner_count + 1, sizeof *slot_first);

	*sides = (struct match_sides){
		.arena = arena,
		.learners = {.count = p->learner_count,
			     .first = p->first,
			     .options = p->options,
			     .dual = ch_arena_array(arena, p->learner_count, sizeof(int64_t)),
			     .reserve = p->stakes,
			     .slot_first = slot_first,
			     .slots = ch_arena_array(arena, p->learner_count, sizeof(uint32_t)),
			     .held = ch_arena_array(arena, p->learner_count, sizeof(uint32_t))},
		.guides = {.count = p->guide_count,
			   .dual = ch_arena_array(arena, p->guide_count, sizeof(int64_t)),
			   .reserve = ch_arena_array(arena, p->guide_count, sizeof(int64_t)),
			   .held = ch_arena_array(arena, p->guide_count, sizeof(uint32_t))}};
	for (size_t learner = 0; learner <= p->learner_count; learner++)
		slot_first[learner] = learner;
	set_room(sides, p);
}

void match_join(struct match_side *x_side, uint32_t x, struct match_side *y_side, uint32_t y)
{
	x_side->slots[x_side->slot_first[x] + x_side->held[x]++] = y;
	y_side->slots[y_side->slot_first[y] + y_side->held[y]++] = x;
}

static void let_go(struct match_side *side, uint32_t node, uint32_t other)
{
	uint32_t *slots = side->slots + side->slot_first[node], i = 0;

	while (slots[i] != other)
		i++;
	slots[i] = slots[--side->held[node]];
}

void match_part(struct match_side *x_side, uint32_t x, struct match_side *y_side, uint32_t y)
{
	let_go(x_side, x, y);
	let_go(y_side, y, x);
}

void match_part_all(struct match_sides *sides)
{
	for (size_t i = 0; i < sides->learners.count; i++)
		sides->learners.held[i] = 0;
	for (size_t i = 0; i < sides->guides.count; i++)
		sides->guides.held[i] = 0;
}

void match_part_unwilling(struct match_sides *sides)
{
	struct match_side *learners = &sides->learners, *guides = &sides->guides;

	for (uint32_t learner = 0; learner < learners->count; learner++) {
		bool held = learners->held[learner] > 0;
		uint32_t guide = held ? learners->slots[learner] : UINT32_MAX;
		int64_t best = -learners->reserve[learner], here = best - 1;
		for (size_t i = learners->first[learner]; i < learners->first[learner + 1]; i++) {
			const struct match_option *option = &learners->options[i];
			int64_t net = (int64_t)option->score - guides->dual[option->guide];
			if (net > best)
				best = net;
			if (option->guide == guide)
				here = net;
		}
		learners->dual[learner] = best;
		if (held && here != best)
			match_part(learners, learner, guides, guide);
	}
}
