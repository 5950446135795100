/* Adding actions and goals within another change. */
#ifndef CORE_ACTION_H
#define CORE_ACTION_H

#include "core/pairing.h"

/* Inserts an open action of the view's pairing; its owner defaults to the learner (R57). The view is not refreshed. */
enum ch_status action_insert(struct change *change, const struct pairing_view *view, struct ch_action *action,
			     const char *text, struct ch_error *err);

#endif
