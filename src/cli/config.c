/* A person's preferences on the command line. */
#include <string.h>

#include "chiron/preference.h"
#include "cli/output.h"

static const struct ch_column columns[] = {
	{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT},
	{.key = "value", .label = N_("Value"), .type = CH_TYPE_TEXT},
	{.key = "allowed", .label = N_("Allowed"), .type = CH_TYPE_TEXT},
	{.key = "from", .label = N_("Set by"), .type = CH_TYPE_TEXT},
	{.key = "what", .label = N_("What it does"), .type = CH_TYPE_TEXT},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* Reads them, and notes what was wrong with the file. */
static void read_preferences(struct cli *cli, const struct cli_args *args, struct ch_preferences *preferences)
{
	ch_preferences_read(preferences, cli_args_value(args, "config"));
	for (size_t i = 0; i < preferences->complaint_count; i++)
		cli_note(cli, "%s", preferences->complaints[i]);
}

static void fill_row(struct cli *cli, const struct ch_preferences *preferences, enum ch_preference which,
		     struct ch_row *row)
{
	const struct ch_preference_info *info = ch_preference_info(which);
	const char **cells = ch_arena_array(&cli->arena, COLUMNS, sizeof(*cells));

	cells[0] = info->key;
	cells[1] = ch_arena_copy(&cli->arena, preferences->value[which]);
	cells[2] = strcmp(info->allowed, "THEME") == 0 ? _("name of a theme") : info->allowed;
	cells[3] = preferences->origin[which] != NULL ? ch_arena_copy(&cli->arena, preferences->origin[which]) : NULL;
	cells[4] = _(info->help);
	row->cells = cells;
}

enum ch_status cli_config_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_row rows[CH_PREFERENCE_COUNT] = {{.id = 0}};
	struct ch_grid grid = {
		.columns = columns, .column_count = COLUMNS, .rows = rows, .row_count = CH_PREFERENCE_COUNT};
	struct ch_preferences preferences;

	(void)err;
	read_preferences(cli, args, &preferences);
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++)
		fill_row(cli, &preferences, (enum ch_preference)i, &rows[i]);
	cli_show_grid(cli, &grid, "");
	cli_say(cli, _("They stand in %s, which `chiron config set` writes."), preferences.path);
	ch_preferences_release(&preferences);
	return CH_OK;
}

enum ch_status cli_config_get(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_row row = {.id = 0};
	struct ch_grid grid = {.columns = columns, .column_count = COLUMNS, .rows = &row, .row_count = 1};
	struct ch_preferences preferences;
	enum ch_preference which;

	if (ch_preference_find(args->words[0], &which, err) != CH_OK)
		return err->status;
	read_preferences(cli, args, &preferences);
	fill_row(cli, &preferences, which, &row);
	if (cli_is_for_programs(cli))
		cli_show_object(cli, &grid);
	else
		fprintf(cli->out, "%s\n", row.cells[1]);
	ch_preferences_release(&preferences);
	return CH_OK;
}

enum ch_status cli_config_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_preferences preferences;
	enum ch_preference which;

	if (ch_preference_find(args->words[0], &which, err) != CH_OK)
		return err->status;
	ch_preferences_read(&preferences, cli_args_value(args, "config")); /* which need not be right, nor there */
	if (ch_preference_set(&preferences, which, args->words[1], err) == CH_OK)
		cli_say(cli, _("%s is %s from now on, in %s."), ch_preference_info(which)->key, args->words[1],
			preferences.path);
	if (err->status == CH_OK && preferences.origin[which] != NULL && preferences.origin[which][0] == '$')
		cli_note(cli, _("%s is set and still wins."), preferences.origin[which]);
	ch_preferences_release(&preferences);
	return err->status;
}
