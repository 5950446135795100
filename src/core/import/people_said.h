/*
 * Rows of which somebody said that they are about the person of another row of
 * the list (ch_import_mend): who that is, and what becomes of what the two say
 * otherwise. The earlier row counts; lists and notes of both are put together.
 * What else the person was called by, as a second address, leads to them from
 * then on (chiron/merge.h), so that the same list finds them again.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_SAID_H
#define CHIRON_CORE_IMPORT_PEOPLE_SAID_H

#include "chiron/exchange.h"
#include "chiron/merge.h"
#include "chiron/person.h"
#include "core/import/row_map.h"

struct people_import;
struct person_row;

struct people_said_lead {
	struct ch_merged lead; /* its number is given at the end */
	struct people_said_lead *next;
};

/* Owns its memory; people_said_begin() to people_said_release(). */
struct people_said {
	struct ch_arena arena;
	struct row_map rows; /* that are named, to who they were about; 0: not met yet */
	const struct import_columns *columns; /* NULL: no mend of them names a row */
	struct people_said_lead *leads;
};

/* The number of the row that a mend names, "row 7"; 0 where it names none. */
int64_t people_said_row(const char *to);

void people_said_begin(struct people_said *said, const struct import_columns *columns);
void people_said_release(struct people_said *said);

/* Notes who a row was about. */
void people_said_met(struct people_said *said, int64_t row, int64_t person_id);

/* Who the row named is about; where nobody came in by it, that is said and the row rejected. */
void people_said_find(struct people_import *people, struct person_row *row, int64_t *id, struct ch_arena *arena);

/* Whom an address that was said to be somebody's in this import leads to; 0: nobody. */
int64_t people_said_lead_to(const struct people_said *said, const char *email_key);

/*
 * Whether the row is about its person only since somebody said so before: it has another address, or none and stands
 * in another row of a list.
 */
bool people_said_before(const struct person_row *row, const struct ch_person *stored);

/* Takes out of the row what its person has otherwise, and says so. */
enum ch_status people_said_join(struct people_import *people, struct person_row *row, const struct ch_person *stored,
				struct ch_arena *arena, struct ch_error *err);

/*
 * Of somebody who stood in two rows, or was entered twice, a row says only part of what lists and notes hold: it takes
 * nothing away. Else a list that comes again would change them to and fro.
 */
enum ch_status people_said_add_up(struct people_import *people, struct person_row *row,
				  const struct ch_person *stored, struct ch_arena *arena, struct ch_error *err);

/* After the last row: what leads to somebody is written. */
enum ch_status people_said_end(struct people_import *people, struct ch_error *err);

#endif
