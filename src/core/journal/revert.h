/*
 * Taking the records of a step back to what they were before it, or, for redo,
 * forward again: all of them, within the caller's change.
 *
 * A record must be as the step left it. What is counted from other records
 * (CH_FIELD_COUNTED) is not compared and not put back, but counted anew.
 */
#ifndef CORE_REVERT_H
#define CORE_REVERT_H

#include "chiron/undo.h"
#include "core/journal/change.h"

/* CH_DATA where it cannot be: what was changed since, by whom and when, or what depends on it. */
enum ch_status revert_step(struct change *change, const struct ch_step *step, bool redo, struct ch_error *err);

#endif
