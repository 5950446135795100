#include "tui/screens/report_view.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/file_out.h"
#include "chiron/text.h"
#include "tui/desk.h"

enum {
	INDENT = 3, /* as far as the rows of a list */
	LIST_ROWS_LEAST = 8, /* a list that would have fewer takes the rows of the definition */
	ABOUT_PART = 4 /* of the rows, one in so many is for it */
};

static struct report_view *view_of(struct screen *screen)
{
	return (struct report_view *)screen;
}

void report_view_init(struct report_view *view, const struct screen_ops *ops, const struct ch_report_info *info,
		      ch_date today)
{
	view->screen = (struct screen){.ops = ops, .list = &view->list};
	struct ch_report_info *copy = ch_arena_array(&view->info_arena, 1, sizeof(*copy));

	*copy = (struct ch_report_info){.name = ch_arena_copy(&view->info_arena, info->name),
					.title = ch_arena_copy(&view->info_arena, info->title),
					.about = ch_arena_copy(&view->info_arena, info->about),
					.none = ch_arena_copy(&view->info_arena, info->none),
					.page = info->page,
					.monthly = info->monthly};
	view->info = copy;
	view->query = (struct ch_report_query){.name = copy->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
	ch_report_period(copy, today, &view->query);
	view->about = view->writing.path = CH_BUFFER_EMPTY;
}

void report_view_release(struct report_view *view)
{
	list_release(&view->list);
	ch_buffer_release(&view->about);
	file_write_release(&view->writing);
	ch_arena_release(&view->info_arena);
}

/* ---- Running ---- */

enum ch_status report_view_work(struct app *app, enum ch_status (*run)(void *data, struct ch_error *err), void *data,
				struct ch_error *err)
{
	static const struct work_spec spec = {.label = N_("Reading the report"), .unit = N_("parts")};

	return desk_work(app, &spec, run, data, err);
}

/* ---- The definition, below a list ---- */

static struct rect about_area(struct rect body)
{
	return rect_part(body, INDENT, 0, body.width - INDENT - 1, body.height);
}

int report_view_about_rows(struct canvas *canvas, struct rect body, const char *about)
{
	body.height = 0; /* only measured */
	return canvas_wrap(canvas, about_area(body), 0, 0, CANVAS_PLAIN, about);
}

bool report_view_draw_about(struct canvas *canvas, struct rect *body, int rows, const char *about)
{
	int most = body->height / ABOUT_PART;
	int left = body->height - (rows < most ? rows : most) - 1;

	if (left < LIST_ROWS_LEAST)
		return false;
	canvas_line_across(canvas, *body, 0, left, body->width, CANVAS_QUIET);
	canvas_wrap(canvas, about_area(*body), 0, left + 1, CANVAS_PLAIN, about);
	body->height = left;
	return true;
}

void report_view_tell(struct report_view *view, struct app *app)
{
	const struct ch_report_query *query = &view->query;
	const struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	char from[16], to[16];

	ch_buffer_clear(&view->about);
	ch_buffer_printf(&view->about, _("%s Here: "), _(view->info->about));
	if (query->programme_id != 0)
		ch_buffer_printf(&view->about, _("programme %s, "),
				 desk_name(desk, CH_PROGRAMME, query->programme_id, &arena));
	else
		ch_buffer_add(&view->about, query->cohort_id != 0 ? "" : _("all programmes, "));
	if (query->cohort_id != 0)
		ch_buffer_printf(&view->about, _("cohort %s, "),
				 desk_name(desk, CH_COHORT, query->cohort_id, &arena));
	if (query->from == CH_NO_DATE)
		ch_buffer_add(&view->about, _("from the beginning "));
	else
		ch_buffer_printf(&view->about, _("from %s "), ch_date_show(query->from, desk->today, from));
	if (query->to == CH_NO_DATE)
		ch_buffer_add(&view->about, _("until today."));
	else
		ch_buffer_printf(&view->about, _("until %s."), ch_date_show(query->to, desk->today, to));
	ch_arena_release(&arena);
}

/* ---- What is reported on ---- */

static enum ch_status scope_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct report_view *view = data;

	if (ch_report_scope_parse(desk_of(app)->c, text, &view->query, err) != CH_OK)
		return err->status;
	ch_report_period(view->info, desk_of(app)->today, &view->query);
	view->screen.ops->changed(&view->screen, app);
	return CH_OK;
}

static const struct prompt_spec scope_prompt = {
	.label = N_("Report on: "),
	.hint = N_("As: october, last month, q3, from:1 oct to:today, programme:Spring, cohort:A. Empty: all"),
	.typed = N_("As october, last month, q3, from:1 oct to:today, programme:Spring, cohort:A."),
	.done = scope_done,
};

/* Only what it is about now: a word without a value would only puzzle. */
void report_view_run_scope(struct app *app, struct screen *screen)
{
	struct report_view *view = view_of(screen);
	const struct ch_report_query *query = &view->query;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer text = CH_BUFFER_EMPTY;
	char iso[CH_DATE_SIZE];

	if (query->programme_id != 0)
		ch_buffer_printf(&text, "programme:\"%s\" ",
				 desk_name(desk_of(app), CH_PROGRAMME, query->programme_id, &arena));
	if (query->cohort_id != 0)
		ch_buffer_printf(&text, "cohort:\"%s\" ",
				 desk_name(desk_of(app), CH_COHORT, query->cohort_id, &arena));
	if (query->from != CH_NO_DATE)
		ch_buffer_printf(&text, "from:%s ", ch_date_iso(query->from, iso));
	if (query->to != CH_NO_DATE)
		ch_buffer_printf(&text, "to:%s ", ch_date_iso(query->to, iso));
	prompt_open(app, &scope_prompt, view, NULL, text.text);
	ch_buffer_release(&text);
	ch_arena_release(&arena);
}

/* ---- To a file ---- */

enum { TEXT_WIDTH = 80 };

struct writing {
	struct ch_context *c;
	const struct ch_report_query *query;
	struct ch_arena arena;
	struct ch_page page;
};

static enum ch_status read_page(void *data, struct ch_error *err)
{
	struct writing *writing = data;

	return ch_page_run(writing->c, writing->query, &writing->arena, &writing->page, err);
}

static enum ch_status write_page(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err)
{
	struct report_view *view = data;
	struct writing writing = {.c = desk_of(app)->c, .query = &view->query, .arena = CH_ARENA_EMPTY};
	struct ch_buffer text = CH_BUFFER_EMPTY;

	if (report_view_work(app, read_page, &writing, err) == CH_OK) {
		if (ch_path_ends(path, ".csv"))
			ch_csv_add_grid(&text, &writing.page.parts[0].grid, true, NULL);
		else if (ch_path_ends(path, ".json"))
			ch_page_add_json(&writing.page, &writing.arena, &text);
		else if (ch_path_ends(path, ".txt"))
			ch_page_add_text(&writing.page, TEXT_WIDTH, NULL, NULL, &text);
		else
			ch_page_add_html(&writing.page, &text);
		fwrite(text.text, 1, text.length, out);
	}
	ch_buffer_release(&text);
	ch_arena_release(&writing.arena);
	return err->status;
}

/* A page of several reports is no one table. */
static enum ch_status allow_ending(void *data, const char *path, struct ch_error *err)
{
	const struct report_view *view = data;
	bool table = ch_path_ends(path, ".csv");

	if (ch_path_ends(path, ".html") || ch_path_ends(path, ".txt") || ch_path_ends(path, ".json") ||
	    (table && !view->info->page))
		return CH_OK;
	if (!view->info->page)
		return ch_fail(err, CH_DATA, _("the name ends in .html, .txt or .json, or for a spreadsheet in .csv"));
	if (!table)
		return ch_fail(err, CH_DATA, _("the name ends in .html, .txt or .json"));
	return ch_fail(err, CH_DATA, _("it is several reports, which CSV has no room for: open one of them in 6 "
				       "Reports, and " KEY_(WRITE) " there"));
}

void report_view_run_write(struct app *app, struct screen *screen)
{
	struct report_view *view = view_of(screen);
	struct ch_buffer name = CH_BUFFER_EMPTY;
	char today[CH_DATE_SIZE];

	ch_buffer_printf(&name, "%s-%s.html", view->info->name, ch_date_iso(desk_of(app)->today, today));
	view->writing.hint = N_(".html for a browser, .txt for a letter, .csv for a spreadsheet, .json for programs");
	if (view->info->page)
		view->writing.hint = N_(".html for a browser, .txt for a letter, .json for programs");
	view->writing.allow = allow_ending;
	view->writing.write = write_page;
	view->writing.data = view;
	file_write_ask(app, &view->writing, name.text);
	ch_buffer_release(&name);
}
