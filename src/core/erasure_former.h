/*
 * Numbers by which a file has somebody besides their record: of records that were made one with theirs, and of whom
 * only the journal still tells, as of people whose import was taken back and who came in again since.
 */
#ifndef CORE_ERASURE_FORMER_H
#define CORE_ERASURE_FORMER_H

#include "chiron/merge.h"
#include "chiron/person.h"
#include "store/db.h"

struct erasure_numbers {
	struct ch_merged *list; /* number, name, sort_name and email_key are filled */
	size_t count;
};

/*
 * Those of `person`. Of whom only the journal tells is taken for them by the address, or by the name where either has
 * no address or both have the same key of a list; an address that somebody else has is that person's.
 */
enum ch_status erasure_numbers_read(struct db *db, const struct ch_person *person, struct ch_arena *arena,
				    struct erasure_numbers *numbers, struct ch_error *err);

/*
 * The person of that number, as their record says or, where only the journal has them (*former), as it said last.
 * CH_MISSING where neither has them.
 */
enum ch_status erasure_person_get(struct db *db, int64_t person_id, struct ch_arena *arena, struct ch_person *person,
				  bool *former, struct ch_error *err);

#endif
