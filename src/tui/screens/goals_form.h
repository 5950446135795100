/* The form in which the two of a pair say how far each of their goals was attained (goal attainment scaling). */
#ifndef TUI_GOALS_FORM_H
#define TUI_GOALS_FORM_H

#include "tui/desk.h"

/* For the goals of the pairing's present spell; where there is none it says so. */
void goals_form_open(struct app *app, int64_t pairing_id);

#endif
