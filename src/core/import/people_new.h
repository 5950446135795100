/*
 * People who come in, gathered and written several at a time: a statement for
 * each costs as much as what it writes. They bear their numbers at once, so
 * that others can refer to them; whoever asks the store about them writes them
 * first.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_NEW_H
#define CHIRON_CORE_IMPORT_PEOPLE_NEW_H

#include "chiron/person.h"
#include "core/journal/change.h"

enum { PEOPLE_NEW_MOST = 16 };

/* Owns its memory; people_new_begin() to people_new_release(). */
struct people_new {
	struct change *change;
	struct ch_arena arena;
	struct ch_person people[PEOPLE_NEW_MOST];
	size_t count;
	int64_t next_id;
};

enum ch_status people_new_begin(struct people_new *new, struct change *change, struct ch_error *err);

/* Numbers a person and takes them over, while there is room; CH_DATA, without a trace, where a value is not allowed. */
enum ch_status people_new_add(struct people_new *new, struct ch_person *person, struct ch_error *err);

/* Who is still to be written; NULL where the store has them, or nobody. */
const struct ch_person *people_new_find(const struct people_new *new, int64_t id);

/* Writes those who were gathered. CH_INTERNAL where the store refuses one. */
enum ch_status people_new_write(struct people_new *new, struct ch_error *err);

void people_new_release(struct people_new *new);

#endif
