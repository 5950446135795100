/* What the quick log remembers while the program runs: its lines, and the pair it was opened for. */
#ifndef TUI_LOG_MEMORY_H
#define TUI_LOG_MEMORY_H

#include "tui/desk.h"

struct log_memory {
	const struct desk *desk;
	struct prompt_history lines;
	int64_t opened_for; /* the pairing that the quick log was opened on; 0: on none */
	int64_t pairing_id; /* whose session it is while none is named: that, or the only one; 0: to be named */
};

/* The desk's, made when it is first asked for. */
struct log_memory *log_memory_of(struct desk *desk);

/* NULL is allowed. */
void log_memory_free(struct log_memory *memory);

#endif
