/* What the commands do that every screen has: back, leave, the numbered screens, help, palette. */
#ifndef TUI_APP_BINDINGS_H
#define TUI_APP_BINDINGS_H

#include "tui/app.h"

const struct binding *app_bindings(size_t *count);

#endif
