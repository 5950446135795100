/* Bars beside the figures of a grid. */
#include <stdlib.h>
#include <string.h>

#include "chiron/bar.h"
#include "chiron/grid.h"

double ch_cell_figure(const char *cell)
{
	return cell != NULL ? strtod(cell, NULL) : 0;
}

static double greatest(const struct ch_grid *grid)
{
	double most = 0;

	for (size_t row = 0; row < grid->row_count; row++) {
		double figure = ch_cell_figure(grid->rows[row].cells[grid->chart_value]);

		most = figure > most ? figure : most;
	}
	return most;
}

static const char *bar_of(double figure, double most, int cells, bool ascii, struct ch_arena *arena)
{
	struct ch_buffer bar = CH_BUFFER_EMPTY;
	const char *copy;

	ch_bar_add(&bar, figure, most, cells, ascii);
	copy = ch_arena_copy(arena, bar.text);
	ch_buffer_release(&bar);
	return copy;
}

struct ch_grid ch_grid_with_bars(const struct ch_grid *grid, int cells, bool ascii, struct ch_arena *arena)
{
	struct ch_grid with = *grid;
	size_t count = grid->column_count;
	double most = greatest(grid);

	if (grid->chart_value == 0)
		return with;
	struct ch_column *columns = ch_arena_array(arena, count + 1, sizeof(*columns));
	struct ch_row *rows = ch_arena_array(arena, grid->row_count, sizeof(*rows));

	for (size_t i = 0; i < count; i++)
		columns[i] = grid->columns[i];
	columns[count] = (struct ch_column){.key = "bar", .label = "", .type = CH_TYPE_TEXT};
	for (size_t row = 0; row < grid->row_count; row++) {
		rows[row] = grid->rows[row];
		rows[row].cells = ch_arena_array(arena, count + 1, sizeof(*rows[row].cells));
		for (size_t i = 0; i < count; i++)
			rows[row].cells[i] = grid->rows[row].cells[i];
		rows[row].cells[count] =
			bar_of(ch_cell_figure(grid->rows[row].cells[grid->chart_value]), most, cells, ascii, arena);
	}
	with.columns = columns;
	with.column_count = count + 1;
	with.rows = rows;
	return with;
}

/* ---- A series ---- */

static double figure_of(const struct ch_grid *grid, size_t row)
{
	return ch_cell_figure(grid->rows[row].cells[grid->chart_value]);
}

/* "33 (2026-11)" */
static const char *point_of(const struct ch_grid *grid, size_t row, ch_date today, struct ch_arena *arena)
{
	const char *const *cells = grid->rows[row].cells;

	return ch_arena_printf(
		arena, "%s (%s)",
		ch_cell_show(&grid->columns[grid->chart_value], cells[grid->chart_value], today, arena),
		ch_cell_show(&grid->columns[grid->chart_label], cells[grid->chart_label], today, arena));
}

void ch_grid_add_series(const struct ch_grid *grid, bool ascii, ch_date today, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t most = 0, least = 0, count = grid->row_count;
	double *figures;

	if (grid->chart_value == 0 || count < 2 || strcmp(grid->columns[grid->chart_label].key, "month") != 0)
		return;
	figures = ch_arena_array(&arena, count, sizeof(*figures));
	for (size_t row = 0; row < count; row++) {
		figures[row] = figure_of(grid, row);
		most = figures[row] > figures[most] ? row : most;
		least = figures[row] < figures[least] ? row : least;
	}
	ch_buffer_printf(out, "%s: ", _(grid->columns[grid->chart_value].label));
	ch_sparkline_add(out, figures, count, ascii);
	ch_buffer_printf(out, _(" from %s to %s, at most %s, at least %s"), point_of(grid, 0, today, &arena),
			 point_of(grid, count - 1, today, &arena), point_of(grid, most, today, &arena),
			 point_of(grid, least, today, &arena));
	ch_arena_release(&arena);
}
