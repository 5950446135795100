/* What a coordinator did about a pairing, as facts of it; nothing where the actor may not read them. */
#ifndef TUI_PAIRING_PAST_H
#define TUI_PAIRING_PAST_H

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"

/*
 * Adds the newest contacts with the two, the last first, each with its day, with whom, how and its notes: what the next
 * call begins with. The texts live in `arena`.
 */
void contacts_past_add(struct fact_list *facts, const struct desk *desk, const struct ch_pairing *pairing,
		       struct ch_arena *arena);

#endif
