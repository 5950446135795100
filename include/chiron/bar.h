/*
 * Bars and sparklines of block characters, always beside the figures they
 * repeat. Where `ascii`, of signs that every terminal has.
 */
#ifndef CHIRON_BAR_H
#define CHIRON_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/buffer.h"

/* A bar of `value` out of `most`, `cells` wide at most, in eighths of a cell. Whatever is above 0 can be seen. */
void ch_bar_add(struct ch_buffer *out, double value, double most, int cells, bool ascii);

/* One sign of eight heights for each value, the greatest the highest; a blank for what is 0 or below. */
void ch_sparkline_add(struct ch_buffer *out, const double *values, size_t count, bool ascii);

#endif
