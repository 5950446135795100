/*
 * State tables: from x operation -> to, for every entity that has states
 * (FIELD.md). They drive the transitions, the menus of what can be done next,
 * and docs/states.md. Who may is the permission table's; what a rule demands
 * besides is a check whose header names the operation as its gate. The words of
 * a refusal are the table of moves'.
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

/*
 * How somebody takes a step, and what is to be said while it is not taken or cannot be. The texts are not yet
 * translated and go on behind "it is not possible to start a pairing now, because ".
 */
struct ch_move {
	enum ch_operation operation;
	int to;		     /* 0: wherever the operation leads */
	const char *rule;    /* that asks for it, "R28"; NULL where what it lacks is all the reason */
	const char *command; /* "`chiron pairing start`" */
	const char *lacks;   /* what is missing before it, where it is a step to others: "it has not begun" */
	const char *only;    /* when it is done at all, for the states that no step leads on from */
	const char *instead; /* how to go on from those, a text of its own with the command */
};

const struct ch_move *ch_moves(size_t *count);

/* The move towards `to`, else the first of the operation; NULL for what nobody asks of a record that is there. */
const struct ch_move *ch_move_of(enum ch_operation operation, int to);

/* The (first) state that `operation` leads to from `from`; 0 where it is not possible from there. */
int ch_state_after(enum ch_entity_id entity, int from, enum ch_operation operation);

/*
 * CH_OK where `operation` leads somewhere from `state`; else CH_DATA with the words of every such refusal, about what
 * `name` names: the state, what is missing or why not, the rule where there is one, and the commands that lead on.
 */
enum ch_status ch_state_check(enum ch_entity_id entity, int state, enum ch_operation operation, const char *name,
			      struct ch_error *err);

/*
 * CH_OK while a pairing has not ended, as agreeing, arranging or adding to it asks for; else CH_DATA in the same words,
 * with the steps that begin it anew.
 */
enum ch_status ch_state_live_check(int pairing_state, enum ch_operation operation, const char *name,
				   struct ch_error *err);

/* Whether `operation` leads from `from` to `to`. */
bool ch_state_allows(enum ch_entity_id entity, int from, enum ch_operation operation, int to);

#endif
