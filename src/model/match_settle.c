/*
 * The exact part: who has room although it would pay to fill it is given the
 * best there is, one after the other, along a shortest path of slacks.
 *
 * From such a node x of one side ("it", a learner without a guide or a guide
 * with a free place) the search reaches nodes y of the other side by slack. A
 * path ends well at a y with room; or y takes it and parts from one x' it is
 * with, who goes on to look for another (slack 0 back to x', so that the path
 * costs nothing there), or stays without, which costs dual + reserve of x'. So
 * may x itself. The shortest of all is taken; then the duals of what was
 * nearer than its end are moved by the difference, which keeps every slack at
 * or above 0 and makes it 0 along the path. Each search mends one piece of
 * room and harms none, so that in the end all conditions hold (Hungarian
 * method: Kuhn 1955; shortest paths with potentials: Tomizawa 1971; the same
 * from both sides: Jonker and Volgenant 1987, "A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems", Computing 38).
 */
#include "model/match_heap.h"
#include "model/match_sides.h"

#define NO_NODE UINT32_MAX

struct search {
	struct match_side *x_side, *y_side;
	struct match_heap heap; /* y by distance; all are MATCH_FAR between searches */
	uint32_t *from;	   /* of each y reached: the x before it */
	uint32_t *reached; /* every y that was */
	size_t reached_count;
	uint32_t *via;	/* of each x: the y it is with and was reached through; NO_NODE: not reached */
	uint32_t *left; /* every x that was, but the one the search began at */
	size_t left_count;
	int64_t length; /* of the best end found */
	uint32_t end;	/* the y it is at; NO_NODE: x stays without */
	uint32_t without; /* the x' that is to stay without there; NO_NODE: y has room */
};

/* ---- One search --------------------------------------------------------------- */

static void end_at(struct search *s, int64_t length, uint32_t y, uint32_t without)
{
	if (length >= s->length)
		return;
	s->length = length;
	s->end = y;
	s->without = without;
}

static void reach_options(struct search *s, uint32_t x, int64_t distance)
{
	const struct match_side *x_side = s->x_side;

	for (size_t i = x_side->first[x]; i < x_side->first[x + 1]; i++) {
		const struct match_option *option = &x_side->options[i];
		int64_t whole = distance + match_slack(x_side, x, s->y_side, option);
		uint32_t y = option->guide;
		if (whole >= s->heap.distance[y] || whole >= s->length)
			continue;
		s->from[y] = x;
		if (match_has_room(s->y_side, y)) {
			end_at(s, whole, y, NO_NODE);
			continue;
		}
		if (s->heap.distance[y] == MATCH_FAR)
			s->reached[s->reached_count++] = y;
		match_heap_add(&s->heap, y, whole);
	}
}

static void find_end(struct search *s, uint32_t x)
{
	const struct match_side *x_side = s->x_side, *y_side = s->y_side;

	s->reached_count = s->left_count = s->heap.count = 0;
	s->length = x_side->dual[x] + x_side->reserve[x];
	s->end = s->without = NO_NODE;
	reach_options(s, x, 0);
	while (s->heap.count > 0 && s->heap.distance[s->heap.nodes[0]] < s->length) {
		uint32_t y = match_heap_take(&s->heap);
		int64_t distance = s->heap.distance[y];
		const uint32_t *slots = y_side->slots + y_side->slot_first[y];
		for (uint32_t i = 0; i < y_side->held[y]; i++) {
			uint32_t other = slots[i];
			if (other == x || s->via[other] != NO_NODE)
				continue;
			s->via[other] = y;
			s->left[s->left_count++] = other;
			end_at(s, distance + x_side->dual[other] + x_side->reserve[other], y, other);
			reach_options(s, other, distance);
		}
	}
}

static void move_duals(struct search *s, uint32_t x)
{
	s->x_side->dual[x] -= s->length;
	for (size_t i = 0; i < s->left_count; i++)
		s->x_side->dual[s->left[i]] -= s->length - s->heap.distance[s->via[s->left[i]]];
	for (size_t i = 0; i < s->reached_count; i++)
		if (s->heap.distance[s->reached[i]] < s->length)
			s->y_side->dual[s->reached[i]] += s->length - s->heap.distance[s->reached[i]];
}

static void move_along(struct search *s, uint32_t x)
{
	uint32_t y = s->end;

	if (s->without != NO_NODE)
		match_part(s->x_side, s->without, s->y_side, y);
	while (y != NO_NODE) {
		uint32_t mover = s->from[y], before = mover == x ? NO_NODE : s->via[mover];
		if (before != NO_NODE)
			match_part(s->x_side, mover, s->y_side, before);
		match_join(s->x_side, mover, s->y_side, y);
		y = before;
	}
}

static void forget(struct search *s)
{
	for (size_t i = 0; i < s->reached_count; i++)
		s->heap.distance[s->reached[i]] = MATCH_FAR;
	for (size_t i = 0; i < s->left_count; i++)
		s->via[s->left[i]] = NO_NODE;
}

/* ---- All of one side ---------------------------------------------------------- */

static size_t common_divisor(size_t a, size_t b)
{
	while (b != 0) {
		size_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/*
 * By how much to go on, round and round, so that each of `count` is come to once and none soon after a neighbour: the
 * golden section of the count, or the next number that has no divisor in common with it. Where all want to one side of
 * a long row, one who comes after all of their neighbours pushes them all along, each time; scattered, they settle like
 * keys in a table of open addresses, and only the last come far (Knuth, "The Art of Computer Programming" 3, 6.4).
 */
static size_t scattered_step(size_t count)
{
	size_t step = (size_t)((double)count * 0.6180339887);

	while (common_divisor(step, count) > 1)
		step++;
	return step;
}

static void settle_side(struct match_side *x_side, struct match_side *y_side, struct ch_arena *arena)
{
	struct search s = {.x_side = x_side,
			   .y_side = y_side,
			   .from = ch_arena_array(arena, y_side->count, sizeof *s.from),
			   .reached = ch_arena_array(arena, y_side->count, sizeof *s.reached),
			   .via = ch_arena_array(arena, x_side->count, sizeof *s.via),
			   .left = ch_arena_array(arena, x_side->count, sizeof *s.left)};

	match_heap_start(&s.heap, y_side->count, arena);
	for (size_t x = 0; x < x_side->count; x++)
		s.via[x] = NO_NODE;
	size_t step = scattered_step(x_side->count);
	for (size_t i = 0, at = 0; i < x_side->count; i++, at = (at + step) % x_side->count) {
		uint32_t x = (uint32_t)at;

		while (match_pays(x_side, x)) {
			find_end(&s, x);
			move_duals(&s, x);
			move_along(&s, x);
			forget(&s);
		}
	}
}

/* The options as the guides have them: each guide's learners ascending. */
static void list_guides_options(struct match_sides *sides)
{
	const struct match_side *learners = &sides->learners;
	size_t guides = sides->guides.count, count = learners->first[learners->count];
	size_t *first = ch_arena_array(sides->arena, guides + 2, sizeof *first);
	struct match_option *options = ch_arena_array(sides->arena, count, sizeof *options);

	for (size_t i = 0; i < count; i++)
		first[learners->options[i].guide + 2]++;
	for (size_t guide = 0; guide < guides; guide++)
		first[guide + 2] += first[guide + 1];
	for (uint32_t learner = 0; learner < learners->count; learner++)
		for (size_t i = learners->first[learner]; i < learners->first[learner + 1]; i++)
			options[first[learners->options[i].guide + 1]++] =
				(struct match_option){.guide = learner, .score = learners->options[i].score};
	sides->guides.first = first;
	sides->guides.options = options;
}

void match_settle(struct match_sides *sides)
{
	bool any = false;

	settle_side(&sides->learners, &sides->guides, sides->arena);
	for (size_t guide = 0; guide < sides->guides.count; guide++)
		any = any || match_pays(&sides->guides, guide);
	if (!any)
		return;
	list_guides_options(sides);
	settle_side(&sides->guides, &sides->learners, sides->arena);
}
