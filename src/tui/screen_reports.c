/*
 * The reports, what one of them tells, and a row of it in full.
 *
 * Rows of a report stand for no record: here their ids are their numbers, so
 * that the cursor keeps its place when the report is run again.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/desk.h"
#include "tui/fact_list.h"
#include "tui/list.h"
#include "tui/screens.h"

enum { TITLE_COLUMN, ABOUT_COLUMN, COLUMNS };

enum {
	TITLE_WIDTH = 36,
	ABOUT_WIDTH = 160, /* more than there ever is: it takes all that is left */
	WORDS_WIDTH = 15,  /* of a column of words at first; none gets more before all have this */
	INDENT = 3,	   /* as far as the rows of a list */
	LIST_ROWS_LEAST = 8 /* a list that would have fewer takes the rows of the definition */
};

struct reports_screen {
	struct screen screen;
	struct list list;
	struct ch_arena arena;
	struct ch_column columns[COLUMNS];
	struct ch_row *rows;
	bool told; /* the focused report's definition is on the screen in full */
};

struct report_screen {
	struct screen screen;
	struct list list;
	const struct desk *desk;
	const struct ch_report_info *info;
	struct ch_buffer about;	  /* the definition, and what was reported on */
	struct ch_buffer nothing; /* what stands there instead of rows */
	struct ch_arena arena;
	struct ch_grid grid;
	bool grouped; /* the first column says the same in row after row */
	bool told;
	struct ch_error err; /* why it could not be run */
};

struct row_screen {
	struct screen screen;
	struct fact_list facts;
	struct report_screen *report; /* below */
	bool stale;
};

/* ---- Rows by number ---- */

static void give_page(struct ch_row *rows, size_t count, const struct list_request *request, struct ch_grid *page)
{
	bool onward = request->end == LIST_FIRST || request->end == LIST_AFTER;
	size_t from = 0, to = count;

	if (request->end == LIST_AFTER)
		from = (size_t)request->from->id < to ? (size_t)request->from->id : to;
	else if (request->end == LIST_BEFORE)
		to = (size_t)request->from->id > to ? to : (size_t)request->from->id - 1;
	if (to - from > request->count && onward)
		to = from + request->count;
	else if (to - from > request->count)
		from = to - request->count;
	page->rows = rows + from;
	page->row_count = to - from;
}

/* ---- The definition, below a list ---- */

static struct rect about_area(struct rect body)
{
	return rect_part(body, INDENT, 0, body.width - INDENT - 1, body.height);
}

static int about_rows(struct canvas *canvas, struct rect body, const char *about)
{
	body.height = 0; /* only measured */
	return canvas_wrap(canvas, about_area(body), 0, 0, CANVAS_PLAIN, about);
}

/* Draws it in the last `rows` rows of *body and takes them off; where the list needs them, false. */
static bool draw_about(struct canvas *canvas, struct rect *body, int rows, const char *about)
{
	int left = body->height - rows - 1;

	if (left < LIST_ROWS_LEAST)
		return false;
	canvas_line_across(canvas, *body, 0, left, body->width, CANVAS_QUIET);
	canvas_wrap(canvas, about_area(*body), 0, left + 1, CANVAS_PLAIN, about);
	body->height = left;
	return true;
}

/* ---- A row of a report ---- */

static struct row_screen *row_of(const struct screen *screen)
{
	return (struct row_screen *)screen;
}

static void read_row(struct row_screen *row)
{
	struct report_screen *report = row->report;
	const struct ch_row *focused = list_row(&report->list);
	struct ch_arena arena = CH_ARENA_EMPTY;

	row->stale = false;
	fact_list_clear(&row->facts);
	for (size_t i = 0; focused != NULL && i < report->grid.column_count; i++) {
		const struct ch_column *column = &report->grid.columns[i];

		fact_list_add(&row->facts, ' ', _(column->label),
			      ch_cell_show(column, focused->cells[i], report->desk->today, &arena));
	}
	fact_list_add(&row->facts, ' ', _("What it tells"), report->about.text);
	ch_arena_release(&arena);
}

static void step(struct app *app, struct row_screen *row, int64_t rows)
{
	struct list *list = &row->report->list;
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
	return list_row(&row_of(screen)->report->list) != NULL;
}

static const struct binding row_bindings[] = {
	{.command = COMMAND_NEXT, .run = run_next, .offered = has_others},
	{.command = COMMAND_PREVIOUS, .run = run_previous, .offered = has_others},
};

/* "Attendance | 2 of 7" */
static void row_title(const struct screen *screen, struct ch_buffer *out)
{
	struct report_screen *report = row_of(screen)->report;
	const struct ch_row *row = list_row(&report->list);

	ch_buffer_add(out, _(report->info->title));
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
	give_page(report->grid.rows, report->grid.row_count, request, page);
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
	ch_buffer_add(&report->nothing, _("Nothing to report yet: this fills by itself as the scheme is used."));
	if (!report->told)
		ch_buffer_printf(&report->nothing, "\n%s", report->about.text);
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

static void run_report(struct report_screen *report)
{
	struct ch_report_query query = {.name = report->info->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_arena before = report->arena;

	report->arena = CH_ARENA_EMPTY;
	report->err = CH_NO_ERROR;
	if (ch_report_run(report->desk->c, &query, &report->arena, &report->grid, &report->err) != CH_OK)
		report->grid = (struct ch_grid){.title = NULL};
	for (size_t i = 0; i < report->grid.row_count; i++)
		report->grid.rows[i].id = (int64_t)i + 1;
	report->grouped = is_grouped(&report->grid);
	set_widths(report);
	list_reload(&report->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_row(screen->list) != NULL;
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
	row->facts.list.unmarked = true;
	app_push(app, &row->screen);
}

static const struct binding report_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open_row, .offered = has_row, .label = N_("whole row")},
};

static void report_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _(report_of(screen)->info->title));
}

static void report_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct report_screen *report = report_of(screen);
	const char *about = report->about.text;

	(void)app;
	report->told = draw_about(canvas, &body, about_rows(canvas, body, about), about);
	list_draw(&report->list, canvas, body, true);
}

static void report_help(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _("Columns that find no room are in the whole row: Enter.\n"));
	ch_buffer_printf(out, _("For a file: `chiron report %s --format csv`.\n"), report_of(screen)->info->name);
}

static void report_changed(struct screen *screen, struct app *app)
{
	(void)app;
	run_report(report_of(screen));
}

static void report_close(struct screen *screen, struct app *app)
{
	struct report_screen *report = report_of(screen);

	(void)app;
	list_release(&report->list);
	ch_buffer_release(&report->about);
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

static void report_open(struct app *app, const struct ch_report_info *info)
{
	struct report_screen *report = calloc(1, sizeof(*report));

	if (report == NULL)
		ch_abort("out of memory");
	report->screen = (struct screen){.ops = &report_screen, .list = &report->list};
	report->desk = desk_of(app);
	report->info = info;
	report->arena = CH_ARENA_EMPTY;
	report->about = report->nothing = CH_BUFFER_EMPTY;
	ch_buffer_printf(&report->about, _("%s Here: all programmes, from the beginning until today."), _(info->about));
	list_init(&report->list, &report_source, report, report->desk->today);
	report->list.unmarked = true;
	run_report(report);
	app_push(app, &report->screen);
}

/* ---- The reports ---- */

static struct reports_screen *reports_of(const struct screen *screen)
{
	return (struct reports_screen *)screen;
}

static enum ch_status reports_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				    struct ch_grid *page, struct ch_error *err)
{
	struct reports_screen *reports = data;

	(void)arena;
	(void)err;
	*page = (struct ch_grid){.columns = reports->columns, .column_count = COLUMNS};
	give_page(reports->rows, ch_report_count(), request, page);
	return CH_OK;
}

static int64_t reports_count(void *data)
{
	(void)data;
	return (int64_t)ch_report_count();
}

static void reports_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_add(out, row->cells[((const struct reports_screen *)data)->told ? TITLE_COLUMN : ABOUT_COLUMN]);
}

static const char *reports_empty(void *data)
{
	(void)data;
	return _("There are no reports.");
}

static const struct list_source reports_source = {
	.fetch = reports_fetch, .count = reports_count, .name = reports_name, .empty = reports_empty};

static void make_rows(struct reports_screen *reports)
{
	size_t count = ch_report_count();

	reports->columns[TITLE_COLUMN] =
		(struct ch_column){.key = "title", .label = "", .type = CH_TYPE_TEXT, .width = TITLE_WIDTH};
	reports->columns[ABOUT_COLUMN] =
		(struct ch_column){.key = "about", .label = "", .type = CH_TYPE_TEXT, .width = ABOUT_WIDTH};
	reports->rows = ch_arena_array(&reports->arena, count, sizeof(*reports->rows));
	for (size_t i = 0; i < count; i++) {
		const struct ch_report_info *info = ch_report_at(i);
		const char **cells = ch_arena_array(&reports->arena, COLUMNS, sizeof(*cells));

		cells[TITLE_COLUMN] = _(info->title);
		cells[ABOUT_COLUMN] = _(info->about);
		reports->rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
}

static void run_open(struct app *app, struct screen *screen)
{
	report_open(app, ch_report_at((size_t)list_row(screen->list)->id - 1));
}

static const struct binding reports_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = has_row},
};

static void reports_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_printf(out, _("Reports | %zu"), ch_report_count());
}

/* The definition takes as many rows as the longest, so that the list stays as high as it is. */
static void reports_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct reports_screen *reports = reports_of(screen);
	const struct ch_row *row = list_row(&reports->list);
	int rows = 0;

	(void)app;
	for (size_t i = 0; i < ch_report_count(); i++) {
		int own = about_rows(canvas, body, reports->rows[i].cells[ABOUT_COLUMN]);

		rows = own > rows ? own : rows;
	}
	reports->columns[ABOUT_COLUMN].extra = body.width < LAYOUT_NARROW;
	reports->told = row != NULL && draw_about(canvas, &body, rows, row->cells[ABOUT_COLUMN]);
	list_draw(&reports->list, canvas, body, true);
}

static void reports_close(struct screen *screen, struct app *app)
{
	struct reports_screen *reports = reports_of(screen);

	(void)app;
	list_release(&reports->list);
	ch_arena_release(&reports->arena);
	free(reports);
}

static const struct screen_ops reports_screen = {
	.context = IN_LIST,
	.bindings = reports_bindings,
	.binding_count = sizeof(reports_bindings) / sizeof(reports_bindings[0]),
	.title = reports_title,
	.draw = reports_draw,
	.close = reports_close,
};

struct screen *reports_open(struct app *app)
{
	struct reports_screen *reports = calloc(1, sizeof(*reports));

	if (reports == NULL)
		ch_abort("out of memory");
	reports->screen = (struct screen){.ops = &reports_screen, .list = &reports->list};
	reports->arena = CH_ARENA_EMPTY;
	make_rows(reports);
	list_init(&reports->list, &reports_source, reports, desk_of(app)->today);
	reports->list.unmarked = true;
	return &reports->screen;
}
