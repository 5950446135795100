/* Gates: the pending record is judged before COMMIT; what is absolute is never overridden. */
#include "check_scheme.h"
#include "core/check/check_gate.h"
#include "store/stmt.h"

/* Pairing 3, with all that acceptance asks for. */
#define ADA_AND_EVE READY(50, 1, 5, "mentee") PAIRING(3, 1, "mentoring", 1, 5, "contracting")
#define CYD_AND_EVE READY(51, 2, 5, "coachee") PAIRING(3, 2, "coaching", 3, 5, "contracting")

/* Gate of the pairing in an open transaction that is rolled back; how many overrides it recorded. */
static enum ch_status gate(struct check_scheme *scheme, enum ch_operation operation, const char *pending,
			   int64_t pairing_id, int64_t *overrides, struct ch_error *err)
{
	struct db *db = scheme->c.scheme->db;
	bool row;

	assert_int_equal(db_begin(db, err), CH_OK);
	run_sql(scheme, pending);
	enum ch_status status = check_gate(&scheme->c, operation, CH_PAIRING, pairing_id, err);
	struct stmt *q = stmt_new(db, "SELECT count(*) AS n FROM override WHERE reason = 'we know'");
	struct ch_error other = CH_NO_ERROR;

	assert_int_equal(stmt_step(q, &row, &other), CH_OK);
	*overrides = stmt_int(q, "n");
	stmt_free(q);
	db_rollback(db);
	return status;
}

static void test_what_breaks_no_rule_passes(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err),
		CH_OK);
	assert_int_equal(gate(scheme, CH_OP_PAIRING_START, "SELECT 1", 1, &overrides, &err), CH_OK);
	assert_int_equal(overrides, 0);
}

static void test_what_breaks_a_rule_is_refused_with_rule_finding_and_fix(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 5");
	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err),
		CH_DATA);
	assert_string_equal(err.rule, "R2");
	assert_string_equal(err.message, "Ada is above Eve in the reporting line");
	assert_string_equal(err.fix, "choose another mentor, or record why this pairing is right");
	/* Another operation, and another pairing, do not meet that gate. */
	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_PAUSE, ADA_AND_EVE, 3, &overrides, &err),
		CH_OK);
	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 1, &overrides, &err),
		CH_OK);
}

static void test_starting_needs_what_the_rules_name(void **state)
{
	static const struct {
		const char *pending, *rule;
	} cases[] = {
		{"DELETE FROM agreement", "R28"},
		{"DELETE FROM answer WHERE person_id = 4", "R29"},
		{"UPDATE agreement SET usual_day = NULL", "R31"},
		{"UPDATE agreement SET planned_sessions = NULL", "R38"},
		{"DELETE FROM goal", "R55"},
	};
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(gate(*state, CH_OP_PAIRING_START, cases[i].pending, 2, &overrides, &err), CH_DATA);
		assert_string_equal(err.rule, cases[i].rule);
	}
	/* Mentoring may begin without a focus area: that only warns. */
	assert_int_equal(gate(*state, CH_OP_PAIRING_START, "DELETE FROM goal", 1, &overrides, &err), CH_OK);
}

/* A reason covers whatever refuses: all of it is said before one is given. */
static void test_all_that_refuse_are_said_together(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	run_sql(scheme, "UPDATE person SET left_on = '2026-11-01' WHERE person_id = 1");
	assert_int_equal(gate(scheme, CH_OP_PAIRING_ADD, PAIRING(3, 1, "mentoring", 1, 5, "contracting"), 3,
			      &overrides, &err),
			 CH_DATA);
	assert_string_equal(err.rule, "R13");
	assert_string_equal(err.message, "Ada has left (R13); of Eve it is not known: what they want, whether they "
					 "can give the time (R15)");
	assert_non_null(strstr(err.fix, "R13: choose another mentor or coach"));
	assert_non_null(strstr(err.fix, "; R15: ask, and record it with how they said it"));
}

static void test_a_reason_overrides_each_refusal(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 5;"
			"UPDATE person SET capacity = 1 WHERE person_id = 1");
	scheme->c.override_reason = "we know";
	scheme->c.override_rules = "R2 R13";
	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err),
		CH_OK);
	assert_int_equal(overrides, 2);
	assert_int_equal(
		gate(scheme, CH_OP_PAIRING_ADD, CYD_AND_EVE, 3, &overrides, &err),
		CH_OK);
	assert_int_equal(overrides, 0);
}

static void test_a_reason_holds_for_the_rules_that_it_names(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 5;"
			"UPDATE person SET capacity = 1 WHERE person_id = 1");
	assert_int_equal(gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err), CH_DATA);
	assert_string_equal(err.overridable, "R2 R13");
	scheme->c.override_reason = "we know";
	scheme->c.override_rules = "R13 R20";
	assert_int_equal(gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err), CH_DATA);
	assert_string_equal(err.rule, "R2");
	assert_string_equal(err.overridable, "R2");
	assert_null(strstr(err.message, "place"));
	assert_int_equal(overrides, 0);
	scheme->c.override_rules = "R20"; /* is not R2 */
	assert_int_equal(gate(scheme, CH_OP_PAIRING_ADD, ADA_AND_EVE, 3, &overrides, &err), CH_DATA);
	assert_string_equal(err.overridable, "R2 R13");
}

static void test_no_reason_overrides_what_is_absolute(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	scheme->c.override_reason = "we know";
	scheme->c.override_rules = "R1";
	run_sql(scheme, OVERRIDE("R1", "paired-twice", "1", "1"));
	assert_int_equal(gate(scheme, CH_OP_PAIRING_ADD,
			      "UPDATE person SET capacity = 1;" PAIRING(3, 2, "coaching", 1, 2, "contracting")
				      OVERRIDE("R1", "paired-twice", "3", "2"),
			      3, &overrides, &err),
			 CH_DATA);
	assert_string_equal(err.rule, "R1");
	assert_int_equal(overrides, 0);
}

static void test_an_override_that_was_kept_still_counts(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t overrides;

	run_sql(scheme, "UPDATE person SET manager_id = 1 WHERE person_id = 2");
	assert_int_equal(gate(scheme, CH_OP_PAIRING_REOPEN, "SELECT 1", 1, &overrides, &err), CH_DATA);
	assert_int_equal(gate(scheme, CH_OP_PAIRING_REOPEN, OVERRIDE("R2", "mentor-in-reporting-line", "1", "1"), 1,
			      &overrides, &err),
			 CH_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(test_what_breaks_no_rule_passes),
		check_scheme_test(test_what_breaks_a_rule_is_refused_with_rule_finding_and_fix),
		check_scheme_test(test_starting_needs_what_the_rules_name),
		check_scheme_test(test_all_that_refuse_are_said_together),
		check_scheme_test(test_a_reason_overrides_each_refusal),
		check_scheme_test(test_a_reason_holds_for_the_rules_that_it_names),
		check_scheme_test(test_no_reason_overrides_what_is_absolute),
		check_scheme_test(test_an_override_that_was_kept_still_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
