/*
 * Events: all that the outside can tell the application.
 *
 * curses.c makes them from a terminal, tests make them by hand; nothing above
 * curses.c knows the difference.
 */
#ifndef TUI_EVENT_H
#define TUI_EVENT_H

#include <stdint.h>

#include "tui/terminal/key.h"

enum event_type {
	EVENT_NONE,	/* woken for nothing */
	EVENT_KEY,
	EVENT_PASTE,	/* `text`, as pasted between brackets; anything may be in it */
	EVENT_CLICK,	/* of the first button, at `x`, `y` */
	EVENT_WHEEL_UP,
	EVENT_WHEEL_DOWN,
	EVENT_RESIZE,	/* the window is now `width` by `height` cells, each at least 1 */
	EVENT_TICK,	/* the watched descriptor was readable: somebody else may have changed the scheme */
	EVENT_CONTINUE, /* back from Ctrl-Z: what is on screen may be stale */
	EVENT_END	/* asked to end (SIGTERM, SIGHUP, SIGINT), or the terminal is gone */
};

struct event {
	enum event_type type;
	uint32_t key;	  /* EVENT_KEY */
	const char *text; /* EVENT_PASTE: valid UTF-8, until the next event is read */
	int width, height;
	int x, y; /* cells, from 0 */
	int64_t at; /* milliseconds of a clock that only goes forward */
};

#endif
