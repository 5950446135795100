/*
 * The corrections file of an import: the rows that did not come in, their
 * columns as in the file (but for an apostrophe before what a spreadsheet would
 * take for a formula), and two more that say what is wrong and how to mend it.
 * Corrected, it imports again by the same mapping. It appears under its name
 * only when it is whole.
 */
#ifndef CHIRON_CORE_IMPORT_CORRECTIONS_H
#define CHIRON_CORE_IMPORT_CORRECTIONS_H

#include "core/import/column.h"

/* Whether it is one of the two columns that a corrections file has more. */
bool corrections_heading(const char *heading);

/* Starts as CORRECTIONS_FOR(path); corrections_release() is due in any case. */
struct corrections {
	const char *path; /* NULL: nobody wants them, and nothing is gathered */
	struct ch_buffer out; /* the last rows */
	int spool; /* those before, in a file without a name beside the path; -1: none */
	int failed; /* errno of what went wrong with it; 0: nothing did */
	size_t rows;
};

#define CORRECTIONS_FOR(path_) ((struct corrections){.path = (path_), .out = CH_BUFFER_EMPTY, .spool = -1})

/*
 * Adds a row: its cells (NULL: those of `first`, or it could not even be split into cells), and what is wrong with it,
 * from `first` on. Cells without a heading stand behind that.
 */
void corrections_add(struct corrections *corrections, const struct import_columns *columns, const char *const *cells,
		     const struct import_issue *first);

/* Writes the file; nothing where no row was added. CH_CANT_CREATE where a file of that name is there already, CH_IO. */
enum ch_status corrections_write(struct corrections *corrections, struct ch_error *err);
void corrections_release(struct corrections *corrections);

#endif
