/* A wide window: the list at the left, and at its right what is focused in it, in full. */
#ifndef TUI_SPLIT_H
#define TUI_SPLIT_H

#include "tui/terminal/canvas.h"

enum { SPLIT_WIDTH = 120 /* from here on there is room for both */ };

struct split {
	struct rect list;
	struct rect line;   /* between them */
	struct rect detail; /* width 0: there is no room for it */
};

struct split split_of(struct rect body);

/* Draws the line between them, where there are two. */
void split_draw_line(const struct split *split, struct canvas *canvas);

#endif
