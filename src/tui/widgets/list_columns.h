/* How the columns of a list share its width. */
#ifndef TUI_LIST_COLUMNS_H
#define TUI_LIST_COLUMNS_H

#include "tui/widgets/list.h"

enum { COLUMN_GAP = 2 };

/* Whether its cells are figures, which stand at the right. */
bool column_is_figure(const struct ch_column *column);

/*
 * Shares `width` cells, gaps included; widths[i] is 0 for a column that has no room. At most LIST_COLUMNS_MAX columns
 * are shown.
 */
void columns_share(const struct list *list, const struct ch_grid *grid, int width, int widths[LIST_COLUMNS_MAX]);

#endif
