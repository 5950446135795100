/*
 * The rows of a list, read ahead of those who apply them: of a long list by a
 * thread of its own, while the rows before are looked up and written. While it
 * reads the program has no thread beside it and its first (docs/decisions).
 *
 * What keeps it simple:
 *  - The reader owns the columns and all beneath them, and whatever `interpret`
 *    writes to, from row_ahead_begin() to row_ahead_end(). It has no database.
 *    Of the columns others may read what was decided before, not what counts.
 *  - Rows go over in blocks of AHEAD_ROWS (block_ring.h), each with its memory and what was found in it.
 *  - Findings reach the caller's by the caller's own calls, row by row, in the
 *    order of the file: with and without the thread all decisions are the same.
 */
#ifndef CHIRON_CORE_IMPORT_ROW_AHEAD_H
#define CHIRON_CORE_IMPORT_ROW_AHEAD_H

#include <stdbool.h>

#include "core/import/block_ring.h"
#include "core/import/column.h"

enum { AHEAD_ROWS = 32, AHEAD_THREAD_LEAST = 2000 /* rows; fewer are read before a thread pays */ };

/* A row and what was read of it; valid until the next but AHEAD_ROWS is asked for. */
struct ahead_row {
	struct import_row row;
	void *read;    /* what `interpret` made of it; NULL without one */
	int64_t rows;  /* columns->rows, with this one */
};

/*
 * Reads what a row says; what is wrong goes to `findings`, and all that it gives lives in `arena` or longer. `early`:
 * others wait for nothing meanwhile, so whatever they would do with it next may be done already.
 */
typedef void *ahead_interpret(void *data, const struct import_row *row, bool early, struct ch_arena *arena,
			      struct import_findings *findings);

struct ahead_block;

/* Owns its memory and its thread; row_ahead_begin() to row_ahead_end(). */
struct row_ahead {
	struct import_columns *columns;
	ahead_interpret *interpret; /* may be NULL */
	void *data;
	struct ahead_block *blocks;
	struct block_ring ring;
	struct ahead_block *block; /* at hand; NULL: none yet */
	size_t at; /* rows of it that the caller is through with */
	const struct import_issue *issue; /* of it, the last that was told; NULL: none of them */
	const struct import_notice *notice;
};

/* `rows`: about how many there are. Fewer than AHEAD_THREAD_LEAST are read by whoever asks for them. */
void row_ahead_begin(struct row_ahead *ahead, struct import_columns *columns, int64_t rows,
		     ahead_interpret *interpret, void *data);

/*
 * The next row, NULL at the end. What was found before it, as rows that cannot
 * be read, is told to `findings`; what was found in it is by row_ahead_tell(),
 * or passed over with NULL.
 * CH_IO and CH_DATA as import_columns_next().
 */
enum ch_status row_ahead_next(struct row_ahead *ahead, struct import_findings *findings, struct ahead_row **row,
			      struct ch_error *err);
void row_ahead_tell(struct row_ahead *ahead, struct import_findings *findings);

/* What was read of the row that comes so many after this one; NULL where nothing was, or it is not read yet. */
void *row_ahead_peek(const struct row_ahead *ahead, size_t after);

/* Stops reading, wherever it is, and waits for that. May follow row_ahead_begin() at any time. */
void row_ahead_end(struct row_ahead *ahead);

#endif
