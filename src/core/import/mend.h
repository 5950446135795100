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
#include "core/import/mended.h"

enum { IMPORT_MEND_ROWS_SAID = 12 };

struct import_mend {
	const struct ch_import_mend *asked;
	const struct import_mended_cell *before; /* it was mended in an earlier import; NULL: it is said now */
	bool proposed; /* only pointed out */
	int64_t row;	/* that it mends; 0: every row */
	int64_t of_row; /* said of who it is: the earlier row of the same person; 0: none */
	size_t column; /* as many as there are: CH_IMPORT_MEND_PERSON */
	int64_t done; /* cells it changed since the start, or would */
	int64_t rows[IMPORT_MEND_ROWS_SAID]; /* the first of them */
	const char *first, *second; /* of a name that is mended to two, "Ann Holt; Bob Holt"; NULL: it is not */
	char was[IMPORT_WAS_SHOWN]; /* what the cell of a single row said; "": nothing, or more than that */
};

/*
 * Finds the columns of what is said now (CH_USAGE for one that there is not), and adds what was mended before in the
 * same file or, where that one is another, in cells that say the same.
 */
enum ch_status import_mends_begin(struct import_columns *columns, const struct import_columns_options *options,
				  struct ch_arena *arena, struct ch_error *err);

/* The rows begin again. */
void import_mends_rewind(struct import_columns *columns);

/* Puts what was mended into the row; row->other_name where its name is mended to two. */
void import_mends_apply(struct import_columns *columns, struct import_row *row);

/* Says what was mended, now and before, what may be meant as it was then, and what fits no cell. */
void import_mends_tell(const struct import_columns *columns, ch_date today, struct import_findings *findings);

#endif
