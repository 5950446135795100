/*
 * An export as .xlsx. Text is text, so that nothing in it becomes a formula and
 * phone numbers keep their zeros; dates are dates, numbers numbers. The headings
 * are bold and stay in sight. The same records give the same bytes.
 */
#ifndef CHIRON_CORE_EXPORT_XLSX_H
#define CHIRON_CORE_EXPORT_XLSX_H

#include "chiron/exchange.h"
#include "chiron/field.h"

struct xlsx_export;

/* Begins a workbook of one sheet. `types` are those of the columns. CH_IO, CH_UNAVAILABLE. */
enum ch_status xlsx_export_begin(struct xlsx_export **xlsx, const char *sheet, const char *const *headings,
				 const enum ch_type *types, size_t count, struct ch_error *err);

/* Adds a row of canonical texts; NULL is an empty cell. CH_DATA where a sheet holds no more. */
enum ch_status xlsx_export_row(struct xlsx_export *xlsx, const char *const *cells, struct ch_error *err);

/* Finishes the workbook and gives it to the sink. CH_IO, and what the sink says. */
enum ch_status xlsx_export_end(struct xlsx_export *xlsx, ch_export_sink *sink, void *sink_context,
			       struct ch_error *err);

/* Frees it, finished or not; NULL is allowed. */
void xlsx_export_free(struct xlsx_export *xlsx);

#endif
