/*
 * Many rows at once: their indexes go, and are there again, with megabytes to
 * sort; what they refuse leaves all as it was.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "store/bulk.h"
#include "store/db_private.h"
#include "support/temp_dir.h"

#define MANY_PEOPLE                                                                        \
	"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) " \
	"INSERT INTO person (row_version, name, sort_name, search_key, email_key) "        \
	"SELECT 1, 'Ann', printf('%05d', i * 7919 % 30011), hex(zeroblob(60)), 'p' || i FROM n"
#define ONE_TWICE                                                                   \
	"INSERT INTO person (row_version, name, sort_name, search_key, email_key) " \
	"VALUES (1, 'Ann', 'ann', 'ann', 'p7')"
#define INDEXES "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'person' ORDER BY name"

static atomic_bool disk_fails;

/* SQLite's, too, in this program. */
int fdatasync(int file)
{
	errno = EIO;
	return disk_fails ? -1 : fsync(file);
}

struct stored {
	struct temp_dir *dir;
	struct db *db;
	struct bulk bulk;
	struct ch_buffer indexes; /* before anything went */
	struct ch_error err;
};

static int add_text(void *buffer, int count, char **texts, char **names)
{
	(void)count;
	(void)names;
	ch_buffer_printf(buffer, "%s ", texts[0]);
	return 0;
}

static struct ch_buffer indexes_of(struct stored *stored)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;

	assert_int_equal(sqlite3_exec(stored->db->handle, INDEXES, add_text, &names, NULL), SQLITE_OK);
	return names;
}

static int stored_setup(void **state)
{
	static struct stored stored;

	stored = (struct stored){.err = CH_NO_ERROR, .bulk = BULK_EMPTY};
	if (temp_dir_setup(state) != 0)
		return -1;
	stored.dir = *state;
	*state = &stored;
	assert_int_equal(db_create(temp_dir_file(stored.dir, "scheme.db"), &stored.db, &stored.err), CH_OK);
	stored.indexes = indexes_of(&stored);
	return 0;
}

static int stored_teardown(void **state)
{
	struct stored *stored = *state;

	ch_buffer_release(&stored->indexes);
	bulk_release(&stored->bulk);
	db_close(stored->db);
	*state = stored->dir;
	return temp_dir_teardown(state);
}

static void add_many(struct stored *stored)
{
	static const char *const none[] = {NULL};
	struct ch_buffer left;

	assert_int_equal(db_begin(stored->db, &stored->err), CH_OK);
	assert_int_equal(bulk_begin(&stored->bulk, stored->db, "person", none, &stored->err), CH_OK);
	left = indexes_of(stored);
	assert_int_equal(left.length, 0);
	ch_buffer_release(&left);
	assert_int_equal(db_exec(stored->db, MANY_PEOPLE, &stored->err), CH_OK);
}

static void expect_all_indexes(struct stored *stored)
{
	struct ch_buffer after = indexes_of(stored);
	char wrong[256];

	assert_string_equal(after.text, stored->indexes.text);
	assert_non_null(strstr(after.text, "person_by_sort_name"));
	ch_buffer_release(&after);
	assert_int_equal(db_integrity(stored->db, wrong, &stored->err), CH_OK);
	assert_string_equal(wrong, "");
}

static void all_indexes_are_there_again(void **state)
{
	struct stored *stored = *state;

	add_many(stored);
	assert_int_equal(bulk_end(&stored->bulk, &stored->err), CH_OK);
	assert_int_equal(db_commit(stored->db, &stored->err), CH_OK);
	expect_all_indexes(stored);
}

static void what_an_index_refuses_leaves_all_as_it_was(void **state)
{
	struct stored *stored = *state;

	add_many(stored);
	assert_int_equal(db_exec(stored->db, ONE_TWICE, &stored->err), CH_OK);
	assert_int_equal(bulk_end(&stored->bulk, &stored->err), CH_DATA);
	db_rollback(stored->db);
	expect_all_indexes(stored);
}

/* What the disk refuses meanwhile it may not refuse once more at the commit. */
static void a_disk_that_fails_while_indexes_are_made_is_told(void **state)
{
	struct stored *stored = *state;

	add_many(stored);
	disk_fails = true;
	assert_int_equal(bulk_end(&stored->bulk, &stored->err), CH_IO);
	disk_fails = false;
	db_rollback(stored->db);
	expect_all_indexes(stored);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_indexes_are_there_again, stored_setup, stored_teardown),
		cmocka_unit_test_setup_teardown(what_an_index_refuses_leaves_all_as_it_was, stored_setup,
						stored_teardown),
		cmocka_unit_test_setup_teardown(a_disk_that_fails_while_indexes_are_made_is_told, stored_setup,
						stored_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
