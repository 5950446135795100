/*
 * What it would cost in all to take one more pair: exactly.
 *
 * Somebody who is put with another guide takes a place there. Whoever loses it
 * moves on to where they bring most, and so on, until a free place is reached,
 * somebody goes without, or the place is taken that was left behind. The
 * cheapest such way round is a shortest path in the residual graph of the
 * assignment (a unit of flow forced over one arc of an optimal flow is best
 * balanced by one shortest cycle through it: Ahuja, Magnanti and Orlin, "Network
 * flows", 1993, section 9.9). The solver's prices make every arc of it cost at
 * least 0, so that Dijkstra's method finds it: one query looks at little more
 * than the people who would move.
 */
#include "core/match/match.h"

#define FAR INT64_MAX

/* A place on the way: a guide, or beyond the last guide "no place is needed any more". */
struct stop {
	int64_t far;	     /* value lost up to here */
	int64_t fewer, loss; /* the same in learners and points */
	bool settled;
};

struct entry {
	int64_t far;
	uint32_t stop;
};

struct match_routes {
	size_t *first, *learners; /* of each guide, those who have a place there and are not pinned */
	struct stop *stops;
	uint32_t *touched;
	size_t touched_count;
	struct entry *heap;
	size_t heap_count, heap_room;
};

static struct match_routes *routes_of(struct ch_matching *m)
{
	struct ch_arena *arena = &m->work;
	struct match_routes *r = m->routes;
	size_t guides = m->guides.count;

	if (r != NULL)
		return r;
	r = m->routes = ch_arena_alloc(arena, sizeof *r);
	r->first = ch_arena_array(arena, guides + 2, sizeof *r->first);
	r->learners = ch_arena_array(arena, m->learners.count, sizeof *r->learners);
	r->stops = ch_arena_array(arena, guides + 1, sizeof *r->stops);
	r->touched = ch_arena_array(arena, guides + 1, sizeof *r->touched);
	for (size_t i = 0; i <= guides; i++)
		r->stops[i].far = FAR;
	for (size_t l = 0; l < m->learners.count; l++)
		if (m->guide_of[l] != MATCH_NOBODY && m->pin_of[l] == MATCH_NOBODY)
			r->first[m->guide_of[l] + 2]++;
	for (size_t g = 0; g < guides; g++)
		r->first[g + 2] += r->first[g + 1];
	for (size_t l = 0; l < m->learners.count; l++)
		if (m->guide_of[l] != MATCH_NOBODY && m->pin_of[l] == MATCH_NOBODY)
			r->learners[r->first[m->guide_of[l] + 1]++] = l;
	return r;
}

/* ---- The heap -------------------------------------------------------------------- */

static void push(struct ch_matching *m, struct entry entry)
{
	struct match_routes *r = m->routes;
	size_t at = r->heap_count++;

	r->heap = ch_arena_room(&m->work, r->heap, at, &r->heap_room, sizeof *r->heap);
	while (at > 0 && r->heap[(at - 1) / 2].far > entry.far) {
		r->heap[at] = r->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	r->heap[at] = entry;
}

static struct entry pop(struct match_routes *r)
{
	struct entry top = r->heap[0], last = r->heap[--r->heap_count];
	size_t at = 0;

	for (;;) {
		size_t child = 2 * at + 1;
		if (child >= r->heap_count)
			break;
		if (child + 1 < r->heap_count && r->heap[child + 1].far < r->heap[child].far)
			child++;
		if (r->heap[child].far >= last.far)
			break;
		r->heap[at] = r->heap[child];
		at = child;
	}
	r->heap[at] = last;
	return top;
}

/* ---- The way --------------------------------------------------------------------- */

static void reach(struct ch_matching *m, size_t stop, const struct stop *from, int64_t cost, int64_t fewer,
		  int64_t loss)
{
	struct match_routes *r = m->routes;
	struct stop *to = &r->stops[stop];
	int64_t far = cost > FAR - 1 - from->far ? FAR - 1 : from->far + cost;

	if (far >= to->far)
		return;
	if (to->far == FAR)
		r->touched[r->touched_count++] = (uint32_t)stop;
	*to = (struct stop){.far = far, .fewer = from->fewer + fewer, .loss = from->loss + loss};
	push(m, (struct entry){.far = far, .stop = (uint32_t)stop});
}

static int64_t score_with(const struct ch_matching *m, size_t learner, size_t guide)
{
	for (size_t i = m->first[learner]; i < m->first[learner + 1]; i++)
		if (m->options[i].guide == guide)
			return m->options[i].score;
	return 0;
}

/* The learner leaves `own` points behind and goes to any of their guides. */
static void move_on(struct ch_matching *m, size_t learner, const struct stop *from, int64_t own, int64_t fewer)
{
	for (size_t i = m->first[learner]; i < m->first[learner + 1]; i++) {
		const struct match_option *option = &m->options[i];
		int64_t worth = m->problem.stakes[learner] + option->score - m->solution.prices[option->guide];

		reach(m, option->guide, from, m->solution.gains[learner] - worth, fewer, own - option->score);
	}
}

static void leave_guide(struct ch_matching *m, size_t guide, size_t mover, const struct stop *from)
{
	const struct match_routes *r = m->routes;
	size_t nowhere = m->guides.count, taken = r->first[guide + 1] - r->first[guide];

	if ((int64_t)taken < m->places[guide])
		reach(m, nowhere, from, 0, 0, 0);
	for (size_t i = r->first[guide]; i < r->first[guide + 1]; i++) {
		size_t learner = r->learners[i];
		int64_t own;

		if (learner == mover)
			continue;
		own = score_with(m, learner, guide);
		reach(m, nowhere, from, m->solution.gains[learner], 1, own);
		move_on(m, learner, from, own, 0);
	}
}

/* A place that is left is free for whoever gains most by it. */
static void leave_nowhere(struct ch_matching *m, size_t mover, const struct stop *from)
{
	for (size_t g = 0; g < m->guides.count; g++)
		if (m->routes->first[g + 1] > m->routes->first[g])
			reach(m, g, from, m->solution.prices[g], 0, 0);
	for (size_t l = 0; l < m->learners.count; l++)
		if (m->guide_of[l] == MATCH_NOBODY && l != mover)
			move_on(m, l, from, 0, -1);
}

static struct stop shortest(struct ch_matching *m, size_t mover, size_t from, size_t to)
{
	struct match_routes *r = m->routes;
	struct stop found = {.far = FAR};

	reach(m, from, &(struct stop){.far = 0}, 0, 0, 0);
	while (r->heap_count > 0) {
		struct entry entry = pop(r);
		struct stop here = r->stops[entry.stop];

		if (here.settled || here.far < entry.far)
			continue;
		if (entry.stop == to) {
			found = here;
			break;
		}
		r->stops[entry.stop].settled = true;
		if (entry.stop == m->guides.count)
			leave_nowhere(m, mover, &here);
		else
			leave_guide(m, entry.stop, mover, &here);
	}
	for (size_t i = 0; i < r->touched_count; i++)
		r->stops[r->touched[i]] = (struct stop){.far = FAR};
	r->touched_count = r->heap_count = 0;
	return found;
}

struct match_cost match_cost_of(struct ch_matching *m, size_t learner, size_t guide)
{
	size_t now = m->guide_of[learner];
	int64_t score;
	struct stop way;

	if (now == guide)
		return (struct match_cost){.known = true};
	if (m->pin_of[learner] != MATCH_NOBODY || m->places[guide] <= 0 ||
	    match_obstacle(m, learner, guide, &score) != CH_NO_CRITERION)
		return (struct match_cost){.known = false};
	routes_of(m);
	way = shortest(m, learner, guide, now == MATCH_NOBODY ? m->guides.count : now);
	if (way.far == FAR)
		return (struct match_cost){.known = false};
	return (struct match_cost){.known = true,
				   .fewer = way.fewer - (now == MATCH_NOBODY),
				   .loss = way.loss + (now == MATCH_NOBODY ? 0 : score_with(m, learner, now)) - score};
}
