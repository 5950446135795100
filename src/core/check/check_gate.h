/*
 * Gates: the checks that an operation must pass.
 *
 * Core writes the pending record, asks the gate on the same connection before
 * COMMIT, and rolls back where it refuses: the rule judges what would really
 * be there, by the same query as the linter.
 */
#ifndef CORE_CHECK_GATE_H
#define CORE_CHECK_GATE_H

#include "chiron/context.h"

/*
 * Runs the checks gated by `operation` whose subject is `subject_entity`, for
 * this one subject. CH_OK: nothing stands against it. Otherwise CH_DATA with
 * the rule, what was found and how to mend it: the first finding that is
 * absolute, else all the refused ones that no override accepts, each with its
 * rule, err->rule being the first of them and
 * err->overridable naming all. Those of rules that c->override_rules names are
 * recorded as overridden by c->override_reason instead; absolute ones never are.
 */
enum ch_status check_gate(struct ch_context *c, enum ch_operation operation, enum ch_entity_id subject_entity,
			  int64_t subject_id, struct ch_error *err);

#endif
