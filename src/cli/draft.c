/* `chiron draft ...`: what was typed into forms of the full screen and is not saved. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"

enum ch_status cli_draft_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid grid;

	(void)args;
	if (ch_draft_list(&cli->context, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	cli_show_grid(cli, &grid, _("You have no drafts: all that was typed into forms was saved, or dropped."));
	return CH_OK;
}

static enum ch_status read_number(const char *word, int64_t *id, struct ch_error *err)
{
	return cli_which_number(word, _("a draft"), "draft list", id, err);
}

/* What the form calls the field: the label that the entity of the form has for it, as "session" of "session.log". */
static const char *label_of(struct cli *cli, const struct ch_draft *draft, const char *key)
{
	const char *name = ch_arena_copy_bytes(&cli->arena, draft->form, strcspn(draft->form, "."));
	const struct ch_entity *entity = ch_entity_named(name);
	const struct ch_field *field = entity != NULL ? ch_field_named(entity, key) : NULL;

	return field != NULL ? _(field->label) : key;
}

enum ch_status cli_draft_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "field", .label = N_("Field"), .type = CH_TYPE_TEXT},
		{.key = "text", .label = N_("What was typed"), .type = CH_TYPE_LINES},
	};
	struct ch_grid grid = {.columns = columns, .column_count = sizeof columns / sizeof columns[0]};
	struct ch_draft draft;
	int64_t id;

	if (read_number(args->words[0], &id, err) != CH_OK ||
	    ch_draft_get(&cli->context, id, &cli->arena, &draft, err) != CH_OK)
		return err->status;
	grid.title = draft.title;
	grid.rows = ch_arena_array(&cli->arena, draft.text_count, sizeof *grid.rows);
	for (size_t i = 0; i < draft.text_count; i++) {
		const char **cells = ch_arena_array(&cli->arena, grid.column_count, sizeof *cells);

		cells[0] = label_of(cli, &draft, draft.texts[i].key);
		cells[1] = draft.texts[i].text;
		grid.rows[grid.row_count++] = (struct ch_row){.cells = cells};
	}
	if (!cli_is_for_programs(cli))
		cli_say(cli, "%s", draft.title);
	cli_show_grid(cli, &grid, _("Nothing of it could be kept here."));
	return CH_OK;
}

enum ch_status cli_draft_drop(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_draft draft;

	for (size_t i = 0; i < args->word_count; i++) {
		int64_t id;

		if (read_number(args->words[i], &id, err) != CH_OK ||
		    ch_draft_get(&cli->context, id, &cli->arena, &draft, err) != CH_OK ||
		    ch_draft_drop(&cli->context, id, err) != CH_OK)
			return err->status;
		cli_say(cli, _("The draft of \"%s\" is dropped."), draft.title);
	}
	return CH_OK;
}
