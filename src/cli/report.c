/* `chiron report`: the list of reports, one of them, or a page of several. */
#include <stddef.h>

#include "cli/file_out.h"
#include "cli/output.h"

static enum ch_status list_reports(struct cli *cli, struct ch_error *err)
{
	static const struct ch_column names[] = {
		{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT},
		{.key = "title", .label = N_("Report"), .type = CH_TYPE_TEXT},
		{.key = "page", .label = N_("Page of several"), .type = CH_TYPE_YES},
		{.key = "about", .label = N_("About"), .type = CH_TYPE_TEXT, .extra = true},
	};
	struct ch_grid grid = {.columns = names, .column_count = sizeof(names) / sizeof(names[0])};
	struct ch_report_info *infos;

	if (ch_report_list(&cli->context, &cli->arena, &infos, &grid.row_count, err) != CH_OK)
		return err->status;
	grid.rows = ch_arena_array(&cli->arena, grid.row_count, sizeof(*grid.rows));
	for (size_t i = 0; i < grid.row_count; i++) {
		const char **cells = ch_arena_array(&cli->arena, grid.column_count, sizeof(*cells));

		cells[0] = infos[i].name;
		cells[1] = infos[i].title;
		cells[2] = infos[i].page ? "yes" : NULL;
		cells[3] = infos[i].about;
		grid.rows[i].cells = cells;
	}
	cli_show_grid(cli, &grid, _("There are no reports."));
	return CH_OK;
}

/* ---- A page ---- */

static void draw(void *context, const struct ch_grid *grid, struct ch_buffer *out)
{
	cli_add_for_people(context, grid, out);
}

static enum ch_status add_page(struct cli *cli, const struct ch_page *page, struct ch_buffer *out, struct ch_error *err)
{
	switch (cli->format) {
	case CLI_HTML:
		ch_page_add_html(page, out);
		break;
	case CLI_JSON:
		ch_page_add_json(page, &cli->arena, out);
		break;
	case CLI_CSV:
		ch_fail(err, CH_USAGE, _("%s is a page of several reports, which CSV has no room for"),
			page->info->name);
		return ch_error_fix(err, _("ask for text, HTML or JSON, or for one of its reports"));
	case CLI_XLSX: /* run.c refuses it but for exports */
	case CLI_TABLE:
	case CLI_LINES:
		ch_page_add_text(page, cli->width != 0 && cli->width < 80 ? cli->width : 80, draw, cli, out);
		break;
	}
	return CH_OK;
}

/* ---- The command ---- */

static enum ch_status show_one(struct cli *cli, const struct ch_page *page, struct ch_error *err)
{
	const struct ch_grid *grid = &page->parts[0].grid;

	(void)err;
	if (grid->title)
		cli_say(cli, "%s", grid->title);
	cli_show_grid(cli, grid, ch_report_nothing(page->info));
	return CH_OK;
}

static enum ch_status show(struct cli *cli, const struct ch_page *page, struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	if (!page->info->page && cli->format != CLI_HTML)
		return show_one(cli, page, err);
	if (add_page(cli, page, &out, err) == CH_OK)
		cli_print(cli, &out);
	ch_buffer_release(&out);
	return err->status;
}

static enum ch_status format_of(const char *path, enum cli_format *format, struct ch_error *err)
{
	static const struct {
		const char *extension;
		enum cli_format format;
	} formats[] = {{".html", CLI_HTML}, {".json", CLI_JSON}, {".csv", CLI_CSV}, {".txt", CLI_TABLE}};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (ch_path_ends(path, formats[i].extension)) {
			*format = formats[i].format;
			return CH_OK;
		}
	return ch_fail(err, CH_USAGE,
		       _("the name of a report's file ends in .html, .txt, .csv or .json; \"%s\" was given"), path);
}

/* What show() prints goes to the file, with no terminal's width. */
static enum ch_status write_to(struct cli *cli, const struct ch_page *page, const char *path, enum cli_format format,
			       struct ch_error *err)
{
	struct ch_file_out file;

	if (cli_file_begin(cli, path, &file, err) != CH_OK)
		return err->status;
	struct cli to_file = *cli;

	to_file.out = file.file;
	to_file.width = 0;
	to_file.format = format;
	show(&to_file, page, err);
	cli->arena = to_file.arena;
	return cli_file_end(cli, path, &file, err);
}

/* The period, or its first and its last day. */
static enum ch_status read_period(struct cli *cli, const struct cli_args *args, struct ch_report_query *query,
				  struct ch_error *err)
{
	const char *period = cli_args_value(args, "period");

	if (period == NULL) {
		if (cli_date_option(cli, args, "from", &query->from, err) == CH_OK)
			cli_date_option(cli, args, "to", &query->to, err);
		return err->status;
	}
	if (!cli_args_has(args, "from") && !cli_args_has(args, "to"))
		return ch_period_parse(period, cli_today(cli), &query->from, &query->to, err);
	ch_fail(err, CH_USAGE, _("--period says both days already"));
	return ch_error_fix(err, _("give --period, or --from and --to"));
}

/* The options are of a report; the list of them all has no use for any. */
static enum ch_status needs_name(const struct cli_args *args, struct ch_error *err)
{
	for (const struct cli_option *o = args->command->options; o->key; o++) {
		if (!cli_args_has(args, o->key))
			continue;
		ch_fail(err, CH_USAGE, _("--%s is given, but no report is named"), o->key);
		return ch_error_fix(err, _("`chiron report` alone lists their names"));
	}
	return CH_OK;
}

enum ch_status cli_report(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_report_query query = {.from = CH_NO_DATE, .to = CH_NO_DATE};
	const char *path = cli_args_value(args, "output");
	enum cli_format of_file = CLI_TABLE;
	struct ch_page page;

	if (!args->word_count)
		return needs_name(args, err) != CH_OK ? err->status : list_reports(cli, err);
	query.name = args->words[0];
	if (cli_args_has(args, "html"))
		cli->format = CLI_HTML;
	if ((path && format_of(path, &of_file, err) != CH_OK) ||
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &query.programme_id, err) != CH_OK ||
	    cli_which_option(cli, args, "cohort", CH_COHORT, &query.cohort_id, err) != CH_OK ||
	    read_period(cli, args, &query, err) != CH_OK ||
	    ch_page_run(&cli->context, &query, &cli->arena, &page, err) != CH_OK)
		return err->status;
	return path ? write_to(cli, &page, path, of_file, err) : show(cli, &page, err);
}
