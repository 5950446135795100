/*
 * An import: the form asks for the spreadsheet, a dry run shows what it would
 * do, Enter changes what a column is or mends a cell, I brings it in. What is
 * changed is shown by another dry run: what is seen is what is then done. The
 * screen lies below its form from the start, and goes with it where nothing was
 * chosen. What was said of columns and cells is kept as a draft until then.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/import_draft.h"
#include "tui/screens/import_edit.h"
#include "tui/screens/import_form.h"
#include "tui/screens/import_screen.h"

static struct import_screen *import_of(const struct screen *screen)
{
	return (struct import_screen *)screen;
}

static enum ch_status form_done(struct app *app, void *data, const struct import_wanted *wanted, struct ch_error *err)
{
	struct import_screen *import = data;

	import_plan_read(&import->plan, &wanted->options);
	return import_run(app, import, true, err);
}

/* ---- Bringing it in, and taking it back ---- */

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
	enum ch_status status = import_run(app, import, false, &err);
	char enrolled[48] = "";

	list_go_first(&import->facts.list);
	if (status == CH_OK && result->batch == 0) {
		app_say(app, "%s", _("Nothing came in; below it says why"));
		return;
	}
	if (status == CH_OK && result->created + result->changed + result->enrolled == 0) {
		app_say(app, "%s", _("All of it is here already: nothing was changed. " KEY_(BACK) " goes on"));
		return;
	}
	if (import->plan.options.kind == CH_IMPORT_PEOPLE)
		snprintf(enrolled, sizeof(enrolled), _(", %" PRId64 " enrolled"), result->enrolled);
	desk_done(app, status, &err,
		  _("They are in: %" PRId64 " new, %" PRId64 " changed%s. " KEY_(UNDO) " here takes it "
		    "back, " KEY_(BACK) " goes on"),
		  result->created, result->changed, enrolled);
}

static bool is_done(const struct app *app, const struct screen *screen)
{
	return import_of(screen)->result.batch != 0 && desk_may(desk_of(app), CH_OP_IMPORT_UNDO);
}

static void taken_back(struct app *app, void *data)
{
	struct import_screen *import = data;
	struct ch_error err = CH_NO_ERROR;

	import_run(app, import, true, &err);
}

static void run_undo(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import->undo = (struct imports_undo){.batch = import->result.batch, .done = taken_back, .data = screen};
	imports_ask_undo(app, &import->undo);
}

/* ---- Changing what it is to be ---- */

static bool is_about(const struct screen *screen, enum import_about wanted, size_t *index)
{
	struct import_screen *import = import_of(screen);

	return import->has_result && import->result.batch == 0 && import_facts_focus(&import->facts, index) == wanted;
}

static enum ch_status column_chosen(struct app *app, void *data, size_t column, const char *code, struct ch_error *err)
{
	struct import_screen *import = data;

	import_plan_map(&import->plan, column, code);
	if (import_run(app, import, true, err) == CH_OK)
		app_say(app, "%s", _("Taken; it is remembered for lists with these headings once you bring them in"));
	return err->status;
}

/* What is wrong with the cell as it was just mended; NULL: nothing. */
static const struct ch_import_issue *wrong_again(const struct import_screen *import, const struct ch_import_mend *mend)
{
	for (size_t i = 0; i < import->result.issue_count; i++) {
		const struct ch_import_issue *issue = &import->result.issues[i];

		if (issue->column != NULL && issue->value != NULL && strcmp(issue->column, mend->column) == 0 &&
		    strcmp(issue->value, mend->to) == 0 && (mend->row == 0 || mend->row == issue->row))
			return issue;
	}
	return NULL;
}

static enum ch_status cells_mended(struct app *app, void *data, const struct ch_import_mend *mends, size_t count,
				   struct ch_error *err)
{
	struct import_screen *import = data;
	const struct ch_import_mend *last = NULL;

	for (size_t i = 0; i < count; i++)
		last = import_plan_mend(&import->plan, &mends[i]);
	if (import_run(app, import, true, err) != CH_OK)
		return err->status;
	const struct ch_import_issue *issue = last != NULL ? wrong_again(import, last) : NULL;

	if (issue != NULL)
		app_say(app, _("Not yet: \"%s\" %s"), issue->value, issue->message);
	else
		app_say(app, "%s", _("Mended for this import; the file stays as it is"));
	return CH_OK;
}

static struct import_edit edit_of(struct screen *screen)
{
	return (struct import_edit){.column = column_chosen, .mend = cells_mended, .data = screen};
}

static void again(struct app *app, struct import_screen *import, const char *said)
{
	struct ch_error err = CH_NO_ERROR;

	if (import_run(app, import, true, &err) == CH_OK)
		app_say(app, "%s", said);
	else
		desk_say_error(app, &err);
}

static bool is_on_group(const struct app *app, const struct screen *screen)
{
	const struct ch_import_group *group;
	size_t index;

	(void)app;
	if (!is_about(screen, ABOUT_GROUP, &index))
		return false;
	group = &import_of(screen)->groups[index];
	const struct ch_import_issue *issue = group->first;
	bool asks = issue->column != NULL || issue->person_id != 0 || issue->other_row != 0;

	return issue->row > 0 && asks && !issue->replaces && !import_rows_is_refusal(group);
}

static void run_mend(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	struct import_edit edit = edit_of(screen);
	size_t index;

	import_facts_focus(&import->facts, &index);
	import_edit_mend(app, &edit, import->plan.options.kind, import->groups, import->group_count, index);
}

static bool is_on_rows(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_GROUP, &index) && import_of(screen)->groups[index].first->row > 0;
}

static void rows_left_out(struct app *app, void *data)
{
	again(app, data, _("Left out of this import; " KEY_(DELETE) " on the line that says so brings it back"));
}

static void run_leave_rows(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import->rows = (struct import_rows){.plan = &import->plan,
					    .groups = import->groups,
					    .group_count = import->group_count,
					    .done = rows_left_out,
					    .data = import};
	import_facts_focus(&import->facts, &import->rows.index);
	import_rows_leave_out(app, &import->rows);
}

static bool is_on_refusal(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_GROUP, &index) && import_rows_is_refusal(&import_of(screen)->groups[index]);
}

static bool is_on_repeated(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_GROUP, &index) && import_of(screen)->groups[index].first->replaces;
}

static void run_keep_last(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import->plan.options.keep_last = true;
	again(app, import, _("The last row of each person counts; " KEY_(DELETE) " on the line that says so takes that "
			     "back"));
}

static bool is_on_column(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_COLUMN, &index);
}

static void run_column(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	struct import_edit edit = edit_of(screen);
	size_t index;

	import_facts_focus(&import->facts, &index);
	import_edit_column(app, &edit, import->plan.options.kind, index, &import->result.mapping[index]);
}

static void run_leave_out(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	size_t index;

	import_facts_focus(&import->facts, &index);
	import_plan_map(&import->plan, index, "");
	again(app, import, _("The column is left out; " KEY_(OPEN) " makes it something again"));
}

static bool is_on_first_row(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_FIRST_ROW, &index);
}

static void run_headings(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	struct ch_import_options wanted = import->plan.options;
	size_t index;

	import_facts_focus(&import->facts, &index);
	wanted.header_row = import->result.first_rows[index].row;
	import_plan_read(&import->plan, &wanted);
	again(app, import, _("The headings are in that row"));
	list_go_first(&import->facts.list);
}

static bool is_on_kind(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_KIND, &index);
}

/*
 * Where nobody is here at all, whoever is in a list of pairs comes in with them. Else it is for somebody to say so: a
 * name that nobody has is mostly that of somebody who is here, misspelt.
 */
static bool is_nobody_here(struct app *app)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t people = 0;

	return ch_scheme_count(desk_of(app)->c, CH_PERSON, &people, &ignored) == CH_OK && people == 0;
}

static void run_kind(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	struct ch_import_options wanted = import->plan.options;

	import_draft_drop(desk_of(app), import_draft_subject(wanted.kind, import->result.hash));
	wanted.kind = import->result.likely;
	wanted.new_people = wanted.kind == CH_IMPORT_PAIRINGS && is_nobody_here(app);
	import_plan_read(&import->plan, &wanted);
	again(app, import,
	      wanted.new_people ? _("Read as pairings, with whoever is not here yet")
				: _("Read as what it looks like"));
	list_go_first(&import->facts.list);
}

static bool is_on_cause(const struct app *app, const struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	size_t index;

	(void)app;
	return import->has_result && import_facts_focus(&import->facts, &index) == ABOUT_CAUSE;
}

static void run_unfold(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	size_t index;

	(void)app;
	import_facts_focus(&import->facts, &index);
	import->unfolded = import->groups[index].first->reason;
	import_show(import);
}

static bool is_on_memory(const struct app *app, const struct screen *screen)
{
	size_t index;

	return is_about(screen, ABOUT_MEMORY, &index) && desk_may(desk_of(app), CH_OP_MAPPING_FORGET);
}

static void run_forget(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status = ch_mapping_forget(desk_of(app)->c, import->result.remembered, &err);

	if (status == CH_OK)
		status = import_run(app, import, true, &err);
	desk_done(app, status, &err, "%s", _("Forgotten: the headings mean what they say"));
}

static void run_other(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import_form_open(app, false, import->has_result ? &import->plan.options : NULL, form_done, screen);
}

static bool is_on_mends(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_MENDS, &index);
}

static void run_unmend(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import_plan_as_it_stands(&import->plan);
	again(app, import, _("The cells are read as they stand in the file again"));
}

static bool is_on_mended_before(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_MENDED_BEFORE, &index);
}

static void run_mend_alike(struct app *app, struct screen *screen)
{
	struct import_screen *import = import_of(screen);

	import->plan.options.mended = CH_MENDED_ALIKE;
	again(app, import, _("Mended as in the other file; " KEY_(DELETE) " on the line that says so takes that back"));
}

static bool is_on_file(const struct app *app, const struct screen *screen)
{
	size_t index;

	(void)app;
	return is_about(screen, ABOUT_FILE, &index);
}

static const struct binding bindings[] = {
	{.command = COMMAND_IMPORT, .run = run_commit, .offered = is_dry, .label = N_("bring them in"),
	 .help = N_("Write what is shown into the scheme")},
	{.command = COMMAND_UNDO, .run = run_undo, .offered = is_done, .label = N_("take back"),
	 .help = N_("Take the whole import back")},
	{.command = COMMAND_OPEN, .run = run_mend, .offered = is_on_group, .label = N_("mend"),
	 .help = N_("Say what is meant, in one row or in all")},
	{.command = COMMAND_OPEN, .run = run_leave_rows, .offered = is_on_refusal, .label = N_("leave out"),
	 .help = N_("Whoever said no stays out")},
	{.command = COMMAND_OPEN, .run = run_keep_last, .offered = is_on_repeated, .label = N_("last counts"),
	 .help = N_("Of rows of one person the last counts")},
	{.command = COMMAND_OPEN, .run = run_mend_alike, .offered = is_on_mended_before, .label = N_("mend likewise"),
	 .help = N_("Mend these cells as they were in the other file")},
	{.command = COMMAND_OPEN, .run = run_column, .offered = is_on_column, .label = N_("what it is"),
	 .help = N_("Say what the column holds")},
	{.command = COMMAND_OPEN, .run = run_headings, .offered = is_on_first_row, .label = N_("headings"),
	 .help = N_("These are the headings")},
	{.command = COMMAND_OPEN, .run = run_kind, .offered = is_on_kind, .label = N_("read it so"),
	 .help = N_("The rows are of what they look like")},
	{.command = COMMAND_OPEN, .run = run_unfold, .offered = is_on_cause, .label = N_("show all"),
	 .help = N_("All rows that say the same")},
	{.command = COMMAND_OPEN, .run = run_other, .offered = is_on_file, .label = N_("change"),
	 .help = N_("Another file, sheet, encoding or order")},
	{.command = COMMAND_DELETE, .run = run_leave_out, .offered = is_on_column, .label = N_("leave out"),
	 .help = N_("The column stays out of the scheme")},
	{.command = COMMAND_DELETE, .run = run_leave_rows, .offered = is_on_rows, .label = N_("leave out"),
	 .help = N_("The row stays out of this import")},
	{.command = COMMAND_DELETE, .run = run_unmend, .offered = is_on_mends, .label = N_("as it stood"),
	 .help = N_("The cell as it stands in the file again")},
	{.command = COMMAND_DELETE, .run = run_forget, .offered = is_on_memory, .label = N_("forget"),
	 .help = N_("No longer remember it of such lists")},
	{.command = COMMAND_EDIT, .run = run_other, .label = N_("file, sheet"),
	 .help = N_("Another file, sheet, encoding or order")},
};

/* ---- As a screen ---- */

static void import_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct import_screen *import = import_of(screen);
	const char *stage = import->result.batch != 0 ? _("done") : _("a look ahead");

	ch_buffer_printf(out, _("Import %s | %s"), import_kind_words(import->plan.options.kind),
			 import->has_result ? stage : "");
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

static void import_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out,
		      _("Nothing is written before you press I, and the file is never changed.\n"
			KEY_(OPEN) " on a problem mends the cell, in its row or in all that say the same; on a column "
			"it\n"
			"changes what the column is, " KEY_(DELETE) " leaves it out. " KEY_(EDIT) " asks for another "
			"file, sheet, row of\n"
			"headings, encoding or order of dates.\n"
			"Signs: ! stays out, ~ guessed or to look at, + as you said, . left out.\n"));
}

static void import_why(const struct screen *screen, const struct app *app, enum command command,
		       struct ch_error *err)
{
	const struct import_screen *import = import_of(screen);

	(void)app;
	if (command != COMMAND_OPEN && command != COMMAND_IMPORT && command != COMMAND_DELETE)
		return;
	if (import->has_result && import->result.batch != 0) {
		ch_fail(err, CH_DATA, _("this import is done, and is changed no more"));
		ch_error_fix(err, _("press " KEY_(UNDO) " to take it back; then it can be looked at and mended again"));
	} else if (command == COMMAND_OPEN) {
		ch_fail(err, CH_DATA, _("this line only tells; there is nothing to change in it"));
		ch_error_fix(err, _(KEY_(OPEN) " works on the file, on a column, and on what is to be mended"));
	}
}

static void import_close(struct screen *screen, struct app *app)
{
	struct import_screen *import = import_of(screen);

	if (import->has_result && import->result.batch == 0)
		app_say(app, "%s", _("The import is kept as you left it; beginning one goes on with it"));
	fact_list_release(&import->facts);
	ch_arena_release(&import->arena);
	import_plan_release(&import->plan);
	free(import);
}

static const struct screen_ops import_screen = {
	.context = IN_LIST,
	.why = import_why,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = import_title,
	.draw = import_draw,
	.help = import_help,
	.changed = import_changed,
	.close = import_close,
};

static struct import_screen *import_new(struct app *app)
{
	struct import_screen *import = calloc(1, sizeof(*import));

	if (import == NULL)
		ch_abort("out of memory");
	import->arena = CH_ARENA_EMPTY;
	import->corrections = "";
	import_plan_init(&import->plan);
	import->screen = (struct screen){.ops = &import_screen, .list = &import->facts.list};
	fact_list_init(&import->facts, _("Result"), "", true, desk_of(app)->today);
	app_push(app, &import->screen);
	return import;
}

/* Goes on where an import was left: with the form where no more was said; false where none can be read. */
static bool go_on(struct app *app, struct import_screen *import, int64_t subject_id)
{
	struct ch_error err = CH_NO_ERROR;
	const char *hash;
	bool same;

	if (!import_draft_restore(desk_of(app), subject_id, &import->plan, &hash))
		return false;
	if (!import_plan_says(&import->plan)) {
		app_say(app, "%s", _("As you left it: " KEY_(SAVE) " looks at the same file again; typing replaces its "
				     "name"));
		return false;
	}
	if (import_run(app, import, true, &err) != CH_OK) {
		desk_say_error(app, &err);
		return false;
	}
	same = hash != NULL && import->result.hash != NULL && strcmp(hash, import->result.hash) == 0;
	if (!same) {
		import_plan_forget_rows(&import->plan);
		import_run(app, import, true, &err);
	}
	app_say(app, "%s",
		same ? _("Your import is here again as you left it (" KEY_(EDIT) ": another file)")
		     : _("Your import is here again, but its file was changed: rows mended singly are not"));
	return true;
}

void import_open(struct app *app, enum ch_import_kind kind)
{
	struct import_screen *import = import_new(app);
	int64_t subject_id;

	import->plan.options.kind = kind;
	if (!import_draft_newest(desk_of(app), kind, &subject_id) || !go_on(app, import, subject_id))
		import_form_open(app, false, &import->plan.options, form_done, import);
}

void import_open_draft(struct app *app, int64_t subject_id)
{
	struct import_screen *import = import_new(app);

	if (!go_on(app, import, subject_id))
		import_form_open(app, false, &import->plan.options, form_done, import);
}

void import_open_file(struct app *app, const char *path)
{
	const struct ch_import_options options = {.path = path};
	struct import_screen *import = import_new(app);
	struct ch_error err = CH_NO_ERROR;

	import_plan_read(&import->plan, &options);
	if (import_run(app, import, true, &err) == CH_OK)
		return;
	app_pop(app);
	desk_say_error(app, &err);
}
