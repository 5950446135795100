/*
 * Today: what needs somebody, worst first, and the figures: beside the list
 * where both have room, else in two rows above it, or left out.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/screens/put_off.h"
#include "tui/screens/screen_today_figures.h"
#include "tui/screens/screen_today_list.h"
#include "tui/screens/screens.h"
#include "tui/screens/today_place.h"

enum {
	ROWS_FOR_FOOT = 14, /* below these only how what mends the finding begins stands at the foot, */
	FOOT_LEAST = 5,
	FOOT_NARROW = 3, /* in at most so many, */
	ROWS_FOR_COMMAND = 9, /* and below these without the command, so that the list has rows */
	FIGURES_WIDTH = 27,
	WIDTH_FOR_FIGURES = 100,
	ROWS_FOR_LINE = 17,
	AGAIN_MS = 12, /* that a drawing after a change may wait for what it shows */
	SLICE_MS = 500 /* that is read before what was found is drawn */
};

struct today_screen {
	struct screen screen;
	struct today_list today;
	struct today_figures figures;
	struct put_off put_off; /* what the prompt is about */
	bool stale; /* to be read when it is drawn next: several changes cost one reading */
	bool slow;  /* that took too long: it is read on while nobody types */
	bool known; /* the figures were read once */
	bool figures_read; /* since it became stale */
};

static struct today_screen *own(const struct screen *screen)
{
	return (struct today_screen *)screen;
}

/* ---- Reading ------------------------------------------------------------------------------------ */

/* How long reading may take. */
struct patience {
	const struct app *app;
	int64_t until; /* 0: there is no terminal, and nobody waits */
	bool idle;     /* nothing else is to be done: until a key waits. Else until the time is over */
	bool lost;
};

static bool is_over(void *data)
{
	const struct patience *patience = data;
	const struct app_outside *outside = &patience->app->outside;

	return patience->until > 0 && outside->now(outside->data) >= patience->until;
}

static bool look(void *data, int64_t done, int64_t total)
{
	struct patience *patience = data;
	const struct app_outside *outside = &patience->app->outside;

	(void)done, (void)total;
	if (patience->until > 0)
		patience->lost |= patience->idle ? outside->waiting(outside->data) : is_over(patience);
	return !patience->lost;
}

/* False where it was stopped; what was read by then is kept. */
static bool read_figures(struct today_screen *today, const struct patience *patience)
{
	struct today_figures figures;

	if (today->figures_read)
		return true;
	today_figures_read(&figures, today->today.desk);
	if (patience->lost)
		return false;
	today->figures = figures;
	today->figures_read = today->known = true;
	return true;
}

/*
 * What an empty list says. Checks that only gate later steps are not shown here; that they found something is, so that
 * nobody takes an empty list for a clean scheme.
 */
static bool tell_empty(struct today_screen *today)
{
	const struct ch_check_query query = {.severity = CH_SEVERITY_WARN};
	struct ch_arena *arena = &today->today.arena;
	struct ch_error err = CH_NO_ERROR;
	struct ch_findings findings;

	if (today->figures.all.programmes == 0)
		today->today.empty = _("There is no programme yet: 7 Programmes, " KEY_(ADD) " makes one.");
	else if (!today->figures.all.has_enrolled)
		today->today.empty = _("Nobody is in a programme yet: " KEY_(ENROL) " in 7 Programmes enrols whose "
				       "roles fit, "
				       KEY_(IMPORT) " in 2 People brings in more.");
	else if (today->figures.all.active + today->figures.all.contracting == 0)
		today->today.empty =
			_("Nobody is paired yet: " KEY_(MATCH) " in 7 Programmes proposes pairs, " KEY_(ADD) " in 3 "
			  "Pairs adds one.");
	else if (today->today.findings.count > 0)
		today->today.empty = "";
	else if (ch_check_run(today->today.desk->c, &query, arena, &findings, &err) == CH_STOPPED)
		return false;
	else if (err.status == CH_OK && findings.count > 0)
		today->today.empty = ch_arena_printf(
			arena, _("Nothing is urgent. What can wait (%zu) is under :all findings."),
			findings.count);
	else
		today->today.empty = _("All is well: nothing waits for you. " KEY_(LOG) " logs a session.");
	return true;
}

/* "3 of 46 checks are read"; "": nothing is read at present. */
static void add_progress(const struct today_screen *today, struct ch_buffer *out)
{
	size_t checks, run;

	today_list_progress(&today->today, &checks, &run);
	if (today->slow && checks > 0)
		ch_buffer_printf(out, _("%zu of %zu checks are read"), run, checks);
}

static void tell_reading(struct today_screen *today)
{
	struct ch_buffer progress = CH_BUFFER_EMPTY;

	add_progress(today, &progress);
	today->today.empty = _("Reading what needs you. Everything else works meanwhile.");
	if (progress.length > 0)
		today->today.empty = ch_arena_printf(&today->today.arena, "%s %s.", today->today.empty, progress.text);
	ch_buffer_release(&progress);
}

/* Of the finding that was gone to from here: that it is gone, or what it says now. */
static void tell_mended(struct today_screen *today, struct app *app)
{
	struct ch_buffer told = CH_BUFFER_EMPTY;

	if (app->message.length > 0)
		ch_buffer_printf(&told, "%s; ", app->message.text);
	if (today_list_returned(&today->today, &told))
		app_say(app, "%s", told.text);
	ch_buffer_release(&told);
}

/* Reads what is stale, on a terminal for about `limit_ms`, or, when idle, no longer than nobody types. */
static void read_all(struct today_screen *today, struct app *app, int64_t limit_ms, bool idle)
{
	struct patience patience = {.app = app, .idle = idle};
	const struct ch_work work = {.look = look, .data = &patience};
	struct ch_context *c = today->today.desk->c;
	bool read;

	if (app->outside.waiting != NULL)
		patience.until = app->outside.now(app->outside.data) + limit_ms;
	c->work = &work;
	read = read_figures(today, &patience) && today_list_read(&today->today, is_over, &patience) &&
	       tell_empty(today);
	c->work = NULL;
	today->stale = today->slow = !read;
	if (!read)
		tell_reading(today);
	else if (app->top == &today->screen)
		tell_mended(today, app);
}

/* ---- Commands ----------------------------------------------------------------------------------- */

/* Goes to where it is mended; what became of it is told on coming back. */
static void run_open(struct app *app, struct screen *screen)
{
	struct today_list *today = &own(screen)->today;

	today_list_leave(today);
	today_place_open(app, today_list_focused(today));
}

static int64_t focused_pairing(const struct screen *screen)
{
	return list_row(screen->list) != NULL ? today_place_pairing(today_list_focused(&own(screen)->today)) : 0;
}

static bool is_of_pairing(const struct app *app, const struct screen *screen)
{
	(void)app;
	return focused_pairing(screen) != 0;
}

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, focused_pairing(screen));
}

static bool has_feedback(const struct app *app, const struct screen *screen)
{
	return focused_pairing(screen) != 0 && desk_may(desk_of(app), CH_OP_FEEDBACK_READ);
}

static void run_feedback(struct app *app, struct screen *screen)
{
	feedback_open(app, focused_pairing(screen));
}

static bool has_referrals(const struct app *app, const struct screen *screen)
{
	return focused_pairing(screen) != 0 && desk_may(desk_of(app), CH_OP_REFERRAL_READ);
}

static void run_referrals(struct app *app, struct screen *screen)
{
	referrals_open(app, focused_pairing(screen));
}

/* ---- What mends the focused finding by one key: its check names it ---- */

static bool is_mended_by(const struct screen *screen, enum command command)
{
	return list_row(screen->list) != NULL &&
	       today_place_command(today_list_focused(&own(screen)->today)->check) == command;
}

static void mend(struct app *app, struct screen *screen, enum command command)
{
	struct today_list *today = &own(screen)->today;

	today_list_leave(today);
	today_place_run(app, today_list_focused(today), command);
}

#define MENDED_BY(name, id)                                                                                            \
	static bool is_mended_by_##name(const struct app *app, const struct screen *screen)                            \
	{                                                                                                              \
		(void)app;                                                                                             \
		return is_mended_by(screen, COMMAND_##id);                                                             \
	}                                                                                                              \
                                                                                                                       \
	static void mend_by_##name(struct app *app, struct screen *screen)                                             \
	{                                                                                                              \
		mend(app, screen, COMMAND_##id);                                                                       \
	}

MENDED_BY(adding, ADD)
MENDED_BY(editing, EDIT)
MENDED_BY(agreeing, AGREE)
MENDED_BY(closing, CLOSE) MENDED_BY(erasing, DELETE)
static bool may_put_off(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_FINDING_SNOOZE);
}

/* What is refused, not only warned of, is snoozed or assigned at most. */
static bool may_acknowledge(const struct app *app, const struct screen *screen)
{
	return may_put_off(app, screen) &&
	       (list_marked(screen->list, NULL) > 0 ||
		today_list_focused(&own(screen)->today)->severity >= CH_SEVERITY_WARN);
}

static bool may_check(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_CHECK);
}

static bool may_see_handled(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_FINDING_READ);
}

/* Of marked findings that are gone meanwhile nothing is left to ask about. */
static void put_off(struct app *app, struct screen *screen, void (*ask)(struct app *app, struct put_off *put_off))
{
	struct today_screen *today = own(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_finding **chosen;
	size_t count = today_list_chosen(&today->today, &arena, &chosen);

	if (count > 0) {
		put_off_take(&today->put_off, desk_of(app), chosen, count, screen->list);
		ask(app, &today->put_off);
	} else {
		list_unmark(screen->list);
		app_say(app, "%s", _("What was marked is off the list already"));
	}
	ch_arena_release(&arena);
}

static void run_snooze(struct app *app, struct screen *screen)
{
	put_off(app, screen, put_off_snooze);
}

static void run_assign(struct app *app, struct screen *screen)
{
	put_off(app, screen, put_off_assign);
}

static void run_acknowledge(struct app *app, struct screen *screen)
{
	put_off(app, screen, put_off_acknowledge);
}

static void run_handled(struct app *app, struct screen *screen)
{
	(void)screen;
	handled_open(app);
}

static void today_changed(struct screen *screen, struct app *app);

/* From the worst of each pairing to every finding there is, as `chiron check` has them, and back. */
static void run_findings(struct app *app, struct screen *screen)
{
	own(screen)->today.all = !own(screen)->today.all;
	list_go_first(&own(screen)->today.list);
	today_changed(screen, app);
}

static bool is_first_use(const struct app *app, const struct screen *screen)
{
	(void)app;
	return own(screen)->known && !own(screen)->figures.all.has_people;
}

static void run_add(struct app *app, struct screen *screen)
{
	(void)screen;
	person_add(app);
}

static void run_import(struct app *app, struct screen *screen)
{
	(void)screen;
	import_open(app, CH_IMPORT_PEOPLE);
}

static const struct binding bindings[] = {
	{.command = COMMAND_IMPORT, .run = run_import, .offered = is_first_use},
	{.command = COMMAND_ADD, .run = run_add, .offered = is_first_use, .label = N_("add a person"),
	 .help = N_("A mentor, mentee, coach or coachee")},
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row},
	{.command = COMMAND_LOG, .run = run_log, .offered = is_of_pairing, .alone = true},
	{.command = COMMAND_SNOOZE, .run = run_snooze, .offered = may_put_off, .on_marks = true},
	{.command = COMMAND_ASSIGN, .run = run_assign, .offered = may_put_off, .on_marks = true},
	{.command = COMMAND_ACKNOWLEDGE, .run = run_acknowledge, .offered = may_acknowledge, .on_marks = true},
	{.command = COMMAND_FINDINGS, .run = run_findings, .offered = may_check},
	{.command = COMMAND_HANDLED, .run = run_handled, .offered = may_see_handled},
	{.command = COMMAND_ADD, .run = mend_by_adding, .offered = is_mended_by_adding, .alone = true},
	{.command = COMMAND_EDIT, .run = mend_by_editing, .offered = is_mended_by_editing, .alone = true},
	{.command = COMMAND_AGREE, .run = mend_by_agreeing, .offered = is_mended_by_agreeing, .alone = true},
	{.command = COMMAND_CLOSE, .run = mend_by_closing, .offered = is_mended_by_closing, .alone = true},
	{.command = COMMAND_DELETE, .run = mend_by_erasing, .offered = is_mended_by_erasing, .alone = true},
	{.command = COMMAND_FEEDBACK, .run = run_feedback, .offered = has_feedback, .alone = true},
	{.command = COMMAND_REFERRALS, .run = run_referrals, .offered = has_referrals, .alone = true},
};

/* ---- Drawing ------------------------------------------------------------------------------------ */

static void draw_first_use(struct canvas *canvas, struct rect body)
{
	static const char *const lines[] = {
		N_("Nobody is in this scheme yet. Three ways to begin:"),
		"",
		N_("1. " KEY_(IMPORT) "    import people from a spreadsheet, as it is"),
		N_("2. " KEY_(ADD) "    add the first person by hand"),
		N_("3. " KEY_(QUIT) "    leave, and look at `chiron demo`"),
		"",
		N_("Then make a programme: 7, and there " KEY_(ADD) "."),
	};
	int y = body.height > 12 ? 2 : 0;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (*lines[i] != '\0')
			y += canvas_wrap(canvas, rect_part(body, 3, 0, body.width - 4, body.height), 0, y,
					 i == 0 ? CANVAS_BOLD : CANVAS_PLAIN, _(lines[i]));
		else
			y++;
	canvas_cursor(canvas, body, 3, body.height > 12 ? 2 : 0);
}

/* The focused finding in full, what mends it, and the key or the command, in full as it is to be typed, that does. */
static void add_foot(const struct today_screen *today, const struct ch_finding *finding, struct ch_buffer *out)
{
	char key[KEY_NAME_SIZE];

	ch_buffer_printf(out, _("%s: %s.\nTo mend it: %s.\n"), finding->who, _(finding->check->title),
			 _(finding->check->fix));
	ch_buffer_add(out, *finding->command ? today_place_key(today->today.desk, finding->check, key)
					     : _("Tell the coordinator, who can mend it"));
	ch_buffer_printf(out, *finding->command ? _(", or `%s`") : ".%s", finding->command);
	if (finding->assigned_to != NULL)
		ch_buffer_printf(out, _("\n%s sees to it."), finding->assigned_to);
}

/* In a low window: the key, how what mends it begins, and the command. */
static struct rect draw_low_foot(const struct today_screen *today, const struct ch_finding *finding,
				 struct canvas *canvas, struct rect body)
{
	char key[KEY_NAME_SIZE];
	struct rect nowhere = {.width = body.width - 3}, area;
	struct ch_buffer fix = CH_BUFFER_EMPTY, command = CH_BUFFER_EMPTY;

	ch_buffer_printf(&fix, _("%s: %s"), today_place_key(today->today.desk, finding->check, key),
			 _(finding->check->fix));
	ch_buffer_printf(&command, *finding->command ? _("or `%s`") : _("tell the coordinator%s"), finding->command);
	int lines = body.height < ROWS_FOR_COMMAND ? 0 : canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, command.text);
	int rows = 1 + (lines < FOOT_NARROW - 1 ? lines : FOOT_NARROW - 1);
	area = rect_part(body, 2, body.height - rows, body.width - 1, rows);
	canvas_fit(canvas, area, 0, 0, area.width, CANVAS_LEFT, CANVAS_PLAIN, fix.text);
	canvas_wrap(canvas, rect_part(area, 0, 1, area.width, rows - 1), 0, 0, CANVAS_PLAIN, command.text);
	ch_buffer_release(&fix);
	ch_buffer_release(&command);
	return rect_part(body, 0, 0, body.width, body.height - rows);
}

/* Draws the foot at the bottom of `body`, as high as it needs; returns what is left of it. */
static struct rect draw_foot(struct today_screen *today, struct canvas *canvas, struct rect body)
{
	const struct ch_finding *finding = today_list_focused(&today->today);
	struct ch_buffer text = CH_BUFFER_EMPTY;
	struct rect nowhere = {.width = body.width - 3}, area;
	int rows;

	if (finding == NULL)
		return body;
	if (body.height < ROWS_FOR_FOOT)
		return draw_low_foot(today, finding, canvas, body);
	add_foot(today, finding, &text);
	rows = canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, text.text) + 1;
	rows = rows < FOOT_LEAST ? FOOT_LEAST : rows < body.height / 2 ? rows : body.height / 2;
	area = rect_part(body, 0, body.height - rows, body.width, rows);
	canvas_line_across(canvas, area, 0, 0, area.width, CANVAS_QUIET);
	canvas_wrap(canvas, rect_part(area, 2, 1, area.width - 3, area.height - 1), 0, 0, CANVAS_PLAIN, text.text);
	ch_buffer_release(&text);
	return rect_part(body, 0, 0, body.width, body.height - rows);
}

/* The order is that of the harm done, which the signs do not say: so both are told. */
static void draw_list(struct today_screen *today, struct canvas *canvas, struct rect area)
{
	const char *signs = _("! act now  ~ soon  . can wait"), *order = _(", most harm first");
	struct ch_buffer title = CH_BUFFER_EMPTY;
	int64_t count = (int64_t)today->today.findings.count;

	if (count > 0)
		ch_buffer_printf(&title, today->today.all ? _("ALL FINDINGS (%" PRId64 ")")
							     : _("NEEDS YOU (%" PRId64 ")"), count);
	else
		ch_buffer_add(&title, _("NEEDS YOU"));
	if (today->today.findings.left_out > 0)
		ch_buffer_printf(&title, _(", and %zu more of the same kinds"), today->today.findings.left_out);
	if (today->today.findings.snoozed > 0)
		ch_buffer_printf(&title, _(", %zu snoozed"), today->today.findings.snoozed);
	if (count > 0 && today->slow) {
		ch_buffer_add(&title, ", ");
		add_progress(today, &title);
	}
	if (count > 1 && !today->today.all &&
	    (canvas->linear || 1 + ch_text_width(title.text) + ch_text_width(order) <= area.width))
		ch_buffer_add(&title, order);
	int x = 1 + canvas_text(canvas, area, 1, 0, CANVAS_BOLD, title.text);
	if (count > 1 && !canvas->linear && x + ch_text_width(signs) + 3 < area.width)
		canvas_fit(canvas, area, x + 2, 0, area.width - x - 3, CANVAS_RIGHT, CANVAS_QUIET, signs);
	today_list_draw(&today->today, canvas, rect_part(area, 0, 1, area.width, area.height));
	ch_buffer_release(&title);
}

static void today_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct today_screen *today = own(screen);
	bool room = body.width >= LAYOUT_NARROW && body.height >= ROWS_FOR_LINE;
	int left = body.width - FIGURES_WIDTH - 3;

	if (today->stale && !today->slow && app->outside.waiting != NULL && !today->known) {
		today->slow = true; /* the frame is drawn first */
		tell_reading(today);
	} else if (today->stale && !today->slow) {
		read_all(today, app, AGAIN_MS, false);
	}
	room = room && today->known;
	if (is_first_use(app, screen)) {
		draw_first_use(canvas, body);
		return;
	}
	body = draw_foot(today, canvas, body);
	if (body.width < WIDTH_FOR_FIGURES || canvas->linear) {
		int rows = room ? today_figures_line(&today->figures, canvas, body) : 0;

		draw_list(today, canvas, rect_part(body, 0, rows, body.width, body.height - rows));
		return;
	}
	draw_list(today, canvas, rect_part(body, 0, 0, left, body.height));
	canvas_line_down(canvas, body, left, 0, body.height, CANVAS_QUIET);
	if (today->known)
		today_figures_draw(&today->figures, desk_of(app), canvas,
				   rect_part(body, left + 2, 0, FIGURES_WIDTH, body.height));
}

/* ---- As a screen ------------------------------------------------------------------------------- */

static void today_title(const struct screen *screen, struct ch_buffer *out)
{
	const struct desk *desk = own(screen)->today.desk;
	char shown[16];

	ch_buffer_printf(out, _("Today | %s"), ch_date_show(desk->today, desk->today, shown));
}

static void today_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: ! act now, ~ see to it soon, . to be known.\n"));
	ch_buffer_add(out, _("Of each pairing only the worst is shown (:all findings has the others, too); below the "
			     "list\nstands what deals with the focused one.\n"));
	ch_buffer_add(out, _(KEY_(OPEN) " goes to where it is mended, one step back leads here again.\n"));
	ch_buffer_add(out, _(KEY_(SNOOZE) " takes it off the list until a day, or until it gets "
			     "worse; " KEY_(ASSIGN) " gives it to somebody;\n"
			     KEY_(MORE) " has acknowledge, and what is snoozed.\n"));
}

/* On coming back to it, it is read at once, for what is said of what was mended. */
static void today_changed(struct screen *screen, struct app *app)
{
	own(screen)->stale = true;
	own(screen)->slow = own(screen)->figures_read = false;
	today_list_restart(&own(screen)->today);
	if (app->top == screen && own(screen)->today.left.id != 0)
		read_all(own(screen), app, AGAIN_MS, false);
}

static bool today_settle(struct screen *screen, struct app *app)
{
	if (!own(screen)->slow)
		return false;
	read_all(own(screen), app, SLICE_MS, true);
	return true;
}

static void today_close(struct screen *screen, struct app *app)
{
	(void)app;
	today_list_release(&own(screen)->today);
	put_off_release(&own(screen)->put_off);
	free(screen);
}

/* What another finding is mended by, pressed on this one. */
static void today_why(const struct screen *screen, const struct app *app, enum command command,
		      struct ch_error *err)
{
	const char *what = command == COMMAND_AGREE	  ? _("an agreement is lacking")
			   : command == COMMAND_CLOSE	  ? _("a pairing is to end")
			   : command == COMMAND_FEEDBACK  ? _("feedback is due")
			   : command == COMMAND_REFERRALS ? _("a referral waits")
							  : NULL;

	if (command == COMMAND_ADD || command == COMMAND_IMPORT)
		ch_fail(err, CH_DATA, "%s", _("people are added and brought in on 2 People"));
	if (what == NULL || !list_has_row(app, screen))
		return;
	ch_fail(err, CH_DATA, _("that key is for where %s, and this says something else"), what);
	ch_error_fix(err, "%s", _(KEY_(OPEN) " goes to what this is about"));
}

static const struct screen_ops today_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = today_title,
	.draw = today_draw,
	.help = today_help,
	.changed = today_changed,
	.settle = today_settle,
	.why = today_why,
	.close = today_close,
};

struct screen *today_open(struct app *app)
{
	struct today_screen *today = calloc(1, sizeof(*today));

	if (today == NULL)
		ch_abort("out of memory");
	today->screen = (struct screen){.ops = &today_screen, .list = &today->today.list};
	today_list_init(&today->today, desk_of(app));
	today->stale = true;
	return &today->screen;
}
