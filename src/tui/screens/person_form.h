/* The forms of a person and of their enrolments. */
#ifndef TUI_PERSON_FORM_H
#define TUI_PERSON_FORM_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

/* A new person; the cursor of `in` (NULL: of none) goes to them. */
void person_form_add(struct app *app, struct list *in);

void person_form_edit(struct app *app, int64_t person_id);

/* What these people are to have in common; who is who stays each one's own. */
void person_form_edit_all(struct app *app, const int64_t *ids, size_t count);

/* A new enrolment of this person. */
void enrolment_form_add(struct app *app, int64_t person_id);

/* New enrolments of these people in one programme, each in their own role where none is said. */
void enrolment_form_add_all(struct app *app, const int64_t *ids, size_t count);

void enrolment_form_edit(struct app *app, int64_t enrolment_id);
void enrolment_form_edit_all(struct app *app, const int64_t *ids, size_t count);

#endif
