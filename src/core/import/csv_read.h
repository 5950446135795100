/*
 * Reading CSV: rows out of pieces of text.
 *
 * Strict about quotes, because a lenient reader makes one person out of two
 * without a word. A row that cannot be read costs exactly its first line:
 * reading goes on at the next one, so that everybody after it is found.
 *
 * Rows are numbered as a spreadsheet numbers them (blank ones count, a row with
 * line breaks in its cells is one row), lines as a text editor does. CR, LF and
 * CRLF all end a line. Cells without quotes lose spaces and tabs at both ends.
 */
#ifndef CHIRON_CORE_CSV_READ_H
#define CHIRON_CORE_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"

#define CSV_CELL_MOST ((size_t)4 * 1024 * 1024)	 /* bytes of a cell */
#define CSV_ROW_MOST ((size_t)16 * 1024 * 1024)	 /* bytes of a row, as it stands in the file */
#define CSV_CELLS_MOST 4096			 /* cells of a row */
#define CSV_RAW_MOST ((size_t)64 * 1024)	 /* bytes of a row that is given back unread */

enum csv_problem {
	CSV_READABLE,
	CSV_QUOTE_OPEN,	    /* a quotation mark opens a cell and nothing closes it */
	CSV_QUOTE_INSIDE,   /* a quotation mark in the middle of a cell, or text after a closing one */
	CSV_ROW_TOO_LONG,
	CSV_CELL_TOO_LONG,
	CSV_TOO_MANY_CELLS
};

struct csv_row {
	int64_t row;  /* from 1 */
	int64_t line; /* where it begins, from 1 */
	enum csv_problem problem;
	const char **cells; /* none where there is a problem */
	size_t count;
	const char *raw; /* where there is a problem: its first line, cut at CSV_RAW_MOST; else NULL */
};

enum csv_step {
	CSV_STEP_ROW,  /* *row was filled in */
	CSV_STEP_MORE, /* more text is needed: csv_reader_feed() */
	CSV_STEP_END   /* all text was read */
};

struct csv_reader;

/*
 * `first_line` is the number of the line that the text begins with. Without
 * `quoting` a quotation mark is a character like any other (the text must be
 * UTF-8).
 */
struct csv_reader *csv_reader_new(char delimiter, bool quoting, int64_t first_line);
void csv_reader_free(struct csv_reader *reader);

/* Adds text, which must hold no NUL; with `last` there is no more to come. */
void csv_reader_feed(struct csv_reader *reader, const char *text, size_t length, bool last);

/* The next row that is not a blank line, in `arena`. */
enum csv_step csv_reader_next(struct csv_reader *reader, struct ch_arena *arena, struct csv_row *row);

/* Blank lines passed over so far. */
int64_t csv_reader_blanks(const struct csv_reader *reader);

#endif
