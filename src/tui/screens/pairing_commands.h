/*
 * What is done on the screen of one pairing, by command: what the state table,
 * the actor's role and the focused pane let happen, and what runs then.
 */
#ifndef TUI_PAIRING_COMMANDS_H
#define TUI_PAIRING_COMMANDS_H

#include "tui/screens/screen_pairing_parts.h"

struct pairing_screen {
	struct screen screen;
	struct pairing_sheet sheet;
	enum pairing_pane pane;
	struct list *in; /* what J and K go through; NULL: nothing */
};

static inline struct pairing_screen *pairing_screen_of(const struct screen *screen)
{
	return (struct pairing_screen *)screen;
}

/* Moves the focus to the pane: screen_pairing.c. */
void pairing_show_pane(struct pairing_screen *pairing, enum pairing_pane pane);

/* Whether the pairing could be read, without which nothing is done with it. */
bool pairing_is_readable(const struct screen *screen);

/* Of every struct pairing_screen. */
enum { PAIRING_BINDINGS = 41 };
extern const struct binding pairing_bindings[PAIRING_BINDINGS];

#endif
