/* What is done about findings (chiron/handling.h), for other changes. */
#ifndef CORE_CHECK_HANDLING_H
#define CORE_CHECK_HANDLING_H

#include "chiron/handling.h"
#include "core/journal/change.h"

/* What a coordinator was to see to is nobody's: they are removed. */
enum ch_status handling_take_from(struct change *change, int64_t coordinator_id, struct ch_error *err);

#endif
