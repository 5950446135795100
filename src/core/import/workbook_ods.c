/*
 * The sheets and rows of an .ods: OpenDocument 1.3 part 3, chapter 9. All
 * sheets are one part, so that the ones before the chosen one are passed over.
 */
#include <stdlib.h>
#include <string.h>

#include "core/import/csv_read.h"
#include "core/import/workbook.h"
#include "core/import/workbook_xml.h"

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"
#define BLANKS_MOST 1000 /* of a text:s */

enum cell_type { CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_YES };

struct ods {
	struct workbook *workbook;
	struct workbook_xml xml;
	bool listing; /* the sheets are looked for, not the rows */
	enum ch_status status;

	/* While listing: styles of hidden sheets. */
	struct hidden_style {
		struct hidden_style *next;
		const char *name;
	} *hidden;
	char *style; /* of sheets, at hand */

	size_t tables;	   /* sheets begun so far */
	int table_depth;   /* 1: in a sheet; more: in a table within a cell */
	int skipped;	   /* depth within a comment or a note */
	bool in_cell, in_paragraph;
	int64_t row_repeats, column, column_repeats;
	enum cell_type type;
	bool has_type, has_paragraph, has_formula;
	struct ch_buffer shown; /* the text of the cell at hand */
	struct ch_buffer value; /* its value as an attribute */
	struct ch_buffer formula;
};

/* ---- Listing --------------------------------------------------------------------------- */

static void note_style(struct ods *ods, const char *name, const char *const *attributes)
{
	struct ch_arena *arena = &ods->workbook->arena;
	const char *display;

	if (strcmp(name, "style") == 0) {
		const char *family = workbook_xml_attribute(attributes, "family");

		ods->style = family && strcmp(family, "table") == 0 ?
				     ch_arena_copy(arena, workbook_xml_attribute(attributes, "name")) :
				     NULL;
	}
	if (strcmp(name, "table-properties") != 0 || !ods->style)
		return;
	display = workbook_xml_attribute(attributes, "display");
	if (display && strcmp(display, "false") == 0) {
		struct hidden_style *hidden = ch_arena_alloc(arena, sizeof(*hidden));

		hidden->name = ods->style;
		hidden->next = ods->hidden;
		ods->hidden = hidden;
	}
}

static bool is_hidden(const struct ods *ods, const char *style)
{
	for (const struct hidden_style *hidden = ods->hidden; hidden; hidden = hidden->next)
		if (style && strcmp(hidden->name, style) == 0)
			return true;
	return false;
}

static void list_start(struct ods *ods, const char *name, const char *const *attributes)
{
	if (strcmp(name, "table") == 0 && ++ods->table_depth == 1 && !ods->status) {
		const char *sheet = workbook_xml_attribute(attributes, "name");

		ods->status = workbook_add_sheet(ods->workbook, sheet ? sheet : "", CONTENT,
						 is_hidden(ods, workbook_xml_attribute(attributes, "style-name")),
						 ods->xml.err);
		if (ods->status)
			workbook_xml_stop(&ods->xml);
	}
	if (ods->table_depth == 0)
		note_style(ods, name, attributes);
}

/* ---- Rows -------------------------------------------------------------------------------- */

static void begin_row(struct ods *ods, const char *const *attributes)
{
	struct workbook_rows *rows = &ods->workbook->rows;
	const char *visibility = workbook_xml_attribute(attributes, "visibility");
	int64_t most = WORKBOOK_ROWS_MOST;

	ods->row_repeats = workbook_xml_number(attributes, "number-rows-repeated", INT64_C(1) << 40, 1);
	if (ods->row_repeats < 1)
		ods->row_repeats = 1;
	if (rows->row_number + ods->row_repeats > most) {
		workbook_damaged(ods->workbook->zip.file, ods->xml.err,
				 _("it has rows beyond the last one of any spreadsheet program"));
		workbook_xml_stop(&ods->xml);
		return;
	}
	workbook_rows_begin(rows, rows->row_number + 1, visibility && strcmp(visibility, "visible") != 0);
	ods->column = 0;
}

static void set_value(struct ods *ods, const char *value)
{
	ch_buffer_clear(&ods->value);
	if (value)
		ch_buffer_add(&ods->value, value);
}

static void read_value(struct ods *ods, const char *const *attributes)
{
	const char *type = workbook_xml_attribute(attributes, "value-type");

	ods->type = CELL_TEXT;
	ods->has_type = type != NULL;
	set_value(ods, workbook_xml_attribute(attributes, "string-value"));
	if (!type)
		return;
	if (strcmp(type, "float") == 0 || strcmp(type, "currency") == 0 || strcmp(type, "percentage") == 0) {
		ods->type = CELL_NUMBER;
		set_value(ods, workbook_xml_attribute(attributes, "value"));
	} else if (strcmp(type, "date") == 0) {
		ods->type = CELL_DATE;
		set_value(ods, workbook_xml_attribute(attributes, "date-value"));
	} else if (strcmp(type, "boolean") == 0) {
		ods->type = CELL_YES;
		set_value(ods, workbook_xml_attribute(attributes, "boolean-value"));
	}
}

/* The place of a cell as people write it: "C5". */
static void add_place(struct ch_buffer *out, int64_t column, int64_t row)
{
	char letters[16];
	size_t count = 0;

	for (column++; column > 0 && count < sizeof(letters); column = (column - 1) / 26)
		letters[count++] = (char)('A' + (column - 1) % 26);
	while (count > 0)
		ch_buffer_add_char(out, letters[--count]);
	ch_buffer_printf(out, "%lld", (long long)row);
}

static void note_merge(struct ods *ods, const char *const *attributes)
{
	struct workbook_rows *rows = &ods->workbook->rows;
	int64_t columns = workbook_xml_number(attributes, "number-columns-spanned", WORKBOOK_COLUMNS_MOST, 1);
	int64_t down = workbook_xml_number(attributes, "number-rows-spanned", WORKBOOK_ROWS_MOST, 1);
	int64_t last = rows->row_number + down - 1;
	struct ch_buffer cells = CH_BUFFER_EMPTY;

	if (columns <= 1 && down <= 1)
		return;
	add_place(&cells, ods->column, rows->row_number);
	ch_buffer_add_char(&cells, ':');
	add_place(&cells, ods->column + columns - 1, last);
	workbook_rows_merge(rows, rows->row_number, last, cells.text);
	ch_buffer_release(&cells);
}

static void begin_cell(struct ods *ods, const char *const *attributes, bool covered)
{
	const char *formula = workbook_xml_attribute(attributes, "formula");

	ods->column_repeats = workbook_xml_number(attributes, "number-columns-repeated", INT64_C(1) << 40, 1);
	if (ods->column + ods->column_repeats > WORKBOOK_COLUMNS_MOST)
		ods->column_repeats = WORKBOOK_COLUMNS_MOST - ods->column;
	ods->in_cell = !covered;
	ods->has_paragraph = false;
	ods->has_formula = formula != NULL;
	ch_buffer_clear(&ods->shown);
	ch_buffer_clear(&ods->formula);
	read_value(ods, attributes);
	if (formula)
		ch_buffer_add_bytes(&ods->formula, formula, workbook_formula_shown(formula, strlen(formula)));
	if (!covered)
		note_merge(ods, attributes);
}

/* A number as it is filled up with zeros in front, which phone numbers and keys are; else in full. */
static const char *number_text(const struct ods *ods, char out[64])
{
	const char *shown = ods->shown.text;
	const char *number = workbook_number_text(ods->value.text, out);

	if (shown[0] == '0' && shown[1] != '\0' && strspn(shown, "0123456789") == ods->shown.length &&
	    strcmp(shown + strspn(shown, "0"), number) == 0)
		return shown;
	return number;
}

static const char *cell_text(struct ods *ods, char out[64])
{
	char *t;

	switch (ods->type) {
	case CELL_NUMBER:
		return ods->value.length > 0 ? number_text(ods, out) : ods->shown.text;
	case CELL_YES:
		return strcmp(ods->value.text, "true") == 0 ? "TRUE" : "FALSE";
	case CELL_DATE:
		t = strchr(ods->value.text, 'T');
		if (t)
			*t = strncmp(t + 1, "00:00:00", 8) == 0 ? '\0' : ' ';
		return ods->value.text;
	case CELL_TEXT:
		break;
	}
	return ods->has_paragraph ? ods->shown.text : ods->value.text;
}

static void end_cell(struct ods *ods)
{
	struct workbook_rows *rows = &ods->workbook->rows;
	char out[64];
	const char *text = cell_text(ods, out);
	bool unvalued = ods->has_formula && !ods->has_type && *text == '\0';
	struct ch_buffer formula = CH_BUFFER_EMPTY;

	if (unvalued) {
		/* "of:=[.A1]" has the namespace of the formula before it. */
		const char *equals = strchr(ods->formula.text, '=');

		ch_buffer_add(&formula, equals ? equals : "=");
		text = formula.text;
	}
	if (ods->in_cell && !import_cell_is_blank(text))
		for (int64_t i = 0; i < ods->column_repeats && rows->problem == 0; i++)
			workbook_rows_cell(rows, ods->column + i, text, strlen(text), false, unvalued);
	ods->column += ods->column_repeats;
	ods->in_cell = false;
	ch_buffer_release(&formula);
}

static void add_blanks(struct ods *ods, const char *const *attributes)
{
	int64_t blanks = workbook_xml_number(attributes, "c", BLANKS_MOST, 1);

	while (blanks-- > 0 && ods->shown.length <= CSV_CELL_MOST)
		ch_buffer_add_char(&ods->shown, ' ');
}

static void on_inside(struct ods *ods, const char *name, const char *const *attributes)
{
	if (strcmp(name, "annotation") == 0 || strcmp(name, "note") == 0) {
		ods->skipped = 1;
	} else if (strcmp(name, "p") == 0) {
		if (ods->has_paragraph)
			ch_buffer_add_char(&ods->shown, '\n');
		ods->has_paragraph = ods->in_paragraph = true;
	} else if (strcmp(name, "s") == 0) {
		add_blanks(ods, attributes);
	} else if (strcmp(name, "tab") == 0) {
		ch_buffer_add_char(&ods->shown, '\t');
	} else if (strcmp(name, "line-break") == 0) {
		ch_buffer_add_char(&ods->shown, '\n');
	}
}

static void on_start(void *context, const char *name, const char *const *attributes)
{
	struct ods *ods = context;

	if (ods->listing) {
		list_start(ods, name, attributes);
		return;
	}
	if (strcmp(name, "table") == 0 && ++ods->table_depth == 1)
		ods->tables++;
	if (ods->table_depth != 1 || ods->tables != ods->workbook->sheet + 1)
		return;
	if (ods->skipped > 0)
		ods->skipped++;
	else if (strcmp(name, "table-row") == 0)
		begin_row(ods, attributes);
	else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
		begin_cell(ods, attributes, *name == 'c');
	else if (ods->in_cell)
		on_inside(ods, name, attributes);
}

static void on_end(void *context, const char *name)
{
	struct ods *ods = context;
	bool chosen = !ods->listing && ods->table_depth == 1 && ods->tables == ods->workbook->sheet + 1;

	if (strcmp(name, "table") == 0)
		ods->table_depth--;
	if (!chosen)
		return;
	if (ods->skipped > 0)
		ods->skipped--;
	else if (strcmp(name, "p") == 0)
		ods->in_paragraph = false;
	else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
		end_cell(ods);
	else if (strcmp(name, "table-row") == 0)
		workbook_rows_end(&ods->workbook->rows, ods->row_repeats);
}

static void on_text(void *context, const char *text, size_t length)
{
	struct ods *ods = context;

	if (ods->in_cell && ods->in_paragraph && ods->skipped == 0 && ods->table_depth == 1 &&
	    ods->shown.length <= CSV_CELL_MOST)
		ch_buffer_add_bytes(&ods->shown, text, length);
}

/* ---- The book ------------------------------------------------------------------------------ */

static const struct workbook_xml_handlers handlers = {.start = on_start, .end = on_end, .text = on_text};

static void on_manifest(void *context, const char *name, const char *const *attributes)
{
	bool *encrypted = context;

	(void)attributes;
	*encrypted = *encrypted || strcmp(name, "encryption-data") == 0;
}

static enum ch_status check_password(const struct workbook_zip *zip, struct ch_error *err)
{
	static const struct workbook_xml_handlers manifest = {.start = on_manifest};
	bool encrypted = workbook_zip_has(zip, "encrypted-package");
	enum ch_status status = CH_OK;

	if (!encrypted && workbook_zip_has(zip, MANIFEST))
		status = workbook_xml_read(zip, MANIFEST, &manifest, &encrypted, err);
	return !status && encrypted ? workbook_locked(zip->file, err) : status;
}

static enum ch_status begin_content(struct ods *ods, bool listing, struct ch_error *err)
{
	workbook_xml_end(&ods->xml);
	ods->listing = listing;
	ods->tables = 0;
	ods->table_depth = ods->skipped = 0;
	ods->in_cell = ods->in_paragraph = false;
	return workbook_xml_begin(&ods->xml, &ods->workbook->zip, CONTENT, &handlers, ods, err);
}

static enum ch_status open_ods(struct workbook *workbook, struct ch_error *err)
{
	struct ods *ods = ch_arena_alloc(&workbook->arena, sizeof(*ods));
	enum ch_status status = check_password(&workbook->zip, err);

	ods->workbook = workbook;
	ods->shown = ods->value = ods->formula = CH_BUFFER_EMPTY;
	workbook->own = ods;
	if (!status)
		status = begin_content(ods, true, err);
	while (!status && !ods->xml.done)
		status = workbook_xml_step(&ods->xml, err);
	return status;
}

static enum ch_status begin_ods(struct workbook *workbook, struct ch_error *err)
{
	return begin_content(workbook->own, false, err);
}

static enum ch_status step_ods(struct workbook *workbook, bool *more, struct ch_error *err)
{
	struct ods *ods = workbook->own;
	enum ch_status status = workbook_xml_step(&ods->xml, err);

	/* What comes after the chosen sheet is of no use. */
	*more = !ods->xml.done && ods->tables <= workbook->sheet + 1;
	return status;
}

static void close_ods(struct workbook *workbook)
{
	struct ods *ods = workbook->own;

	if (!ods)
		return;
	workbook_xml_end(&ods->xml);
	ch_buffer_release(&ods->shown);
	ch_buffer_release(&ods->value);
	ch_buffer_release(&ods->formula);
}

const struct workbook_kind workbook_ods = {
	.name = ".ods",
	.open = open_ods,
	.begin = begin_ods,
	.step = step_ods,
	.close = close_ods,
};
