/* Inverted lists: from a term to the guides who have it. */
#ifndef CORE_MATCH_INVERT_H
#define CORE_MATCH_INVERT_H

#include "core/match/match.h"

struct inverted {
	uint32_t *first; /* of number i: from first[i] up to first[i + 1] */
	uint32_t *guides;
};

/* Of the guides' terms at `offset` in struct pair_side; lives in `arena`. */
struct inverted match_invert(const struct ch_matching *m, struct ch_arena *arena, size_t offset);

#endif
