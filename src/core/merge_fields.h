/* Of two records that become one: which value of each field stays. */
#ifndef CORE_MERGE_FIELDS_H
#define CORE_MERGE_FIELDS_H

#include "chiron/merge.h"

/* The field that decides for this one: its own key, or the first of those that
 * say one thing together. */
const char *merge_head(const char *key);

/* Whether the field has a say at all: what chiron keeps by itself is settled by
 * whoever joins the records. */
bool merge_field_counts(const struct ch_field *field);

/*
 * What stays of the field at `place` of the entity, where `take` names the
 * fields that are the other's. Fields that say one thing together (a name and
 * its parts, a manager and the address, a leaving and its reason) go by the
 * first.
 */
enum ch_stays merge_stays(const struct ch_entity *entity, size_t place, const struct ch_merging *take, const void *keep,
			  const void *other);

/*
 * The second telephone number and address, for which no field has room: "Phone: 01632 960472", with `between` between
 * two; NULL: both are the same. They go to the notes.
 */
const char *merge_noted(const struct ch_entity *entity, const struct ch_merging *take, const void *keep,
			const void *other, const char *between, struct ch_arena *arena);

/* Puts what stays into `keep`, and what is noted into its notes; texts of both live in `arena`. */
void merge_into(const struct ch_entity *entity, const struct ch_merging *take, void *keep, const void *other,
		struct ch_arena *arena);

#endif
