/* What was done, by whom and when; undoing it, and doing it again. */
#include <string.h>

#include "cli/output.h"

/* ---- History ------------------------------------------------------------------- */

enum { COLUMNS = 5 };

static const struct ch_column columns[COLUMNS] = {
	{.key = "step_id", .label = N_("No."), .type = CH_TYPE_ID, .width = 5},
	{.key = "at", .label = N_("When"), .type = CH_TYPE_INSTANT},
	{.key = "actor", .label = N_("Who"), .type = CH_TYPE_TEXT},
	{.key = "words", .label = N_("What"), .type = CH_TYPE_TEXT},
	{.key = "state", .label = N_("State"), .type = CH_TYPE_TEXT},
};

static const char *cell(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	return NULL;
}

/* A row of the list of steps as the record it was made from. */
static void step_of(struct cli *cli, const struct ch_grid *grid, size_t row, struct ch_step *step)
{
	const struct ch_entity *entity = ch_entity_of(CH_STEP);
	struct ch_error ignored = CH_NO_ERROR;

	ch_record_clear(entity, step);
	for (size_t i = 0; i < entity->field_count; i++)
		ch_field_set(&entity->fields[i], step, cell(grid, row, entity->fields[i].key), CH_NO_DATE, &cli->arena,
			     &ignored);
}

static const char *state_words(struct cli *cli, const struct ch_grid *grid, size_t row, const struct ch_step *step)
{
	const char *state = cell(grid, row, "state");

	if (step->final != CH_NOT_FINAL)
		return ch_arena_printf(&cli->arena, _("stays: %s"),
				       _(ch_field_named(ch_entity_of(CH_STEP), "final")->choices[step->final].label));
	return strcmp(state, "undone") == 0 ? _("undone") : _("done");
}

/* For people in words; programs get the columns of the list. */
static void show(struct cli *cli, const struct ch_grid *grid, const char *none)
{
	struct ch_grid shown = {.columns = columns,
				.column_count = COLUMNS,
				.rows = ch_arena_array(&cli->arena, grid->row_count, sizeof(*shown.rows)),
				.row_count = grid->row_count};
	const char *unnamed;

	if (cli_is_for_programs(cli)) {
		cli_show_grid(cli, grid, none);
		return;
	}
	unnamed = ch_coordinator_unnamed(&cli->context, &cli->arena);
	for (size_t i = 0; i < grid->row_count; i++) {
		const char **cells = ch_arena_array(&cli->arena, COLUMNS, sizeof(*cells));
		const char *actor = cell(grid, i, "actor");
		struct ch_step step;

		step_of(cli, grid, i, &step);
		cells[0] = cell(grid, i, "step_id");
		cells[1] = step.at;
		cells[2] = actor ? actor : unnamed;
		cells[3] = ch_step_words(&step, cli_today(cli), &cli->arena);
		cells[4] = state_words(cli, grid, i, &step);
		shown.rows[i] = (struct ch_row){.id = step.step_id, .cells = cells};
	}
	cli_show_grid(cli, &shown, none);
}

enum { MINE = 20 };

static enum ch_status list_mine(struct cli *cli, struct ch_error *err)
{
	int64_t me = cli->context.actor.person_id;
	struct ch_list_query query = {.list = CH_LIST_STEPS,
				      .filter = me ? "state:standing" : "state:standing actor:-",
				      .person_id = me,
				      .limit = MINE};
	struct ch_grid grid;

	if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	show(cli, &grid, _("There is no change of yours to undo."));
	if (grid.row_count)
		cli_say(cli, _("\n`chiron undo` undoes the first of them, `chiron undo NUMBER` another."));
	return CH_OK;
}

static enum ch_status show_changes(struct cli *cli, const char *word, struct ch_error *err)
{
	struct ch_undone step;
	struct ch_grid grid;
	int64_t id = 0;

	if (cli_which(cli, CH_STEP, word, &id, err) != CH_OK ||
	    ch_step_get(&cli->context, id, &cli->arena, &step, err) != CH_OK ||
	    ch_step_changes(&cli->context, id, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	cli_say(cli, "%s\n", step.words);
	cli_show_grid(cli, &grid, _("No field was changed: wording of the pair is not shown here."));
	return CH_OK;
}

enum ch_status cli_history(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_STEPS,
				      .filter = cli_args_joined(args, &cli->arena),
				      .sort = cli_args_value(args, "sort")};
	struct ch_grid grid;

	if (cli_args_has(args, "step"))
		return show_changes(cli, cli_args_value(args, "step"), err);
	if (cli_which_option(cli, args, "person", CH_PERSON, &query.person_id, err) != CH_OK)
		return err->status;
	query.limit = (size_t)cli_args_number(args, "limit", 0);
	if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	show(cli, &grid, query.filter ? _("No change fits that.") : _("Nothing was changed yet."));
	return CH_OK;
}

/* ---- Undo and redo ------------------------------------------------------------ */

enum ch_status cli_undo(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_undone undone;
	int64_t step_id = 0;

	if (cli_args_has(args, "list"))
		return list_mine(cli, err);
	if (args->word_count > 0 && cli_which(cli, CH_STEP, args->words[0], &step_id, err) != CH_OK)
		return err->status;
	if (ch_undo(&cli->context, step_id, &cli->arena, &undone, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_STEP, &undone.step, _("Undone: %s. `chiron redo` does it again."), undone.words);
	return CH_OK;
}

enum ch_status cli_redo(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_undone redone;

	(void)args;
	if (ch_redo(&cli->context, &cli->arena, &redone, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_STEP, &redone.step, _("Done again: %s."), redone.words);
	return CH_OK;
}
