/*
 * What changes hands when two records of a person are made one: every record
 * with a field that refers to a person, by the field tables, so that a new one
 * is in it by itself; what is put off or assigned about them; and the rows that
 * no field table has (store/merge_rows.h).
 */
#ifndef CORE_MERGE_RECORDS_H
#define CORE_MERGE_RECORDS_H

#include "chiron/merge.h"
#include "core/journal/change.h"

struct merge {
	struct change *change;
	const struct ch_merging *merging;
};

/* Gives all of it to who stays; what there is of both already, as an enrolment
 * in the same role, becomes one. */
enum ch_status merge_records_move(const struct merge *m, struct ch_error *err);

#endif
