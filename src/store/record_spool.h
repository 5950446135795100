/*
 * New records that wait to be inserted, many to a statement that has only the
 * columns which any of them uses. They are kept as the values of their columns;
 * as many as go into a statement are written by themselves, and no more at once:
 * a thread that makes the next ones ready meanwhile goes on, and has not to wait.
 *
 * They are numbered one after the other behind all that the table has, as SQLite
 * numbers them by itself, which is cheaper than to have it look for each number
 * whether it is free.
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

/* What the records of a spool are like. */
struct record_form {
	enum ch_entity_id entity;
	size_t refers; /* the number of another record, or 0: by its offset, as offsetof() gives it */
	size_t common; /* a number that all have alike, by its offset */
};

/* A record as the values of its columns, without its id and version and what is told by its form. */
struct record_packed {
	uint64_t fields; /* those it has: 1 << place in the field table */
	size_t length;
	const char *values;
};

/* Owns its memory; record_spool_begin() to record_spool_release(). */
struct record_spool {
	struct db *db;
	const struct ch_entity *entity;
	struct record_form form;
	int64_t common;		 /* what all have in the field that is common; 0: nothing */
	struct ch_buffer values; /* of the records that wait */
	uint32_t held;		 /* how many they are */
	int64_t last_id;	 /* of the last that was added */
	uint64_t used; /* fields that any record had, so far */
	int place[RECORD_SPOOL_FIELDS]; /* of a field's parameter in its row; 0: it has none */
	int refers_place, columns; /* that of the field which refers; parameters of a row, 0: not laid out */
	struct stmt *one, *many;
	bool follows; /* the next one follows on one whose number was given: SQLite counts on from that */
	bool unseen; /* what is referred to is not looked up, until record_spool_write() */
};

void record_spool_begin(struct record_spool *spool, struct db *db, const struct record_form *form, int64_t common);
void record_spool_release(struct record_spool *spool);

/* Packs a valid record into `values`, which the caller owns and may use again; `arena` is for texts on the way. */
struct record_packed record_pack(const struct record_form *form, const void *record, struct ch_buffer *values,
				 struct ch_arena *arena);

/*
 * Adds a record, with its number and that of the record it refers to (0: none); numbers rise, and none in the table is
 * higher. What is written by itself may refer to such as come after it: that they will be there is the caller's to
 * know, and not looked up.
 */
enum ch_status record_spool_add(struct record_spool *spool, int64_t id, int64_t refers_to,
				const struct record_packed *packed, struct ch_error *err);

/*
 * Inserts all that wait; what they refer to is looked up, unless they refer `ahead` to such as come after them. Due
 * before anything else is written, since references are looked up again only from here on.
 */
enum ch_status record_spool_write(struct record_spool *spool, bool ahead, struct ch_error *err);

#endif
