/*
 * A file that is being imported: the stages from its bytes to its columns, each
 * upon the other, opened and ended together.
 */
#ifndef CHIRON_CORE_IMPORT_IMPORT_FILE_H
#define CHIRON_CORE_IMPORT_IMPORT_FILE_H

#include "chiron/exchange.h"
#include "core/import/column.h"
#include "core/import/people_coming.h"
#include "core/import/record.h"
#include "core/import/workbook.h"

struct import_file {
	struct import_bytes bytes;
	struct import_text text;
	struct import_records records;
	struct workbook workbook;
	struct import_lexicon lexicon;
	struct import_columns columns;
	struct import_columns_options wanted; /* of the columns */
	bool text_open, records_open, workbook_open;
	int64_t people_before; /* the caller's, before it is opened: how many are here, at most */
	ch_date today; /* the caller's, before it is opened */
	struct people_coming coming; /* by a list that is long beside them */
	char hash[33]; /* of its bytes */
	struct ch_import_first_row *first_rows;
	size_t first_row_count;
};

/*
 * Opens the file, decides all there is to decide, and stands before the first
 * row of data. `headings` are those that were added to the scheme
 * (import_lexicon_read()), `memory` what is remembered of lists (NULL:
 * nothing), `mended` which cells were mended before, `customs` which fields the scheme has of its own (NULL: none).
 * What was decided lives in `arena`. CH_USAGE for an option that
 * means nothing, CH_DATA where the file is refused or is not the one of
 * options->seen_hash, CH_MISSING, CH_IO. import_file_close() is due in any case.
 */
enum ch_status import_file_open(struct import_file *file, const struct ch_import_options *options, const char *headings,
				const struct import_memory *memory, const struct import_mended *mended,
				const struct import_customs *customs, struct ch_arena *arena,
				struct import_findings *findings, struct ch_error *err);

/* CH_BUSY where the file was written to since it was opened: what was read may be half of each. */
enum ch_status import_file_check_unchanged(const struct import_file *file, struct ch_error *err);

void import_file_close(struct import_file *file);

#endif
