/*
 * People who come in, gathered and written many at a time. They bear their
 * numbers at once, so that others can refer to them; whoever asks the store
 * about people writes those who wait first.
 *
 * A line manager who stands further down in the file is written as expected
 * there, by the number they will probably have. What was expected is taken back
 * before anybody asks the store, and where it proves wrong.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_NEW_H
#define CHIRON_CORE_IMPORT_PEOPLE_NEW_H

#include "chiron/person.h"
#include "core/journal/change.h"
#include "store/record_spool.h"

struct person_row; /* person_row.h */

/* Somebody new: all but their number and their manager's. */
struct person_new {
	struct ch_person person;
	const char *manager_key; /* the manager's address, folded; NULL: none is given */
	struct record_packed packed; /* values NULL: too much of it to be kept twice */
};

/* Owns its memory; people_new_begin() to people_new_release(). */
struct people_new {
	struct change *change;
	struct record_spool spool;
	struct ch_buffer packed;
	int64_t next_id;
	int64_t expected_from;
	uint32_t *expected; /* of person expected_from + i: the manager who was expected; 0: none */
	size_t expected_count;
};

enum ch_status people_new_begin(struct people_new *new, struct change *change, struct ch_error *err);

/*
 * Makes somebody ready to be added, by what their row gives and the batch; texts live in `arena`. Needs neither store
 * nor people_new: whoever reads rows ahead may do it, with a buffer of their own. CH_DATA where a value is not allowed.
 */
enum ch_status person_new_prepare(struct person_new *made, const struct person_row *row, int64_t batch_id,
				  struct ch_buffer *buffer, struct ch_arena *arena, struct ch_error *err);

/* Numbers a person and takes them over; below `expected`, where that is not 0 and manager_id is. */
enum ch_status people_new_add(struct people_new *new, struct person_new *made, int64_t expected,
			      struct ch_error *err);

/* Who was expected as the manager of a person; 0: nobody. */
uint32_t people_new_expected(const struct people_new *new, int64_t id);

/* Writes those who were gathered, and takes back what was expected. CH_INTERNAL where the store refuses one. */
enum ch_status people_new_write(struct people_new *new, struct ch_error *err);

/*
 * Gives managers to those who came: ids[i] is that of person first_id + i; 0: they have the one who was found at once
 * or expected, or none; PEOPLE_NEW_NOBODY: who was expected did not come.
 */
#define PEOPLE_NEW_NOBODY UINT32_MAX
enum ch_status people_new_write_below(struct people_new *new, int64_t first_id, uint32_t *ids, size_t count,
				      struct ch_error *err);

void people_new_release(struct people_new *new);

#endif
