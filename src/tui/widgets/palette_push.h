/* Opening a palette. For palette*.c only. */
#ifndef TUI_PALETTE_PUSH_H
#define TUI_PALETTE_PUSH_H

#include "tui/widgets/palette.h"

enum palette_use {
	PALETTE_CHOICE,	   /* of things that have no keys */
	PALETTE_ACTIONS,   /* of some actions */
	PALETTE_NAMES,	   /* of records */
	PALETTE_EVERYTHING /* actions, rows by their number, records by their name; the actions chosen are remembered */
};

/* As palette_choose(). */
void palette_push(struct app *app, enum palette_use use, const char *title, const struct palette_item *items,
		  size_t count, void (*chosen)(struct app *app, void *data, int value), void *data);

#endif
