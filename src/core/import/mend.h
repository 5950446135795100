/*
 * Cells that somebody mends on the way in: the file stays as it is, and what
 * was mended is a decision of the import. Told once all rows are read; what a
 * person is called and where they are reached is not repeated there, since
 * decisions outlive the people they were about.
 */
#ifndef CHIRON_CORE_IMPORT_MEND_H
#define CHIRON_CORE_IMPORT_MEND_H

#include "chiron/exchange.h"
#include "core/import/column.h"

struct import_mend {
	const struct ch_import_mend *asked;
	int64_t row;	/* that it mends; 0: every row */
	int64_t of_row; /* said of who it is: the earlier row of the same person; 0: none */
	size_t column; /* as many as there are: CH_IMPORT_MEND_PERSON */
	int64_t done; /* cells it changed since the start */
};

/* Finds the columns. CH_USAGE for one that there is not. */
enum ch_status import_mends_begin(struct import_columns *columns, const struct ch_import_mend *asked, size_t count,
				  struct ch_arena *arena, struct ch_error *err);

/* The rows begin again. */
void import_mends_rewind(struct import_columns *columns);

/* Puts what was mended into the row. */
void import_mends_apply(struct import_columns *columns, struct import_row *row);

/* Says what was mended, and what fits no cell. */
void import_mends_tell(const struct import_columns *columns, struct import_findings *findings);

#endif
