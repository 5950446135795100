/*
 * What the cells of a column were read as: most columns of a list hold a few
 * values over and over ("Mentor", "Ward 7"), and reading one, with all the
 * words and forms that it may have, is dear. Only cells that were read without
 * a remark are kept, so that each problem is said for each row.
 *
 * A column keeps a fixed number of values and then begins anew, since lists
 * come sorted: a manager's people stand together. One whose values rarely come
 * again keeps none, and no column more than a mebibyte in all.
 */
#ifndef CHIRON_CORE_IMPORT_CELL_MEMO_H
#define CHIRON_CORE_IMPORT_CELL_MEMO_H

#include <stdbool.h>

#include "chiron/arena.h"
#include "model/field_value.h"

struct cell_memo_entry;

/* Of one column; owns its memory. CELL_MEMO_EMPTY to cell_memo_release(). */
struct cell_memo {
	struct ch_arena arena;
	struct cell_memo_entry *entries; /* NULL: none yet */
	size_t slots; /* a power of two, half full at most */
	size_t count, bytes; /* bytes: of all texts that were kept */
	size_t asked, found;
	bool closed; /* not worth it */
};

#define CELL_MEMO_EMPTY ((struct cell_memo){.arena = CH_ARENA_EMPTY})

/* Whether the cell was read before; as what in *value, whose text lives as long as the memo. */
bool cell_memo_find(struct cell_memo *memo, const char *cell, struct field_value *value);

/* Keeps what the cell was read as, where there is room; its text, where it has one, is copied. */
void cell_memo_keep(struct cell_memo *memo, const char *cell, struct field_value value);

void cell_memo_release(struct cell_memo *memo);

#endif
