/* What the files of the line mode share. */
#ifndef TUI_LINE_PARTS_H
#define TUI_LINE_PARTS_H

#include "tui/line/line.h"

enum { LINE_PAGE_ROWS = 20 };

/* Reads the top screen out, or what of it differs from the last time: line_screen.c. */
void line_read_out(struct line *line);

/* What the top screen would be read out as now. */
void line_page(struct line *line, struct ch_buffer *page);

/* Whether what was read out is still so, after a look at what others did. */
bool line_still_so(struct line *line);

/* The number of the focused row; 0 where it is not known. */
int64_t line_place_of(const struct list *list);

/* Reads the top screen out, asks what to do, and does it: line_command.c. */
void line_screen_turn(struct line *line);

#endif
