/*
 * The application: a stack of screens, and what lies around them.
 *
 * app_handle() takes an event, app_draw() draws a canvas; neither knows a
 * terminal. A screen is a struct of operations; screens reach each other only
 * through the stack. A key is looked up in the command table; the command runs
 * by the first binding that offers it: the screen's, then the program's, then
 * its list's, then those every screen has. Hints, help and palette are made from
 * the same bindings, so nothing is shown that does not work.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "chiron/buffer.h"
#include "chiron/date.h"
#include "chiron/field.h"
#include "tui/terminal/canvas.h"
#include "tui/command.h"
#include "tui/terminal/event.h"
#include "tui/widgets/layout.h"
#include "tui/widgets/prompt.h"
#include "tui/widgets/question.h"

struct app;
struct ch_report_info;
struct line;
struct list;
struct screen;
struct work;

/* What runs the loop, for work that keeps the keys alive (work.h). All NULL where there is no terminal. */
struct app_outside {
	bool (*next)(void *data, struct event *event); /* the next event, without waiting; false: none */
	void (*draw)(void *data);
	int64_t (*now)(void *data); /* milliseconds, as in events */
	bool (*waiting)(void *data); /* whether an event waits */
	bool (*rest)(void *data, int wait_ms); /* the same, after waiting so long for one */
	void *data;
};

/* What a command does in some place. */
struct binding {
	enum command command;
	void (*run)(struct app *app, struct screen *screen);
	bool (*offered)(const struct app *app, const struct screen *screen); /* whether it works now; NULL: always */
	const char *label; /* instead of the command's own; NULL: that */
	const char *help; /* the line on what it does here, instead of the command's own; NULL: that */
	bool on_marks;	   /* acts on the marked rows: the hint says how many */
	bool alone;	   /* acts on the focused row whatever is marked, which is said where some are */
	bool step;	   /* does nothing but move the cursor of the list */
};

struct screen_ops {
	unsigned context; /* IN_LIST, IN_FORM, ...: which keys are commands */
	bool overlay;	  /* drawn over the screen below, in the same body */
	const struct binding *bindings; /* most used first: the order of hints and help */
	size_t binding_count;

	/* What the header says at its right, as "People | 7 of 412". */
	void (*title)(const struct screen *screen, struct ch_buffer *out);
	void (*draw)(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body);

	/* One question and its answer in the line mode (line.h). NULL: read out as any screen is. */
	void (*line)(struct screen *screen, struct line *line);

	/* The first look at a key or a paste; whether it was used up. NULL: none. */
	bool (*event)(struct screen *screen, struct app *app, const struct event *event);

	/* The status row, as "3 of 118  Chen Okafor". NULL: that of its list, if any. */
	void (*status)(const struct screen *screen, struct ch_buffer *out);

	/* What the help says before the keys; NULL: nothing. */
	void (*help)(const struct screen *screen, struct ch_buffer *out);

	/*
	 * Why a command that the screen has is not offered now, as the state has it: fills `err`, or leaves it, where
	 * nothing more is known than that it does not fit what is in focus. NULL: nothing is known.
	 */
	void (*why)(const struct screen *screen, const struct app *app, enum command command, struct ch_error *err);

	/* The scheme may have changed, or the screen is on top again. NULL: its list is read again. */
	void (*changed)(struct screen *screen, struct app *app);

	/* Reads on what takes long, while nobody types; whether that is to be drawn. NULL: what its list does. */
	bool (*settle)(struct screen *screen, struct app *app);

	/* Frees it; it is off the stack already. */
	void (*close)(struct screen *screen, struct app *app);
};

/* Every screen begins with this. */
struct screen {
	const struct screen_ops *ops;
	struct screen *below;
	struct list *list; /* the list that has the focus, which then answers its own commands; NULL: none */
	bool passing; /* it was only passed through: it closes with the screen above it */
};

/* A screen with a number; made when it is first gone to, and kept. NULL from `open`: it said why not. */
struct app_tab {
	const char *label;
	struct screen *(*open)(struct app *app);
};

enum { APP_TABS_MAX = 7, APP_OFFERS_MAX = 96 };

/* A place on the screen where a click does what a key does. */
struct app_spot {
	struct rect area;
	uint32_t key;
};

enum { APP_SPOTS_MAX = 48 };

/* What happened since all was drawn. */
enum app_since { APP_CHANGED, APP_STEPPED /* steps alone: struct binding */, APP_NOTHING };

struct app {
	/* What the program sets before the first event. */
	const char *title; /* "Riverside Mentoring 2026" */
	void *data;	   /* the program's own */
	const struct app_tab *tabs;
	size_t tab_count; /* at most APP_TABS_MAX */
	const struct binding *bindings; /* those that work on every screen; `offered` and `run` get the top one */
	size_t binding_count;
	void (*handling)(struct app *app, bool over); /* before and after a key or paste is handled; NULL: nothing */
	const char *(*loses)(const struct app *app); /* what is lost with the program, in words; gives NULL: nothing */

	/*
	 * Opens a person, pairing or programme that was found by its name; with id 0 the list of all that have `words`
	 * (a filter). NULL: the palette looks for nobody.
	 */
	void (*open_found)(struct app *app, enum ch_entity_id entity, int64_t id, const char *words);
	void (*open_report)(struct app *app, const struct ch_report_info *info); /* NULL: the palette has no reports */
	bool (*outside_changed)(struct app *app); /* on EVENT_TICK: whether the scheme really changed; NULL: always */
	struct app_outside outside;
	const struct look *look; /* for the terminal (look.h); NULL where there is none */
	const struct keymap *keymap; /* app_use_keys() */

	/* Kept here; read by the program. */
	struct screen *top; /* NULL before the first screen and after the last */
	struct screen *roots[APP_TABS_MAX];
	size_t tab; /* whose root is at the bottom of the stack */
	struct ch_buffer message;
	unsigned message_style;
	int message_keys; /* keys since it was said */
	uint64_t keys;	  /* and pastes, handled so far */
	uint64_t leaving_key; /* the one that leaves where it asks to, as the one before did; 0: none */
	struct prompt prompt;
	struct prompt_history commands; /* chosen in the palette, oldest first */
	struct question question;
	struct app_spot spots[APP_SPOTS_MAX]; /* as last drawn */
	size_t spot_count;
	const struct binding *hints[APP_OFFERS_MAX]; /* what the row of hints was last made of */
	size_t hint_count;
	enum app_since since;
	bool stepped; /* by the event being handled */
	bool behind;  /* others changed the scheme while something was asked: read once that is answered */
	struct work *work; /* what runs now and is waited for; NULL: nothing */
	int width, height; /* of the window; 0 before the first event or drawing */
	uint32_t key; /* being handled */
	int64_t now;  /* time of the event being handled, in milliseconds */
	int64_t stopped_at; /* when Ctrl-C was last pressed */
	bool quit, redraw, suspend, look_changed; /* asked of whoever runs the loop, which clears all but the first */
};

/* A command that works now, and what to call it. */
struct offer {
	const struct binding *binding;
};

void app_init(struct app *app);

/* From now on the keys are those of `keymap`, in texts as well (KEY_()); NULL: those of the table. */
void app_use_keys(struct app *app, const struct keymap *keymap);

/* Closes all screens and frees what it holds. */
void app_release(struct app *app);

void app_handle(struct app *app, const struct event *event);

/*
 * With no event waiting, does what was put off: counting a long list. Whether anything is to be drawn for it. Ends
 * soon after an event arrives.
 */
bool app_settle(struct app *app);

/*
 * Draws all of it; the canvas has the size it is to be drawn at. Where it is that of the last time, and only the cursor
 * of a list moved that has the body for itself, what did not change is left as it was drawn then.
 */
void app_draw(struct app *app, struct canvas *canvas);

/* Lets a click into `area` do what `key` does, until the next drawing. */
void app_add_spot(struct app *app, struct rect area, uint32_t key);

/* Puts `screen` on the stack, which then owns it. */
void app_push(struct app *app, struct screen *screen);

/* Closes the top screen. Closing the last one quits. */
void app_pop(struct app *app);

/* Goes to the numbered screen, closing what lies over the present one. `tab` from 0. */
void app_go(struct app *app, size_t tab);

/* Runs the first binding that offers `command`; whether there was one. */
bool app_run(struct app *app, enum command command);

/* The same as a change of its own, as when its key is pressed: for what has no key to hand to app_handle(). */
bool app_do(struct app *app, enum command command);

/* Says why `command` is not offered now; false where it has no meaning on the top screen at all. */
bool app_refuse(struct app *app, enum command command);

/* What works in `screen` now, each command once, in the order of its bindings; at most APP_OFFERS_MAX. */
size_t app_offers(const struct app *app, const struct screen *screen, struct offer offers[APP_OFFERS_MAX]);

/* What to call it, translated. */
const char *offer_label(const struct offer *offer);

/* One line on what it does, translated. */
const char *offer_help(const struct offer *offer);

/* Ctrl-C: closes what is being asked; twice within a second leaves. */
void app_stop(struct app *app);

/* Reads every screen again: something was saved, undone, or changed by others. */
void app_changed(struct app *app);

/* Shows a line till the next key but one. */
void app_say(struct app *app, const char *format, ...) CH_PRINTF(2, 3);

/* The same, as an error: the message, then how to mend it. */
void app_say_error(struct app *app, const struct ch_error *err);

#endif
