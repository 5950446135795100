/* `chiron import ...` besides importing: what columns are taken for and were, the imports so far, taking one back. */
#include <inttypes.h>
#include <string.h>

#include "cli/import.h"
#include "cli/output.h"

/* ---- Columns ---------------------------------------------------------------------------- */

static enum ch_status read_kind(const struct cli_args *args, enum ch_import_kind *kind, struct ch_error *err)
{
	const char *given = cli_args_value(args, "kind");
	int found = given == NULL ? CH_IMPORT_PEOPLE + 1 : ch_choice_find(ch_import_kinds, given);
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	*kind = CH_IMPORT_PEOPLE;
	if (found > 0) {
		*kind = (enum ch_import_kind)(found - 1);
		return CH_OK;
	}
	cli_add_codes(ch_import_kinds, &allowed);
	ch_fail(err, CH_USAGE, _("the rows of a list are %s; \"%s\" was given"), allowed.text, given);
	ch_buffer_release(&allowed);
	return err->status;
}

static const char *samples_of(struct cli *cli, const struct ch_import_mapping *mapping)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < 3 && mapping->samples[i] != NULL; i++)
		ch_buffer_printf(&out, "%s%s", i > 0 ? " | " : "", mapping->samples[i]);
	const char *samples = ch_arena_copy(&cli->arena, out.text);

	ch_buffer_release(&out);
	return samples;
}

static void show_columns(struct cli *cli, const struct ch_import_result *result)
{
	static const struct ch_column columns[] = {
		{.key = "heading", .label = N_("Heading"), .type = CH_TYPE_TEXT, .width = 24},
		{.key = "field", .label = N_("Field"), .type = CH_TYPE_TEXT, .width = 16},
		{.key = "certainty", .label = N_("By"), .type = CH_TYPE_TEXT, .width = 10},
		{.key = "samples", .label = N_("Samples"), .type = CH_TYPE_TEXT, .width = 40},
		{.key = "why", .label = N_("Left out, because"), .type = CH_TYPE_TEXT, .width = 40},
	};
	struct ch_grid grid = {.columns = columns, .column_count = 5, .row_count = result->mapping_count};

	grid.rows = ch_arena_array(&cli->arena, result->mapping_count, sizeof(*grid.rows));
	for (size_t i = 0; i < result->mapping_count; i++) {
		const struct ch_import_mapping *mapping = &result->mapping[i];
		const char **cells = ch_arena_array(&cli->arena, 5, sizeof(*cells));

		cells[0] = mapping->heading;
		cells[1] = *mapping->code != '\0' ? mapping->code : NULL;
		cells[2] = mapping->certainty;
		cells[3] = samples_of(cli, mapping);
		cells[4] = mapping->why;
		grid.rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
	cli_show_grid(cli, &grid, _("The file has no columns."));
}

enum ch_status cli_import_columns(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_import_options options = {.kind = CH_IMPORT_PEOPLE};
	struct ch_import_result result = {0};

	if (read_kind(args, &options.kind, err) != CH_OK)
		return err->status;
	cli_import_columns_options(cli, args, &options);
	enum ch_status status = ch_import_look(&cli->context, &options, &cli->arena, &result, err);
	if (status == CH_OK || (status == CH_DATA && result.mapping_count > 0))
		show_columns(cli, &result);
	return status;
}

enum ch_status cli_import_mappings(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid grid;

	(void)args;
	if (ch_mapping_list(&cli->context, &cli->arena, &grid, err) == CH_OK)
		cli_show_grid(cli, &grid,
			      _("Nothing is remembered: what you say of columns by --map will be, for lists with the "
				"same headings."));
	return err->status;
}

enum ch_status cli_import_forget(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id;

	if (cli_which_number(args->words[0], _("remembered columns"), "import mappings", &id, err) == CH_OK &&
	    ch_mapping_forget(&cli->context, id, err) == CH_OK)
		cli_say(cli, _("What was remembered as no. %" PRId64 " is forgotten. `chiron undo` brings it back."),
			id);
	return err->status;
}

enum ch_status cli_import_heading(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (ch_heading_add(&cli->context, args->words[0], args->words[1], err) != CH_OK)
		return err->status;
	cli_say(cli, _("Columns headed \"%s\" are read as %s from now on."), args->words[0], args->words[1]);
	return CH_OK;
}

/* ---- The imports so far --------------------------------------------------------------------- */

/* What there is no room for in the list is shown of the one: its hash, and what was decided. */
static void show_all_columns(struct ch_grid *grid, struct ch_arena *arena)
{
	struct ch_column *columns = ch_arena_array(arena, grid->column_count, sizeof *columns);

	for (size_t i = 0; i < grid->column_count; i++) {
		columns[i] = grid->columns[i];
		columns[i].extra = false;
	}
	grid->columns = columns;
}

enum ch_status cli_import_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const struct ch_list_query query = {.list = CH_LIST_IMPORTS};
	struct ch_grid grid;
	int64_t id;

	if (cli_which(cli, CH_IMPORT_BATCH, args->words[0], &id, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < grid.row_count; i++) {
		if (grid.rows[i].id != id)
			continue;
		grid.rows = &grid.rows[i];
		grid.row_count = 1;
		if (cli->format == CLI_TABLE)
			cli->format = CLI_LINES;
		show_all_columns(&grid, &cli->arena);
		cli_show_object(cli, &grid);
		return CH_OK;
	}
	return ch_fail(err, CH_MISSING, _("there is no import %" PRId64), id);
}

enum ch_status cli_import_undo(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "batch", .type = CH_TYPE_ID},
		{.key = "removed", .type = CH_TYPE_NUMBER},
		{.key = "restored", .type = CH_TYPE_NUMBER},
		{.key = "left", .type = CH_TYPE_NUMBER},
	};
	bool look = cli_args_has(args, "dry-run");
	struct ch_import_undone undone = {0};
	const char *cells[4];
	struct ch_row row = {.cells = cells};
	struct ch_grid grid = {.columns = columns, .column_count = 4, .rows = &row, .row_count = 1};
	int64_t id;

	if (cli_which(cli, CH_IMPORT_BATCH, args->words[0], &id, err) != CH_OK ||
	    (look ? ch_import_undo_look : ch_import_undo)(&cli->context, id, &cli->arena, &undone, err) != CH_OK)
		return err->status;
	cells[0] = ch_arena_printf(&cli->arena, "%" PRId64, id);
	cells[1] = ch_arena_printf(&cli->arena, "%" PRId64, undone.removed);
	cells[2] = ch_arena_printf(&cli->arena, "%" PRId64, undone.restored);
	cells[3] = ch_arena_printf(&cli->arena, "%zu", undone.kept.row_count);
	if (cli_is_for_programs(cli)) {
		cli_show_object(cli, &grid);
		return CH_OK;
	}
	cli_say(cli,
		look ? _("Import %" PRId64 " would be undone: %" PRId64 " removed%s, %" PRId64
			 " as before, %zu left.")
		     : _("Import %" PRId64 " is undone: %" PRId64 " removed%s, %" PRId64
			 " as before, %zu left."),
		id, undone.removed, ch_import_removed_words(&undone, &cli->arena), undone.restored,
		undone.kept.row_count);
	if (undone.kept.row_count)
		cli_show_grid(cli, &undone.kept, "");
	if (!look && undone.removed_of[CH_PERSON] > 0)
		cli_note(cli, _("Who came in with it is in no list any more, and still in the history: `chiron person "
				"erase` finds them there, too"));
	return CH_OK;
}
