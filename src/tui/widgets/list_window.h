/* The rows a list holds: a page shown and one either side, fetched as they are needed. For list*.c only. */
#ifndef TUI_LIST_WINDOW_H
#define TUI_LIST_WINDOW_H

#include "tui/widgets/list.h"

/* Rows held. */
size_t window_rows(const struct list *list);

/* The row at `index` of those held; NULL outside. */
const struct ch_row *window_row(const struct list *list, size_t index);

/* The columns of the list; NULL before the first fetch. */
const struct ch_grid *window_grid(const struct list *list);

/*
 * Fetches the first rows, and only where that succeeds lets go of those held: false where it did not, which list->err
 * reports.
 */
bool window_renew(struct list *list);

/* Reads the first rows of the filter; false where that was stopped, and those of the one before still stand there. */
bool list_read_filtered(struct list *list);

/* Counts the rows, and those before the first held, as far as that is not known; it may stay unknown. */
void window_count(struct list *list);

/* Forgets all rows and fetches the first or the last; the cursor is on the first or last of them. */
void window_start(struct list *list, enum list_end end);

/*
 * Fetches more after the last or before the first row held, and lets go of what is farthest; false at the end of the
 * list. Moves `top` and `cursor` along with their rows.
 */
bool window_extend(struct list *list, enum list_end end);

/* Fetches what the next page in the direction of the last move needs, if that is not held yet and nothing stops it. */
void window_fetch_ahead(struct list *list);

/* Brings `top` to where the cursor is shown and the page is filled as far as there are rows. */
void window_settle(struct list *list);

/* The next start or restart is in the same rows: they need not be counted again. */
void window_keep_count(struct list *list);

/*
 * Fetches what is around `row` again, which stands `offset` rows below the top; the caller's copy, not one of those
 * held.
 */
void window_restart(struct list *list, const struct ch_row *row, size_t offset);

/* What the commands of list_find.c do; in the table of list.c. */
void list_ask_filter(struct app *app, struct screen *screen);
void list_ask_search(struct app *app, struct screen *screen);
void list_search_next(struct app *app, struct screen *screen);
void list_search_previous(struct app *app, struct screen *screen);
/* And those of list_marks.c. */
void list_run_mark(struct app *app, struct screen *screen);
void list_run_mark_all(struct app *app, struct screen *screen);

/* Finds out which of the marked rows are shown, where that is not known; whether it is known now and was not. */
bool list_find_shown(struct list *list);

#endif
