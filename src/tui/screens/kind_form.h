/* The form that makes mentoring of coaching, or coaching of mentoring (R26). */
#ifndef TUI_KIND_FORM_H
#define TUI_KIND_FORM_H

#include "tui/desk.h"

/* Asks in which programme of the other kind the pairing goes on; where there is none it says so. */
void kind_form_open(struct app *app, int64_t pairing_id);

#endif
