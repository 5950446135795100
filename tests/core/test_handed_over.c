/* Reports of what the next coordinator has to know: what was promised, put off and overridden, and where copies are. */
#include "check_scheme.h"

static void r2_exceptions_are_listed(void **state)
{
	struct ch_report_query query = all("exceptions");

	run_sql(*state, OVERRIDE("R2", "mentor-in-reporting-line", "1", "NULL")
				OVERRIDE("R20", "design-record-incomplete", "NULL",
					 "2") "UPDATE override SET made_by = 6 WHERE override_id = 1");
	assert_string_equal(report(*state, query),
			    "2026-11-20|R20|Programme's design is incomplete|Coaching|-|"
			    "they asked for it|coordinator\n"
			    "2026-11-20|R2|Mentor in the reporting line|Mentoring|Ada / Ben|"
			    "they asked for it|Fay\n");
	query.programme_id = 2;
	assert_string_equal(report(*state, query),
			    "2026-11-20|R20|Programme's design is incomplete|Coaching|-|"
			    "they asked for it|coordinator\n");
}

/* In figures for those outside: no name and no reason. */
static void r2_exceptions_are_counted_by_rule(void **state)
{
	run_sql(*state, OVERRIDE("R2", "mentor-in-reporting-line", "1", "NULL")
				OVERRIDE("R2", "mentor-in-reporting-line", "1", "NULL")
					OVERRIDE("R20", "design-record-incomplete", "NULL", "2")
		"UPDATE settings SET lowered_rules = 'R8; R14' WHERE programme_id = 2");
	assert_string_equal(report(*state, all("exceptions-by-rule")),
			    "Coaching|R20|Programme's design is incomplete|1|-\n"
			    "Coaching|R8; R14|-|-|yes\n"
			    "Mentoring|R2|Mentor in the reporting line|2|-\n");
}

/* R82: what the next coordinator has to know that no list of records shows at once. */
static void r82_promises_are_handed_over(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, FEEDBACK(11, 1, "learner", 2, "follow_up", "due") REFERRAL(1, 1, "raised", "2026-11-15"));
	run_sql(scheme, "INSERT INTO handling (row_version, check_name, subject_id, pairing_id, snoozed_until, reason,"
			" made_on) VALUES (1, 'gone-quiet', 1, 1, '2026-12-01', 'on holiday', '2026-11-20'),"
			" (1, 'gone-quiet', 2, 2, '2026-11-01', 'over', '2026-10-20')");
	run_sql(scheme, "INSERT INTO proposal (row_version, programme_id, guide_id, learner_id, state, proposed_on,"
			" expires_on) VALUES (1, 1, 1, 5, 'drafted', '2026-11-20', '2026-12-11'),"
			" (1, 1, 1, 6, 'declined', '2026-11-20', NULL)");
	assert_string_equal(report(scheme, all("promises")),
			    "Quiet|Ada|Ben|Mentoring|2026-12-01|-|-|on holiday|2026-11-20\n");
	assert_string_equal(report(scheme, all("feedback-due")), "2026-11-20|follow_up|Ben|Ada|Mentoring|-|-\n");
	assert_string_equal(report(scheme, all("consents-open")), "referral|raised|2026-11-15|Ada|Ben|Mentoring\n");
	assert_string_equal(report(scheme, all("proposals-open")),
			    "Mentoring|Ada|Eve|drafted|2026-11-20|2026-12-11\n");
}

/* What coordinators were given is theirs to hand over as well; what is back on the day is put off no more. */
static void r82_what_a_coordinator_was_given_is_handed_over(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, "INSERT INTO coordinator (coordinator_id, row_version, name) VALUES (1, 1, 'Jo Colleague');"
			"INSERT INTO handling (row_version, check_name, subject_id, pairing_id, made_on,"
			" assigned_coordinator_id) VALUES (1, 'gone-quiet', 1, 1, '2026-11-20', 1);"
			"INSERT INTO handling (row_version, check_name, subject_id, pairing_id, made_on,"
			" snoozed_until) VALUES (1, 'gone-quiet', 2, 2, '2026-11-20', '2026-11-23')");
	assert_string_equal(report(scheme, all("promises")), "Quiet|Ada|Ben|Mentoring|-|Jo Colleague|-|-|2026-11-20\n");
}

static void r82_where_the_copies_are_is_said(void **state)
{
	run_sql(*state, "UPDATE scheme SET backup_place = 'the safe'");
	assert_string_equal(report(*state, all("keeping")), "Test|the safe|2|0|no\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(r2_exceptions_are_listed),
		check_scheme_test(r2_exceptions_are_counted_by_rule),
		check_scheme_test(r82_promises_are_handed_over),
		check_scheme_test(r82_what_a_coordinator_was_given_is_handed_over),
		check_scheme_test(r82_where_the_copies_are_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
