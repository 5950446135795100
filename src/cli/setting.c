/* `chiron programme setting` */
#include <string.h>

#include "cli/output.h"

enum { KEY, VALUE, OF_PRESET, RULE, MEANING, COLUMNS };

static const struct ch_column columns[COLUMNS] = {
	[KEY] = {.key = "key", .label = N_("Setting"), .type = CH_TYPE_TEXT},
	[VALUE] = {.key = "value", .label = N_("Value"), .type = CH_TYPE_TEXT},
	[OF_PRESET] = {.key = "of_preset", .label = N_("Of the preset"), .type = CH_TYPE_TEXT},
	[RULE] = {.key = "rule", .label = N_("Rule"), .type = CH_TYPE_TEXT},
	[MEANING] = {.key = "meaning", .label = N_("Meaning"), .type = CH_TYPE_TEXT},
};

static const struct ch_setting *setting_named(const char *key)
{
	size_t count;
	const struct ch_setting *all = ch_setting_all(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(all[i].key, key) == 0)
			return &all[i];
	return NULL;
}

/* A field that a person may set here: all but the number of the record. */
static bool is_setting(const struct ch_field *field)
{
	return !(field->flags & CH_FIELD_KEPT);
}

static enum ch_status find_field(const char *key, const struct ch_field **field, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_SETTINGS);
	const char *nearest = NULL;
	int least = 4;

	*field = ch_field_named(entity, key);
	if (*field != NULL && is_setting(*field))
		return CH_OK;
	for (size_t i = 0; i < entity->field_count; i++) {
		int distance = ch_text_distance(entity->fields[i].key, key);

		if (is_setting(&entity->fields[i]) && distance < least) {
			least = distance;
			nearest = entity->fields[i].key;
		}
	}
	ch_fail(err, CH_USAGE, _("a programme has no setting \"%.40s\""), key);
	if (nearest != NULL)
		return ch_error_fix(err, _("did you mean %s?"), nearest);
	return ch_error_fix(err, _("`chiron programme setting PROGRAMME` lists them"));
}

static void show(struct cli *cli, const struct ch_settings *settings, const struct ch_field *only)
{
	const struct ch_entity *entity = ch_entity_of(CH_SETTINGS);
	struct ch_row *rows = ch_arena_array(&cli->arena, entity->field_count, sizeof(*rows));
	struct ch_grid grid = {.columns = columns, .column_count = COLUMNS, .rows = rows};

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		const struct ch_setting *setting = setting_named(field->key);
		const char **cells;

		if (!is_setting(field) || (only != NULL && field != only))
			continue;
		cells = ch_arena_array(&cli->arena, COLUMNS, sizeof(*cells));
		cells[KEY] = field->key;
		cells[VALUE] = ch_field_text(field, settings, &cli->arena);
		cells[OF_PRESET] = setting != NULL ? setting->preset[settings->preset] : NULL;
		cells[RULE] = setting != NULL ? setting->rule : NULL;
		cells[MEANING] = _(field->help);
		rows[grid.row_count++] = (struct ch_row){.cells = cells};
	}
	cli_show_grid(cli, &grid, "");
}

enum ch_status cli_programme_setting(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *preset = cli_args_value(args, "preset");
	const struct ch_field *field = NULL;
	struct ch_settings settings;
	int64_t id;

	if ((args->word_count > 1 && find_field(args->words[1], &field, err) != CH_OK) ||
	    cli_which(cli, CH_PROGRAMME, args->words[0], &id, err) != CH_OK ||
	    ch_settings_get(&cli->context, id, &cli->arena, &settings, err) != CH_OK)
		return err->status;
	if (preset == NULL && args->word_count < 3) {
		show(cli, &settings, field);
		return CH_OK;
	}
	if (args->word_count > 2 &&
	    ch_field_set(field, &settings, args->words[2], cli_today(cli), &cli->arena, err) != CH_OK)
		return err->status;
	if (cli_fill(cli, args, CH_SETTINGS, &settings, err) != CH_OK ||
	    ch_settings_set(&cli->context, &settings, err) != CH_OK ||
	    ch_settings_get(&cli->context, id, &cli->arena, &settings, err) != CH_OK)
		return err->status;
	if (field != NULL)
		cli_done(cli, CH_SETTINGS, &settings, _("%s: %s is %s."),
			 cli_name(cli, CH_PROGRAMME, id), _(field->label),
			 ch_field_known(field, &settings) ? ch_field_show(field, &settings, cli_today(cli), &cli->arena)
							  : _("not set"));
	else
		cli_done(cli, CH_SETTINGS, &settings, _("The settings of %s are those of the preset %s."),
			 cli_name(cli, CH_PROGRAMME, id), preset);
	return CH_OK;
}
