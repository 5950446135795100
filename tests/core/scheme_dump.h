/* All that a scheme holds but its journals, as text: for tests that say "as it was". */
#ifndef TESTS_CORE_SCHEME_DUMP_H
#define TESTS_CORE_SCHEME_DUMP_H

#include "scheme_fixture.h"

/*
 * Every record but for its row version, the terms of people and the pair's wording, in the fixture's arena. Journal,
 * audit log and steps are not in it.
 */
const char *scheme_dump(struct scheme_fixture *f);

/* Fails the test where the scheme is not what was dumped, showing the first line that differs. */
void scheme_is(struct scheme_fixture *f, const char *dump);

/* Fails the test unless the file, the audit chain and what is counted are all as they should be. */
void scheme_is_whole(struct scheme_fixture *f);

/* The number that the statement gives. */
int64_t scheme_number(struct scheme_fixture *f, const char *sql);

#endif
