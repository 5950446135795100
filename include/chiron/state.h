/*
 * State tables: from x operation -> to, for every entity that has states
 * (FIELD.md). They drive the transitions, the menus of what can be done next,
 * and docs/states.md. Who may is the permission table's; what a rule demands
 * besides is a check whose header names the operation as its gate.
 */
#ifndef CHIRON_STATE_H
#define CHIRON_STATE_H

#include "chiron/actor.h"

struct ch_transition {
	enum ch_entity_id entity;
	int from;
	enum ch_operation operation;
	int to;
	const char *rules; /* "R28 R29 R31", for documents */
};

const struct ch_transition *ch_transitions(size_t *count);

/* The (first) state that `operation` leads to from `from`; 0 where it is not possible from there. */
int ch_state_after(enum ch_entity_id entity, int from, enum ch_operation operation);

/*
 * CH_OK where `operation` leads somewhere from `state`; else CH_DATA with the words of every such refusal, about what
 * `name` names: "the pairing of Ann Lee and Bo Vega is active already".
 */
enum ch_status ch_state_check(enum ch_entity_id entity, int state, enum ch_operation operation, const char *name,
			      struct ch_error *err);

/* Whether `operation` leads from `from` to `to`. */
bool ch_state_allows(enum ch_entity_id entity, int from, enum ch_operation operation, int to);

#endif
