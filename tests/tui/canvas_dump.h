/* A picture as text, for tests to compare and to show where they fail. */
#ifndef TESTS_TUI_CANVAS_DUMP_H
#define TESTS_TUI_CANVAS_DUMP_H

#include "chiron/buffer.h"
#include "tui/terminal/canvas.h"

/* Appends the text of all rows, each without trailing blanks and ended by a line feed. */
void canvas_dump(const struct canvas *canvas, struct ch_buffer *out);

#endif
