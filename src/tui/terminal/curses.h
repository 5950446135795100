/*
 * The terminal: with curses_input.c the only file that knows curses.
 *
 * curses_run() shows an application on the terminal of the process until it
 * quits. It sends only the cells that changed, once a key; with nobody typing
 * it sends nothing and does not wake. How it looks is app->look, which may
 * change meanwhile (app->look_changed). The locale has been set by the caller.
 */
#ifndef TUI_CURSES_H
#define TUI_CURSES_H

#include "tui/app.h"

struct curses_options {
	int watch_fd; /* made an EVENT_TICK when readable, and read empty; -1: none */
};

/*
 * Runs until app->quit, a signal to end, or the end of the connection; all of
 * them are CH_OK, with the terminal as it was before. CH_USAGE where standard
 * input or output is no terminal, CH_UNAVAILABLE where it cannot be used.
 */
enum ch_status curses_run(struct app *app, const struct curses_options *options, struct ch_error *err);

#endif
