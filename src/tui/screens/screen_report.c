/* One report, and a row of it in full. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/desk.h"
#include "tui/widgets/fact_list.h"
#include "tui/widgets/list_rows.h"
#include "tui/screens/report_view.h"
#include "tui/tui.h"

enum {
	WORDS_WIDTH = 15, /* of a column of words at first; none gets more before all have this */
	BAR_CELLS = 20
};

struct report_screen {
	struct report_view view;
	const struct desk *desk;
	struct ch_buffer nothing; /* what stands there instead of rows */
	struct ch_arena arena;
	struct ch_grid grid;
	bool grouped; /* the first column says the same in row after row */
	bool told;
	bool ascii; /* what the bars are made of */
	struct ch_error err; /* why it could not be run */
};

struct row_screen {
	struct screen screen;
	struct fact_list facts;
	struct report_screen *report; /* below */
	bool stale;
};

/* ---- A row of a report ---- */

static struct row_screen *row_of(const struct screen *screen)
{
	return (struct row_screen *)screen;
}

static void read_row(struct row_screen *row)
{
	struct report_screen *report = row->report;
	const struct ch_row *focused = list_row(&report->view.list);
	struct ch_arena arena = CH_ARENA_EMPTY;

	row->stale = false;
	fact_list_clear(&row->facts);
	for (size_t i = 0; focused != NULL && i < report->grid.column_count; i++) {
		const struct ch_column *column = &report->grid.columns[i];

		fact_list_add(&row->facts, ' ', _(column->label),
			      ch_cell_show(column, focused->cells[i], report->desk->today, &arena));
	}
	fact_list_add(&row->facts, ' ', _("What it tells"), report->view.about.text);
	ch_arena_release(&arena);
}

static void step(struct app *app, struct row_screen *row, int64_t rows)
{
	struct list *list = &row->report->view.list;
	int64_t before = list_row(list)->id;

	list_move(list, rows);
	if (list_row(list)->id == before)
		app_say(app, "%s", rows > 0 ? _("This is the last row of the report")
					    : _("This is the first row of the report"));
	row->stale = true;
}

static void run_next(struct app *app, struct screen *screen)
{
	step(app, row_of(screen), 1);
}

static void run_previous(struct app *app, struct screen *screen)
{
	step(app, row_of(screen), -1);
}

static bool has_others(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_row(&row_of(screen)->report->view.list) != NULL;
}

static const struct binding row_bindings[] = {
	{.command = COMMAND_NEXT, .run = run_next, .offered = has_others},
	{.command = COMMAND_PREVIOUS, .run = run_previous, .offered = has_others},
};

/* "Attendance | 2 of 7" */
static void row_title(const struct screen *screen, struct ch_buffer *out)
{
	struct report_screen *report = row_of(screen)->report;
	const struct ch_row *row = list_row(&report->view.list);

	ch_buffer_add(out, _(report->view.info->title));
	if (row != NULL)
		ch_buffer_printf(out, _(" | %" PRId64 " of %zu"), row->id, report->grid.row_count);
}

static void row_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	if (row_of(screen)->stale)
		read_row(row_of(screen));
	fact_list_draw(&row_of(screen)->facts, canvas, body, true);
}

/* The report below is run after this, so the row is read when it is drawn. */
static void row_changed(struct screen *screen, struct app *app)
{
	(void)app;
	row_of(screen)->stale = true;
}

static void row_close(struct screen *screen, struct app *app)
{
	(void)app;
	fact_list_release(&row_of(screen)->facts);
	free(screen);
}

static const struct screen_ops row_screen = {
	.context = IN_DETAIL,
	.bindings = row_bindings,
	.binding_count = sizeof(row_bindings) / sizeof(row_bindings[0]),
	.title = row_title,
	.draw = row_draw,
	.changed = row_changed,
	.close = row_close,
};

/* ---- A report ---- */

static struct report_screen *report_of(const struct screen *screen)
{
	return (struct report_screen *)screen;
}

static enum ch_status report_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				   struct ch_grid *page, struct ch_error *err)
{
	const struct report_screen *report = data;

	(void)arena;
	if (report->err.status != CH_OK) {
		*err = report->err;
		return err->status;
	}
	*page = report->grid;
	list_rows_page(report->grid.rows, report->grid.row_count, request, page);
	return CH_OK;
}

static int64_t report_count(void *data)
{
	return (int64_t)((const struct report_screen *)data)->grid.row_count;
}

/* Its texts: "Autumn, Wen Patel, Chen Okafor" */
static void report_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const struct ch_grid *grid = &((const struct report_screen *)data)->grid;
	const char *gap = "";

	for (size_t i = 0; i < grid->column_count; i++)
		if (grid->columns[i].type == CH_TYPE_TEXT && row->cells[i] != NULL) {
			ch_buffer_printf(out, "%s%s", gap, row->cells[i]);
			gap = ", ";
		}
}

/* Where the definition is not below, it is here. */
static const char *report_empty(void *data)
{
	struct report_screen *report = data;

	ch_buffer_clear(&report->nothing);
	ch_buffer_printf(&report->nothing, _("%s This fills by itself as the scheme is used."),
			 ch_report_nothing(report->view.info));
	if (!report->told)
		ch_buffer_printf(&report->nothing, "\n%s", report->view.about.text);
	return report->nothing.text;
}

/* The later the less; a first column that only groups the rows gives way to those that tell them apart. */
static int report_rank(void *data, size_t column)
{
	const struct report_screen *report = data;

	if (!report->grouped)
		return (int)column;
	return column > 0 ? (int)column - 1 : (int)report->grid.column_count;
}

static const struct list_source report_source = {
	.fetch = report_fetch, .count = report_count, .name = report_name, .empty = report_empty, .rank = report_rank};

/* Whether the first column mostly repeats what is above, as the programme's name does. */
static bool is_grouped(const struct ch_grid *grid)
{
	size_t repeated = 0;

	for (size_t i = 1; i < grid->row_count; i++) {
		const char *cell = grid->rows[i].cells[0], *above = grid->rows[i - 1].cells[0];

		if (cell != NULL && above != NULL && strcmp(cell, above) == 0)
			repeated++;
	}
	return 2 * repeated >= grid->row_count && repeated > 0;
}

/* Cells of the widest of a column's cells, up to WORDS_WIDTH. */
static int width_of_cells(const struct report_screen *report, size_t column)
{
	const struct ch_grid *grid = &report->grid;
	struct ch_arena arena = CH_ARENA_EMPTY;
	int widest = 1;

	for (size_t i = 0; i < grid->row_count && widest < WORDS_WIDTH; i++) {
		const char *cell = grid->rows[i].cells[column];
		int width = ch_text_width(ch_cell_show(&grid->columns[column], cell, report->desk->today, &arena));

		widest = width > widest ? width : widest;
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
	return widest < WORDS_WIDTH ? widest : WORDS_WIDTH;
}

static bool is_words(const struct ch_column *column)
{
	return column->type == CH_TYPE_TEXT || column->type == CH_TYPE_CHOICE || column->type == CH_TYPE_CHOICES;
}

/* All rows are here, so that words, unlike those of longer lists, are as wide as their contents. */
static void set_widths(struct report_screen *report)
{
	struct ch_grid *grid = &report->grid;
	struct ch_column *columns = ch_arena_array(&report->arena, grid->column_count, sizeof(*columns));

	for (size_t i = 0; i < grid->column_count; i++) {
		columns[i] = grid->columns[i];
		if (is_words(&columns[i]) && columns[i].width == 0)
			columns[i].width = width_of_cells(report, i);
	}
	grid->columns = columns;
}

static enum ch_status read_report(void *data, struct ch_error *err)
{
	struct report_screen *report = data;

	return ch_report_run(report->desk->c, &report->view.query, &report->arena, &report->grid, err);
}

/* Without an app, as in the midst of drawing, nobody looks on. */
static void run_report(struct report_screen *report, struct app *app)
{
	struct ch_arena before = report->arena;

	report->arena = CH_ARENA_EMPTY;
	report->err = CH_NO_ERROR;
	if (app != NULL)
		report_view_work(app, read_report, report, &report->err);
	else
		read_report(report, &report->err);
	if (report->err.status != CH_OK)
		report->grid = (struct ch_grid){.title = NULL};
	report->grid = ch_grid_with_bars(&report->grid, BAR_CELLS, report->ascii, &report->arena);
	list_rows_number(&report->grid);
	report->grouped = is_grouped(&report->grid);
	set_widths(report);
	list_reload(&report->view.list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static void run_open_row(struct app *app, struct screen *screen)
{
	struct row_screen *row = calloc(1, sizeof(*row));

	if (row == NULL)
		ch_abort("out of memory");
	row->screen = (struct screen){.ops = &row_screen, .list = &row->facts.list};
	row->report = report_of(screen);
	row->stale = true;
	fact_list_init(&row->facts, "", "", false, desk_of(app)->today);
	app_push(app, &row->screen);
}

static const struct binding report_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open_row, .offered = list_has_row, .label = N_("whole row"),
	 .help = N_("All of the row, below one another")},
	REPORT_VIEW_BINDINGS,
};

static void report_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _(report_of(screen)->view.info->title));
}

static void report_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct report_screen *report = report_of(screen);
	struct ch_buffer about = CH_BUFFER_EMPTY;

	(void)app;
	if (report->ascii != canvas->ascii) {
		report->ascii = canvas->ascii;
		run_report(report, NULL);
	}
	ch_grid_add_series(&report->grid, report->ascii, report->desk->today, &about);
	ch_buffer_printf(&about, "%s%s", about.length > 0 ? "\n" : "", report->view.about.text);
	report->told =
		report_view_draw_about(canvas, &body, report_view_about_rows(canvas, body, about.text), about.text);
	ch_buffer_release(&about);
	list_draw(&report->view.list, canvas, body, true);
}

static void report_help(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _("Columns that find no room are in the whole row: " KEY_(OPEN) ".\n"));
	ch_buffer_printf(out, _("For a file: `chiron report %s --format csv`.\n"), report_of(screen)->view.info->name);
}

static void report_changed(struct screen *screen, struct app *app)
{
	report_view_tell(&report_of(screen)->view, app);
	run_report(report_of(screen), app);
}

static void report_close(struct screen *screen, struct app *app)
{
	struct report_screen *report = report_of(screen);

	(void)app;
	report_view_release(&report->view);
	ch_buffer_release(&report->nothing);
	ch_arena_release(&report->arena);
	free(report);
}

static const struct screen_ops report_screen = {
	.context = IN_LIST,
	.bindings = report_bindings,
	.binding_count = sizeof(report_bindings) / sizeof(report_bindings[0]),
	.title = report_title,
	.draw = report_draw,
	.help = report_help,
	.changed = report_changed,
	.close = report_close,
};

void report_open(struct app *app, const struct ch_report_info *info, const struct ch_report_query *query)
{
	struct report_screen *report = calloc(1, sizeof(*report));

	if (report == NULL)
		ch_abort("out of memory");
	report->desk = desk_of(app);
	report->arena = CH_ARENA_EMPTY;
	report->nothing = CH_BUFFER_EMPTY;
	list_init(&report->view.list, &report_source, report, report->desk->today);
	report_view_init(&report->view, &report_screen, info, desk_of(app)->today);
	if (query != NULL) {
		report->view.query = *query;
		report->view.query.name = report->view.info->name;
	}
	report_view_tell(&report->view, app);
	run_report(report, app);
	app_push(app, &report->view.screen);
}
