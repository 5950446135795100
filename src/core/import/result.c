#include "core/import/result.h"

#include <string.h>

#include "chiron/mapping.h"
#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/custom_column.h"
#include "core/import/import_kind.h"

static const char *field_of(const struct import_column *column)
{
	if (column->how.role != CH_NO_ROLE)
		return "roles";
	return column->field;
}

/* What makes the column the field it is. */
static const char *certainty_of(const struct import_column *column)
{
	static const char *const codes[] = {
		[IMPORT_NOT_FOUND] = NULL,   [IMPORT_BY_CELLS] = "cells", [IMPORT_BY_PHRASE] = "words",
		[IMPORT_BY_NAME] = "heading", [IMPORT_BY_MEMORY] = "remembered",
		[IMPORT_BY_ORDER] = "asked", [IMPORT_BY_PLACE] = "place",
	};

	return column->field == NULL ? NULL : codes[column->certainty];
}

static void add_sheets(struct ch_import_result *result, const struct workbook *workbook, struct ch_arena *arena)
{
	result->sheets = ch_arena_array(arena, workbook->sheet_count, sizeof(*result->sheets));
	for (size_t i = 0; i < workbook->sheet_count; i++)
		if (!workbook->sheets[i].hidden)
			result->sheets[result->sheet_count++] = ch_arena_copy(arena, workbook->sheets[i].name);
}

static void add_mapping(struct ch_import_result *result, const struct import_columns *columns, struct ch_arena *arena)
{
	result->header_row = columns->heading_row;
	result->date_order = import_date_order_name(columns->order);
	result->mapping = ch_arena_array(arena, columns->count, sizeof *result->mapping);
	result->mapping_count = columns->count;
	result->remembered = columns->remembered != NULL ? columns->remembered->mapping_id : 0;
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		struct ch_import_mapping *mapping = &result->mapping[i];

		mapping->heading = column->heading;
		mapping->field = field_of(column);
		mapping->code = import_column_code(column);
		mapping->label = column->custom != NULL ? import_custom_label(column, arena) : NULL;
		mapping->certainty = certainty_of(column);
		mapping->why = import_said(arena, import_column_why(column), IMPORT_BY_COMMAND);
		mapping->key_why = import_said(arena, import_column_why(column), IMPORT_BY_KEY);
		for (int s = 0; s < IMPORT_SAMPLES; s++)
			mapping->samples[s] = column->samples[s];
	}
}

void import_result_decided(struct ch_import_result *result, const struct import_file *file, struct ch_arena *arena)
{
	if (file->hash[0] != '\0')
		result->hash = ch_arena_copy(arena, file->hash);
	if (file->workbook_open) {
		result->sheet = ch_arena_copy(arena, file->workbook.source.sheet);
		result->format = file->workbook.kind->name + 1;
		result->where = ch_arena_printf(arena, _("%s, sheet \"%s\""), file->bytes.name, result->sheet);
		add_sheets(result, &file->workbook, arena);
	} else if (file->records_open) {
		result->where = ch_arena_copy(arena, file->bytes.name);
		result->format = "csv";
		result->encoding = import_encoding_name(file->text.encoding);
		result->delimiter = import_delimiter_name(file->records.source.delimiter);
	}
	result->unnamed = file->columns.unnamed;
	if (file->columns.likely != NULL)
		result->likely = import_kind_number(file->columns.likely);
	result->first_rows = file->first_rows;
	result->first_row_count = file->first_row_count;
	add_mapping(result, &file->columns, arena);
}

void import_result_count(struct ch_import_result *result, const struct ch_import_batch *batch, bool kept,
			 const char *corrections, struct ch_arena *arena)
{
	result->batch = kept ? batch->import_batch_id : 0;
	result->read = batch->rows_read;
	result->created = batch->rows_new;
	result->changed = batch->rows_changed;
	result->same = batch->rows_same;
	result->rejected = batch->rows_rejected;
	result->skipped = batch->rows_skipped;
	result->corrections = ch_arena_copy(arena, corrections);
}

void import_result_findings(struct ch_import_result *result, const struct import_findings *findings,
			    struct ch_arena *arena)
{
	size_t notices = 0, i = 0;

	result->issues = ch_arena_array(arena, findings->kept, sizeof *result->issues);
	for (const struct import_issue *issue = findings->first_issue; issue != NULL; issue = issue->next)
		result->issues[result->issue_count++] =
			(struct ch_import_issue){.row = issue->row,
						 .line = issue->line,
						 .column = issue->column,
						 .field = issue->field,
						 .value = issue->value,
						 .reason = import_reason_code(issue->reason),
						 .message = issue->message,
						 .fix = import_issue_fix(issue, IMPORT_BY_COMMAND, arena),
						 .key_fix = import_issue_fix(issue, IMPORT_BY_KEY, arena),
						 .suggestion = issue->suggestion,
						 .person_id = issue->person_id,
						 .other_row = issue->other_row,
						 .who = issue->who,
						 .other_name = issue->other_name,
						 .is_cell = issue->is_cell,
						 .replaces = issue->replaces,
						 .rejected = issue->rejected,
						 .held_back = issue->held_back};
	for (const struct import_notice *notice = findings->first_notice; notice != NULL; notice = notice->next)
		notices++;
	result->notices = ch_arena_array(arena, notices, sizeof *result->notices);
	result->key_notices = ch_arena_array(arena, notices, sizeof *result->key_notices);
	result->topics = ch_arena_array(arena, notices, sizeof *result->topics);
	for (const struct import_notice *notice = findings->first_notice; notice != NULL; notice = notice->next) {
		result->topics[i] = import_topic_code(notice->topic);
		result->key_notices[i] = import_said(arena, notice->text, IMPORT_BY_KEY);
		result->notices[i++] = import_said(arena, notice->text, IMPORT_BY_COMMAND);
	}
	result->notice_count = notices;
}

/* Headings may hold anything and be many: the history keeps them safe, and the first so many. */
static const char *safe_lines(const char *text, struct ch_arena *arena)
{
	enum { MOST_BYTES = 20000 };
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const char *line = text;

	while (*line != '\0' && out.length < MOST_BYTES) {
		size_t length = strcspn(line, "\n");
		ch_text_add_safe(&out, ch_arena_copy_bytes(arena, line, length));
		line += length;
		if (*line == '\n' && *++line != '\0')
			ch_buffer_add_char(&out, '\n');
	}
	if (*line != '\0')
		ch_buffer_add(&out, _("... and more"));
	char *copy = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return copy;
}

const char *import_decisions(const struct import_findings *findings, struct ch_arena *arena)
{
	struct ch_buffer all = CH_BUFFER_EMPTY;

	for (const struct import_notice *notice = findings->first_notice; notice != NULL; notice = notice->next)
		ch_buffer_printf(&all, "%s%s", all.length > 0 ? "\n" : "",
				 import_said(arena, notice->text, IMPORT_BY_NEITHER));
	const char *copy = all.length > 0 ? safe_lines(all.text, arena) : NULL;
	ch_buffer_release(&all);
	return copy;
}
