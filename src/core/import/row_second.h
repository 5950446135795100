/*
 * The second of two people whom somebody made of a row, "Ann and Bob Holt": by
 * a mend of its name to "Ann Holt; Bob Holt". The row comes twice, once for each, and
 * counts as two. Both have what it says, but what tells who somebody is (the
 * address, a number) belongs to the first: one address is one person.
 */
#ifndef CHIRON_CORE_IMPORT_ROW_SECOND_H
#define CHIRON_CORE_IMPORT_ROW_SECOND_H

#include "core/import/column.h"

/* Keeps the row, which has an other_name, to come once more; its memory goes with import_columns_end(). */
void row_second_keep(struct import_columns *columns, const struct import_row *row);

/* The row that waits, columns->second.row, in `arena`. */
void row_second_give(struct import_columns *columns, struct ch_arena *arena, struct import_row *row);

#endif
