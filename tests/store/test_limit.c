/*
 * What a limited coordinator's connection sees (R83): every table and view has its say, every statement there is
 * prepares on it, and no text of SQL gets past it. What it means for people is tests/cli/test_limited.c's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "store/db_private.h"
#include "store/limit.h"
#include "store/query.h"
#include "store/record.h"
#include "store/stmt.h"
#include "support/temp_dir.h"

struct limited {
	struct temp_dir *dir;
	struct db *db;
	struct ch_error err;
};

/* Two programmes, a person in each and one in neither; coordinator 1 looks after the first. */
static const char scheme[] =
	"INSERT INTO main.scheme (scheme_row, row_version, scheme_id, name, notes, created_at)"
	" VALUES (1, 1, 'x', 'Two', 'apart', '2026-11-23T09:00:00Z');"
	"INSERT INTO main.programme (programme_id, row_version, name, kind, state) VALUES"
	" (1, 1, 'Ours', 'mentoring', 'open'), (2, 1, 'Theirs', 'mentoring', 'open');"
	"INSERT INTO main.person (person_id, row_version, name, sort_name, search_key) VALUES"
	" (1, 1, 'Ann', 'ann', 'ann'), (2, 1, 'Bob', 'bob', 'bob'), (3, 1, 'Cy', 'cy', 'cy'), (4, 1, 'Di', 'di', 'di');"
	"INSERT INTO main.enrolment (enrolment_id, row_version, programme_id, person_id, role, state) VALUES"
	" (1, 1, 1, 1, 'mentor', 'ready'), (2, 1, 2, 2, 'mentor', 'ready'), (3, 1, 1, 4, 'mentee', 'ready'),"
	" (4, 1, 2, 4, 'mentee', 'ready');"
	"INSERT INTO main.pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, made_on,"
	" sessions_held, open_actions, unfinished_records) VALUES"
	" (1, 1, 1, 'mentoring', 1, 4, 'active', '2026-11-01', 0, 0, 0),"
	" (2, 1, 2, 'mentoring', 2, 4, 'active', '2026-11-01', 0, 0, 0);"
	"INSERT INTO main.coordinator VALUES (1, 1, 'Grace', NULL, 'yes'), (2, 1, 'Maria', NULL, 'no');"
	"INSERT INTO main.charge VALUES (1, 1, 1, 1);"
	"CREATE TABLE main.nobody_said (words TEXT) STRICT;"
	"INSERT INTO main.nobody_said VALUES ('secret');";

static int limited_setup(void **state)
{
	static struct limited limited;

	limited = (struct limited){.err = CH_NO_ERROR};
	if (temp_dir_setup(state) != 0)
		return -1;
	limited.dir = *state;
	*state = &limited;
	assert_int_equal(db_create(temp_dir_file(limited.dir, "scheme.db"), &limited.db, &limited.err), CH_OK);
	if (db_exec(limited.db, scheme, &limited.err) != CH_OK || limit_begin(limited.db, 1, &limited.err) != CH_OK)
		fail_msg("%s", limited.err.message);
	return 0;
}

static int limited_teardown(void **state)
{
	struct limited *limited = *state;

	db_close(limited->db);
	*state = limited->dir;
	return temp_dir_teardown(state);
}

/* What the statement gives in its first column, "; " between; what it says where it is refused. */
static void assert_gives(struct limited *limited, const char *sql, const char *wanted)
{
	struct stmt *q = stmt_new(limited->db, sql);
	struct ch_buffer out = CH_BUFFER_EMPTY;
	bool row;

	while (stmt_step(q, &row, &limited->err) == CH_OK && row)
		ch_buffer_printf(&out, "%s%s", out.length > 0 ? "; " : "", stmt_column_text(q, 0));
	if (limited->err.status != CH_OK)
		fail_msg("%s: %s", sql, limited->err.message);
	assert_string_equal(out.text, wanted);
	ch_buffer_release(&out);
	stmt_free(q);
}

static void of_every_table_and_view_it_is_said_what_is_seen(void **state)
{
	struct limited *limited = *state;
	struct stmt *q = stmt_ready(limited->db, SQL_TABLES_AND_VIEWS);
	bool row;

	while (stmt_step(q, &row, &limited->err) == CH_OK && row) {
		const char *name = stmt_text(q, "name");
		bool copied = strcmp(stmt_text(q, "type"), "view") == 0; /* reads what is seen */

		if (!limit_knows(name) && !copied && strcmp(name, "nobody_said") != 0)
			fail_msg("src/store/limit.c has no row for %s: who is limited sees none of it", name);
	}
	assert_int_equal(limited->err.status, CH_OK);
}

static void every_statement_prepares_on_it(void **state)
{
	struct limited *limited = *state;

	for (int i = 0; i < SQL_STATEMENT_COUNT; i++) {
		sqlite3_stmt *handle = NULL;

		if (sqlite3_prepare_v2(limited->db->handle, statements[i].text, -1, &handle, NULL) != SQLITE_OK)
			fail_msg("%s:%d %s: %s", statements[i].file, statements[i].line, statements[i].name,
				 sqlite3_errmsg(limited->db->handle));
		sqlite3_finalize(handle);
	}
}

static void what_is_of_other_programmes_is_not_there(void **state)
{
	struct limited *limited = *state;

	assert_gives(limited, "SELECT name FROM programme", "Ours");
	assert_gives(limited, "SELECT name FROM person ORDER BY name", "Ann; Cy; Di");
	assert_gives(limited, "SELECT enrolment_id FROM enrolment ORDER BY 1", "1; 3");
	assert_gives(limited, "SELECT pairing_id FROM pairing", "1");
	assert_gives(limited, "SELECT count(*) FROM pairing WHERE learner_id = 4", "1");
	assert_gives(limited, "SELECT name FROM coordinator ORDER BY name", "Grace; Maria");
	assert_gives(limited, "SELECT count(*) FROM nobody_said", "0");
	assert_gives(limited, "SELECT count(*) FROM place_taken", "2"); /* a number over the whole scheme */
}

static void which_programmes_they_are_holds_at_once(void **state)
{
	struct limited *limited = *state;

	assert_int_equal(db_exec(limited->db, "INSERT INTO main.charge VALUES (2, 1, 1, 2)", &limited->err), CH_OK);
	assert_gives(limited, "SELECT name FROM person ORDER BY name", "Ann; Bob; Cy; Di");
	assert_int_equal(db_exec(limited->db, "DELETE FROM main.charge", &limited->err), CH_OK);
	assert_gives(limited, "SELECT name FROM person ORDER BY name", "Cy"); /* nobody's */
	assert_gives(limited, "SELECT count(*) FROM programme", "0");
}

/* Whatever a coordinator writes into a check or report of their own. */
static void no_query_gets_past_it(void **state)
{
	static const char *const attempts[] = {
		"SELECT name FROM main.person",
		"SELECT name FROM MAIN.person",
		"SELECT name FROM \"main\".person",
		"SELECT name FROM [main].\"person\"",
		"SELECT name FROM `main` . person",
		"SELECT name FROM main/* */.person",
		"WITH person AS (SELECT name FROM main.person) SELECT name FROM person",
		"SELECT person.name FROM main.person",
	};
	struct limited *limited = *state;

	for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		struct query *q = query_new(limited->db, attempts[i]);
		bool row = false;

		if (query_step(q, &row, &limited->err) == CH_OK)
			fail_msg("%s is let through", attempts[i]);
		query_free(q);
		limited->err = CH_NO_ERROR;
		assert_int_not_equal(query_try(limited->db, attempts[i], "own.sql", 1, &limited->err), CH_OK);
		limited->err = CH_NO_ERROR;
	}
}

/* The views must not open what checks and reports may not read. */
static void what_is_closed_to_queries_stays_closed(void **state)
{
	static const char *const attempts[] = {
		"SELECT body FROM pair_text",
		"SELECT texts FROM draft",
		"SELECT after FROM change",
		"SELECT helpful FROM feedback",
		"SELECT helpful_words FROM feedback",
		"WITH feedback AS (SELECT helpful FROM feedback) SELECT * FROM feedback",
		"WITH t AS (SELECT quality AS x FROM feedback) SELECT x FROM t AS feedback",
		"SELECT weight FROM goal",
	};
	struct limited *limited = *state;
	struct query *outcome = query_new(limited->db, "SELECT programme_id, total FROM outcome");
	bool row = false;

	for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
		struct query *q = query_new(limited->db, attempts[i]);

		if (query_step(q, &row, &limited->err) == CH_OK)
			fail_msg("%s is let through", attempts[i]);
		query_free(q);
		limited->err = CH_NO_ERROR;
	}
	assert_int_equal(query_step(outcome, &row, &limited->err), CH_OK);
	query_free(outcome);
}

static void nothing_is_put_where_it_is_not_seen(void **state)
{
	struct limited *limited = *state;
	const struct ch_entity *entity = ch_entity_of(CH_ENROLMENT);
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *enrolment = ch_arena_alloc(&arena, entity->size);
	struct ch_record *head = enrolment;
	const struct ch_field *programme = ch_field_named(entity, "programme_id");

	assert_int_equal(record_get(limited->db, entity, 2, &arena, enrolment, &limited->err), CH_MISSING);
	limited->err = CH_NO_ERROR;
	assert_int_equal(record_get(limited->db, entity, 1, &arena, enrolment, &limited->err), CH_OK);
	assert_int_equal(ch_field_set(programme, enrolment, "2", CH_NO_DATE, &arena, &limited->err), CH_OK);
	assert_int_equal(record_update(limited->db, entity, enrolment, &limited->err), CH_NOT_ALLOWED);
	assert_non_null(strstr(limited->err.fix, "R83"));
	assert_non_null(strstr(limited->err.fix, "Maria"));
	limited->err = CH_NO_ERROR;
	head->id = head->row_version = 0;
	assert_int_equal(ch_field_set(ch_field_named(entity, "person_id"), enrolment, "3", CH_NO_DATE, &arena,
				      &limited->err), CH_OK);
	assert_int_equal(record_insert(limited->db, entity, enrolment, &limited->err), CH_NOT_ALLOWED);
	ch_arena_release(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, limited_setup, limited_teardown)
	const struct CMUnitTest tests[] = {
		TEST(of_every_table_and_view_it_is_said_what_is_seen),
		TEST(every_statement_prepares_on_it),
		TEST(what_is_of_other_programmes_is_not_there),
		TEST(which_programmes_they_are_holds_at_once),
		TEST(no_query_gets_past_it),
		TEST(what_is_closed_to_queries_stays_closed),
		TEST(nothing_is_put_where_it_is_not_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
