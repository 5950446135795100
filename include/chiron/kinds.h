/* Coaching and mentoring side by side: what differs for the same two people. */
#ifndef CHIRON_KINDS_H
#define CHIRON_KINDS_H

#include "chiron/arena.h"

struct ch_kinds_row {
	const char *aspect, *coaching, *mentoring; /* translated */
};

/* The rows, in the order in which a pairing meets them, each citing its rules; they live as long as `arena`. */
size_t ch_kinds_compared(struct ch_arena *arena, const struct ch_kinds_row **rows);

#endif
