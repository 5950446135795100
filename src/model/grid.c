/* Making grids, and their cells as JSON. */
#include <string.h>

#include "chiron/grid.h"
#include "chiron/text.h"

enum { FIRST_ROWS = 16 };

/* Rows lie in an array that doubles, so whether it is full shows from their number alone. */
static bool is_full(size_t rows)
{
	return rows == 0 || (rows >= FIRST_ROWS && (rows & (rows - 1)) == 0);
}

const char **ch_grid_append(struct ch_grid *grid, int64_t id, struct ch_arena *arena)
{
	if (is_full(grid->row_count)) {
		size_t capacity = grid->row_count == 0 ? FIRST_ROWS : 2 * grid->row_count;
		struct ch_row *rows = ch_arena_array(arena, capacity, sizeof(*rows));

		if (grid->row_count > 0)
			memcpy(rows, grid->rows, grid->row_count * sizeof(*rows));
		grid->rows = rows;
	}
	const char **cells = ch_arena_array(arena, grid->column_count, sizeof(*cells));

	grid->rows[grid->row_count++] = (struct ch_row){.id = id, .cells = cells};
	return cells;
}

static void add_list(struct ch_json_writer *json, const char *list, struct ch_arena *arena)
{
	struct ch_terms terms = ch_terms_split(arena, list);

	ch_json_array_begin(json);
	for (size_t i = 0; i < terms.count; i++)
		ch_json_string(json, terms.terms[i]);
	ch_json_array_end(json);
}

void ch_cell_add_json(struct ch_json_writer *json, enum ch_type type, const char *cell, struct ch_arena *arena)
{
	if (cell == NULL) {
		ch_json_null(json);
		return;
	}
	switch (type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
		ch_json_decimal(json, cell);
		break;
	case CH_TYPE_YES:
		ch_json_bool(json, strcmp(cell, "yes") == 0);
		break;
	case CH_TYPE_LIST:
	case CH_TYPE_CHOICES:
		add_list(json, cell, arena);
		break;
	default:
		ch_json_string(json, cell);
		break;
	}
}

struct ch_grid ch_grid_for_people(const struct ch_grid *grid, struct ch_arena *arena)
{
	struct ch_column *columns = ch_arena_array(arena, grid->column_count, sizeof(*columns));
	struct ch_row *rows = ch_arena_array(arena, grid->row_count, sizeof(*rows));
	struct ch_grid shown = *grid;

	shown.columns = columns;
	shown.rows = rows;
	shown.column_count = 0;
	for (size_t row = 0; row < grid->row_count; row++)
		rows[row].cells = ch_arena_array(arena, grid->column_count, sizeof(*rows[row].cells));
	for (size_t i = 0; i < grid->column_count; i++) {
		bool names_the_row = i == 0 && grid->columns[i].type == CH_TYPE_ID;

		if (grid->columns[i].extra && !names_the_row)
			continue;
		for (size_t row = 0; row < grid->row_count; row++)
			rows[row].cells[shown.column_count] = grid->rows[row].cells[i];
		columns[shown.column_count++] = grid->columns[i];
	}
	return shown;
}
