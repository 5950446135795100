/*
 * libxlsxwriter writes to a file by name. It is given one without a name on
 * disk, by its descriptor, so that a killed export leaves no list of people in
 * a folder for temporary files; rows are written as they come.
 */
#include "core/export/export_xlsx.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/library.h"
#include "chiron/date.h"
#include "chiron/text.h"
#include "core/export/csv_write.h"
#include "core/import/workbook.h"

#define COLUMNS_MOST 100
#define WIDTH_LEAST 8 /* of a column, in characters */
#define WIDTH_MOST 40
#define EPOCH 315532800 /* 1980-01-01, of which every workbook says it was made: the same records, the same bytes */

#define XLSX_FUNCTIONS(X)											\
	X(format_set_bold)											\
	X(format_set_num_format)										\
	X(lxw_strerror)												\
	X(lxw_workbook_free)											\
	X(workbook_add_format)											\
	X(workbook_add_worksheet)										\
	X(workbook_close)											\
	X(workbook_new_opt)											\
	X(workbook_set_properties)										\
	X(worksheet_freeze_panes)										\
	X(worksheet_set_column)											\
	X(worksheet_write_datetime)										\
	X(worksheet_write_number)										\
	X(worksheet_write_string)

struct xlsx_library { XLSX_FUNCTIONS(LIBRARY_POINTER) };

static const char *const xlsx_functions[] = {XLSX_FUNCTIONS(LIBRARY_NAME)};

struct xlsx_export {
	struct xlsx_library library;
	FILE *file; /* the workbook, once it is finished */
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *date;
	enum ch_type types[COLUMNS_MOST];
	int widths[COLUMNS_MOST];
	size_t count;
	lxw_row_t rows; /* written so far, the headings among them */
	struct ch_buffer plain, escaped; /* of the cell at hand */
};

static void widen(struct xlsx_export *xlsx, size_t column, const char *text)
{
	int width = ch_text_width(text) + 2;

	if (width > xlsx->widths[column])
		xlsx->widths[column] = width < WIDTH_MOST ? width : WIDTH_MOST;
}

enum ch_status xlsx_export_begin(struct xlsx_export **out, const char *sheet, const char *const *headings,
				 const enum ch_type *types, size_t count, struct ch_error *err)
{
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};
	lxw_doc_properties properties = {.created = EPOCH};
	struct xlsx_export *xlsx = calloc(1, sizeof(*xlsx));
	char name[32];

	if (!xlsx || count > COLUMNS_MOST)
		ch_abort("out of memory");
	*out = xlsx;
	xlsx->plain = xlsx->escaped = CH_BUFFER_EMPTY;
	if (library_load(LIBXLSXWRITER_SONAME, xlsx_functions, sizeof(xlsx_functions) / sizeof(xlsx_functions[0]),
			 &xlsx->library, err) != CH_OK)
		return err->status;
	xlsx->file = tmpfile();
	if (!xlsx->file)
		return ch_fail(err, CH_IO, _("no temporary file can be made: %s"), strerror(errno));
	snprintf(name, sizeof(name), "/dev/fd/%d", fileno(xlsx->file));
	xlsx->book = xlsx->library.workbook_new_opt(name, &options);
	if (!xlsx->book)
		ch_abort("out of memory");
	xlsx->library.workbook_set_properties(xlsx->book, &properties);
	xlsx->sheet = xlsx->library.workbook_add_worksheet(xlsx->book, sheet);
	lxw_format *bold = xlsx->library.workbook_add_format(xlsx->book);

	xlsx->date = xlsx->library.workbook_add_format(xlsx->book);
	if (!xlsx->sheet || !bold || !xlsx->date)
		ch_abort("out of memory");
	xlsx->library.format_set_bold(bold);
	xlsx->library.format_set_num_format(xlsx->date, "yyyy-mm-dd");
	xlsx->library.worksheet_freeze_panes(xlsx->sheet, 1, 0);
	xlsx->count = count;
	for (size_t i = 0; i < count; i++) {
		xlsx->types[i] = types[i];
		xlsx->widths[i] = WIDTH_LEAST;
		widen(xlsx, i, headings[i]);
		xlsx->library.worksheet_write_string(xlsx->sheet, 0, (lxw_col_t)i, headings[i], bold);
	}
	xlsx->rows = 1;
	return CH_OK;
}

static bool is_number(enum ch_type type)
{
	return type == CH_TYPE_ID || type == CH_TYPE_NUMBER || type == CH_TYPE_MINUTES || type == CH_TYPE_HOURS;
}

/* Whether what begins at `text` would be read as the escape of a character: ECMA-376 part 1, 22.9.2.19. */
static bool is_escape(const char *text)
{
	if (text[0] != '_' || text[1] != 'x')
		return false;
	for (int i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)text[i]))
			return false;
	return text[6] == '_';
}

/* Makes each such text stand for itself. */
static void escape(struct ch_buffer *escaped, const char *text)
{
	for (; *text != '\0'; text++) {
		ch_buffer_add_char(escaped, *text);
		if (is_escape(text))
			ch_buffer_add(escaped, "x005F_");
	}
}

static lxw_error write_text(struct xlsx_export *xlsx, lxw_col_t column, const char *text)
{
	ch_buffer_clear(&xlsx->plain);
	csv_add_plain(&xlsx->plain, text);
	if (xlsx->plain.length == 0)
		return LXW_NO_ERROR;
	ch_buffer_clear(&xlsx->escaped);
	escape(&xlsx->escaped, xlsx->plain.text);
	return xlsx->library.worksheet_write_string(xlsx->sheet, xlsx->rows, column, xlsx->escaped.text, NULL);
}

/* No cell of text is a formula here. One that looks guarded is guarded, so that an import takes off what was put on. */
static lxw_error write_guarded(struct xlsx_export *xlsx, lxw_col_t at, const char *text)
{
	struct ch_buffer guarded = CH_BUFFER_EMPTY;

	ch_buffer_printf(&guarded, "'%s", text);
	lxw_error error = write_text(xlsx, at, guarded.text);
	ch_buffer_release(&guarded);
	return error;
}

static lxw_error write_cell(struct xlsx_export *xlsx, size_t column, const char *text)
{
	lxw_col_t at = (lxw_col_t)column;
	ch_date date = xlsx->types[column] == CH_TYPE_DATE ? ch_date_from_iso(text) : CH_NO_DATE;

	if (date != CH_NO_DATE) {
		struct ch_ymd ymd = ch_date_split(date);
		lxw_datetime day = {.year = ymd.year, .month = ymd.month, .day = ymd.day};

		return xlsx->library.worksheet_write_datetime(xlsx->sheet, xlsx->rows, at, &day, xlsx->date);
	}
	if (is_number(xlsx->types[column]) && text[strspn(text, "-.0123456789")] == '\0')
		return xlsx->library.worksheet_write_number(xlsx->sheet, xlsx->rows, at, workbook_number(text), NULL);
	return csv_unguard(text) == text ? write_text(xlsx, at, text) : write_guarded(xlsx, at, text);
}

enum ch_status xlsx_export_row(struct xlsx_export *xlsx, const char *const *cells, struct ch_error *err)
{
	lxw_error error = LXW_NO_ERROR;

	if (xlsx->rows == LXW_ROW_MAX) {
		ch_fail(err, CH_DATA, _("a sheet holds %d rows, and there are more"), LXW_ROW_MAX);
		return ch_error_fix(err, "%s", _("export them as CSV, or fewer" CH_WAY " with --filter" CH_KEY));
	}
	for (size_t i = 0; i < xlsx->count && error == LXW_NO_ERROR; i++) {
		if (!cells[i])
			continue;
		widen(xlsx, i, cells[i]);
		error = write_cell(xlsx, i, cells[i]);
	}
	xlsx->rows++;
	if (error == LXW_NO_ERROR)
		return CH_OK;
	return ch_fail(err, CH_IO, _("row %d of the workbook cannot be written: %s"), (int)xlsx->rows,
		       xlsx->library.lxw_strerror(error));
}

enum ch_status xlsx_export_end(struct xlsx_export *xlsx, ch_export_sink *sink, void *sink_context,
			       struct ch_error *err)
{
	char block[65536];
	size_t length;
	enum ch_status status = CH_OK;

	for (size_t i = 0; i < xlsx->count; i++)
		xlsx->library.worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, xlsx->widths[i], NULL);
	lxw_error error = xlsx->library.workbook_close(xlsx->book);

	xlsx->book = NULL;
	if (error != LXW_NO_ERROR)
		return ch_fail(err, CH_IO, _("the workbook cannot be written: %s"), xlsx->library.lxw_strerror(error));
	rewind(xlsx->file);
	while (!status && (length = fread(block, 1, sizeof(block), xlsx->file)) > 0)
		status = sink(sink_context, block, length, err);
	if (!status && ferror(xlsx->file))
		status = ch_fail(err, CH_IO, _("the workbook cannot be read back: %s"), strerror(errno));
	return status;
}

void xlsx_export_free(struct xlsx_export *xlsx)
{
	if (!xlsx)
		return;
	if (xlsx->book)
		xlsx->library.lxw_workbook_free(xlsx->book);
	if (xlsx->file)
		fclose(xlsx->file);
	ch_buffer_release(&xlsx->plain);
	ch_buffer_release(&xlsx->escaped);
	free(xlsx);
}
