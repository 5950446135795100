/* Somebody leaves: the day, and for each pairing that they guide who takes it on (R84). */
#ifndef TUI_LEAVE_FORM_H
#define TUI_LEAVE_FORM_H

#include "tui/desk.h"

void leave_form_open(struct app *app, int64_t person_id);

#endif
