/*
 * What curses sends, in one write().
 *
 * curses makes a write() of every move of the cursor, and each may become a
 * packet of its own on the way to a person. Between output_begin() and
 * output_end() standard output is a piece of memory; what gathered there is
 * sent at the end. Where the machine has no such memory it is sent directly.
 */
#ifndef TUI_CURSES_OUTPUT_H
#define TUI_CURSES_OUTPUT_H

#include <stdbool.h>

#include "chiron/buffer.h"

struct output {
	int memory;   /* -1: sent directly */
	int terminal; /* what standard output was */
	struct ch_buffer bytes;
};

#define OUTPUT_CLOSED ((struct output){.memory = -1, .terminal = -1, .bytes = CH_BUFFER_EMPTY})

void output_open(struct output *output);
void output_close(struct output *output);

void output_begin(struct output *output);

/* With `whole` between brackets (?2026), for terminals that show at once what stands in them; others pass over them. */
void output_end(struct output *output, bool whole);

/* Sends `text` to standard output as it is; a terminal that is gone is nobody's error here. */
void output_send(const char *text);

#endif
