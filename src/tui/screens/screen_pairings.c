/* The pairings: a list, and in a wide window the focused one beside it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/check.h"
#include "tui/widgets/marked.h"
#include "tui/widgets/scheme_columns.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"

enum { WIDE = 120 /* from here on the pairing stands beside the list */ };

/*
 * The checks that mark a pairing that goes on: what the programme requires of the guide is lacking (R78), or the two
 * are inactive by its own settings (R33); the worst first.
 */
static const struct mark {
	const char *check;
	char sign;
	bool begun;	   /* it is looked for once the two have begun, and not while they pause */
	const char *words; /* NULL: the columns say it */
} marks[] = {
	{"required-check-missing", '!', false, N_(" (a required check is lacking)")},
	{"never-started", '!', true, NULL},
	{"gone-silent", '!', true, NULL},
	{"gone-quiet", '~', true, NULL},
};

enum { MARKS_KEPT = 256 };

struct kept_mark {
	int64_t pairing_id; /* 0: none yet */
	const struct mark *mark; /* NULL: no check finds it */
};

struct pairings_screen {
	struct screen screen;
	struct kept_mark kept[MARKS_KEPT]; /* of the scheme as it is now, each at its number's remainder */
	struct scheme_list pairings;
	struct pairing_sheet sheet;
};

static struct pairings_screen *own(const struct screen *screen)
{
	return (struct pairings_screen *)screen;
}

/* ---- The list --------------------------------------------------------------------------------- */

static ch_date date_of(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	const char *cell = scheme_list_cell(list, row, key);

	return cell != NULL ? ch_date_from_iso(cell) : CH_NO_DATE;
}

static int state_of(const struct scheme_list *list, const struct ch_row *row)
{
	const char *cell = scheme_list_cell(list, row, "state");

	return ch_choice_find(ch_field_named(ch_entity_of(CH_PAIRING), "state")->choices, cell != NULL ? cell : "");
}

/* That of the worst check that finds it; NULL: none does. What cannot be read marks nothing. */
static const struct mark *find_mark(struct ch_context *c, int64_t pairing_id, bool active)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	const struct mark *found = NULL;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && found == NULL; i++) {
		const struct ch_check_query query = {.rule = marks[i].check, .subject_id = pairing_id, .all = true};
		struct ch_findings findings = {0};

		if (marks[i].begun && !active)
			continue;
		if (ch_check_run(c, &query, &arena, &findings, &ignored) == CH_OK && findings.count > 0)
			found = &marks[i];
	}
	ch_arena_release(&arena);
	return found;
}

/* Asked of a row when it is drawn for the first time after a change: a list costs its rows in view, however long. */
static const struct mark *mark_of(const struct scheme_list *list, const struct ch_row *row)
{
	struct pairings_screen *pairings = list->data;
	struct kept_mark *kept = &pairings->kept[row->id % MARKS_KEPT];
	int state = state_of(list, row);

	if (ch_pairing_has_ended(state))
		return NULL;
	if (kept->pairing_id != row->id)
		*kept = (struct kept_mark){row->id, find_mark(list->desk->c, row->id, state == CH_PAIRING_ACTIVE)};
	return kept->mark;
}

static char pairing_sign(const struct scheme_list *list, const struct ch_row *row)
{
	ch_date due = date_of(list, row, "next_due_on");
	const struct mark *mark = mark_of(list, row);

	if (mark != NULL)
		return mark->sign;
	switch (state_of(list, row)) {
	case CH_PAIRING_ACTIVE:
		return due != CH_NO_DATE && due < list->desk->today ? '~' : '+';
	case CH_PAIRING_CLOSED:
		return ' ';
	default:
		return '.';
	}
}

static void pairing_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_date due = date_of(list, row, "next_due_on");
	const struct mark *mark = mark_of(list, row);
	char shown[16];

	ch_buffer_printf(out, "%s - %s", scheme_list_cell(list, row, "guide"), scheme_list_cell(list, row, "learner"));
	if (mark != NULL && mark->words != NULL)
		ch_buffer_add(out, _(mark->words));
	if (due != CH_NO_DATE)
		ch_buffer_printf(out, due < list->desk->today ? _(": was due %s") : _(": next due %s"),
				 ch_date_show(due, list->desk->today, shown));
	if (scheme_list_number(list, row, "unfinished_records") > 0)
		ch_buffer_printf(out, _(", %" PRId64 " unfinished"),
				 scheme_list_number(list, row, "unfinished_records"));
}

static const char *pairings_empty(const struct scheme_list *list)
{
	if (desk_may(list->desk, CH_OP_PAIRING_ADD))
		return _("No pairings yet. " KEY_(ADD) " pairs two people; " KEY_(MATCH) " in 7 Programmes proposes "
			 "pairs for all of one.");
	return _("You are in no pairing yet.");
}

#define THE_TWO {.key = "guide", .rank = 0, .width = 18}, {.key = "learner", .rank = 1, .width = 18}
#define HOW_IT_GOES(held_from)                                                                                         \
	{.key = "state", .rank = 2, .width = 11},                                                                      \
	{.key = "sessions_held", .label = N_("Held"), .rank = 4, .width = 4, .from = (held_from)},                     \
	{.key = "last_session_on", .label = N_("Last"), .rank = 3},                                                    \
	{.key = "next_due_on", .label = N_("Due"), .rank = 6, .from = 90},                                             \
	{.key = "open_actions", .label = N_("Actions"), .rank = 7, .width = 7, .from = 90}

static const struct scheme_column columns[] = {THE_TWO, HOW_IT_GOES(66)};

/* Where several programmes go on, names alone do not say which of them it is; nor do names that are cut. */
static const struct scheme_column columns_of_several[] = {
	THE_TWO, {.key = "programme", .rank = 5, .width = 11, .from = 66}, HOW_IT_GOES(86)};

static const struct scheme_sort sorts[] = {
	{N_("mentee or coachee"), "learner"},
	{N_("mentor or coach"), "guide"},
	{N_("state, active first"), "state"},
	{N_("last session, longest ago first"), "last_session_on"},
	{N_("last session, newest first"), "-last_session_on"},
	{N_("due, earliest first"), "next_due_on"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The few of one person: those that are over stand last. */
static const struct scheme_sort own_sorts[] = {
	{N_("state, active first"), "state"},
	{N_("mentee or coachee"), "learner"},
	{N_("last session, longest ago first"), "last_session_on"},
	{N_("last session, newest first"), "-last_session_on"},
	{N_("due, earliest first"), "next_due_on"},
};

#define PAIRING_LIST(of_columns, of_sorts)                                                                             \
	{                                                                                                              \
		.list = CH_LIST_PAIRINGS,                                                                              \
		.exported = CH_PAIRING,                                                                                \
		.columns = (of_columns),                                                                               \
		.column_count = COUNT(of_columns),                                                                     \
		.sorts = (of_sorts),                                                                                   \
		.sort_count = COUNT(of_sorts),                                                                         \
		.sign = pairing_sign,                                                                                  \
		.name = pairing_name,                                                                                  \
		.empty = pairings_empty,                                                                               \
	}

static const struct scheme_list_spec pairing_list = PAIRING_LIST(columns, sorts);
static const struct scheme_list_spec several_list = PAIRING_LIST(columns_of_several, sorts);
static const struct scheme_list_spec own_pairing_list = PAIRING_LIST(columns, own_sorts);

static const struct scheme_list_spec *list_for(const struct desk *desk)
{
	const struct ch_list_query going_on = {
		.list = CH_LIST_PROGRAMMES, .filter = "-state:closed", .limit = 2};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid page = {.row_count = 0};

	if (!desk_is_coordinator(desk))
		return &own_pairing_list;
	ch_list_fetch(desk->c, &going_on, &arena, &page, &ignored);
	ch_arena_release(&arena);
	return page.row_count > 1 ? &several_list : &pairing_list;
}

/* ---- Commands ---------------------------------------------------------------------------------- */

static int64_t focused(const struct screen *screen)
{
	return scheme_list_id(&own(screen)->pairings);
}

static bool can(const struct app *app, const struct screen *screen, enum ch_operation operation)
{
	const struct ch_row *row = list_row(screen->list);

	return row != NULL && pairing_can(desk_of(app), state_of(&own(screen)->pairings, row), operation);
}

static bool can_hand_over(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_CLOSE) && desk_may(desk_of(app), CH_OP_PAIRING_HAND_OVER);
}

static bool is_coaching(const struct app *app, const struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);
	const char *kind = row != NULL ? scheme_list_cell(&own(screen)->pairings, row, "kind") : NULL;

	(void)app;
	return kind != NULL &&
	       ch_choice_find(ch_field_named(ch_entity_of(CH_PAIRING), "kind")->choices, kind) == CH_KIND_COACHING;
}

static bool can_log(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PAIRING_ADD);
}

static bool can_start(const struct app *app, const struct screen *screen)
{
	if (list_marked(screen->list, NULL) > 0)
		return desk_may(desk_of(app), CH_OP_PAIRING_START);
	return can(app, screen, CH_OP_PAIRING_START);
}

static bool can_pause(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_PAUSE);
}

static bool can_resume(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_RESUME);
}

static bool can_close(const struct app *app, const struct screen *screen)
{
	if (list_marked(screen->list, NULL) > 0)
		return desk_may(desk_of(app), CH_OP_PAIRING_CLOSE);
	return can(app, screen, CH_OP_PAIRING_CLOSE);
}

/* Whatever can be closed is live, and can be agreed on. */
static bool can_agree(const struct app *app, const struct screen *screen)
{
	return can_close(app, screen) && desk_may(desk_of(app), CH_OP_PAIRING_AGREE);
}

static void run_open(struct app *app, struct screen *screen)
{
	pairing_open_in(app, focused(screen), screen->list);
}

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, focused(screen));
}

static void run_add(struct app *app, struct screen *screen)
{
	pairing_form_add(app, screen->list);
}

/* The marked ones, or the focused one. */
static void move_chosen(struct app *app, struct screen *screen, enum ch_operation operation, ch_date until)
{
	if (list_marked(screen->list, NULL) > 0)
		pairing_move_marked(app, operation, until, screen->list);
	else
		pairing_move(app, focused(screen), operation, until);
}

static void run_start(struct app *app, struct screen *screen)
{
	move_chosen(app, screen, CH_OP_PAIRING_START, CH_NO_DATE);
}

static void run_agree(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t marked = list_marked(screen->list, &ids);

	if (marked > 0)
		agreement_form_open_all(app, ids, marked);
	else
		agreement_form_open(app, focused(screen));
}

static void pause_note(void *data, const char *text, struct ch_buffer *out)
{
	pairing_pause_note(own(data)->pairings.desk, text, out);
}

static enum ch_status pause_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	ch_date until;

	if (pairing_pause_day(desk_of(app), text, &until, err) == CH_OK)
		move_chosen(app, data, CH_OP_PAIRING_PAUSE, until);
	return err->status;
}

static const struct prompt_spec pause_prompt = {PAIRING_PAUSE_PROMPT, .note = pause_note, .done = pause_done};

static void run_pause(struct app *app, struct screen *screen)
{
	prompt_open(app, &pause_prompt, screen, NULL, NULL);
}

static void run_resume(struct app *app, struct screen *screen)
{
	move_chosen(app, screen, CH_OP_PAIRING_RESUME, CH_NO_DATE);
}

static void run_close(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	closure_form_open_all(app, ids, count);
}

static bool can_read_feedback(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_FEEDBACK_READ);
}

static void run_feedback(struct app *app, struct screen *screen)
{
	feedback_open(app, focused(screen));
}

/* Whatever can be closed is live, and the two are spoken to. */
static bool can_contact(const struct app *app, const struct screen *screen)
{
	return can_close(app, screen) && desk_may(desk_of(app), CH_OP_CHECKIN_ADD);
}

static void run_contact(struct app *app, struct screen *screen)
{
	checkin_form_open(app, focused(screen));
}

static bool can_import(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_IMPORT);
}

static void run_import(struct app *app, struct screen *screen)
{
	(void)screen;
	import_open(app, CH_IMPORT_PAIRINGS);
}

/* What is done in the opened pair, which is opened for it and says where it cannot be. */
static void open_and_run(struct app *app, struct screen *screen, enum command command)
{
	run_open(app, screen);
	app_run(app, command);
}

static void run_three_way(struct app *app, struct screen *screen)
{
	open_and_run(app, screen, COMMAND_THREE_WAY);
}

static void run_hand_over(struct app *app, struct screen *screen)
{
	open_and_run(app, screen, COMMAND_HAND_OVER);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row},
	{.command = COMMAND_LOG, .run = run_log, .offered = can_log, .alone = true},
	{.command = COMMAND_ADD, .run = run_add, .offered = can_add, .label = N_("pair two"),
	 .help = N_("Make a pairing of two who are enrolled")},
	{.command = COMMAND_START, .run = run_start, .offered = can_start, .on_marks = true},
	{.command = COMMAND_AGREE, .run = run_agree, .offered = can_agree, .on_marks = true},
	{.command = COMMAND_PAUSE, .run = run_resume, .offered = can_resume, .label = N_("resume"),
	 .help = N_("It goes on: the pairing is active again"), .on_marks = true},
	{.command = COMMAND_PAUSE, .run = run_pause, .offered = can_pause, .on_marks = true},
	{.command = COMMAND_CLOSE, .run = run_close, .offered = can_close, .on_marks = true},
	{.command = COMMAND_HAND_OVER, .run = run_hand_over, .offered = can_hand_over, .alone = true},
	{.command = COMMAND_THREE_WAY, .run = run_three_way, .offered = is_coaching, .alone = true},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
	{.command = COMMAND_IMPORT, .run = run_import, .offered = can_import},
	{.command = COMMAND_FEEDBACK, .run = run_feedback, .offered = can_read_feedback, .alone = true},
	{.command = COMMAND_CHECKIN, .run = run_contact, .offered = can_contact, .alone = true},
};

/* ---- As a screen ---------------------------------------------------------------------------------- */

static void pairings_title(const struct screen *screen, struct ch_buffer *out)
{
	list_title(screen->list, own(screen)->pairings.spec == &own_pairing_list ? _("My pairs") : _("Pairs"), out);
}

static void pairings_why(const struct screen *screen, const struct app *app, enum command command, struct ch_error *err)
{
	const struct ch_row *row = list_row(screen->list);

	if (row != NULL)
		pairing_why(desk_of(app), row->id, state_of(&own(screen)->pairings, row), CH_NO_KIND, command, err);
}

static void pairings_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct pairings_screen *pairings = own(screen);
	int left = body.width * 11 / 20;
	int64_t id = focused(screen);

	(void)app;
	if (body.width < WIDE || id == 0) {
		scheme_list_draw(&pairings->pairings, canvas, body, true);
		return;
	}
	if (id != pairings->sheet.pairing_id)
		pairing_sheet_load(&pairings->sheet, id);
	pairing_sheet_draw(&pairings->sheet, canvas, rect_part(body, left + 1, 0, body.width, body.height),
			   PAIRING_PANES);
	canvas_line_down(canvas, body, left, 0, body.height, CANVAS_QUIET);
	scheme_list_draw(&pairings->pairings, canvas, rect_part(body, 0, 0, left - 1, body.height), true);
}

static void pairings_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: + active, ~ overdue or quiet, ! silent or never started, . not active.\n"));
	ch_buffer_add(out, _("Filters: state:active, last>45d, due<7d, actions>0, a name, a programme.\n"));
}

/* A programme may have come or gone. */
static void choose_columns(struct scheme_list *list)
{
	const struct scheme_list_spec *spec = list_for(list->desk);

	if (spec == list->spec)
		return;
	list->spec = spec;
	scheme_list_show_columns(list, spec->columns, spec->column_count);
	scheme_columns_as_before(list);
}

static void pairings_changed(struct screen *screen, struct app *app)
{
	(void)app;
	choose_columns(&own(screen)->pairings);
	list_reload(screen->list);
	memset(own(screen)->kept, 0, sizeof(own(screen)->kept));
	own(screen)->sheet.pairing_id = 0; /* read anew when it is drawn */
}

static void pairings_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->pairings);
	pairing_sheet_release(&own(screen)->sheet);
	free(screen);
}

static const struct screen_ops pairings_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = pairings_title,
	.draw = pairings_draw,
	.help = pairings_help,
	.why = pairings_why,
	.changed = pairings_changed,
	.close = pairings_close,
};

struct screen *pairs_open(struct app *app)
{
	struct pairings_screen *pairings = calloc(1, sizeof(*pairings));

	if (pairings == NULL)
		ch_abort("out of memory");
	pairings->screen = (struct screen){.ops = &pairings_screen, .list = &pairings->pairings.list};
	scheme_list_init(&pairings->pairings, list_for(desk_of(app)), desk_of(app), NULL, pairings);
	pairing_sheet_init(&pairings->sheet, desk_of(app));
	return &pairings->screen;
}
