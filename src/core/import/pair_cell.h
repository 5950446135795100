/*
 * Two people in one cell of a list of pairs: "Lorna Hughes -> Tom Price", "Mentor: Lorna Hughes; Mentee: Tom Price",
 * or "Lorna Hughes / Tom Price" below the heading "Mentor / Mentee".
 */
#ifndef CHIRON_CORE_IMPORT_PAIR_CELL_H
#define CHIRON_CORE_IMPORT_PAIR_CELL_H

#include "core/import/lexicon.h"

struct pair_cell {
	const char *guide, *learner; /* NULL: the cell does not say who that is */
	const char *wrong;	     /* why not; NULL where both are known */
};

struct pair_cell pair_cell_read(const struct import_lexicon *lexicon, const char *heading, const char *cell,
				struct ch_arena *arena);

#endif
