/* The rows of a report as a file for a spreadsheet. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "chiron/exchange.h"
#include "core/export/csv_write.h"
#include "core/export/export_xlsx.h"

enum ch_status ch_export_to_file(void *file, const char *bytes, size_t length, struct ch_error *err)
{
	if (fwrite(bytes, 1, length, file) != length)
		return ch_fail(err, CH_IO, _("the file cannot be written: %s"), strerror(errno));
	return CH_OK;
}

static enum ch_status write_csv(const struct ch_grid *grid, ch_export_sink *sink, void *sink_context,
				struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_add(&out, CSV_BYTE_ORDER_MARK);
	ch_csv_add_grid(&out, grid, true, NULL);
	enum ch_status status = sink(sink_context, out.text, out.length, err);
	ch_buffer_release(&out);
	return status;
}

/* What a cell of a workbook holds: days and numbers as such, to be counted with; else what screens show. */
static const char *cell_of(const struct ch_column *column, const char *cell, struct ch_arena *arena)
{
	switch (column->type) {
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_YES:
	case CH_TYPE_INTERVAL:
		return cell == NULL ? NULL : ch_cell_show(column, cell, CH_NO_DATE, arena);
	default:
		return cell;
	}
}

static enum ch_status write_rows(struct xlsx_export *xlsx, const struct ch_grid *grid, struct ch_arena *arena,
				 struct ch_error *err)
{
	const char **cells = ch_arena_array(arena, grid->column_count, sizeof(*cells));
	enum ch_status status = CH_OK;

	for (size_t row = 0; row < grid->row_count && status == CH_OK; row++) {
		for (size_t i = 0; i < grid->column_count; i++)
			cells[i] = cell_of(&grid->columns[i], grid->rows[row].cells[i], arena);
		status = xlsx_export_row(xlsx, cells, err);
	}
	return status;
}

static enum ch_status write_xlsx(const struct ch_grid *grid, const char *sheet, ch_export_sink *sink,
				 void *sink_context, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **headings = ch_arena_array(&arena, grid->column_count, sizeof(*headings));
	enum ch_type *types = ch_arena_array(&arena, grid->column_count, sizeof(*types));
	struct xlsx_export *xlsx = NULL;

	for (size_t i = 0; i < grid->column_count; i++) {
		headings[i] = grid->columns[i].type == CH_TYPE_MINUTES
				      ? ch_arena_printf(&arena, _("%s (minutes)"), _(grid->columns[i].label))
				      : _(grid->columns[i].label);
		types[i] = grid->columns[i].type;
	}
	enum ch_status status = xlsx_export_begin(&xlsx, sheet, headings, types, grid->column_count, err);
	if (status == CH_OK)
		status = write_rows(xlsx, grid, &arena, err);
	if (status == CH_OK)
		status = xlsx_export_end(xlsx, sink, sink_context, err);
	xlsx_export_free(xlsx);
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_grid_export(const struct ch_grid *grid, const char *sheet, enum ch_export_format format,
			      ch_export_sink *sink, void *sink_context, struct ch_error *err)
{
	return format == CH_EXPORT_XLSX ? write_xlsx(grid, sheet, sink, sink_context, err)
					: write_csv(grid, sink, sink_context, err);
}
