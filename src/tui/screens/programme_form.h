/* The forms of a programme. */
#ifndef TUI_PROGRAMME_FORM_H
#define TUI_PROGRAMME_FORM_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

/* A new programme; the cursor of `in` goes to it. */
void programme_form_add(struct app *app, struct list *in);

void programme_form_edit(struct app *app, int64_t programme_id);

/* What it asks for and warns of: every setting (chiron/setting.h). */
void programme_form_settings(struct app *app, int64_t programme_id);

/*
 * Opens the programme for pairings, today. Where parts of its design record are
 * blank (R20), asks for those, and saving them opens it.
 */
void programme_form_launch(struct app *app, int64_t programme_id);

#endif
