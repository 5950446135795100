/*
 * What the parts of the matching share: the two sides, and who is with whom.
 *
 * The problem is the same seen from either side: learners are one side, guides
 * the other, and each node (a learner, a guide) has options among the other
 * side, room for some number of them, a dual value, and a reserve. With x of
 * one side and y of the other,
 *   slack(x, y) = dual of x + dual of y - score of the two   is never below 0,
 *   slack is 0 for each two that are together,
 *   dual + reserve is never below 0, and is 0 where there is room left.
 * These are the conditions of match.h: a learner's dual is gain - stake and
 * the reserve the stake; a guide's dual is the price and the reserve 0. The
 * last of them (room left although dual + reserve is above 0) is what
 * match_settle() mends; the others always hold.
 */
#ifndef MODEL_MATCH_SIDES_H
#define MODEL_MATCH_SIDES_H

#include <stdbool.h>

#include "model/match.h"

struct match_side {
	size_t count;
	const size_t *first;		   /* options of node x: first[x] up to, not with, first[x + 1] */
	const struct match_option *options; /* of a guide: their `guide` is a learner */
	int64_t *dual;
	const int64_t *reserve;
	size_t *slot_first; /* room of node x: slot_first[x + 1] - slot_first[x] */
	uint32_t *slots;    /* the others it is with, from slot_first[x] on */
	uint32_t *held;	    /* how many those are */
};

struct match_sides {
	struct ch_arena *arena; /* for all that the parts of the matching need */
	struct match_side learners, guides;
};

static inline bool match_has_room(const struct match_side *side, size_t node)
{
	return side->held[node] < side->slot_first[node + 1] - side->slot_first[node];
}

/* Room is left although it would pay to fill it: what match_settle() is to mend. */
static inline bool match_pays(const struct match_side *side, size_t node)
{
	return match_has_room(side, node) && side->dual[node] + side->reserve[node] > 0;
}

static inline int64_t match_slack(const struct match_side *x_side, size_t x, const struct match_side *y_side,
				  const struct match_option *option)
{
	return x_side->dual[x] + y_side->dual[option->guide] - (int64_t)option->score;
}

/* Sides with nobody matched, prices 0 and gains as they are at these. The guides' options are left out. */
void match_sides_start(struct match_sides *sides, const struct match_problem *problem, struct ch_arena *arena);

/* Puts two together, or apart; the sides of the two are x_side and y_side. */
void match_join(struct match_side *x_side, uint32_t x, struct match_side *y_side, uint32_t y);
void match_part(struct match_side *x_side, uint32_t x, struct match_side *y_side, uint32_t y);
void match_part_all(struct match_sides *sides);

/* Sets the gain of each learner by the guides' prices, and parts those who would gain more elsewhere. */
void match_part_unwilling(struct match_sides *sides);

/* An assignment and prices that are nearly right (match_start.c), for match_part_unwilling() and match_settle(). */
void match_start(struct match_sides *sides);

/* Makes the assignment and the duals the best there are (match_settle.c). */
void match_settle(struct match_sides *sides);

/* Makes the prices the least that prove it, and of assignments as good the one by numbers (match_ties.c). */
void match_settle_ties(struct match_sides *sides);

/*
 * Placing learners one after the other wherever there is room, along paths on which those placed before change guides
 * but stay placed (match_place.c). Guides that a search reached without finding room are closed: none of them, nor of
 * those whom their learners could change to, can ever take one more (Hungarian trees; a transversal matroid, in which
 * the greedy method is right: Edmonds and Fulkerson 1965).
 */
struct match_placing {
	struct match_sides *sides;
	const size_t *first; /* the options of learners that count here */
	const struct match_option *options;
	uint32_t *seen_by; /* of each guide: the last search that reached it, or MATCH_CLOSED */
	uint32_t search;
	uint32_t *from;	 /* of each guide reached: the learner it was reached from */
	uint32_t *queue; /* guides reached, in this order */
	size_t reached;
	const bool *may_yield; /* of each learner: whether they may lose their place to the one placed; NULL: nobody */
};

#define MATCH_CLOSED UINT32_MAX

void match_placing_start(struct match_placing *placing, struct match_sides *sides, const size_t *first,
			 const struct match_option *options);

/* False where there is no way; then the guides in queue[0] up to `reached` are closed. */
bool match_place(struct match_placing *placing, uint32_t learner);

#endif
