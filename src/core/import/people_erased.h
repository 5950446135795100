/* An old list does not bring back who was erased. */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_ERASED_H
#define CHIRON_CORE_IMPORT_PEOPLE_ERASED_H

#include "core/import/people.h"

/*
 * Whether the row is what an export of this scheme says of somebody who was erased: their number, and that they were.
 * It changes nothing.
 */
enum ch_status people_erased_is_row(struct people_import *people, const struct person_row *row, bool *is,
				    struct ch_arena *arena, struct ch_error *err);

/* Rejects the row of somebody new where it is of somebody who was erased, unless a namesake of theirs is here. */
enum ch_status people_erased_refuse(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				    struct ch_error *err);

#endif
