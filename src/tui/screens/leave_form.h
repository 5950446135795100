/* Somebody leaves: the day, and for each pairing that they guide who takes it on (R84); and somebody comes back. */
#ifndef TUI_LEAVE_FORM_H
#define TUI_LEAVE_FORM_H

#include "tui/desk.h"

void leave_form_open(struct app *app, int64_t person_id);

/* Takes back in who had left, and says so. */
void person_return(struct app *app, int64_t person_id);

#endif
