/* `chiron framework ...`: what a session may follow. */
#include <string.h>

#include "cli/output.h"

static const char *headings_of(const struct ch_framework *framework, struct ch_arena *arena)
{
	const char *all = NULL;

	for (size_t i = 0; i < framework->heading_count; i++)
		all = all == NULL ? framework->headings[i].title
				  : ch_arena_printf(arena, "%s; %s", all, framework->headings[i].title);
	return all;
}

enum ch_status cli_framework_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT},
		{.key = "kind", .label = N_("For"), .type = CH_TYPE_CHOICE},
		{.key = "headings", .label = N_("Headings"), .type = CH_TYPE_LIST},
		{.key = "about", .label = N_("About"), .type = CH_TYPE_TEXT, .extra = true},
	};
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_PROGRAMME), "kind")->choices;
	struct ch_grid grid = {.column_count = sizeof(columns) / sizeof(columns[0])};
	struct ch_framework *frameworks;
	struct ch_column *own;

	(void)args;
	if (ch_framework_list(&cli->context, &cli->arena, &frameworks, &grid.row_count, err) != CH_OK)
		return err->status;
	own = ch_arena_array(&cli->arena, grid.column_count, sizeof(*own));
	memcpy(own, columns, sizeof(columns));
	own[1].choices = kinds;
	grid.columns = own;
	grid.rows = ch_arena_array(&cli->arena, grid.row_count, sizeof(*grid.rows));
	for (size_t i = 0; i < grid.row_count; i++) {
		const char **cells = ch_arena_array(&cli->arena, grid.column_count, sizeof(*cells));

		cells[0] = frameworks[i].name;
		cells[1] = frameworks[i].kind != CH_NO_KIND ? kinds[frameworks[i].kind].code : NULL;
		cells[2] = headings_of(&frameworks[i], &cli->arena);
		cells[3] = frameworks[i].about;
		grid.rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
	cli_show_grid(cli, &grid, _("There are no frameworks."));
	return CH_OK;
}

enum ch_status cli_framework_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_PROGRAMME), "kind")->choices;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_framework framework;

	if (ch_framework_find(&cli->context, args->words[0], &cli->arena, &framework, err) != CH_OK)
		return err->status;
	ch_buffer_printf(&out, "framework: %s\ntitle: %s\nabout: %s\n", framework.name, framework.title,
			 framework.about);
	if (framework.kind != CH_NO_KIND)
		ch_buffer_printf(&out, "kind: %s\n", kinds[framework.kind].code);
	for (size_t i = 0; i < framework.heading_count; i++)
		ch_buffer_printf(&out, "\n# %s\n%s%s", framework.headings[i].title,
				 framework.headings[i].asks != NULL ? framework.headings[i].asks : "",
				 framework.headings[i].asks != NULL ? "\n" : "");
	if (cli->width) {
		const char *safe = ch_text_safe(&cli->arena, out.text);

		ch_buffer_clear(&out);
		ch_buffer_add(&out, safe);
	}
	cli_print(cli, &out);
	ch_buffer_release(&out);
	return CH_OK;
}
