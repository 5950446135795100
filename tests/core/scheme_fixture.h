/*
 * A scheme in a folder of its own, for tests of core, as a cmocka fixture:
 * the coordinator acts, and today is Monday 23 November 2026.
 */
#ifndef TESTS_CORE_SCHEME_FIXTURE_H
#define TESTS_CORE_SCHEME_FIXTURE_H

#include "chiron/chiron.h"
#include "support/temp_dir.h"

struct scheme_fixture {
	struct temp_dir *dir;
	char path[512];
	struct ch_context c;
	struct ch_arena arena; /* released at the end of the test */
	struct ch_error err;
};

int scheme_setup(void **state);
int scheme_teardown(void **state);

/* Fails the test, with the message of the error, unless the call succeeds. */
#define GOOD(fixture, call) scheme_good((fixture), (call), __FILE__, __LINE__)
void scheme_good(struct scheme_fixture *f, enum ch_status status, const char *file, int line);

/* Fails the test unless the call gives `wanted`; the error is cleared. */
#define REFUSED(fixture, wanted, call) scheme_refused((fixture), (wanted), (call), __FILE__, __LINE__)
void scheme_refused(struct scheme_fixture *f, enum ch_status wanted, enum ch_status status, const char *file, int line);

/* Moves the scheme's today. */
void scheme_today(struct scheme_fixture *f, const char *iso);

/* Spoils the file past the public functions. */
void scheme_sql(struct scheme_fixture *f, const char *sql);

/* Whether the file itself takes it, past the public functions. */
bool scheme_try_sql(struct scheme_fixture *f, const char *sql);

/* People, an open programme, and pairings, made by the public functions. */
int64_t scheme_person(struct scheme_fixture *f, const char *name, const char *email, int roles, const char *offers,
		      const char *seeks, int64_t capacity);
int64_t scheme_programme(struct scheme_fixture *f, const char *name, int kind);
/* Enrols the learner and finds them ready (R15). */
void scheme_ready(struct scheme_fixture *f, int64_t programme_id, int64_t learner_id);

/* Of a learner found ready and a guide who offers something. */
int64_t scheme_pairing(struct scheme_fixture *f, int64_t programme_id, int64_t guide_id, int64_t learner_id);

/* Agreement from the programme's defaults with both sides' yes, a goal, and the start. */
void scheme_start(struct scheme_fixture *f, int64_t pairing_id);

struct ch_pairing scheme_get_pairing(struct scheme_fixture *f, int64_t pairing_id);

#endif
