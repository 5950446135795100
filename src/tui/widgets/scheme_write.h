/* Writing what a list of the scheme shows to a file: the export of `chiron export`, with the list's filter. */
#ifndef TUI_SCHEME_WRITE_H
#define TUI_SCHEME_WRITE_H

#include "tui/widgets/scheme_list.h"

/* Asks where to; the ending says the format. `data` is the scheme_list, whose spec says what is exported. */
void scheme_write_ask(struct app *app, void *data);

#endif
