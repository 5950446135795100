/* The reports and the pages that there are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/desk.h"
#include "tui/screens/report_view.h"
#include "tui/screens/screens.h"
#include "tui/widgets/file_write.h"
#include "tui/widgets/list_rows.h"

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
	struct ch_report_info *infos;
	struct ch_row *rows;
	size_t count;
	struct ch_row *shown; /* of them those that the filter lets through */
	size_t shown_count;
	char filter[200]; /* words, folded; "": all are shown */
	struct file_write writing;
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
	list_rows_page(reports->shown, reports->shown_count, request, page);
	return CH_OK;
}

static int64_t reports_count(void *data)
{
	return (int64_t)((const struct reports_screen *)data)->shown_count;
}

static int64_t reports_whole(void *data)
{
	return (int64_t)((const struct reports_screen *)data)->count;
}

static void reports_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_add(out, row->cells[((const struct reports_screen *)data)->told ? TITLE_COLUMN : ABOUT_COLUMN]);
}

/* Whether the title, the name that commands know it by, or what it is about has all words of the filter. */
static bool fits(const struct reports_screen *reports, const struct ch_row *row)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *name = ch_text_search_key(&arena, reports->infos[row->id - 1].name);
	const char *title = ch_text_search_key(&arena, row->cells[TITLE_COLUMN]);
	const char *about = ch_text_search_key(&arena, row->cells[ABOUT_COLUMN]);
	char *rest = NULL;
	bool all = true;

	for (char *word = strtok_r(ch_arena_copy(&arena, reports->filter), " ", &rest); all && word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		all = strstr(title, word) != NULL || strstr(about, word) != NULL || strstr(name, word) != NULL;
	ch_arena_release(&arena);
	return all;
}

static void choose_shown(struct reports_screen *reports)
{
	reports->shown_count = 0;
	for (size_t i = 0; i < reports->count; i++)
		if (fits(reports, &reports->rows[i]))
			reports->shown[reports->shown_count++] = reports->rows[i];
}

static enum ch_status reports_filter(void *data, const char *filter, struct ch_error *err)
{
	struct reports_screen *reports = data;
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)err;
	snprintf(reports->filter, sizeof(reports->filter), "%s",
		 filter == NULL ? "" : ch_text_search_key(&arena, filter));
	ch_arena_release(&arena);
	choose_shown(reports);
	return CH_OK;
}

static const char *reports_empty(void *data)
{
	(void)data;
	return _("There are no reports.");
}

static const struct list_source reports_source = {
	.fetch = reports_fetch,
						   .count = reports_count,
						   .whole = reports_whole,
						   .name = reports_name,
						   .filter = reports_filter,
						   .empty = reports_empty};

static const char *title_of(const struct ch_report_info *info, bool own, struct ch_arena *arena)
{
	if (own)
		return ch_arena_printf(arena, info->page ? _("%s (your page)") : _("%s (your own)"), info->title);
	return info->page ? ch_arena_printf(arena, _("%s (page)"), _(info->title)) : _(info->title);
}

static void make_rows(struct reports_screen *reports, struct app *app)
{
	struct ch_arena before = reports->arena;
	struct ch_error err = CH_NO_ERROR;

	reports->arena = CH_ARENA_EMPTY;
	reports->count = 0;
	reports->columns[TITLE_COLUMN] =
		(struct ch_column){.key = "title", .label = "", .type = CH_TYPE_TEXT, .width = TITLE_WIDTH};
	reports->columns[ABOUT_COLUMN] =
		(struct ch_column){.key = "about", .label = "", .type = CH_TYPE_TEXT, .width = ABOUT_WIDTH};
	if (ch_report_list(desk_of(app)->c, &reports->arena, &reports->infos, &reports->count, &err) != CH_OK)
		desk_say_error(app, &err);
	reports->rows = ch_arena_array(&reports->arena, reports->count, sizeof(*reports->rows));
	reports->shown = ch_arena_array(&reports->arena, reports->count, sizeof(*reports->shown));
	for (size_t i = 0; i < reports->count; i++) {
		const struct ch_report_info *info = &reports->infos[i];
		const char **cells = ch_arena_array(&reports->arena, COLUMNS, sizeof(*cells));

		cells[TITLE_COLUMN] = title_of(info, i >= ch_report_count(), &reports->arena);
		cells[ABOUT_COLUMN] = _(info->about);
		reports->rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
	choose_shown(reports);
	list_reload(&reports->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static void reports_changed(struct screen *screen, struct app *app)
{
	make_rows(reports_of(screen), app);
}

static void run_open(struct app *app, struct screen *screen)
{
	const struct ch_report_info *info = &reports_of(screen)->infos[list_row(screen->list)->id - 1];

	if (info->page)
		report_page_open(app, info);
	else
		report_open(app, info, NULL);
}

/* ---- The scheme's own ---- */

static enum ch_status add_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_own_file added;
	bool replaced = false;

	(void)data;
	if (ch_own_file_add_path(desk_of(app)->c, text, &arena, &added, &replaced, err) == CH_OK)
		desk_done(app, CH_OK, err,
			  added.kind == CH_OWN_CHECK ? _("The check %s is %s; Today has what it finds")
						     : _("%s is %s"),
			  added.name, replaced ? _("replaced") : _("added"));
	ch_arena_release(&arena);
	return err->status;
}

static const struct prompt_spec add_prompt = {
	.label = N_("Add the file: "),
	.hint = N_("A check or report (.sql) or page (.txt) of your own; w writes one to begin from   Esc: leave it"),
	.done = add_done,
};

static void run_add(struct app *app, struct screen *screen)
{
	prompt_open(app, &add_prompt, screen, NULL, NULL);
}

static bool may_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_OWN_FILE_ADD);
}

static bool is_on_own(const struct app *app, const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	return row != NULL && (size_t)row->id > ch_report_count() && may_add(app, screen);
}

static void run_remove(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *name = ch_arena_copy(&arena, reports_of(screen)->infos[list_row(screen->list)->id - 1].name);

	desk_done(app, ch_own_file_remove(desk_of(app)->c, name, &err), &err, _("%s is removed"), name);
	ch_arena_release(&arena);
}

/* The text with the name of the file it goes to in its first line, as `a` wants it. */
static void write_renamed(const char *text, const char *path, FILE *out)
{
	const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
	const char *rest = text + strcspn(text, "\n");

	fprintf(out, "%.*s: %.*s%s", (int)strcspn(text, ":"), text, (int)strcspn(name, "."), name, rest);
}

static enum ch_status write_copy(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err)
{
	struct reports_screen *reports = data;
	const char *name = reports->infos[list_row(&reports->list)->id - 1].name;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_own_file file;

	if (ch_own_file_get(desk_of(app)->c, name, &arena, &file, err) == CH_OK)
		write_renamed(file.text, path, out);
	ch_arena_release(&arena);
	return err->status;
}

/* What is chiron's is copied under a name of one's own. */
static void run_copy(struct app *app, struct screen *screen)
{
	struct reports_screen *reports = reports_of(screen);
	const struct ch_report_info *info = &reports->infos[list_row(screen->list)->id - 1];
	bool own = (size_t)list_row(screen->list)->id > ch_report_count();
	char name[80];

	snprintf(name, sizeof(name), own ? "%.60s.%s" : "our-%.60s.%s", info->name, info->page ? "txt" : "sql");
	reports->writing.label = N_("Copy it to: ");
	reports->writing.hint = N_("Its name there is that of the file: yours, none of chiron's   Esc: leave it");
	reports->writing.then = N_("Change it in an editor, and a brings it in");
	reports->writing.write = write_copy;
	reports->writing.data = reports;
	file_write_ask(app, &reports->writing, name);
}

static bool may_copy(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_OWN_FILE_READ);
}

static const struct binding reports_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_add, .label = N_("add your own"),
	 .help = N_("A report, check or page of your own")},
	{.command = COMMAND_WRITE, .run = run_copy, .offered = may_copy, .label = N_("copy to a file"),
	 .help = N_("To change it into your own; a adds it")},
	{.command = COMMAND_DELETE, .run = run_remove, .offered = is_on_own, .label = N_("remove"),
	 .help = N_("Take your own out of the scheme")},
};

static void reports_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, _("Reports | %zu"), reports_of(screen)->count);
}

/* The definition takes as many rows as the longest, so that the list stays as high as it is. */
static void reports_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct reports_screen *reports = reports_of(screen);
	const struct ch_row *row = list_row(&reports->list);
	int rows = 0;

	(void)app;
	for (size_t i = 0; i < reports->count; i++) {
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
	file_write_release(&reports->writing);
	list_release(&reports->list);
	ch_arena_release(&reports->arena);
	free(reports);
}

static void reports_why(const struct screen *screen, const struct app *app, enum command command,
			struct ch_error *err)
{
	if (command == COMMAND_DELETE && list_has_row(app, screen))
		ch_fail(err, CH_DATA, "%s", _("it comes with chiron: only what you added is removed"));
}

static const struct screen_ops reports_screen = {
	.context = IN_LIST,
	.bindings = reports_bindings,
	.binding_count = sizeof(reports_bindings) / sizeof(reports_bindings[0]),
	.title = reports_title,
	.draw = reports_draw,
	.changed = reports_changed,
	.why = reports_why,
	.close = reports_close,
};

struct screen *reports_open(struct app *app)
{
	struct reports_screen *reports = calloc(1, sizeof(*reports));

	if (reports == NULL)
		ch_abort("out of memory");
	reports->screen = (struct screen){.ops = &reports_screen, .list = &reports->list};
	reports->arena = CH_ARENA_EMPTY;
	list_init(&reports->list, &reports_source, reports, desk_of(app)->today);
	make_rows(reports, app);
	return &reports->screen;
}
