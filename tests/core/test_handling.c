/* Snoozing, assigning and acknowledging findings, and how they come back. */
#include "check_scheme.h"

static const char overdue[] = "UPDATE pairing SET next_due_on = '2026-11-01' WHERE pairing_id = 1;"
			      "UPDATE pairing SET unfinished_records = 1 WHERE pairing_id = 1;"
			      "UPDATE session SET complete = NULL WHERE session_id = 2;"
			      PERSON(9, "Ira", "NULL");

#define KEY(check, subject) (&(struct ch_finding_key){.check_name = check, .subject_id = subject})
#define DAY(iso) ch_date_from_iso(iso)

static void good(enum ch_status status, const struct ch_error *err)
{
	if (status != CH_OK)
		fail_msg("%s", err->message);
}

static struct ch_findings attention(struct check_scheme *scheme)
{
	struct ch_findings findings;
	struct ch_error err = CH_NO_ERROR;

	good(ch_attention(&scheme->c, &scheme->arena, &findings, &err), &err);
	return findings;
}

/* Of pairing 1. */
static struct ch_findings found(struct check_scheme *scheme, const char *check, bool all)
{
	struct ch_check_query query = {.rule = check, .subject_id = 1, .all = all};
	struct ch_findings findings;
	struct ch_error err = CH_NO_ERROR;

	good(ch_check_run(&scheme->c, &query, &scheme->arena, &findings, &err), &err);
	return findings;
}

static void snooze(struct check_scheme *scheme, const char *check, int64_t subject, const char *until)
{
	struct ch_error err = CH_NO_ERROR;

	good(ch_finding_snooze(&scheme->c, KEY(check, subject), DAY(until), &err), &err);
}

/* The desks of the two have nothing of it; to whoever put it off it says of whom it is. */
static void a_snoozed_misfit_is_listed_with_its_pair(void **state)
{
	const struct ch_list_query query = {.list = CH_LIST_HANDLINGS};
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;
	const char *pair[2] = {NULL, NULL};

	run_sql(scheme, "UPDATE feedback SET fit = 'not_a_good_fit' WHERE feedback_id = 2");
	snooze(scheme, "re-match-wanted", 2, "2026-11-30");
	good(ch_list_fetch(&scheme->c, &query, &scheme->arena, &grid, &err), &err);
	assert_int_equal(grid.row_count, 1);
	for (size_t i = 0; i < grid.column_count; i++)
		if (strcmp(grid.columns[i].key, "guide") == 0 || strcmp(grid.columns[i].key, "learner") == 0)
			pair[strcmp(grid.columns[i].key, "learner") == 0] = grid.rows[0].cells[i];
	assert_string_equal(pair[0], "Cyd");
	assert_string_equal(pair[1], "Dev");
}

static void refused(enum ch_status wanted, enum ch_status status)
{
	assert_int_equal(status, wanted);
}

static void a_snoozed_finding_is_back_on_the_day(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, overdue);
	assert_string_equal(attention(scheme).items[0].check->name, "session-overdue");
	snooze(scheme, "session-overdue", 1, "2026-11-30");
	assert_int_equal(attention(scheme).count, 0); /* its unfinished record waits behind it */
	assert_int_equal(attention(scheme).snoozed, 1);
	assert_int_equal(found(scheme, "session-overdue", false).count, 0);
	assert_int_equal(found(scheme, "session-overdue", true).items[0].until, DAY("2026-11-30"));
	assert_int_equal(found(scheme, "unfinished-record", false).count, 1);
	scheme->c.clock.fixed_today = DAY("2026-11-29");
	assert_int_equal(found(scheme, "session-overdue", false).count, 0);
	scheme->c.clock.fixed_today = DAY("2026-11-30");
	assert_int_equal(found(scheme, "session-overdue", false).count, 1);
}

static void a_worse_finding_about_the_pairing_shows(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, overdue);
	snooze(scheme, "session-overdue", 1, "2026-12-24");
	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2;");
	assert_int_equal(attention(scheme).count, 1);
	assert_string_equal(attention(scheme).items[0].check->name, "mentor-in-reporting-line");
}

/* Pairing 2, Cyd's: never started (R33, a warning of more harm), and without the training that R8 asks for. */
static const char untrained[] = "UPDATE pairing SET sessions_held = 0, last_session_on = NULL, made_on = '2026-06-01'"
				" WHERE pairing_id = 2;"
				"DELETE FROM session WHERE pairing_id = 2; DELETE FROM credential;";

static void what_refuses_comes_before_warnings_and_is_not_hidden_by_one(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, overdue);
	run_sql(scheme, untrained);
	struct ch_findings findings = attention(scheme);

	assert_int_equal(findings.count, 2);
	assert_string_equal(findings.items[0].check->name, "guide-without-training");
	assert_string_equal(findings.items[1].check->name, "session-overdue");
	snooze(scheme, "never-started", 2, "2026-12-24");
	assert_int_equal(attention(scheme).count, 2);
	assert_string_equal(attention(scheme).items[0].check->name, "guide-without-training");
	snooze(scheme, "guide-without-training", 2, "2026-12-24");
	assert_int_equal(attention(scheme).count, 1);
}

/* R8 is harm 10, never-started 6 and session-overdue 11. */
static void what_a_programme_lowered_stands_among_the_warnings(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, overdue);
	run_sql(scheme, untrained);
	run_sql(scheme, "UPDATE settings SET lowered_rules = 'R8'");
	assert_string_equal(attention(scheme).items[0].check->name, "never-started");
	run_sql(scheme, "UPDATE settings SET never_started_days = 365");
	assert_string_equal(attention(scheme).items[0].check->name, "guide-without-training");
	assert_int_equal(attention(scheme).items[0].severity, CH_SEVERITY_WARN);
	assert_string_equal(attention(scheme).items[1].check->name, "session-overdue");
	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2;");
	assert_string_equal(attention(scheme).items[0].check->name, "mentor-in-reporting-line");
	assert_string_equal(attention(scheme).items[1].check->name, "guide-without-training");
}

static void it_is_back_as_soon_as_it_is_more(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, "UPDATE pairing SET unfinished_records = 1 WHERE pairing_id = 1;"
			"UPDATE session SET complete = NULL WHERE session_id = 2;");
	snooze(scheme, "unfinished-record", 1, "2026-12-24");
	assert_int_equal(found(scheme, "unfinished-record", false).count, 0);
	run_sql(scheme, "UPDATE pairing SET unfinished_records = 2 WHERE pairing_id = 1;"
			"UPDATE session SET complete = NULL WHERE session_id = 1;");
	assert_int_equal(found(scheme, "unfinished-record", false).count, 1);
	snooze(scheme, "unfinished-record", 1, "2026-12-24"); /* so it may be again */
	assert_int_equal(found(scheme, "unfinished-record", false).count, 0);
}

static void what_is_acknowledged_lets_the_next_be_seen(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;

	run_sql(scheme, overdue);
	good(ch_finding_acknowledge(&scheme->c, KEY("session-overdue", 1), DAY("2027-01-31"), " away ", &err), &err);
	assert_int_equal(attention(scheme).count, 1);
	assert_int_equal(attention(scheme).acknowledged, 1);
	assert_string_equal(attention(scheme).items[0].check->name, "unfinished-record");
	assert_string_equal(found(scheme, "session-overdue", true).items[0].reason, "away");
	scheme->c.clock.fixed_today = DAY("2027-01-31");
	assert_int_equal(found(scheme, "session-overdue", false).count, 1);
}

static void what_is_refused_is_not_acknowledged(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;

	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2;");
	refused(CH_DATA, ch_finding_acknowledge(&scheme->c, KEY("mentor-in-reporting-line", 1), DAY("2026-12-24"),
						"we know", &err));
	assert_string_equal(err.rule, "R2");
	snooze(scheme, "mentor-in-reporting-line", 1, "2026-12-24");
	assert_int_equal(attention(scheme).count, 0);
}

static void days_and_reasons_are_needed(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_context *c = &scheme->c;

	run_sql(scheme, overdue);
	refused(CH_DATA, ch_finding_snooze(c, KEY("session-overdue", 1), CH_NO_DATE, &err));
	refused(CH_DATA, ch_finding_snooze(c, KEY("session-overdue", 1), DAY("2026-11-23"), &err));
	refused(CH_DATA, ch_finding_snooze(c, KEY("session-overdue", 1), DAY("2028-11-23"), &err));
	refused(CH_DATA, ch_finding_acknowledge(c, KEY("session-overdue", 1), DAY("2026-12-24"), "  ", &err));
	refused(CH_MISSING, ch_finding_snooze(c, KEY("session-overdue", 2), DAY("2026-12-24"), &err));
	refused(CH_MISSING, ch_finding_release(c, KEY("session-overdue", 1), &err));
	assert_int_equal(attention(scheme).count, 1);
}

#define TO(id) ((struct ch_assignee){.person_id = (id)})
#define COORDINATOR(id) ((struct ch_assignee){.coordinator_id = (id)})

static void an_assigned_finding_stays_on_the_list_with_the_name(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;

	run_sql(scheme, overdue);
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), TO(9), &err), &err);
	assert_string_equal(attention(scheme).items[0].assigned_to, "Ira");
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), TO(0), &err), &err);
	assert_null(attention(scheme).items[0].assigned_to);
	refused(CH_MISSING, ch_finding_assign(&scheme->c, KEY("session-overdue", 1), TO(4711), &err));
}

/* A coordinator is nobody of the people; one of other programmes would not see it (R83). */
static void r83_a_coordinator_is_given_what_they_look_after(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_assignee to;

	run_sql(scheme, overdue);
	run_sql(scheme, "INSERT INTO coordinator (coordinator_id, row_version, name, limited) VALUES"
			" (7, 1, 'Jo Colleague', NULL), (8, 1, 'Kit Elsewhere', 'yes');"
			"INSERT INTO charge (row_version, coordinator_id, programme_id) VALUES (1, 8, 2)");
	good(ch_assignee_find(&scheme->c, "jo", &to, &err), &err);
	assert_int_equal(to.coordinator_id, 7);
	assert_int_equal(to.person_id, 0);
	assert_string_equal(ch_assignee_name(&scheme->c, to, &scheme->arena), "Jo Colleague");
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), to, &err), &err);
	assert_string_equal(attention(scheme).items[0].assigned_to, "Jo Colleague");
	refused(CH_DATA, ch_finding_assign(&scheme->c, KEY("session-overdue", 1), COORDINATOR(8), &err));
	assert_non_null(strstr(err.message, "does not look after"));
	err = CH_NO_ERROR;
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), TO(9), &err), &err);
	assert_string_equal(attention(scheme).items[0].assigned_to, "Ira");
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), to, &err), &err);
	good(ch_coordinator_remove(&scheme->c, 7, &err), &err);
	assert_null(attention(scheme).items[0].assigned_to);
}

/* It names others: who takes part gets only what is on their own list. Staff and coordinators get any. */
static void r79_no_stranger_is_given_a_finding(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_context *c = &scheme->c;

	run_sql(scheme, overdue);
	run_sql(scheme, "UPDATE person SET roles = 'mentor' WHERE person_id = 1;"
			"UPDATE person SET roles = 'mentee' WHERE person_id IN (2, 4, 5)");
	refused(CH_DATA, ch_finding_assign(c, KEY("session-overdue", 1), TO(4), &err));
	assert_non_null(strstr(err.message, "they would not see it"));
	assert_non_null(strstr(err.message, "mentee"));
	err = CH_NO_ERROR;
	assert_null(attention(scheme).items[0].assigned_to);
	good(ch_finding_assign(c, KEY("session-overdue", 1), TO(1), &err), &err); /* the mentor whom it is about */
	run_sql(scheme, "INSERT INTO coordinator (row_version, name) SELECT 1, name FROM person WHERE person_id = 4");
	good(ch_finding_assign(c, KEY("session-overdue", 1), TO(4), &err), &err);
}

/* The list is the coordinator's: what a guide's own list says of their pairing does not depend on it. */
static void the_pair_sees_its_own_all_the_same(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, overdue);
	snooze(scheme, "session-overdue", 1, "2026-12-24");
	scheme->c.actor.person_id = 1;
	assert_int_equal(attention(scheme).count, 1);
	assert_null(attention(scheme).items[0].assigned_to);
}

static void all_of_it_can_be_undone(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_undone undone;

	run_sql(scheme, overdue);
	snooze(scheme, "session-overdue", 1, "2026-12-24");
	good(ch_finding_assign(&scheme->c, KEY("session-overdue", 1), TO(9), &err), &err);
	good(ch_finding_release(&scheme->c, KEY("session-overdue", 1), &err), &err);
	assert_int_equal(attention(scheme).count, 1);
	good(ch_undo(&scheme->c, 0, &scheme->arena, &undone, &err), &err);
	assert_string_equal(undone.words, "finding about Ada and Ben brought back");
	assert_int_equal(attention(scheme).count, 0);
	good(ch_undo(&scheme->c, 0, &scheme->arena, &undone, &err), &err);
	assert_string_equal(undone.words, "finding about Ada and Ben assigned");
	good(ch_undo(&scheme->c, 0, &scheme->arena, &undone, &err), &err);
	assert_string_equal(undone.words, "finding about Ada and Ben snoozed");
	assert_int_equal(attention(scheme).count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, check_scheme_setup, check_scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_snoozed_finding_is_back_on_the_day),
		TEST(a_snoozed_misfit_is_listed_with_its_pair),
		TEST(a_worse_finding_about_the_pairing_shows),
		TEST(what_refuses_comes_before_warnings_and_is_not_hidden_by_one),
		TEST(what_a_programme_lowered_stands_among_the_warnings),
		TEST(it_is_back_as_soon_as_it_is_more),
		TEST(what_is_acknowledged_lets_the_next_be_seen),
		TEST(what_is_refused_is_not_acknowledged),
		TEST(days_and_reasons_are_needed),
		TEST(an_assigned_finding_stays_on_the_list_with_the_name),
		TEST(r79_no_stranger_is_given_a_finding),
		TEST(r83_a_coordinator_is_given_what_they_look_after),
		TEST(the_pair_sees_its_own_all_the_same),
		TEST(all_of_it_can_be_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
