/*
 * Long work: how a function that may take long says how far it is, and is told
 * to stop.
 *
 * Whoever starts it puts a struct ch_work into the context (ch_context.work).
 * The function calls ch_work_look() between two records, or oftener; where that
 * answers CH_STOPPED it ends as after any failure, with all as it was.
 */
#ifndef CHIRON_WORK_H
#define CHIRON_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/status.h"

struct ch_work {
	/*
	 * `done` of `total` (0: not known how many) are done. False: stop. It is called for every record, and has to
	 * be quick; it must not use the scheme.
	 */
	bool (*look)(void *data, int64_t done, int64_t total);
	void *data;
};

/* CH_OK: go on. CH_STOPPED: end, keeping nothing. `work` may be NULL: nobody looks on, and it is CH_OK. */
enum ch_status ch_work_look(const struct ch_work *work, int64_t done, int64_t total, struct ch_error *err);

#endif
