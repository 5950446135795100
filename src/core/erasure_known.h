/* Knowing somebody again who was erased, when an old list brings them. */
#ifndef CORE_ERASURE_KNOWN_H
#define CORE_ERASURE_KNOWN_H

#include "chiron/person.h"
#include "core/journal/change.h"

enum erasure_likeness {
	ERASURE_NONE,
	ERASURE_SAME, /* the number, or the address */
	ERASURE_NAME  /* the name, where either has no address: perhaps somebody else of that name */
};

/* Whether anybody was erased at all: where nobody was, nothing has to be asked of a row. */
enum ch_status erasure_any(struct db *db, bool *any, struct ch_error *err);

/*
 * Whether somebody who is not here was erased; `day`: when. `person` has the number a list gives (0: none), name and
 * e-mail; the keys are filled in `arena`.
 */
enum ch_status erasure_find(struct db *db, const char *scheme_id, const struct ch_person *person,
			    struct ch_arena *arena, enum erasure_likeness *like, char day[CH_DATE_SIZE],
			    struct ch_error *err);

/* What an import says of such a row, behind the value, and how it is mended. */
const char *erasure_message(enum erasure_likeness like, const char *day, struct ch_arena *arena);
const char *erasure_fix(enum erasure_likeness like);

#endif
