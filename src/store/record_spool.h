/*
 * Records that wait to be inserted. They are kept as the values of their
 * columns, a megabyte of them in memory and the rest in a file without a name
 * beside the scheme, and are written many to a statement, which has only the
 * columns that any of them uses. A number that was not known when a record was
 * added can be given when it is written, so that no row is written twice.
 */
#ifndef STORE_RECORD_SPOOL_H
#define STORE_RECORD_SPOOL_H

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "chiron/field.h"
#include "store/db.h"
#include "store/stmt.h"

enum { RECORD_SPOOL_FIELDS = 64 };

/* Owns its memory and its file; record_spool_begin() to record_spool_release(). */
struct record_spool {
	struct db *db;
	const struct ch_entity *entity;
	struct ch_buffer values; /* of the records that are not in the file */
	struct ch_arena scratch; /* of the record that is being added */
	uint32_t held;		 /* how many they are */
	int file;		 /* -1: none */
	int64_t first_id;	 /* of those who wait; 0: nobody does */
	bool used[RECORD_SPOOL_FIELDS]; /* fields that any record had, so far */
	int place[RECORD_SPOOL_FIELDS]; /* of a field in its row, by the statements */
	int columns;			/* of the statements */
	struct stmt *one, *many;
};

/* Numbers of other records, for the field `field`: of record first_id + i it is ids[i]; 0: as it was added. */
struct record_later {
	const char *field;
	int64_t first_id;
	const uint32_t *ids;
	size_t count;
};

void record_spool_begin(struct record_spool *spool, struct db *db, enum ch_entity_id entity);
void record_spool_release(struct record_spool *spool);

/* Adds a valid record that bears its id and its row version; ids rise. CH_IO where the file cannot be written. */
enum ch_status record_spool_add(struct record_spool *spool, const void *record, struct ch_error *err);

/*
 * Inserts all that wait. With `later` (may be NULL) records may refer to such as come after them: that what they refer
 * to is there is then the caller's to know, and not looked up. `between` is called now and then and may stop it.
 */
enum ch_status record_spool_write(struct record_spool *spool, const struct record_later *later,
				  enum ch_status (*between)(void *data, struct ch_error *err), void *data,
				  struct ch_error *err);

#endif
