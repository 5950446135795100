/* The pairs proposed in one programme, best first, with the reasons of the focused one; accepting them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/person_view.h"
#include "tui/scheme_list.h"
#include "tui/screens.h"
#include "tui/split.h"

enum { FOOT_ROWS = 7, ROWS_FOR_FOOT = 14 };

struct proposals_screen {
	struct screen screen;
	struct scheme_list proposals;
	struct person_view learner; /* of the focused proposal, in a wide window */
	int64_t programme_id;
};

static struct proposals_screen *own(const struct screen *screen)
{
	return (struct proposals_screen *)screen;
}

/* ---- The list ---- */

/* The first reason; all of them stand in the foot. */
static const char *why_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *reasons = scheme_list_cell(list, row, "reasons");

	return reasons != NULL ? ch_arena_copy_bytes(arena, reasons, strcspn(reasons, "\n")) : NULL;
}

static void proposal_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_printf(out, _("%s with %s"), scheme_list_cell(list, row, "learner"),
			 scheme_list_cell(list, row, "guide"));
}

static const char *proposals_empty(const struct scheme_list *list)
{
	(void)list;
	return _("No pair is proposed: nobody waits who could have somebody. q goes back; E there enrols people.");
}

static const struct scheme_column columns[] = {
	{.key = "learner", .rank = 0, .width = 20},
	{.key = "guide", .rank = 1, .width = 20},
	{.key = "score", .rank = 2, .width = 5},
	{.key = "why", .label = N_("Why"), .rank = 3, .width = 30, .make = why_cell},
};

static const struct scheme_sort sorts[] = {
	{N_("score, highest first"), "-score"},
	{N_("score, lowest first"), "score"},
	{N_("learner"), "learner"},
	{N_("mentor or coach"), "guide"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec proposal_list = {
	.list = CH_LIST_PROPOSALS,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.filter = "state:drafted,approved",
	.name = proposal_name,
	.empty = proposals_empty,
};

/* ---- Proposing ---- */

static void say_result(struct app *app, const struct ch_match_result *result)
{
	struct ch_error err = CH_NO_ERROR;

	if (result->left_count > 0)
		desk_done(app, CH_OK, &err, _("%zu pairs proposed; %zu without one, as %s: %s"), result->pair_count,
			  result->left_count, result->left[0].learner_name, result->left[0].reason);
	else
		desk_done(app, CH_OK, &err, _("%zu pairs proposed; %" PRId64 " places left"), result->pair_count,
			  result->places_left);
}

static void propose(struct app *app, int64_t programme_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_match_result result = {0};
	struct ch_matching *matching;
	enum ch_status status = ch_matching_open(desk_of(app)->c, programme_id, &matching, &err);

	if (status == CH_OK)
		status = ch_matching_solve(matching, &err);
	if (status == CH_OK) {
		ch_matching_tell(matching, &arena, &result);
		status = ch_matching_keep(matching, &result, &err);
	}
	if (status != CH_OK)
		desk_say_error(app, &err);
	else
		say_result(app, &result);
	ch_matching_close(matching);
	ch_arena_release(&arena);
}

/* ---- Accepting ---- */

static void say_accepted(struct app *app, size_t made, size_t count, const struct ch_error *first)
{
	app_changed(app);
	if (first->status != CH_OK && count == 1)
		desk_say_error(app, first);
	else if (first->status != CH_OK)
		app_say(app, _("%zu pairs made, %zu not: %s"), made, count - made, first->message);
	else
		app_say(app, made == 1 ? _("The pair is made. In 3 Pairs, y records what the two agree")
				       : _("%zu pairs are made. In 3 Pairs, y records what each agrees"),
			made);
}

/* Proposals whose learners have not been found ready (R15), kept while it is asked whether they are. */
struct unready {
	struct ch_arena arena;
	int64_t *ids;
	size_t count, made, tried;
	struct ch_error first; /* what else was refused */
};

static enum ch_status accept_ready(struct ch_context *c, int64_t id, struct ch_error *err)
{
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	int64_t pairing_id;

	c->learner_ready = &said;
	ch_proposal_accept(c, id, CH_BY_BOTH, &pairing_id, err);
	c->learner_ready = NULL;
	return err->status;
}

static void ready_answered(struct app *app, void *data, char letter)
{
	struct unready *unready = data;
	struct ch_error err = unready->first;

	for (size_t i = 0; letter == 'y' && i < unready->count; i++) {
		struct ch_error why = CH_NO_ERROR;

		unready->made += accept_ready(desk_of(app)->c, unready->ids[i], &why) == CH_OK;
		if (err.status == CH_OK)
			err = why;
	}
	if (letter == 'y' || unready->made > 0 || err.status != CH_OK)
		say_accepted(app, unready->made, letter == 'y' ? unready->tried : unready->tried - unready->count,
			     &err);
	ch_arena_release(&unready->arena);
	free(unready);
}

static void ask_whether_ready(struct app *app, struct unready *unready)
{
	if (unready->count == 1)
		question_ask(app, "yn", ready_answered, unready,
			     _("Does the learner know what they want, and have the time? [y]es [n]o"));
	else
		question_ask(app, "yn", ready_answered, unready,
			     _("Do these %zu learners know what they want, and have the time? [y]es [n]o"),
			     unready->count);
}

/* One by one: a pair that is refused now stays proposed, and the others are made. */
static void accept(struct app *app, const int64_t *ids, size_t count)
{
	struct unready *unready = calloc(1, sizeof(*unready));

	if (unready == NULL)
		ch_abort("out of memory");
	unready->arena = CH_ARENA_EMPTY;
	unready->first = CH_NO_ERROR;
	unready->tried = count;
	unready->ids = ch_arena_array(&unready->arena, count, sizeof(*unready->ids));
	for (size_t i = 0; i < count; i++) {
		struct ch_error err = CH_NO_ERROR;
		int64_t pairing_id;

		if (ch_proposal_accept(desk_of(app)->c, ids[i], CH_BY_BOTH, &pairing_id, &err) == CH_OK)
			unready->made++;
		else if (strcmp(err.rule, "R15") == 0)
			unready->ids[unready->count++] = ids[i];
		else if (unready->first.status == CH_OK)
			unready->first = err;
	}
	app_changed(app);
	if (unready->count > 0) {
		ask_whether_ready(app, unready);
		return;
	}
	say_accepted(app, unready->made, count, &unready->first);
	ch_arena_release(&unready->arena);
	free(unready);
}

/* Everything proposed, not only what is on the screen. */
static void accept_all(struct app *app, const struct proposals_screen *proposals)
{
	struct ch_list_query query = {
		.list = CH_LIST_PROPOSALS, .filter = proposal_list.filter, .programme_id = proposals->programme_id};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;
	int64_t *ids;

	if (ch_list_fetch(desk_of(app)->c, &query, &arena, &grid, &err) == CH_OK) {
		ids = ch_arena_array(&arena, grid.row_count, sizeof(*ids));
		for (size_t i = 0; i < grid.row_count; i++)
			ids[i] = grid.rows[i].id;
		accept(app, ids, grid.row_count);
	} else {
		desk_say_error(app, &err);
	}
	ch_arena_release(&arena);
}

static void accept_answered(struct app *app, void *data, char letter)
{
	struct proposals_screen *proposals = data;
	struct list *list = &proposals->proposals.list;
	const int64_t *ids;
	size_t count = list_marked(list, &ids);
	int64_t id = scheme_list_id(&proposals->proposals);

	if (letter == 'a')
		accept_all(app, proposals);
	else if (letter == 'y')
		accept(app, count > 0 ? ids : &id, count > 0 ? count : 1);
	if (letter != QUESTION_NO && letter != 'n')
		list_unmark(list);
}

static void run_accept(struct app *app, struct screen *screen)
{
	const struct proposals_screen *proposals = own(screen);
	const struct ch_row *row = list_row(screen->list);
	size_t marked = list_marked(screen->list, NULL);

	if (marked > 0)
		question_ask(app, "yn", accept_answered, screen, _("Make the %zu marked pairs? [y]es [n]o"), marked);
	else
		question_ask(app, "yan", accept_answered, screen, _("Pair %s with %s? [y]es [a]ll of them [n]o"),
			     scheme_list_cell(&proposals->proposals, row, "learner"),
			     scheme_list_cell(&proposals->proposals, row, "guide"));
}

/* ---- Commands ---- */

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_row(screen->list) != NULL;
}

static bool can_accept(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_PROPOSAL_ACCEPT);
}

static bool can_match(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PROPOSAL_MAKE);
}

static void run_open(struct app *app, struct screen *screen)
{
	person_open(app, scheme_list_number(&own(screen)->proposals, list_row(screen->list), "learner_id"), NULL);
}

static void run_match(struct app *app, struct screen *screen)
{
	propose(app, own(screen)->programme_id);
}

static const struct binding bindings[] = {
	{.command = COMMAND_FORWARD, .run = run_accept, .offered = can_accept, .label = N_("accept"), .on_marks = true},
	{.command = COMMAND_OPEN, .run = run_open, .offered = has_row, .label = N_("open learner")},
	{.command = COMMAND_MATCH, .run = run_match, .offered = can_match, .label = N_("propose anew")},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
};

/* ---- As a screen ---- */

static void proposals_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct proposals_screen *proposals = own(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_printf(out, _("%s | %" PRId64 " proposed"),
			 desk_name(proposals->proposals.desk, CH_PROGRAMME, proposals->programme_id, &arena),
			 screen->list->count > 0 ? screen->list->count : 0);
	ch_arena_release(&arena);
}

/* Why the focused pair is proposed. */
static void draw_foot(struct proposals_screen *proposals, struct canvas *canvas, struct rect area)
{
	const struct ch_row *row = list_row(&proposals->proposals.list);

	canvas_line_across(canvas, area, 0, 0, area.width, CANVAS_QUIET);
	if (row != NULL)
		canvas_wrap(canvas, rect_part(area, 2, 1, area.width - 3, area.height - 1), 0, 0, CANVAS_PLAIN,
			    scheme_list_cell(&proposals->proposals, row, "reasons"));
}

static void draw_learner(struct proposals_screen *proposals, struct canvas *canvas, struct rect area, int64_t id)
{
	if (proposals->learner.person_id != id)
		person_view_load(&proposals->learner, id);
	person_view_draw(&proposals->learner, canvas, area, PERSON_PANES);
}

static void proposals_changed(struct screen *screen, struct app *app)
{
	(void)app;
	list_reload(screen->list);
	own(screen)->learner.person_id = 0; /* read anew when it is drawn */
}

static void proposals_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	int foot = body.height >= ROWS_FOR_FOOT ? FOOT_ROWS : 0;
	struct split split = split_of(body);
	const struct ch_row *row = list_row(screen->list);

	(void)app;
	if (split.detail.width > 0 && row != NULL) {
		split_draw_line(&split, canvas);
		draw_learner(own(screen), canvas, split.detail,
			     scheme_list_number(&own(screen)->proposals, row, "learner_id"));
	}
	body = split.list;
	if (foot > 0)
		draw_foot(own(screen), canvas, rect_part(body, 0, body.height - foot, body.width, foot));
	scheme_list_draw(&own(screen)->proposals, canvas, rect_part(body, 0, 0, body.width, body.height - foot), true);
}

static void proposals_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out,
		      _("A score adds up the points of the criteria, said below the list. No pair is made until "
			"accepted.\n"));
	ch_buffer_add(out, _("Proposing anew replaces what nobody has accepted.\n"));
}

static void proposals_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->proposals);
	person_view_release(&own(screen)->learner);
	free(screen);
}

static const struct screen_ops proposals_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = proposals_title,
	.draw = proposals_draw,
	.help = proposals_help,
	.changed = proposals_changed,
	.close = proposals_close,
};

void proposals_open(struct app *app, int64_t programme_id)
{
	struct proposals_screen *proposals = calloc(1, sizeof(*proposals));
	struct ch_list_query narrow = {.programme_id = programme_id};

	if (proposals == NULL)
		ch_abort("out of memory");
	proposals->screen = (struct screen){.ops = &proposals_screen, .list = &proposals->proposals.list};
	proposals->programme_id = programme_id;
	scheme_list_init(&proposals->proposals, &proposal_list, desk_of(app), &narrow, proposals);
	person_view_init(&proposals->learner, desk_of(app));
	app_push(app, &proposals->screen);
	propose(app, programme_id);
}
