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
	const char *also;  /* other words that it goes by, translated and not shown; NULL: none */
	bool when_typed;   /* is there only where something is typed */
	char keys[KEY_NAME_SIZE];
	int value;	 /* what `chosen` is told */
	const char *why; /* it cannot be chosen here, and why; translated. NULL: it can */

	/* Found by its name (app->open_found): a record, or with id 0 all of the kind that have the name. */
	enum ch_entity_id entity; /* CH_NO_ENTITY: it is no such thing */
	int64_t id;
	const char *kind; /* translated */
};

/*
 * All actions, also by other words that they go by, the numbered screens, and the reports and pages; a number typed
 * goes to that row of the top screen's list, and a name to the person, pair or programme. Actions chosen last stand
 * first; Up from the first item brings them into the line, also those of earlier days. Whose name was typed is not
 * kept.
 */
void palette_open(struct app *app);

/*
 * To the person, pair or programme of that name; where it may be several, they are there to choose from. False, and
 * nothing happens, where there is none.
 */
bool palette_go_to_name(struct app *app, const char *text);

/* The actions of the top screen's own. */
void palette_open_own(struct app *app);

/* Anything else. `items` are copied, their texts outlive the palette; `chosen` runs after it has closed. */
void palette_choose(struct app *app, const char *title, const struct palette_item *items, size_t count,
		    void (*chosen)(struct app *app, void *data, int value), void *data);

#endif
