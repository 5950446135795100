/* Where each command works, for the palette to say on screens where it does not. */
#ifndef TUI_PALETTE_WHERE_H
#define TUI_PALETTE_WHERE_H

#include <stddef.h>

#include "tui/command.h"

/* Not yet translated; NULL for what works everywhere, moves about, or belongs to forms. */
const char *palette_where(enum command command);

/* Other words that people call it by, not yet translated; NULL: none. */
const char *palette_also(enum command command);

/* The same of a report or page: its name, where no others are known. */
const char *palette_report_also(const char *name);

/* What is done by typing a command in the shell. */
struct palette_typed {
	const char *label, *command; /* not yet translated */
};

enum { PALETTE_TYPED_MAX = 8 };

const struct palette_typed *palette_typed(size_t *count);

#endif
