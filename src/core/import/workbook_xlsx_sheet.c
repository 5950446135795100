/*
 * The rows of an .xlsx sheet. The value of a cell is what its `v` or `is` holds,
 * read by its type and, for numbers, by the format it is shown in: ECMA-376
 * part 1, 18.3.1.4 and 18.18.11.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/import/csv_read.h"
#include "core/import/workbook_xlsx.h"

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_INLINE, CELL_YES, CELL_ERROR, CELL_DATE };

struct xlsx_sheet {
	struct xlsx *xlsx;
	struct workbook_xml xml;
	bool in_rows, in_value, in_formula, in_inline, in_text;
	int phonetic;
	int64_t column; /* of the cell at hand, from 0 */
	enum cell_type type;
	size_t style;
	bool has_value, has_formula;
	struct ch_buffer value, formula, piece;
};

static void stop(struct xlsx_sheet *sheet)
{
	workbook_xml_stop(&sheet->xml);
}

static void fail_damaged(struct xlsx_sheet *sheet, const char *why)
{
	workbook_damaged(sheet->xlsx->workbook->zip.file, sheet->xml.err, "%s", why);
	stop(sheet);
}

/* Reads "AB12" as column and row, both from 1; false where it is none. */
static bool read_reference(const char *text, int64_t *column, int64_t *row)
{
	*column = *row = 0;
	for (; isalpha((unsigned char)*text) && *column <= WORKBOOK_COLUMNS_MOST; text++)
		*column = *column * 26 + (toupper((unsigned char)*text) - 'A' + 1);
	for (; isdigit((unsigned char)*text) && *row <= WORKBOOK_ROWS_MOST; text++)
		*row = *row * 10 + (*text - '0');
	return *column > 0 && *row > 0 && (*text == '\0' || *text == ':');
}

static enum cell_type type_of(const char *type)
{
	static const struct {
		const char *name;
		enum cell_type type;
	} types[] = {
		{"s", CELL_SHARED}, {"str", CELL_TEXT}, {"inlineStr", CELL_INLINE}, {"b", CELL_YES},
		{"e", CELL_ERROR},  {"d", CELL_DATE},
	};

	for (size_t i = 0; type && i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(type, types[i].name) == 0)
			return types[i].type;
	return CELL_NUMBER;
}

/* ---- Elements ---------------------------------------------------------------------- */

static bool is_set(const char *const *attributes, const char *name)
{
	const char *value = workbook_xml_attribute(attributes, name);

	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void begin_row(struct xlsx_sheet *sheet, const char *const *attributes)
{
	struct workbook_rows *rows = &sheet->xlsx->workbook->rows;
	int64_t after = rows->row_number + 1;
	int64_t row = workbook_xml_number(attributes, "r", INT64_C(1) << 40, after);

	if (row < after)
		fail_damaged(sheet, _("its rows are out of order"));
	else if (row > WORKBOOK_ROWS_MOST)
		fail_damaged(sheet, _("it has rows beyond the last one of any spreadsheet program"));
	else
		workbook_rows_begin(rows, row, is_set(attributes, "hidden"));
	sheet->column = -1;
}

static void begin_cell(struct xlsx_sheet *sheet, const char *const *attributes)
{
	const char *reference = workbook_xml_attribute(attributes, "r");
	int64_t column = sheet->column + 2, row;

	if (reference && !read_reference(reference, &column, &row))
		fail_damaged(sheet, _("a cell of it has no place"));
	else if (column > WORKBOOK_COLUMNS_MOST)
		fail_damaged(sheet, _("it has columns beyond the last one of any spreadsheet program"));
	sheet->column = column - 1;
	sheet->type = type_of(workbook_xml_attribute(attributes, "t"));
	sheet->style = (size_t)workbook_xml_number(attributes, "s", XLSX_STYLES_MOST, 0);
	sheet->has_value = sheet->has_formula = false;
	ch_buffer_clear(&sheet->value);
	ch_buffer_clear(&sheet->formula);
}

static void on_merge(struct xlsx_sheet *sheet, const char *const *attributes)
{
	const char *reference = workbook_xml_attribute(attributes, "ref");
	const char *colon = reference ? strchr(reference, ':') : NULL;
	int64_t column, first, last;

	if (colon && read_reference(reference, &column, &first) && read_reference(colon + 1, &column, &last))
		workbook_rows_merge(&sheet->xlsx->workbook->rows, first, last, reference);
}

static void on_start(void *context, const char *name, const char *const *attributes)
{
	struct xlsx_sheet *sheet = context;
	struct workbook_rows *rows = &sheet->xlsx->workbook->rows;

	if (!sheet->in_rows) {
		sheet->in_rows = strcmp(name, "sheetData") == 0;
		if (strcmp(name, "mergeCell") == 0)
			on_merge(sheet, attributes);
		if (strcmp(name, "col") == 0 && is_set(attributes, "hidden"))
			rows->hidden_columns++;
		return;
	}
	if (strcmp(name, "c") == 0) {
		begin_cell(sheet, attributes);
	} else if (strcmp(name, "v") == 0) {
		sheet->in_value = sheet->has_value = true;
	} else if (strcmp(name, "row") == 0) {
		begin_row(sheet, attributes);
	} else if (strcmp(name, "f") == 0) {
		sheet->in_formula = sheet->has_formula = true;
	} else if (strcmp(name, "is") == 0) {
		sheet->in_inline = sheet->has_value = true;
	} else if (strcmp(name, "rPh") == 0) {
		sheet->phonetic++;
	} else if (strcmp(name, "t") == 0) {
		sheet->in_text = sheet->in_inline && sheet->phonetic == 0;
	}
}

/* ---- Cells --------------------------------------------------------------------------- */

static void put(struct xlsx_sheet *sheet, const char *text)
{
	workbook_rows_cell(&sheet->xlsx->workbook->rows, sheet->column, text, strlen(text), false, false);
}

static void put_number(struct xlsx_sheet *sheet, const char *number)
{
	const struct xlsx *xlsx = sheet->xlsx;
	struct xlsx_style style = {.date = false};
	char text[64], filled[64];
	const char *shown = NULL;

	if (sheet->style < xlsx->style_count)
		style = xlsx->styles[sheet->style];
	if (style.date)
		shown = workbook_serial_text(workbook_number(number), xlsx->from_1904, text);
	else if (style.time)
		shown = workbook_time_text(workbook_number(number), text);
	if (!shown)
		shown = workbook_number_text(number, text);
	size_t length = strlen(shown);

	if (style.zeros > length && strspn(shown, "0123456789") == length) {
		memset(filled, '0', style.zeros - length);
		memcpy(filled + style.zeros - length, shown, length + 1);
		shown = filled;
	}
	put(sheet, shown);
}

static void put_shared(struct xlsx_sheet *sheet)
{
	const struct xlsx_texts *texts = &sheet->xlsx->texts;
	const char *number = sheet->value.text;
	char *end;
	unsigned long index = strtoul(number, &end, 10);

	if (!isdigit((unsigned char)*number) || *end != '\0' || index >= texts->count) {
		fail_damaged(sheet, _("a cell refers to a text that is not there"));
		return;
	}
	const char *text = texts->text.text + texts->starts[index];

	workbook_rows_cell(&sheet->xlsx->workbook->rows, sheet->column, text, strlen(text), true, false);
}

/* "2026-03-05T00:00:00" is a day; with another time of day it keeps that. */
static void put_iso_date(struct xlsx_sheet *sheet)
{
	char *t = strchr(sheet->value.text, 'T');

	if (t && strncmp(t + 1, "00:00:00", 8) == 0)
		*t = '\0';
	else if (t)
		*t = ' ';
	put(sheet, sheet->value.text);
}

static void put_unvalued(struct xlsx_sheet *sheet)
{
	char shown[WORKBOOK_FORMULA_SHOWN + 2] = "=";
	size_t length = workbook_formula_shown(sheet->formula.text, sheet->formula.length);

	memcpy(shown + 1, sheet->formula.text, length);
	shown[length + 1] = '\0';
	workbook_rows_cell(&sheet->xlsx->workbook->rows, sheet->column, shown, length + 1, false, true);
}

static void end_cell(struct xlsx_sheet *sheet)
{
	if (!sheet->has_value) {
		if (sheet->has_formula)
			put_unvalued(sheet);
		return;
	}
	if (sheet->value.length == 0)
		return;
	switch (sheet->type) {
	case CELL_SHARED:
		put_shared(sheet);
		break;
	case CELL_NUMBER:
		put_number(sheet, sheet->value.text);
		break;
	case CELL_YES:
		put(sheet, strcmp(sheet->value.text, "0") == 0 ? "FALSE" : "TRUE");
		break;
	case CELL_DATE:
		put_iso_date(sheet);
		break;
	case CELL_TEXT:
	case CELL_INLINE:
	case CELL_ERROR:
		put(sheet, sheet->value.text);
		break;
	}
}

static void on_end(void *context, const char *name)
{
	struct xlsx_sheet *sheet = context;

	if (!sheet->in_rows)
		return;
	if (strcmp(name, "c") == 0) {
		end_cell(sheet);
	} else if (strcmp(name, "v") == 0) {
		sheet->in_value = false;
		xlsx_text_add(&sheet->value, sheet->piece.text, sheet->piece.length);
		ch_buffer_clear(&sheet->piece);
	} else if (strcmp(name, "row") == 0) {
		workbook_rows_end(&sheet->xlsx->workbook->rows, 1);
	} else if (strcmp(name, "f") == 0) {
		sheet->in_formula = false;
	} else if (strcmp(name, "is") == 0) {
		sheet->in_inline = false;
	} else if (strcmp(name, "rPh") == 0) {
		sheet->phonetic--;
	} else if (strcmp(name, "t") == 0 && sheet->in_text) {
		sheet->in_text = false;
		xlsx_text_add(&sheet->value, sheet->piece.text, sheet->piece.length);
		ch_buffer_clear(&sheet->piece);
	} else if (strcmp(name, "sheetData") == 0) {
		sheet->in_rows = false;
	}
}

static void on_text(void *context, const char *text, size_t length)
{
	struct xlsx_sheet *sheet = context;

	/* One byte more than a cell may have shows that it is too long; no more is kept. */
	if ((sheet->in_value || sheet->in_text) && sheet->piece.length + sheet->value.length <= CSV_CELL_MOST)
		ch_buffer_add_bytes(&sheet->piece, text, length);
	else if (sheet->in_formula && sheet->formula.length <= WORKBOOK_FORMULA_SHOWN)
		ch_buffer_add_bytes(&sheet->formula, text, length);
}

/* ---- The sheet ------------------------------------------------------------------------ */

enum ch_status xlsx_sheet_begin(struct xlsx *xlsx, struct ch_error *err)
{
	static const struct workbook_xml_handlers handlers = {.start = on_start, .end = on_end, .text = on_text};
	struct workbook *workbook = xlsx->workbook;

	xlsx_sheet_end(xlsx);
	xlsx->sheet = calloc(1, sizeof(*xlsx->sheet));
	if (!xlsx->sheet)
		ch_abort("out of memory");
	xlsx->sheet->xlsx = xlsx;
	xlsx->sheet->value = xlsx->sheet->formula = xlsx->sheet->piece = CH_BUFFER_EMPTY;
	return workbook_xml_begin(&xlsx->sheet->xml, &workbook->zip, workbook->sheets[workbook->sheet].path, &handlers,
				  xlsx->sheet, err);
}

enum ch_status xlsx_sheet_step(struct xlsx *xlsx, bool *more, struct ch_error *err)
{
	enum ch_status status = workbook_xml_step(&xlsx->sheet->xml, err);

	*more = !xlsx->sheet->xml.done;
	return status;
}

void xlsx_sheet_end(struct xlsx *xlsx)
{
	if (!xlsx->sheet)
		return;
	workbook_xml_end(&xlsx->sheet->xml);
	ch_buffer_release(&xlsx->sheet->value);
	ch_buffer_release(&xlsx->sheet->formula);
	ch_buffer_release(&xlsx->sheet->piece);
	free(xlsx->sheet);
	xlsx->sheet = NULL;
}
