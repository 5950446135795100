/*
 * Where the parts of the screen are.
 *
 *   header   row 0: the scheme, and what this screen shows
 *   tabs     row 1: the screens by number; only where nothing lies over them
 *   rule     a line, where there is room for one
 *   body     the screen's own
 *   status   above the hints: position and focused thing, message or question (a long one in several rows), or prompt
 *   hints    last row: the keys that matter here, the answers to a question, or what is said under a prompt
 */
#ifndef TUI_LAYOUT_H
#define TUI_LAYOUT_H

#include "tui/terminal/canvas.h"

enum {
	LAYOUT_WIDTH_MIN = 40, /* below these sizes nothing but a request for more room is drawn */
	LAYOUT_HEIGHT_MIN = 10,
	LAYOUT_STATUS_MAX = 3, /* of what a screen has to say; a message or prompt may take a third of the window */
	LAYOUT_NARROW = 60 /* below this width: one column, one thing a row */
};

struct layout {
	struct rect header, tabs, rule, body, status, hints; /* height 0: not there */
};

/* `status_rows`: what the status takes, at least 1. */
struct layout layout_of(struct rect screen, bool has_tabs, int status_rows);

#endif
