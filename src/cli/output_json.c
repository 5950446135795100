/* JSON from grids and records: what is a number, yes or no, or a list in the field table is one here. */
#include "chiron/json.h"
#include "cli/output.h"

void cli_json_row(struct cli *cli, struct ch_json_writer *json, const struct ch_grid *grid, size_t row)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		ch_json_key(json, grid->columns[i].key);
		ch_cell_add_json(json, grid->columns[i].type, grid->rows[row].cells[i], &cli->arena);
	}
}

void cli_json_grid(struct cli *cli, struct ch_json_writer *json, const struct ch_grid *grid)
{
	ch_json_array_begin(json);
	for (size_t row = 0; row < grid->row_count; row++) {
		ch_json_object_begin(json);
		cli_json_row(cli, json, grid, row);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

void cli_json_fields(struct cli *cli, struct ch_json_writer *json, enum ch_entity_id entity_id, const void *record)
{
	const struct ch_entity *entity = cli_widen(cli, entity_id, &record);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->flags & CH_FIELD_HIDDEN)
			continue;
		ch_json_key(json, field->key);
		ch_cell_add_json(json, field->type, ch_field_text(field, record, &cli->arena), &cli->arena);
	}
}
