/*
 * Cells that were mended in earlier imports. The same file, known by its hash,
 * is read with them again; in another one a cell that says what was mended, in
 * a column headed the same, is only pointed out, unless whoever imports says
 * that it is meant likewise (CH_MENDED_ALIKE). Of a file the last import
 * counts: one without mended cells forgets those of the imports before.
 *
 * They hold what people wrote, and stand in no journal: whenever somebody is
 * erased all of them go.
 */
#ifndef CHIRON_CORE_IMPORT_MENDED_H
#define CHIRON_CORE_IMPORT_MENDED_H

#include "chiron/exchange.h"
#include "core/import/column.h"
#include "core/journal/change.h"

enum { IMPORT_WAS_SHOWN = 160 }; /* bytes of a cell that is looked for again; longer ones are not */

struct import_mended_cell {
	struct ch_import_mend mend; /* of a single row, too, `was` is what its cell said; NULL: not known */
	const char *file_hash;
	const char *sheet; /* of a workbook; else NULL */
	ch_date on;
};

struct import_mended {
	const struct import_mended_cell *cells; /* of one kind of import, the newest first */
	size_t count;
};

/* Reads what there is for the kind ("people"); it lives in `arena`. */
enum ch_status import_mended_read(struct ch_context *c, const char *kind, struct ch_arena *arena,
				  struct import_mended *mended, struct ch_error *err);

/* Whether the cell is of just this file and sheet (NULL: of a text). */
bool import_mended_is_of(const struct import_mended_cell *cell, const char *file_hash, const char *sheet);

/* Remembers what was mended in the import that is being written. */
enum ch_status import_mended_keep(struct change *change, const struct import_columns *columns, struct ch_error *err);

#endif
