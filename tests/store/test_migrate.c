/* Files of every earlier schema, opened by the program of today; and the copies that are made of files. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <sqlite3.h>

#include "generated/data.h"
#include "store/db_private.h"
#include "support/temp_dir.h"

static void run(sqlite3 *file, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(file, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
}

static sqlite3 *open_file(const char *path)
{
	sqlite3 *file = NULL;

	assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
	return file;
}

/* As the chiron of that schema number left it, with a person in it, and what `more` adds. */
static void make_old(const char *path, int number, const char *more)
{
	sqlite3 *file = open_file(path);
	char sql[120];

	for (const struct embedded_file *part = schema_files; part->name != NULL; part++)
		if (atoi(part->name) <= number)
			run(file, part->text);
	run(file, "INSERT INTO person (person_id, row_version, name, sort_name, search_key)"
		  " VALUES (7, 1, 'Ann Lee', 'ann lee', 'ann lee')");
	run(file, more);
	snprintf(sql, sizeof sql, "PRAGMA application_id=%d; PRAGMA user_version=%d", DB_APPLICATION_ID, number);
	run(file, sql);
	sqlite3_close(file);
}

/* The rows of one column, a line each; the caller's to free. */
static char *lines_of(const char *path, const char *sql)
{
	sqlite3 *file = open_file(path);
	sqlite3_stmt *q = NULL;
	struct ch_buffer out = CH_BUFFER_EMPTY;

	assert_int_equal(sqlite3_prepare_v2(file, sql, -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW)
		ch_buffer_printf(&out, "%s\n", (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	sqlite3_close(file);
	char *text = strdup(out.text);
	ch_buffer_release(&out);
	return text;
}

static void assert_lines(const char *path, const char *sql, const char *wanted)
{
	char *text = lines_of(path, sql);

	assert_string_equal(text, wanted);
	free(text);
}

#define VERSION "SELECT user_version FROM pragma_user_version"
#define PEOPLE "SELECT name FROM person"
#define SCHEMA "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"

static void assert_copies(struct temp_dir *dir, int wanted)
{
	DIR *folder = opendir(dir->path);
	int count = 0;

	assert_non_null(folder);
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
		count += strstr(entry->d_name, ".backup") != NULL;
	closedir(folder);
	assert_int_equal(count, wanted);
}

/* Whatever schema a file began with, it ends with that of a new one, and its people; the file as it was lies beside. */
static void an_older_file_is_brought_up_to_date(void **state)
{
	struct temp_dir *dir = *state;
	char path[512], copy[600], version[20];
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	assert_int_equal(db_create(temp_dir_file(dir, "new.db"), &db, &err), CH_OK);
	db_close(db);
	char *wanted = lines_of(temp_dir_file(dir, "new.db"), SCHEMA);
	assert_true(migrate_newest() > 1);
	for (int number = 1; number < migrate_newest(); number++) {
		snprintf(path, sizeof path, "%s/old-%d.db", dir->path, number);
		snprintf(copy, sizeof copy, "%s.schema-%d.backup", path, number);
		make_old(path, number, "");
		if (db_open(path, &db, &err) != CH_OK)
			fail_msg("%s", err.message);
		db_close(db);
		assert_lines(path, SCHEMA, wanted);
		assert_lines(path, PEOPLE, "Ann Lee\n");
		snprintf(version, sizeof version, "%d\n", number);
		assert_lines(copy, VERSION, version);
		assert_lines(copy, PEOPLE, "Ann Lee\n");
		assert_copies(dir, number);
	}
	free(wanted);
}

/* The second part of the migration cannot be done: the file is as if none had been tried. */
static void a_migration_that_fails_leaves_the_file_as_it_was(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];

	snprintf(path, sizeof path, "%s", temp_dir_file(dir, "old.db"));
	make_old(path, 1, "CREATE TABLE outcome (somebodys TEXT)");
	char *before = lines_of(path, SCHEMA);
	assert_int_not_equal(db_open(path, &db, &err), CH_OK);
	assert_null(db);
	assert_true(err.message[0] != '\0');
	assert_lines(path, VERSION, "1\n");
	assert_lines(path, SCHEMA, before);
	assert_lines(path, PEOPLE, "Ann Lee\n");
	free(before);
}

/* ---- What the machine has to say ---- */

static bool has_no_links, has_no_renames; /* as the file system of a memory stick; as one that is full of holes */

int link(const char *from, const char *to)
{
	if (!has_no_links)
		return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
	errno = EPERM;
	return -1;
}

int rename(const char *from, const char *to)
{
	if (!has_no_renames)
		return renameat(AT_FDCWD, from, AT_FDCWD, to);
	errno = EIO;
	return -1;
}

static int machine_setup(void **state)
{
	has_no_links = true;
	has_no_renames = false;
	return temp_dir_setup(state);
}

static int machine_teardown(void **state)
{
	has_no_links = has_no_renames = false;
	return temp_dir_teardown(state);
}

static void a_memory_stick_holds_copies(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512], copy[600];

	snprintf(path, sizeof path, "%s", temp_dir_file(dir, "old.db"));
	make_old(path, 1, "");
	if (db_open(path, &db, &err) != CH_OK)
		fail_msg("%s", err.message);
	snprintf(copy, sizeof copy, "%s.schema-1.backup", path);
	assert_lines(copy, VERSION, "1\n");
	snprintf(copy, sizeof copy, "%s", temp_dir_file(dir, "kept.backup"));
	if (db_backup(db, copy, &err) != CH_OK)
		fail_msg("%s", err.message);
	assert_lines(copy, PEOPLE, "Ann Lee\n");
	assert_copies(dir, 2);
	assert_int_equal(db_backup(db, copy, &err), CH_CANT_CREATE);
	db_close(db);
}

/* What could go wrong in bringing it up to date could not be mended. */
static void without_a_copy_a_file_stays_as_it_is(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];

	has_no_renames = true;
	snprintf(path, sizeof path, "%s", temp_dir_file(dir, "old.db"));
	make_old(path, 1, "");
	assert_int_equal(db_open(path, &db, &err), CH_CANT_CREATE);
	assert_null(db);
	assert_lines(path, VERSION, "1\n");
	assert_copies(dir, 0);
}

/* Whoever saves for ever, as a program that was stopped in the midst of it, is not waited for so long. */
static void a_copy_gives_up_on_who_saves_for_ever(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];

	snprintf(path, sizeof path, "%s", temp_dir_file(dir, "scheme.db"));
	assert_int_equal(db_create(path, &db, &err), CH_OK);
	sqlite3 *other = open_file(path);
	run(other, "BEGIN EXCLUSIVE");
	assert_int_equal(sqlite3_busy_timeout(db->handle, 1), SQLITE_OK); /* our patience is ten seconds */
	assert_int_equal(db_backup(db, temp_dir_file(dir, "kept.backup"), &err), CH_BUSY);
	assert_copies(dir, 0);
	run(other, "COMMIT");
	sqlite3_close(other);
	err = CH_NO_ERROR;
	assert_int_equal(db_backup(db, temp_dir_file(dir, "kept.backup"), &err), CH_OK);
	db_close(db);
}

/* A copy that an earlier try left holds what was there first, so it is not replaced. */
static void the_first_copy_is_kept(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];

	snprintf(path, sizeof path, "%s", temp_dir_file(dir, "old.db"));
	make_old(path, 1, "");
	temp_dir_write(dir, "old.db.schema-1.backup", "the first copy");
	assert_int_equal(db_open(path, &db, &err), CH_OK);
	db_close(db);
	char *copy = temp_dir_read(dir, "old.db.schema-1.backup", NULL);
	assert_string_equal(copy, "the first copy");
	free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_older_file_is_brought_up_to_date, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(a_migration_that_fails_leaves_the_file_as_it_was, temp_dir_setup,
						temp_dir_teardown),
		cmocka_unit_test_setup_teardown(the_first_copy_is_kept, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(a_memory_stick_holds_copies, machine_setup, machine_teardown),
		cmocka_unit_test_setup_teardown(without_a_copy_a_file_stays_as_it_is, machine_setup, machine_teardown),
		cmocka_unit_test_setup_teardown(a_copy_gives_up_on_who_saves_for_ever, machine_setup, machine_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
