/*
 * Records that wait to be inserted, many to a statement that has only the
 * columns which any of them uses. They are kept as the values of their columns;
 * a megabyte of them is written by itself.
 *
 * Making a record ready for it (record_pack()) needs neither the store nor the
 * spool, so that another thread may do it.
 */
#ifndef STORE_RECORD_SPOOL_H
#define STORE_RECORD_SPOOL_H

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/field.h"
#include "store/db.h"
#include "store/stmt.h"

enum { RECORD_SPOOL_FIELDS = 64 };

/* A record as the values of its columns, without its id and the field by which it refers to another. */
struct record_packed {
	uint64_t fields; /* those it has: 1 << place in the field table */
	size_t length;
	const char *values;
};

/* Owns its memory; record_spool_begin() to record_spool_release(). */
struct record_spool {
	struct db *db;
	const struct ch_entity *entity;
	size_t refers; /* the field by which a record refers to another, by its place */
	struct ch_buffer values; /* of the records that wait */
	uint32_t held;		 /* how many they are */
	int64_t first_id;	 /* of those who wait; 0: nobody does */
	uint64_t used; /* fields that any record had, so far */
	int place[RECORD_SPOOL_FIELDS]; /* of a field in its row, by the statements */
	int columns;			/* of the statements */
	struct stmt *one, *many;
	bool unseen; /* what is referred to is not looked up, until record_spool_write() */
};

/* Numbers of other records, for the field that refers: of record first_id + i it is ids[i]; 0: as it was added. */
struct record_later {
	int64_t first_id;
	const uint32_t *ids;
	size_t count;
};

/* `refers` is the key of a field that holds the number of another record. */
void record_spool_begin(struct record_spool *spool, struct db *db, enum ch_entity_id entity, const char *refers);
void record_spool_release(struct record_spool *spool);

/*
 * Packs a valid record that bears its row version into `values`, which the caller owns and may use again; `refers` is
 * as record_spool_begin() was told.
 */
struct record_packed record_pack(const struct ch_entity *entity, const char *refers, const void *record,
				 struct ch_buffer *values);

/*
 * Adds a record, with its number and that of the record it refers to (0: none); numbers rise. What is written by
 * itself may refer to such as come after it: that they will be there is the caller's to know, and not looked up.
 */
enum ch_status record_spool_add(struct record_spool *spool, int64_t id, int64_t refers_to,
				const struct record_packed *packed, struct ch_error *err);

/*
 * Inserts all that wait. Without `later` (may be NULL) whatever they refer to is looked up. Due before anything else is
 * written, since references are looked up again only from here on.
 */
enum ch_status record_spool_write(struct record_spool *spool, const struct record_later *later, struct ch_error *err);

#endif
