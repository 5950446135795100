/*
 * A pair costs (greatest score - its score), and every learner has a private
 * place "unmatched" that costs (greatest score + stake). The least cost is
 * reached by sending one learner after the other along a shortest path of the
 * residual graph: a flow that is of least cost among those of its size stays so
 * when a shortest path augments it (Busacker and Gowen 1960; Iri 1960), and
 * potentials keep all costs at or above 0, so that Dijkstra's method finds the
 * path (Tomizawa 1971, "On some techniques useful for solution of
 * transportation network problems", Networks 1). A path always exists: a
 * learner may stay unmatched.
 *
 * Nodes are the learners, then the guides; the common end of all paths has no
 * number: it is reached from a guide with a free place, or from a matched
 * learner who gives theirs up to be unmatched. Its potential is always 0, so
 * that only nodes nearer than the end change theirs.
 */
#include "model/match.h"

#include <stdbool.h>
#include <string.h>

#define FAR INT64_MAX

struct solver {
	const struct match_problem *problem;
	size_t *guide_of;
	int64_t top_score;
	int64_t *free_places; /* of each guide */
	size_t *held;	      /* of each guide: one learner it has, or MATCH_NOBODY */
	size_t *held_next;    /* of each learner: another one of the same guide */
	int64_t *potential;   /* of each node */
	int64_t *distance;    /* of each node, from the learner that is being placed; FAR: not reached */
	size_t *from;	      /* of each node: the one before it on the path */
	size_t *seen;	      /* nodes reached, to clear only these */
	size_t seen_count;
	size_t *heap; /* nodes still open, nearest first; among equals the lower number */
	size_t *heap_at;
	size_t heap_count;
};

/* ---- The heap ----------------------------------------------------------------- */

static bool nearer(const struct solver *s, size_t a, size_t b)
{
	return s->distance[a] != s->distance[b] ? s->distance[a] < s->distance[b] : a < b;
}

static void heap_put(struct solver *s, size_t at, size_t node)
{
	s->heap[at] = node;
	s->heap_at[node] = at;
}

static void heap_raise(struct solver *s, size_t node)
{
	size_t at = s->heap_at[node];

	for (; at > 0 && nearer(s, node, s->heap[(at - 1) / 2]); at = (at - 1) / 2)
		heap_put(s, at, s->heap[(at - 1) / 2]);
	heap_put(s, at, node);
}

static size_t heap_take(struct solver *s)
{
	size_t nearest = s->heap[0], last = s->heap[--s->heap_count], at = 0;

	for (size_t child = 1; child < s->heap_count; child = 2 * at + 1) {
		if (child + 1 < s->heap_count && nearer(s, s->heap[child + 1], s->heap[child]))
			child++;
		if (!nearer(s, s->heap[child], last))
			break;
		heap_put(s, at, s->heap[child]);
		at = child;
	}
	heap_put(s, at, last);
	return nearest;
}

/* ---- One shortest path -------------------------------------------------------- */

static void reach(struct solver *s, size_t node, int64_t distance, size_t from)
{
	if (distance >= s->distance[node])
		return;
	if (s->distance[node] == FAR) {
		s->seen[s->seen_count++] = node;
		heap_put(s, s->heap_count++, node);
	}
	s->distance[node] = distance;
	s->from[node] = from;
	heap_raise(s, node);
}

static void look_from_learner(struct solver *s, size_t learner)
{
	const struct match_problem *p = s->problem;
	int64_t start = s->distance[learner] + s->potential[learner];

	for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++) {
		size_t node = p->learner_count + p->options[i].guide;
		int64_t cost = s->top_score - (int64_t)p->options[i].score;
		if (s->guide_of[learner] != p->options[i].guide)
			reach(s, node, start + cost - s->potential[node], learner);
	}
}

/* Whom a guide has is reached through this guide alone, at no cost: the two are on a shortest path. */
static void look_from_guide(struct solver *s, size_t guide)
{
	size_t node = s->problem->learner_count + guide;

	for (size_t learner = s->held[guide]; learner != MATCH_NOBODY; learner = s->held_next[learner])
		reach(s, learner, s->distance[node], node);
}

/* How far the end is straight from this node; FAR where it does not lead there. */
static int64_t to_end(const struct solver *s, size_t node)
{
	size_t learners = s->problem->learner_count;

	if (node < learners)
		return s->distance[node] + s->top_score + s->problem->stakes[node] + s->potential[node];
	return s->free_places[node - learners] > 0 ? s->distance[node] + s->potential[node] : FAR;
}

/* The last node of a shortest path from `learner` to the end; how long it is in *length. */
static size_t find_path(struct solver *s, size_t learner, int64_t *length)
{
	size_t last = learner;

	*length = FAR;
	reach(s, learner, 0, MATCH_NOBODY);
	while (s->heap_count > 0 && s->distance[s->heap[0]] < *length) {
		size_t node = heap_take(s);
		int64_t whole = to_end(s, node);
		if (whole < *length) {
			*length = whole;
			last = node;
		}
		if (node < s->problem->learner_count)
			look_from_learner(s, node);
		else
			look_from_guide(s, node - s->problem->learner_count);
	}
	return last;
}

/* ---- Changing the assignment -------------------------------------------------- */

static void let_go(struct solver *s, size_t learner)
{
	size_t *link = &s->held[s->guide_of[learner]];

	while (*link != learner)
		link = &s->held_next[*link];
	*link = s->held_next[learner];
	s->guide_of[learner] = MATCH_NOBODY;
}

static void take_on(struct solver *s, size_t learner, size_t guide)
{
	s->guide_of[learner] = guide;
	s->held_next[learner] = s->held[guide];
	s->held[guide] = learner;
}

/* Walks the path back: each guide on it takes the learner before it, who leaves the guide before that. */
static void augment(struct solver *s, size_t last)
{
	size_t learners = s->problem->learner_count;

	if (last >= learners)
		s->free_places[last - learners]--;
	else if (s->guide_of[last] != MATCH_NOBODY) {
		size_t guide_node = s->from[last];
		let_go(s, last);
		last = guide_node;
	}
	while (last >= learners) {
		size_t learner = s->from[last], before = s->from[learner];
		if (before != MATCH_NOBODY)
			let_go(s, learner);
		take_on(s, learner, last - learners);
		if (before == MATCH_NOBODY)
			return;
		last = before;
	}
}

static void settle_potentials(struct solver *s, int64_t length)
{
	for (size_t i = 0; i < s->seen_count; i++) {
		size_t node = s->seen[i];
		if (s->distance[node] < length)
			s->potential[node] += s->distance[node] - length;
		s->distance[node] = FAR;
	}
	s->seen_count = s->heap_count = 0;
}

/* ---- The whole ---------------------------------------------------------------- */

static struct solver prepare(const struct match_problem *p, struct ch_arena *arena, size_t *guide_of)
{
	size_t nodes = p->learner_count + p->guide_count;
	struct solver s = {.problem = p,
			   .guide_of = guide_of,
			   .free_places = ch_arena_array(arena, p->guide_count, sizeof *s.free_places),
			   .held = ch_arena_array(arena, p->guide_count, sizeof *s.held),
			   .held_next = ch_arena_array(arena, p->learner_count, sizeof *s.held_next),
			   .potential = ch_arena_array(arena, nodes, sizeof *s.potential),
			   .distance = ch_arena_array(arena, nodes, sizeof *s.distance),
			   .from = ch_arena_array(arena, nodes, sizeof *s.from),
			   .seen = ch_arena_array(arena, nodes, sizeof *s.seen),
			   .heap = ch_arena_array(arena, nodes, sizeof *s.heap),
			   .heap_at = ch_arena_array(arena, nodes, sizeof *s.heap_at)};

	for (size_t i = 0; i < nodes; i++)
		s.distance[i] = FAR;
	for (size_t guide = 0; guide < p->guide_count; guide++) {
		s.free_places[guide] = p->places[guide];
		s.held[guide] = MATCH_NOBODY;
	}
	for (size_t learner = 0; learner < p->learner_count; learner++) {
		guide_of[learner] = MATCH_NOBODY;
		for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++)
			if ((int64_t)p->options[i].score > s.top_score)
				s.top_score = (int64_t)p->options[i].score;
	}
	return s;
}

/* What a learner gains at these prices by the best of their options, or by none. */
static int64_t gain_of(const struct match_problem *p, const int64_t *prices, size_t learner)
{
	int64_t gain = 0;

	for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++) {
		int64_t value = p->stakes[learner] + (int64_t)p->options[i].score - prices[p->options[i].guide];
		if (value > gain)
			gain = value;
	}
	return gain;
}

void match_solve(const struct match_problem *problem, const struct match_solution *earlier, struct ch_arena *arena,
		 struct match_solution *solution)
{
	size_t *guide_of = ch_arena_array(arena, problem->learner_count, sizeof *guide_of);
	struct solver s = prepare(problem, arena, guide_of);

	(void)earlier;
	for (size_t learner = 0; learner < problem->learner_count; learner++) {
		int64_t length;
		size_t last = find_path(&s, learner, &length);
		augment(&s, last);
		settle_potentials(&s, length);
	}
	*solution = (struct match_solution){
		.guide_of = guide_of,
		.prices = ch_arena_array(arena, problem->guide_count, sizeof *solution->prices),
		.gains = ch_arena_array(arena, problem->learner_count, sizeof *solution->gains)};
	for (size_t guide = 0; guide < problem->guide_count; guide++)
		solution->prices[guide] = s.free_places[guide] > 0 ? 0 : -s.potential[problem->learner_count + guide];
	for (size_t learner = 0; learner < problem->learner_count; learner++)
		solution->gains[learner] = gain_of(problem, solution->prices, learner);
}
