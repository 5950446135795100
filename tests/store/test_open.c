/* Opening what is no scheme file, or no longer one: each gets its own sentence, and not one byte of it changes. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/part.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/record.h"
#include "store/stmt.h"
#include "support/temp_dir.h"

static char *path_of(struct temp_dir *dir, const char *name, char out[512])
{
	snprintf(out, 512, "%s", temp_dir_file(dir, name));
	return out;
}

static void make(const char *path)
{
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	if (db_create(path, &db, &err) != CH_OK)
		fail_msg("%s", err.message);
	db_close(db);
}

static void assert_refused(const char *path, enum ch_status wanted, const char *words)
{
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	assert_int_equal(db_open(path, &db, &err), wanted);
	assert_null(db);
	if (strstr(err.message, words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", err.message, words);
}

/* Puts `length` bytes at `offset` of the file. */
static void patch(const char *path, off_t offset, const void *bytes, size_t length)
{
	int fd = open(path, O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, length, offset), length);
	close(fd);
}

static void what_is_no_scheme_is_said(void **state)
{
	struct temp_dir *dir = *state;
	char path[512];

	assert_refused(path_of(dir, "none.db", path), CH_MISSING, "there is no scheme file");
	assert_false(temp_dir_has(dir, "none.db"));
	assert_refused(dir->path, CH_DATA, "folder");
	temp_dir_write(dir, "empty.db", "");
	assert_refused(path_of(dir, "empty.db", path), CH_DATA, "empty");
	temp_dir_write(dir, "short.db", "SQLite format 3");
	assert_refused(path_of(dir, "short.db", path), CH_DATA, "too short");
	temp_dir_write(dir, "roster.csv",
		       "Name,E-mail\nAnn Lee,ann@example.org\nBo Ray,bo@example.org\nCy Dee,cy@example.org\nDi "
		       "Fox,di@example.org\n");
	assert_refused(path_of(dir, "roster.csv", path), CH_DATA, "no chiron file");
}

static void foreign_newer_and_truncated_files_are_left_alone(void **state)
{
	struct temp_dir *dir = *state;
	char path[512];
	struct stat before, after;

	make(path_of(dir, "foreign.db", path));
	patch(path, 68, "\0\0\0\0", 4);
	assert_int_equal(stat(path, &before), 0);
	assert_refused(path, CH_DATA, "another program");
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);

	make(path_of(dir, "newer.db", path));
	patch(path, 60, "\0\0\x7f\xff", 4);
	assert_refused(path, CH_DATA, "newer chiron");

	make(path_of(dir, "cut.db", path));
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(truncate(path, before.st_size / 2), 0);
	assert_refused(path, CH_DATA, "cut off");
}

/* Whatever byte of the first pages is wrong: an answer, never a crash, and the file is not written to. */
static void damaged_bytes_give_an_answer(void **state)
{
	struct temp_dir *dir = *state;
	char path[512], what[256];
	struct stat st;

	make(path_of(dir, "damaged.db", path));
	assert_int_equal(stat(path, &st), 0);
	for (off_t at = 16; at < 200; at += 7) {
		struct ch_error err = CH_NO_ERROR;
		struct db *db = NULL;
		unsigned char good;
		int fd = open(path, O_RDONLY);
		assert_int_equal(pread(fd, &good, 1, at), 1);
		close(fd);
		unsigned char bad = (unsigned char)~good;
		patch(path, at, &bad, 1);
		if (db_open(path, &db, &err) == CH_OK)
			db_integrity(db, what, &err);
		else
			assert_true(err.message[0] != '\0');
		db_close(db);
		patch(path, at, &good, 1);
	}
}

/* Today's schema number over another schema: the statement that misses its table says which. */
static void a_table_that_is_gone_is_named(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];
	bool row;

	make(path_of(dir, "other.db", path));
	assert_int_equal(db_open(path, &db, &err), CH_OK);
	struct stmt *q = stmt_new(db, "DROP TABLE import_batch");
	assert_int_equal(stmt_run(q, NULL, &err), CH_OK);
	stmt_free(q);
	q = stmt_ready(db, SQL_CALLED_IMPORT_BATCH);
	stmt_bind_id(q, "id", 1);
	assert_int_not_equal(stmt_step(q, &row, &err), CH_OK);
	assert_non_null(strstr(err.message, "import_batch"));
	db_close(db);
}

static void run_text(struct db *db, const char *sql)
{
	struct ch_error err = CH_NO_ERROR;
	struct stmt *q = stmt_new(db, sql);

	assert_int_equal(stmt_run(q, NULL, &err), CH_OK);
	stmt_free(q);
}

/* A record's statements that could not be prepared say so, and are tried anew: whoever was in the way may be gone. */
static void a_record_is_saved_once_its_table_is_back(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_cohort cohort;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	char path[512];

	make(path_of(dir, "other.db", path));
	assert_int_equal(db_open(path, &db, &err), CH_OK);
	run_text(db, "INSERT INTO programme (programme_id, row_version, name, kind, state)"
		     " VALUES (1, 1, 'Here', 'mentoring', 'open')");
	ch_record_clear(ch_entity_of(CH_COHORT), &cohort);
	cohort.programme_id = 1;
	cohort.name = "Autumn";
	run_text(db, "ALTER TABLE cohort RENAME TO cohort_away");
	assert_int_not_equal(record_insert(db, ch_entity_of(CH_COHORT), &cohort, &err), CH_OK);
	assert_non_null(strstr(err.message, "cohort"));
	run_text(db, "ALTER TABLE cohort_away RENAME TO cohort");
	err = CH_NO_ERROR;
	if (record_insert(db, ch_entity_of(CH_COHORT), &cohort, &err) != CH_OK)
		fail_msg("%s", err.message);
	db_close(db);
}

static void a_new_file_never_replaces_one(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;
	struct stat st;
	char path[512];

	temp_dir_write(dir, "there.db", "precious");
	assert_int_equal(db_create(path_of(dir, "there.db", path), &db, &err), CH_CANT_CREATE);
	char *text = temp_dir_read(dir, "there.db", NULL);
	assert_string_equal(text, "precious");
	free(text);
	make(path_of(dir, "new.db", path));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

/* 4 KiB, SQLite's own, cost a large list a tenth of its time (docs/decisions/0068). */
static void a_new_file_has_pages_of_8_kib(void **state)
{
	enum { PAGE_SIZE_AT = 16 };
	struct temp_dir *dir = *state;
	unsigned char *header;
	char path[512];

	make(path_of(dir, "new.db", path));
	header = (unsigned char *)temp_dir_read(dir, "new.db", NULL);
	assert_int_equal(header[PAGE_SIZE_AT] << 8 | header[PAGE_SIZE_AT + 1], 8192);
	free(header);
}

/* In a child that is not root, to whom a read-only file is one. */
static int open_read_only(const char *path)
{
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 1;
	if (db_open(path, &db, &err) != CH_OK || !db_read_only(db))
		return 2;
	struct stmt *q = stmt_new(db, "DELETE FROM audit_detail");
	enum ch_status status = stmt_run(q, NULL, &err);
	stmt_free(q);
	db_close(db);
	return status == CH_IO && strstr(err.message, "read-only") != NULL ? 0 : 3;
}

/* In a folder that another user can reach, which the test's own need not be. */
static void a_read_only_file_is_read(void **state)
{
	char folder[] = "/tmp/chiron-readonly.XXXXXX", path[64];
	int status;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/scheme.db", folder);
	make(path);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	pid_t child = fork();
	if (child == 0)
		_exit(open_read_only(path));
	assert_int_equal(waitpid(child, &status, 0), child);
	chmod(folder, 0700);
	unlink(path);
	rmdir(folder);
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void append(struct db *db, const char *detail)
{
	struct ch_actor actor = {.channel = "test"};
	struct audit_entry entry = {.at = "2026-11-23T12:00:00Z",
				    .actor = &actor,
				    .operation = CH_OP_PERSON_ADD,
				    .object_id = 1,
				    .detail = detail};
	struct ch_error err = CH_NO_ERROR;
	int64_t seq;

	assert_int_equal(audit_append(db, &entry, &seq, &err), CH_OK);
}

static int64_t broken_after(struct db *db, const char *sql)
{
	struct ch_error err = CH_NO_ERROR;
	int64_t rows, broken;
	struct stmt *q = stmt_new(db, sql);

	assert_int_equal(stmt_run(q, NULL, &err), CH_OK);
	stmt_free(q);
	assert_int_equal(audit_verify(db, &rows, &broken, &err), CH_OK);
	return broken;
}

static void a_changed_audit_log_shows(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	assert_int_equal(db_create(temp_dir_file(dir, "audit.db"), &db, &err), CH_OK);
	for (int i = 0; i < 5; i++)
		append(db, "{\"changed\":\"person 1 made\"}");
	assert_int_equal(broken_after(db, "SELECT 1"), 0);
	assert_int_equal(broken_after(db, "DELETE FROM audit_detail WHERE seq = 2"), 0); /* erased: it still verifies */
	struct stmt *q = stmt_new(db, "UPDATE audit SET object_id = 7 WHERE seq = 3");
	assert_int_equal(stmt_run(q, NULL, &err), CH_DATA); /* a trigger stops accidents */
	stmt_free(q);
	broken_after(db, "DROP TRIGGER audit_is_not_changed");
	assert_int_equal(broken_after(db, "UPDATE audit_detail SET detail = '{}' WHERE seq = 4"), 4);
	assert_int_equal(broken_after(db, "UPDATE audit SET object_id = 7 WHERE seq = 3"), 3);
	db_close(db);
}

static void a_backup_is_whole_and_never_over_another(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL, *copy = NULL;
	char path[512], backup[512];
	int64_t rows, broken;

	assert_int_equal(db_create(path_of(dir, "scheme.db", path), &db, &err), CH_OK);
	append(db, NULL);
	assert_int_equal(db_backup(db, path_of(dir, "copy.db", backup), &err), CH_OK);
	assert_int_equal(db_backup(db, backup, &err), CH_CANT_CREATE);
	assert_int_equal(db_open(backup, &copy, &err), CH_OK);
	assert_int_equal(audit_verify(copy, &rows, &broken, &err), CH_OK);
	assert_int_equal(rows, 1);
	db_close(copy);
	db_close(db);
}

/* What an open file says once a copy was put in its place, and once nothing is there: how to go on differs. */
static void a_file_that_was_replaced_is_told_from_one_that_is_gone(void **state)
{
	struct temp_dir *dir = *state;
	struct ch_error err = CH_NO_ERROR;
	struct ch_objective objective = {.programme_id = 1, .name = "Keep new leaders"};
	struct db *db = NULL;
	char path[512], backup[512];

	assert_int_equal(db_create(path_of(dir, "scheme.db", path), &db, &err), CH_OK);
	run_text(db, "INSERT INTO programme (programme_id, row_version, name, kind, state)"
		     " VALUES (1, 1, 'Here', 'mentoring', 'open')");
	assert_int_equal(db_backup(db, path_of(dir, "copy.db", backup), &err), CH_OK);
	assert_int_equal(rename(backup, path), 0);
	assert_int_equal(record_insert(db, ch_entity_of(CH_OBJECTIVE), &objective, &err), CH_IO);
	assert_non_null(strstr(err.message, "another file has taken the place"));
	assert_non_null(strstr(err.fix, "leave the program, open it again"));
	unlink(path);
	assert_int_equal(record_insert(db, ch_entity_of(CH_OBJECTIVE), &objective, &err), CH_IO);
	assert_non_null(strstr(err.fix, "put it back"));
	db_close(db);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, temp_dir_setup, temp_dir_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_is_no_scheme_is_said),
		IN_FOLDER(foreign_newer_and_truncated_files_are_left_alone),
		IN_FOLDER(damaged_bytes_give_an_answer),
		IN_FOLDER(a_table_that_is_gone_is_named),
		IN_FOLDER(a_record_is_saved_once_its_table_is_back),
		IN_FOLDER(a_new_file_never_replaces_one),
		IN_FOLDER(a_new_file_has_pages_of_8_kib),
		IN_FOLDER(a_read_only_file_is_read),
		IN_FOLDER(a_changed_audit_log_shows),
		IN_FOLDER(a_file_that_was_replaced_is_told_from_one_that_is_gone),
		IN_FOLDER(a_backup_is_whole_and_never_over_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
