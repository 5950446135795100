/*
 * Rows below the headings that are about no person: the headings once more,
 * rows of nothing but what a form or a drop-down filled in beforehand, totals
 * and remarks, headings of sections. They are passed over, never without a word.
 */
#ifndef CHIRON_CORE_IMPORT_ROW_KIND_H
#define CHIRON_CORE_IMPORT_ROW_KIND_H

#include "core/import/column.h"

enum import_row_kind {
	IMPORT_ROW_DATA,
	IMPORT_ROW_HEADINGS,
	IMPORT_ROW_PREFILLED,
	IMPORT_ROW_REMARK,
	IMPORT_ROW_ALONE /* one cell only, under a heading of names: it may be a person, so the row is asked about */
};

enum import_row_kind import_row_kind(const struct import_columns *columns, const struct import_record *record,
				     struct ch_arena *arena);

/* Says that the row is passed over, or counts it, to be said at the end. */
void import_row_pass(struct import_columns *columns, enum import_row_kind kind, const struct import_record *record,
		     struct import_findings *findings);

/* Says at the end what was counted. */
void import_row_tell(const struct import_columns *columns, struct import_findings *findings);

#endif
