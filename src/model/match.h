/*
 * The matching: which learner goes to which guide.
 *
 * Found is an assignment in which every learner has at most one guide and no
 * guide more learners than places, that
 *   1. matches as many learners as can be matched, and among these
 *   2. has the greatest sum of scores.
 * Where several are as good, the numbers of learners and guides alone decide:
 * the same input gives the same answer on every machine, in whatever order the
 * options of a learner are given. Nothing here knows of people:
 * learners and guides are numbered from 0.
 *
 * Why it is right. Give a pair the cost (greatest score - its score), and every
 * learner a private place "unmatched" whose cost is (greatest score x learners
 * + 1). That is above what all pairs together can cost, so an assignment of
 * least cost leaves as few unmatched as possible, and among these has the
 * greatest score. The least cost is reached by sending one learner after the
 * other along a shortest path of the residual graph: a flow that is of least
 * cost among those of its size stays so when a shortest path augments it
 * (Busacker and Gowen 1960; Iri 1960), and potentials keep all costs at or
 * above 0, so that Dijkstra's method finds the path (Tomizawa 1971, "On some
 * techniques useful for solution of transportation network problems", Networks
 * 1; Edmonds and Karp 1972, "Theoretical improvements in algorithmic efficiency
 * for network flow problems", Journal of the ACM 19). A path always exists: a
 * learner may stay unmatched.
 *
 * Time: learners x options x log(learners + guides) at most; a path ends at the
 * first free place, so that usually far less is looked at.
 */
#ifndef MODEL_MATCH_H
#define MODEL_MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"

#define MATCH_NOBODY SIZE_MAX

/* A guide whom a learner may have. */
struct match_option {
	uint32_t guide;
	uint32_t score; /* 0 to 1,000,000 */
};

struct match_problem {
	size_t learner_count, guide_count; /* together under 2^32 */
	const int64_t *places;		   /* of each guide; below 0 counts as 0 */
	const size_t *first;		   /* the options of learner i: first[i] up to, not with, first[i + 1] */
	const struct match_option *options; /* of one learner each guide at most once */
};

/* Fills guide_of[learner] with the guide, or MATCH_NOBODY. Works in memory of `arena`. */
void match_solve(const struct match_problem *problem, struct ch_arena *arena, size_t *guide_of);

#endif
