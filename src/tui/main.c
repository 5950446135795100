/*
 * One turn for each scheme: the welcome screen asks for the next one to be
 * opened by naming it in desk->next and leaving.
 */
#include "tui/tui.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/own_folder.h"
#include "tui/terminal/curses.h"
#include "tui/desk.h"
#include "tui/found.h"
#include "tui/widgets/form_draft.h"
#include "tui/line/line.h"
#include "tui/screens/log_form.h"
#include "tui/screens/log_memory.h"
#include "tui/personal.h"
#include "tui/screens/screens.h"

/* ---- What works on every screen ---- */

static void run_log(struct app *app, struct screen *screen)
{
	(void)screen;
	log_open(app, 0);
}

static bool may_log(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_of(app)->c->scheme != NULL && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static void run_drafts(struct app *app, struct screen *screen)
{
	(void)screen;
	drafts_open(app);
}

static bool has_scheme(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_of(app)->c->scheme != NULL;
}

static bool may_undo(const struct app *app, const struct screen *screen)
{
	return has_scheme(app, screen) && desk_may(desk_of(app), CH_OP_STEP_UNDO);
}

static void run_history(struct app *app, struct screen *screen)
{
	(void)screen;
	history_open(app);
}

static bool may_see_imports(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_of(app)->c->scheme != NULL && desk_may(desk_of(app), CH_OP_IMPORT_READ);
}

static void run_imports(struct app *app, struct screen *screen)
{
	(void)screen;
	imports_open(app);
}

static void run_mappings(struct app *app, struct screen *screen)
{
	(void)screen;
	mappings_open(app);
}

static bool may_see_fields(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_of(app)->c->scheme != NULL && desk_may(desk_of(app), CH_OP_FIELD_READ);
}

static void run_fields(struct app *app, struct screen *screen)
{
	(void)screen;
	fields_open(app);
}

static bool may_see_coordinators(const struct app *app, const struct screen *screen)
{
	return has_scheme(app, screen) && desk_may(desk_of(app), CH_OP_COORDINATOR_READ);
}

static void run_coordinators(struct app *app, struct screen *screen)
{
	(void)screen;
	coordinators_open(app);
}

static bool may_set_scheme(const struct app *app, const struct screen *screen)
{
	return has_scheme(app, screen) && desk_may(desk_of(app), CH_OP_SCHEME_SET);
}

static void run_role_words(struct app *app, struct screen *screen)
{
	(void)screen;
	role_words_open(app);
}

static void run_kinds(struct app *app, struct screen *screen)
{
	(void)screen;
	kinds_open(app);
}

static const struct binding program_bindings[] = {
	{.command = COMMAND_LOG, .run = run_log, .offered = may_log},
	{.command = COMMAND_PREFERENCES, .run = personal_open_form},
	{.command = COMMAND_MOUSE, .run = personal_switch_mouse},
	{.command = COMMAND_KINDS, .run = run_kinds},
	{.command = COMMAND_DRAFTS, .run = run_drafts, .offered = has_scheme},
	{.command = COMMAND_UNDO, .run = undo_run, .offered = may_undo},
	{.command = COMMAND_REDO, .run = redo_run, .offered = may_undo},
	{.command = COMMAND_HISTORY, .run = run_history, .offered = may_undo},
	{.command = COMMAND_IMPORTS, .run = run_imports, .offered = may_see_imports},
	{.command = COMMAND_MAPPINGS, .run = run_mappings, .offered = may_see_imports},
	{.command = COMMAND_FIELDS, .run = run_fields, .offered = may_see_fields},
	{.command = COMMAND_COORDINATORS, .run = run_coordinators, .offered = may_see_coordinators},
	{.command = COMMAND_SCHEME, .run = run_role_words, .offered = may_set_scheme},
	{.command = COMMAND_ROLE_WORDS, .run = run_role_words, .offered = may_set_scheme},
};

const struct binding *tui_bindings(size_t *count)
{
	*count = sizeof(program_bindings) / sizeof(program_bindings[0]);
	return program_bindings;
}

static const struct app_tab coordinator_tabs[] = {
	{N_("Today"), today_open},
	{N_("People"), people_open},
	{N_("Pairs"), pairs_open},
	{N_("Actions"), actions_open},
	{N_("Sessions"), sessions_open},
	{N_("Reports"), reports_open},
	{N_("Programmes"), programmes_open},
};
static const struct app_tab participant_tabs[] = {
	{N_("My pairs"), pairs_open},
	{N_("Actions"), actions_open},
	{N_("Sessions"), sessions_open},
	{N_("Proposals"), own_proposals_open},
};
/* What a command asks a person is one form, and nothing below it. */
static struct screen *record_open(struct app *app)
{
	log_form_open_asked(app, desk_of(app)->options->record);
	return app->top;
}

static const struct app_tab record_tabs[] = {{N_("Record"), record_open}};
static const struct app_tab welcome_tabs[] = {{N_("Welcome"), welcome_open}};

enum { PEOPLE_TAB = 1 /* of the coordinator */ };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void set_tabs(struct app *app, const struct desk *desk)
{
	if (desk->options->record != NULL) {
		app->tabs = record_tabs;
		app->tab_count = COUNT(record_tabs);
	} else if (desk->c->scheme == NULL) {
		app->tabs = welcome_tabs;
		app->tab_count = COUNT(welcome_tabs);
	} else if (desk_is_coordinator(desk)) {
		app->tabs = coordinator_tabs;
		app->tab_count = COUNT(coordinator_tabs);
	} else {
		app->tabs = participant_tabs;
		app->tab_count = COUNT(participant_tabs);
	}
}

/* ---- Opening ---- */

static bool outside_changed(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;

	return c->scheme != NULL && ch_scheme_changed(c->scheme);
}

static bool is_there(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static enum ch_status find_actor(struct desk *desk, const char *as, struct ch_arena *arena, struct ch_error *err)
{
	int64_t id = 0;
	bool found;

	if (desk->options->remote_person_id != 0)
		return ch_person_act(desk->c, desk->options->remote_person_id, arena, err);
	if (ch_coordinator_act(desk->c, as, arena, &found, err) != CH_OK)
		return err->status;
	if (found || as == NULL)
		return CH_OK;
	if (ch_find(desk->c, CH_PERSON, as, &id, err) != CH_OK)
		return err->status;
	if (desk->options->recorded)
		return ch_person_act(desk->c, id, arena, err);
	return ch_coordinator_open_desk(desk->c, id, arena, err);
}

/* What cannot be done now, as while somebody else writes, is done at the next opening. */
static void lapse_feedback(struct desk *desk)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t lapsed;

	ch_feedback_lapse(desk->c, &lapsed, &ignored);
}

/* Opens the scheme for the actor; a file that is not there leaves c->scheme NULL. */
static enum ch_status open_scheme(struct desk *desk, const char *as, struct ch_arena *arena, struct ch_error *err)
{
	if (is_there(desk->path)) {
		if (ch_scheme_open(desk->path, &desk->c->scheme, err) != CH_OK ||
		    ch_scheme_settings_get(desk->c, arena, &desk->settings, err) != CH_OK)
			return err->status;
		if (desk->c->clock.fixed_today == CH_NO_DATE)
			desk->c->clock.fixed_today = desk->settings.today;
	}
	desk->today = ch_clock_today(&desk->c->clock);
	if (desk->c->scheme != NULL && find_actor(desk, as, arena, err) == CH_OK && !desk->options->supposed)
		lapse_feedback(desk);
	return err->status;
}

/* ---- Running ---- */

/* Where what is typed often is kept. */
static const char *state_folder(struct ch_arena *arena)
{
	return ch_arena_printf(arena, "%s/chiron", ch_own_folder(arena, "XDG_STATE_HOME", ".local/state"));
}

/* What a turn is to do, and what it asks the next one to do. */
struct turn {
	struct ch_buffer path;	 /* of the scheme */
	struct ch_buffer import; /* of the spreadsheet to begin with; "": none */
	const char *as;
};

/* The terminals that are known not to place a cursor, by name; curses finds out about the others. */
static bool is_dumb(const char *terminal)
{
	return terminal != NULL && (strcmp(terminal, "dumb") == 0 || strcmp(terminal, "unknown") == 0);
}

/* On the full screen; line by line where that was asked for, or where the terminal has no other way. */
static void run_app(struct app *app, const struct desk *desk, const struct curses_options *options,
		    struct ch_error *err)
{
	const char *terminal = getenv("TERM");
	bool line = desk->options->plain || desk->options->record != NULL;

	if (!line && is_dumb(terminal)) {
		app_say(app, _("The terminal \"%s\" cannot place a cursor; this is the line mode"), terminal);
		line = true;
	} else if (!line && curses_run(app, options, err) == CH_UNAVAILABLE) {
		app_say(app, _("%s; this is the line mode"), err->message);
		*err = CH_NO_ERROR;
		line = true;
	}
	if (line)
		line_run(app, (struct line_talk){.in = stdin,
						 .out = desk->options->record != NULL ? stderr : stdout,
						 .echo = !isatty(STDIN_FILENO),
						 .alone = desk->options->record != NULL});
}

/* A coordinator by name is told on every screen who they are and what they see (R83). */
static const char *title_of(const struct desk *desk, struct ch_arena *arena)
{
	const char *words = "";

	if (desk->c->scheme == NULL)
		return _("coaching and mentoring");
	words = ch_coordinator_words(desk->c, arena);
	return *words != '\0' ? ch_arena_printf(arena, "%s | %s", desk->settings.name, words) : desk->settings.name;
}

static bool is_opened_by_another(const struct desk *desk)
{
	return !desk_is_coordinator(desk) && desk->options->remote_person_id == 0 && !desk->options->recorded;
}

static enum ch_status show(struct desk *desk, const char *import, struct ch_error *err)
{
	struct curses_options options = {.watch_fd = -1};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct app app;

	app_init(&app);
	app.title = title_of(desk, &arena);
	app.data = desk;
	desk->app = &app;
	prompt_history_keep(&app.commands, desk->state_folder, "commands");
	app.look = &desk->personal->look;
	app_use_keys(&app, &desk->personal->keymap);
	app.bindings = tui_bindings(&app.binding_count);
	app.handling = desk_handling;
	app.loses = form_draft_lost;
	app.open_found = found_open;
	app.open_report = found_open_report;
	app.outside_changed = outside_changed;
	set_tabs(&app, desk);
	if (desk->c->scheme != NULL)
		options.watch_fd = ch_scheme_watch(desk->c->scheme);
	app_go(&app, *import != '\0' ? PEOPLE_TAB : 0);
	if (*import != '\0')
		import_open_file(&app, import);
	if (is_opened_by_another(desk))
		app_say(&app, _("The desk of %s is open: the audit log has it, and they see it there"),
			desk->c->actor.name);
	personal_say_complaints(&app, desk->personal);
	if (app.top == NULL)
		ch_fail(err, CH_DATA, "%s", app.message.text);
	else
		run_app(&app, desk, &options, err);
	app_release(&app);
	ch_arena_release(&arena);
	return err->status;
}

/* One scheme, from opening to leaving it; *turn becomes the next one, with an empty path where there is none. */
static enum ch_status run_turn(const struct tui_options *options, struct personal *personal, struct turn *turn,
			       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *channel = options->remote_person_id != 0 ? "ssh" : "tui";
	struct ch_context c = {.actor = {.name = _("coordinator"), .channel = channel}, .clock = options->clock};
	struct desk desk = {.c = &c,
			    .path = turn->path.text,
			    .options = options,
			    .personal = personal,
			    .next = CH_BUFFER_EMPTY,
			    .next_import = CH_BUFFER_EMPTY};

	desk.state_folder = state_folder(&arena);
	if (open_scheme(&desk, turn->as, &arena, err) == CH_OK)
		show(&desk, turn->import.text, err);
	log_memory_free(desk.log);
	draft_memory_free(desk.drafts);
	ch_scheme_close(c.scheme);
	ch_buffer_release(&turn->path);
	ch_buffer_release(&turn->import);
	*turn = (struct turn){.path = desk.next, .import = desk.next_import}; /* who acted here is nobody there */
	ch_arena_release(&arena);
	return err->status;
}

enum ch_status tui_main(const struct tui_options *options, struct ch_error *err)
{
	struct turn turn = {.path = CH_BUFFER_EMPTY, .import = CH_BUFFER_EMPTY, .as = options->as};
	struct personal personal;

	/* What the screens ask for; each of the others is a file more to read. */
	setlocale(LC_CTYPE, "");
	setlocale(LC_MESSAGES, "");
	setlocale(LC_TIME, "");
	personal_read(&personal, options->config, options->plain);
	ch_buffer_add(&turn.path, options->path);
	while (turn.path.length > 0 && err->status == CH_OK)
		run_turn(options, &personal, &turn, err);
	personal_release(&personal);
	ch_buffer_release(&turn.path);
	ch_buffer_release(&turn.import);
	return err->status;
}
