/* What test_permission.c tries: a scheme with one of everything, and the calls that are about the scheme itself. */
#ifndef TESTS_CORE_PERMISSION_CALLS_H
#define TESTS_CORE_PERMISSION_CALLS_H

#include "scheme_fixture.h"

struct world {
	struct scheme_fixture *f;
	int64_t programme, guide, learner, outsider, pairing, spell, session, action, goal, enrolment, removable,
		proposal, guides_step, learners_step, referral, release, introduction, assessment, removable_assessment;
};

/* The list, as the actor may read it. */
enum ch_status call_list(struct world *w, enum ch_list_id id);

/* Fails the test for an operation that is not about the scheme, its files, fields or findings. */
enum ch_status call_scheme(struct world *w, enum ch_operation op);

#endif
