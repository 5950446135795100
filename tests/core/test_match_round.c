/* Which run counts as having left somebody out: one that is over, not one that is being tried again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "match_scheme.h"

static void proposing_anew_is_no_turn_for_those_left_out(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING), enrolled;

	scheme_person(f, "Anna Ash", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	scheme_person(f, "Eve Elm", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	scheme_person(f, "Fay Fir", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	struct ch_match_result first = scheme_propose(f, programme, false), again = scheme_propose(f, programme, false);

	assert_int_equal(again.pairs[0].learner_id, first.pairs[0].learner_id);
	assert_int_equal(again.left[0].waiting, first.left[0].waiting);
	GOOD(f, ch_proposal_decline(&f->c, again.pairs[0].proposal_id, CH_BY_LEARNER, CH_DECLINE_NO_TIME,
			NULL, &f->err));
	struct ch_match_result next = scheme_propose(f, programme, false); /* that round is over: now it counts */
	assert_int_equal(next.pairs[0].learner_id, first.left[0].learner_id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(proposing_anew_is_no_turn_for_those_left_out, scheme_setup,
						scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
