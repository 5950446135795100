/*
 * The imports so far: who brought what in, from which file, what became of its
 * rows, what was decided; and taking one back. And what is remembered of the
 * columns of lists.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/fact_list.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Taking one back ---- */

static void undo_answered(struct app *app, void *data, char letter)
{
	const struct imports_undo *asked = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_import_undone undone = {0};
	struct ch_error err = CH_NO_ERROR;

	if (letter == 'y') {
		enum ch_status status = ch_import_undo(desk_of(app)->c, asked->batch, &arena, &undone, &err);

		if (status == CH_OK && asked->done != NULL)
			asked->done(app, asked->data);
		desk_done(app, status, &err,
			  _("Taken back: %" PRId64 " removed%s, %" PRId64
			    " as they were, %zu changed since and left%s"),
			  undone.removed, ch_import_removed_words(&undone, &arena), undone.restored,
			  undone.kept.row_count,
			  undone.removed_of[CH_PERSON] > 0
				  ? _("; History still has them: \"erase somebody\" there")
				  : "");
	}
	ch_arena_release(&arena);
}

void imports_ask_undo(struct app *app, struct imports_undo *undo)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_import_undone undone = {0};
	struct ch_error err = CH_NO_ERROR;

	if (ch_import_undo_look(desk_of(app)->c, undo->batch, &arena, &undone, &err) != CH_OK)
		desk_say_error(app, &err);
	else
		question_ask(app, "yn", undo_answered, undo,
			     _("Take import %" PRId64 " back? %" PRId64 " added%s are removed, %" PRId64
			       " changed put back, %zu in use stay [y]es [n]o"),
			     undo->batch, undone.removed, ch_import_removed_words(&undone, &arena), undone.restored,
			     undone.kept.row_count);
	ch_arena_release(&arena);
}

/* ---- One of them ---- */

struct batch_screen {
	struct screen screen;
	struct fact_list facts;
	struct imports_undo undo;
	bool undone;
};

static struct batch_screen *batch_of(const struct screen *screen)
{
	return (struct batch_screen *)screen;
}

/* The cell of a list's row by its key, as people read it; NULL: not known. */
static const char *cell_of(const struct ch_grid *grid, const struct ch_row *row, const char *key, ch_date today,
			   struct ch_arena *arena)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return row->cells[i] != NULL ? ch_cell_show(&grid->columns[i], row->cells[i], today, arena)
						     : NULL;
	return NULL;
}

static void add_decisions(struct fact_list *facts, const char *decisions)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	for (const char *line = decisions; line != NULL && *line != '\0';) {
		size_t length = strcspn(line, "\n");

		fact_list_add(facts, ' ', line == decisions ? _("Decided") : "",
			      ch_arena_copy_bytes(&arena, line, length));
		line += length + (line[length] == '\n');
	}
	ch_arena_release(&arena);
}

static void add_what_stays(struct fact_list *facts, struct app *app, int64_t batch)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_import_undone undone = {0};
	struct ch_error err = CH_NO_ERROR;

	if (ch_import_undo_look(desk_of(app)->c, batch, &arena, &undone, &err) == CH_OK) {
		fact_list_printf(facts, ' ', _(KEY_(UNDO) " would take back"),
				 _("%" PRId64 " it made%s, %" PRId64 " it changed; %zu touched since would stay"),
				 undone.removed, ch_import_removed_words(&undone, &arena), undone.restored,
				 undone.kept.row_count);
		for (size_t i = 0; i < undone.kept.row_count; i++)
			fact_list_printf(facts, '.', "  ", "%s %s", undone.kept.rows[i].cells[2],
					 undone.kept.rows[i].cells[3]);
	} else {
		fact_list_printf(facts, ' ', _("Taking it back"), "%s", err.message);
	}
	ch_arena_release(&arena);
}

static void show_batch(struct batch_screen *screen, struct app *app, const struct ch_grid *grid,
		       const struct ch_row *row, struct ch_arena *arena)
{
	static const struct {
		const char *key, *label;
	} shown[] = {
		{"file_name", N_("File")},	   {"kind", N_("Kind")},
		{"imported_at", N_("When")},	   {"imported_by", N_("By")},
		{"programme", N_("Programme")},	   {"rows_read", N_("Rows read")},
		{"rows_new", N_("  new")},	   {"rows_changed", N_("  changed")},
		{"rows_same", N_("  the same")},   {"rows_rejected", N_("  rejected")},
		{"rows_skipped", N_("  skipped")}, {"file_hash", N_("Hash of the file")},
		{"undone_at", N_("Taken back")},
	};
	struct fact_list *facts = &screen->facts;
	ch_date today = desk_of(app)->today;

	screen->undone = cell_of(grid, row, "undone_at", today, arena) != NULL;
	for (size_t i = 0; i < COUNT(shown); i++)
		if (strcmp(shown[i].key, "imported_by") == 0 && cell_of(grid, row, shown[i].key, today, arena) == NULL)
			fact_list_add(facts, ' ', _(shown[i].label),
				      ch_coordinator_unnamed(desk_of(app)->c, arena));
		else
			fact_list_add(facts, ' ', _(shown[i].label), cell_of(grid, row, shown[i].key, today, arena));
	if (!screen->undone)
		add_what_stays(facts, app, screen->undo.batch);
	add_decisions(facts, cell_of(grid, row, "decisions", today, arena));
}

static void read_batch(struct batch_screen *screen, struct app *app)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	const struct ch_list_query query = {.list = CH_LIST_IMPORTS};
	struct ch_grid grid = {.row_count = 0};

	fact_list_clear(&screen->facts);
	if (ch_list_fetch(desk_of(app)->c, &query, &arena, &grid, &err) != CH_OK)
		desk_say_error(app, &err);
	for (size_t i = 0; i < grid.row_count; i++)
		if (grid.rows[i].id == screen->undo.batch)
			show_batch(screen, app, &grid, &grid.rows[i], &arena);
	ch_arena_release(&arena);
}

static void batch_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, _("Imports | %" PRId64), batch_of(screen)->undo.batch);
}

static void batch_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	fact_list_draw(&batch_of(screen)->facts, canvas, body, true);
}

static void batch_changed(struct screen *screen, struct app *app)
{
	read_batch(batch_of(screen), app);
}

static bool is_undoable(const struct app *app, const struct screen *screen)
{
	return !batch_of(screen)->undone && desk_may(desk_of(app), CH_OP_IMPORT_UNDO);
}

static void run_undo_batch(struct app *app, struct screen *screen)
{
	imports_ask_undo(app, &batch_of(screen)->undo);
}

static const struct binding batch_bindings[] = {
	{.command = COMMAND_UNDO, .run = run_undo_batch, .offered = is_undoable, .label = N_("take back"),
	 .help = N_("Take the whole import back")},
};

static void batch_close(struct screen *screen, struct app *app)
{
	(void)app;
	fact_list_release(&batch_of(screen)->facts);
	free(screen);
}

static const struct screen_ops batch_screen = {
	.context = IN_DETAIL,
	.bindings = batch_bindings,
	.binding_count = COUNT(batch_bindings),
	.title = batch_title,
	.draw = batch_draw,
	.changed = batch_changed,
	.close = batch_close,
};

static void batch_open(struct app *app, int64_t batch)
{
	struct batch_screen *screen = calloc(1, sizeof(*screen));

	if (screen == NULL)
		ch_abort("out of memory");
	screen->screen = (struct screen){.ops = &batch_screen, .list = &screen->facts.list};
	screen->undo.batch = batch;
	fact_list_init(&screen->facts, "", _("There is no such import."), true, desk_of(app)->today);
	read_batch(screen, app);
	app_push(app, &screen->screen);
}

/* ---- All of them ---- */

struct imports_screen {
	struct screen screen;
	struct scheme_list imports;
	struct imports_undo undo;
};

static const char *by_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *name = scheme_list_cell(list, row, "imported_by");

	return name != NULL ? name : ch_coordinator_unnamed(list->desk->c, arena);
}

static char imports_sign(const struct scheme_list *list, const struct ch_row *row)
{
	return scheme_list_cell(list, row, "undone_at") != NULL ? '.' : ' ';
}

static const char *file_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *file = scheme_list_cell(list, row, "file_name");

	return scheme_list_cell(list, row, "undone_at") != NULL ? ch_arena_printf(arena, _("taken back: %s"), file)
								: file;
}

static void imports_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_add(out, file_cell(list, row, &arena));
	ch_arena_release(&arena);
}

static const char *imports_empty(const struct scheme_list *list)
{
	(void)list;
	return _("Nothing was imported yet. " KEY_(IMPORT) " on the people brings a spreadsheet in.");
}

static const struct scheme_column import_columns[] = {
	{.key = "file", .label = N_("File"), .width = 24, .make = file_cell},
	{.key = "kind", .width = 11, .rank = 3},
	{.key = "imported_at", .width = 16, .rank = 1},
	{.key = "by", .label = N_("By"), .width = 14, .rank = 6, .make = by_cell, .from = 90},
	{.key = "rows_read", .rank = 2},
	{.key = "rows_new", .rank = 2},
	{.key = "rows_changed", .rank = 4},
	{.key = "rows_rejected", .rank = 5},
};

static const struct scheme_list_spec imports_list = {
	.list = CH_LIST_IMPORTS,
	.columns = import_columns,
	.column_count = COUNT(import_columns),
	.sign = imports_sign,
	.name = imports_name,
	.empty = imports_empty,
};

static bool may_undo(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_IMPORT_UNDO);
}

static void run_open(struct app *app, struct screen *screen)
{
	batch_open(app, list_row(screen->list)->id);
}

static void run_undo(struct app *app, struct screen *screen)
{
	struct imports_screen *imports = (struct imports_screen *)screen;

	imports->undo.batch = list_row(screen->list)->id;
	imports_ask_undo(app, &imports->undo);
}

static bool may_import(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_IMPORT);
}

static void run_import(struct app *app, struct screen *screen)
{
	(void)screen;
	import_open(app, CH_IMPORT_PEOPLE);
}

static void run_mappings(struct app *app, struct screen *screen)
{
	(void)screen;
	mappings_open(app);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row},
	{.command = COMMAND_UNDO, .run = run_undo, .offered = may_undo, .label = N_("take back"),
	 .help = N_("Take the whole import back")},
	{.command = COMMAND_IMPORT, .run = run_import, .offered = may_import},
	{.command = COMMAND_MAPPINGS, .run = run_mappings},
};

static void imports_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Imports"));
}

static void imports_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&((struct imports_screen *)screen)->imports, canvas, body, true);
}

static void imports_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&((struct imports_screen *)screen)->imports);
	free(screen);
}

static const struct screen_ops imports_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = imports_title,
	.draw = imports_draw,
	.close = imports_close,
};

void imports_open(struct app *app)
{
	struct imports_screen *imports = calloc(1, sizeof(*imports));

	if (imports == NULL)
		ch_abort("out of memory");
	scheme_list_init(&imports->imports, &imports_list, desk_of(app), NULL, imports);
	imports->screen = (struct screen){.ops = &imports_screen, .list = &imports->imports.list};
	app_push(app, &imports->screen);
}
