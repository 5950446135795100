/* Moving a record along its state table, with the words for when it cannot go there. */
#ifndef CORE_STATE_CHANGE_H
#define CORE_STATE_CHANGE_H

#include "chiron/actor.h"

/*
 * Moves *state by `operation`. Refused (CH_DATA) where the table has no such
 * way from here: says what state `name` is in, what is missing before that (or
 * why no step leads there), the rule, and the commands that supply it.
 */
enum ch_status state_move(enum ch_entity_id entity, int *state, enum ch_operation operation, const char *name,
			  struct ch_error *err);

/* As state_move(), to the named one of the states that `operation` may lead to. */
enum ch_status state_move_to(enum ch_entity_id entity, int *state, enum ch_operation operation, int to,
			     const char *name, struct ch_error *err);

#endif
