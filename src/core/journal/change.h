/*
 * A change: the one way by which core alters records.
 *
 *     struct change change;
 *     TRY(change_begin(&change, c, CH_OP_PAIRING_START, CH_PAIRING, id, err));
 *     status = ...change_update(&change, CH_PAIRING, &pairing, err)...
 *     return change_end(&change, status, err);
 *
 * change_begin() passes the gate of permission and opens a transaction (inside
 * another change, a savepoint). Every insert, update and delete is validated by
 * the field table and kept in the change journal. change_end() with CH_OK runs
 * the checks that gate the operation on the pending records, writes the audit
 * row and commits; with anything else, or where a gate refuses, all is as it was.
 */
#ifndef CORE_CHANGE_H
#define CORE_CHANGE_H

#include "chiron/buffer.h"
#include "chiron/context.h"
#include "store/db.h"
#include "store/record_spool.h"

/* Returns the failing status of a call at once. */
#define TRY(call)                                                                                                      \
	do {                                                                                                           \
		enum ch_status try_status = (call);                                                                    \
		if (try_status != CH_OK)                                                                               \
			return try_status;                                                                             \
	} while (0)

struct change {
	struct ch_context *c;
	struct db *db;
	enum ch_operation operation;
	enum ch_entity_id entity;
	int64_t object_id; /* of the audit row and the gates; set by the first insert of `entity` where 0 */
	ch_date today;
	char now[CH_INSTANT_SIZE];
	struct ch_arena arena; /* lives until change_end() */
	struct ch_buffer detail;
	bool outermost;
	const char *who; /* what the object is called, where it was there before; step.h */
	ch_date about_on;
};

enum ch_status change_begin(struct change *change, struct ch_context *c, enum ch_operation operation,
			    enum ch_entity_id entity, int64_t object_id, struct ch_error *err);

/* As change_begin(), where the gate of permission concerns another object: the pairing that a session is added to. */
enum ch_status change_begin_on(struct change *change, struct ch_context *c, enum ch_operation operation,
			       enum ch_entity_id entity, int64_t object_id, enum ch_entity_id gate_entity,
			       int64_t gate_id, struct ch_error *err);

/* As change_begin(), inside another change whose gate was passed: what that brings about is not asked of again. */
enum ch_status change_begin_within(struct change *change, struct ch_context *c, enum ch_operation operation,
				   enum ch_entity_id entity, int64_t object_id, struct ch_error *err);

enum ch_status change_insert(struct change *change, enum ch_entity_id entity, void *record, struct ch_error *err);

/*
 * Takes a record that an import makes, which is not journalled: valid, with its id and the number of the batch, as
 * record_spool_add() wants it.
 */
enum ch_status change_insert_later(struct change *change, struct record_spool *spool, const void *record,
				   int64_t refers_to, const struct record_packed *packed, struct ch_error *err);

/* Saves; nothing is written where the record is as it was. CH_BUSY where its row version is not the file's. */
enum ch_status change_update(struct change *change, enum ch_entity_id entity, void *record, struct ch_error *err);

enum ch_status change_delete(struct change *change, enum ch_entity_id entity, int64_t id, struct ch_error *err);

/* Reads a record into the change's arena. */
enum ch_status change_get(struct change *change, enum ch_entity_id entity, int64_t id, void *record,
			  struct ch_error *err);

/* Ends it; returns `status`, or what stopped it. */
enum ch_status change_end(struct change *change, enum ch_status status, struct ch_error *err);

#endif
