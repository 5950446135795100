/* Rows are given out from both ends; what is left is the body. */
#include "tui/widgets/layout.h"

#define ROWS_FOR_RULE 16

/* Takes a row off the top of `area`. */
static struct rect take_row(struct rect *area)
{
	struct rect row = rect_part(*area, 0, 0, area->width, 1);

	area->y++;
	area->height--;
	return row;
}

struct layout layout_of(struct rect screen, bool has_tabs, int status_rows)
{
	struct layout layout = {.body = screen};

	layout.hints = rect_part(screen, 0, screen.height - 1, screen.width, 1);
	layout.status = rect_part(screen, 0, screen.height - 1 - status_rows, screen.width, status_rows);
	layout.body.height -= 1 + status_rows;
	layout.header = take_row(&layout.body);
	if (has_tabs)
		layout.tabs = take_row(&layout.body);
	if (screen.height >= ROWS_FOR_RULE)
		layout.rule = take_row(&layout.body);
	return layout;
}
