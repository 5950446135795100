/*
 * The face that stage 3 of an import shows to the stages above: rows of cells,
 * one after another, wherever they come from.
 *
 *     bytes ─ text ─ records ──┐
 *                              ├─ row_source ─ columns ─ rows of an entity
 *     bytes ─ zip ─ workbook ──┘
 *
 * A source is embedded in its owner (struct import_records, struct workbook)
 * as its first member. It streams: it can be read again from the start, and
 * holds no more than a few rows at a time. What reads other things than people
 * (pairings, sessions) takes a source like columns do, and knows nothing of
 * files; a new kind of file is a new owner of a source.
 */
#ifndef CHIRON_CORE_IMPORT_ROW_SOURCE_H
#define CHIRON_CORE_IMPORT_ROW_SOURCE_H

#include <stdbool.h>

#include "core/import/issue.h"

struct import_record {
	int64_t row;	     /* as a spreadsheet counts: blank rows included, a `sep=` line not */
	int64_t line;	     /* of the text, where it begins; 0 in a workbook */
	const char **cells;  /* as they stand in the file, but for blanks at both ends; dates of a workbook as ISO */
	size_t count;
	const bool *unvalued; /* cells that are formulas without a stored value; NULL: none */
};

struct row_source;

struct row_source_ops {
	enum ch_status (*next)(struct row_source *source, struct ch_arena *arena, struct import_findings *findings,
			       struct import_record *record, bool *found, struct ch_error *err);
	enum ch_status (*rewind)(struct row_source *source, struct ch_error *err);
	/* May be NULL. */
	void (*tell)(const struct row_source *source, int64_t heading_row, struct import_findings *findings);
};

struct row_source {
	const struct row_source_ops *ops;
	const char *file;  /* its name without folders, for messages */
	const char *sheet; /* NULL: a text table */
	char delimiter;	   /* of a text table; a comma for a workbook: what its corrections are written with */
	int serial_shift;  /* days to add to a bare number that is a date: 1462 in a workbook that counts from 1904 */
	int64_t read;	   /* records given or rejected, since the start */
	int64_t blank;	   /* rows of nothing but blanks, since the start */
	int64_t broken;	   /* records rejected, since the start */
};

/*
 * The next row that is not blank; *found is false at the end. It is valid until
 * the next call, and while `arena` is. Rows that cannot be read go to
 * `findings` (may be NULL), rejected. CH_IO; CH_DATA where a workbook is damaged.
 */
enum ch_status row_source_next(struct row_source *source, struct ch_arena *arena, struct import_findings *findings,
			       struct import_record *record, bool *found, struct ch_error *err);

/* Goes back to the first row. CH_IO, CH_DATA. */
enum ch_status row_source_rewind(struct row_source *source, struct ch_error *err);

/* After the last row: says what a person would want to know of the sheet below the headings (hidden rows, merged
 * cells). */
void row_source_tell(const struct row_source *source, int64_t heading_row, struct import_findings *findings);

/* Whether a cell holds nothing but blanks, no-break ones and zero-width marks included. */
bool import_cell_is_blank(const char *cell);

#endif
