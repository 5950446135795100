/* The linter and the first screen: order, choice, overrides, and who sees what. */
#include "check_scheme.h"

static struct ch_findings attention(struct check_scheme *scheme)
{
	struct ch_findings findings;
	struct ch_error err = CH_NO_ERROR;

	if (ch_attention(&scheme->c, &scheme->arena, &findings, &err) != CH_OK)
		fail_msg("%s", err.message);
	return findings;
}

static struct ch_findings run(struct check_scheme *scheme, struct ch_check_query query)
{
	struct ch_findings findings;
	struct ch_error err = CH_NO_ERROR;

	if (ch_check_run(&scheme->c, &query, &scheme->arena, &findings, &err) != CH_OK)
		fail_msg("%s", err.message);
	return findings;
}

/* Breaks several rules at once: pairing 1 R2, overdue, unfinished; pairing 2 unfinished; one learner waits. */
static const char trouble[] = "UPDATE person SET manager_id = 1 WHERE person_id = 2;"
			      "UPDATE pairing SET next_due_on = '2026-11-01' WHERE pairing_id = 1;"
			      "UPDATE pairing SET unfinished_records = 1;"
			      "UPDATE session SET complete = NULL WHERE session_id IN (2, 3);"
			      ENROLMENT(5, 1, 5, "mentee", "ready", "2026-11-20");

static bool looks_away(void *data, int64_t done, int64_t total)
{
	(void)data, (void)done, (void)total;
	return false;
}

static void test_attention_has_one_line_a_pairing(void **state)
{
	struct check_scheme *scheme = *state;

	assert_int_equal(attention(scheme).count, 0);
	run_sql(scheme, trouble);
	struct ch_findings findings = attention(scheme);

	assert_int_equal(findings.count, 3);
	assert_string_equal(findings.items[0].check->name, "mentor-in-reporting-line");
	assert_string_equal(findings.items[0].who, "Ada / Ben");
	assert_int_equal(findings.items[0].pairing_id, 1);
	assert_int_equal(findings.items[0].programme_id, 1);
	assert_string_equal(findings.items[1].check->name, "unfinished-record");
	assert_int_equal(findings.items[1].pairing_id, 2);
	assert_string_equal(findings.items[2].check->name, "learners-waiting");
	assert_string_equal(findings.items[2].who, "Mentoring");
	assert_string_equal(findings.items[2].command, "chiron match 1");
}

/* Step by step the same is found, and what was stopped is run again. */
static void test_attention_in_steps(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_attention *reading = ch_attention_new(0, false);
	struct ch_error err = CH_NO_ERROR;
	size_t checks, run, before = 0;

	run_sql(scheme, trouble);
	while (!ch_attention_whole(reading)) {
		const struct ch_work stop = {.look = looks_away};

		scheme->c.work = &stop;
		assert_int_equal(ch_attention_step(&scheme->c, reading, &err), CH_STOPPED);
		err = CH_NO_ERROR;
		scheme->c.work = NULL;
		assert_int_equal(ch_attention_step(&scheme->c, reading, &err), CH_OK);
		assert_true(ch_attention_found(reading, &checks, &run)->count >= before);
		before = ch_attention_found(reading, &checks, &run)->count;
	}
	assert_int_equal(run, checks);
	assert_int_equal(before, attention(scheme).count);
	assert_string_equal(ch_attention_found(reading, &checks, &run)->items[0].check->name,
			    "mentor-in-reporting-line");
	ch_attention_free(reading);
}

/* Of many findings of one check some are kept, and the others counted. */
static void test_attention_counts_what_is_too_much(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_attention *reading = ch_attention_new(1, false);
	struct ch_error err = CH_NO_ERROR;
	size_t checks, run, all;

	run_sql(scheme, trouble);
	for (int i = 0; i < 4; i++)
		run_sql(scheme, "INSERT INTO programme (row_version, name, kind, type, state) VALUES (1, 'P' ||"
				" (SELECT count(*) FROM programme), 'mentoring', 'standard', 'running');"
				"INSERT INTO enrolment (row_version, programme_id, person_id, role, state, applied_on)"
				" SELECT 1, max(programme_id), 5, 'mentee', 'ready', '2026-11-20' FROM programme;");
	all = attention(scheme).count;
	while (!ch_attention_whole(reading))
		assert_int_equal(ch_attention_step(&scheme->c, reading, &err), CH_OK);
	assert_true(ch_attention_found(reading, &checks, &run)->left_out > 0);
	assert_int_equal(ch_attention_found(reading, &checks, &run)->count +
				 ch_attention_found(reading, &checks, &run)->left_out,
			 all);
	ch_attention_free(reading);
}

/* What the first screen counts are those whom the checks name: either role, nobody who left or is paired. */
static void test_figures_count_whom_the_checks_name(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_figures figures;

	run_sql(scheme, PERSON(7, "Gus", "1") PERSON(8, "Hal", "1") PERSON(9, "Ivy", "1") LEAVES);
	run_sql(scheme, ENROLMENT(11, 1, 5, "mentee", "applied", "2026-11-01")); /* who leaves */
	run_sql(scheme, ENROLMENT(12, 1, 6, "mentor", "applied", "2026-11-01"));
	run_sql(scheme, ENROLMENT(13, 2, 6, "coachee", "applied", "2026-11-01"));
	run_sql(scheme, ENROLMENT(14, 1, 7, "mentee", "ready", "2026-11-01"));
	run_sql(scheme, ENROLMENT(15, 1, 8, "mentor", "not_ready", "2026-11-01"));
	run_sql(scheme, ENROLMENT(17, 2, 8, "coach", "applied", "2026-11-01"));
	run_sql(scheme, ENROLMENT(16, 1, 9, "mentee", "ready", "2026-11-01"));
	run_sql(scheme, "UPDATE enrolment SET state = 'applied' WHERE person_id IN (1, 4);"
			"INSERT INTO enrolment (row_version, programme_id, person_id, role, state, applied_on)"
			" VALUES (1, 1, 1, 'mentee', 'applied', '2026-11-01');");
	assert_int_equal(ch_figures_read(&scheme->c, &figures, &err), CH_OK);
	assert_int_equal(figures.applied, 4);
	assert_int_equal(figures.applied,
			 run(scheme, (struct ch_check_query){.rule = "waiting-for-readiness"}).count);
	assert_int_equal(figures.waiting, 2);
	assert_int_equal(figures.waiting, run(scheme, (struct ch_check_query){.rule = "waiting-for-a-match"}).count);
}

static void test_attention_leaves_out_what_is_accepted(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, trouble);
	run_sql(scheme, OVERRIDE("R2", "mentor-in-reporting-line", "1", "1"));
	struct ch_findings findings = attention(scheme);

	assert_int_equal(findings.count, 3);
	assert_string_equal(findings.items[0].check->name, "session-overdue");
	assert_int_equal(findings.items[0].pairing_id, 1);
}

static void test_attention_holds_many_pairings(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme,
		"CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
		" SELECT i FROM n;"
		"INSERT INTO person (person_id, row_version, name, sort_name, search_key)"
		" SELECT 1000 + i, 1, 'x' || i, 'x' || i, 'x' || i FROM n;"
		"INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, "
		"made_on,"
		" sessions_held, open_actions, unfinished_records)"
		" SELECT 1000 + i, 1, 1, 'mentoring', 5, 1000 + i, 'active', '2026-01-01', 0, 0, 1 FROM n;"
		"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on)"
		" SELECT 1000 + i, 1, 1000 + i, 1, '2026-01-01' FROM n;"
		"UPDATE pairing SET spell_id = pairing_id WHERE pairing_id > 1000");
	struct ch_findings findings = attention(scheme);

	assert_int_equal(findings.count, 500);
	for (size_t i = 0; i < findings.count; i++)
		assert_string_equal(findings.items[i].check->name, "never-started");
}

static void test_run_in_order_of_severity(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, trouble);
	run_sql(scheme, "UPDATE pairing SET sessions_held = 7 WHERE pairing_id = 2");
	struct ch_findings findings = run(scheme, (struct ch_check_query){.rule = NULL});

	assert_string_equal(findings.items[0].check->name, "kept-columns");
	assert_string_equal(findings.items[1].check->name, "mentor-in-reporting-line");
	for (size_t i = 1; i < findings.count; i++)
		assert_true(findings.items[i - 1].check->severity <= findings.items[i].check->severity);
	findings = run(scheme, (struct ch_check_query){.severity = CH_SEVERITY_REFUSE});
	assert_int_equal(findings.count, 2);
	findings = run(scheme, (struct ch_check_query){.severity = CH_SEVERITY_ABSOLUTE});
	assert_int_equal(findings.count, 1);
}

static void test_run_of_a_rule_a_programme_a_subject(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_findings findings;

	run_sql(scheme, trouble);
	assert_int_equal(findings_of(scheme, "R2").count, 1);
	assert_int_equal(findings_of(scheme, "R42").count, 2);
	findings = run(scheme, (struct ch_check_query){.rule = "R42", .programme_id = 2});
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.items[0].subject_id, 2);
	findings = run(scheme, (struct ch_check_query){.rule = "R42", .subject_id = 1});
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.items[0].subject_id, 1);
	assert_int_equal(
		ch_check_run(&scheme->c, &(struct ch_check_query){.rule = "R6"}, &scheme->arena, &findings, &err),
		CH_MISSING);
	assert_int_equal(findings.count, 0);
}

static void test_an_override_lowers_what_is_refused_and_nothing_else(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, trouble);
	run_sql(scheme, OVERRIDE("R2", "mentor-in-reporting-line", "2", "1")
				OVERRIDE("R2", "mentor-in-reporting-line", "NULL", "1")
					OVERRIDE("R42", "unfinished-record", "1", "1"));
	struct ch_findings findings = findings_of(scheme, "R2");

	assert_null(findings.items[0].overridden); /* another pairing's, and the programme's as a whole */
	findings = findings_of(scheme, "R42");
	assert_null(findings.items[0].overridden);
	assert_null(findings.items[1].overridden);

	run_sql(scheme, OVERRIDE("R2", "mentor-in-reporting-line", "1", "NULL"));
	findings = findings_of(scheme, "R2");
	assert_string_equal(findings.items[0].overridden, "they asked for it");
	assert_int_equal(run(scheme, (struct ch_check_query){.rule = "R2", .severity = CH_SEVERITY_WARN}).count, 0);
	assert_int_equal(run(scheme, (struct ch_check_query){.rule = "R2", .severity = CH_SEVERITY_INFORM}).count, 1);

	/* A pair that is only proposed is not the programme either. */
	run_sql(scheme, PROPOSAL(1, 1, 1, 2, "drafted", "2026-12-01")
				OVERRIDE("R2", "proposed-mentor-in-reporting-line", "NULL", "1"));
	assert_null(findings_of(scheme, "proposed-mentor-in-reporting-line").items[0].overridden);

	run_sql(scheme,
		"UPDATE programme SET purpose = NULL;" OVERRIDE("R20", "design-record-incomplete", "NULL", "1"));
	assert_string_equal(findings_of(scheme, "R20").items[0].overridden, "they asked for it");
}

static void test_a_guide_sees_what_concerns_their_pairings(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, trouble);
	run_sql(scheme, OVERRIDE("R2", "mentor-in-reporting-line", "1", "1"));
	scheme->c.actor = (struct ch_actor){.person_id = 1, .name = "Ada", .channel = "test"};
	struct ch_findings findings = run(scheme, (struct ch_check_query){.rule = NULL});

	assert_int_equal(findings.count, 4); /* R2, R32, R35, R42 */
	for (size_t i = 0; i < findings.count; i++)
		assert_int_equal(findings.items[i].pairing_id, 1);
	assert_string_equal(findings_of(scheme, "R2").items[0].overridden, "accepted by the coordinator");
	scheme->c.actor.person_id = 4;
	assert_int_equal(attention(scheme).count, 1);
	assert_int_equal(attention(scheme).items[0].pairing_id, 2);
	scheme->c.actor.person_id = 6;
	assert_int_equal(attention(scheme).count, 0);
}

static size_t count_of(const struct ch_findings *findings, const char *check)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += strcmp(findings->items[i].check->name, check) == 0;
	return count;
}

/* One thing to do is said once: the worse of two checks that the same command mends; by itself either says it. */
static void test_a_check_yields_to_what_says_as_much(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, "UPDATE pairing SET next_due_on = '2026-11-01' WHERE pairing_id = 2;"
			"UPDATE credential SET expires_on = '2026-11-22';" REQUIREMENT(2, "Coach training", "12"));
	struct ch_findings findings = run(scheme, (struct ch_check_query){.rule = NULL});
	assert_int_equal(count_of(&findings, "required-check-missing"), 1);
	assert_int_equal(count_of(&findings, "guide-without-training"), 0);
	assert_int_equal(count_of(&findings, "session-overdue"), 1);
	findings = findings_of(scheme, "R8");
	assert_int_equal(count_of(&findings, "guide-without-training"), 1);
	assert_non_null(strstr(findings.items[0].command, "'Coach training'"));

	run_sql(scheme, "UPDATE pairing SET last_session_on = '2026-10-09' WHERE pairing_id = 2;"
			"UPDATE requirement SET name = 'DBS'");
	findings = run(scheme, (struct ch_check_query){.rule = NULL});
	assert_int_equal(count_of(&findings, "required-check-missing"), 1);
	assert_int_equal(count_of(&findings, "guide-without-training"), 1);
	assert_int_equal(count_of(&findings, "gone-quiet"), 1);
	assert_int_equal(count_of(&findings, "session-overdue"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(test_attention_has_one_line_a_pairing),
		check_scheme_test(test_attention_in_steps),
		check_scheme_test(test_attention_counts_what_is_too_much),
		check_scheme_test(test_figures_count_whom_the_checks_name),
		check_scheme_test(test_attention_leaves_out_what_is_accepted),
		check_scheme_test(test_attention_holds_many_pairings),
		check_scheme_test(test_run_in_order_of_severity),
		check_scheme_test(test_run_of_a_rule_a_programme_a_subject),
		check_scheme_test(test_an_override_lowers_what_is_refused_and_nothing_else),
		check_scheme_test(test_a_check_yields_to_what_says_as_much),
		check_scheme_test(test_a_guide_sees_what_concerns_their_pairings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
