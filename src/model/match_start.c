/*
 * Where to start from: an assignment and prices that are nearly right.
 *
 * First by stakes alone, as if all scores were 0. Learners are placed one after
 * the other, greater stakes first; nobody placed loses the place again, which
 * is the best there is (match_place.c). Where one cannot be placed, the guides
 * that were reached are worth that learner's stake: so much one more place
 * would bring. With the stakes of match_stakes() this settles how many are
 * matched and how many of which weight, and what is left is about scores: it
 * splits off the guides whom too many want, before a price war between them
 * costs time (the part of the decomposition of Dulmage and Mendelsohn 1958 that
 * has more learners than places).
 *
 * Then by auction (Bertsekas 1988, "The auction algorithm: a distributed
 * relaxation method for the assignment problem"; places of one guide are alike
 * and share one price, the lowest bid accepted: Bertsekas and Castanon 1989,
 * "The auction algorithm for the transportation problem"). A learner bids for
 * the guide who gains them most, up to the price at which the second best would
 * do as well and a step more; a full guide lets go of the lowest bid. Without
 * the step a bid among equals would raise nothing and the auction might never
 * end; with it all are within a step of their best. Steps go from coarse to
 * half a point, each round starting from the prices before, less what that
 * round may have put on too much. Where a price war lasts all the same, its
 * step grows: what it costs is bounded, whatever the instance. What half points
 * leave is for match_settle().
 */
#include "model/match_sides.h"

#include <stdlib.h>

enum {
	PARTS = 2,	 /* of a point: prices go by half points here */
	STEP_FACTOR = 16, /* from one round's step to the next */
	FIRST_STEPS = 8, /* the greatest score is at least so many of the first step */
	STEPS_BACK = 2,	 /* that prices are lowered by between rounds */
	BIDS_MANY = 32	 /* for each learner in a round: a price war, in which the step grows */
};

/* ---- By stakes alone ---------------------------------------------------------- */

struct staked {
	int64_t stake;
	uint32_t learner;
};

static int greater_stake_first(const void *a, const void *b)
{
	const struct staked *x = a, *y = b;

	if (x->stake != y->stake)
		return x->stake < y->stake ? 1 : -1;
	return x->learner < y->learner ? -1 : x->learner > y->learner;
}

static void price_by_stakes(struct match_sides *sides)
{
	const struct match_side *learners = &sides->learners;
	struct staked *order = ch_arena_array(sides->arena, learners->count, sizeof *order);
	struct match_placing placing;

	match_placing_start(&placing, sides, learners->first, learners->options);
	for (uint32_t i = 0; i < learners->count; i++)
		order[i] = (struct staked){.stake = learners->reserve[i], .learner = i};
	qsort(order, learners->count, sizeof *order, greater_stake_first);
	for (size_t i = 0; i < learners->count && order[i].stake > 0; i++)
		if (!match_place(&placing, order[i].learner))
			for (size_t k = 0; k < placing.reached; k++)
				sides->guides.dual[placing.queue[k]] = order[i].stake;
	match_part_all(sides);
}

/* ---- One bid ------------------------------------------------------------------ */

struct auction {
	struct match_sides *sides;
	int64_t *price; /* of each guide, in parts */
	int64_t *bids;	/* of each slot of a guide: the price up to which that learner stays; a heap, lowest first */
	uint32_t *bidders; /* a stack of the learners who have yet to bid */
	size_t waiting;
	int64_t step; /* in parts */
};

struct wish {
	int64_t best, second; /* score less price, in parts; staying without is an option too */
	uint32_t guide;	      /* UINT32_MAX: nobody gains them anything */
};

static struct wish wish_of(const struct auction *a, uint32_t learner)
{
	const struct match_side *side = &a->sides->learners;
	int64_t without = -side->reserve[learner] * PARTS;
	struct wish wish = {.best = without, .second = without, .guide = UINT32_MAX};

	for (size_t i = side->first[learner]; i < side->first[learner + 1]; i++) {
		const struct match_option *option = &side->options[i];
		int64_t net = (int64_t)option->score * PARTS - a->price[option->guide];
		if (net <= wish.second)
			continue;
		if (net <= wish.best) {
			wish.second = net;
			continue;
		}
		wish.second = wish.best;
		wish.best = net;
		wish.guide = option->guide;
	}
	return wish;
}

/* Puts a bid beside the `count` that there are. */
static void bid_add(int64_t *bids, uint32_t *slots, size_t count, int64_t bid, uint32_t learner)
{
	size_t at = count;

	for (; at > 0 && bids[(at - 1) / 2] > bid; at = (at - 1) / 2) {
		bids[at] = bids[(at - 1) / 2];
		slots[at] = slots[(at - 1) / 2];
	}
	bids[at] = bid;
	slots[at] = learner;
}

/* Puts a bid in the place of the lowest. */
static void bid_replace(int64_t *bids, uint32_t *slots, size_t count, int64_t bid, uint32_t learner)
{
	size_t at = 0;

	for (size_t child = 1; child < count; child = 2 * at + 1) {
		if (child + 1 < count && bids[child + 1] < bids[child])
			child++;
		if (bids[child] >= bid)
			break;
		bids[at] = bids[child];
		slots[at] = slots[child];
		at = child;
	}
	bids[at] = bid;
	slots[at] = learner;
}

static void bid(struct auction *a, uint32_t learner)
{
	struct match_side *learners = &a->sides->learners, *guides = &a->sides->guides;
	struct wish wish = wish_of(a, learner);
	uint32_t guide = wish.guide;

	if (guide == UINT32_MAX)
		return;
	size_t start = guides->slot_first[guide], room = guides->slot_first[guide + 1] - start;
	int64_t *bids = a->bids + start, offer = a->price[guide] + wish.best - wish.second + a->step;
	uint32_t *slots = guides->slots + start;
	if (guides->held[guide] < room) {
		bid_add(bids, slots, guides->held[guide]++, offer, learner);
	} else {
		learners->held[slots[0]] = 0;
		a->bidders[a->waiting++] = slots[0];
		bid_replace(bids, slots, room, offer, learner);
	}
	learners->slots[learner] = guide;
	learners->held[learner] = 1;
	if (guides->held[guide] == room && bids[0] > a->price[guide])
		a->price[guide] = bids[0];
}

/* ---- The rounds --------------------------------------------------------------- */

/* The price from which on no learner wants a guide. */
static int64_t price_of_none(const struct match_side *learners, int64_t top_score)
{
	int64_t top_stake = 0;

	for (size_t i = 0; i < learners->count; i++)
		if (learners->reserve[i] > top_stake)
			top_stake = learners->reserve[i];
	return top_stake + top_score;
}

static int64_t top_score_of(const struct match_side *learners)
{
	uint32_t top = 0;

	for (size_t i = 0; i < learners->first[learners->count]; i++)
		if (learners->options[i].score > top)
			top = learners->options[i].score;
	return (int64_t)top;
}

static void hold_round(struct auction *a, int64_t step)
{
	size_t many = BIDS_MANY * a->sides->learners.count, bids = 0;

	a->step = step;
	match_part_all(a->sides);
	for (size_t i = a->sides->learners.count; i > 0; i--)
		a->bidders[a->waiting++] = (uint32_t)i - 1;
	for (; a->waiting > 0; bids++) {
		if (bids == many) {
			a->step *= STEP_FACTOR;
			bids = 0;
		}
		bid(a, a->bidders[--a->waiting]);
	}
}

static void lower_prices(struct auction *a)
{
	const struct match_side *guides = &a->sides->guides;

	for (size_t i = 0; i < guides->count; i++) {
		a->price[i] -= STEPS_BACK * a->step;
		if (a->price[i] < guides->dual[i] * PARTS)
			a->price[i] = guides->dual[i] * PARTS;
	}
}

void match_start(struct match_sides *sides)
{
	struct match_side *guides = &sides->guides;
	struct auction a = {.sides = sides,
			    .price = ch_arena_array(sides->arena, guides->count, sizeof *a.price),
			    .bids = ch_arena_array(sides->arena, guides->slot_first[guides->count], sizeof *a.bids),
			    .bidders = ch_arena_array(sides->arena, sides->learners.count, sizeof *a.bidders)};
	int64_t step = 1, top_score = top_score_of(&sides->learners), none = price_of_none(&sides->learners, top_score);

	price_by_stakes(sides);
	for (size_t i = 0; i < guides->count; i++) {
		if (guides->slot_first[i + 1] == guides->slot_first[i])
			guides->dual[i] = none;
		a.price[i] = guides->dual[i] * PARTS;
	}
	while (step * STEP_FACTOR * FIRST_STEPS <= top_score * PARTS)
		step *= STEP_FACTOR;
	hold_round(&a, step);
	while (step > 1) {
		lower_prices(&a);
		step /= STEP_FACTOR;
		hold_round(&a, step);
	}
	for (size_t i = 0; i < guides->count; i++)
		guides->dual[i] = a.price[i] / PARTS;
}
