/*
 * Which columns a list of the scheme shows, and in which order: their names in
 * a line, as "name roles email", that changes the list as it is typed. Kept
 * for the actor over restarts.
 */
#ifndef TUI_SCHEME_COLUMNS_H
#define TUI_SCHEME_COLUMNS_H

#include "tui/widgets/scheme_list.h"

/* Asks for them; `data` is the scheme_list. */
void scheme_columns_ask(struct app *app, void *data);

/* Shows those chosen last, as far as there are such. */
void scheme_columns_as_before(struct scheme_list *list);

#endif
