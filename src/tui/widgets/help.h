/* The help of a screen: what every key does there, most used first; made from the bindings, so it cannot be wrong. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "tui/app.h"

/* Puts the help for `screen`, the top one, on the stack. */
void help_open(struct app *app, struct screen *screen);

#endif
