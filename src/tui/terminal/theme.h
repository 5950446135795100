/*
 * Themes: what each meaning (canvas.h) looks like on a terminal, from a file of
 * data/themes or one of the person's own.
 *
 * A line is "urgent = red bold". Colours are the eight every terminal has and
 * "none", its own; the background is never set. What a theme leaves out looks
 * plain.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "chiron/preference.h"
#include "tui/terminal/canvas.h"

struct theme_style {
	int colour;	     /* 0 black to 7 white, as terminals count; -1: its own */
	unsigned attributes; /* CANVAS_BOLD and its kind */
};

struct theme {
	struct theme_style styles[CANVAS_COLOUR_COUNT]; /* by the number of the colour; [0] is plain */
};

/* The theme that the preferences name; wrong lines are complained about there, and left out. */
void theme_read(struct theme *theme, struct ch_preferences *preferences);

#endif
