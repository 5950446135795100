/* The reports and the pages that there are. */
#include <stdlib.h>

#include "tui/desk.h"
#include "tui/report_view.h"
#include "tui/screens.h"

enum { TITLE_COLUMN, ABOUT_COLUMN, COLUMNS };

enum {
	TITLE_WIDTH = 36,
	ABOUT_WIDTH = 160 /* more than there ever is: it takes all that is left */
};

struct reports_screen {
	struct screen screen;
	struct list list;
	struct ch_arena arena;
	struct ch_column columns[COLUMNS];
	struct ch_row *rows;
	bool told; /* the focused report's definition is on the screen in full */
};

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
	report_view_page(reports->rows, ch_report_count(), request, page);
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

		cells[TITLE_COLUMN] = info->page ? ch_arena_printf(&reports->arena, _("%s (page)"), _(info->title))
						 : _(info->title);
		cells[ABOUT_COLUMN] = _(info->about);
		reports->rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
}

static void run_open(struct app *app, struct screen *screen)
{
	const struct ch_report_info *info = ch_report_at((size_t)list_row(screen->list)->id - 1);

	if (info->page)
		report_page_open(app, info);
	else
		report_open(app, info, NULL);
}

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_row(screen->list) != NULL;
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
		int own = report_view_about_rows(canvas, body, reports->rows[i].cells[ABOUT_COLUMN]);

		rows = own > rows ? own : rows;
	}
	reports->columns[ABOUT_COLUMN].extra = body.width < LAYOUT_NARROW;
	reports->told = row != NULL && report_view_draw_about(canvas, &body, rows, row->cells[ABOUT_COLUMN]);
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
