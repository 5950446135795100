/* JSON from grids and records: what is a number, yes or no, or a list in the field table is one here. */
#include <string.h>

#include "chiron/json.h"
#include "cli/output.h"

void cli_json_value(struct cli *cli, struct ch_json_writer *json, enum ch_type type, const char *text)
{
	struct ch_terms terms;

	if (!text) {
		ch_json_null(json);
		return;
	}
	switch (type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
		ch_json_decimal(json, text);
		break;
	case CH_TYPE_YES:
		ch_json_bool(json, strcmp(text, "yes") == 0);
		break;
	case CH_TYPE_LIST:
	case CH_TYPE_CHOICES:
		terms = ch_terms_split(&cli->arena, text);
		ch_json_array_begin(json);
		for (size_t i = 0; i < terms.count; i++)
			ch_json_string(json, terms.terms[i]);
		ch_json_array_end(json);
		break;
	default:
		ch_json_string(json, text);
	}
}

void cli_json_row(struct cli *cli, struct ch_json_writer *json, const struct ch_grid *grid, size_t row)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		ch_json_key(json, grid->columns[i].key);
		cli_json_value(cli, json, grid->columns[i].type, grid->rows[row].cells[i]);
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
	const struct ch_entity *entity = ch_entity_of(entity_id);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->flags & CH_FIELD_HIDDEN)
			continue;
		ch_json_key(json, field->key);
		cli_json_value(cli, json, field->type, ch_field_text(field, record, &cli->arena));
	}
}
