/* Reading a list of a scheme without keeping anybody waiting. For scheme_list.c only. */
#ifndef TUI_WIDGETS_SCHEME_LIST_PACE_H
#define TUI_WIDGETS_SCHEME_LIST_PACE_H

#include "tui/widgets/scheme_list.h"

/*
 * Whether what takes its time is worth beginning: between two keys of somebody who goes through the list it would only
 * be broken off, and begun anew after the next.
 */
bool scheme_list_keys_rest(const struct scheme_list *list);

/* Whether what was drawn may be taken to have reached the terminal; false: a key came meanwhile. */
bool scheme_list_arrived(const struct scheme_list *list);

/* Goes on until a key waits. */
struct ch_work scheme_list_work(struct scheme_list *list);

/* The same for rows; while somebody types it also gives up after a moment. Not for LIST_WHOLE, which waits. */
struct ch_work scheme_list_fetch_work(struct scheme_list *list);

/* How many `number` finds within the time there is, -1 where that is not enough. */
int64_t scheme_list_count(struct scheme_list *list, const struct ch_list_query *query,
			  enum ch_status (*number)(struct ch_context *c, const struct ch_list_query *query,
						   int64_t *count, struct ch_error *err));

#endif
