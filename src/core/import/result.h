/* What an import tells its caller, copied from the stages into one result. */
#ifndef CHIRON_CORE_IMPORT_RESULT_H
#define CHIRON_CORE_IMPORT_RESULT_H

#include "chiron/exchange.h"
#include "core/import/import_file.h"

/* Format, sheets, encoding, delimiter, first rows, heading row, dates and mapping; of a refused file what was known. */
void import_result_decided(struct ch_import_result *result, const struct import_file *file, struct ch_arena *arena);

/* The counts; the batch's number only where it is `kept`. */
void import_result_count(struct ch_import_result *result, const struct ch_import_batch *batch, bool kept,
			 const char *corrections, struct ch_arena *arena);

void import_result_findings(struct ch_import_result *result, const struct import_findings *findings,
			    struct ch_arena *arena);

/* All that was decided, one a line: what the history of imports keeps. NULL where there is nothing. */
const char *import_decisions(const struct import_findings *findings, struct ch_arena *arena);

#endif
