/*
 * Stages 2 and 3 of an import for workbooks: the sheets of an .xlsx or .ods
 * file, and the rows of the one that is read.
 *
 * The sheet is the one asked for, else the first visible one on which headings
 * are found. Rows are streamed. Cells come as a person sees them, but for
 * numbers, which come in full, and dates, which come as ISO 8601. A workbook
 * that is encrypted, damaged or larger than any list of people is refused with
 * a way out; what a file says of its own size is never believed.
 */
#ifndef CHIRON_CORE_IMPORT_WORKBOOK_H
#define CHIRON_CORE_IMPORT_WORKBOOK_H

#include "core/import/lexicon.h"
#include "core/import/row_source.h"
#include "core/import/workbook_rows.h"
#include "core/import/workbook_zip.h"

#define WORKBOOK_SHEETS_MOST 1000

struct workbook_sheet {
	const char *name;
	const char *path; /* of its part */
	bool hidden;
};

struct workbook;

/* What the two kinds of workbook do in their own way. */
struct workbook_kind {
	const char *name; /* ".xlsx" */
	/* Reads what there is besides the rows, above all the sheets. CH_DATA, CH_IO. */
	enum ch_status (*open)(struct workbook *workbook, struct ch_error *err);
	/* Begins to read the chosen sheet from its start. CH_DATA, CH_IO. */
	enum ch_status (*begin)(struct workbook *workbook, struct ch_error *err);
	/* Reads on; more rows may be in workbook->rows then. *more is false after the last. CH_DATA, CH_IO. */
	enum ch_status (*step)(struct workbook *workbook, bool *more, struct ch_error *err);
	/* Frees what open() and begin() made; also after they failed. */
	void (*close)(struct workbook *workbook);
};

struct workbook {
	struct row_source source; /* first: what the stages above read */
	struct workbook_zip zip;
	struct workbook_rows rows;
	const struct workbook_kind *kind;
	void *own; /* of the kind */
	struct ch_arena arena;
	struct workbook_sheet *sheets; /* of WORKBOOK_SHEETS_MOST, in the order of the file */
	size_t sheet_count;
	size_t sheet; /* the chosen one */
	size_t rows_of; /* the sheet that `rows` are of */
	bool more;    /* of its rows may be to come out of the file */
};

/*
 * Opens the workbook in `bytes`, which stay open as long as it, and chooses the
 * sheet: `wanted` is its name or its number among the visible ones; NULL leaves
 * the choice, which is said, as is every sheet that looks like another list.
 * CH_DATA where it is none that can be read, CH_USAGE for a sheet that is not
 * there, CH_IO. import_workbook_close() is due only after CH_OK.
 */
enum ch_status import_workbook_open(struct workbook *workbook, struct import_bytes *bytes, const char *wanted,
			     const struct import_lexicon *lexicon, struct import_findings *findings,
			     struct ch_error *err);

void import_workbook_close(struct workbook *workbook);

extern const struct workbook_kind workbook_xlsx, workbook_ods;

/* ---- For the two kinds ------------------------------------------------------- */

/* Adds a sheet; its texts are copied. CH_DATA where there are too many. */
enum ch_status workbook_add_sheet(struct workbook *workbook, const char *name, const char *path, bool hidden,
				  struct ch_error *err);

#define WORKBOOK_FORMULA_SHOWN 60

/* Bytes of a formula as a message has it: whole characters, WORKBOOK_FORMULA_SHOWN at most. */
size_t workbook_formula_shown(const char *formula, size_t length);

/* A number as it stands in the file, without what binary fractions leave at its end; "12.50" gives "12.5". */
const char *workbook_number_text(const char *number, char out[64]);

/* Its value; 0 where it is none. Independent of the locale. */
double workbook_number(const char *number);

/*
 * A part of a day as a time or a length of it, "14:30" or "01:30:15"; behind a day only the time counts. NULL for what
 * is below 0.
 */
const char *workbook_time_text(double serial, char out[64]);

/* A day counted as spreadsheets do, with the time of day where it has one; NULL for what is no day from 1900 to 9999.
 */
const char *workbook_serial_text(double serial, bool from_1904, char out[64]);

#endif
