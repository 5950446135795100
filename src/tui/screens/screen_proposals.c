/*
 * The matching board of one programme: the pairs proposed, best first, with
 * their reasons and what stands against them; who is left out and why; what is
 * sought and offered; the whole. Pins, forbids and weights propose anew and say
 * what that changes.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/board_told.h"
#include "tui/screens/match_trial.h"
#include "tui/screens/person_view.h"
#include "tui/screens/proposal_moves.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"
#include "tui/widgets/split.h"

enum { ROWS_FOR_FOOT = 14, ROWS_FOR_PERSON = 12 };

enum pane { PANE_PAIRS, PANE_LEFT, PANE_AREAS, PANE_WHOLE, PANES };

static const char *const pane_titles[PANES] = {N_("Pairs"), N_("Left out"), N_("Areas"), N_("In all")};

struct proposals_screen {
	struct screen screen;
	enum pane pane;
	struct scheme_list proposals;
	struct fact_list told[PANES]; /* of all panes but the pairs */
	bool is_told;
	struct match_trial trial;
	struct person_view learner; /* of the focused proposal, in a wide window */
	int64_t programme_id;
	int kind;
};

static struct proposals_screen *own(const struct screen *screen)
{
	return (struct proposals_screen *)screen;
}

/* ---- The list ---- */

static int64_t number_of(struct proposals_screen *proposals, const struct ch_row *row, const char *key)
{
	return scheme_list_number(&proposals->proposals, row, key);
}

static const struct ch_match_pair *pair_of(struct proposals_screen *proposals, const struct ch_row *row)
{
	return match_trial_pair(&proposals->trial, number_of(proposals, row, "guide_id"),
				number_of(proposals, row, "learner_id"));
}

/* What tells one pair from another: the areas that the two share. The foot has all the reasons. */
static const char *common_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *shared = scheme_list_cell(list, row, "shared");

	(void)arena;
	return shared != NULL ? shared : _("no area");
}

/* Who said yes so far tells most. */
static const char *state_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct proposals_screen *proposals = list->data;
	const struct ch_match_pair *pair = pair_of(list->data, row);
	const char *state = scheme_list_cell(list, row, "state");
	bool guide = scheme_list_cell(list, row, "guide_accepted_on") != NULL;
	bool learner = scheme_list_cell(list, row, "learner_accepted_on") != NULL;

	if (guide && learner)
		return _("both yes");
	if (guide || learner)
		return ch_arena_printf(arena, _("%s yes"), proposals_side_word(proposals->kind, guide));
	if (pair != NULL && pair->pinned)
		return _("pinned");
	return state != NULL && strcmp(state, "approved") == 0 ? _("approved") : _("proposed");
}

/* A score of when the pair was proposed, where what counts has changed since; the foot says more. */
static const char *score_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const struct ch_match_pair *pair = pair_of(list->data, row);
	int64_t score = number_of(list->data, row, "score");

	return ch_arena_printf(arena, "%s%" PRId64, pair != NULL && pair->score != score ? "~" : "", score);
}

/* The one thing without which the two may not begin, whoever accepts; the foot says it in full. */
static char proposal_sign(const struct scheme_list *list, const struct ch_row *row)
{
	return scheme_list_cell(list, row, "lacking") != NULL ? '!' : ' ';
}

static const char *proposals_empty(const struct scheme_list *list)
{
	(void)list;
	return _("No pair is proposed. " KEY_(MATCH) " proposes pairs of those who wait, " KEY_(PANE_NEXT) " says who "
		 "would be left out, and why; "
		 KEY_(ENROL) " in 7 Programmes enrols people.");
}

static const struct scheme_column columns[] = {
	{.key = "learner", .rank = 0, .width = 17},
	{.key = "guide", .rank = 1, .width = 20},
	{.key = "score", .rank = 2, .width = 5, .make = score_cell},
	{.key = "board_state", .label = N_("State"), .rank = 3, .width = 10, .make = state_cell},
	{.key = "common", .label = N_("In common"), .rank = 4, .width = 30, .make = common_cell},
};

static const struct scheme_sort sorts[] = {
	{N_("score, highest first"), "-score"},
	{N_("score, lowest first"), "score"},
	{N_("mentee or coachee"), "learner"},
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
	.sign = proposal_sign,
	.name = proposals_row_name,
	.empty = proposals_empty,
};

/* ---- Proposing ---- */

static void say_result(struct app *app, const struct ch_match_result *result)
{
	size_t pairs = result->pair_count, left = result->left_count;
	int64_t places = result->places_left;

	app_changed(app); /* *result is gone with it */
	if (left > 0)
		app_say(app,
			pairs == 1 ? _("%zu pair proposed; %zu left out: " KEY_(PANE_NEXT) " says who, and why")
				   : _("%zu pairs proposed; %zu left out: " KEY_(PANE_NEXT) " says who, and why"),
			pairs, left);
	else
		app_say(app, pairs == 1 ? _("%zu pair proposed; places left: %" PRId64)
					: _("%zu pairs proposed; places left: %" PRId64),
			pairs, places);
}

static enum ch_status run_trial(void *trial, struct ch_error *err)
{
	return match_trial_propose(trial, err);
}

static void propose(struct app *app, struct proposals_screen *proposals)
{
	static const struct work_spec spec = {.label = N_("Proposing pairs"), .unit = N_("pairs")};
	struct ch_error err = CH_NO_ERROR;

	match_trial_forget(&proposals->trial);
	if (desk_work(app, &spec, run_trial, &proposals->trial, &err) != CH_OK)
		desk_say_error(app, &err);
	else
		say_result(app, &proposals->trial.result);
}

/* ---- Declining and approving ---- */

/* The marked, or the focused. */
static struct proposals_chosen chosen(struct screen *screen, int64_t *focused)
{
	struct proposals_chosen chosen = {
		.list = screen->list, .programme_id = own(screen)->programme_id, .kind = own(screen)->kind};

	chosen.count = list_marked(screen->list, &chosen.ids);
	chosen.marked = chosen.count > 0;
	if (chosen.marked)
		return chosen;
	*focused = scheme_list_id(&own(screen)->proposals);
	chosen.ids = focused;
	chosen.count = 1;
	return chosen;
}

static void run_accept(struct app *app, struct screen *screen)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct match_trial *trial = &own(screen)->trial;
	int64_t focused;
	struct proposals_chosen them = chosen(screen, &focused);

	proposals_accept(app, &them, match_trial_open(trial, &ignored) == CH_OK ? trial->result.most : 0);
}

static void run_decline(struct app *app, struct screen *screen)
{
	int64_t focused;
	struct proposals_chosen them = chosen(screen, &focused);

	proposals_decline(app, &them);
}

static void run_approve(struct app *app, struct screen *screen)
{
	int64_t focused;
	struct proposals_chosen them = chosen(screen, &focused);

	proposals_approve(app, &them);
}

static void run_wishes(struct app *app, struct screen *screen)
{
	match_lists_open(app, own(screen)->programme_id);
}

static void run_committee(struct app *app, struct screen *screen)
{
	proposals_add_member(app, own(screen)->programme_id);
}

/* ---- Pins, forbids, weights, others ---- */

static void run_pin(struct app *app, struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	match_trial_run_rule(app, &own(screen)->trial, CH_PAIR_RULE_PIN, number_of(own(screen), row, "guide_id"),
			     number_of(own(screen), row, "learner_id"));
}

static void run_forbid(struct app *app, struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	match_trial_run_rule(app, &own(screen)->trial, CH_PAIR_RULE_FORBID, number_of(own(screen), row, "guide_id"),
			     number_of(own(screen), row, "learner_id"));
}

static void run_weigh(struct app *app, struct screen *screen)
{
	criteria_open(app, &own(screen)->trial);
}

static void run_others(struct app *app, struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	others_open(app, &own(screen)->trial, number_of(own(screen), row, "guide_id"),
		    number_of(own(screen), row, "learner_id"));
}

/* ---- Panes ---- */

static void show_pane(struct proposals_screen *proposals, enum pane pane)
{
	proposals->pane = pane;
	proposals->screen.list = pane == PANE_PAIRS ? &proposals->proposals.list : &proposals->told[pane].list;
}

static void run_next_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (enum pane)((own(screen)->pane + 1) % PANES));
}

static void run_previous_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (enum pane)((own(screen)->pane + PANES - 1) % PANES));
}

static void tell(struct proposals_screen *proposals)
{
	struct ch_error err = CH_NO_ERROR;

	if (proposals->is_told)
		return;
	proposals->is_told = true;
	for (int i = PANE_LEFT; i < PANES; i++)
		fact_list_clear(&proposals->told[i]);
	board_tell_areas(&proposals->told[PANE_AREAS], proposals->trial.desk, proposals->programme_id);
	if (match_trial_open(&proposals->trial, &err) != CH_OK) {
		fact_list_add(&proposals->told[PANE_LEFT], '!', "", err.message);
		fact_list_add(&proposals->told[PANE_WHOLE], '!', "", err.message);
		return;
	}
	board_tell_left(&proposals->told[PANE_LEFT], proposals->trial.desk, &proposals->trial.result);
	board_tell_whole(&proposals->told[PANE_WHOLE], proposals->trial.desk, &proposals->trial.result);
}

/* ---- Commands ---- */

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return own(screen)->pane == PANE_PAIRS && list_row(screen->list) != NULL;
}

static bool can_accept(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_PROPOSAL_ACCEPT);
}

static bool can_decline(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_PROPOSAL_DECLINE);
}

static bool can_approve(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_PROPOSAL_APPROVE);
}

static bool can_rule(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_PAIR_RULE_ADD);
}

static bool can_match(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PROPOSAL_MAKE);
}

static bool can_sort(const struct app *app, const struct screen *screen)
{
	return own(screen)->pane == PANE_PAIRS && scheme_list_can_sort(app, screen);
}

static void run_open(struct app *app, struct screen *screen)
{
	person_open(app, number_of(own(screen), list_row(screen->list), "learner_id"), NULL);
}

static void run_match(struct app *app, struct screen *screen)
{
	propose(app, own(screen));
}

static const struct binding bindings[] = {
	{.command = COMMAND_FORWARD, .run = run_accept, .offered = can_accept, .label = N_("accept"),
	 .help = N_("Make the proposed pair a pairing"), .on_marks = true},
	{.command = COMMAND_OTHERS, .run = run_others, .offered = has_row, .alone = true},
	{.command = COMMAND_DECLINE, .run = run_decline, .offered = can_decline, .on_marks = true},
	{.command = COMMAND_PIN, .run = run_pin, .offered = can_rule, .alone = true},
	{.command = COMMAND_FORBID, .run = run_forbid, .offered = can_rule, .alone = true},
	{.command = COMMAND_WEIGH, .run = run_weigh, .offered = can_match},
	{.command = COMMAND_PANE_NEXT, .run = run_next_pane},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_previous_pane},
	{.command = COMMAND_APPROVE, .run = run_approve, .offered = can_approve, .on_marks = true},
	{.command = COMMAND_OPEN, .run = run_open, .offered = has_row, .label = N_("open person"),
	 .help = N_("All that is known of the mentee, coachee")},
	{.command = COMMAND_MATCH, .run = run_match, .offered = can_match, .label = N_("propose anew"),
	 .help = N_("Propose pairs of those who wait now")},
	{.command = COMMAND_COMMITTEE, .run = run_committee, .offered = can_match},
	{.command = COMMAND_WISHES, .run = run_wishes, .offered = can_match},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = can_sort},
};

/* ---- As a screen ---- */

static void proposals_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct proposals_screen *proposals = own(screen);
	const struct list *list = &proposals->proposals.list;
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_printf(out, _("%s | %" PRId64 " proposed"),
			 desk_name(proposals->proposals.desk, CH_PROGRAMME, proposals->programme_id, &arena),
			 list->count > 0 ? list->count : 0);
	ch_arena_release(&arena);
}

/* What speaks for proposing anew: `pair` is what the best now has of the two, NULL where it has them not. */
static void tell_outdated(const struct proposals_screen *proposals, const struct ch_proposal *proposal,
			  const struct ch_match_pair *pair, struct ch_buffer *out)
{
	bool waits = proposal->state == CH_PROPOSAL_DRAFTED && proposal->guide_accepted_on == CH_NO_DATE &&
		     proposal->learner_accepted_on == CH_NO_DATE;

	if (pair != NULL && pair->score != proposal->score)
		ch_buffer_printf(out, _("~ By what counts now their score is %" PRId64 ": " KEY_(MATCH) " proposes "
					"anew"),
				 pair->score);
	else if (pair == NULL && waits && proposals->trial.matching != NULL)
		ch_buffer_add(out, _("~ By what counts now they would not be proposed: " KEY_(MATCH) " proposes anew"));
}

static void draw_reasons(struct proposals_screen *proposals, struct canvas *canvas, struct rect area,
			 const struct ch_row *row)
{
	const struct ch_match_pair *pair = pair_of(proposals, row);
	struct ch_buffer outdated = CH_BUFFER_EMPTY;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_proposal proposal;

	/* Read at each drawing: whatever was changed by whomever, its last lines are of now. */
	if (ch_proposal_get(proposals->trial.desk->c, row->id, &arena, &proposal, &err) == CH_OK) {
		tell_outdated(proposals, &proposal, pair, &outdated);
		if (outdated.length > 0)
			area = rect_part(area, 0,
					 canvas_wrap(canvas, area, 0, 0, CANVAS_SOON, outdated.text), area.width,
					 area.height);
		board_draw_reasons(canvas, area, proposal.reasons, pair);
	} else {
		canvas_wrap(canvas, area, 0, 0, CANVAS_PLAIN, err.message);
	}
	ch_buffer_release(&outdated);
	ch_arena_release(&arena);
}

/* The reasons, and where there is room below them the learner. */
static void draw_detail(struct proposals_screen *proposals, struct canvas *canvas, struct rect area,
			const struct ch_row *row)
{
	int64_t learner_id = number_of(proposals, row, "learner_id");
	int above = area.height - 2 * ROWS_FOR_PERSON, upper = above >= ROWS_FOR_FOOT ? above : area.height;

	draw_reasons(proposals, canvas, rect_part(area, 1, 0, area.width - 2, upper), row);
	if (upper == area.height)
		return;
	if (proposals->learner.person_id != learner_id)
		person_view_load(&proposals->learner, learner_id);
	canvas_line_across(canvas, area, 0, upper, area.width, CANVAS_QUIET);
	person_view_draw(&proposals->learner, canvas,
			 rect_part(area, 0, upper + 1, area.width, area.height - upper - 1), PERSON_PANES);
}

static void draw_pairs(struct proposals_screen *proposals, struct canvas *canvas, struct rect body)
{
	struct split split = split_of(body);
	const struct ch_row *row = list_row(&proposals->proposals.list);
	bool beside = split.detail.width > 0;
	int foot = !beside && body.height >= ROWS_FOR_FOOT ? body.height * 3 / 5 : 0;
	struct rect list = beside ? split.list : rect_part(body, 0, 0, body.width, body.height - foot);

	if (beside && row != NULL) {
		split_draw_line(&split, canvas);
		draw_detail(proposals, canvas, split.detail, row);
	}
	if (foot > 0) {
		canvas_line_across(canvas, body, 0, list.height, body.width, CANVAS_QUIET);
		if (row != NULL)
			draw_reasons(proposals, canvas,
				     rect_part(body, 2, list.height + 1, body.width - 3, foot - 1), row);
	}
	scheme_list_draw(&proposals->proposals, canvas, list, true);
}

/* Proposing anew makes new proposals of the same pairs: the cursor stays with the learner. */
static void go_to_learner(struct proposals_screen *proposals, int64_t learner_id)
{
	struct ch_list_query query = {.list = CH_LIST_PROPOSALS,
				      .filter = proposal_list.filter,
				      .programme_id = proposals->programme_id,
				      .person_id = learner_id,
				      .limit = 1};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid = {0};

	if (ch_list_fetch(proposals->trial.desk->c, &query, &arena, &grid, &ignored) == CH_OK && grid.row_count > 0)
		list_go_to_id(&proposals->proposals.list, grid.rows[0].id);
	ch_arena_release(&arena);
}

/* What was replaced or decided is marked no more. */
static void unmark_settled(struct proposals_screen *proposals)
{
	struct list *list = &proposals->proposals.list;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_proposal proposal;
	const int64_t *marked;
	size_t count = list_marked(list, &marked);

	for (size_t i = count; i-- > 0;) {
		struct ch_error ignored = CH_NO_ERROR;

		list_marked(list, &marked);
		if (ch_proposal_get(proposals->trial.desk->c, marked[i], &arena, &proposal, &ignored) != CH_OK ||
		    (proposal.state != CH_PROPOSAL_DRAFTED && proposal.state != CH_PROPOSAL_APPROVED))
			list_mark(list, marked[i], false);
	}
	ch_arena_release(&arena);
}

static void proposals_changed(struct screen *screen, struct app *app)
{
	struct proposals_screen *proposals = own(screen);
	struct list *list = &proposals->proposals.list;
	const struct ch_row *row = list->loaded ? list_row(list) : NULL;
	int64_t learner_id = row != NULL ? number_of(proposals, row, "learner_id") : 0;
	int64_t id = row != NULL ? row->id : 0;

	(void)app;
	match_trial_forget(&proposals->trial);
	unmark_settled(proposals);
	list_reload(list);
	row = list_row(list);
	if (id != 0 && row != NULL && row->id != id)
		go_to_learner(proposals, learner_id);
	proposals->learner.person_id = 0; /* read anew when it is drawn */
	proposals->is_told = false;
}

static void proposals_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct proposals_screen *proposals = own(screen);
	struct rect below = rect_part(body, 0, 1, body.width, body.height - 1);

	(void)app;
	list_draw_panes(canvas, body, pane_titles, PANES, proposals->pane);
	if (proposals->pane == PANE_PAIRS) {
		draw_pairs(proposals, canvas, below);
		return;
	}
	tell(proposals);
	fact_list_draw(&proposals->told[proposals->pane], canvas, below, true);
}

static void proposals_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out,
		      _("A score adds up the points of the criteria, said below the list. No pair is made until "
			"accepted.\n"));
	ch_buffer_add(out, _("Proposing anew replaces what nobody has approved or accepted; so do pins, forbids and "
			     "weights, which say what they change in all.\n"));
}

static void proposals_close(struct screen *screen, struct app *app)
{
	struct proposals_screen *proposals = own(screen);

	(void)app;
	scheme_list_release(&proposals->proposals);
	for (int i = PANE_LEFT; i < PANES; i++)
		fact_list_release(&proposals->told[i]);
	match_trial_release(&proposals->trial);
	person_view_release(&proposals->learner);
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

static void init_told(struct proposals_screen *proposals, ch_date today)
{
	fact_list_init(&proposals->told[PANE_LEFT], _("Left out"),
		       _("Nobody is left out: all who wait have a proposal."), true, today);
	fact_list_init(&proposals->told[PANE_AREAS], _("Area"),
		       _("Nobody here seeks or offers anything yet: " KEY_(EDIT) " on a person says "
			 "what."), true, today);
	fact_list_init(&proposals->told[PANE_WHOLE], _("In all"), _("Nothing is known."), false, today);
	for (int i = PANE_LEFT; i < PANES; i++)
		proposals->told[i].list.unmarked = true;
}

/* Whether pairs are proposed already. */
static bool has_proposals(const struct proposals_screen *proposals)
{
	struct ch_list_query query = {
		.list = CH_LIST_PROPOSALS, .filter = proposal_list.filter, .programme_id = proposals->programme_id};
	struct ch_error ignored = CH_NO_ERROR;
	int64_t count = 0;

	return ch_list_count(proposals->trial.desk->c, &query, &count, &ignored) == CH_OK && count > 0;
}

void proposals_open(struct app *app, int64_t programme_id, bool propose_pairs)
{
	struct proposals_screen *proposals = calloc(1, sizeof(*proposals));
	struct ch_list_query narrow = {.programme_id = programme_id};

	if (proposals == NULL)
		ch_abort("out of memory");
	proposals->screen = (struct screen){.ops = &proposals_screen, .list = &proposals->proposals.list};
	proposals->programme_id = programme_id;
	proposals->kind = desk_kind(desk_of(app), programme_id);
	match_trial_init(&proposals->trial, desk_of(app), programme_id);
	scheme_list_init(&proposals->proposals, &proposal_list, desk_of(app), &narrow, proposals);
	init_told(proposals, desk_of(app)->today);
	person_view_init(&proposals->learner, desk_of(app));
	app_push(app, &proposals->screen);
	if (propose_pairs && !has_proposals(proposals))
		propose(app, proposals);
}
