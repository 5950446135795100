/*
 * Rows that are all there, as the source of a list has them: those of a
 * report, of facts, of a few things told.
 */
#ifndef TUI_LIST_ROWS_H
#define TUI_LIST_ROWS_H

#include "chiron/grid.h"
#include "tui/widgets/list.h"

/*
 * Numbers the rows 1, 2, ...: ids for what stands for no record, by which the cursor keeps its place when they are made
 * anew.
 */
void list_rows_number(struct ch_grid *grid);

/* The part of `count` rows, each with an id of its own, that a list asks for. */
void list_rows_page(struct ch_row *rows, size_t count, const struct list_request *request, struct ch_grid *page);

#endif
