/*
 * The proposals that somebody who is no coordinator may answer: those of which
 * they are one of the two, once approved, and those of the matching committees
 * they are of, with why they were made.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/screens/board_told.h"
#include "tui/screens/proposal_moves.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { ROWS_FOR_FOOT = 12 };

struct own_proposals {
	struct screen screen;
	struct scheme_list proposals;
	struct ch_arena arena;
	int64_t shown_id; /* whose reasons are in `arena`; 0: none */
	const char *reasons;
};

static struct own_proposals *own(const struct screen *screen)
{
	return (struct own_proposals *)screen;
}

/* ---- The list ---- */

static int64_t number_of(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	return scheme_list_number(list, row, key);
}

static bool is_of_the_two(const struct scheme_list *list, const struct ch_row *row)
{
	int64_t me = list->desk->c->actor.person_id;

	return me == number_of(list, row, "guide_id") || me == number_of(list, row, "learner_id");
}

static bool has_said_yes(const struct scheme_list *list, const struct ch_row *row)
{
	bool guide = list->desk->c->actor.person_id == number_of(list, row, "guide_id");

	return scheme_list_cell(list, row, guide ? "guide_accepted_on" : "learner_accepted_on") != NULL;
}

/* What is asked of the actor. */
static const char *asked_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *state = scheme_list_cell(list, row, "state");

	(void)arena;
	if (!is_of_the_two(list, row))
		return state != NULL && strcmp(state, "drafted") == 0 ? _("your approval") : _("approved");
	return has_said_yes(list, row) ? _("you said yes") : _("your yes or no");
}

static char sign_of(const struct scheme_list *list, const struct ch_row *row)
{
	const char *state = scheme_list_cell(list, row, "state");
	bool drafted = state != NULL && strcmp(state, "drafted") == 0;

	return is_of_the_two(list, row) ? (has_said_yes(list, row) ? '+' : '~') : (drafted ? '~' : '+');
}

static const char *none(const struct scheme_list *list)
{
	(void)list;
	return _("Nothing is asked of you: no pair is proposed to you.");
}

static const struct scheme_column columns[] = {
	{.key = "learner", .rank = 0, .width = 22},
	{.key = "guide", .rank = 0, .width = 22},
	{.key = "asked", .label = N_("Asked of you"), .rank = 1, .width = 14, .make = asked_cell},
	{.key = "programme", .rank = 2, .width = 16, .from = 100},
	{.key = "expires_on", .rank = 3},
};

static const struct scheme_list_spec spec = {
	.list = CH_LIST_PROPOSALS,
	.columns = columns,
	.column_count = COUNT(columns),
	.filter = "state:drafted,approved",
	.sign = sign_of,
	.name = proposals_row_name,
	.empty = none,
};

/* ---- Answering ---- */

static struct proposals_chosen chosen(struct app *app, struct screen *screen, int64_t *id)
{
	const struct scheme_list *list = &own(screen)->proposals;
	const struct ch_row *row = list_row(screen->list);

	*id = row->id;
	return (struct proposals_chosen){.list = screen->list,
					 .ids = id,
					 .count = 1,
					 .programme_id = number_of(list, row, "programme_id"),
					 .kind = desk_kind(desk_of(app), number_of(list, row, "programme_id"))};
}

static void run_accept(struct app *app, struct screen *screen)
{
	int64_t id;
	struct proposals_chosen one = chosen(app, screen, &id);

	proposals_accept_own(app, &one);
}

static void run_decline(struct app *app, struct screen *screen)
{
	int64_t id;
	struct proposals_chosen one = chosen(app, screen, &id);

	proposals_decline(app, &one);
}

static void run_approve(struct app *app, struct screen *screen)
{
	int64_t id;
	struct proposals_chosen one = chosen(app, screen, &id);

	proposals_approve(app, &one);
}

static bool can_decline(const struct app *app, const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);

	(void)app;
	return row != NULL && is_of_the_two(&own(screen)->proposals, row);
}

static bool can_accept(const struct app *app, const struct screen *screen)
{
	return can_decline(app, screen) && !has_said_yes(&own(screen)->proposals, list_row(screen->list));
}

static bool can_approve(const struct app *app, const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);
	const char *state = row != NULL ? scheme_list_cell(&own(screen)->proposals, row, "state") : NULL;

	return row != NULL && !can_decline(app, screen) && state != NULL && strcmp(state, "drafted") == 0;
}

static const struct binding bindings[] = {
	{.command = COMMAND_FORWARD, .run = run_accept, .offered = can_accept, .label = N_("accept"),
	 .help = N_("Make the proposed pair a pairing")},
	{.command = COMMAND_DECLINE, .run = run_decline, .offered = can_decline},
	{.command = COMMAND_APPROVE, .run = run_approve, .offered = can_approve},
};

/* ---- As a screen ---- */

static void own_proposals_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Proposals"));
}

static const char *reasons_of(struct own_proposals *proposals, int64_t id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_proposal proposal;

	if (proposals->shown_id == id)
		return proposals->reasons;
	ch_arena_reset(&proposals->arena);
	proposals->shown_id = id;
	proposals->reasons = NULL;
	if (ch_proposal_get(proposals->proposals.desk->c, id, &proposals->arena, &proposal, &ignored) == CH_OK)
		proposals->reasons = proposal.reasons;
	return proposals->reasons;
}

static void own_proposals_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct own_proposals *proposals = own(screen);
	const struct ch_row *row = list_row(screen->list);
	const char *reasons = row != NULL ? reasons_of(proposals, row->id) : NULL;
	int foot = reasons != NULL && body.height >= ROWS_FOR_FOOT ? body.height / 2 : 0;

	(void)app;
	scheme_list_draw(&proposals->proposals, canvas, rect_part(body, 0, 0, body.width, body.height - foot), true);
	if (foot == 0)
		return;
	canvas_line_across(canvas, body, 0, body.height - foot, body.width, CANVAS_QUIET);
	board_draw_reasons(canvas, rect_part(body, 2, body.height - foot + 1, body.width - 3, foot - 1), reasons, NULL);
}

static void own_proposals_changed(struct screen *screen, struct app *app)
{
	(void)app;
	own(screen)->shown_id = 0;
	list_reload(screen->list);
}

static void own_proposals_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("A pair is made once both have said yes. Members of the matching committee see why it was "
			     "proposed, and approve it; who is near either of the two is not asked.\n"));
}

static void own_proposals_close(struct screen *screen, struct app *app)
{
	struct own_proposals *proposals = own(screen);

	(void)app;
	scheme_list_release(&proposals->proposals);
	ch_arena_release(&proposals->arena);
	free(proposals);
}

static void own_proposals_why(const struct screen *screen, const struct app *app, enum command command,
			      struct ch_error *err)
{
	const struct scheme_list *list = &own(screen)->proposals;
	const struct ch_row *row = list_row(screen->list);

	(void)app;
	if (row == NULL)
		return;
	if (command == COMMAND_FORWARD && is_of_the_two(list, row) && has_said_yes(list, row)) {
		ch_fail(err, CH_DATA, "%s", _("you have said yes already"));
		ch_error_fix(err, "%s", _("they are paired once the other has, too; " KEY_(DECLINE) " says no after "
					  "all"));
	} else if (command == COMMAND_APPROVE && is_of_the_two(list, row)) {
		ch_fail(err, CH_DATA, "%s", _("this pair would be you two: the matching committee approves it"));
	} else if (command == COMMAND_APPROVE) {
		ch_fail(err, CH_DATA, "%s", _("it is approved already"));
	} else {
		ch_fail(err, CH_DATA, "%s", _("only the two of the pair say yes or no to it"));
	}
}

static const struct screen_ops own_proposals_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = own_proposals_title,
	.draw = own_proposals_draw,
	.help = own_proposals_help,
	.changed = own_proposals_changed,
	.why = own_proposals_why,
	.close = own_proposals_close,
};

struct screen *own_proposals_open(struct app *app)
{
	struct own_proposals *proposals = calloc(1, sizeof(*proposals));

	if (proposals == NULL)
		ch_abort("out of memory");
	proposals->screen = (struct screen){.ops = &own_proposals_screen, .list = &proposals->proposals.list};
	proposals->arena = CH_ARENA_EMPTY;
	scheme_list_init(&proposals->proposals, &spec, desk_of(app), NULL, proposals);
	return &proposals->screen;
}
