/* The forms of a person and of their enrolments. */
#ifndef TUI_PERSON_FORM_H
#define TUI_PERSON_FORM_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

/* A new person; the cursor of `in` (NULL: of none) goes to them. */
void person_form_add(struct app *app, struct list *in);

void person_form_edit(struct app *app, int64_t person_id);

/* A new enrolment of this person. */
void enrolment_form_add(struct app *app, int64_t person_id);

void enrolment_form_edit(struct app *app, int64_t enrolment_id);

#endif
