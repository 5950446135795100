/*
 * Who acts, what may be done, and the one gate between them.
 *
 * The permission table (include/chiron/operation.def) says for every operation and
 * role: on all objects, on their own, or not at all. Every function of core
 * passes ch_may() first; the store is reachable in no other way. On a local
 * file whoever can open it is the coordinator: roles are enforced only where
 * the file belongs to an account the person does not have.
 */
#ifndef CHIRON_ACTOR_H
#define CHIRON_ACTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/field.h"

enum ch_actor_role { CH_ACTOR_COORDINATOR, CH_ACTOR_GUIDE, CH_ACTOR_LEARNER, CH_ACTOR_ROLES };

struct ch_actor {
	int64_t person_id;	/* 0: a coordinator */
	int64_t coordinator_id; /* 0: whoever opened the file, where no coordinator by name did (coordinator.h) */
	bool limited;		/* to some programmes (R83) */
	const char *name;    /* for messages and the journal; owned by whoever made the actor */
	const char *channel; /* "cli", "tui", "ssh", "import", "demo" */
};

/* WHOLE: all, and of coordinators only those of the whole scheme (R83). */
enum ch_scope { CH_SCOPE_NONE, CH_SCOPE_OWN, CH_SCOPE_ALL, CH_SCOPE_WHOLE };

/* Who it was, as steps, drafts and the audit log keep it: a person's number, a coordinator's below zero, or 0. */
int64_t ch_actor_key(const struct ch_actor *actor);

/* The operations: one row each in include/chiron/operation.def. */
enum ch_operation {
	CH_NO_OPERATION,
#define OPERATION(name, code, label, done, entity, coordinator, guide, learner) CH_OP_##name,
#include "chiron/operation.def"
#undef OPERATION
	CH_OPERATION_COUNT
};

struct ch_operation_info {
	const char *code;  /* "pairing.start": in the audit log, checks and documents */
	const char *label; /* "start a pairing" */
	const char *done;  /* "pairing of {who} started": undo.h fills it; "" where nothing is changed */
	enum ch_entity_id entity; /* what its object is */
	enum ch_scope scope[CH_ACTOR_ROLES];
};

const struct ch_operation_info *ch_operation_info(enum ch_operation operation);
enum ch_operation ch_operation_named(const char *code); /* CH_NO_OPERATION where there is none */

#endif
