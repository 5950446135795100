/* A page of reports: its parts, each with how much there is; Enter reads one. */
#include <inttypes.h>
#include <stdlib.h>

#include "chiron/text.h"
#include "tui/desk.h"
#include "tui/screens/report_view.h"
#include "tui/widgets/list_rows.h"

enum { PART_COLUMN, ROWS_COLUMN, ABOUT_COLUMN, COLUMNS };

enum { PART_WIDTH = 44, ABOUT_WIDTH = 160 /* all that is left */ };

static const struct ch_column columns[COLUMNS] = {
	[PART_COLUMN] = {.key = "part", .label = N_("Part"), .type = CH_TYPE_TEXT, .width = PART_WIDTH},
	[ROWS_COLUMN] = {.key = "rows", .label = N_("Rows"), .type = CH_TYPE_NUMBER, .width = 5},
	[ABOUT_COLUMN] = {.key = "about", .label = N_("What it tells"), .type = CH_TYPE_TEXT, .width = ABOUT_WIDTH},
};

struct page_screen {
	struct report_view view;
	struct ch_context *c;
	struct ch_arena arena;
	struct ch_page page;
	struct ch_row *rows;
	struct ch_error err; /* why it could not be run */
};

static struct page_screen *page_of(struct screen *screen)
{
	return (struct page_screen *)screen;
}

static enum ch_status page_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				 struct ch_grid *grid, struct ch_error *err)
{
	const struct page_screen *page = data;

	(void)arena;
	*grid = (struct ch_grid){.columns = columns, .column_count = COLUMNS};
	if (page->err.status != CH_OK) {
		*err = page->err;
		return err->status;
	}
	list_rows_page(page->rows, page->page.part_count, request, grid);
	return CH_OK;
}

static int64_t page_count(void *data)
{
	return (int64_t)((const struct page_screen *)data)->page.part_count;
}

static const char *page_empty(void *data)
{
	(void)data;
	return _("The page has no parts.");
}

static const struct list_source page_source = {.fetch = page_fetch, .count = page_count, .empty = page_empty};

static void make_row(struct page_screen *page, const struct ch_page_part *part, struct ch_row *row)
{
	const char **cells = ch_arena_array(&page->arena, COLUMNS, sizeof(*cells));

	if (part->kind == CH_PAGE_REPORT) {
		cells[PART_COLUMN] = ch_arena_printf(&page->arena, "  %s", _(part->info->title));
		cells[ROWS_COLUMN] = ch_arena_printf(&page->arena, "%zu", part->grid.row_count);
		cells[ABOUT_COLUMN] = _(part->info->about);
	} else {
		cells[PART_COLUMN] = _(part->text);
	}
	row->cells = cells;
}

static enum ch_status read_page(void *data, struct ch_error *err)
{
	struct page_screen *page = data;

	return ch_page_run(page->c, &page->view.query, &page->arena, &page->page, err);
}

static void run_page(struct page_screen *page, struct app *app)
{
	struct ch_arena before = page->arena;

	page->arena = CH_ARENA_EMPTY;
	page->err = CH_NO_ERROR;
	page->c = desk_of(app)->c;
	if (report_view_work(app, read_page, page, &page->err) != CH_OK)
		page->page.part_count = 0;
	page->rows = ch_arena_array(&page->arena, page->page.part_count, sizeof(*page->rows));
	for (size_t i = 0; i < page->page.part_count; i++) {
		page->rows[i].id = (int64_t)i + 1;
		make_row(page, &page->page.parts[i], &page->rows[i]);
	}
	list_reload(&page->view.list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static const struct ch_page_part *focused(const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	return row == NULL ? NULL : &((const struct page_screen *)screen)->page.parts[row->id - 1];
}

static bool is_on_report(const struct app *app, const struct screen *screen)
{
	(void)app;
	return focused(screen) != NULL && focused(screen)->kind == CH_PAGE_REPORT;
}

static void run_open(struct app *app, struct screen *screen)
{
	report_open(app, focused(screen)->info, &page_of(screen)->view.query);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = is_on_report},
	REPORT_VIEW_BINDINGS,
};

static void page_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _(((const struct page_screen *)screen)->view.info->title));
}

static void page_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct page_screen *page = page_of(screen);
	const char *about = page->view.about.text;
	int rows = report_view_about_rows(canvas, body, about);

	(void)app;
	for (size_t i = 0; i < page->page.part_count; i++) /* a text in the focus stands there in full */
		if (page->page.parts[i].kind != CH_PAGE_REPORT) {
			int own = report_view_about_rows(canvas, body, _(page->page.parts[i].text));

			rows = own > rows ? own : rows;
		}
	if (focused(screen) != NULL && focused(screen)->kind != CH_PAGE_REPORT)
		about = _(focused(screen)->text);
	report_view_draw_about(canvas, &body, rows, about);
	list_draw(&page->view.list, canvas, body, true);
}

static void page_help(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, _(KEY_(WRITE) " writes the page for a browser. As text: `chiron report %s`.\n"),
			 ((const struct page_screen *)screen)->view.info->name);
}

static void page_changed(struct screen *screen, struct app *app)
{
	report_view_tell(&page_of(screen)->view, app);
	run_page(page_of(screen), app);
}

static void page_close(struct screen *screen, struct app *app)
{
	struct page_screen *page = page_of(screen);

	(void)app;
	report_view_release(&page->view);
	ch_arena_release(&page->arena);
	free(page);
}

static const struct screen_ops page_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = page_title,
	.draw = page_draw,
	.help = page_help,
	.changed = page_changed,
	.close = page_close,
};

void report_page_open(struct app *app, const struct ch_report_info *info)
{
	struct page_screen *page = calloc(1, sizeof(*page));

	if (page == NULL)
		ch_abort("out of memory");
	page->arena = CH_ARENA_EMPTY;
	list_init(&page->view.list, &page_source, page, desk_of(app)->today);
	report_view_init(&page->view, &page_screen, info, desk_of(app)->today);
	report_view_tell(&page->view, app);
	run_page(page, app);
	for (size_t i = 0; i < page->page.part_count; i++)
		if (page->page.parts[i].kind == CH_PAGE_REPORT && list_go_to_id(&page->view.list, (int64_t)i + 1))
			break;
	app_push(app, &page->view.screen);
}
