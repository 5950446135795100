/*
 * Records: reading and writing any entity by its field table.
 *
 * The statements are composed from the field table, so that a field is said
 * once: its column, parameter and member bear the same name. A record's row
 * version is checked and raised by every update.
 */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include "chiron/field.h"
#include "store/db.h"
#include "store/stmt.h"

/* A field's value as its column has it: a number, or a text, NULL where it is not known. */
struct record_value {
	bool is_number;
	int64_t number;
	const char *text;
};
struct record_value record_value(const struct ch_field *field, const void *record, struct ch_arena *scratch);

/* Reads one record; its texts live in `arena`. CH_MISSING where there is none. */
enum ch_status record_get(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_arena *arena,
			  void *record, struct ch_error *err);

/* Inserts; id 0 is given the next one. row_version becomes 1 where it was 0. */
enum ch_status record_insert(struct db *db, const struct ch_entity *entity, void *record, struct ch_error *err);

/* Updates where the row version is still the record's, then raises it in the record. CH_BUSY where it is not. */
enum ch_status record_update(struct db *db, const struct ch_entity *entity, void *record, struct ch_error *err);

enum ch_status record_delete(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_error *err);

enum ch_status record_count(struct db *db, const struct ch_entity *entity, int64_t *count, struct ch_error *err);

/* Any record that refers to this one: its entity in *by (NULL: there is none), its id in *by_id. */
enum ch_status record_referrer(struct db *db, const struct ch_entity *entity, int64_t id, const struct ch_entity **by,
			       int64_t *by_id, struct ch_error *err);

/* The record as a JSON object of its known fields, and back: what the change journal keeps. */
const char *record_to_json(const struct ch_entity *entity, const void *record, struct ch_arena *arena);
enum ch_status record_from_json(const struct ch_entity *entity, const char *json, struct ch_arena *arena, void *record,
				struct ch_error *err);

#endif
