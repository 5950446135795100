/* Whoever has left, for what begins anew with them. */
#ifndef CORE_LEAVE_H
#define CORE_LEAVE_H

#include "core/journal/change.h"

/* Refused, naming the field by which they were chosen: somebody who has left by `day` (R84). */
enum ch_status leave_refuse(struct change *change, int64_t person_id, const char *field_key, ch_date day,
			    struct ch_error *err);

/* The same of either of the two of a pairing or proposal. */
enum ch_status leave_refuse_two(struct change *change, int64_t guide_id, int64_t learner_id, ch_date day,
				struct ch_error *err);

#endif
