/* What goals of a spell come to, within another change. */
#ifndef CORE_GOAL_H
#define CORE_GOAL_H

#include "chiron/goal.h"
#include "store/db.h"

enum { MOST_RATED = 100 /* goals of one spell that are counted */ };

/* T-score of the spell's rated goals in hundredths, CH_UNKNOWN where none is. For the pair and for their answers. */
enum ch_status goal_attained(struct db *db, int64_t spell_id, int64_t *hundredths, int64_t *rated,
			     struct ch_error *err);

#endif
