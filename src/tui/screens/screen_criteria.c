/*
 * The criteria of matching and what each counts in one programme. While other
 * points are typed, the best by them is found and what it changes in all stands
 * beside them; Enter keeps both.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "tui/screens/match_trial.h"
#include "tui/widgets/list_rows.h"
#include "tui/widgets/prompt.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { NAME_COLUMN, POINTS_COLUMN, USUAL_COLUMN, COMPARES_COLUMN, COLUMNS };

enum { NAME_WIDTH = 18, FIGURE_WIDTH = 6, COMPARES_WIDTH = 60 };

/* The last row is no criterion: the score that a pair needs at least. */
enum { CRITERIA = CH_CRITERION_COUNT - CH_CRITERION_FIRST_SOFT, ROWS = CRITERIA + 1 };

struct criteria_screen {
	struct screen screen;
	struct list list;
	struct match_trial *trial; /* the board's, which lies below */
	struct ch_arena arena;
	struct ch_column columns[COLUMNS];
	struct ch_row rows[ROWS];
	struct ch_weights weights; /* those kept */
	int64_t cut_off;
	int kind;
	enum ch_criterion asked; /* whose points are being typed; CH_NO_CRITERION: the cut-off */
	struct ch_buffer effect; /* of the points typed so far */
};

static struct criteria_screen *own(const struct screen *screen)
{
	return (struct criteria_screen *)screen;
}

static enum ch_criterion criterion_of(const struct ch_row *row)
{
	return row->id == ROWS ? CH_NO_CRITERION : (enum ch_criterion)(CH_CRITERION_FIRST_SOFT + row->id - 1);
}

/* ---- As a source ---- */

static enum ch_status criteria_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				     struct ch_grid *page, struct ch_error *err)
{
	struct criteria_screen *criteria = data;

	(void)arena;
	(void)err;
	*page = (struct ch_grid){.columns = criteria->columns, .column_count = COLUMNS};
	list_rows_page(criteria->rows, ROWS, request, page);
	return CH_OK;
}

static int64_t criteria_count(void *data)
{
	(void)data;
	return ROWS;
}

static void criteria_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	(void)data;
	ch_buffer_printf(out, "%s: %s", row->cells[NAME_COLUMN], row->cells[COMPARES_COLUMN]);
}

static const struct list_source source = {
	.fetch = criteria_fetch, .count = criteria_count, .name = criteria_name};

static void make_cut_off_row(struct criteria_screen *criteria, struct app *app)
{
	const char **cells = ch_arena_array(&criteria->arena, COLUMNS, sizeof(*cells));
	struct ch_error err = CH_NO_ERROR;
	struct ch_settings settings;

	criteria->cut_off = 0;
	if (ch_settings_get(desk_of(app)->c, criteria->trial->programme_id, &criteria->arena, &settings, &err) !=
	    CH_OK)
		desk_say_error(app, &err);
	else if (settings.cut_off != CH_UNKNOWN)
		criteria->cut_off = settings.cut_off;
	cells[NAME_COLUMN] = _("Cut-off");
	cells[POINTS_COLUMN] = ch_arena_printf(&criteria->arena, "%" PRId64, criteria->cut_off);
	cells[USUAL_COLUMN] = "0";
	cells[COMPARES_COLUMN] = _("a pair with fewer points in all is not proposed");
	criteria->rows[CRITERIA] = (struct ch_row){.id = ROWS, .cells = cells};
}

static void make_rows(struct criteria_screen *criteria, struct app *app)
{
	struct ch_arena before = criteria->arena;
	struct ch_error err = CH_NO_ERROR;

	criteria->arena = CH_ARENA_EMPTY;
	if (ch_weights_get(desk_of(app)->c, criteria->trial->programme_id, &criteria->weights, &err) != CH_OK)
		desk_say_error(app, &err);
	for (int i = 0; i < CRITERIA; i++) {
		enum ch_criterion criterion = (enum ch_criterion)(CH_CRITERION_FIRST_SOFT + i);
		const char **cells = ch_arena_array(&criteria->arena, COLUMNS, sizeof(*cells));

		cells[NAME_COLUMN] = _(ch_criterion_info(criterion)->label);
		cells[POINTS_COLUMN] =
			ch_arena_printf(&criteria->arena, "%" PRId64, criteria->weights.points[criterion]);
		cells[USUAL_COLUMN] = ch_arena_printf(&criteria->arena, "%" PRId64,
						      ch_criterion_default(criterion, criteria->kind));
		cells[COMPARES_COLUMN] = _(ch_criterion_info(criterion)->compares);
		criteria->rows[i] = (struct ch_row){.id = i + 1, .cells = cells};
	}
	make_cut_off_row(criteria, app);
	list_reload(&criteria->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

static void criteria_changed(struct screen *screen, struct app *app)
{
	make_rows(own(screen), app);
}

/* ---- Typing other points ---- */

static enum ch_status try_points(struct criteria_screen *criteria, const char *text, struct match_effect *effect,
				 struct ch_error *err)
{
	char *end;
	int64_t points;

	errno = 0;
	points = strtoll(text, &end, 10);
	if (end == text || *end != '\0' || errno != 0) {
		ch_fail(err, CH_DATA, _("\"%.20s\" is no number of points"), text);
		return ch_error_fix(err, _("0 leaves it out"));
	}
	if (criteria->asked == CH_NO_CRITERION)
		return match_trial_cut_off(criteria->trial, points, effect, err);
	return match_trial_weigh(criteria->trial, ch_criterion_info(criteria->asked)->code, points, effect, err);
}

static void points_changed(struct app *app, void *data, const char *text)
{
	struct criteria_screen *criteria = data;
	struct ch_error err = CH_NO_ERROR;
	struct match_effect effect = {0};

	(void)app;
	ch_buffer_clear(&criteria->effect);
	if (*text == '\0')
		return;
	if (try_points(criteria, text, &effect, &err) != CH_OK)
		ch_buffer_add(&criteria->effect, err.message);
	else
		match_effect_words(&effect, &criteria->effect);
}

static void points_note(void *data, const char *text, struct ch_buffer *out)
{
	(void)text;
	ch_buffer_add(out, ((const struct criteria_screen *)data)->effect.text);
}

/* Back to what is kept, from where the last trial ended. */
static void points_dropped(struct app *app, void *data)
{
	struct criteria_screen *criteria = data;
	struct ch_error ignored = CH_NO_ERROR;
	struct match_effect effect;

	(void)app;
	if (criteria->asked == CH_NO_CRITERION)
		match_trial_cut_off(criteria->trial, criteria->cut_off, &effect, &ignored);
	else
		match_trial_weigh(criteria->trial, ch_criterion_info(criteria->asked)->code,
				  criteria->weights.points[criteria->asked], &effect, &ignored);
	if (ignored.status != CH_OK)
		match_trial_forget(criteria->trial);
}

static enum ch_status points_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct criteria_screen *criteria = data;
	struct ch_buffer words = CH_BUFFER_EMPTY;
	struct match_effect effect = {0};

	if (try_points(criteria, text, &effect, err) != CH_OK)
		return err->status;
	match_effect_words(&effect, &words);
	if (match_trial_keep_tried(criteria->trial, err) != CH_OK) {
		ch_buffer_release(&words);
		return err->status;
	}
	if (criteria->asked == CH_NO_CRITERION)
		desk_done(app, CH_OK, err, _("The cut-off is %s: %s"), text, words.text);
	else
		desk_done(app, CH_OK, err, _("%s counts %s: %s"), _(ch_criterion_info(criteria->asked)->label), text,
			  words.text);
	ch_buffer_release(&words);
	return err->status;
}

static const struct prompt_spec points_prompt = {
	.label = N_("Points: "),
	.hint = N_("What it changes in all stands here  Enter:keep  Esc:leave it"),
	.changed = points_changed,
	.note = points_note,
	.done = points_done,
	.dropped = points_dropped,
};

static void run_edit(struct app *app, struct screen *screen)
{
	struct criteria_screen *criteria = own(screen);
	const struct ch_row *row = list_row(screen->list);

	criteria->asked = criterion_of(row);
	ch_buffer_clear(&criteria->effect);
	prompt_suggest(app, &points_prompt, criteria, row->cells[POINTS_COLUMN]);
}

static bool can_edit(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_WEIGHT_SET);
}

static const struct binding bindings[] = {
	{.command = COMMAND_EDIT, .run = run_edit, .offered = can_edit, .label = N_("change points"),
	 .help = N_("How many points it counts")},
	{.command = COMMAND_OPEN, .run = run_edit, .offered = can_edit, .label = N_("change points"),
	 .help = N_("How many points it counts")},
};

/* ---- As a screen ---- */

static void criteria_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct match_trial *trial = own(screen)->trial;
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_printf(out, _("%s | what counts"), desk_name(trial->desk, CH_PROGRAMME, trial->programme_id, &arena));
	ch_arena_release(&arena);
}

static void criteria_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	list_draw(screen->list, canvas, body, true);
}

static void criteria_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Each criterion gives a pair up to its points; 0 leaves it out. What other points change "
			     "in all is said while they are typed. The cut-off is the score that a pair "
			     "needs at least. Rules, as the reporting line, have no points: no "
			     "pair breaks them.\n"));
}

static void criteria_close(struct screen *screen, struct app *app)
{
	(void)app;
	list_release(&own(screen)->list);
	ch_arena_release(&own(screen)->arena);
	ch_buffer_release(&own(screen)->effect);
	free(screen);
}

static const struct screen_ops criteria_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = criteria_title,
	.draw = criteria_draw,
	.help = criteria_help,
	.changed = criteria_changed,
	.close = criteria_close,
};

void criteria_open(struct app *app, struct match_trial *trial)
{
	struct criteria_screen *criteria = calloc(1, sizeof(*criteria));

	if (criteria == NULL)
		ch_abort("out of memory");
	criteria->screen = (struct screen){.ops = &criteria_screen, .list = &criteria->list};
	criteria->trial = trial;
	criteria->kind = desk_kind(desk_of(app), trial->programme_id);
	criteria->arena = CH_ARENA_EMPTY;
	criteria->effect = CH_BUFFER_EMPTY;
	criteria->columns[NAME_COLUMN] = (struct ch_column){
		.key = "criterion", .label = _("Criterion"), .type = CH_TYPE_TEXT, .width = NAME_WIDTH};
	criteria->columns[POINTS_COLUMN] = (struct ch_column){
		.key = "points", .label = _("Points"), .type = CH_TYPE_NUMBER, .width = FIGURE_WIDTH};
	criteria->columns[USUAL_COLUMN] = (struct ch_column){
		.key = "usual", .label = _("Usual"), .type = CH_TYPE_NUMBER, .width = FIGURE_WIDTH};
	criteria->columns[COMPARES_COLUMN] = (struct ch_column){
		.key = "compares", .label = _("Compares"), .type = CH_TYPE_TEXT, .width = COMPARES_WIDTH};
	list_init(&criteria->list, &source, criteria, desk_of(app)->today);
	make_rows(criteria, app);
	app_push(app, &criteria->screen);
}
