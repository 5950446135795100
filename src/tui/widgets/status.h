/*
 * What lies around the body: header, tabs, status row and hints.
 *
 * The hint row is cut at whole hints and always ends in the way out and the help's key.
 */
#ifndef TUI_STATUS_H
#define TUI_STATUS_H

#include "tui/app.h"

/* Rows that the status takes: a message, or what a screen has to say itself, is wrapped; what names a row is cut. */
int status_rows(struct app *app, struct canvas *canvas);

/* Draws all of it around the body of `layout`; the prompt or question, where one is open, in its row. */
void status_draw(struct app *app, struct canvas *canvas, const struct layout *layout);

/* Whether the row of hints is still made of what it was made of when it was drawn. */
bool status_hints_stand(const struct app *app);

/* Draws the status row anew, over what stands there. */
void status_draw_step(struct app *app, struct canvas *canvas, const struct layout *layout);

#endif
