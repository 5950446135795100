/*
 * What is done to all that are marked: each by itself, so that what one of
 * them refuses does not stop the others, and one line that says how it went.
 */
#ifndef TUI_MARKED_H
#define TUI_MARKED_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

/* How it went. */
struct marked {
	size_t done, left;   /* how many it was done to, how many refused */
	int64_t first;	     /* of those that refused; 0: none did */
	struct ch_error why; /* of that one, with its rule */
};

/* The marked ones of the list or, where none are, the focused one; how many. *ids is valid until marks change. */
size_t marked_or_focused(struct list *list, const int64_t **ids);

/* Runs `one` for each of them. */
struct marked marked_each(const int64_t *ids, size_t count,
			  enum ch_status (*one)(void *data, int64_t id, struct ch_error *err), void *data);

/*
 * Reads every screen again and says how it went: "3 changed, 2 not; the first, Chen Okafor: ...". `done` is that word,
 * `first` the name of the first that refused. Where it was done to none, says why as an error and returns its status.
 */
enum ch_status marked_tell(struct app *app, const struct marked *marked, const char *done, const char *first);

/* Why it was done to none: as marked_tell() says it, "none of 10 started; the first, Chen Okafor: ...". */
void marked_none(const struct marked *marked, const char *done, const char *first, struct ch_error *err);

/* A number for a draft of these alone, whatever their order; above 0. */
int64_t marked_subject(const int64_t *ids, size_t count);

#endif
