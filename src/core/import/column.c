/*
 * Reading goes three times over the start of the file: to find the headings,
 * to look at the cells, and for good. The rows themselves are never kept.
 * Which meaning each heading has is decided in column_meaning.c.
 */
#include "core/import/column.h"

#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/column_cells.h"
#include "core/import/column_meaning.h"

#define HEADING_ROWS 15 /* in which headings are looked for */
#define SHOWN_CELLS 6	/* of the first row, in a refusal */

enum ch_status import_date_order_named(const char *name, enum import_date_order *order, struct ch_error *err)
{
	*order = IMPORT_ORDER_NONE;
	if (!name)
		return CH_OK;
	for (enum import_date_order o = IMPORT_DMY; o <= IMPORT_YMD; o++)
		if (ch_text_equal_ascii(name, import_date_order_name(o)))
			*order = o;
	if (*order)
		return CH_OK;
	return ch_fail(err, CH_USAGE, _("\"%s\" is no order of dates; dmy, mdy and ymd are"), name);
}

const char *import_date_order_name(enum import_date_order order)
{
	static const char *const names[] = {
		[IMPORT_ORDER_NONE] = NULL, [IMPORT_DMY] = "dmy", [IMPORT_MDY] = "mdy", [IMPORT_YMD] = "ymd"};

	return names[order];
}

/* ---- The row of headings ------------------------------------------------ */

/*
 * Whether the record may be the headings: two known ones, a name or an e-mail
 * among them, and no cell that is an address.
 */
static bool looks_like_headings(const struct import_columns *columns, const struct import_record *record)
{
	size_t known = 0;
	bool person = false;

	for (size_t i = 0; i < record->count; i++) {
		struct import_meaning meaning = import_lexicon_find(columns->lexicon, record->cells[i]);

		if (strchr(record->cells[i], '@') && !strchr(record->cells[i], ' '))
			return false;
		known += meaning.field != NULL;
		person = person || import_field_names_person(meaning.field);
	}
	return known >= 2 && person;
}

/* The first cells of a row, for a sentence: "A, B, C and 4 more". */
static void list_cells(struct ch_buffer *out, const struct import_record *record)
{
	size_t shown = 0;

	for (size_t i = 0; i < record->count && shown < SHOWN_CELLS; i++) {
		if (import_cell_is_blank(record->cells[i]))
			continue;
		ch_buffer_printf(out, "%s%.40s", shown++ > 0 ? ", " : "", record->cells[i]);
	}
	out->length = ch_text_valid(out->text, out->length);
	out->text[out->length] = '\0';
}

static enum ch_status refuse_headings(const struct import_columns *columns, const struct import_record *first,
				      struct ch_error *err)
{
	struct ch_buffer cells = CH_BUFFER_EMPTY;
	bool address = false;

	for (size_t i = 0; i < first->count; i++)
		address = address || strchr(first->cells[i], '@');
	list_cells(&cells, first);
	if (first->count == 0)
		ch_fail(err, CH_DATA, _("%s has no rows that can be read"), columns->records->text->bytes->name);
	else if (address)
		ch_fail(err, CH_DATA, _("%s has no row of headings: row %" PRId64 " holds a person already (%s)"),
			columns->records->text->bytes->name, first->row, cells.text);
	else
		ch_fail(err, CH_DATA, _("%s: no column with names or e-mails was found. Row %" PRId64 " holds: %s"),
			columns->records->text->bytes->name, first->row, cells.text);
	ch_buffer_release(&cells);
	if (address)
		return ch_error_fix(err, "%s", _("add a row of headings such as Name, Email, Role above it"));
	return ch_error_fix(err, "%s",
			    _("if the headings are in another row: --header-row N; if this is the right file: "
			      "--map 'Heading=name'"));
}

static void take_headings(struct import_columns *columns, const struct import_record *record, struct ch_arena *arena)
{
	columns->heading_row = record->row;
	columns->heading_line = record->line;
	columns->count = record->count;
	columns->columns = ch_arena_array(arena, record->count, sizeof(*columns->columns));
	for (size_t i = 0; i < record->count; i++) {
		const char *heading = ch_text_tidy(arena, record->cells[i]);

		columns->columns[i].heading = heading ? heading : "";
	}
}

/* Reads up to the headings, which are the next record then to have been read. */
static enum ch_status find_headings(struct import_columns *columns, const struct import_columns_options *options,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct import_record record, first = {.count = 0};
	enum ch_status status;
	bool found;

	for (;;) {
		status = import_records_next(columns->records, &rows, NULL, &record, &found, err);
		if (status || !found || (!options->heading_row && record.row > HEADING_ROWS) ||
		    (options->heading_row && record.row > options->heading_row))
			break;
		if (first.count == 0)
			first = record;
		if (record.row == options->heading_row ||
		    (!options->heading_row && looks_like_headings(columns, &record))) {
			take_headings(columns, &record, arena);
			break;
		}
	}
	if (!status && columns->count == 0 && options->heading_row)
		status = ch_fail(err, CH_USAGE,
				 _("Row %" PRId64 ", given as the row of headings, is blank or not there"),
				 options->heading_row);
	/* Whoever says what columns are knows that the first row names them. */
	else if (!status && columns->count == 0 && options->map_count > 0 && first.count > 0)
		take_headings(columns, &first, arena);
	else if (!status && columns->count == 0)
		status = refuse_headings(columns, &first, err);
	ch_arena_release(&rows);
	return status;
}

/* Goes back to the first row after the headings. */
static enum ch_status rewind_to_data(struct import_columns *columns, struct ch_error *err)
{
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct import_record record;
	bool found;
	enum ch_status status = import_records_rewind(columns->records, err);

	while (!status) {
		status = import_records_next(columns->records, &rows, NULL, &record, &found, err);
		if (!found || record.row >= columns->heading_row)
			break;
	}
	ch_arena_release(&rows);
	columns->rows = 0;
	return status;
}

static enum ch_status check_person(const struct import_columns *columns, struct ch_error *err)
{
	struct import_record headings = {.row = columns->heading_row, .count = columns->count};
	struct ch_arena arena = CH_ARENA_EMPTY;

	headings.cells = ch_arena_array(&arena, columns->count, sizeof(*headings.cells));
	for (size_t i = 0; i < columns->count; i++) {
		headings.cells[i] = columns->columns[i].heading;
		if (import_field_names_person(columns->columns[i].field)) {
			ch_arena_release(&arena);
			return CH_OK;
		}
	}
	refuse_headings(columns, &headings, err);
	ch_arena_release(&arena);
	return err->status;
}

enum ch_status import_columns_begin(struct import_columns *columns, struct import_records *records,
				    const struct import_lexicon *lexicon, const struct import_columns_options *options,
				    struct ch_arena *arena, struct import_findings *findings, struct ch_error *err)
{
	struct import_cells *cells;
	enum ch_status status;

	*columns = (struct import_columns){.records = records, .lexicon = lexicon};
	status = find_headings(columns, options, arena, err);
	if (status)
		return status;
	import_notice_add(findings, IMPORT_TOPIC_HEADING_ROW, _("Headings are in row %" PRId64), columns->heading_row);
	cells = ch_arena_array(arena, columns->count, sizeof(*cells));
	import_meanings_find(columns);
	status = import_maps_apply(columns, options, arena, err);
	if (!status)
		status = rewind_to_data(columns, err);
	if (!status)
		status = import_cells_count(columns, cells, arena, err);
	if (status)
		return status;
	import_meanings_settle(columns, cells, options, findings);
	status = check_person(columns, err);
	return status ? status : rewind_to_data(columns, err);
}

/* ---- Rows ---------------------------------------------------------------- */

static bool repeats_headings(const struct import_columns *columns, const struct import_record *record,
			     struct ch_arena *arena)
{
	if (record->count != columns->count)
		return false;
	for (size_t i = 0; i < columns->count; i++) {
		const char *cell = ch_text_tidy(arena, record->cells[i]);

		if (strcmp(cell ? cell : "", columns->columns[i].heading) != 0)
			return false;
	}
	return true;
}

static bool has_more_cells(const struct import_columns *columns, const struct import_record *record)
{
	for (size_t i = columns->count; i < record->count; i++)
		if (!import_cell_is_blank(record->cells[i]))
			return true;
	return false;
}

static void add_ragged(const struct import_columns *columns, const struct import_record *record, bool more,
		       struct ch_arena *arena, struct import_findings *findings)
{
	struct import_issue issue = {
		.row = record->row,
		.line = record->line,
		.reason = more ? IMPORT_TOO_MANY_CELLS : IMPORT_TOO_FEW_CELLS,
		.rejected = more,
		.message = ch_arena_printf(arena,
					   more ? _("has %zu cells under %zu headings") :
						  _("has only %zu cells under %zu headings; the others count as empty"),
					   record->count, columns->count),
		.fix = more ? _("Put a cell that has the delimiter in it into quotation marks") :
			      _("Check that its cells stand under the right headings"),
	};

	import_issue_add(findings, &issue);
}

enum ch_status import_columns_next(struct import_columns *columns, struct ch_arena *arena,
				   struct import_findings *findings, struct import_row *row, bool *found,
				   struct ch_error *err)
{
	struct import_record record;
	int64_t broken;

	for (;;) {
		broken = columns->records->broken;
		enum ch_status status = import_records_next(columns->records, arena, findings, &record, found, err);

		columns->rows += columns->records->broken - broken;
		if (status || !*found)
			return status;
		if (repeats_headings(columns, &record, arena)) {
			import_notice_add(findings, IMPORT_TOPIC_ROWS,
					  _("Row %" PRId64 " repeats the headings and is passed over"), record.row);
			continue;
		}
		columns->rows++;
		if (!has_more_cells(columns, &record))
			break;
		add_ragged(columns, &record, true, arena, findings);
	}
	if (record.count < columns->count)
		add_ragged(columns, &record, false, arena, findings);
	*row = (struct import_row){.row = record.row, .line = record.line};
	row->cells = ch_arena_array(arena, columns->count, sizeof(*row->cells));
	for (size_t i = 0; i < columns->count; i++)
		row->cells[i] = i < record.count ? record.cells[i] : "";
	return CH_OK;
}

struct import_value import_columns_value(const struct import_columns *columns, const struct import_row *row,
					 size_t column, struct ch_arena *arena, struct import_findings *findings)
{
	const struct import_column *c = &columns->columns[column];
	struct import_value value = {.text = NULL};

	if (!c->field)
		return value;
	if (!c->how.field) {
		value.text = ch_text_tidy(arena, row->cells[column]);
		return value;
	}
	value = import_value_read(&c->how, row->cells[column], arena);
	if (!value.reason)
		return value;
	struct import_issue issue = {
		.row = row->row,
		.line = row->line,
		.column = c->heading,
		.field = c->field,
		.value = row->cells[column],
		.reason = value.reason,
		.rejected = value.rejected,
		.message = value.message,
		.fix = value.fix,
		.suggestion = value.suggestion,
	};

	import_issue_add(findings, &issue);
	return value;
}
