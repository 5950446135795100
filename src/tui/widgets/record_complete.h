/* What could stand in a field of a record: people, programmes and pairings by name, and terms that others have. */
#ifndef TUI_RECORD_COMPLETE_H
#define TUI_RECORD_COMPLETE_H

#include "tui/desk.h"
#include "tui/widgets/form.h"

/* Candidates for `field` of an `entity` that fit `prefix`; they live in `arena`. ch_find() finds each by its text. */
size_t record_complete(const struct desk *desk, enum ch_entity_id entity, const struct ch_field *field,
		       const char *prefix, struct ch_arena *arena, const struct form_candidate **candidates);

/*
 * Everybody who could be paired in this role (enum ch_role): it is among their roles, or they are enrolled so in the
 * programme (0: none). Each says what speaks for and against it ("2 of 3 free", "full", "ready"), those who may first.
 * `except_id` is who it cannot be, as the one whose place is taken; 0: nobody.
 */
size_t record_complete_role(const struct desk *desk, int role, int64_t programme_id, int64_t except_id,
			    const char *prefix, struct ch_arena *arena, const struct form_candidate **candidates);

#endif
