#include "core/import/row_second.h"

#include <string.h>

/* What says who somebody is belongs to the first of two: one address is one person. */
static bool is_of_first(const struct import_column *column)
{
	static const char *const fields[] = {"email", "own_key", "person_id", "scheme_id"};

	for (size_t i = 0; column->field != NULL && i < sizeof(fields) / sizeof(fields[0]); i++)
		if (strcmp(column->field, fields[i]) == 0)
			return true;
	return false;
}

void row_second_keep(struct import_columns *columns, const struct import_row *row)
{
	struct ch_arena *arena = &columns->second.arena;

	ch_arena_reset(arena);
	struct import_row *second = ch_arena_alloc(arena, sizeof(*second));

	*second = *row;
	second->other_name = NULL;
	second->cells = ch_arena_array(arena, columns->count, sizeof(*second->cells));
	second->unvalued = ch_arena_array(arena, columns->count, sizeof(*second->unvalued));
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		bool is_name = column->field != NULL && strcmp(column->field, "name") == 0;

		second->cells[i] = is_name		? row->other_name
				   : is_of_first(column) ? ""
							 : ch_arena_copy(arena, row->cells[i]);
		second->unvalued[i] = row->unvalued[i];
	}
	columns->second.row = second;
}

void row_second_give(struct import_columns *columns, struct ch_arena *arena, struct import_row *row)
{
	*row = *columns->second.row;
	row->cells = ch_arena_array(arena, columns->count, sizeof(*row->cells));
	row->unvalued = ch_arena_array(arena, columns->count, sizeof(*row->unvalued));
	for (size_t i = 0; i < columns->count; i++) {
		row->cells[i] = ch_arena_copy(arena, columns->second.row->cells[i]);
		row->unvalued[i] = columns->second.row->unvalued[i];
	}
	columns->second.row = NULL;
	columns->rows++;
}

void import_columns_end(struct import_columns *columns)
{
	ch_arena_release(&columns->second.arena);
}
