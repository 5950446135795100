/* What the parts of taking back an import share: people and enrolments, and what came in with pairings and sessions. */
#ifndef CORE_IMPORT_UNDO_H
#define CORE_IMPORT_UNDO_H

#include "chiron/exchange.h"
#include "core/journal/change.h"

struct import_undo {
	struct change *change;
	int64_t batch_id;
	struct ch_arena *arena; /* the caller's, for what is kept */
	struct ch_import_undone *undone;
	size_t capacity;
};

/* Lists a record that stays, and why. */
void import_undo_keep(struct import_undo *undo, const char *entity, int64_t id, const char *name, const char *why);

/* Counts records that go. */
void import_undo_removed(struct import_undo *undo, enum ch_entity_id entity, size_t count);

/*
 * Takes back pairings, their spells and agreements, and sessions, by the
 * journal of the batch: what it made goes unless other records hang on it,
 * what it changed gets its former values, and what differs by now from what
 * the batch left is listed and stays. What is counted follows anew.
 */
enum ch_status import_undo_pairs(struct import_undo *undo, struct ch_error *err);

#endif
