/* The open actions of all pairings, by the day they are due; what is done with one can be done with the marked. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/marked.h"
#include "tui/widgets/month_view.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/split.h"

enum { SOON_DAYS = 3 };

#define WORDING "wording"

struct actions_screen {
	struct screen screen;
	struct scheme_list actions;
	struct pairing_sheet sheet; /* of the focused action's pairing, in a wide window */
};

static struct actions_screen *actions_of(const struct screen *screen)
{
	return (struct actions_screen *)screen;
}

/* ---- The list ---- */

/* The wording, where the actor may read it; else why not. */
static const char *wording_of(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena,
			      enum ch_text_state *state)
{
	struct ch_context *c = list->desk->c;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_action action;
	const char *text = NULL;

	*state = CH_TEXT_NONE;
	if (ch_action_get(c, row->id, arena, &action, &ignored) == CH_OK)
		ch_pair_text_read(c, CH_TEXT_ACTION, row->id, arena, &text, state, &ignored);
	return text;
}

/* A column that would be empty is not shown: hidden until a text is found. */
static const char *wording_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	struct actions_screen *actions = list->data;
	enum ch_text_state state;
	const char *text = wording_of(list, row, arena, &state);

	if (text != NULL)
		actions->actions.hidden = NULL;
	return text;
}

static ch_date due_of(const struct scheme_list *list, const struct ch_row *row)
{
	const char *due = scheme_list_cell(list, row, "due_on");

	return due != NULL ? ch_date_from_iso(due) : CH_NO_DATE;
}

/* Which part of the list it belongs to. */
static const char *group_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	ch_date due = due_of(list, row), today = list->desk->today;

	(void)arena;
	if (due == CH_NO_DATE)
		return _("no date");
	if (due < today)
		return _("Overdue");
	return due < month_week_begin(today) + 7 ? _("This week") : _("Later");
}

/* "9 d late", "due today", "in 3 d" */
static const char *state_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	ch_date due = due_of(list, row), today = list->desk->today;

	if (due == CH_NO_DATE)
		return _("no date");
	if (due < today)
		return ch_arena_printf(arena, _("%d d late"), today - due);
	if (due == today)
		return _("due today");
	return ch_arena_printf(arena, _("in %d d"), due - today);
}

/* Which of the two names of its row: whose the action is, or the other's. */
static const char *side_cell(const struct scheme_list *list, const struct ch_row *row, bool owner)
{
	const char *side = scheme_list_cell(list, row, "owner");
	bool guides = side != NULL && strcmp(side, "guide") == 0;

	return scheme_list_cell(list, row, guides == owner ? "guide" : "learner");
}

static const char *whose_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return side_cell(list, row, true);
}

static const char *with_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return side_cell(list, row, false);
}

static char actions_sign(const struct scheme_list *list, const struct ch_row *row)
{
	ch_date due = due_of(list, row), today = list->desk->today;

	if (due == CH_NO_DATE)
		return ' ';
	return due < today ? '!' : due <= today + SOON_DAYS ? '~' : ' ';
}

static void actions_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_text_state state;
	const char *text = wording_of(list, row, &arena, &state);

	ch_buffer_printf(out, "%s, %s", side_cell(list, row, true), state_cell(list, row, &arena));
	if (state == CH_TEXT_THERE)
		ch_buffer_printf(out, ": %s", text);
	else if (state == CH_TEXT_WITHHELD)
		ch_buffer_add(out, _(" (the wording is the pair's own)"));
	ch_arena_release(&arena);
}

static const char *actions_empty(const struct scheme_list *list)
{
	(void)list;
	return _("No action is open. They are set when a session is logged: L.");
}

#define GROUP                                                                                                          \
	{.key = "group", .label = "", .rank = 5, .width = 9, .type = CH_TYPE_PHONE, .make = group_cell, .grouped = true}
#define DUE {.key = "due_on", .label = N_("Due"), .rank = 4}
#define STATE {.key = "when", .label = N_("State"), .rank = 1, .width = 10, .type = CH_TYPE_PHONE, .make = state_cell}
#define WHOSE {.key = "whose", .label = N_("Whose"), .rank = 0, .width = 20, .make = whose_cell}
#define WITH(place) {.key = "with", .label = N_("With"), .rank = place, .width = 20, .make = with_cell}
#define WHAT(place) {.key = WORDING, .label = N_("What"), .rank = place, .width = 24, .make = wording_cell}
#define IN_PROGRAMME {.key = "programme", .rank = 7, .width = 16, .from = 110}

/* A coordinator reads few words of actions, the two read theirs. */
static const struct scheme_column columns[] = {GROUP, DUE, STATE, WHOSE, WITH(2), WHAT(6), IN_PROGRAMME};
static const struct scheme_column pair_columns[] = {GROUP, DUE, STATE, WHOSE, WHAT(2), WITH(3), IN_PROGRAMME};

static const struct scheme_sort sorts[] = {
	{N_("due day, earliest first"), "due_on"},
	{N_("due day, latest first"), "-due_on"},
	{N_("newest first"), "-action_id"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define ACTIONS_LIST(shown)                                                                                            \
	{                                                                                                              \
		.list = CH_LIST_ACTIONS, .columns = shown, .column_count = COUNT(shown), .sorts = sorts,               \
		.sort_count = COUNT(sorts), .filter = "state:open", .exported = CH_ACTION, .sign = actions_sign,       \
		.name = actions_name, .empty = actions_empty,                                                          \
	}

static const struct scheme_list_spec actions_list = ACTIONS_LIST(columns);
static const struct scheme_list_spec pair_actions_list = ACTIONS_LIST(pair_columns);

/* ---- What is done with them ---- */

struct settling {
	struct ch_context *c;
	enum ch_action_state state;
	ch_date due_on;
};

static enum ch_status settle_one(void *data, int64_t action_id, struct ch_error *err)
{
	const struct settling *settling = data;

	return ch_action_settle(settling->c, action_id, settling->state, settling->due_on, NULL, err);
}

/* Settles the marked ones, or the focused one, and says so: `one` is a sentence, "2 `several`" likewise. */
static enum ch_status settle(struct app *app, struct actions_screen *actions, enum ch_action_state state,
			     ch_date due_on, const char *one, const char *several, struct ch_error *err)
{
	struct settling settling = {desk_of(app)->c, state, due_on};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const int64_t *ids;
	size_t count = marked_or_focused(&actions->actions.list, &ids);
	struct marked marked = marked_each(ids, count, settle_one, &settling);
	const char *first = ch_arena_printf(&arena, _("action %" PRId64), marked.first);

	if (marked.done > 0)
		list_unmark(&actions->actions.list);
	if (marked.done == 0)
		marked_none(&marked, several, first, err);
	else if (count == 1)
		desk_done(app, CH_OK, err, "%s", one);
	else
		marked_tell(app, &marked, several, first);
	ch_arena_release(&arena);
	return err->status;
}

static void settle_at_once(struct app *app, struct screen *screen, enum ch_action_state state, const char *one,
			   const char *several)
{
	struct ch_error err = CH_NO_ERROR;

	if (settle(app, actions_of(screen), state, CH_NO_DATE, one, several, &err) != CH_OK)
		desk_say_error(app, &err);
}

static void run_done(struct app *app, struct screen *screen)
{
	settle_at_once(app, screen, CH_ACTION_DONE, _("The action is done"), _("actions are done"));
}

static void run_drop(struct app *app, struct screen *screen)
{
	settle_at_once(app, screen, CH_ACTION_DROPPED, _("The action is dropped"), _("actions are dropped"));
}

/* ---- Carrying forward ---- */

static void carry_note(void *data, const char *text, struct ch_buffer *out)
{
	const struct actions_screen *actions = data;
	struct ch_error err = CH_NO_ERROR;
	char shown[16];
	ch_date date;

	if (ch_date_parse(text, actions->actions.desk->today, true, &date, &err) == CH_OK)
		ch_buffer_printf(out, _("= %s   Enter: carry forward   Esc: back"),
				 ch_date_show(date, actions->actions.desk->today, shown));
	else
		ch_buffer_add(out, _("fri, 2 weeks, next month and 4 dec all work"));
}

static enum ch_status carry_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char day[16];
	ch_date date;

	if (ch_date_parse(text, desk_of(app)->today, true, &date, err) != CH_OK)
		return err->status;
	ch_date_show(date, desk_of(app)->today, day);
	settle(app, data, CH_ACTION_CARRIED, date,
	       ch_arena_printf(&arena, _("The action is carried forward to %s"), day),
	       ch_arena_printf(&arena, _("actions are carried forward to %s"), day), err);
	ch_arena_release(&arena);
	return err->status;
}

static const struct prompt_spec carry_prompt = {
	.label = N_("New date: "),
	.hint = N_("Enter: carry forward   Esc: back"),
	.typed = N_("A day, as +1w, fri or 4 dec."),
	.note = carry_note,
	.done = carry_done,
};

static void run_carry(struct app *app, struct screen *screen)
{
	prompt_suggest(app, &carry_prompt, actions_of(screen), "+1w");
}

/* ---- Commands ---- */

static bool may_settle(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_ACTION_SET);
}

static bool may_log(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static int64_t pairing_of(const struct screen *screen)
{
	return scheme_list_number(&actions_of(screen)->actions, list_row(screen->list), "pairing_id");
}

static void run_open(struct app *app, struct screen *screen)
{
	pairing_open(app, pairing_of(screen));
}

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, pairing_of(screen));
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row, .label = N_("open pairing"),
	 .help = N_("The pairing that it belongs to")},
	{.command = COMMAND_DONE, .run = run_done, .offered = may_settle,
	 .help = N_("Tick the focused or marked off as done"), .on_marks = true},
	{.command = COMMAND_FORWARD, .run = run_carry, .offered = may_settle, .label = N_("carry forward"),
	 .help = N_("The focused or marked, to another day"), .on_marks = true},
	{.command = COMMAND_DELETE, .run = run_drop, .offered = may_settle, .label = N_("drop"),
	 .help = N_("The focused or marked: not to be done"), .on_marks = true},
	{.command = COMMAND_LOG, .run = run_log, .offered = may_log, .alone = true},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
};

/* ---- As a screen ---- */

static void actions_title(const struct screen *screen, struct ch_buffer *out)
{
	list_title(screen->list, _("Actions"), out);
	if (screen->list->count >= 0 && screen->list->filter.length == 0)
		ch_buffer_add(out, _(" open"));
}

static void actions_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct actions_screen *actions = actions_of(screen);
	struct split split = split_of(body);

	(void)app;
	if (list_row(screen->list) != NULL && split.detail.width > 0) {
		split_draw_line(&split, canvas);
		if (actions->sheet.pairing_id != pairing_of(screen))
			pairing_sheet_load(&actions->sheet, pairing_of(screen));
		pairing_sheet_draw(&actions->sheet, canvas, split.detail, PAIRING_PANES);
	}
	scheme_list_draw(&actions->actions, canvas, split.list, true);
}

static void actions_changed(struct screen *screen, struct app *app)
{
	(void)app;
	list_reload(screen->list);
	actions_of(screen)->sheet.pairing_id = 0; /* read anew when it is drawn */
}

static void actions_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: ! overdue, ~ due within three days.\n"));
	ch_buffer_add(out, _("Marked actions are done, carried forward or dropped together.\n"));
}

static void actions_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&actions_of(screen)->actions);
	pairing_sheet_release(&actions_of(screen)->sheet);
	free(screen);
}

static const struct screen_ops actions_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = actions_title,
	.draw = actions_draw,
	.help = actions_help,
	.changed = actions_changed,
	.close = actions_close,
};

struct screen *actions_open(struct app *app)
{
	struct actions_screen *actions = calloc(1, sizeof(*actions));

	if (actions == NULL)
		ch_abort("out of memory");
	actions->screen = (struct screen){.ops = &actions_screen, .list = &actions->actions.list};
	scheme_list_init(&actions->actions, desk_is_coordinator(desk_of(app)) ? &actions_list : &pair_actions_list,
			 desk_of(app), NULL, actions);
	pairing_sheet_init(&actions->sheet, desk_of(app));
	actions->actions.hidden = WORDING;
	return &actions->screen;
}
