/*
 * The others of a proposal: every guide the learner could have and every
 * learner the guide could, best first, with what taking that pair would cost in
 * all, or what is against it; below, the reasons of the focused one.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "tui/screens/match_trial.h"
#include "tui/screens/screens.h"
#include "tui/widgets/list_rows.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { FOR_COLUMN, NAME_COLUMN, SCORE_COLUMN, COST_COLUMN, COLUMNS };

enum { FOR_WIDTH = 16, NAME_WIDTH = 22, SCORE_WIDTH = 5, COST_WIDTH = 60, ROWS_FOR_FOOT = 12, NARROW = 60 };

struct others_screen {
	struct screen screen;
	struct list list;
	struct match_trial *trial; /* the board's, which lies below */
	int64_t guide_id, learner_id;
	struct ch_arena arena;
	struct ch_column columns[COLUMNS];
	struct ch_match_candidate *candidates; /* those of the learner, then those of the guide */
	struct ch_row *rows;
	size_t count, of_learner;
	struct ch_error err; /* why there are none */
};

static struct others_screen *own(const struct screen *screen)
{
	return (struct others_screen *)screen;
}

static const struct ch_match_candidate *focused(const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	return row != NULL ? &own(screen)->candidates[row->id - 1] : NULL;
}

/* ---- As a source ---- */

static enum ch_status others_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				   struct ch_grid *page, struct ch_error *err)
{
	struct others_screen *others = data;

	(void)arena;
	(void)err;
	*page = (struct ch_grid){.columns = others->columns, .column_count = COLUMNS};
	list_rows_page(others->rows, others->count, request, page);
	return CH_OK;
}

static int64_t others_count(void *data)
{
	return (int64_t)((const struct others_screen *)data)->count;
}

static char others_sign(void *data, const struct ch_row *row)
{
	const struct ch_match_candidate *candidate = &((const struct others_screen *)data)->candidates[row->id - 1];

	if (candidate->proposed)
		return '+';
	return candidate->possible ? '.' : '!';
}

static void others_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const struct ch_match_candidate *candidate = &((const struct others_screen *)data)->candidates[row->id - 1];

	ch_buffer_printf(out, _("%s with %s: %s"), candidate->learner_name, candidate->guide_name, candidate->text);
}

static const char *others_empty(void *data)
{
	const struct others_screen *others = data;

	return others->err.status != CH_OK ? others->err.message : _("There is nobody else.");
}

static int others_rank(void *data, size_t column)
{
	static const int ranks[COLUMNS] = {[FOR_COLUMN] = 2, [NAME_COLUMN] = 0, [SCORE_COLUMN] = 1, [COST_COLUMN] = 0};

	(void)data;
	return ranks[column];
}

static bool others_grouped(void *data, size_t column)
{
	(void)data;
	return column == FOR_COLUMN;
}

static const struct list_source source = {
	.fetch = others_fetch,
	.count = others_count,
	.sign = others_sign,
	.name = others_name,
	.empty = others_empty,
	.rank = others_rank,
	.grouped = others_grouped,
};

/* ---- Rows ---- */

static void make_rows(struct others_screen *others)
{
	others->rows = ch_arena_array(&others->arena, others->count + 1, sizeof(*others->rows));
	for (size_t i = 0; i < others->count; i++) {
		const struct ch_match_candidate *candidate = &others->candidates[i];
		const char **cells = ch_arena_array(&others->arena, COLUMNS, sizeof(*cells));
		bool for_learner = i < others->of_learner;

		cells[FOR_COLUMN] = for_learner ? candidate->learner_name : candidate->guide_name;
		cells[NAME_COLUMN] = for_learner ? candidate->guide_name : candidate->learner_name;
		cells[SCORE_COLUMN] = candidate->possible || candidate->proposed
					      ? ch_arena_printf(&others->arena, "%" PRId64, candidate->score)
					      : NULL;
		cells[COST_COLUMN] = candidate->text;
		others->rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = cells};
	}
}

/* Adds those that are two people, and where the learner is given not their pairs. */
static void add_candidates(struct others_screen *others, const struct ch_match_candidate *candidates, size_t count,
			   int64_t but_learner_id)
{
	for (size_t i = 0; i < count; i++)
		if (candidates[i].learner_id != but_learner_id && candidates[i].learner_id != candidates[i].guide_id)
			others->candidates[others->count++] = candidates[i];
}

/* Both sides, the pair itself once. */
static void read_others(struct others_screen *others)
{
	struct ch_match_candidate *guides, *learners;
	size_t guide_count = 0, learner_count = 0;
	struct match_trial *trial = others->trial;

	ch_arena_reset(&others->arena);
	others->count = others->of_learner = 0;
	others->err = CH_NO_ERROR;
	if (match_trial_open(trial, &others->err) == CH_OK &&
	    ch_matching_explain(trial->matching, 0, others->learner_id, &others->arena, &guides, &guide_count,
				&others->err) == CH_OK &&
	    ch_matching_explain(trial->matching, others->guide_id, 0, &others->arena, &learners, &learner_count,
				&others->err) == CH_OK) {
		others->candidates =
			ch_arena_array(&others->arena, guide_count + learner_count, sizeof(*others->candidates));
		add_candidates(others, guides, guide_count, 0);
		others->of_learner = others->count;
		add_candidates(others, learners, learner_count, others->learner_id);
	}
	make_rows(others);
}

static void others_changed(struct screen *screen, struct app *app)
{
	(void)app;
	match_trial_forget(own(screen)->trial);
	read_others(own(screen));
	list_restart(screen->list); /* the rows it held are gone */
}

/* ---- Commands ---- */

static bool can_rule(const struct app *app, const struct screen *screen)
{
	return focused(screen) != NULL && desk_may(desk_of(app), CH_OP_PAIR_RULE_ADD);
}

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return focused(screen) != NULL;
}

static void run_pin(struct app *app, struct screen *screen)
{
	const struct ch_match_candidate *candidate = focused(screen);

	match_trial_run_rule(app, own(screen)->trial, CH_PAIR_RULE_PIN, candidate->guide_id, candidate->learner_id);
}

static void run_forbid(struct app *app, struct screen *screen)
{
	const struct ch_match_candidate *candidate = focused(screen);

	match_trial_run_rule(app, own(screen)->trial, CH_PAIR_RULE_FORBID, candidate->guide_id,
			     candidate->learner_id);
}

static void run_open(struct app *app, struct screen *screen)
{
	const struct ch_match_candidate *candidate = focused(screen);
	bool for_learner = (size_t)(candidate - own(screen)->candidates) < own(screen)->of_learner;

	person_open(app, for_learner ? candidate->guide_id : candidate->learner_id, NULL);
}

static const struct binding bindings[] = {
	{.command = COMMAND_PIN, .run = run_pin, .offered = can_rule},
	{.command = COMMAND_FORBID, .run = run_forbid, .offered = can_rule},
	{.command = COMMAND_OPEN, .run = run_open, .offered = has_row, .label = N_("open person"),
	 .help = N_("Who it is: all that is known of them")},
};

/* ---- As a screen ---- */

static void others_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct others_screen *others = own(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_printf(out, _("Others for %s and %s"),
			 desk_name(others->trial->desk, CH_PERSON, others->learner_id, &arena),
			 desk_name(others->trial->desk, CH_PERSON, others->guide_id, &arena));
	ch_arena_release(&arena);
}

static void draw_reasons(struct canvas *canvas, struct rect area, const struct ch_match_candidate *candidate)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < candidate->reason_count; i++) {
		ch_match_reason_add(&candidate->reasons[i], &text);
		ch_buffer_add(&text, "\n");
	}
	if (candidate->past != NULL)
		ch_buffer_add(&text, candidate->past);
	if (text.length > 0)
		canvas_wrap(canvas, area, 0, 0, CANVAS_PLAIN, text.text);
	ch_buffer_release(&text);
}

static void others_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	int foot = body.height >= ROWS_FOR_FOOT ? body.height / 2 : 0;
	const struct ch_match_candidate *candidate = focused(screen);

	(void)app;
	own(screen)->columns[FOR_COLUMN].width = body.width < NARROW ? 1 : FOR_WIDTH;
	if (foot > 0) {
		canvas_line_across(canvas, body, 0, body.height - foot, body.width, CANVAS_QUIET);
		if (candidate != NULL)
			draw_reasons(canvas,
				     rect_part(body, 2, body.height - foot + 1, body.width - 3, foot - 1), candidate);
	}
	list_draw(screen->list, canvas, rect_part(body, 0, 0, body.width, body.height - foot), true);
}

static void others_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("What a pair would cost is counted over all proposals: who would move, and who would go "
			     "without. " KEY_(PIN) " takes it: the two are pinned, and the others proposed anew around "
			     "them.\n"));
}

static void others_close(struct screen *screen, struct app *app)
{
	(void)app;
	list_release(&own(screen)->list);
	ch_arena_release(&own(screen)->arena);
	free(screen);
}

static const struct screen_ops others_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = others_title,
	.draw = others_draw,
	.help = others_help,
	.changed = others_changed,
	.close = others_close,
};

void others_open(struct app *app, struct match_trial *trial, int64_t guide_id, int64_t learner_id)
{
	struct others_screen *others = calloc(1, sizeof(*others));

	if (others == NULL)
		ch_abort("out of memory");
	others->screen = (struct screen){.ops = &others_screen, .list = &others->list};
	others->trial = trial;
	others->guide_id = guide_id;
	others->learner_id = learner_id;
	others->arena = CH_ARENA_EMPTY;
	others->columns[FOR_COLUMN] = (struct ch_column){
		.key = "for", .label = _("For"), .type = CH_TYPE_TEXT, .width = FOR_WIDTH};
	others->columns[NAME_COLUMN] = (struct ch_column){
		.key = "name", .label = _("Other"), .type = CH_TYPE_TEXT, .width = NAME_WIDTH};
	others->columns[SCORE_COLUMN] = (struct ch_column){
		.key = "score", .label = _("Score"), .type = CH_TYPE_NUMBER, .width = SCORE_WIDTH};
	others->columns[COST_COLUMN] = (struct ch_column){
		.key = "cost", .label = _("Taking it"), .type = CH_TYPE_TEXT, .width = COST_WIDTH};
	list_init(&others->list, &source, others, desk_of(app)->today);
	read_others(others);
	app_push(app, &others->screen);
}
