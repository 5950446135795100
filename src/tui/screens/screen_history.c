/*
 * History: every change, newest first, what each one altered, and undoing it
 * there; and undo and redo wherever one is.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/fact_list.h"
#include "tui/widgets/prompt.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

struct history_screen {
	struct screen screen;
	struct scheme_list steps;
};

static struct history_screen *history_of(const struct screen *screen)
{
	return (struct history_screen *)screen;
}

/* ---- Undo and redo ------------------------------------------------------------------------------ */

static void undo_step(struct app *app, int64_t step_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_undone undone;
	char key[KEY_NAME_SIZE];

	if (ch_undo(desk_of(app)->c, step_id, &arena, &undone, &err) == CH_OK)
		desk_done(app, CH_OK, &err, _("Undone: %s (%s: redo)"), undone.words,
			  command_key(app->keymap, COMMAND_REDO, IN_VIEWS, key));
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static void undo_answered(struct app *app, void *data, char letter)
{
	(void)data;
	if (letter == 'y')
		undo_step(app, 0);
}

/* Nobody takes back by one key what they do not see before them: what was done on another day, or before an erasure. */
void undo_run(struct app *app, struct screen *screen)
{
	const struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_undone next, last;

	(void)screen;
	bool known = ch_undo_next(desk->c, &arena, &next, &err) == CH_OK;
	bool here = known && desk->first_step != 0 && next.step.step_id >= desk->first_step;
	if (here && ch_step_get(desk->c, desk->last_step, &arena, &last, &err) == CH_OK &&
	    last.step.final == CH_FINAL_ERASED)
		here = false;
	if (known && !here)
		question_ask(app, "yn", undo_answered, NULL, _("Undo: %s, of %s? [y]es [n]o"), next.words,
			     ch_cell_show(&(struct ch_column){.type = CH_TYPE_INSTANT}, next.step.at, desk->today,
					  &arena));
	else
		undo_step(app, 0);
	ch_arena_release(&arena);
}

void redo_run(struct app *app, struct screen *screen)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_undone redone;
	char key[KEY_NAME_SIZE];

	(void)screen;
	if (ch_redo(desk_of(app)->c, &arena, &redone, &err) == CH_OK)
		desk_done(app, CH_OK, &err, _("Done again: %s (%s: undo)"), redone.words,
			  command_key(app->keymap, COMMAND_UNDO, IN_VIEWS, key));
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- The list --------------------------------------------------------------------------------- */

static struct ch_step step_of(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_of(CH_STEP);
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_step step;

	ch_record_clear(entity, &step);
	for (size_t i = 0; i < entity->field_count; i++)
		ch_field_set(&entity->fields[i], &step, scheme_list_cell(list, row, entity->fields[i].key), CH_NO_DATE,
			     arena, &ignored);
	return step;
}

static const char *words_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	struct ch_step step = step_of(list, row, arena);
	const char *words = ch_step_words(&step, list->desk->today, arena);

	if (strcmp(scheme_list_cell(list, row, "state"), "undone") == 0)
		return ch_arena_printf(arena, _("undone: %s"), words);
	return words;
}

static const char *actor_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *actor = scheme_list_cell(list, row, "actor");

	return actor != NULL ? actor : ch_coordinator_unnamed(list->desk->c, arena);
}

static const char *state_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *state = scheme_list_cell(list, row, "state");

	(void)arena;
	if (strcmp(state, "undone") == 0)
		return _("undone");
	return strcmp(state, "stays") == 0 ? _("stays") : _("done");
}

static char history_sign(const struct scheme_list *list, const struct ch_row *row)
{
	const char *state = scheme_list_cell(list, row, "state");

	if (strcmp(state, "undone") == 0)
		return '.';
	return strcmp(state, "stays") == 0 ? '+' : ' ';
}

static void history_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_step step = step_of(list, row, &arena);

	ch_buffer_printf(out, _("change %" PRId64 ": %s"), row->id, ch_step_words(&step, list->desk->today, &arena));
	if (step.final != CH_NOT_FINAL)
		ch_buffer_printf(out, _("; stays: %s"),
				 _(ch_field_named(ch_entity_of(CH_STEP), "final")->choices[step.final].label));
	else if (strcmp(scheme_list_cell(list, row, "state"), "undone") == 0)
		ch_buffer_add(out, _("; undone"));
	ch_arena_release(&arena);
}

static const char *history_empty(const struct scheme_list *list)
{
	(void)list;
	return _("Nothing was changed yet. What you do is listed here, and can be undone.");
}

static const struct scheme_column columns[] = {
	{.key = "words", .label = N_("What"), .rank = 0, .width = 90, .make = words_cell},
	{.key = "state", .rank = 2, .width = 6, .make = state_cell, .from = 90},
	{.key = "actor", .label = N_("Who"), .rank = 3, .width = 13, .make = actor_cell},
	{.key = "at", .rank = 1, .width = 16},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec history_list = {
	.list = CH_LIST_STEPS,
	.columns = columns,
	.column_count = COUNT(columns),
	.sign = history_sign,
	.name = history_name,
	.empty = history_empty,
};

/* ---- What one of them altered -------------------------------------------------------------------- */

struct step_screen {
	struct screen screen;
	struct fact_list facts;
	int64_t step_id;
	struct ch_buffer words;
};

static struct step_screen *step_screen_of(const struct screen *screen)
{
	return (struct step_screen *)screen;
}

static void add_change(struct step_screen *step, const struct ch_row *row, const char *record)
{
	const char *before = row->cells[2], *after = row->cells[3];

	if (record != NULL)
		fact_list_add(&step->facts, ' ', "", record);
	if (before == NULL)
		fact_list_printf(&step->facts, '+', row->cells[1], "%s", after);
	else
		fact_list_printf(&step->facts, '~', row->cells[1], _("%s -> %s"), before,
				 after != NULL ? after : _("(nothing)"));
}

/* A record is named where its fields begin. */
static void read_step(struct step_screen *step, struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_undone undone;
	struct ch_grid grid = {.row_count = 0};

	fact_list_clear(&step->facts);
	ch_buffer_clear(&step->words);
	if (ch_step_get(c, step->step_id, &arena, &undone, &err) == CH_OK &&
	    ch_step_changes(c, step->step_id, &arena, &grid, &err) == CH_OK)
		ch_buffer_add(&step->words, undone.words);
	else
		desk_say_error(app, &err);
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *record = grid.rows[i].cells[0];
		bool same = i > 0 && strcmp(grid.rows[i - 1].cells[0], record) == 0;

		add_change(step, &grid.rows[i], same ? NULL : record);
	}
	ch_arena_release(&arena);
}

static void step_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, _("History | %s"), step_screen_of(screen)->words.text);
}

static void step_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	fact_list_draw(&step_screen_of(screen)->facts, canvas, body, true);
}

static void run_undo_this(struct app *app, struct screen *screen)
{
	undo_step(app, step_screen_of(screen)->step_id);
}

static const struct binding step_bindings[] = {
	{.command = COMMAND_UNDO, .run = run_undo_this, .label = N_("undo this"),
	 .help = N_("Take this change back, if untouched since")},
};

static void step_changed(struct screen *screen, struct app *app)
{
	read_step(step_screen_of(screen), app);
}

static void step_close(struct screen *screen, struct app *app)
{
	struct step_screen *step = step_screen_of(screen);

	(void)app;
	fact_list_release(&step->facts);
	ch_buffer_release(&step->words);
	free(step);
}

static const struct screen_ops step_screen = {
	.context = IN_DETAIL,
	.bindings = step_bindings,
	.binding_count = COUNT(step_bindings),
	.title = step_title,
	.draw = step_draw,
	.changed = step_changed,
	.close = step_close,
};

static void step_open(struct app *app, int64_t step_id)
{
	struct step_screen *step = calloc(1, sizeof(*step));

	if (step == NULL)
		ch_abort("out of memory");
	step->screen = (struct screen){.ops = &step_screen, .list = &step->facts.list};
	step->step_id = step_id;
	step->words = CH_BUFFER_EMPTY;
	fact_list_init(&step->facts, "", _("No field was changed: wording of the pair is not shown here."), true,
		       desk_of(app)->today);
	read_step(step, app);
	app_push(app, &step->screen);
}

/* ---- The screen ----------------------------------------------------------------------------------- */

static void run_open(struct app *app, struct screen *screen)
{
	step_open(app, list_row(screen->list)->id);
}

/* Here u is about the focused one, whosever it is, and not about the last change. */
static void run_undo_focused(struct app *app, struct screen *screen)
{
	undo_step(app, list_row(screen->list)->id);
}

/* Somebody who is in no list any more, as after an import was taken back, is erased from where they still are. */
static enum ch_status whom_typed(struct app *app, void *data, const char *text, struct ch_error *err)
{
	int64_t person_id;

	(void)data;
	if (ch_erasure_find(desk_of(app)->c, text, &person_id, err) == CH_OK)
		erase_open(app, &person_id, 1);
	return err->status;
}

static bool can_erase(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PERSON_ERASE);
}

static void run_erase(struct app *app, struct screen *screen)
{
	static const struct prompt_spec whom = {
		.label = N_("Erase whom: "),
		.hint = N_("Name, e-mail or number, also of who is in no list any more   Esc: leave it"),
		.typed = N_("Type the name, e-mail or number of whom to erase, also of who is in no list any more."),
		.done = whom_typed,
	};

	(void)screen;
	prompt_open(app, &whom, NULL, NULL, NULL);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row, .label = N_("what changed"),
	 .help = N_("Each field, as it was and as it is")},
	{.command = COMMAND_UNDO, .run = run_undo_focused, .offered = list_has_row, .label = N_("undo this"),
	 .help = N_("Take this change back, if untouched since")},
	{.command = COMMAND_REDO, .run = redo_run},
	{.command = COMMAND_DELETE, .run = run_erase, .offered = can_erase, .label = N_("erase somebody"),
	 .help = N_("Somebody who is here, and in no list")},
};

static void history_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("History"));
}

static void history_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&history_of(screen)->steps, canvas, body, true);
}

static void history_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: . undone, + stays, whatever is undone: answers, imports, what was removed for "
			     "good.\n"));
	ch_buffer_add(out, _("Everybody undoes their own. Where something was changed again since, that is undone "
			     "first.\n"));
}

static void history_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&history_of(screen)->steps);
	free(screen);
}

static const struct screen_ops history_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = history_title,
	.draw = history_draw,
	.help = history_help,
	.close = history_close,
};

void history_open(struct app *app)
{
	struct history_screen *history = calloc(1, sizeof(*history));

	if (history == NULL)
		ch_abort("out of memory");
	scheme_list_init(&history->steps, &history_list, desk_of(app), NULL, history);
	history->screen = (struct screen){.ops = &history_screen, .list = &history->steps.list};
	app_push(app, &history->screen);
}
