/*
 * The pure half of the gate: what the permission table says. The other half, whose an object is, is core's
 * (core/may.h).
 */
#ifndef MODEL_PERMISSION_H
#define MODEL_PERMISSION_H

#include "chiron/actor.h"

/* Whether an actor in this role may do this; `own`: the object is theirs. */
bool permission_allows(enum ch_operation operation, enum ch_actor_role role, bool own);


/* Whether a coordinator needs the whole scheme for it (R83). */
bool permission_is_whole(enum ch_operation operation);

#endif
