#include "core/import/workbook_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/import/csv_read.h"

enum row_problem { ROW_GOOD, ROW_TOO_LONG, CELL_TOO_LONG, TOO_MANY_CELLS };

struct workbook_row {
	struct workbook_row *next;
	int64_t number, repeats;
	const char **cells;
	bool *unvalued;
	size_t count, bytes;
	bool hidden;
	enum row_problem problem;
};

struct workbook_cell {
	const char *text; /* NULL: nothing stands in it */
	size_t length;
	bool lasting, unvalued;
};

void workbook_rows_clear(struct workbook_rows *rows)
{
	struct workbook_rows kept = {
		.arena = rows->arena,
		.texts = rows->texts,
		.cells = rows->cells,
		.capacity = rows->capacity,
	};

	*rows = kept;
	ch_arena_reset(&rows->arena);
	ch_arena_reset(&rows->texts);
}

bool workbook_rows_again(struct workbook_rows *rows)
{
	if (rows->kept == NULL)
		return false;
	rows->first = rows->kept;
	rows->given = NULL;
	rows->cells_given = rows->hidden_rows = 0;
	rows->bytes_given = 0;
	rows->too_many = false;
	return true;
}

void workbook_rows_release(struct workbook_rows *rows)
{
	ch_arena_release(&rows->arena);
	ch_arena_release(&rows->texts);
	free(rows->cells);
	*rows = (struct workbook_rows){.first = NULL};
}

void workbook_rows_begin(struct workbook_rows *rows, int64_t row_number, bool hidden)
{
	workbook_rows_end(rows, 1);
	rows->open = true;
	rows->row_number = row_number;
	rows->hidden = hidden;
	rows->any_unvalued = false;
	rows->problem = ROW_GOOD;
	rows->count = rows->bytes = 0;
	ch_arena_reset(&rows->texts);
}

/* Makes the row at hand `count` cells long. */
static void extend(struct workbook_rows *rows, size_t count)
{
	if (count > rows->capacity) {
		while (rows->capacity < count)
			rows->capacity = rows->capacity == 0 ? 64 : rows->capacity * 2;
		rows->cells = realloc(rows->cells, rows->capacity * sizeof(*rows->cells));
		if (!rows->cells)
			ch_abort("out of memory");
	}
	while (rows->count < count)
		rows->cells[rows->count++] = (struct workbook_cell){.text = NULL};
}

void workbook_rows_cell(struct workbook_rows *rows, int64_t column, const char *text, size_t length, bool lasting,
			bool unvalued)
{
	if (!rows->open || rows->problem || import_cell_is_blank(text))
		return;
	rows->bytes += length;
	if (length > CSV_CELL_MOST)
		rows->problem = CELL_TOO_LONG;
	else if (column >= CSV_CELLS_MOST)
		rows->problem = TOO_MANY_CELLS;
	else if (rows->bytes > CSV_ROW_MOST)
		rows->problem = ROW_TOO_LONG;
	if (rows->problem)
		return;
	extend(rows, (size_t)column + 1);
	rows->cells[column] = (struct workbook_cell){
		.text = lasting ? text : ch_arena_copy_bytes(&rows->texts, text, length),
		.length = length,
		.lasting = lasting,
		.unvalued = unvalued,
	};
	rows->any_unvalued = rows->any_unvalued || unvalued;
}

/* The row at hand, moved to the arena of the queue. */
static struct workbook_row *finished(struct workbook_rows *rows)
{
	struct ch_arena *arena = &rows->arena;
	struct workbook_row *row = ch_arena_alloc(arena, sizeof(*row));

	row->number = rows->row_number;
	row->hidden = rows->hidden;
	row->problem = (enum row_problem)rows->problem;
	row->count = rows->count;
	row->bytes = rows->bytes;
	row->cells = ch_arena_array(arena, rows->count, sizeof(*row->cells));
	if (rows->any_unvalued)
		row->unvalued = ch_arena_array(arena, rows->count, sizeof(*row->unvalued));
	for (size_t i = 0; i < rows->count; i++) {
		const struct workbook_cell *cell = &rows->cells[i];

		if (!cell->text)
			row->cells[i] = "";
		else
			row->cells[i] = cell->lasting ? cell->text :
							ch_arena_copy_bytes(arena, cell->text, cell->length);
		if (rows->any_unvalued)
			row->unvalued[i] = cell->unvalued;
	}
	return row;
}

static void add(struct workbook_rows *rows, struct workbook_row *row)
{
	if (rows->newest)
		rows->newest->next = row;
	else if (!rows->dropped)
		rows->kept = row;
	if (!rows->first)
		rows->first = row;
	rows->newest = row;
	rows->kept_bytes += sizeof *row + row->count * sizeof *row->cells + row->bytes;
}

void workbook_rows_end(struct workbook_rows *rows, int64_t repeats)
{
	if (!rows->open)
		return;
	rows->open = false;
	if (rows->count > 0 || rows->problem) {
		struct workbook_row *row = finished(rows);

		row->repeats = repeats;
		if (repeats > WORKBOOK_REPEATS_MOST) {
			row->repeats = 1;
			rows->cut_row = row->number;
			rows->cut_repeats = repeats;
		}
		add(rows, row);
	}
	rows->row_number += repeats - 1;
}

void workbook_rows_merge(struct workbook_rows *rows, int64_t first_row, int64_t last_row, const char *cells)
{
	if (rows->merge_count == WORKBOOK_MERGES_KEPT || strlen(cells) >= sizeof(rows->merges[0].cells))
		return;
	struct workbook_merge *merge = &rows->merges[rows->merge_count++];

	merge->first_row = first_row;
	merge->last_row = last_row;
	memcpy(merge->cells, cells, strlen(cells) + 1);
}

/* ---- Taking ------------------------------------------------------------------- */

static void add_problem(const struct workbook_row *row, int64_t number, struct import_findings *findings)
{
	static const struct {
		enum import_reason reason;
		const char *message, *fix;
	} problems[] = {
		[ROW_TOO_LONG] = {IMPORT_ROW_TOO_LONG, N_("is longer than 16 MB, which no row about a person is"),
				  N_("Check the file: it may be damaged")},
		[CELL_TOO_LONG] = {IMPORT_CELL_TOO_LONG, N_("has a cell of more than 4 MB"), N_("Shorten the cell")},
		[TOO_MANY_CELLS] = {IMPORT_TOO_MANY_COLUMNS,
				    N_("has something in a column beyond the 4,096th, and no more columns are read"),
				    N_("Delete the columns beyond what you need")},
	};
	struct import_issue issue = {
		.row = number,
		.reason = problems[row->problem].reason,
		.rejected = true,
		.message = _(problems[row->problem].message),
		.fix = _(problems[row->problem].fix),
	};

	import_issue_add(findings, &issue);
}

/* The queue is empty: what was given is kept, unless it is too much. */
static void forget_given(struct workbook_rows *rows)
{
	rows->dropped = rows->dropped || rows->kept_bytes > WORKBOOK_KEPT_BYTES;
	if (!rows->dropped)
		return;
	rows->kept = rows->newest = NULL;
	ch_arena_reset(&rows->arena);
}

/* The row that is next, a repeat of the last or the head of the queue; NULL where there is none. */
static const struct workbook_row *advance(struct workbook_rows *rows)
{
	if (rows->given && ++rows->given_times < rows->given->repeats)
		return rows->given;
	rows->given = rows->first;
	rows->given_times = 0;
	if (!rows->given) {
		forget_given(rows);
		return NULL;
	}
	rows->first = rows->given == rows->newest ? NULL : rows->given->next;
	return rows->given;
}

bool workbook_rows_take(struct workbook_rows *rows, struct row_source *source, struct import_findings *findings,
			struct import_record *record, bool *found)
{
	const struct workbook_row *row = advance(rows);

	if (!row)
		return false;
	source->read++;
	rows->cells_given += (int64_t)row->count;
	rows->bytes_given += row->bytes;
	rows->too_many = rows->cells_given > WORKBOOK_CELLS_MOST || rows->bytes_given > WORKBOOK_BYTES_MOST;
	rows->hidden_rows += row->hidden;
	if (row->problem) {
		source->broken++;
		add_problem(row, row->number + rows->given_times, findings);
		return true;
	}
	*record = (struct import_record){
		.row = row->number + rows->given_times,
		.cells = row->cells,
		.count = row->count,
		.unvalued = row->unvalued,
	};
	*found = true;
	return true;
}

void workbook_rows_tell(const struct workbook_rows *rows, int64_t heading_row, struct import_findings *findings)
{
	if (rows->hidden_rows > 0)
		import_notice_add(findings, IMPORT_TOPIC_SHEET,
				  rows->hidden_rows == 1 ? _("%" PRId64 " hidden row is read like the others") :
							   _("%" PRId64 " hidden rows are read like the others"),
				  rows->hidden_rows);
	if (rows->hidden_columns > 0)
		import_notice_add(findings, IMPORT_TOPIC_SHEET,
				  rows->hidden_columns == 1 ?
					  _("%" PRId64 " hidden column is read like the others") :
					  _("%" PRId64 " hidden columns are read like the others"),
				  rows->hidden_columns);
	for (size_t i = 0; i < rows->merge_count; i++)
		if (rows->merges[i].last_row > heading_row)
			import_notice_add(
				findings, IMPORT_TOPIC_SHEET,
				_("The cells %s are merged: what they hold counts for the first of them only"),
				rows->merges[i].cells);
	if (rows->cut_row > 0)
		import_notice_add(findings, IMPORT_TOPIC_SHEET,
				  _("Row %" PRId64 " stands there %" PRId64 " times and is read once"), rows->cut_row,
				  rows->cut_repeats);
}
