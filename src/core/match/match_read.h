/* What the two files that read for matching share. */
#ifndef CORE_MATCH_READ_H
#define CORE_MATCH_READ_H

#include "core/match/match.h"
#include "store/stmt.h"

/* A person and a number that goes with them, to be found by the id. */
struct match_numbered {
	int64_t person_id;
	size_t number;
};

struct match_numbers {
	struct match_numbered *all; /* ids ascending */
	size_t count;
};

int match_by_id(const void *a, const void *b); /* of struct match_numbered, for qsort() and bsearch() */
struct match_numbers match_numbers_of(const struct match_people *people, struct ch_arena *arena);
size_t match_number_in(const struct match_numbers *numbers, int64_t person_id); /* MATCH_NOBODY: not there */

/* The named statement, bound to the programme, and to role and day where it asks for them. */
struct stmt *match_statement(const struct ch_matching *m, enum statement_id statement, int role);

/* Fills m->ties; the people are read. */
enum ch_status match_ties_read(struct ch_matching *m, int learner_role, struct ch_error *err);

#endif
