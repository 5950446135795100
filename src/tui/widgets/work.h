/*
 * Long work: a task that is waited for, with the keys alive.
 *
 * While the task runs, the keyboard is looked at in every WORK_LOOK_MS: Esc or
 * Ctrl-C stops it, after which nothing of it is left; a new size of the window
 * is taken; other keys are not kept for later. One line says how far it is:
 * count, rate, time left. It is drawn once the task has taken WORK_SILENT_MS, and
 * then twice a second at most. A short task is never seen.
 *
 * The screen behind it is not drawn meanwhile, since its lists read the scheme,
 * which the task may have changed halfway.
 */
#ifndef TUI_WORK_H
#define TUI_WORK_H

#include "chiron/work.h"
#include "tui/app.h"

enum { WORK_LOOK_MS = 40, WORK_SILENT_MS = 300, WORK_DRAW_MS = 500 };

struct work_spec {
	const char *label; /* "Importing"; translated where it is shown */
	const char *unit;  /* what is counted: "rows"; the same */
	int64_t total;	   /* how many there will be, where the task does not know; 0: not known */
};

struct work {
	const struct work_spec *spec;
	struct app *app;
	int64_t began, looked, drawn; /* milliseconds; drawn 0: not yet */
	int64_t done, total;
	bool stop;
};

/*
 * Runs `task`, which gives `work` to what it calls; returns what the task does. CH_STOPPED where a person stopped it;
 * where the program is to end, app->quit is set as well.
 */
enum ch_status work_run(struct app *app, const struct work_spec *spec,
			enum ch_status (*task)(void *data, const struct ch_work *work, struct ch_error *err),
			void *data, struct ch_error *err);

/* Draws the line over what is on the canvas. For app.c. */
void work_draw(const struct work *work, struct canvas *canvas);

#endif
