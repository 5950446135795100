/*
 * Writing CSV that spreadsheets open well and that reads back the same.
 *
 * Rows are written by ch_csv_add_row() (exchange.h): RFC 4180 with CRLF. A file
 * for spreadsheets begins with a byte order mark, so that Excel gets accents
 * right, and its cells are guarded: one that a spreadsheet would take for a
 * formula (it begins with = + - @ or a tab) gets a leading apostrophe, and so
 * does one that already begins with apostrophes before one of these.
 * csv_unguard() takes exactly one off again, so nothing is lost. Cells that are
 * to be read again as if they stood in the file they came from get one only
 * where they have none: there, too, exactly one would be taken off. Control
 * characters are left out; line breaks are line feeds, tabs stay.
 */
#ifndef CHIRON_CORE_CSV_WRITE_H
#define CHIRON_CORE_CSV_WRITE_H

#include "chiron/buffer.h"

/* Goes before the first row of a file for spreadsheets. */
#define CSV_BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Appends the cell without control characters (C0, DEL, C1), with line feeds for line breaks of any kind; tabs stay. */
void csv_add_plain(struct ch_buffer *out, const char *cell);

enum csv_guard {
	CSV_GUARD_NONE,
	CSV_GUARD_BARE, /* what begins with the sign itself; what has its apostrophe is left */
	CSV_GUARD_ALL
};

/* As ch_csv_add_row() (exchange.h). */
void csv_add_row(struct ch_buffer *out, const char *const *cells, size_t count, char delimiter, enum csv_guard guard);

/* The cell without the apostrophe that the guard put before it: `cell`, or the byte after its start. */
const char *csv_unguard(const char *cell);

#endif
