/* JSON from grids and records: what is a number, yes or no, or a list in the field table is one here. */
#include <string.h>

#include "chiron/json.h"
#include "cli/output.h"

void cli_json_value(struct cli *cli, struct json_writer *json, enum ch_type type, const char *text)
{
	struct ch_terms terms;

	if (!text) {
		json_null(json);
		return;
	}
	switch (type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_HOURS:
		json_decimal(json, text);
		break;
	case CH_TYPE_YES:
		json_bool(json, strcmp(text, "yes") == 0);
		break;
	case CH_TYPE_LIST:
	case CH_TYPE_CHOICES:
		terms = ch_terms_split(&cli->arena, text);
		json_array_begin(json);
		for (size_t i = 0; i < terms.count; i++)
			json_string(json, terms.terms[i]);
		json_array_end(json);
		break;
	default:
		json_string(json, text);
	}
}

void cli_json_row(struct cli *cli, struct json_writer *json, const struct ch_grid *grid, size_t row)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		json_key(json, grid->columns[i].key);
		cli_json_value(cli, json, grid->columns[i].type, grid->rows[row].cells[i]);
	}
}

void cli_json_grid(struct cli *cli, struct json_writer *json, const struct ch_grid *grid)
{
	json_array_begin(json);
	for (size_t row = 0; row < grid->row_count; row++) {
		json_object_begin(json);
		cli_json_row(cli, json, grid, row);
		json_object_end(json);
	}
	json_array_end(json);
}

void cli_json_fields(struct cli *cli, struct json_writer *json, enum ch_entity_id entity_id, const void *record)
{
	const struct ch_entity *entity = ch_entity_of(entity_id);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->flags & CH_FIELD_HIDDEN)
			continue;
		json_key(json, field->key);
		cli_json_value(cli, json, field->type, ch_field_text(field, record, &cli->arena));
	}
}
