/* How well an item of the palette fits what is typed. For palette.c only. */
#ifndef TUI_PALETTE_FIT_H
#define TUI_PALETTE_FIT_H

#include "chiron/arena.h"
#include "tui/widgets/palette.h"

enum { PALETTE_NO_FIT = 1000 };

/* 0: best, as with an empty query; PALETTE_NO_FIT: not at all. The query is a search key. */
int palette_fit(const struct palette_item *item, const char *query, struct ch_arena *arena);

/* Whether every word of the query begins a word of the label. */
bool palette_begins(const struct palette_item *item, const char *query, struct ch_arena *arena);

#endif
