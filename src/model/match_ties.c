/*
 * One answer of several as good.
 *
 * First the prices. Those that prove an assignment best prove every best
 * assignment, and of two such lists of prices the lower of each guide's two
 * makes a third (Shapley and Shubik 1971, "The assignment game I: the core"):
 * there is one least list, whichever was found before. A price can be lowered
 * until it is 0, or until somebody would gain more here than where they are,
 * whose own guide's price may be lowered too: shortest paths of slack from the
 * guides and learners that bound it. What comes out is what one more place of
 * that guide would add to the value of the whole.
 *
 * Then the pairs. The best assignments are those that keep to options of slack
 * 0, place each learner with a gain, and fill each guide with a price. One is
 * made anew, from these alone: first to guides with a price, those with a gain
 * before those without, in the order of their numbers; then those with a gain
 * who are left, who may put out one without. So the answer depends on the
 * problem only, and not on the way to it.
 */
#include "model/match_heap.h"
#include "model/match_sides.h"

static void lower_by_options(const struct match_sides *sides, struct match_heap *heap, uint32_t learner,
			     int64_t distance)
{
	const struct match_side *learners = &sides->learners;

	for (size_t i = learners->first[learner]; i < learners->first[learner + 1]; i++) {
		const struct match_option *option = &learners->options[i];
		int64_t whole = distance + match_slack(learners, learner, &sides->guides, option);
		if (whole < heap->distance[option->guide])
			match_heap_add(heap, option->guide, whole);
	}
}

static void lower_prices(struct match_sides *sides)
{
	struct match_side *learners = &sides->learners, *guides = &sides->guides;
	struct match_heap heap;

	match_heap_start(&heap, guides->count, sides->arena);
	for (uint32_t guide = 0; guide < guides->count; guide++)
		match_heap_add(&heap, guide, guides->dual[guide]);
	for (uint32_t learner = 0; learner < learners->count; learner++)
		if (match_has_room(learners, learner))
			lower_by_options(sides, &heap, learner, 0);
	while (heap.count > 0) {
		uint32_t guide = match_heap_take(&heap);
		const uint32_t *slots = guides->slots + guides->slot_first[guide];
		for (uint32_t i = 0; i < guides->held[guide]; i++)
			lower_by_options(sides, &heap, slots[i], heap.distance[guide]);
	}
	for (uint32_t guide = 0; guide < guides->count; guide++) {
		const uint32_t *slots = guides->slots + guides->slot_first[guide];
		for (uint32_t i = 0; i < guides->held[guide]; i++)
			learners->dual[slots[i]] += heap.distance[guide];
		guides->dual[guide] -= heap.distance[guide];
	}
}

/* The options of slack 0; returns where those of each learner begin. */
static const size_t *list_tight(const struct match_sides *sides, const struct match_option **tight)
{
	const struct match_side *learners = &sides->learners;
	size_t *first = ch_arena_array(sides->arena, learners->count + 1, sizeof *first), count = 0;
	struct match_option *list;

	for (size_t x = 0; x < learners->count; x++)
		for (size_t i = learners->first[x]; i < learners->first[x + 1]; i++)
			count += match_slack(learners, x, &sides->guides, &learners->options[i]) == 0;
	*tight = list = ch_arena_array(sides->arena, count, sizeof *list);
	count = 0;
	for (size_t x = 0; x < learners->count; x++) {
		for (size_t i = learners->first[x]; i < learners->first[x + 1]; i++)
			if (match_slack(learners, x, &sides->guides, &learners->options[i]) == 0)
				list[count++] = learners->options[i];
		first[x + 1] = count;
	}
	return first;
}

void match_settle_ties(struct match_sides *sides)
{
	struct match_side *learners = &sides->learners, *guides = &sides->guides;
	bool *gains_nothing = ch_arena_array(sides->arena, learners->count, sizeof *gains_nothing);
	const struct match_option *tight;
	struct match_placing placing;

	lower_prices(sides);
	const size_t *first = list_tight(sides, &tight);
	match_part_all(sides);
	match_placing_start(&placing, sides, first, tight);
	for (size_t i = 0; i < guides->count; i++)
		if (guides->dual[i] == 0)
			placing.seen_by[i] = MATCH_CLOSED;
	for (size_t i = 0; i < learners->count; i++)
		gains_nothing[i] = learners->dual[i] + learners->reserve[i] == 0;
	for (int nothing = 0; nothing <= 1; nothing++)
		for (uint32_t i = 0; i < learners->count; i++)
			if (gains_nothing[i] == nothing)
				match_place(&placing, i);
	match_placing_start(&placing, sides, first, tight);
	placing.may_yield = gains_nothing;
	for (uint32_t i = 0; i < learners->count; i++)
		if (!gains_nothing[i] && match_has_room(learners, i))
			match_place(&placing, i);
}
