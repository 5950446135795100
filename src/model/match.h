/*
 * The matching: which learner goes to which guide.
 *
 * Found is an assignment in which every learner has at most one guide and no
 * guide more learners than places, of the greatest value: the sum, over the
 * learners matched, of the pair's score and the learner's stake. A stake is
 * what being matched at all is worth. With those of match_stakes() the value
 * stands for three aims, one before the other:
 *   1. as many learners as can be are matched,
 *   2. among such, the sum of the waiting weights of those matched is greatest,
 *   3. among such, the sum of scores is greatest.
 * Where several are as good, the numbers of learners and guides alone decide,
 * lower numbers first: the same problem gives the same answer on every machine
 * and from every start. Nothing here knows of people: learners and guides are
 * numbered from 0. A caller who numbers them by what they are (and not by when
 * they came in) gets the same pairs whatever order they came in.
 *
 * The proof. With the assignment come prices of guides and gains of learners,
 * none below 0, such that
 *   - no learner could gain more: gain >= stake + score - price, for each option;
 *   - what is paired is worth it: gain = stake + score - price, for each pair;
 *   - who is unmatched gains nothing, and a guide with a free place costs nothing.
 * Then nothing better exists: any assignment is worth at most the sum of all
 * gains and of places x price, and this one is worth just that (duality of
 * linear programming; Kuhn 1955). match_check() looks at each option once. Of
 * all prices that prove it, these are the least, and they say more: a guide's
 * price is exactly what one more place of theirs would add to the value.
 *
 * How: match.c. Time and memory, measured: docs/performance.md.
 */
#ifndef MODEL_MATCH_H
#define MODEL_MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"

#define MATCH_NOBODY SIZE_MAX

/* What these bound cannot overflow anything in the solver. */
#define MATCH_STAKE_MAX (INT64_C(1) << 60)

enum { MATCH_WEIGHT_MAX = 9, MATCH_SCORE_MAX = 1000000 };

/* A guide whom a learner may have. */
struct match_option {
	uint32_t guide;
	uint32_t score; /* 0 to MATCH_SCORE_MAX */
};

struct match_problem {
	size_t learner_count, guide_count; /* together under 2^32 */
	const int64_t *places;		   /* of each guide; below 0 counts as 0 */
	const size_t *first;		   /* the options of learner i: first[i] up to, not with, first[i + 1] */
	const struct match_option *options; /* of one learner each guide at most once, guides ascending */
	const int64_t *stakes;		    /* of each learner; from -MATCH_STAKE_MAX to MATCH_STAKE_MAX */
};

/* Arrays live in the arena given to match_solve(). */
struct match_solution {
	size_t *guide_of; /* of each learner; MATCH_NOBODY: unmatched */
	int64_t *prices;  /* of each guide: what one more place would add */
	int64_t *gains;	  /* of each learner: what they bring beyond the price of their place */
};

enum match_flaw {
	MATCH_PROVEN,	     /* it is the best there is */
	MATCH_NOT_AN_OPTION, /* a learner has a guide who is none of their options */
	MATCH_OVERFULL,	     /* a guide has more learners than places */
	MATCH_BELOW_NOTHING, /* a price or gain is below 0 */
	MATCH_NOT_WORTH_IT,  /* a pair or an unmatched learner does not bring the gain */
	MATCH_GAINS_MORE,    /* an option would bring a learner more than the gain */
	MATCH_PRICE_OF_FREE, /* a guide with a free place has a price */
};

/*
 * Fills stakes[learner] from the waiting weights (0 to MATCH_WEIGHT_MAX of each; NULL: all 0). All else of `problem` is
 * set. A step of the weight is worth more than all scores together, and being matched more than all weights together:
 * (greatest score x learners + 1) x (9 x learners + 1 + weight), or plain greatest score x learners + 1 where all
 * weights are 0. Within range up to 300,000 learners with scores up to MATCH_SCORE_MAX.
 */
void match_stakes(const struct match_problem *problem, const uint8_t *weights, int64_t *stakes);

/*
 * Fills *solution, which lives in `arena`. `earlier` is NULL or the solution of a problem with as many learners and
 * guides that differs little: the answer is the same, and comes sooner the less was changed.
 */
void match_solve(const struct match_problem *problem, const struct match_solution *earlier, struct ch_arena *arena,
		 struct match_solution *solution);

/* Whether the prices and gains prove the assignment; every run is checked by it. Works in memory of `arena`. */
enum match_flaw match_check(const struct match_problem *problem, const struct match_solution *solution,
			    struct ch_arena *arena);

#endif
