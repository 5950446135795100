/* The reasons that were given against rules, as facts of the pairing or programme that they are of. */
#ifndef TUI_OVERRIDES_TOLD_H
#define TUI_OVERRIDES_TOLD_H

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"

/*
 * Adds a fact for each override of the pairing or, where pairing_id is 0, of the programme itself. None for whoever
 * may not read them.
 */
void overrides_told_add(struct fact_list *facts, const struct desk *desk, int64_t pairing_id, int64_t programme_id,
			struct ch_arena *arena);

#endif
