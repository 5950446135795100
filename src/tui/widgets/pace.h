/*
 * Reading from the scheme without keeping anybody waiting. The owner sets `how` before what it calls; the work it
 * gives to core looks on, and stops it with CH_STOPPED.
 */
#ifndef TUI_PACE_H
#define TUI_PACE_H

#include "chiron/work.h"
#include "tui/desk.h"
#include "tui/widgets/list.h"

struct pace {
	const struct desk *desk;
	enum list_pace how;
	int64_t until; /* when it is given up unless `how` is LIST_IDLE, in milliseconds */
};

/*
 * Whether what takes its time is worth beginning: between two keys of somebody who goes through a list it would only
 * be broken off, and begun anew after the next.
 */
bool pace_keys_rest(const struct pace *pace);

/* Whether what was drawn may be taken to have reached the terminal; false: a key came meanwhile. */
bool pace_arrived(const struct pace *pace);

/* Goes on until a key waits, or beyond `until`. It points into `pace`. */
struct ch_work pace_work(struct pace *pace);

/* The same; unless `how` is LIST_IDLE it also gives up after so many milliseconds. */
struct ch_work pace_work_within(struct pace *pace, int milliseconds);

#endif
