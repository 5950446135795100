/* Where each command works, for the palette to say on screens where it does not. */
#ifndef TUI_PALETTE_WHERE_H
#define TUI_PALETTE_WHERE_H

#include <stddef.h>

#include "tui/command.h"

/* Not yet translated; NULL for what works everywhere, moves about, or belongs to forms. */
const char *palette_where(enum command command);

/* What is done by typing a command in the shell. */
struct palette_typed {
	const char *label, *command; /* not yet translated */
};

enum { PALETTE_TYPED_MAX = 8 };

const struct palette_typed *palette_typed(size_t *count);

#endif
