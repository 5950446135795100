/* Whom to write to: the report that a mail merge is made of (R81). */
#include "check_scheme.h"

static void r81_nobody_is_written_to_of_whom_nothing_is_awaited(void **state)
{
	assert_string_equal(report(*state, all("letters")), "");
}

/* Both of a pair that has not met, each with the address of the other; nobody who has left. */
static void r81_both_are_invited_to_meet(void **state)
{
	run_sql(*state, "UPDATE person SET email = lower(name) || '@x' WHERE person_id <> 6;"
			"UPDATE person SET phone = '07700 900001', contact_preference = 'phone' WHERE person_id = 6;"
			PAIRING(3, 1, "mentoring", 5, 6, "contracting"));
	assert_string_equal(report(*state, all("letters")),
			    "Introductory meeting|2026-11-20|Eve|eve@x|-|-|Fay|-|Mentoring\n"
			    "Introductory meeting|2026-11-20|Fay|-|07700 900001|phone|Eve|eve@x|Mentoring\n");
	/* Who is known to leave takes part until then. */
	run_sql(*state, "UPDATE person SET left_on = '2026-11-24' WHERE person_id = 6");
	assert_non_null(strstr(report(*state, all("letters")), "|Fay|-|07700 900001"));
	run_sql(*state, "UPDATE person SET left_on = '2026-11-23' WHERE person_id = 6");
	assert_string_equal(report(*state, all("letters")),
			    "Introductory meeting|2026-11-20|Eve|eve@x|-|-|Fay|-|Mentoring\n");
}

/* Of an approved proposal who has not said yes; who lacks a check; whose action is overdue, whose feedback due. */
static void r81_each_is_written_to_about_what_is_theirs(void **state)
{
	run_sql(*state, PROPOSAL(1, 1, 5, 6, "approved", "2026-12-01")
			PROPOSAL(2, 1, 5, 4, "drafted", "2026-12-01") REQUIREMENT(1, "DBS", "12")
			ACTION(90, 1, "learner", "open", "2026-11-22") ACTION(91, 2, "guide", "open", "2026-11-23")
			FEEDBACK(90, 2, "guide", 3, "end", "due") ENROLMENT(90, 1, 6, "mentee", "applied", "2026-11-01")
			"UPDATE proposal SET guide_accepted_on = '2026-11-22' WHERE proposal_id = 1");
	assert_string_equal(report(*state, all("letters")), "Actions overdue|2026-11-22|Ben|-|-|-|Ada|-|Mentoring\n"
					     "Answer to a proposal|2026-11-20|Fay|-|-|-|Eve|-|Mentoring\n"
					     "Feedback|2026-11-20|Cyd|-|-|-|Dev|-|Coaching\n"
					     "Ready to be matched?|2026-11-01|Fay|-|-|-|-|-|Mentoring\n"
					     "Required check: DBS|-|Ada|-|-|-|-|-|Mentoring\n");
}

/* As long as the programme sets, as the check gone-quiet counts. */
static void r81_pairs_that_are_quiet_are_written_to(void **state)
{
	run_sql(*state, "UPDATE session SET session_date = '2026-09-20' WHERE pairing_id = 1;"
			"UPDATE pairing SET last_session_on = '2026-09-20' WHERE pairing_id = 1");
	assert_string_equal(report(*state, all("letters")), "No session for long|2026-09-20|Ada|-|-|-|Ben|-|Mentoring\n"
					     "No session for long|2026-09-20|Ben|-|-|-|Ada|-|Mentoring\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(r81_nobody_is_written_to_of_whom_nothing_is_awaited),
		check_scheme_test(r81_both_are_invited_to_meet),
		check_scheme_test(r81_each_is_written_to_about_what_is_theirs),
		check_scheme_test(r81_pairs_that_are_quiet_are_written_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
