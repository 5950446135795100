/* The reports and the pages that there are, and below them what else is the scheme's own: checks and frameworks. */
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

enum { OWN_NAME, OWN_KIND, OWN_TITLE, OWN_ABOUT }; /* of ch_own_file_list() */

enum {
	TITLE_WIDTH = 36,
	ABOUT_WIDTH = 160 /* more than there ever is: it takes all that is left */
};

struct reports_screen {
	struct screen screen;
	struct list list;
	struct ch_arena arena;
	struct ch_column columns[COLUMNS];
	struct ch_report_info *infos; /* of the first rows; those below are no reports */
	size_t info_count;
	const char **names; /* of each row: what commands know it by */
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
	const char *name = ch_text_search_key(&arena, reports->names[row->id - 1]);
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

static void add_row(struct reports_screen *reports, const char *name, const char *title, const char *about)
{
	const char **cells = ch_arena_array(&reports->arena, COLUMNS, sizeof(*cells));

	cells[TITLE_COLUMN] = title;
	cells[ABOUT_COLUMN] = about;
	reports->names[reports->count] = name;
	reports->rows[reports->count] = (struct ch_row){.id = (int64_t)reports->count + 1, .cells = cells};
	reports->count++;
}

/* A check or framework of the scheme's own; its reports and pages stand above. */
static void add_own(struct reports_screen *reports, const struct ch_row *row)
{
	int kind = ch_choice_find(ch_field_named(ch_entity_of(CH_OWN_FILE), "kind")->choices, row->cells[OWN_KIND]);

	if (kind == CH_OWN_CHECK)
		add_row(reports, row->cells[OWN_NAME],
			ch_arena_printf(&reports->arena, _("%s (your check)"), row->cells[OWN_TITLE]),
			ch_arena_printf(&reports->arena, _("What it finds stands in Today. %s"),
					row->cells[OWN_ABOUT]));
	else if (kind == CH_OWN_FRAMEWORK)
		add_row(reports, row->cells[OWN_NAME],
			ch_arena_printf(&reports->arena, _("%s (your framework)"), row->cells[OWN_TITLE]),
			ch_arena_printf(&reports->arena, _("Sessions may follow it. %s"), row->cells[OWN_ABOUT]));
}

static void read_rows(struct reports_screen *reports, struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid own = {0};

	reports->count = reports->info_count = 0;
	if (ch_report_list(c, &reports->arena, &reports->infos, &reports->info_count, &err) != CH_OK ||
	    (desk_may(desk_of(app), CH_OP_OWN_FILE_READ) &&
	     ch_own_file_list(c, &reports->arena, &own, &err) != CH_OK))
		desk_say_error(app, &err);
	size_t most = reports->info_count + own.row_count;

	reports->names = ch_arena_array(&reports->arena, most, sizeof(*reports->names));
	reports->rows = ch_arena_array(&reports->arena, most, sizeof(*reports->rows));
	reports->shown = ch_arena_array(&reports->arena, most, sizeof(*reports->shown));
	for (size_t i = 0; i < reports->info_count; i++) {
		const struct ch_report_info *info = &reports->infos[i];

		add_row(reports, info->name, title_of(info, i >= ch_report_count(), &reports->arena), _(info->about));
	}
	for (size_t i = 0; i < own.row_count; i++)
		add_own(reports, &own.rows[i]);
}

static void make_rows(struct reports_screen *reports, struct app *app)
{
	struct ch_arena before = reports->arena;

	reports->arena = CH_ARENA_EMPTY;
	reports->columns[TITLE_COLUMN] =
		(struct ch_column){.key = "title", .label = "", .type = CH_TYPE_TEXT, .width = TITLE_WIDTH};
	reports->columns[ABOUT_COLUMN] =
		(struct ch_column){.key = "about", .label = "", .type = CH_TYPE_TEXT, .width = ABOUT_WIDTH};
	read_rows(reports, app);
	choose_shown(reports);
	list_reload(&reports->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static void reports_changed(struct screen *screen, struct app *app)
{
	make_rows(reports_of(screen), app);
}

static bool is_on_report(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) &&
	       (size_t)list_row(screen->list)->id <= ((const struct reports_screen *)screen)->info_count;
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
	.hint = N_("A check or report (.sql) or page (.txt) of your own; " KEY_(WRITE) " writes one to begin from   "
		   "Esc: leave it"),
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
	const char *name = ch_arena_copy(&arena, reports_of(screen)->names[list_row(screen->list)->id - 1]);

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
	const char *name = reports->names[list_row(&reports->list)->id - 1];
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
	const char *of = reports->names[list_row(screen->list)->id - 1];
	bool own = (size_t)list_row(screen->list)->id > ch_report_count(), page;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_own_file file;
	char name[80];

	if (ch_own_file_get(desk_of(app)->c, of, &arena, &file, &err) != CH_OK) {
		desk_say_error(app, &err);
		ch_arena_release(&arena);
		return;
	}
	page = file.kind == CH_OWN_PAGE || file.kind == CH_OWN_FRAMEWORK;
	ch_arena_release(&arena);
	snprintf(name, sizeof(name), own ? "%.60s.%s" : "our-%.60s.%s", of, page ? "txt" : "sql");
	reports->writing.label = N_("Copy it to: ");
	reports->writing.hint = N_("Its name there is that of the file: yours, none of chiron's   Esc: leave it");
	reports->writing.then = N_("Change it in an editor, and " KEY_(ADD) " brings it in");
	reports->writing.write = write_copy;
	reports->writing.data = reports;
	file_write_ask(app, &reports->writing, name);
}

static bool may_copy(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_OWN_FILE_READ);
}

static const struct binding reports_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = is_on_report},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_add, .label = N_("add your own"),
	 .help = N_("A report, check or page of your own")},
	{.command = COMMAND_WRITE, .run = run_copy, .offered = may_copy, .label = N_("copy to a file"),
	 .help = N_("To change it into your own; " KEY_(ADD) " adds it")},
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
	if (command == COMMAND_OPEN && list_has_row(app, screen))
		ch_fail(err, CH_DATA, "%s", _("it is no report: " KEY_(WRITE) " copies it to a file, "
					      "and " KEY_(DELETE) " removes it"));
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
