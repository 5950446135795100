/*
 * Events go, in this order, to what is always there (Ctrl-C, Ctrl-Z, Ctrl-L),
 * to an open question, to an open prompt, to the top screen, and then, as a
 * command, to the first binding that offers it.
 */
#include "tui/app.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/app_bindings.h"
#include "tui/widgets/list.h"
#include "tui/widgets/refusal.h"
#include "tui/widgets/status.h"
#include "tui/widgets/work.h"
#include "tui/widgets/palette_where.h"

enum { STOP_TWICE_MS = 1000, MESSAGE_KEYS = 2, WHEEL_ROWS = 3 };

void app_init(struct app *app)
{
	*app = (struct app){.message = CH_BUFFER_EMPTY,
			    .prompt = {.input = INPUT_EMPTY},
			    .question = {.text = CH_BUFFER_EMPTY, .input = INPUT_EMPTY},
			    .stopped_at = -STOP_TWICE_MS};
	app_use_keys(app, NULL);
}

/* Takes the top screen off the stack and frees it. */
static void close_top(struct app *app)
{
	struct screen *screen = app->top;

	app->top = screen->below;
	screen->ops->close(screen, app);
}

void app_release(struct app *app)
{
	prompt_end(app);
	question_end(app);
	while (app->top != NULL && app->top->below != NULL)
		close_top(app);
	app->top = NULL;
	for (size_t i = 0; i < app->tab_count; i++)
		if (app->roots[i] != NULL)
			app->roots[i]->ops->close(app->roots[i], app);
	ch_buffer_release(&app->message);
	input_release(&app->prompt.input);
	prompt_history_release(&app->commands);
	input_release(&app->question.input);
	ch_buffer_release(&app->question.text);
}

/* ---- The stack ---- */

void app_push(struct app *app, struct screen *screen)
{
	screen->below = app->top;
	app->top = screen;
	if (app->message_keys > 0) /* said before the key that opened it: of the screen below */
		ch_buffer_clear(&app->message);
}

static void screen_changed(struct app *app, struct screen *screen)
{
	if (screen->ops->changed != NULL)
		screen->ops->changed(screen, app);
	else if (screen->list != NULL)
		list_reload(screen->list);
}

void app_pop(struct app *app)
{
	if (app->top->below == NULL) { /* a root is kept: app_release() closes it */
		app->quit = true;
		return;
	}
	do
		close_top(app);
	while (app->top->passing && app->top->below != NULL);
	screen_changed(app, app->top);
}

void app_go(struct app *app, size_t tab)
{
	if (tab >= app->tab_count)
		return;
	if (app->roots[tab] == NULL)
		app->roots[tab] = app->tabs[tab].open(app);
	if (app->roots[tab] == NULL)
		return;
	while (app->top != NULL && app->top->below != NULL)
		close_top(app);
	app->tab = tab;
	app->top = app->roots[tab];
	if (app->message_keys > 0) /* as in app_push() */
		ch_buffer_clear(&app->message);
	screen_changed(app, app->top);
}

void app_changed(struct app *app)
{
	for (struct screen *screen = app->top; screen != NULL; screen = screen->below)
		screen_changed(app, screen);
}

/* ---- Messages ---- */

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	ch_buffer_clear(&app->message);
	va_start(args, format);
	ch_buffer_vprintf(&app->message, format, args);
	va_end(args);
	app->message_style = CANVAS_BOLD;
	app->message_keys = 0;
}

void app_say_error(struct app *app, const struct ch_error *err)
{
	ch_buffer_clear(&app->message);
	refusal_add(&app->message, err->message, err->key_fix, app->keymap);
	app->message_style = CANVAS_BOLD | CANVAS_URGENT;
	app->message_keys = 0;
}

/* ---- Bindings ---- */

/* The groups of bindings that bear on a screen, in order; false at the end. */
static bool bindings_group(const struct app *app, const struct screen *screen, int group,
			   const struct binding **bindings, size_t *count)
{
	*count = 0;
	*bindings = NULL;
	switch (group) {
	case 0:
		*bindings = screen->ops->bindings;
		*count = screen->ops->binding_count;
		return true;
	case 1:
		*bindings = app->bindings;
		*count = app->binding_count;
		return true;
	case 2:
		if (screen->list != NULL)
			*bindings = list_bindings(count);
		return true;
	case 3:
		*bindings = app_bindings(count);
		return true;
	default:
		return false;
	}
}

static bool is_offered(const struct app *app, const struct screen *screen, const struct binding *binding)
{
	return (command_info(binding->command)->contexts & screen->ops->context) != 0 &&
	       (binding->offered == NULL || binding->offered(app, screen));
}

static const struct binding *binding_of(const struct app *app, const struct screen *screen, enum command command)
{
	const struct binding *bindings;
	size_t count;

	for (int group = 0; bindings_group(app, screen, group, &bindings, &count); group++)
		for (size_t i = 0; i < count; i++)
			if (bindings[i].command == command && is_offered(app, screen, &bindings[i]))
				return &bindings[i];
	return NULL;
}

size_t app_offers(const struct app *app, const struct screen *screen, struct offer offers[APP_OFFERS_MAX])
{
	bool seen[COMMAND_COUNT] = {false};
	const struct binding *bindings;
	size_t count, offered = 0;

	for (int group = 0; bindings_group(app, screen, group, &bindings, &count); group++)
		for (size_t i = 0; i < count && offered < APP_OFFERS_MAX; i++) {
			const struct binding *binding = &bindings[i];

			if (seen[binding->command] || !is_offered(app, screen, binding))
				continue;
			seen[binding->command] = true;
			offers[offered++] = (struct offer){.binding = binding};
		}
	return offered;
}

const char *offer_label(const struct offer *offer)
{
	const char *label = offer->binding->label;

	return _(label != NULL ? label : command_info(offer->binding->command)->label);
}

const char *offer_help(const struct offer *offer)
{
	const char *help = offer->binding->help;

	return _(help != NULL ? help : command_info(offer->binding->command)->help);
}

bool app_run(struct app *app, enum command command)
{
	const struct binding *binding = app->top != NULL ? binding_of(app, app->top, command) : NULL;
	struct list *list = app->top != NULL ? app->top->list : NULL;

	if (binding == NULL)
		return false;
	app->stepped = binding->step;
	if (binding->alone && list != NULL && list_marked(list, NULL) > 0)
		app_say(app, _("The marked (%zu) stay as they are: this is about the focused one alone"),
			list_marked(list, NULL));
	binding->run(app, app->top);
	return true;
}

/* ---- Events ---- */

/* In a form letters are typed: there one key leaves the form. */
static void say_way_out(struct app *app)
{
	bool typing = app->top != NULL && (app->top->ops->context & IN_FORM) != 0;
	char key[KEY_NAME_SIZE];

	command_key(app->keymap, typing ? COMMAND_LEAVE : COMMAND_QUIT, typing ? IN_FORM : IN_VIEWS, key);
	app_say(app, typing ? _("%s leaves the form; Ctrl-C once more leaves the program")
			    : _("%s leaves the program (or Ctrl-C once more)"), key);
}

void app_stop(struct app *app)
{
	struct event escape = {.type = EVENT_KEY, .key = K_ESC, .at = app->now};

	if (app->now - app->stopped_at < STOP_TWICE_MS) {
		app->quit = true;
		return;
	}
	app->stopped_at = app->now;
	if (app->question.answer != NULL)
		question_event(app, &escape);
	else if (app->prompt.spec != NULL)
		prompt_event(app, &escape);
	else
		say_way_out(app);
}

/* The keys that work whatever is open. */
static bool always_key(struct app *app, uint32_t key)
{
	switch (key) {
	case K_CTRL('C'):
		app_stop(app);
		return true;
	case K_CTRL('L'):
		app->redraw = true;
		return true;
	case K_CTRL('Z'):
		app->suspend = true;
		return true;
	default:
		return false;
	}
}

/* What the screen itself does by the command, at some other time or with another row; NULL: nothing. */
static const char *meaning_of(const struct screen *screen, enum command command)
{
	const char *label = NULL;
	size_t meanings = 0;

	for (size_t i = 0; i < screen->ops->binding_count; i++)
		if (screen->ops->bindings[i].command == command) {
			label = screen->ops->bindings[i].label;
			meanings++;
		}
	if (meanings == 0)
		return NULL;
	return meanings == 1 && label != NULL ? label : command_info(command)->label;
}

/* Nothing more is known than what is in focus. */
static void refuse_focus(const struct app *app, const char *label, struct ch_error *err)
{
	const struct screen *screen = app->top;
	char help[KEY_NAME_SIZE];

	command_key(app->keymap, COMMAND_HELP, screen->ops->context, help);
	if (screen->list == NULL) {
		ch_fail(err, CH_DATA, _("\"%s\" is not possible here now"), label);
	} else if (list_row(screen->list) == NULL) {
		ch_fail(err, CH_DATA, _("\"%s\" is not possible now: nothing is listed here"), label);
	} else {
		ch_fail(err, CH_DATA, _("\"%s\" is not possible with what is in focus"), label);
		ch_error_fix(err, _("press %s for what is"), help);
	}
}

bool app_refuse(struct app *app, enum command command)
{
	const char *label = command != COMMAND_NONE ? meaning_of(app->top, command) : NULL;
	struct ch_error err = CH_NO_ERROR;

	if (label == NULL)
		return false;
	if (app->top->ops->why != NULL)
		app->top->ops->why(app->top, app, command, &err);
	if (err.status == CH_OK)
		refuse_focus(app, _(label), &err);
	app_say_error(app, &err);
	return true;
}

static void unknown_key(struct app *app, uint32_t key)
{
	enum command command = command_of_key(app->keymap, key, app->top->ops->context);
	char name[KEY_NAME_SIZE], help[KEY_NAME_SIZE];

	if (app_refuse(app, command))
		return;
	key_to_name(key, name);
	if (command != COMMAND_NONE && palette_where(command) != NULL) {
		app_say(app, _("%s does nothing here; \"%s\" works %s"), name, _(command_info(command)->label),
			_(palette_where(command)));
		return;
	}
	command_key(app->keymap, COMMAND_HELP, app->top->ops->context, help);
	app_say(app, _("%s does nothing here. %s lists the keys"), name, help);
}

static void handle_input(struct app *app, const struct event *event)
{
	struct screen *screen = app->top;
	enum command command;

	app->key = event->type == EVENT_KEY ? event->key : K_NONE;
	app->keys++;
	if (event->type == EVENT_KEY && always_key(app, event->key))
		return;
	if (app->question.answer != NULL) {
		question_event(app, event);
	} else if (app->prompt.spec != NULL) {
		prompt_event(app, event);
	} else if (screen->ops->event == NULL || !screen->ops->event(screen, app, event)) {
		if (event->type == EVENT_PASTE) {
			app_say(app, "%s", _("Nothing to paste into here; open a form, a filter or the search first"));
			return;
		}
		command = command_of_key(app->keymap, event->key, screen->ops->context);
		if (command == COMMAND_NONE || !app_run(app, command))
			unknown_key(app, event->key);
	}
}

bool app_do(struct app *app, enum command command)
{
	bool done;

	if (app->handling != NULL)
		app->handling(app, false);
	done = app_run(app, command);
	if (app->handling != NULL)
		app->handling(app, true);
	return done;
}

static void handle_whole(struct app *app, const struct event *event)
{
	if (app->handling != NULL)
		app->handling(app, false);
	handle_input(app, event);
	if (app->handling != NULL)
		app->handling(app, true);
}

bool app_settle(struct app *app)
{
	struct screen *screen = app->top;
	bool more;

	if (screen != NULL && screen->ops->settle != NULL)
		more = screen->ops->settle(screen, app);
	else
		more = screen != NULL && screen->list != NULL && list_settle(screen->list);
	if (more)
		app->since = APP_CHANGED;
	return more;
}

/* Whether something is being asked or chosen, about what stands below it. */
static bool is_asking(const struct app *app)
{
	return app->question.answer != NULL || app->prompt.spec != NULL ||
	       (app->top != NULL && app->top->ops->overlay);
}

/*
 * Others changed the scheme: what they changed in the list on top shows until the next key. While something is asked
 * nothing moves below it: the answer is for what it was asked about.
 */
static void read_changes_of_others(struct app *app)
{
	struct list *list = app->top != NULL ? app->top->list : NULL;

	app->behind = is_asking(app);
	if (app->behind)
		return;
	if (app->outside_changed != NULL && !app->outside_changed(app))
		return;
	if (list != NULL)
		list_remember(list);
	app_changed(app);
	if (list != NULL && app->top->list == list)
		list_compare(list);
}

/* ---- Mouse ---- */

void app_add_spot(struct app *app, struct rect area, uint32_t key)
{
	if (app->spot_count < APP_SPOTS_MAX && key != K_NONE)
		app->spots[app->spot_count++] = (struct app_spot){.area = area, .key = key};
}

static bool is_inside(struct rect area, const struct event *event)
{
	return event->x >= area.x && event->x < area.x + area.width && event->y >= area.y &&
	       event->y < area.y + area.height;
}

static void press(struct app *app, const struct event *event, uint32_t key)
{
	struct event pressed = {.type = EVENT_KEY, .key = key, .at = event->at};

	handle_whole(app, &pressed);
}

/*
 * A click on a tab or hint is its key; on a row it moves there, and on the focused row it opens it. It types no letter,
 * and what lies under a question or prompt is not there to be clicked.
 */
static void handle_click(struct app *app, const struct event *event)
{
	struct list *list = app->top->list;
	bool typing = (app->top->ops->context & IN_FORM) != 0;

	if (app->prompt.spec != NULL || app->question.answer != NULL)
		return;
	for (size_t i = 0; i < app->spot_count; i++)
		if (is_inside(app->spots[i].area, event)) {
			if (!typing || !key_is_text(app->spots[i].key))
				press(app, event, app->spots[i].key);
			return;
		}
	if (list == NULL || !is_inside(list->area, event) || list_click(list, event->y - list->area.y))
		return;
	app->key = K_NONE;
	app_do(app, COMMAND_OPEN);
}

/* The wheel moves as the arrow keys do, some rows at once; it answers no question. */
static void handle_wheel(struct app *app, const struct event *event)
{
	for (int i = 0; i < WHEEL_ROWS && app->question.answer == NULL && app->prompt.spec == NULL; i++)
		press(app, event, event->type == EVENT_WHEEL_UP ? K_UP : K_DOWN);
}

/* A window too small to show anything: only leaving works. */
static bool too_small(const struct app *app)
{
	return app->width > 0 && (app->width < LAYOUT_WIDTH_MIN || app->height < LAYOUT_HEIGHT_MIN);
}

void app_handle(struct app *app, const struct event *event)
{
	bool quiet = app->since != APP_CHANGED && app->message.length == 0;

	app->now = event->at;
	app->stepped = false;
	switch (event->type) {
	case EVENT_NONE:
		break;
	case EVENT_KEY:
	case EVENT_PASTE:
		if (app->top == NULL)
			break;
		if (app->top->list != NULL && list_forget_changes(app->top->list))
			quiet = false;
		if (app->message.length > 0 && ++app->message_keys >= MESSAGE_KEYS)
			ch_buffer_clear(&app->message);
		if (!too_small(app))
			handle_whole(app, event);
		else if (event->type == EVENT_KEY && (event->key == 'q' || event->key == 'Q'))
			app->quit = true;
		break;
	case EVENT_CLICK:
	case EVENT_WHEEL_UP:
	case EVENT_WHEEL_DOWN:
		if (app->top == NULL || too_small(app))
			break;
		if (event->type == EVENT_CLICK)
			handle_click(app, event);
		else
			handle_wheel(app, event);
		break;
	case EVENT_RESIZE:
		app->width = event->width;
		app->height = event->height;
		break;
	case EVENT_TICK:
	case EVENT_CONTINUE:
		read_changes_of_others(app);
		break;
	case EVENT_END:
		app->quit = true;
		break;
	}
	if (app->behind && !is_asking(app)) {
		read_changes_of_others(app);
		quiet = false;
	}
	app->since = quiet && app->stepped && app->message.length == 0 ? APP_STEPPED : APP_CHANGED;
}

/* ---- Drawing ---- */

static void draw_screen(struct app *app, struct canvas *canvas, struct screen *screen, struct rect body)
{
	if (screen->ops->overlay && screen->below != NULL) {
		draw_screen(app, canvas, screen->below, body);
		canvas_cursor(canvas, body, -1, -1);
	}
	screen->ops->draw(screen, app, canvas, body);
}

/* Draws what a step changes; false where that may be more than the list's focus and its status. */
static bool draw_step(struct app *app, struct canvas *canvas)
{
	struct list *list = app->top != NULL ? app->top->list : NULL;
	struct layout layout;

	if (app->since != APP_STEPPED || list == NULL || app->width != canvas->width || app->height != canvas->height)
		return false;
	layout = layout_of(canvas_area(canvas), app->top->below == NULL && app->tab_count > 0,
			   status_rows(app, canvas));
	if (!status_hints_stand(app) || !list_draw_step(list, canvas, layout.body))
		return false;
	status_draw_step(app, canvas, &layout);
	return true;
}

static void draw_whole(struct app *app, struct canvas *canvas)
{
	struct rect all = canvas_area(canvas);
	const struct screen *base = app->top;
	struct layout layout;

	app->spot_count = 0;
	app->since = APP_CHANGED;
	app->width = canvas->width;
	app->height = canvas->height;
	if (app->work != NULL) {
		work_draw(app->work, canvas);
		return;
	}
	canvas_clear(canvas);
	if (too_small(app)) {
		canvas_text(canvas, all, 0, 0, CANVAS_PLAIN, _("Make the window larger (40x10)"));
		canvas_cursor(canvas, all, 0, 0);
		return;
	}
	if (app->top == NULL)
		return;
	while (base->ops->overlay && base->below != NULL)
		base = base->below;
	layout = layout_of(all, base->below == NULL && app->tab_count > 0, status_rows(app, canvas));
	if (app->prompt.spec != NULL && app->prompt.spec->top) {
		layout.body.y++;
		layout.body.height--;
	}
	draw_screen(app, canvas, app->top, layout.body);
	status_draw(app, canvas, &layout);
	app->since = APP_NOTHING;
}

void app_draw(struct app *app, struct canvas *canvas)
{
	if (draw_step(app, canvas))
		app->since = APP_NOTHING;
	else
		draw_whole(app, canvas);
}
