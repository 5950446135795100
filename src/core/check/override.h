/* Keeping an override: called by the gates when a coordinator gave a reason. */
#ifndef CORE_OVERRIDE_H
#define CORE_OVERRIDE_H

#include "chiron/override.h"
#include "core/journal/change.h"
#include "store/db.h"

/* Whether a reason was given, and against this rule. */
bool override_covers(const struct ch_context *c, const char *rule);

/*
 * Records that c->override_reason accepts what `check_name` refuses, within the
 * open transaction. CH_NOT_ALLOWED where the actor may not; a reason under three
 * characters is refused: it must say something.
 */
enum ch_status override_record(struct ch_context *c, const char *rule, const char *check_name, int64_t pairing_id,
			       int64_t programme_id, struct ch_error *err);

/* What it watches, of a `check_name` that is no check's but names a refusal elsewhere in core; NULL: none of those. */
const char *override_title(const char *check_name);

/* Whether the programme's settings make a warning of what the rule refuses. */
enum ch_status override_lowered(struct db *db, int64_t programme_id, const char *rule, bool *lowered,
				struct ch_error *err);

/*
 * Of a rule that no check asks: whether the programme has lowered it, or c->override_reason is given against it, which
 * is then recorded as override_record() does. Otherwise the caller refuses, and names it by ch_error_overridable().
 */
enum ch_status override_excuses(struct change *change, const char *rule, const char *check_name, int64_t pairing_id,
				int64_t programme_id, bool *excused, struct ch_error *err);

#endif
