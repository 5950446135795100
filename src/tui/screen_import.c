/*
 * An import: the form asks for the spreadsheet, a dry run shows what it would
 * do, I does it. The screen lies below its form from the start, and goes with
 * it where nothing was chosen.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/fact_list.h"
#include "tui/import_form.h"
#include "tui/screens.h"
#include "tui/work.h"

enum { EXAMPLES = 20 };

struct import_screen {
	struct screen screen;
	struct fact_list facts;
	struct ch_arena arena; /* what `result` and the path live in */
	struct ch_import_options options;
	struct ch_import_result result;
	bool has_result;
};

static struct import_screen *import_of(const struct screen *screen)
{
	return (struct import_screen *)screen;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ---- The result as text ---- */

static void add_counts(struct import_screen *import)
{
	const struct ch_import_result *result = &import->result;
	struct fact_list *facts = &import->facts;

	if (result->refused) {
		fact_list_add(facts, '!', _("Refused"), _("The file as a whole cannot be imported; see below."));
		return;
	}
	fact_list_printf(facts, ' ', _("Rows read"), "%" PRId64, result->read);
	fact_list_printf(facts, result->created > 0 ? '+' : ' ', _("  new"), "%" PRId64, result->created);
	fact_list_printf(facts, result->changed > 0 ? '+' : ' ', _("  changed"), "%" PRId64, result->changed);
	if (result->enrolled > 0)
		fact_list_printf(facts, '+', _("  enrolled"), "%" PRId64, result->enrolled);
	fact_list_printf(facts, ' ', _("  the same"), "%" PRId64, result->same);
	fact_list_printf(facts, result->rejected > 0 ? '!' : ' ', _("  rejected"), "%" PRId64, result->rejected);
	fact_list_printf(facts, ' ', _("  skipped"), "%" PRId64, result->skipped);
}

/* What the screen can do about a refused file: advice that names options of the command line is of no use here. */
static const char *refused_fix(const char *fix)
{
	if (strstr(fix, "--") == NULL)
		return fix;
	return _("Mend the headings in your spreadsheet program (Name, E-mail), save it, and press e to take it "
		 "again; or e takes another file");
}

/* A notice without the clause at its end that names an option of the command line. */
static void add_notice(struct fact_list *facts, const char *label, const char *notice)
{
	const char *option = strstr(notice, "--"), *end = option;

	while (end != NULL && end > notice && *end != ';')
		end--;
	if (end == NULL || end == notice)
		fact_list_add(facts, ' ', label, notice);
	else
		fact_list_printf(facts, ' ', label, "%.*s", (int)(end - notice), notice);
}

/* "row 7, E-mail: "ann@x" has no dot after the @. Add it." */
static void add_issue(struct fact_list *facts, const struct ch_import_issue *issue)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, label = CH_BUFFER_EMPTY;

	ch_buffer_add(&label, " ");
	if (issue->row != 0)
		ch_buffer_printf(&label, _(" row %" PRId64), issue->row);
	if (issue->column != NULL)
		ch_buffer_printf(&text, "%s: ", issue->column);
	if (issue->value != NULL)
		ch_buffer_printf(&text, "\"%s\" ", issue->value);
	ch_buffer_printf(&text, "%s%s%s", issue->message, issue->fix != NULL && *issue->fix != '\0' ? ". " : "",
			 issue->fix != NULL ? issue->fix : "");
	fact_list_add(facts, ' ', label.text, text.text);
	ch_buffer_release(&text);
	ch_buffer_release(&label);
}

static bool is_alike(const struct ch_import_issue *a, const struct ch_import_issue *b)
{
	return a->rejected == b->rejected && strcmp(a->reason, b->reason) == 0;
}

/* The issues of one cause together, some of them in full. */
static void add_kind(struct fact_list *facts, const struct ch_import_result *result, size_t first)
{
	size_t count = 0;

	for (size_t i = 0; i < first; i++)
		if (is_alike(&result->issues[i], &result->issues[first]))
			return;
	for (size_t i = first; i < result->issue_count; i++)
		if (is_alike(&result->issues[i], &result->issues[first]) && ++count <= EXAMPLES)
			add_issue(facts, &result->issues[i]);
	if (count > EXAMPLES)
		fact_list_printf(facts, ' ', "", _("and %zu more of this kind"), count - EXAMPLES);
}

static void add_issues(struct fact_list *facts, const struct ch_import_result *result, bool rejected)
{
	bool any = false;

	for (size_t i = 0; i < result->issue_count; i++) {
		if (result->issues[i].rejected != rejected)
			continue;
		if (!any)
			fact_list_add(facts, rejected ? '!' : '~', rejected ? _("Not brought in") : _("To look at"),
				      rejected ? _("these rows stay out:") : _("these rows come in:"));
		any = true;
		add_kind(facts, result, i);
	}
}

static void show_result(struct import_screen *import, const struct ch_error *err)
{
	const struct ch_import_result *result = &import->result;
	struct fact_list *facts = &import->facts;

	fact_list_clear(facts);
	fact_list_add(facts, ' ', _("File"), base_name(import->options.path));
	if (result->batch != 0)
		fact_list_printf(facts, '+', _("Done"), _("This is import %" PRId64 "; u takes it back."),
				 result->batch);
	else if (!result->refused)
		fact_list_add(facts, '~', _("Not yet"), _("Nothing is written so far: I brings them in."));
	add_counts(import);
	if (result->refused && result->issue_count == 0)
		fact_list_printf(facts, '!', _("Why"), "%s. %s.", err->message, refused_fix(err->fix));
	add_issues(facts, result, true);
	add_issues(facts, result, false);
	for (size_t i = 0; i < result->notice_count; i++)
		add_notice(facts, i == 0 ? _("Decided") : "", result->notices[i]);
}

/* ---- Importing ---- */

struct import_task {
	struct ch_context *c;
	struct import_screen *import;
	struct ch_import_result result;
};

static enum ch_status import_people(void *data, const struct ch_work *work, struct ch_error *err)
{
	struct import_task *task = data;
	enum ch_status status;

	task->c->work = work;
	status = ch_import(task->c, &task->import->options, &task->import->arena, &task->result, err);
	task->c->work = NULL;
	return status;
}

/*
 * Runs it; rejected rows and a refused file are a result like any other. Where it fails or is stopped, what was
 * shown before stays.
 */
static enum ch_status run_import(struct app *app, struct import_screen *import, bool dry_run, struct ch_error *err)
{
	struct import_task task = {.c = desk_of(app)->c, .import = import};
	struct work_spec spec = {
		.label = dry_run ? N_("Reading the file") : N_("Importing"),
		.unit = N_("rows"),
		.total = import->has_result ? import->result.read : 0,
	};
	enum ch_status status;

	/* What comes in is what was looked at, or nothing. */
	import->options.seen_hash = dry_run ? NULL : import->result.hash;
	import->options.dry_run = dry_run;
	status = work_run(app, &spec, import_people, &task, err);
	if (status != CH_OK && status != CH_DATA)
		return status;
	import->result = task.result;
	import->has_result = true;
	show_result(import, err);
	*err = CH_NO_ERROR;
	return CH_OK;
}

static enum ch_status form_done(struct app *app, void *data, const struct import_wanted *wanted, struct ch_error *err)
{
	struct import_screen *import = data;

	import->options = (struct ch_import_options){
		.path = ch_arena_copy(&import->arena, wanted->path),
		.programme_id = wanted->programme_id,
		.role = wanted->role,
	};
	if (run_import(app, import, true, err) != CH_OK && *err->field == '\0')
		memcpy(err->field, "path", sizeof("path"));
	return err->status;
}

static bool is_dry(const struct app *app, const struct screen *screen)
{
	const struct import_screen *import = import_of(screen);

	(void)app;
	return import->has_result && import->result.batch == 0 && !import->result.refused;
}

static void run_commit(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	const struct ch_import_result *result = &import->result;
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status = run_import(app, import, false, &err);

	list_go_first(&import->facts.list);
	desk_done(app, status, &err,
		  _("They are in: %" PRId64 " new, %" PRId64 " changed, %" PRId64
		    " enrolled. u takes it back, q goes on"),
		  result->created, result->changed, result->enrolled);
}

static bool is_done(const struct app *app, const struct screen *screen)
{
	return import_of(screen)->result.batch != 0 && desk_may(desk_of(app), CH_OP_IMPORT_UNDO);
}

static void undo_answered(struct app *app, void *data, char letter)
{
	struct import_screen *import = data;
	struct ch_import_undone undone = {0};
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status;

	if (letter != 'y')
		return;
	status = ch_import_undo(desk_of(app)->c, import->result.batch, &import->arena, &undone, &err);
	if (status == CH_OK)
		run_import(app, import, true, &err);
	desk_done(app, status, &err,
		  _("Taken back: %" PRId64 " removed, %" PRId64 " as they were, %zu changed since and left"),
		  undone.removed, undone.restored, undone.kept.row_count);
}

static void run_undo(struct app *app, struct screen *screen)
{
	const struct ch_import_result *result = &import_of(screen)->result;

	question_ask(app, "yn", undo_answered, screen,
		     _("Take import %" PRId64 " back, %" PRId64 " people? [y]es [n]o"),
		     result->batch, result->created + result->changed);
}

static void run_other(struct app *app, struct screen *screen)
{
	import_form_open(app, false, form_done, screen);
}

static const struct binding bindings[] = {
	{.command = COMMAND_IMPORT, .run = run_commit, .offered = is_dry, .label = N_("bring them in")},
	{.command = COMMAND_UNDO, .run = run_undo, .offered = is_done, .label = N_("take back")},
	{.command = COMMAND_EDIT, .run = run_other, .label = N_("other file")},
};

/* ---- As a screen ---- */

static void import_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct import_screen *import = import_of(screen);

	ch_buffer_printf(out, _("Import people | %s"), !import->has_result	     ? ""
						      : import->result.batch != 0 ? _("done")
										     : _("a look ahead"));
}

static void import_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	fact_list_draw(&import_of(screen)->facts, canvas, body, true);
}

/* On top without a result: the form was left, and there is nothing to show. */
static void import_changed(struct screen *screen, struct app *app)
{
	if (app->top == screen && !import_of(screen)->has_result)
		app_pop(app);
}

static void import_close(struct screen *screen, struct app *app)
{
	struct import_screen *import = import_of(screen);

	(void)app;
	fact_list_release(&import->facts);
	ch_arena_release(&import->arena);
	free(import);
}

static const struct screen_ops import_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = import_title,
	.draw = import_draw,
	.changed = import_changed,
	.close = import_close,
};

static struct import_screen *import_new(struct app *app)
{
	struct import_screen *import = calloc(1, sizeof(*import));

	if (import == NULL)
		ch_abort("out of memory");
	import->arena = CH_ARENA_EMPTY;
	import->screen = (struct screen){.ops = &import_screen, .list = &import->facts.list};
	fact_list_init(&import->facts, _("Result"), "", true, desk_of(app)->today);
	app_push(app, &import->screen);
	return import;
}

void import_open(struct app *app)
{
	import_form_open(app, false, form_done, import_new(app));
}

void import_open_file(struct app *app, const char *path)
{
	struct import_screen *import = import_new(app);
	struct ch_error err = CH_NO_ERROR;

	import->options.path = ch_arena_copy(&import->arena, path);
	if (run_import(app, import, true, &err) == CH_OK)
		return;
	app_pop(app);
	desk_say_error(app, &err);
}
