/*
 * The audit log and the change journal: written in the transaction of each
 * change, so that neither is without the other.
 *
 * The audit log is chained: each row's hash covers the one before it and a
 * commitment to its detail, so that a changed, removed or inserted row shows
 * (from a head one trusts), while a detail can be erased without breaking the
 * chain. BLAKE2b, 32 bytes, libsodium. Details hold codes, ids, the keys of
 * the fields that changed, and of an opened desk the login of who opened it;
 * never names or wording.
 */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "chiron/actor.h"
#include "store/db.h"

struct audit_entry {
	const char *at; /* instant */
	const struct ch_actor *actor;
	enum ch_operation operation;
	int64_t object_id;
	const char *detail; /* JSON */
};

/* Appends to the chain; the row's number in *seq. Within the transaction of the change. */
enum ch_status audit_append(struct db *db, const struct audit_entry *entry, int64_t *seq, struct ch_error *err);

/* Recomputes the chain. The first row that does not fit in *broken_at, 0 where all do; the number of rows in *rows. */
enum ch_status audit_verify(struct db *db, int64_t *rows, int64_t *broken_at, struct ch_error *err);

struct change_entry {
	int64_t step; /* the audit row it belongs to: what undo undoes together */
	const char *at;
	int64_t actor_id;
	enum ch_operation operation;
	enum ch_entity_id entity;
	int64_t object_id;
	const char *before, *after; /* JSON; NULL: not there */
	int64_t batch_id;
};

enum ch_status change_append(struct db *db, const struct change_entry *entry, struct ch_error *err);

#endif
