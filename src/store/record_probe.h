/*
 * Whether records are as somebody says: many of them, one after another. What
 * is compared is not copied, and where their numbers follow each other one
 * reading goes on along the table.
 */
#ifndef STORE_RECORD_PROBE_H
#define STORE_RECORD_PROBE_H

#include "chiron/arena.h"
#include "chiron/field.h"
#include "store/db.h"
#include "store/stmt.h"

enum { RECORD_PROBE_FIELDS = 64 };

/* Owns its statement and memory; record_probe_begin() to record_probe_release(). */
struct record_probe {
	const struct ch_entity *entity;
	struct stmt *stmt;
	size_t fields[RECORD_PROBE_FIELDS]; /* those that are compared */
	size_t count;
	struct ch_arena scratch; /* of the record that is compared */
	int64_t at; /* the record that is read at present; 0: none */
};

/* `compared`: of each field of the entity, whether it is. */
void record_probe_begin(struct record_probe *probe, struct db *db, enum ch_entity_id entity, const bool *compared);
void record_probe_release(struct record_probe *probe);

/* Whether the record of that number has all the values that `given` knows, of the fields that are compared. */
enum ch_status record_probe_same(struct record_probe *probe, int64_t id, const void *given, bool *same,
				 struct ch_error *err);

/* Ends reading: due before indexes are made or taken away, and before what was read is written. */
void record_probe_pause(struct record_probe *probe);

#endif
