/*
 * Reading goes three times over the start of the file: to find the headings,
 * to look at the cells, and for good. The rows themselves are never kept.
 * Which meaning each heading has is decided in column_meaning.c.
 */
#include "core/import/column.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/column_cells.h"
#include "core/import/column_meaning.h"
#include "core/import/heading.h"
#include "core/import/heading_prefix.h"
#include "core/import/import_kind.h"
#include "core/import/memory.h"
#include "core/import/mend.h"
#include "core/import/row_kind.h"
#include "core/import/row_second.h"
#include "core/import/section.h"

#define SHOWN_CELLS 4 /* of each of the first rows, in a refusal */
#define SHOWN_ROWS 3

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
	ch_fail(err, CH_USAGE, _("\"%s\" is no order of dates; dmy, mdy and ymd are"), name);
	return ch_error_field(err, "date_order");
}

const char *import_date_order_name(enum import_date_order order)
{
	static const char *const names[] = {
		[IMPORT_ORDER_NONE] = NULL, [IMPORT_DMY] = "dmy", [IMPORT_MDY] = "mdy", [IMPORT_YMD] = "ymd"};

	return names[order];
}

/* ---- The row of headings ------------------------------------------------ */

/* The first cells of a row, for a sentence: "row 1: A, B, C". */
static void list_cells(struct ch_buffer *out, const struct import_record *record)
{
	size_t shown = 0;

	ch_buffer_printf(out, _("%srow %" PRId64 ": "), out->length > 0 ? "; " : "", record->row);
	for (size_t i = 0; i < record->count && shown < SHOWN_CELLS; i++) {
		if (import_cell_is_blank(record->cells[i]))
			continue;
		ch_buffer_printf(out, "%s%.30s", shown++ > 0 ? ", " : "", record->cells[i]);
		out->length = ch_text_valid(out->text, out->length);
		out->text[out->length] = '\0';
	}
}

/* What was read in search of headings. */
struct search {
	struct ch_buffer rows; /* the first ones, as text */
	int64_t count;
	bool address; /* the first holds one */
	size_t people, pairs, sessions; /* most fields of such a list that one of them heads */
	struct import_record first;
	bool wide; /* a row has more than one cell */
	struct import_record alone; /* the first that is a heading of names and nothing else; count 0: none */
	struct import_findings findings; /* of rows that could not be read */
};

static struct import_record copy_record(const struct import_record *record, struct ch_arena *arena)
{
	struct import_record copy = {.row = record->row, .line = record->line, .count = record->count};

	copy.cells = ch_arena_array(arena, record->count, sizeof(*copy.cells));
	for (size_t i = 0; i < record->count; i++)
		copy.cells[i] = ch_arena_copy(arena, record->cells[i]);
	return copy;
}

/* How many fields of that kind of list the row heads; 0 where it heads no such list. */
static size_t headings_of(const struct import_lexicon *lexicon, enum ch_import_kind kind,
			  const struct import_record *record)
{
	struct import_lexicon other = *lexicon;
	size_t count = 0;

	other.kind = import_kind_of(kind);
	if (!import_record_is_headings(&other, record))
		return 0;
	for (size_t i = 0; i < record->count; i++) {
		const char *field = import_lexicon_find(&other, record->cells[i]).field;

		count += field != NULL && *field != '-';
	}
	return count;
}

static void note_row(struct search *search, const struct import_lexicon *lexicon, const struct import_record *record,
		     struct ch_arena *arena)
{
	size_t pairs = headings_of(lexicon, CH_IMPORT_PAIRINGS, record);
	size_t sessions = headings_of(lexicon, CH_IMPORT_SESSIONS, record);
	size_t people = headings_of(lexicon, CH_IMPORT_PEOPLE, record);

	search->wide = search->wide || import_record_filled(record) > 1;
	if (search->alone.count == 0 && import_record_is_one_heading(lexicon, record))
		search->alone = copy_record(record, arena);
	search->people = people > search->people ? people : search->people;
	search->pairs = pairs > search->pairs ? pairs : search->pairs;
	search->sessions = sessions > search->sessions ? sessions : search->sessions;
	if (search->count++ == 0)
		search->first = copy_record(record, arena);
	if (search->count > SHOWN_ROWS)
		return;
	list_cells(&search->rows, record);
	for (size_t i = 0; search->count == 1 && i < record->count; i++)
		search->address = search->address || strchr(record->cells[i], '@');
}

/* What else the list looks like: one of two people in each row, or of one; `kind` itself where of nothing else. */
static enum ch_import_kind likely_kind(const struct import_kind *kind, const struct search *search)
{
	bool of_two = kind->naming[1] != NULL;

	if (of_two && search->people > 0)
		return CH_IMPORT_PEOPLE;
	if (!of_two && search->pairs + search->sessions > 0)
		return search->sessions > search->pairs ? CH_IMPORT_SESSIONS : CH_IMPORT_PAIRINGS;
	return import_kind_number(kind);
}

static enum ch_status refuse_other(const char *file, const struct import_kind *kind, enum ch_import_kind likely,
				   const struct search *search, struct ch_error *err)
{
	if (likely == CH_IMPORT_PEOPLE) {
		ch_fail(err, CH_DATA, _("%s has one person in each row: %s"), file, search->rows.text);
		return ch_error_fix(err, _("bring it in as people: `chiron import people FILE`; %s"), _(kind->fix));
	}
	ch_fail(err, CH_DATA, _("%s has two people in each row: %s"), file, search->rows.text);
	if (likely == CH_IMPORT_SESSIONS)
		return ch_error_fix(err, "%s",
				    _("bring it in as the days that they met, after the people and their pairings: "
				      "`chiron import sessions FILE`"));
	return ch_error_fix(err, "%s",
			    _("bring it in as pairs, with whoever is not here yet: `chiron import pairings FILE "
			      "--new-people`"));
}

static enum ch_status refuse_headings(struct import_columns *columns, const struct search *search,
				      struct ch_error *err)
{
	char file[400];

	if (columns->source->sheet)
		snprintf(file, sizeof(file), _("%s, sheet \"%s\","), columns->source->file, columns->source->sheet);
	else
		snprintf(file, sizeof(file), "%s", columns->source->file);
	const struct import_issue *broken = search->findings.first_issue;
	if (broken != NULL) {
		ch_fail(err, CH_DATA, _("%s has no headings that can be read: row %" PRId64 " %s"), file, broken->row,
			broken->message);
		return ch_error_fix(err, "%s", broken->fix);
	}
	if (search->count == 0) {
		ch_fail(err, CH_DATA, _("%s has no rows that can be read"), file);
		return ch_error_fix(err, "%s", _("check that it is the right file, and that the list was saved in it"));
	}
	const struct import_kind *kind = columns->lexicon->kind;

	columns->unnamed = true;
	columns->likely = import_kind_of(likely_kind(kind, search));
	if (columns->likely != kind)
		return refuse_other(file, kind, import_kind_number(columns->likely), search, err);
	if (search->address && kind == import_kind_of(CH_IMPORT_PEOPLE)) {
		ch_fail(err, CH_DATA, _("%s has no row of headings, but a person already: %s"), file,
			search->rows.text);
		return ch_error_fix(err, "%s", _("add a row of headings such as Name, Email, Role above it"));
	}
	ch_fail(err, CH_DATA, _("%s has no column with %s; %s"), file, _(kind->lacking), search->rows.text);
	return ch_error_fix(err, "%s", _(kind->fix));
}

static void take_bare(struct import_columns *columns, struct ch_arena *arena)
{
	const char **headings = ch_arena_array(arena, columns->count, sizeof(*headings));

	for (size_t i = 0; i < columns->count; i++)
		headings[i] = columns->columns[i].heading;
	const char **bare = import_headings_bare(columns->lexicon, headings, columns->count, arena);
	for (size_t i = 0; i < columns->count; i++)
		columns->columns[i].bare = bare[i];
}

static void take_headings(struct import_columns *columns, const struct import_columns_options *options,
			  const struct import_record *record, struct ch_arena *arena)
{
	columns->heading_row = record->row;
	columns->heading_line = record->line;
	columns->count = record->count;
	columns->columns = ch_arena_array(arena, record->count, sizeof(*columns->columns));
	for (size_t i = 0; i < record->count; i++) {
		const char *heading = ch_text_tidy(arena, record->cells[i]);

		columns->columns[i].heading = heading ? heading : "";
	}
	take_bare(columns, arena);
	columns->remembered = import_memory_find(options->memory, record->cells, record->count);
	import_lexicon_prefer(columns->lexicon, record->cells, record->count);
}

/* Whether nothing that follows can be the headings. */
static bool is_beyond(const struct import_columns_options *options, const struct import_record *record)
{
	return record->row > (options->heading_row ? options->heading_row : IMPORT_HEADING_ROWS);
}

static bool is_headings(const struct import_columns *columns, const struct import_columns_options *options,
			const struct import_record *record)
{
	return import_record_is_headings(columns->lexicon, record) ||
	       import_memory_find(options->memory, record->cells, record->count);
}

/* Takes the headings, or those right below that they only gather in groups. */
static enum ch_status take_or_go_below(struct import_columns *columns, const struct import_columns_options *options,
				       const struct import_record *record, struct ch_arena *arena, struct ch_error *err)
{
	struct import_record groups = copy_record(record, arena), below;
	struct ch_arena rows = CH_ARENA_EMPTY;
	bool found = false;
	enum ch_status status = CH_OK;

	if (options->heading_row == 0)
		status = row_source_next(columns->source, &rows, NULL, &below, &found, err);
	if (found && below.row == groups.row + 1 &&
	    import_record_is_grouped(columns->lexicon, &groups, &below, arena, &below.cells)) {
		below.count = groups.count > below.count ? groups.count : below.count;
		take_headings(columns, options, &below, arena);
	} else if (status == CH_OK) {
		take_headings(columns, options, &groups, arena);
	}
	ch_arena_release(&rows);
	return status;
}

static enum ch_status search_headings(struct import_columns *columns, const struct import_columns_options *options,
				      struct search *search, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct import_record record;
	enum ch_status status = CH_OK;
	bool found = true;

	while (!status && columns->count == 0) {
		ch_arena_reset(&rows);
		status = row_source_next(columns->source, &rows, &search->findings, &record, &found, err);
		if (status || !found)
			break;
		if (search->count == 0 || !is_beyond(options, &record))
			note_row(search, columns->lexicon, &record, arena);
		if (is_beyond(options, &record))
			break;
		if (record.row == options->heading_row ||
		    (!options->heading_row && is_headings(columns, options, &record)))
			status = take_or_go_below(columns, options, &record, arena, err);
		else if (search->alone.count == 0)
			import_section_above(columns, &record);
	}
	ch_arena_release(&rows);
	return status;
}

static enum ch_status refuse_heading_row(int64_t row, struct ch_error *err)
{
	ch_fail(err, CH_USAGE, _("Row %" PRId64 ", given as the row of headings, is blank or not there"), row);
	return ch_error_field(err, "header_row");
}

/* Reads up to the headings, which are the next record then to have been read. */
static enum ch_status find_headings(struct import_columns *columns, const struct import_columns_options *options,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct search search = {.rows = CH_BUFFER_EMPTY, .findings = IMPORT_FINDINGS_IN(arena)};
	enum ch_status status = search_headings(columns, options, &search, arena, err);

	if (!status && columns->count == 0 && options->heading_row)
		status = refuse_heading_row(options->heading_row, err);
	/* Whoever says what columns are knows that the first row names them. */
	else if (!status && columns->count == 0 && options->map_count > 0 && search.count > 0)
		take_headings(columns, options, &search.first, arena);
	else if (!status && columns->count == 0 && search.alone.count > 0 && !search.wide)
		take_headings(columns, options, &search.alone, arena);
	else if (!status && columns->count == 0)
		status = refuse_headings(columns, &search, err);
	ch_buffer_release(&search.rows);
	return status;
}

/* Goes back to the first row after the headings. */
static enum ch_status rewind_to_data(struct import_columns *columns, struct ch_error *err)
{
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct import_record record;
	bool found;
	enum ch_status status = row_source_rewind(columns->source, err);

	while (!status) {
		status = row_source_next(columns->source, &rows, NULL, &record, &found, err);
		if (status || !found || record.row >= columns->heading_row)
			break;
	}
	ch_arena_release(&rows);
	columns->rows = columns->remarks = columns->section.told = 0;
	import_mends_rewind(columns);
	columns->prefilled.count = 0;
	columns->second.row = NULL;
	columns->section.roles = columns->section.title;
	columns->ended = false;
	return status;
}

static enum ch_status check_named(struct import_columns *columns, struct ch_error *err)
{
	struct import_record headings = {.row = columns->heading_row, .count = columns->count};
	struct search search = {.rows = CH_BUFFER_EMPTY};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **fields = ch_arena_array(&arena, columns->count, sizeof(*fields));
	bool named;

	headings.cells = ch_arena_array(&arena, columns->count, sizeof(*headings.cells));
	for (size_t i = 0; i < columns->count; i++) {
		headings.cells[i] = columns->columns[i].heading;
		fields[i] = columns->columns[i].field;
	}
	named = import_kind_is_named(columns->lexicon->kind, fields, columns->count);
	if (!named) {
		note_row(&search, columns->lexicon, &headings, &arena);
		refuse_headings(columns, &search, err);
	}
	ch_buffer_release(&search.rows);
	ch_arena_release(&arena);
	return named ? CH_OK : err->status;
}

enum ch_status import_columns_begin(struct import_columns *columns, struct row_source *source,
				    struct import_lexicon *lexicon, const struct import_columns_options *options,
				    struct ch_arena *arena, struct import_findings *findings, struct ch_error *err)
{
	struct import_cells *cells;
	enum ch_status status;

	*columns = (struct import_columns){.source = source, .lexicon = lexicon};
	status = find_headings(columns, options, arena, err);
	if (status)
		return status;
	import_notice_add(findings, IMPORT_TOPIC_HEADING_ROW, _("Headings are in row %" PRId64), columns->heading_row);
	cells = ch_arena_array(arena, columns->count, sizeof(*cells));
	import_meanings_find(columns, options->customs, arena);
	columns->take_suggestions = options->take_suggestions;
	if (options->take_suggestions)
		import_notice_add(findings, IMPORT_TOPIC_MENDED, "%s",
				  _("Where another value may be meant, it is taken, as asked for"));
	import_memory_apply(columns, options->customs, arena, findings);
	status = import_maps_apply(columns, options, arena, err);
	if (!status)
		status = import_mends_begin(columns, options, arena, err);
	if (!status)
		status = rewind_to_data(columns, err);
	if (!status)
		status = import_cells_count(columns, cells, options, arena, err);
	if (status)
		return status;
	row_source_tell(columns->source, columns->heading_row, findings);
	import_meanings_settle(columns, cells, options, findings);
	status = check_named(columns, err);
	import_sections_begin(columns, options->role_given, findings);
	return status ? status : rewind_to_data(columns, err);
}

/* ---- Rows ---------------------------------------------------------------- */

static bool has_more_cells(const struct import_columns *columns, const struct import_record *record)
{
	for (size_t i = columns->count; i < record->count; i++)
		if (!import_cell_is_blank(record->cells[i]))
			return true;
	return false;
}

/* In a workbook no cell can have slipped: what lacks is empty, what is too much stands beside the list. */
static void add_beside(const struct import_columns *columns, const struct import_record *record,
		       struct import_findings *findings)
{
	struct import_issue issue = {
		.row = record->row,
		.value = record->cells[record->count - 1],
		.reason = IMPORT_TOO_MANY_CELLS,
		.message = _("stands beside the list, under no heading; it is left out"),
		.fix = _("Give its column a heading to bring it in"),
	};

	if (columns->source->sheet && has_more_cells(columns, record))
		import_issue_add(findings, &issue);
}

static void add_ragged(const struct import_columns *columns, const struct import_record *record, bool more,
		       struct ch_arena *arena, struct import_findings *findings)
{
	struct import_issue issue = {
		.row = record->row,
		.line = record->line,
		.reason = more ? IMPORT_TOO_MANY_CELLS : IMPORT_TOO_FEW_CELLS,
		.rejected = more,
		.cells = more ? record->cells : NULL,
		.cell_count = more ? record->count : 0,
		.message = ch_arena_printf(arena,
					   more ? _("has %zu cells under %zu headings") :
						  _n("has only %zu cell under %zu headings; the others count as empty",
						     "has only %zu cells under %zu headings; the others count as empty",
						     record->count),
					   record->count, columns->count),
		.fix = more ? _("Put a cell that has the delimiter in it into quotation marks") :
			      _("Check that its cells stand under the right headings"),
	};

	import_issue_add(findings, &issue);
}

static void add_alone(const struct import_record *record, struct import_findings *findings)
{
	size_t first = 0;

	while (import_cell_is_blank(record->cells[first]))
		first++;
	struct import_issue issue = {
		.row = record->row,
		.line = record->line,
		.value = record->cells[first],
		.reason = IMPORT_ONE_CELL,
		.rejected = true,
		.cells = record->cells,
		.cell_count = record->count,
		.message = _("is all that the row holds: a person, or a heading within the list?"),
		.fix = _("If it is a person, give an e-mail or a role as well; else take the row out"),
	};

	import_issue_add(findings, &issue);
}

/* Whether the record is a row to give; else it was passed over or rejected. */
static bool is_wanted(struct import_columns *columns, const struct import_record *record, struct ch_arena *arena,
		      struct import_findings *findings)
{
	enum import_row_kind kind = import_row_kind(columns, record, arena);

	if (kind != IMPORT_ROW_DATA && kind != IMPORT_ROW_ALONE) {
		import_row_pass(columns, kind, record, findings);
		return false;
	}
	columns->rows++;
	columns->ended = import_section_is_other_list(columns, record, arena, findings);
	if (columns->ended)
		return false;
	if (kind == IMPORT_ROW_ALONE) {
		add_alone(record, findings);
		return false;
	}
	if (columns->source->sheet || !has_more_cells(columns, record))
		return true;
	add_ragged(columns, record, true, arena, findings);
	return false;
}

/* A row lives as long as its arena; a cell of a workbook by itself only until the next row is asked for. */
static void keep_cells(const struct import_columns *columns, const struct import_record *record,
		       struct ch_arena *arena, struct import_row *row)
{
	bool sheet = columns->source->sheet != NULL;

	row->unvalued = ch_arena_array(arena, columns->count, sizeof(*row->unvalued));
	row->cells = record->cells;
	if (!sheet && record->count >= columns->count)
		return;
	row->cells = ch_arena_array(arena, columns->count, sizeof(*row->cells));
	for (size_t i = 0; i < columns->count; i++) {
		const char *cell = i < record->count ? record->cells[i] : "";

		row->cells[i] = sheet && *cell != '\0' ? ch_arena_copy(arena, cell) : cell;
		row->unvalued[i] = i < record->count && record->unvalued && record->unvalued[i];
	}
}

enum ch_status import_columns_next(struct import_columns *columns, struct ch_arena *arena,
				   struct import_findings *findings, struct import_row *row, bool *found,
				   struct ch_error *err)
{
	struct import_record record;

	if (columns->second.row != NULL) {
		row_second_give(columns, arena, row);
		*found = true;
		return CH_OK;
	}
	do {
		int64_t broken = columns->source->broken;
		enum ch_status status = CH_OK;

		*found = false;
		if (!columns->ended)
			status = row_source_next(columns->source, arena, findings, &record, found, err);
		columns->rows += columns->source->broken - broken;
		if (!status && !*found)
			import_row_tell(columns, findings);
		if (status || !*found)
			return status;
	} while (!is_wanted(columns, &record, arena, findings));
	if (columns->source->sheet)
		add_beside(columns, &record, findings);
	else if (record.count < columns->count)
		add_ragged(columns, &record, false, arena, findings);
	*row = (struct import_row){.row = record.row, .line = record.line, .roles = columns->section.roles};
	keep_cells(columns, &record, arena, row);
	import_mends_apply(columns, row);
	if (row->other_name != NULL)
		row_second_keep(columns, row);
	return CH_OK;
}

/* A formula whose value the workbook does not hold. */
static struct import_value unvalued(const struct import_column *column)
{
	return (struct import_value){
		.reason = IMPORT_NO_VALUE,
		.rejected = column->field && strcmp(column->field, "email") == 0,
		.message = _("is a formula without a stored value"),
		.fix = _("Open the workbook in a spreadsheet, save it, and import it again"),
	};
}

/* The value that may be meant, where that is one without a question of its own. */
static struct import_value suggested(const struct import_column *column, const struct import_value *value,
				     struct ch_arena *arena)
{
	struct import_value taken = import_value_read(&column->how, value->suggestion, arena);

	if (taken.reason)
		return *value;
	taken.reason = IMPORT_SUGGESTION_TAKEN;
	taken.message = ch_arena_printf(arena, _("is read as %s, as suggested"), value->suggestion);
	return taken;
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
	value = row->unvalued[column] ? unvalued(c) : import_value_read(&c->how, row->cells[column], arena);
	if (value.suggestion && columns->take_suggestions)
		value = suggested(c, &value, arena);
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
		.who = c->names_person ? NULL : import_row_name(columns, row, arena),
		.is_cell = !row->unvalued[column] && strlen(row->cells[column]) < IMPORT_CELL_SHOWN,
	};

	import_issue_add(findings, &issue);
	return value;
}
