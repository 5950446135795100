/*
 * One turn for each scheme: the welcome screen asks for the next one to be
 * opened by naming it in desk->next and leaving.
 */
#include "tui/tui.h"

#include <errno.h>
#include <locale.h>
#include <sys/stat.h>

#include "tui/curses.h"
#include "tui/desk.h"
#include "tui/log_memory.h"
#include "tui/screens.h"

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

static const struct binding program_bindings[] = {
	{.command = COMMAND_LOG, .run = run_log, .offered = may_log},
};

static const struct app_tab coordinator_tabs[] = {
	{N_("Today"), today_open}, {N_("People"), people_open}, {N_("Pairs"), pairs_open}, {N_("Actions"), actions_open}};
static const struct app_tab participant_tabs[] = {{N_("My pairs"), pairs_open}, {N_("Actions"), actions_open}};
static const struct app_tab welcome_tabs[] = {{N_("Welcome"), welcome_open}};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void set_tabs(struct app *app, const struct desk *desk)
{
	if (desk->c->scheme == NULL) {
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
	struct ch_person person;
	int64_t id = 0;

	if (as == NULL)
		return CH_OK;
	if (ch_find(desk->c, CH_PERSON, as, &id, err) != CH_OK ||
	    ch_person_get(desk->c, id, arena, &person, err) != CH_OK)
		return err->status;
	desk->c->actor.person_id = id;
	desk->c->actor.name = person.name;
	return CH_OK;
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
	return desk->c->scheme != NULL ? find_actor(desk, as, arena, err) : CH_OK;
}

/* ---- Running ---- */

static enum ch_status show(struct desk *desk, struct ch_error *err)
{
	struct curses_options options = {.colour = true, .ascii = desk->options->plain, .watch_fd = -1};
	struct app app;

	app_init(&app);
	app.title = desk->c->scheme != NULL ? desk->settings.name : "";
	app.data = desk;
	app.bindings = program_bindings;
	app.binding_count = COUNT(program_bindings);
	app.outside_changed = outside_changed;
	set_tabs(&app, desk);
	if (desk->c->scheme != NULL)
		options.watch_fd = ch_scheme_watch(desk->c->scheme);
	app_go(&app, 0);
	curses_run(&app, &options, err);
	app_release(&app);
	return err->status;
}

/* One scheme, from opening to leaving it; in *next the path of the one to open after it, or "". */
static enum ch_status run_scheme(const struct tui_options *options, const char *path, const char *as,
				 struct ch_buffer *next, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_context c = {.actor = {.name = _("coordinator"), .channel = "tui"}, .clock = options->clock};
	struct desk desk = {.c = &c, .path = path, .options = options, .next = CH_BUFFER_EMPTY};

	if (open_scheme(&desk, as, &arena, err) == CH_OK)
		show(&desk, err);
	log_memory_free(desk.log);
	ch_scheme_close(c.scheme);
	ch_buffer_clear(next);
	ch_buffer_add(next, desk.next.text);
	ch_buffer_release(&desk.next);
	ch_arena_release(&arena);
	return err->status;
}

enum ch_status tui_main(const struct tui_options *options, struct ch_error *err)
{
	struct ch_buffer path = CH_BUFFER_EMPTY, next = CH_BUFFER_EMPTY;
	const char *as = options->as;

	setlocale(LC_ALL, "");
	ch_buffer_add(&next, options->path);
	while (next.length > 0 && err->status == CH_OK) {
		ch_buffer_clear(&path);
		ch_buffer_add(&path, next.text);
		run_scheme(options, path.text, as, &next, err);
		as = NULL; /* who acted there is nobody in the next one */
	}
	ch_buffer_release(&path);
	ch_buffer_release(&next);
	return err->status;
}
