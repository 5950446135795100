/* Handing a pairing over to another guide, within another change. */
#ifndef CORE_HAND_OVER_H
#define CORE_HAND_OVER_H

#include "core/pairing.h"

/* As ch_pairing_hand_over(): `*made` is the new pairing. */
enum ch_status hand_over(struct change *change, const struct pairing_view *view, int64_t guide_id,
			 const struct ch_closure *closure, struct ch_pairing *made, struct ch_error *err);

#endif
