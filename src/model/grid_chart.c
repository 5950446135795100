/* Bars beside the figures of a grid. */
#include <stdlib.h>

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
