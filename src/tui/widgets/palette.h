/*
 * The palette: a list to choose from by typing a part of the name.
 *
 * `:` lists every action there is: those that work on the screen, best first,
 * then the others with where they work. `x` lists those of the focused thing.
 * Screens use palette_choose() for lists of their own, as the orders to sort by.
 */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "tui/app.h"

struct palette_item {
	const char *label; /* translated */
	const char *help;  /* one line, translated; NULL: none */
	char keys[KEY_NAME_SIZE];
	int value;	 /* what `chosen` is told */
	const char *why; /* it cannot be chosen here, and why; translated. NULL: it can */
};

/*
 * All actions, and the numbered screens; a number typed goes to that row of the top screen's list. Those chosen last
 * stand first; Up from the first item brings them into the line, also those of earlier days.
 */
void palette_open(struct app *app);

/* The actions of the top screen's own. */
void palette_open_own(struct app *app);

/* Anything else. `items` are copied, their texts outlive the palette; `chosen` runs after it has closed. */
void palette_choose(struct app *app, const char *title, const struct palette_item *items, size_t count,
		    void (*chosen)(struct app *app, void *data, int value), void *data);

#endif
