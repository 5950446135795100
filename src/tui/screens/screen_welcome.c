/*
 * Where there is no scheme file: three things to do, each of which ends in one.
 * The scheme is opened once this screen is left (main.c).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tui/screens/import_form.h"
#include "tui/widgets/record_form.h"
#include "tui/screens/screens.h"
#include "tui/tui.h"
#include "tui/widgets/work.h"

enum { WELCOME_ITEMS = 3, PATH_SIZE = 4096, FOLDER_MODE = 0700 };

struct welcome_item {
	const char *label, *about; /* translated where they are shown */
	void (*run)(struct app *app);
	bool (*offered)(const struct desk *desk); /* NULL: always */
};

struct welcome_screen {
	struct screen screen;
	size_t at;
};

static struct welcome_screen *welcome_of(const struct screen *screen)
{
	return (struct welcome_screen *)screen;
}

/* ---- Making a scheme ---- */

/* Makes the folders that the file lies in. */
static enum ch_status make_folders(const char *path, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char *folder = ch_arena_copy(&arena, path);

	for (char *slash = strchr(folder + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, FOLDER_MODE) != 0 && errno != EEXIST) {
			ch_fail(err, CH_CANT_CREATE, _("The folder %s cannot be made: %s"), folder, strerror(errno));
			break;
		}
		*slash = '/';
	}
	ch_arena_release(&arena);
	return err->status;
}

/* Makes the scheme; it is opened next. */
static enum ch_status make_scheme(struct app *app, const char *name, int notes, struct ch_error *err)
{
	struct desk *desk = desk_of(app);

	if (make_folders(desk->path, err) != CH_OK ||
	    ch_scheme_create(desk->path, name, (enum ch_notes)notes, &desk->c->clock, err) != CH_OK)
		return err->status;
	ch_buffer_clear(&desk->next);
	ch_buffer_add(&desk->next, desk->path);
	app->quit = true;
	return CH_OK;
}

static enum ch_status save_scheme(struct app *app, void *record, void *data, struct ch_error *err)
{
	const struct ch_scheme_settings *settings = record;

	(void)data;
	return make_scheme(app, settings->name, settings->notes, err);
}

static const char *const scheme_keys[] = {"name", "notes", NULL};

static const struct record_form_spec scheme_form = {
	.entity = CH_SCHEME,
	.title = N_("Start a scheme"),
	.adding = true,
	.keys = scheme_keys,
	.save = save_scheme,
};

static void start_scheme(struct app *app)
{
	struct ch_scheme_settings settings;

	ch_record_start(ch_entity_of(CH_SCHEME), &settings);
	record_form_open(app, &scheme_form, &settings, NULL);
}

/* ---- Importing into a new one ---- */

static enum ch_status import_wanted(struct app *app, void *data, const struct import_wanted *wanted,
				    struct ch_error *err)
{
	struct desk *desk = desk_of(app);

	(void)data;
	if (make_scheme(app, wanted->name, CH_NO_NOTES, err) != CH_OK)
		return err->status;
	ch_buffer_clear(&desk->next_import);
	ch_buffer_add(&desk->next_import, wanted->options.path);
	return CH_OK;
}

static void start_import(struct app *app)
{
	import_form_open(app, true, NULL, import_wanted, NULL);
}

/* ---- The demonstration ---- */

static bool has_demo(const struct desk *desk)
{
	return desk->options->make_demo != NULL;
}

struct demo_task {
	const struct tui_options *options;
	char path[PATH_SIZE];
};

static enum ch_status make_demo(void *data, const struct ch_work *work, struct ch_error *err)
{
	struct demo_task *task = data;

	return task->options->make_demo(work, task->path, sizeof(task->path), err);
}

static void start_demo(struct app *app)
{
	static const struct work_spec spec = {.label = N_("Making the demonstration"), .unit = N_("steps")};
	struct desk *desk = desk_of(app);
	struct demo_task task = {.options = desk->options};
	struct ch_error err = CH_NO_ERROR;

	if (work_run(app, &spec, make_demo, &task, &err) != CH_OK) {
		desk_say_error(app, &err);
		return;
	}
	ch_buffer_clear(&desk->next);
	ch_buffer_add(&desk->next, task.path);
	app->quit = true;
}

static const struct welcome_item items[WELCOME_ITEMS] = {
	{N_("Start a scheme"), N_("Give it a name; people and programmes come next."), start_scheme, NULL},
	{N_("Import a spreadsheet"), N_("Bring your people in from a file. You see what would be before it is."),
	 start_import, NULL},
	{N_("Look at the demonstration"),
	 N_("Invented people to try everything on. Making them takes a few seconds."), start_demo, has_demo},
};

/* ---- Commands ---- */

static size_t item_count(const struct app *app)
{
	size_t count = 0;

	while (count < WELCOME_ITEMS && (items[count].offered == NULL || items[count].offered(desk_of(app))))
		count++;
	return count;
}

static void run_open(struct app *app, struct screen *screen)
{
	items[welcome_of(screen)->at].run(app);
}

static void run_number(struct app *app, struct screen *screen)
{
	size_t at = app->key - '1';

	if (at >= item_count(app)) {
		app_say(app, _("Choose 1 to %zu"), item_count(app));
		return;
	}
	welcome_of(screen)->at = at;
	items[at].run(app);
}

static void run_down(struct app *app, struct screen *screen)
{
	if (welcome_of(screen)->at + 1 < item_count(app))
		welcome_of(screen)->at++;
}

static void run_up(struct app *app, struct screen *screen)
{
	(void)app;
	if (welcome_of(screen)->at > 0)
		welcome_of(screen)->at--;
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .label = N_("choose"),
	 .help = N_("Do what is in focus")},
	{.command = COMMAND_GO, .run = run_number, .label = N_("choose by number"),
	 .help = N_("Do what has that number")},
	{.command = COMMAND_DOWN, .run = run_down},
	{.command = COMMAND_UP, .run = run_up},
};

/* ---- As a screen ---- */

static void welcome_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Welcome"));
}

static void welcome_status(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Nothing is made before you have chosen"));
}

static void welcome_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	bool tall = body.height >= 14;
	int y = tall ? 1 : 0;

	body = rect_part(body, 0, 0, body.width < 78 ? body.width - 1 : 77, body.height);
	if (tall)
		ch_buffer_printf(&text, _("There is no scheme in %s yet. What would you like to do?"),
				 desk_of(app)->path);
	else
		ch_buffer_add(&text, _("There is no scheme yet."));
	y += canvas_wrap(canvas, body, 2, y, CANVAS_PLAIN, text.text) + (tall ? 1 : 0);
	for (size_t i = 0; i < item_count(app); i++) {
		bool here = i == welcome_of(screen)->at;

		ch_buffer_clear(&text);
		ch_buffer_printf(&text, "%zu  %s", i + 1, _(items[i].label));
		if (here) {
			canvas_text(canvas, body, 0, y, CANVAS_BOLD | CANVAS_ACCENT, ">");
			canvas_cursor(canvas, body, 0, y);
		}
		canvas_text(canvas, body, 2, y++, here ? CANVAS_BOLD : CANVAS_PLAIN, text.text);
		if (tall)
			y += canvas_wrap(canvas, rect_part(body, 5, y, body.width, body.height), 0, 0, CANVAS_QUIET,
					 _(items[i].about)) + 1;
	}
	ch_buffer_release(&text);
}

/* Nothing that others do shows here. */
static void welcome_changed(struct screen *screen, struct app *app)
{
	(void)screen;
	(void)app;
}

static void welcome_close(struct screen *screen, struct app *app)
{
	(void)app;
	free(screen);
}

static const struct screen_ops welcome_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = welcome_title,
	.draw = welcome_draw,
	.status = welcome_status,
	.changed = welcome_changed,
	.close = welcome_close,
};

struct screen *welcome_open(struct app *app)
{
	struct welcome_screen *welcome = calloc(1, sizeof(*welcome));

	(void)app;
	if (welcome == NULL)
		ch_abort("out of memory");
	welcome->screen.ops = &welcome_screen;
	return &welcome->screen;
}
