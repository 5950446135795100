/*
 * What the readers of an .xlsx share: the parts besides the sheets.
 */
#ifndef CHIRON_CORE_IMPORT_WORKBOOK_XLSX_H
#define CHIRON_CORE_IMPORT_WORKBOOK_XLSX_H

#include "core/import/workbook.h"
#include "core/import/workbook_xml.h"

#define XLSX_STYLES_MOST 65536
#define XLSX_TEXTS_MOST ((size_t)32 * 1024 * 1024) /* bytes of all shared texts */
#define XLSX_TEXT_COUNT_MOST ((size_t)2000000)

/* How the numbers of a cell format are shown, as far as it tells what they are. */
struct xlsx_style {
	bool date;
	bool time; /* of the day, or a length of it, and no day */
	unsigned char zeros; /* digits that it is filled up to with zeros in front; 0: none */
};

/* The texts that cells refer to by number. */
struct xlsx_texts {
	struct ch_buffer text; /* one after another, each with its NUL */
	uint32_t *starts;
	size_t count, capacity;
};

struct xlsx_sheet;

struct xlsx {
	struct workbook *workbook;
	bool from_1904;
	const char *texts_path, *styles_path; /* NULL: there is none */
	bool texts_read;
	struct xlsx_texts texts;
	struct xlsx_style *styles;
	size_t style_count;
	struct xlsx_sheet *sheet;
};

/* Reads the styles, where there are any. CH_DATA, CH_IO. */
enum ch_status xlsx_styles_read(struct xlsx *xlsx, struct ch_error *err);

/* Reads the shared texts, once. CH_DATA, CH_IO. */
enum ch_status xlsx_texts_read(struct xlsx *xlsx, struct ch_error *err);
void xlsx_texts_release(struct xlsx_texts *texts);

/* Appends a text as it stands in XML: _x000D_ and the like are characters. */
void xlsx_text_add(struct ch_buffer *out, const char *text, size_t length);

/* Begins to read the chosen sheet; reads on; frees what both made. */
enum ch_status xlsx_sheet_begin(struct xlsx *xlsx, struct ch_error *err);
enum ch_status xlsx_sheet_step(struct xlsx *xlsx, bool *more, struct ch_error *err);
void xlsx_sheet_end(struct xlsx *xlsx);

#endif
