/* Erasing, as far as the store does it: the names of a person, and the copies of the scheme that hold them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/copies.h"
#include "store/db_private.h"
#include "store/erase_private.h"
#include "support/temp_dir.h"

enum { PERSON = 1, COPIES = 230 };

struct erasing {
	struct temp_dir *dir;
	struct db *db;
	struct ch_arena arena;
	struct erase erase;
	struct ch_error err;
};

static void run(struct erasing *e, const char *sql)
{
	if (db_exec(e->db, sql, &e->err) != CH_OK)
		fail_msg("%s: %s", sql, e->err.message);
}

static int setup(void **state)
{
	static struct erasing e;

	if (temp_dir_setup(state) != 0)
		return -1;
	e = (struct erasing){.dir = *state, .arena = CH_ARENA_EMPTY, .err = CH_NO_ERROR};
	*state = &e;
	if (db_create(temp_dir_file(e.dir, "scheme.db"), &e.db, &e.err) != CH_OK)
		fail_msg("%s", e.err.message);
	run(&e, "INSERT INTO person (person_id, row_version, name, sort_name, search_key, email, email_key)"
		" VALUES (1, 1, 'Ann', 'ann', 'ann', 'ann@example.org', 'ann@example.org')");
	e.erase = (struct erase){
		.db = e.db, .person_id = PERSON, .called = "erased person 1", .checks = "{}", .arena = &e.arena};
	return 0;
}

static int teardown(void **state)
{
	struct erasing *e = *state;

	db_close(e->db);
	ch_arena_release(&e->arena);
	*state = e->dir;
	return temp_dir_teardown(state);
}

static bool look_away(void *data)
{
	(void)data;
	return false;
}

/* Whether a name is somebody else's, too, is asked of everybody: that it could not be asked is not taken for a no. */
static void names_that_cannot_be_read_are_said(void **state)
{
	struct erasing *e = *state;

	run(e, "INSERT INTO person (row_version, name, sort_name, search_key)"
	       " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
	       " SELECT 1, 'Bo ' || i, 'bo ' || i, 'bo ' || i FROM n");
	db_look(e->db, look_away, NULL);
	assert_int_equal(erase_read_names(&e->erase, &e->err), CH_STOPPED);
	db_look(e->db, NULL, NULL);
	e->err = CH_NO_ERROR;
	assert_int_equal(erase_read_names(&e->erase, &e->err), CH_OK);
	assert_int_equal(e->erase.name_count, 3);
}

/* Ann goes from what a step is called; Anna, with whom she was paired, keeps her name. */
static void a_step_keeps_the_names_of_others(void **state)
{
	struct erasing *e = *state;

	run(e, "INSERT INTO step (step_id, row_version, at, operation, entity, object_id, records, who)"
	       " VALUES (1, 1, '2026-11-23T12:00:00Z', 'person.set', 'person', 1, 1, 'Ann with Anna Lee')");
	assert_int_equal(erase_read_names(&e->erase, &e->err), CH_OK);
	assert_int_equal(erase_journal(&e->erase, &e->err), CH_OK);
	struct stmt *q = stmt_new(e->db, "SELECT who FROM step");
	bool row;
	assert_int_equal(stmt_step(q, &row, &e->err), CH_OK);
	assert_string_equal(stmt_column_text(q, 0), "erased person 1 with Anna Lee");
	stmt_free(q);
}

/* A backup for each day of most of a year: each of them is told of. */
static void each_copy_of_many_is_found(void **state)
{
	struct erasing *e = *state;
	struct copy *copies;
	char first[512], name[40];
	size_t count;

	run(e, "INSERT INTO scheme (scheme_row, row_version, scheme_id, name, notes, created_at)"
	       " VALUES (1, 1, 's', 'Here', '', '2026-11-23T12:00:00Z')");
	snprintf(first, sizeof first, "%s", temp_dir_file(e->dir, "day-0.db"));
	assert_int_equal(db_backup(e->db, first, &e->err), CH_OK);
	for (int day = 1; day < COPIES; day++) {
		snprintf(name, sizeof name, "day-%d.db", day);
		assert_int_equal(link(first, temp_dir_file(e->dir, name)), 0);
	}
	assert_int_equal(copies_with_person(e->db, "s", PERSON, "Ann", NULL, &e->arena, &copies, &count, &e->err),
			 CH_OK);
	assert_int_equal(count, COPIES);
	assert_int_equal(copies_with_person(e->db, "s", PERSON, "Bo", NULL, &e->arena, &copies, &count, &e->err),
			 CH_OK);
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(names_that_cannot_be_read_are_said, setup, teardown),
		cmocka_unit_test_setup_teardown(a_step_keeps_the_names_of_others, setup, teardown),
		cmocka_unit_test_setup_teardown(each_copy_of_many_is_found, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
