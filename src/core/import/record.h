/*
 * Stage 3 of an import: from text to records.
 *
 * Decides on the delimiter (a `sep=` line says it, else each of , ; TAB | is
 * tried on the start of the text, and the one under which most headings are
 * known and most rows are of one length is taken) and on whether quotation
 * marks quote at all. Rows that cannot be read become issues, rejected, and
 * cost one line each; blank rows are passed over and counted.
 */
#ifndef CHIRON_CORE_IMPORT_RECORD_H
#define CHIRON_CORE_IMPORT_RECORD_H

#include "core/import/csv_read.h"
#include "core/import/lexicon.h"
#include "core/import/row_source.h"
#include "core/import/text.h"

struct import_records {
	struct row_source source; /* first: what the stages above read */
	struct import_text *text; /* the caller's, open as long as this */
	struct csv_reader *reader;
	bool quoting;
	size_t skip;	    /* bytes of the `sep=` line */
	size_t to_skip;	    /* of these, still to come */
	int64_t blank_cells; /* blank rows that have delimiters, since the start */
};

/*
 * Reads what a person calls a delimiter: a character, "comma", "semicolon",
 * "tab", "bar"; NULL is to be guessed ('\0'). CH_USAGE.
 */
enum ch_status import_delimiter_named(const char *name, char *delimiter, struct ch_error *err);

/* "comma", "semicolon", "tab", "bar". */
const char *import_delimiter_name(char delimiter);

/*
 * Decides and goes back to the start. `delimiter` '\0' is to be guessed.
 * import_records_end() is due only after CH_OK. CH_IO.
 */
enum ch_status import_records_begin(struct import_records *records, struct import_text *text, char delimiter,
				    const struct import_lexicon *lexicon, struct import_findings *findings,
				    struct ch_error *err);

void import_records_end(struct import_records *records);

#endif
