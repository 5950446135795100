/*
 * Line managers given to many people at once, and taken back: to those who are named, together or far apart, and to
 * nobody else.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "store/db_private.h"
#include "store/manager_rows.h"
#include "store/stmt.h"
#include "support/temp_dir.h"

enum { FIRST_ID = 5, COUNT = 9000, BOSS = 1, OTHER_BOSS = 2 };

struct staff {
	struct temp_dir *dir;
	struct db *db;
	struct ch_error err;
	uint32_t ids[COUNT];
};

static int staff_setup(void **state)
{
	static struct staff staff;

	staff = (struct staff){.err = CH_NO_ERROR};
	if (temp_dir_setup(state) != 0)
		return -1;
	staff.dir = *state;
	*state = &staff;
	assert_int_equal(db_create(temp_dir_file(staff.dir, "scheme.db"), &staff.db, &staff.err), CH_OK);
	assert_int_equal(db_exec(staff.db,
				 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9004)"
				 " INSERT INTO person (person_id, row_version, name, sort_name, search_key)"
				 " SELECT i, 1, 'Ann', 'ann', 'ann' FROM n",
				 &staff.err),
			 CH_OK);
	return 0;
}

static int staff_teardown(void **state)
{
	struct staff *staff = *state;

	db_close(staff->db);
	*state = staff->dir;
	return temp_dir_teardown(state);
}

/* One by one at both ends, some with few between them, and more together than a statement takes. */
static bool is_named(int place)
{
	return place == 0 || place == 3 || place == 40 || place == 57 || (place > 1000 && place < 7000) ||
	       place == COUNT - 1;
}

static void name_some(struct staff *staff)
{
	for (int i = 0; i < COUNT; i++)
		staff->ids[i] = is_named(i) ? BOSS : 0;
}

static int64_t manager_of(struct staff *staff, int place)
{
	struct stmt *q = stmt_new(staff->db, "SELECT manager_id FROM person WHERE person_id = :id");
	bool row = false;

	stmt_bind_int(q, "id", FIRST_ID + place);
	assert_int_equal(stmt_step(q, &row, &staff->err), CH_OK);
	assert_true(row);
	int64_t id = stmt_id(q, "manager_id");
	stmt_free(q);
	return id;
}

static void set_manager(struct staff *staff, int place, int64_t manager_id)
{
	struct stmt *q = stmt_new(staff->db, "UPDATE main.person SET manager_id = :manager WHERE person_id = :id");

	stmt_bind_int(q, "manager", manager_id);
	stmt_bind_int(q, "id", FIRST_ID + place);
	assert_int_equal(stmt_run(q, NULL, &staff->err), CH_OK);
	stmt_free(q);
}

static void those_who_are_named_are_given_theirs(void **state)
{
	struct staff *staff = *state;

	name_some(staff);
	assert_int_equal(manager_rows_write(staff->db, FIRST_ID, staff->ids, COUNT, &staff->err), CH_OK);
	for (int i = 0; i < COUNT; i++)
		assert_int_equal(manager_of(staff, i), is_named(i) ? BOSS : 0);
}

static void who_has_one_keeps_them(void **state)
{
	struct staff *staff = *state;

	name_some(staff);
	set_manager(staff, 40, OTHER_BOSS);
	assert_int_equal(manager_rows_write(staff->db, FIRST_ID, staff->ids, COUNT, &staff->err), CH_OK);
	assert_int_equal(manager_of(staff, 40), OTHER_BOSS);
	assert_int_equal(manager_of(staff, 57), BOSS);
}

static void only_the_one_who_is_named_is_taken_back(void **state)
{
	struct staff *staff = *state;

	name_some(staff);
	assert_int_equal(manager_rows_write(staff->db, FIRST_ID, staff->ids, COUNT, &staff->err), CH_OK);
	set_manager(staff, 40, OTHER_BOSS);
	set_manager(staff, 41, BOSS);
	assert_int_equal(manager_rows_take_back(staff->db, FIRST_ID, staff->ids, COUNT, &staff->err), CH_OK);
	for (int i = 0; i < COUNT; i++)
		assert_int_equal(manager_of(staff, i), i == 40 ? OTHER_BOSS : i == 41 ? BOSS : 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, staff_setup, staff_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(those_who_are_named_are_given_theirs),
		TEST(who_has_one_keeps_them),
		TEST(only_the_one_who_is_named_is_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
