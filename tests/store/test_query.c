/* Queries: reading by name and place, and what the restriction stops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/temp_dir.h"
#include "store/query.h"
#include "store/stmt.h"

static struct db *db;

static int setup(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	temp_dir_setup(state);
	if (db_create(temp_dir_file(*state, "scheme.db"), &db, &err) != CH_OK)
		fail_msg("%s", err.message);
	return 0;
}

static int teardown(void **state)
{
	db_close(db);
	return temp_dir_teardown(state);
}

/* The status of the first step. */
static enum ch_status first_step(const char *sql, struct ch_error *err)
{
	struct query *q = query_new(db, sql);
	bool row;
	enum ch_status status = query_step(q, &row, err);

	query_free(q);
	return status;
}

static void test_columns_and_parameters(void **state)
{
	struct query *q = query_new(db, "SELECT :id AS id, :today AS today, NULL AS blank, 'x' AS word");
	struct ch_error err = CH_NO_ERROR;
	bool row;

	(void)state;
	query_bind_id(q, "id", 42);
	query_bind_id(q, "no_such_parameter", 1);
	query_bind_date(q, "today", ch_date_of(2026, 11, 23));
	assert_int_equal(query_column_count(q), 4);
	assert_string_equal(query_column_name(q, 3), "word");
	assert_true(query_has_column(q, "blank"));
	assert_false(query_has_column(q, "no_such_column"));
	assert_int_equal(query_step(q, &row, &err), CH_OK);
	assert_true(row);
	assert_int_equal(query_id(q, "id"), 42);
	assert_int_equal(query_id(q, "blank"), 0);
	assert_int_equal(query_id(q, "word"), 0);
	assert_string_equal(query_text(q, "today"), "2026-11-23");
	assert_string_equal(query_text_at(q, 3), "x");
	assert_null(query_text(q, "blank"));
	assert_null(query_text(q, "no_such_column"));
	assert_int_equal(query_step(q, &row, &err), CH_OK);
	assert_false(row);
	query_free(q);
}

static void test_nothing_bound_is_null(void **state)
{
	struct query *q = query_new(db, "SELECT :id IS NULL AS id, :today IS NULL AS today, :other AS other");
	struct ch_error err = CH_NO_ERROR;
	bool row;

	(void)state;
	query_bind_id(q, "id", 0);
	query_bind_date(q, "today", CH_NO_DATE);
	assert_int_equal(query_step(q, &row, &err), CH_OK);
	assert_string_equal(query_text(q, "id"), "1");
	assert_string_equal(query_text(q, "today"), "1");
	assert_null(query_text(q, "other"));
	query_free(q);
}

static void test_what_is_the_pairs_alone_cannot_be_read(void **state)
{
	static const char *const refused[] = {
		"SELECT body FROM pair_text",
		"SELECT count(*) FROM pair_text",
		"SELECT 1 FROM person WHERE person_id IN (SELECT author_id FROM PAIR_TEXT)",
		"WITH t AS (SELECT * FROM main.pair_text) SELECT * FROM t",
		"SELECT texts FROM draft",
		"SELECT before FROM change",
		"SELECT detail FROM audit_detail",
	};
	struct ch_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (first_step(refused[i], &err) != CH_NOT_ALLOWED)
			fail_msg("was read: %s", refused[i]);
}

/* R72: answers are read by fives through a view; a query's own table of that name is not the view. */
static void test_r72_answers_are_read_by_the_view_alone(void **state)
{
	static const char *const refused[] = {
		"SELECT helpful FROM feedback",
		"SELECT value FROM outcome_answer",
		"WITH outcome AS (SELECT value FROM outcome_answer) SELECT value FROM outcome",
		"WITH outcome(v) AS MATERIALIZED (SELECT value FROM main.OUTCOME_answer) SELECT v FROM outcome",
		"WITH \"outcome\" AS (SELECT value FROM [outcome_answer]) SELECT value FROM outcome",
		"WITH outcome_answer AS (SELECT helpful FROM feedback) SELECT helpful FROM outcome_answer",
		"WITH `Outcome_Answer` AS (SELECT remarks FROM feedback) SELECT remarks FROM 'Outcome_Answer'",
		"WITH outcome AS (SELECT helpful FROM feedback) SELECT helpful FROM outcome",
		"WITH outcome AS (SELECT helpful AS total FROM feedback) SELECT total FROM outcome, main.outcome o",
		"SELECT * FROM (SELECT helpful FROM feedback) outcome_answer",
	};
	struct ch_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		if (first_step(refused[i], &err) != CH_NOT_ALLOWED)
			fail_msg("was read: %s", refused[i]);
		if (query_try(db, refused[i], "file", 1, &err) != CH_NOT_ALLOWED)
			fail_msg("may be added: %s", refused[i]);
	}
	assert_int_equal(first_step("SELECT total FROM outcome", &err), CH_OK);
	assert_int_equal(query_try(db, "SELECT fit, state FROM feedback", "file", 1, &err), CH_OK);
}

static void test_nothing_but_reading(void **state)
{
	static const char *const refused[] = {
		"DELETE FROM person",
		"UPDATE person SET name = 'x'",
		"DROP TABLE person",
		"PRAGMA user_version = 7",
		"ATTACH 'other.db' AS other",
		"BEGIN",
		"CREATE TEMP VIEW v AS SELECT * FROM pair_text",
	};
	struct ch_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (first_step(refused[i], &err) != CH_NOT_ALLOWED)
			fail_msg("was done: %s", refused[i]);
}

static void test_a_query_that_is_wrong_says_so(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(first_step("SELECT nmae FROM person", &err), CH_INTERNAL);
	assert_non_null(strstr(err.message, "nmae"));
}

/* The store itself reads on as before, and a nested query does not end the restriction of the outer one. */
static void test_the_restriction_ends_with_the_query(void **state)
{
	struct query *outer = query_new(db, "SELECT 1 AS one"), *inner = query_new(db, "SELECT 2 AS two");
	struct ch_error err = CH_NO_ERROR;
	bool row;

	(void)state;
	query_free(inner);
	struct stmt *stmt = stmt_new(db, "SELECT count(*) AS n FROM pair_text");

	assert_int_equal(stmt_step(stmt, &row, &err), CH_NOT_ALLOWED);
	stmt_free(stmt);
	query_free(outer);
	query_free(NULL);
	stmt = stmt_new(db, "SELECT count(*) AS n FROM pair_text");
	assert_int_equal(stmt_step(stmt, &row, &err), CH_OK);
	assert_int_equal(stmt_int(stmt, "n"), 0);
	stmt_free(stmt);
}

/* What is kept of a text is as good as new each time: nothing stays bound, and one that runs is left alone. */
static void a_kept_query_begins_anew(void **state)
{
	static const char sql[] = "SELECT :id AS id";
	struct ch_error err = CH_NO_ERROR;
	bool row = false;

	(void)state;
	for (int64_t id = 1; id < 4; id++) {
		char text[sizeof(sql)];

		memcpy(text, sql, sizeof(sql)); /* the text may go: it was copied */
		struct query *outer = query_again(db, text), *inner = query_again(db, sql);

		memset(text, ' ', sizeof(text) - 1);
		query_bind_id(outer, "id", id);
		assert_int_equal(query_step(outer, &row, &err), CH_OK);
		assert_int_equal(query_id(outer, "id"), id);
		assert_int_equal(query_step(inner, &row, &err), CH_OK);
		assert_null(query_text(inner, "id"));
		query_free(inner);
		query_free(outer); /* in the midst of its rows */
	}
	for (int turn = 0; turn < 2; turn++) {
		struct query *wrong = query_again(db, "SELECT nothing FROM nowhere");

		err = CH_NO_ERROR;
		assert_int_not_equal(query_step(wrong, &row, &err), CH_OK);
		query_free(wrong);
	}
}

static void expect_answer(const char *sql, const char *wanted)
{
	struct query *q = query_new(db, sql);
	struct ch_error err = CH_NO_ERROR;
	bool row;

	if (query_step(q, &row, &err) != CH_OK)
		fail_msg("%s", err.message);
	assert_true(row);
	assert_string_equal(query_text_at(q, 0), wanted);
	query_free(q);
}

#define ROWS "FROM (VALUES ('b', 1, 30, 'Zed'), ('a', 1, 5, NULL), ('b', 1, NULL, 'Ann'), ('b', 2, 12, 'Bo')," \
	" (NULL, 3, 9, 'nobody'), ('a', 1, 6, NULL))"

static void test_a_tally_counts_by_keys_in_their_order(void **state)
{
	(void)state;
	expect_answer("SELECT tally(column1, column2, column3, column4) " ROWS,
		     "[[\"a\",2,1,11,null],[\"b\",3,2,42,\"Ann\"]]");
	expect_answer("SELECT tally(column1, column2, column3, column4) " ROWS " WHERE column2 > 5", "[]");
	expect_answer("SELECT tally('\"' || char(10) || '\\', NULL, NULL, NULL)",
		     "[[\"\\u0022\\u000a\\u005c\",1,1,0,null]]");
	/* More keys than there is room for at first, not in order; and the way back out of the list. */
	expect_answer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
		     " SELECT count(*) || ' ' || sum(t.value ->> 1) || ' ' || max(t.value ->> 0) FROM"
		     " (SELECT tally(i * 7919 % 1000, i, i, NULL) AS list FROM n), json_each(list) t",
		     "1000 5000 999");
}

/* Sums have an end, and beyond it an error, as SQLite's own have. */
static void a_tally_that_overflows_is_an_error(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	expect_answer("SELECT tally('a', 1, 9223372036854775807, NULL)", "[[\"a\",1,1,9223372036854775807,null]]");
	assert_int_equal(first_step("SELECT tally('a', 1, column1, NULL) FROM (VALUES (9223372036854775807), (1))",
				    &err),
			 CH_INTERNAL);
	assert_non_null(strstr(err.message, "overflow"));
}

struct onlooker {
	int looks;
	bool goes_on;
};

static bool look_on(void *data)
{
	struct onlooker *onlooker = data;

	onlooker->looks++;
	return onlooker->goes_on;
}

#define COUNT_TO(number) \
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " #number ") SELECT count(*) FROM n"

static enum ch_status bounded_step(const char *sql, int millions, struct onlooker *onlooker, struct ch_error *err)
{
	struct query *q = query_new(db, sql);
	bool row;

	*err = CH_NO_ERROR;
	onlooker->looks = 0;
	query_limit(q, millions);
	db_look(db, look_on, onlooker); /* as a check does, in this order */
	enum ch_status status = query_step(q, &row, err);
	query_free(q);
	return status;
}

/* A query of somebody's own is bounded whether somebody looks on or not, and whoever does goes on after it. */
static void a_bounded_query_has_onlookers_too(void **state)
{
	struct onlooker onlooker = {.goes_on = true};
	struct ch_error err;

	(void)state;
	assert_int_equal(bounded_step(COUNT_TO(3000000), 1, &onlooker, &err), CH_DATA);
	assert_non_null(strstr(err.message, "1 million steps"));
	assert_int_equal(bounded_step(COUNT_TO(10000), 1000, &onlooker, &err), CH_OK);
	assert_true(onlooker.looks > 0);
	onlooker.goes_on = false;
	assert_int_equal(bounded_step(COUNT_TO(10000), 1000, &onlooker, &err), CH_STOPPED);
	onlooker = (struct onlooker){.goes_on = true};
	assert_int_equal(first_step(COUNT_TO(10000), &err), CH_OK);
	assert_true(onlooker.looks > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_columns_and_parameters, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_bound_is_null, setup, teardown),
		cmocka_unit_test_setup_teardown(test_what_is_the_pairs_alone_cannot_be_read, setup, teardown),
		cmocka_unit_test_setup_teardown(test_r72_answers_are_read_by_the_view_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_but_reading, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_query_that_is_wrong_says_so, setup, teardown),
		cmocka_unit_test_setup_teardown(test_the_restriction_ends_with_the_query, setup, teardown),
		cmocka_unit_test_setup_teardown(a_kept_query_begins_anew, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_tally_counts_by_keys_in_their_order, setup, teardown),
		cmocka_unit_test_setup_teardown(a_tally_that_overflows_is_an_error, setup, teardown),
		cmocka_unit_test_setup_teardown(a_bounded_query_has_onlookers_too, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
