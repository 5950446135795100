/* Where a number leads that is no more, within core: chiron/merge.h has the
 * rest. */
#ifndef CORE_MERGE_H
#define CORE_MERGE_H

#include "chiron/merge.h"
#include "core/journal/change.h"

/* The number of who stands for that one: itself, unless it was joined with
 * another. */
enum ch_status merged_into(struct db *db, int64_t *person_id, struct ch_error *err);

#endif
