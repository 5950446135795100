/*
 * The sessions of all pairings, past and coming: as an agenda, a day's together,
 * and as a month. Both stand on the same day: Tab goes from one to the other.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/log_form.h"
#include "tui/widgets/marked.h"
#include "tui/widgets/month_view.h"
#include "tui/widgets/question.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/split.h"

enum { AGENDA_ROWS_LEAST = 5 /* below the month, a line between them among these */ };

struct sessions_screen {
	struct screen screen;
	struct scheme_list sessions;
	struct month_view month;
	struct pairing_sheet sheet; /* of the focused session's pairing, in a wide window */
	bool by_month;		    /* the month has the focus, and the agenda follows it */
};

static struct sessions_screen *own(const struct screen *screen)
{
	return (struct sessions_screen *)screen;
}

/* ---- The agenda ---- */

static ch_date day_of(const struct scheme_list *list, const struct ch_row *row)
{
	return ch_date_from_iso(scheme_list_cell(list, row, "session_date"));
}

static bool is(const struct scheme_list *list, const struct ch_row *row, const char *key, const char *code)
{
	const char *cell = scheme_list_cell(list, row, key);

	return cell != NULL && strcmp(cell, code) == 0;
}

static bool is_arranged(const struct scheme_list *list, const struct ch_row *row)
{
	return is(list, row, "state", "arranged");
}

static const char *day_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	ch_date day = day_of(list, row), today = list->desk->today;
	char shown[16];

	if (day == today)
		return _("Today");
	if (day == today + 1)
		return _("Tomorrow");
	return ch_arena_copy(arena, ch_date_show(day, today, shown));
}

static const char *label_of(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	const struct ch_choice *choices = ch_field_named(ch_entity_of(CH_SESSION), key)->choices;
	const char *cell = scheme_list_cell(list, row, key);
	int choice = cell != NULL ? ch_choice_find(choices, cell) : 0;

	return choice > 0 ? _(choices[choice].label) : "";
}

/* What became of it, or is to become. */
static const char *state_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	if (is_arranged(list, row) && day_of(list, row) < list->desk->today)
		return _("to record");
	if (is(list, row, "state", "held") && !is(list, row, "complete", "yes"))
		return _("unfinished");
	return label_of(list, row, "state");
}

static char session_sign(const struct scheme_list *list, const struct ch_row *row)
{
	if (is_arranged(list, row))
		return day_of(list, row) < list->desk->today ? '!' : '.';
	if (is(list, row, "state", "held"))
		return is(list, row, "complete", "yes") ? '+' : '~';
	return is(list, row, "state", "no_show") ? '!' : ' ';
}

static void session_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *place = scheme_list_cell(list, row, "place");
	const char *day = day_cell(list, row, &arena);
	char shown[16];

	ch_date_show(day_of(list, row), list->desk->today, shown);
	if (strcmp(day, shown) != 0)
		ch_buffer_printf(out, "%s, ", day);
	ch_buffer_printf(out, "%s, %s - %s: %s", shown,
			 scheme_list_cell(list, row, "guide"), scheme_list_cell(list, row, "learner"),
			 state_cell(list, row, &arena));
	if (place != NULL)
		ch_buffer_printf(out, ", %s", place);
	ch_arena_release(&arena);
}

static const char *sessions_empty(const struct scheme_list *list)
{
	if (desk_may(list->desk, CH_OP_SESSION_LOG))
		return desk_is_coordinator(list->desk)
			       ? _("No session yet. " KEY_(LOG) " logs one that was held; " KEY_(ARRANGE) " in 3 Pairs "
				   "arranges one to come.")
			       : _("No session yet. " KEY_(LOG) " logs one that was held; " KEY_(ARRANGE) " on your "
				   "pair arranges one.");
	return _("No session yet.");
}

static const struct scheme_column columns[] = {
	{.key = "day", .label = N_("Day"), .type = CH_TYPE_PHONE, .rank = 1, .width = 10, .make = day_cell,
	 .grouped = true},
	{.key = "starts_at", .label = N_("At"), .rank = 5, .width = 5, .from = 72},
	{.key = "learner", .rank = 0, .width = 18},
	{.key = "guide", .rank = 2, .width = 18},
	{.key = "what", .label = N_("State"), .type = CH_TYPE_PHONE, .rank = 3, .width = 10, .make = state_cell},
	{.key = "minutes", .label = N_("Length"), .rank = 4, .width = 6, .from = 66},
	{.key = "medium", .label = N_("How"), .rank = 6, .width = 9, .from = 86},
	{.key = "programme", .rank = 7, .width = 16, .from = 104},
};

static const struct scheme_sort sorts[] = {
	{N_("day, earliest first"), "begins"},
	{N_("day, latest first"), "-begins"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec session_list = {
	.list = CH_LIST_SESSIONS,
	.exported = CH_SESSION,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.sign = session_sign,
	.name = session_name,
	.empty = sessions_empty,
};

/* ---- One day for both ---- */

/* Brings the agenda to the first session of the day or after it. */
static void agenda_go(struct sessions_screen *sessions, ch_date day)
{
	char iso[CH_DATE_SIZE];

	ch_date_iso(day, iso);
	if (*sessions->sessions.query.sort != '-')
		list_go_to_value(&sessions->sessions.list, iso);
}

static void month_go(struct sessions_screen *sessions, ch_date day)
{
	if (day < ch_date_of(1900, 1, 1) || day > ch_date_of(9999, 12, 31))
		return;
	month_view_go(&sessions->month, day);
	agenda_go(sessions, day);
}

static void focus(struct sessions_screen *sessions, bool by_month)
{
	const struct ch_row *row = list_row(&sessions->sessions.list);

	sessions->by_month = by_month;
	sessions->sessions.list.unmarked = by_month; /* there a day is in focus, no row */
	if (by_month && row != NULL && day_of(&sessions->sessions, row) != CH_NO_DATE)
		month_view_go(&sessions->month, day_of(&sessions->sessions, row));
}

/* ---- Commands ---- */

static const struct ch_row *focused(const struct screen *screen)
{
	return list_row(screen->list);
}

static bool in_month(const struct app *app, const struct screen *screen)
{
	(void)app;
	return own(screen)->by_month;
}

static bool has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return !own(screen)->by_month && focused(screen) != NULL;
}

static bool can_log_arranged(const struct app *app, const struct screen *screen)
{
	const struct scheme_list *list = &own(screen)->sessions;

	return has_row(app, screen) && is_arranged(list, focused(screen)) &&
	       day_of(list, focused(screen)) <= desk_of(app)->today && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_finish(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && session_sign(&own(screen)->sessions, focused(screen)) == '~' &&
	       desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_correct(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_SET);
}

static bool can_cancel(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_CANCEL) &&
	       (list_marked(screen->list, NULL) > 0 || is_arranged(&own(screen)->sessions, focused(screen)));
}

static bool can_log(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_arrange(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_ARRANGE);
}

static bool can_sort(const struct app *app, const struct screen *screen)
{
	return !own(screen)->by_month && scheme_list_can_sort(app, screen);
}

static int64_t pairing_of(const struct screen *screen)
{
	return scheme_list_number(&own(screen)->sessions, focused(screen), "pairing_id");
}

static void run_open(struct app *app, struct screen *screen)
{
	pairing_open(app, pairing_of(screen));
}

static void run_log_arranged(struct app *app, struct screen *screen)
{
	log_form_open_arranged(app, focused(screen)->id);
}

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, pairing_of(screen));
}

static void run_finish(struct app *app, struct screen *screen)
{
	log_form_finish(app, focused(screen)->id);
}

static void run_correct(struct app *app, struct screen *screen)
{
	pairing_form_correct(app, focused(screen)->id);
}

static void cancel_chosen(struct app *app, struct screen *screen, bool no_show)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	pairing_form_cancel(app, ids, count, no_show);
}

static void run_cancel(struct app *app, struct screen *screen)
{
	cancel_chosen(app, screen, false);
}

static void run_no_show(struct app *app, struct screen *screen)
{
	cancel_chosen(app, screen, true);
}

static bool can_remove(const struct app *app, const struct screen *screen)
{
	return has_row(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_REMOVE);
}

static void remove_answered(struct app *app, void *data, char letter)
{
	struct screen *screen = data;
	struct ch_error err = CH_NO_ERROR;

	if (letter == 'y' && focused(screen) != NULL)
		desk_done(app, ch_session_remove(desk_of(app)->c, focused(screen)->id, &err), &err, "%s",
			  _("The session is taken away"));
}

/* Asked, since what the two wrote of it does not come back. */
static void run_remove(struct app *app, struct screen *screen)
{
	question_ask(app, "yn", remove_answered, screen, "%s",
		     _("Take the session away, as recorded by mistake? What the two wrote of it goes for good. "
		       "[y]es [n]o"));
}

static void run_arrange(struct app *app, struct screen *screen)
{
	pairing_form_arrange(app, pairing_of(screen));
}

static void run_pane(struct app *app, struct screen *screen)
{
	(void)app;
	focus(own(screen), !own(screen)->by_month);
}

static void run_open_day(struct app *app, struct screen *screen)
{
	struct sessions_screen *sessions = own(screen);
	const struct ch_row *row = focused(screen);
	char shown[16];

	if (row == NULL || day_of(&sessions->sessions, row) != sessions->month.day)
		app_say(app, _("No session on %s"),
			ch_date_show(sessions->month.day, desk_of(app)->today, shown));
	else
		focus(sessions, false);
}

static void run_week_on(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), own(screen)->month.day + 7);
}

static void run_week_back(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), own(screen)->month.day - 7);
}

static void run_day_on(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), own(screen)->month.day + 1);
}

static void run_day_back(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), own(screen)->month.day - 1);
}

static void run_month_on(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), ch_date_add(own(screen)->month.day, 1, CH_UNIT_MONTHS));
}

static void run_month_back(struct app *app, struct screen *screen)
{
	(void)app;
	month_go(own(screen), ch_date_add(own(screen)->month.day, -1, CH_UNIT_MONTHS));
}

static void run_month_begin(struct app *app, struct screen *screen)
{
	ch_date day = own(screen)->month.day;

	(void)app;
	month_go(own(screen), day - ch_date_split(day).day + 1);
}

static void run_month_end(struct app *app, struct screen *screen)
{
	ch_date day = own(screen)->month.day;

	(void)app;
	month_go(own(screen), ch_date_add(day - ch_date_split(day).day + 1, 1, CH_UNIT_MONTHS) - 1);
}

static bool can_import(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_IMPORT);
}

static void run_import(struct app *app, struct screen *screen)
{
	(void)screen;
	import_open(app, CH_IMPORT_SESSIONS);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open_day, .offered = in_month, .label = N_("open the day"),
	 .help = N_("The sessions of that day")},
	{.command = COMMAND_OPEN, .run = run_open, .offered = has_row, .label = N_("open pairing"),
	 .help = N_("The pairing that it belongs to")},
	{.command = COMMAND_PANE_NEXT, .run = run_pane, .offered = in_month, .label = N_("agenda"),
	 .help = N_("The sessions as a list")},
	{.command = COMMAND_PANE_NEXT, .run = run_pane, .label = N_("month"),
	 .help = N_("The sessions as a month")},
	{.command = COMMAND_LOG, .run = run_log_arranged, .offered = can_log_arranged, .label = N_("log it"),
	 .help = N_("What became of the arranged session"), .alone = true},
	{.command = COMMAND_LOG, .run = run_log, .offered = can_log, .alone = true},
	{.command = COMMAND_ARRANGE, .run = run_arrange, .offered = can_arrange, .alone = true},
	{.command = COMMAND_EDIT, .run = run_correct, .offered = can_correct, .label = N_("correct"),
	 .help = N_("Put right what was recorded of it"), .alone = true},
	{.command = COMMAND_FINISH, .run = run_finish, .offered = can_finish, .alone = true},
	{.command = COMMAND_DELETE, .run = run_remove, .offered = can_remove, .label = N_("take away"),
	 .help = N_("Recorded by mistake; its actions stay"), .alone = true},
	{.command = COMMAND_CANCEL, .run = run_cancel, .offered = can_cancel, .on_marks = true},
	{.command = COMMAND_NO_SHOW, .run = run_no_show, .offered = can_cancel, .on_marks = true},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = can_sort},
	{.command = COMMAND_DOWN, .run = run_week_on, .offered = in_month, .label = N_("next week"),
	 .help = N_("Seven days on")},
	{.command = COMMAND_UP, .run = run_week_back, .offered = in_month, .label = N_("week before"),
	 .help = N_("Seven days back")},
	{.command = COMMAND_NEXT, .run = run_day_on, .offered = in_month, .label = N_("next day"),
	 .help = N_("One day on")},
	{.command = COMMAND_PREVIOUS, .run = run_day_back, .offered = in_month, .label = N_("day before"),
	 .help = N_("One day back")},
	{.command = COMMAND_PAGE_DOWN, .run = run_month_on, .offered = in_month, .label = N_("next month"),
	 .help = N_("One month on")},
	{.command = COMMAND_PAGE_UP, .run = run_month_back, .offered = in_month, .label = N_("month before"),
	 .help = N_("One month back")},
	{.command = COMMAND_FIRST, .run = run_month_begin, .offered = in_month, .label = N_("its first day"),
	 .help = N_("To the first day of the month")},
	{.command = COMMAND_LAST, .run = run_month_end, .offered = in_month, .label = N_("its last day"),
	 .help = N_("To the last day of the month")},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_pane},
	{.command = COMMAND_IMPORT, .run = run_import, .offered = can_import},
};

/* The arrows go by day in the month, where they would open and go back elsewhere. */
static bool sessions_event(struct screen *screen, struct app *app, const struct event *event)
{
	if (!own(screen)->by_month || event->type != EVENT_KEY || (event->key != K_LEFT && event->key != K_RIGHT))
		return false;
	return app_run(app, event->key == K_RIGHT ? COMMAND_NEXT : COMMAND_PREVIOUS);
}

/* ---- As a screen ---- */

static void sessions_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct sessions_screen *sessions = own(screen);

	if (!sessions->by_month) {
		list_title(screen->list, _("Sessions"), out);
		return;
	}
	ch_buffer_add(out, _("Sessions | "));
	month_view_name(&sessions->month, out);
	if (sessions->month.err.status == CH_OK)
		ch_buffer_printf(out, ", %" PRId64, sessions->month.total);
}

static void sessions_status(const struct screen *screen, struct ch_buffer *out)
{
	if (own(screen)->by_month)
		month_view_status(&own(screen)->month, out);
	else
		list_status(screen->list, out);
}

/* The month above, and below it, where there is room, the agenda from its day on. */
static void draw_month(struct sessions_screen *sessions, struct canvas *canvas, struct rect area)
{
	int height = month_view_height(&sessions->month);
	struct rect rest = rect_part(area, 0, height, area.width, area.height);

	if (rest.height < AGENDA_ROWS_LEAST)
		height = area.height;
	month_view_draw(&sessions->month, &sessions->sessions.query, canvas,
			rect_part(area, 1, 0, area.width - 1, height), true);
	if (height == area.height)
		return;
	canvas_line_across(canvas, rest, 0, 0, rest.width, CANVAS_QUIET);
	scheme_list_draw(&sessions->sessions, canvas, rect_part(rest, 0, 1, rest.width, rest.height), false);
}

static void sessions_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct sessions_screen *sessions = own(screen);
	struct split split = split_of(body);
	const struct ch_row *row;

	(void)app;
	if (sessions->by_month)
		draw_month(sessions, canvas, split.list);
	else
		scheme_list_draw(&sessions->sessions, canvas, split.list, true);
	row = focused(screen);
	split_draw_line(&split, canvas);
	if (split.detail.width == 0 || row == NULL)
		return;
	if (pairing_of(screen) != sessions->sheet.pairing_id)
		pairing_sheet_load(&sessions->sheet, pairing_of(screen));
	pairing_sheet_draw(&sessions->sheet, canvas, split.detail, PAIRING_PANES);
}

static void sessions_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: + complete, ~ unfinished record, . arranged, ! arranged and not recorded, or "
			     "somebody did not come.\n"));
	ch_buffer_add(out, _(KEY_(PANE_NEXT) " goes to the month and back. There Left and Right go by day, Up and Down "
			     "by week, "
			     "PgUp and PgDn by month; [23] is today.\n"));
	ch_buffer_add(out, _("Filters hold for both: state:arranged, date>-30d, a name, length>60.\n"));
}

static void sessions_changed(struct screen *screen, struct app *app)
{
	(void)app;
	list_reload(screen->list);
	month_view_forget(&own(screen)->month);
	own(screen)->sheet.pairing_id = 0; /* read anew when it is drawn */
}

static void sessions_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->sessions);
	pairing_sheet_release(&own(screen)->sheet);
	free(screen);
}

static void sessions_why(const struct screen *screen, const struct app *app, enum command command,
			 struct ch_error *err)
{
	if (own(screen)->by_month && focused(screen) != NULL) {
		ch_fail(err, CH_DATA, "%s", _("in the month a day is in focus, not a session"));
		ch_error_fix(err, "%s", _(KEY_(OPEN) " opens the day"));
	} else if (has_row(app, screen) && (command == COMMAND_CANCEL || command == COMMAND_NO_SHOW)) {
		ch_fail(err, CH_DATA, "%s", _("only a session that is arranged can be cancelled or missed"));
		ch_error_fix(err, "%s", _("press " KEY_(EDIT) " to correct what was recorded"));
	} else if (has_row(app, screen) && command == COMMAND_FINISH) {
		ch_fail(err, CH_DATA, "%s", _("the record of that session lacks nothing"));
	}
}

static const struct screen_ops sessions_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = sessions_title,
	.draw = sessions_draw,
	.event = sessions_event,
	.status = sessions_status,
	.help = sessions_help,
	.changed = sessions_changed,
	.why = sessions_why,
	.close = sessions_close,
};

struct screen *sessions_open(struct app *app)
{
	struct sessions_screen *sessions = calloc(1, sizeof(*sessions));

	if (sessions == NULL)
		ch_abort("out of memory");
	sessions->screen = (struct screen){.ops = &sessions_screen, .list = &sessions->sessions.list};
	scheme_list_init(&sessions->sessions, &session_list, desk_of(app), NULL, sessions);
	month_view_init(&sessions->month, desk_of(app));
	pairing_sheet_init(&sessions->sheet, desk_of(app));
	agenda_go(sessions, desk_of(app)->today);
	return &sessions->screen;
}
