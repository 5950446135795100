/*
 * A refusal as a screen says it: what is wrong, and how to mend it with a key.
 *
 * The core's refusals name commands of the shell, in backquotes. On the screen
 * the key that does the same stands in their place (remedy.def); a command that
 * only the shell has is left as it is.
 */
#ifndef TUI_REFUSAL_H
#define TUI_REFUSAL_H

#include "chiron/buffer.h"
#include "tui/terminal/keymap.h"

/* Adds "! Message. Fix." to `out`; `fix` may be "". `keymap` may be NULL: the keys of the table. */
void refusal_add(struct ch_buffer *out, const char *message, const char *fix, const struct keymap *keymap);

/* Adds what to do, a sentence of the core, with keys in the place of commands; `keymap` as above. */
void refusal_add_fix(struct ch_buffer *out, const char *fix, const struct keymap *keymap);

#endif
