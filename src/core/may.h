/*
 * The one gate: every function of core passes it before it touches the store.
 * Whose an object is, is looked up here; what follows from it is the permission
 * table's (model/permission.h).
 */
#ifndef CORE_MAY_H
#define CORE_MAY_H

#include "chiron/context.h"

/*
 * CH_OK where the actor may do this to this object; else CH_NOT_ALLOWED, and the
 * refusal is audited. Object 0 stands for "those of the kind": with scope OWN
 * it passes, and the caller narrows to what is the actor's (may_all()).
 */
enum ch_status may(struct ch_context *c, enum ch_operation operation, enum ch_entity_id entity, int64_t object_id,
		   struct ch_error *err);

/* Whether the actor may do this to every object, not only their own. */
bool may_all(const struct ch_context *c, enum ch_operation operation);

/*
 * Makes "not known" what this actor may not read of a record, by the class of each field; `own`: it is about the
 * actor.
 */
void may_redact(const struct ch_context *c, const struct ch_entity *entity, void *record, bool own);

#endif
