/* The forms that are due of somebody, as facts of a pairing or a person. */
#ifndef TUI_FEEDBACK_DUE_H
#define TUI_FEEDBACK_DUE_H

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"

/* Adds a fact for each that is due of this pairing, or of this person (the other is 0); '!' where its day has come. */
void feedback_due_add(struct fact_list *facts, const struct desk *desk, int64_t pairing_id, int64_t person_id,
		      struct ch_arena *arena);

#endif
