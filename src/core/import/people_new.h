/*
 * People who come in, gathered and written many at a time, mostly all at the
 * end: then their line managers are known, wherever in the file they stand.
 * They bear their numbers at once, so that others can refer to them; whoever
 * asks the store about people writes those who wait first.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_NEW_H
#define CHIRON_CORE_IMPORT_PEOPLE_NEW_H

#include "chiron/person.h"
#include "core/journal/change.h"
#include "store/record_spool.h"

/* Owns its memory; people_new_begin() to people_new_release(). */
struct people_new {
	struct change *change;
	const int64_t *rows; /* how far the file is read, for whoever looks on */
	struct record_spool spool;
	int64_t next_id;
};

enum ch_status people_new_begin(struct people_new *new, struct change *change, const int64_t *rows,
				struct ch_error *err);

/* Numbers a person and takes them over; CH_DATA, without a trace, where a value is not allowed. */
enum ch_status people_new_add(struct people_new *new, struct ch_person *person, struct ch_error *err);

/* The first of those who wait; where nobody does, the next number. */
int64_t people_new_first(const struct people_new *new);

/* Writes those who were gathered. CH_INTERNAL where the store refuses one. */
enum ch_status people_new_write(struct people_new *new, struct ch_error *err);

/* The same, each with the line manager found meanwhile: ids[i] is that of person first_id + i; 0: as they were. */
enum ch_status people_new_write_below(struct people_new *new, int64_t first_id, const uint32_t *ids, size_t count,
				      struct ch_error *err);

void people_new_release(struct people_new *new);

#endif
