/* The three-way agreement of coachee, coach and line manager, within another change (R60). */
#ifndef CORE_THREE_WAY_H
#define CORE_THREE_WAY_H

#include "core/pairing.h"

/* Brings the three_way_on of the spell up to date, and saves it: with the yes of all three it stands since the last. */
enum ch_status three_way_settle(struct change *change, struct pairing_view *view, struct ch_error *err);

#endif
