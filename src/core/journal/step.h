/*
 * Steps: what a change leaves for undo and history beside the journal.
 *
 * While an outermost change is open, the scheme notes what becomes of it
 * (struct step_notes in scheme_private.h); when it ends, step_record() writes
 * the step, or adds to the one that several changes are joined in.
 */
#ifndef CORE_STEP_H
#define CORE_STEP_H

#include "chiron/undo.h"
#include "core/journal/change.h"

/* Before the first change of a step: forgets the notes, and keeps what the object is called while it is still there. */
enum ch_status step_begin(struct change *change, struct ch_error *err);

/* Notes a record that was journalled, and whether it makes the step one that stays. */
void step_note(struct change *change, const struct ch_entity *entity, const void *before, const void *after);

/* Notes that wording of the pair was written, or, with `removed`, removed for good. */
void step_note_text(struct change *change, bool removed);

/* Writes the step of an outermost change, unless nothing came of it or it is an undo itself. */
enum ch_status step_record(struct change *change, struct ch_error *err);

/* What a record is called: "Bo Diaz / Ann Lee" and a day, where it has one. NULL where it is not there. */
enum ch_status step_called(struct db *db, enum ch_entity_id entity, int64_t id, struct ch_arena *arena,
			   const char **who, ch_date *about_on, struct ch_error *err);

/* "session of 12 Nov with Bo Diaz and Ann Lee": how sentences name any record. */
const char *step_record_name(struct db *db, enum ch_entity_id entity, int64_t id, ch_date today,
			     struct ch_arena *arena);

/*
 * What an import makes of a record that is called `name`, a row for each field that differs, as ch_step_changes() has
 * them, and the day on which what it replaces was entered here by hand: appended to a grid that step_changes_begin()
 * made. A line manager who is to be found by the address is told already. The texts live in `arena`.
 */
void step_changes_begin(struct ch_grid *grid);
void step_changes_add(struct ch_context *c, const struct ch_entity *entity, const char *name, const void *before,
		      const void *after, struct ch_arena *arena, struct ch_grid *grid);

/* What was entered by hand before the rest, each in the order they are in. */
void step_changes_by_hand_first(struct ch_grid *grid, struct ch_arena *arena);

#endif
