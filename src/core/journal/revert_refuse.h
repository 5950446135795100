/* Why a record cannot be taken back: what stands in the way, by whom and when, and what to do instead. */
#ifndef CORE_REVERT_REFUSE_H
#define CORE_REVERT_REFUSE_H

#include "chiron/undo.h"
#include "core/journal/change.h"

/* The record is not as the step left it: `field` differs (NULL: it is there or gone against expectation). */
enum ch_status refuse_changed(struct change *change, const struct ch_entity *entity, int64_t id,
			      const struct ch_field *field, struct ch_error *err);

/* CH_OK where the record may go: nothing refers to it, nobody else wrote about it. */
enum ch_status refuse_needed(struct change *change, const struct ch_step *step, const struct ch_entity *entity,
			     int64_t id, struct ch_error *err);

#endif
