/*
 * Every rule once broken and once just kept. Each case begins with the scheme
 * of check_scheme.h, in which no check finds anything.
 */
#include <stdio.h>

#include "check_cases.h"
#include "core/check/check_mender.h"

static void test_nothing_is_found_where_all_is_well(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_findings findings = findings_of(scheme, NULL);

	for (size_t i = 0; i < findings.count; i++)
		print_error("%s: %s\n", findings.items[i].check->name, findings.items[i].says);
	assert_int_equal(findings.count, 0);
}

static void try_case(struct check_scheme *scheme, const struct rule_case *rule)
{
	run_sql(scheme, "SAVEPOINT rule_case");
	run_sql(scheme, rule->broken);
	struct ch_findings findings = findings_of(scheme, rule->check);

	if (findings.count != 1)
		fail_msg("%s finds %zu after: %s", rule->check, findings.count, rule->broken);
	assert_string_equal(findings.items[0].check->name, rule->check);
	assert_int_equal(findings.items[0].subject_id, rule->subject_id);
	assert_string_equal(findings.items[0].says, rule->says);
	assert_null(strchr(findings.items[0].command, '{'));
	run_sql(scheme, rule->kept);
	findings = findings_of(scheme, rule->check);
	if (findings.count != 0)
		fail_msg("%s still finds \"%s\" after: %s", rule->check, findings.items[0].says, rule->kept);
	run_sql(scheme, "ROLLBACK TO rule_case; RELEASE rule_case");
}

static void test_each_rule_broken_and_kept(void **state)
{
	for (size_t i = 0; i < sizeof(rule_cases) / sizeof(rule_cases[0]); i++)
		try_case(*state, &rule_cases[i]);
}

static void test_every_check_has_a_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < ch_check_count(); i++) {
		const char *name = ch_check_at(i)->name;
		size_t found = 0;

		for (size_t j = 0; j < sizeof(rule_cases) / sizeof(rule_cases[0]); j++)
			found += strcmp(rule_cases[j].check, name) == 0;
		if (found == 0)
			fail_msg("no case of check_cases.h breaks %s", name);
	}
}

/* So that who takes part is told to run nothing that they may not: see check_mender.h. */
static void what_each_check_is_mended_by_is_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < ch_check_count(); i++) {
		const char *command = ch_check_at(i)->command;

		if (check_mender_operation(command) == CH_NO_OPERATION && strstr(command, " list") == NULL &&
		    strstr(command, " show") == NULL)
			fail_msg("%s: which operation is \"%s\"?", ch_check_at(i)->name, command);
	}
	assert_false(check_mender_may(check_mender_operation("chiron credential add 'DBS' --person 1"), true));
	assert_false(check_mender_may(check_mender_operation("chiron pairing start 1"), false));
	assert_true(check_mender_may(check_mender_operation("chiron pairing start 1"), true));
	assert_true(check_mender_may(check_mender_operation("chiron log 1"), false));
}

/* R2: of the chain Ada - Ben - Cyd - Dev anybody is in the line of anybody; Eve, Dev's sibling, is not in Dev's. */
static void r2_in_the_line_at_any_depth_siblings_are_not(void **state)
{
	struct check_scheme *scheme = *state;
	static const struct {
		int guide, learner;
		size_t found;
	} pairs[] = {{1, 2, 1}, {1, 3, 1}, {1, 4, 1}, {2, 4, 1}, {3, 4, 1}, {4, 1, 1}, {4, 2, 1},
		     {2, 1, 1}, {4, 5, 0}, {5, 4, 0}, {1, 5, 1}, {1, 6, 0}, {6, 1, 0}};

	run_sql(scheme, "UPDATE person SET manager_id = person_id - 1 WHERE person_id IN (2, 3, 4);"
			"UPDATE person SET manager_id = 3 WHERE person_id = 5; DELETE FROM proposal");
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char sql[120];

		snprintf(sql, sizeof(sql), "UPDATE pairing SET guide_id = %d, learner_id = %d WHERE pairing_id = 1",
			 pairs[i].guide, pairs[i].learner);
		run_sql(scheme, sql);
		if (findings_of(scheme, "mentor-in-reporting-line").count != pairs[i].found)
			fail_msg("wrong for mentor %d and mentee %d", pairs[i].guide, pairs[i].learner);
	}
}

/* A roster may say that two manage each other; the check ends all the same. */
static void test_loop_of_managers(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, "UPDATE person SET manager_id = 5 WHERE person_id IN (1, 6);"
			"UPDATE person SET manager_id = 6 WHERE person_id = 5");
	assert_int_equal(findings_of(scheme, "mentor-in-reporting-line").count, 0);
	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2;"
			"UPDATE person SET manager_id = 2 WHERE person_id = 1");
	assert_int_equal(findings_of(scheme, "mentor-in-reporting-line").count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(test_nothing_is_found_where_all_is_well),
		check_scheme_test(test_each_rule_broken_and_kept),
		cmocka_unit_test(test_every_check_has_a_case),
		cmocka_unit_test(what_each_check_is_mended_by_is_known),
		check_scheme_test(r2_in_the_line_at_any_depth_siblings_are_not),
		check_scheme_test(test_loop_of_managers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
