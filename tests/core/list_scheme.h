/*
 * A scheme for the tests of lists, filters and finding, as a cmocka fixture.
 * Today is Monday 23 November 2026; the actor is the coordinator.
 *
 *   people      1 Ann Lee (mentor), 2 Bo Díaz (mentee), 3 Chen Okafor (mentee, no e-mail), 4 Ann Leeson (coachee),
 *               5 Jun Novak (coach), 6 Wen Patel (mentee, waiting), 7 and 8 two called Sam Khan
 *   programmes  1 Autumn mentoring, 2 Coaching circle, 3 Coaching
 *   pairings    1 Ann Lee and Bo, active; 2 Ann Lee and Chen, closed; 3 Jun and Ann Leeson, paused;
 *               4 Ann Lee and Chen again, contracting
 *   sessions    1 to 3 of pairing 1, 4 of pairing 3; actions 1 to 3; enrolments 1 to 6; the rest has one each
 */
#ifndef TESTS_CORE_LIST_SCHEME_H
#define TESTS_CORE_LIST_SCHEME_H

#include "chiron/list.h"

struct list_scheme {
	struct temp_dir *dir;
	struct ch_context c;
	struct ch_arena arena;
	struct ch_error err;
};

int list_scheme_setup(void **state);
int list_scheme_teardown(void **state);

/*
 * Adds `count` people, and as many pairings, sessions, actions, enrolments and proposals, with ties and unknown
 * values in whatever lists sort by.
 */
void list_scheme_fill(struct list_scheme *scheme, int count);

void list_scheme_sql(struct list_scheme *scheme, const char *sql);

/* From now on the actor is this person; 0: the coordinator. */
void list_scheme_act_as(struct list_scheme *scheme, int64_t person_id);

/* The ids of the rows, in order: "3 1 2". Fails the test where fetching fails. */
const char *list_scheme_ids(struct list_scheme *scheme, struct ch_list_query query);

/*
 * The cell of this column in the row with this id; NULL where it is not known. Fails the test where there is no
 * such row.
 */
const char *list_scheme_cell(struct list_scheme *scheme, enum ch_list_id list, int64_t id, const char *key);

#endif
