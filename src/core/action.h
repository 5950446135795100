/* Adding actions and goals within another change. */
#ifndef CORE_ACTION_H
#define CORE_ACTION_H

#include "core/pairing.h"

/* Inserts an open action of the view's pairing; its owner defaults to the learner (R57). The view is not refreshed. */
enum ch_status action_insert(struct change *change, const struct pairing_view *view, struct ch_action *action,
			     const char *text, struct ch_error *err);

/*
 * Of who is erased nothing is left to do: open actions of theirs, and all of the pairings they learned in, whose words
 * go with them, are dropped.
 */
enum ch_status action_drop_of_erased(struct change *change, int64_t person_id, struct ch_error *err);

#endif
