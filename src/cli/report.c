/* `chiron report`: the list of reports, one of them, or a page of several. */
#include <stddef.h>

#include "chiron/json.h"
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

/* ---- A page as text ---- */

static void add_underlined(struct ch_buffer *out, const char *text, char line)
{
	ch_buffer_printf(out, "%s\n", text);
	for (int i = ch_text_width(text); i > 0; i--)
		ch_buffer_add_char(out, line);
	ch_buffer_add_char(out, '\n');
}

static void add_wrapped(const struct cli *cli, const char *text, struct ch_buffer *out)
{
	ch_text_add_wrapped(out, text, cli->width != 0 && cli->width < 80 ? cli->width : 80);
}

/* A report of one column is sentences. */
static void add_sentences(const struct cli *cli, const struct ch_grid *grid, struct ch_buffer *out)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;

	for (size_t row = 0; row < grid->row_count; row++) {
		ch_buffer_clear(&safe);
		ch_text_add_safe(&safe, "- ");
		ch_text_add_safe(&safe, grid->rows[row].cells[0]);
		add_wrapped(cli, safe.text, out);
	}
	ch_buffer_release(&safe);
}

static void add_report(struct cli *cli, const struct ch_page_part *part, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s\n", _(part->info->title));
	add_wrapped(cli, _(part->info->about), out);
	ch_buffer_add_char(out, '\n');
	if (part->grid.row_count == 0)
		add_wrapped(cli, ch_report_nothing(part->info), out);
	else if (part->grid.column_count == 1)
		add_sentences(cli, &part->grid, out);
	else
		cli_add_for_people(cli, &part->grid, out);
}

static void add_page_text(struct cli *cli, const struct ch_page *page, struct ch_buffer *out)
{
	add_underlined(out, _(page->info->title), '=');
	ch_page_scope(page, out);
	ch_buffer_add(out, ".\n");
	for (size_t i = 0; i < page->part_count; i++) {
		const struct ch_page_part *part = &page->parts[i];

		ch_buffer_add_char(out, '\n');
		if (part->kind == CH_PAGE_HEADING)
			add_underlined(out, _(part->text), '-');
		else if (part->kind == CH_PAGE_TEXT)
			add_wrapped(cli, _(part->text), out);
		else
			add_report(cli, part, out);
	}
}

/* ---- A page for programs ---- */

/* The reports by name, each with its rows. */
static void add_page_json(struct cli *cli, const struct ch_page *page, struct ch_buffer *out)
{
	struct ch_json_writer json = CH_JSON_WRITER(out);

	ch_json_object_begin(&json);
	for (size_t i = 0; i < page->part_count; i++)
		if (page->parts[i].kind == CH_PAGE_REPORT) {
			ch_json_key(&json, page->parts[i].info->name);
			cli_json_grid(cli, &json, &page->parts[i].grid);
		}
	ch_json_object_end(&json);
	ch_buffer_add_char(out, '\n');
}

static enum ch_status add_page(struct cli *cli, const struct ch_page *page, struct ch_buffer *out, struct ch_error *err)
{
	switch (cli->format) {
	case CLI_HTML:
		ch_page_add_html(page, out);
		break;
	case CLI_JSON:
		add_page_json(cli, page, out);
		break;
	case CLI_CSV:
		ch_fail(err, CH_USAGE, _("%s is a page of several reports, which CSV has no room for"),
			page->info->name);
		return ch_error_fix(err, _("ask for text, HTML or JSON, or for one of its reports"));
	case CLI_XLSX: /* run.c refuses it but for exports */
	case CLI_TABLE:
	case CLI_LINES:
		add_page_text(cli, page, out);
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
