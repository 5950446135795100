/*
 * What of a file names a person, and changes hands when two records are made
 * one (chiron/merge.h).
 *
 * A new column that names a person is a field of an entity, which refers to
 * CH_PERSON, and is found by that. What no field table has stands in
 * merge_rows.c: who wrote wording, who took a step, whose draft it is, who was
 * missing from a list. Of these rows a list is kept, so that they go back when
 * it is undone.
 */
#ifndef STORE_MERGE_ROWS_H
#define STORE_MERGE_ROWS_H

#include "chiron/field.h"
#include "store/db.h"
#include "store/stmt.h"

bool merge_names_person(const struct ch_field *field);

/* The records of the entity that name the person, as "id": ends with
 * stmt_free(). NULL where none can. */
struct stmt *merge_records_naming(struct db *db, const struct ch_entity *entity, int64_t person_id,
				  struct ch_arena *arena);

/* How many there are, with those of the person's pairings. */
enum ch_status merge_records_count(struct db *db, const struct ch_entity *entity, int64_t person_id, int64_t *records,
				   struct ch_arena *arena, struct ch_error *err);

enum ch_status merge_rows_move(struct db *db, int64_t other_id, int64_t keep_id, struct ch_error *err);
enum ch_status merge_rows_return(struct db *db, int64_t other_id, int64_t keep_id, struct ch_error *err);

#endif
