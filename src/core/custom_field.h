/*
 * Custom fields within a change, for imports, undo and lists (chiron/custom_field.h has what faces use).
 */
#ifndef CORE_CUSTOM_FIELD_H
#define CORE_CUSTOM_FIELD_H

#include "chiron/custom_field.h"
#include "core/journal/change.h"

struct custom_fields {
	struct ch_custom_field *list; /* in the order in which they were declared */
	size_t count;
};

/* Those of people or of enrolments, in `arena`; for any other entity none. */
enum ch_status custom_fields_of(struct db *db, enum ch_entity_id entity, struct ch_arena *arena,
				struct custom_fields *fields, struct ch_error *err);

/* Of those the ones that the actor may read (R79); none without a scheme. */
enum ch_status custom_fields_readable(struct ch_context *c, enum ch_entity_id entity, struct ch_arena *arena,
				      struct custom_fields *fields, struct ch_error *err);

/* By name, as headings are compared and without what forms add to its end, or by key; NULL where there is none. */
const struct ch_custom_field *custom_field_called(const struct custom_fields *fields, const char *name);

/* Adds a new one within the change, once it was judged as ch_custom_field_add() says. */
enum ch_status custom_field_insert(struct change *change, struct ch_custom_field *field, struct ch_error *err);

/*
 * Refuses (CH_DATA) where a record has a value that the field as it stands cannot hold, or where the field is gone and
 * records have values of it: `field` is as it was journalled.
 */
enum ch_status custom_field_check_values(struct change *change, const struct ch_custom_field *field,
					 struct ch_error *err);

/* Takes out what somebody other than the coordinator may not read. */
const char *custom_values_redacted(struct ch_context *c, enum ch_entity_id entity, const char *values,
				   struct ch_arena *arena);

#endif
