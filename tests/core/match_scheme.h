/* A scheme whose programme proposes pairs: people to be paired, asking, and looking at the answer. */
#ifndef TESTS_CORE_MATCH_SCHEME_H
#define TESTS_CORE_MATCH_SCHEME_H

#include "scheme_fixture.h"

int64_t scheme_mentor(struct scheme_fixture *f, const char *name, const char *offers, int64_t capacity);
int64_t scheme_mentee(struct scheme_fixture *f, const char *name, const char *seeks);
struct ch_person scheme_person_of(struct scheme_fixture *f, int64_t person_id);

/* One that is not recorded yet. */
struct ch_enrolment scheme_enrolment(int64_t programme, int64_t person_id, int role);

/* A programme with everybody enrolled whose roles fit. */
int64_t scheme_programme_all(struct scheme_fixture *f, const char *name, int kind);

/* Opens, solves and tells; without `dry_run` keeps it, too. */
struct ch_match_result scheme_propose(struct scheme_fixture *f, int64_t programme, bool dry_run);

/* The learner's pair, or why there is none; the test fails where it is not in the answer. */
const struct ch_match_pair *scheme_pair_proposed(const struct ch_match_result *result, int64_t learner);
const struct ch_match_left *scheme_left_out(const struct ch_match_result *result, int64_t learner);

/* How many proposals the scheme holds, whatever their state. */
int64_t scheme_proposals(struct scheme_fixture *f);

#endif
