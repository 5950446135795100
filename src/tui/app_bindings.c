/* Ctrl-C, Ctrl-L and Ctrl-Z are here for the help and the palette: as keys they are seen first of all (app.c). */
#include "tui/app_bindings.h"

#include <string.h>

#include "chiron/translate.h"
#include "tui/widgets/help.h"
#include "tui/widgets/palette.h"

/* The second time the program is left: what is not saved goes with it, and is said the first time. */
static void say_leaving(struct app *app, const char *key)
{
	const char *lost = app->loses != NULL ? app->loses(app) : NULL;

	app->leaving_key = app->keys + 1;
	if (lost != NULL)
		app_say(app, _("Not saved, and kept in no file: \"%s\". %s once more leaves without it"), lost, key);
	else
		app_say(app, _("All is saved. %s once more leaves the program"), key);
}

/* One step back; at the top that is out of the program, for which the same key has to follow. */
static void run_back(struct app *app, struct screen *screen)
{
	char key[KEY_NAME_SIZE], pressed[KEY_NAME_SIZE];
	bool leaves;

	command_key(app->keymap, COMMAND_BACK, screen->ops->context, key);
	leaves = strcmp(key_to_name(app->key, pressed), key) == 0;
	if (screen->below != NULL || (leaves && app->keys == app->leaving_key)) {
		app_pop(app);
	} else if (leaves) {
		say_leaving(app, key);
	} else if (app->key != K_NONE) {
		app_say(app, _("This is the first screen. %s twice leaves the program"), key);
	} else {
		app_say(app, "%s", _("This is the first screen; quit leaves"));
	}
}

static bool is_first(const struct app *app, const struct screen *screen)
{
	(void)app;
	return screen->below == NULL;
}

static void run_quit(struct app *app, struct screen *screen)
{
	char key[KEY_NAME_SIZE];

	if (app->key == K_NONE || app->keys == app->leaving_key || app->loses == NULL || app->loses(app) == NULL) {
		app->quit = true;
		return;
	}
	command_key(app->keymap, COMMAND_QUIT, screen->ops->context, key);
	say_leaving(app, key);
}

static void run_go(struct app *app, struct screen *screen)
{
	size_t tab = app->key >= '1' ? app->key - '1' : APP_TABS_MAX;

	(void)screen;
	if (tab < app->tab_count)
		app_go(app, tab);
	else
		app_say(app, _("There are screens 1 to %zu"), app->tab_count);
}

static bool has_tabs(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return app->tab_count > 1;
}

static void run_redraw(struct app *app, struct screen *screen)
{
	(void)screen;
	app->redraw = true;
}

static void run_suspend(struct app *app, struct screen *screen)
{
	(void)screen;
	app->suspend = true;
}

static void run_stop(struct app *app, struct screen *screen)
{
	(void)screen;
	app_stop(app);
}

static void run_palette(struct app *app, struct screen *screen)
{
	(void)screen;
	palette_open(app);
}

static void run_more(struct app *app, struct screen *screen)
{
	(void)screen;
	palette_open_own(app);
}

static bool has_own(const struct app *app, const struct screen *screen)
{
	(void)app;
	return screen->ops->binding_count > 0;
}

static const struct binding bindings[] = {
	{.command = COMMAND_MORE, .run = run_more, .offered = has_own},
	{.command = COMMAND_PALETTE, .run = run_palette},
	{.command = COMMAND_BACK, .run = run_back, .offered = is_first, .label = N_("leave"),
	 .help = N_("Leave the program; everything is saved")},
	{.command = COMMAND_BACK, .run = run_back},
	{.command = COMMAND_GO, .run = run_go, .offered = has_tabs},
	{.command = COMMAND_HELP, .run = help_open},
	{.command = COMMAND_QUIT, .run = run_quit},
	{.command = COMMAND_REDRAW, .run = run_redraw},
	{.command = COMMAND_SUSPEND, .run = run_suspend},
	{.command = COMMAND_STOP, .run = run_stop},
};

const struct binding *app_bindings(size_t *count)
{
	*count = sizeof(bindings) / sizeof(bindings[0]);
	return bindings;
}

void app_use_keys(struct app *app, const struct keymap *keymap)
{
	app->keymap = keymap;
	ch_translate_keys(command_said, keymap);
}
