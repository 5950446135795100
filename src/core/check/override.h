/* Keeping an override: called by the gates when a coordinator gave a reason. */
#ifndef CORE_OVERRIDE_H
#define CORE_OVERRIDE_H

#include "chiron/override.h"
#include "store/db.h"

/* Whether a reason was given, and against this rule. */
bool override_covers(const struct ch_context *c, const char *rule);

/*
 * Records that c->override_reason accepts what `check_name` refuses, within the
 * open transaction. CH_NOT_ALLOWED where the actor may not; a reason under three
 * characters is refused: it must say something.
 */
enum ch_status override_record(struct ch_context *c, struct db *db, const char *rule, const char *check_name,
			       int64_t pairing_id, int64_t programme_id, struct ch_error *err);

#endif
