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
