/*
 * Rows of a sheet between the reader that finds them in XML and the stage that
 * takes them: a queue of what one block of XML holds, and the row at hand.
 *
 * A list is read twice, and its XML costs far more than its rows: those of a
 * sheet of WORKBOOK_KEPT_BYTES or less are kept, to be given once more.
 *
 * Nothing is allocated by what a sheet says of its own size: empty cells and
 * repeats are numbers until something stands in them.
 */
#ifndef CHIRON_CORE_IMPORT_WORKBOOK_ROWS_H
#define CHIRON_CORE_IMPORT_WORKBOOK_ROWS_H

#include "core/import/row_source.h"

#define WORKBOOK_ROWS_MOST ((int64_t)1048576)	/* of a sheet, in any spreadsheet program */
#define WORKBOOK_COLUMNS_MOST ((int64_t)16384)
#define WORKBOOK_REPEATS_MOST 1000		/* of a row that is not empty */
#define WORKBOOK_CELLS_MOST ((int64_t)20000000) /* with something in them, of a sheet */
#define WORKBOOK_BYTES_MOST ((uint64_t)256 * 1024 * 1024) /* of all cells of a sheet */
#define WORKBOOK_MERGES_KEPT 20
#define WORKBOOK_KEPT_BYTES ((size_t)12 * 1024 * 1024) /* some 30,000 people; larger ones are read from XML again */

struct workbook_row;
struct workbook_cell;

struct workbook_rows {
	struct ch_arena arena; /* of the queue, and of what is kept */
	struct workbook_row *first; /* of the queue, which ends with the newest; NULL: it is empty */
	struct workbook_row *given; /* the last that was given, of which repeats may be to come */
	int64_t given_times;
	struct workbook_row *kept, *newest; /* the first and the last since the start; kept NULL: none, or too much */
	size_t kept_bytes;
	bool dropped; /* they were too much */

	/* The row at hand. */
	struct ch_arena texts; /* of its cells */
	struct workbook_cell *cells;
	size_t count, capacity;
	size_t bytes;	       /* of its cells */
	int problem;	       /* 0: none */
	bool open;	       /* there is one */
	bool hidden, any_unvalued;

	int64_t row_number;   /* of the row at hand or, between rows, of the one before */
	int64_t cells_given;  /* since the start */
	uint64_t bytes_given;
	bool too_many;	      /* cells, or too much in them: more than a list of people has */
	int64_t hidden_rows;  /* with something in them */
	int64_t hidden_columns;
	int64_t cut_row, cut_repeats; /* a row that is repeated more often than is given; 0: none */
	struct workbook_merge {
		int64_t first_row, last_row;
		char cells[32]; /* "C5:C7" */
	} merges[WORKBOOK_MERGES_KEPT];
	size_t merge_count;
};

/* Starts as zeros. Forgets all, for another reading from the start; the memory is kept. */
void workbook_rows_clear(struct workbook_rows *rows);
void workbook_rows_release(struct workbook_rows *rows);

/* After all rows were taken: gives them once more, from the first. False where they were not kept. */
bool workbook_rows_again(struct workbook_rows *rows);

/* A row begins, 1 to WORKBOOK_ROWS_MOST, and numbers rise. One that was not ended is ended. */
void workbook_rows_begin(struct workbook_rows *rows, int64_t row_number, bool hidden);

/*
 * A cell of the row at hand, `column` from 0. The text is copied, unless it is
 * `lasting`: then it lives as long as the workbook. Blank text is no cell.
 */
void workbook_rows_cell(struct workbook_rows *rows, int64_t column, const char *text, size_t length, bool lasting,
			bool unvalued);

/* The row at hand, if there is one, ends, and stands there `repeats` times (1: once). */
void workbook_rows_end(struct workbook_rows *rows, int64_t repeats);

void workbook_rows_merge(struct workbook_rows *rows, int64_t first_row, int64_t last_row, const char *cells);

/* Takes the next row from the queue; false where it is empty. As row_source_next() else. */
bool workbook_rows_take(struct workbook_rows *rows, struct row_source *source, struct import_findings *findings,
			struct import_record *record, bool *found);

/* Hidden rows and columns, merged cells and repeats below the headings. */
void workbook_rows_tell(const struct workbook_rows *rows, int64_t heading_row, struct import_findings *findings);

#endif
