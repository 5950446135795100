/*
 * The queries of checks and reports: they prepare under restriction, give the
 * columns that are read of them, take no other parameters, and their plans hold
 * no SCAN of a table that they do not account for.
 */
#include <stdio.h>

#include "check_scheme.h"
#include "core/check/check_file.h"
#include "core/check/check_run.h"
#include "core/check/check_template.h"
#include "core/report/report_file.h"
#include "store/query.h"
#include "store/stmt.h"

static void expect_column(const char *check, const struct query *q, const char *column)
{
	if (!query_has_column(q, column))
		fail_msg("%s has no column %s", check, column);
}

static void expect_template_columns(const char *check, const struct query *q, const char *text)
{
	struct ch_error err = CH_NO_ERROR;
	struct check_slot slot;
	size_t plain;

	while (check_template_next(&text, &plain, &slot, &err) == CH_FOUND)
		expect_column(check, q, slot.column);
}

static void test_checks_give_what_is_read(void **state)
{
	struct check_scheme *scheme = *state;
	size_t count;
	const struct check_file *files = check_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		struct query *q = query_new(scheme->c.scheme->db, files[i].sql);

		expect_column(files[i].info.name, q, "subject_id");
		expect_column(files[i].info.name, q, "pairing_id");
		expect_column(files[i].info.name, q, "programme_id");
		expect_column(files[i].info.name, q, "who");
		expect_template_columns(files[i].info.name, q, files[i].info.says);
		expect_template_columns(files[i].info.name, q, files[i].info.command);
		query_free(q);
	}
}

static void test_reports_give_their_columns_in_order(void **state)
{
	struct check_scheme *scheme = *state;
	size_t count;
	const struct report_file *files = report_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		struct query *q = query_new(scheme->c.scheme->db, files[i].sql);

		if (query_column_count(q) != files[i].column_count)
			fail_msg("%s gives %zu columns and names %zu", files[i].info.name, query_column_count(q),
				 files[i].column_count);
		for (size_t j = 0; j < files[i].column_count; j++)
			assert_string_equal(query_column_name(q, j), files[i].columns[j].key);
		query_free(q);
	}
}

/* Every ":name" of the text is one of those allowed. */
static void expect_parameters(const char *name, const char *sql, const char *const *allowed)
{
	for (const char *at = strchr(sql, ':'); at != NULL; at = strchr(at + 1, ':')) {
		size_t length = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz_"), i = 0;

		if (length == 0)
			continue;
		while (allowed[i] != NULL && (strlen(allowed[i]) != length || strncmp(allowed[i], at + 1, length) != 0))
			i++;
		if (allowed[i] == NULL)
			fail_msg("%s has the parameter %.*s", name, (int)length + 1, at);
	}
}

static void test_parameters(void **state)
{
	static const char *const of_checks[] = {"today", NULL};
	static const char *const of_reports[] = {"programme", "cohort", "from", "to", "today", NULL};
	size_t count;
	const struct check_file *checks = check_file_all(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		expect_parameters(checks[i].info.name, checks[i].sql, of_checks);
	const struct report_file *reports = report_file_all(&count);

	for (size_t i = 0; i < count; i++)
		expect_parameters(reports[i].info.name, reports[i].sql, of_reports);
}

/*
 * A SCAN is harmless of rows that the query itself made: a subquery, VALUES, the table of a WITH; and of the few words
 * of one list (json_each of the row at hand, which SQLite names by its way in, "INDEX 1").
 */
static bool is_base_table(const char *sql, const char *name)
{
	char recursive[80];

	snprintf(recursive, sizeof(recursive), "RECURSIVE %.40s(", name);
	return strncmp(name, "CONSTANT ROW", 12) != 0 && name[0] != '(' && strstr(sql, recursive) == NULL;
}

/* The first SCAN of a table in the plan, in `scan`; "" where there is none. */
static void find_scan(struct check_scheme *scheme, const char *sql, char scan[100])
{
	struct ch_error err = CH_NO_ERROR;
	char *explain = ch_arena_printf(&scheme->arena, "EXPLAIN QUERY PLAN %s", sql);
	struct stmt *q = stmt_new(scheme->c.scheme->db, explain);
	bool row;

	stmt_bind_nothing(q);
	scan[0] = '\0';
	while (stmt_step(q, &row, &err) == CH_OK && row) {
		const char *detail = stmt_text(q, "detail");
		char name[60];

		if (strncmp(detail, "SCAN ", 5) != 0 || strstr(detail, " VIRTUAL TABLE INDEX 1:") != NULL)
			continue;
		snprintf(name, sizeof(name), "%s", detail + 5);
		if (name[0] != '(' && strncmp(name, "CONSTANT", 8) != 0)
			name[strcspn(name, " ")] = '\0';
		if (is_base_table(sql, name))
			snprintf(scan, 100, "%.99s", detail);
	}
	assert_int_equal(err.status, CH_OK);
	stmt_free(q);
}

static void expect_scan(struct check_scheme *scheme, const char *name, const char *sql, const char *reason)
{
	char scan[100];

	find_scan(scheme, sql, scan);
	if (scan[0] != '\0' && reason == NULL)
		fail_msg("%s: %s, and its header does not say why", name, scan);
	if (scan[0] == '\0' && reason != NULL)
		fail_msg("%s holds no SCAN; its header need not excuse one", name);
}

static void test_every_scan_is_accounted_for(void **state)
{
	struct check_scheme *scheme = *state;
	size_t count;
	const struct check_file *checks = check_file_all(&count);

	for (size_t i = 0; i < count; i++)
		expect_scan(scheme, checks[i].info.name, checks[i].sql, checks[i].scan);
	const struct report_file *reports = report_file_all(&count);

	for (size_t i = 0; i < count; i++)
		expect_scan(scheme, reports[i].info.name, reports[i].sql, reports[i].scan);
}

/* Whether what is looked up for each row is looked for among all of a state, or all of a programme. */
static bool is_wide(const char *detail)
{
	return strstr(detail, " (state=?)") != NULL || strstr(detail, " pairing_by_programme (programme_id=?") != NULL;
}

/*
 * The work of a check grows as the pairings do, and not as their square: what it looks up for a row it looks up by that
 * row. A programme's own figures are counted among its pairings.
 */
static void test_nothing_wide_is_done_for_each_row(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	size_t count;
	const struct check_file *checks = check_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		char *sql = ch_arena_printf(&scheme->arena, "EXPLAIN QUERY PLAN %s", checks[i].sql);
		struct stmt *q = stmt_new(scheme->c.scheme->db, sql);
		bool row, each = false;

		/* Only in a programme that has more than it allows. */
		if (strcmp(checks[i].info.name, "too-many-learners") == 0) {
			stmt_free(q);
			continue;
		}
		stmt_bind_nothing(q);
		while (stmt_step(q, &row, &err) == CH_OK && row) {
			const char *detail = stmt_text(q, "detail");

			each |= strncmp(detail, "CORRELATED", 10) == 0;
			if (each && is_wide(detail) && checks[i].info.subject != CH_PROGRAMME)
				fail_msg("%s does this for each row: %s", checks[i].info.name, detail);
			if (each && strstr(detail, "session_by_state") != NULL)
				fail_msg("%s does this for each row: %s", checks[i].info.name, detail);
		}
		stmt_free(q);
	}
}

/*
 * Sessions are the many: a report that grouped them by sorting would hold all of a scheme's years in memory. They are
 * grouped in an index's order, or counted by tally().
 */
static void test_no_report_sorts_sessions(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_error err = CH_NO_ERROR;
	size_t count, reading = 0;
	const struct report_file *reports = report_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		char *sql = ch_arena_printf(&scheme->arena, "EXPLAIN QUERY PLAN %s", reports[i].sql);
		struct stmt *q = stmt_new(scheme->c.scheme->db, sql);
		int64_t within = -1;
		bool row;

		stmt_bind_nothing(q);
		while (stmt_step(q, &row, &err) == CH_OK && row) {
			const char *detail = stmt_text(q, "detail");

			if (strstr(detail, " session_by_") != NULL)
				within = stmt_int(q, "parent");
			if (strncmp(detail, "USE TEMP B-TREE FOR GROUP BY", 28) == 0 && stmt_int(q, "parent") == within)
				fail_msg("%s sorts sessions to group them", reports[i].info.name);
		}
		assert_int_equal(err.status, CH_OK);
		reading += within >= 0;
		stmt_free(q);
	}
	assert_true(reading > 5);
}

static bool has_gate(const struct check_file *check)
{
	for (int operation = 0; operation < CH_OPERATION_COUNT; operation++)
		if (check->gates[operation])
			return true;
	return false;
}

static void test_gates_go_straight_to_their_subject(void **state)
{
	struct check_scheme *scheme = *state;
	struct query_scope one = {.subject_id = 1};
	size_t count, gates = 0;
	const struct check_file *checks = check_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		char scan[100];

		if (!has_gate(&checks[i]))
			continue;
		gates++;
		char *sql = query_narrowed(checks[i].sql, &one, &scheme->arena);

		find_scan(scheme, sql, scan);
		if (scan[0] != '\0')
			fail_msg("the gate %s does not narrow to its subject: %s", checks[i].info.name, scan);
		char *plan = ch_arena_printf(&scheme->arena, "EXPLAIN QUERY PLAN %s", sql);
		struct stmt *q = stmt_new(scheme->c.scheme->db, plan);
		struct ch_error err = CH_NO_ERROR;
		bool row = false;

		stmt_bind_nothing(q);
		/* The outermost table comes first. */
		do
			assert_int_equal(stmt_step(q, &row, &err), CH_OK);
		while (row && strncmp(stmt_text(q, "detail"), "SEARCH ", 7) != 0);
		if (!row || strstr(stmt_text(q, "detail"), "USING INTEGER PRIMARY KEY (rowid=?)") == NULL)
			fail_msg("the gate %s does not begin at its subject", checks[i].info.name);
		stmt_free(q);
	}
	assert_true(gates > 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(test_checks_give_what_is_read),
		check_scheme_test(test_reports_give_their_columns_in_order),
		cmocka_unit_test(test_parameters),
		check_scheme_test(test_every_scan_is_accounted_for),
		check_scheme_test(test_nothing_wide_is_done_for_each_row),
		check_scheme_test(test_no_report_sorts_sessions),
		check_scheme_test(test_gates_go_straight_to_their_subject),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
