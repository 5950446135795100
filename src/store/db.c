/*
 * Connections: opening with every protection, transactions that nest, waiting
 * for others, and the words for what SQLite reports.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/limit.h"
#include "store/query.h"
#include "store/stmt.h"
#include "store/word_map.h"

enum {
	PATIENCE_MS = 10000, SAY_SO_MS = 1000, NAP_MS = 5,
	LOOK_STEPS = 2000 /* of SQLite's machine, a tenth of a millisecond: a key that comes meanwhile waits so long */
};

/* Whether the file is there, but may not be written, or nothing made beside it. */
static bool is_read_only(const struct db *db)
{
	const char *slash = strrchr(db->path, '/');
	char *folder = slash == NULL ? strdup(".") : strndup(db->path, (size_t)(slash - db->path) + 1);
	bool writable = folder != NULL && access(folder, W_OK) == 0 && access(db->path, W_OK) == 0;

	free(folder);
	return !writable && access(db->path, F_OK) == 0;
}

static enum ch_status fail_read_only(const struct db *db, struct ch_error *err)
{
	ch_fail(err, CH_IO, _("%s cannot be written: the file or its folder is read-only"), db->path);
	return ch_error_fix(err, _("nothing was changed; ask whoever owns the file for write access"));
}

/* The file that is open is no longer the one of that path: what was put back in its place, a new program opens. */
static enum ch_status fail_moved(const struct db *db, struct ch_error *err)
{
	if (access(db->path, F_OK) == 0) {
		ch_fail(err, CH_IO, _("another file has taken the place of %s meanwhile, as where a copy was put back"),
			db->path);
		return ch_error_fix(err, "%s",
				    _("nothing was changed; leave the program, open it again and do it once more"));
	}
	ch_fail(err, CH_IO, _("%s is not where it was: it was moved, renamed or removed meanwhile"), db->path);
	return ch_error_fix(err, _("nothing was changed; put it back and try again"));
}

enum ch_status db_fail(struct db *db, int code, struct ch_error *err)
{
	int kind = code & 0xff;

	if ((kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) && is_read_only(db))
		return fail_read_only(db, err);
	switch (kind) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		ch_fail(err, CH_BUSY, _("somebody else is saving in %s and has not finished"), db->path);
		return ch_error_fix(err, _("nothing was changed; try again in a moment"));
	case SQLITE_FULL:
		ch_fail(err, CH_IO, _("the disk that holds %s is full"), db->path);
		return ch_error_fix(err, _("nothing was changed; free some space and try again"));
	case SQLITE_READONLY:
		if (sqlite3_extended_errcode(db->handle) == SQLITE_READONLY_DBMOVED)
			return fail_moved(db, err);
		return fail_read_only(db, err);
	case SQLITE_IOERR:
		ch_fail(err, CH_IO,
			_("reading or writing %s failed (a full disk, a file-size limit or a failing device)"),
			db->path);
		return ch_error_fix(err, _("nothing was changed; free some space, check the disk, and try again"));
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		ch_fail(err, CH_DATA, _("%s is damaged: its pages do not fit together"), db->path);
		return ch_error_fix(err, _("restore the newest backup, `chiron restore BACKUP`: it keeps this file "
					   "beside it"));
	case SQLITE_AUTH:
		ch_fail(err, CH_NOT_ALLOWED,
			_("a check or report asked for what is the pair's alone, and was stopped"));
		return err->status;
	case SQLITE_CONSTRAINT:
		if (db->limited) {
			ch_fail(err, CH_NOT_ALLOWED,
				_("there is another with the same e-mail address, name or number, which you do not "
				  "see"));
			return limit_fix(db, err);
		}
		ch_fail(err, CH_DATA, _("the records would no longer fit together (%s)"), sqlite3_errmsg(db->handle));
		return ch_error_fix(err, _("nothing was changed"));
	case SQLITE_NOMEM:
		ch_abort("out of memory");
	case SQLITE_CANTOPEN:
		ch_fail(err, CH_IO, _("%s cannot be opened: it, or its folder, is missing or closed to you"), db->path);
		return ch_error_fix(err, _("nothing was changed; see that you may write in its folder, and try again"));
	case SQLITE_INTERRUPT:
		return ch_fail(err, CH_STOPPED, _("stopped; nothing was changed"));
	default:
		return ch_fail(err, CH_INTERNAL, _("unexpected answer %d from the store: %s"), code,
			       sqlite3_errmsg(db->handle));
	}
}

enum ch_status db_exec(struct db *db, const char *sql, struct ch_error *err)
{
	int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? CH_OK : db_fail(db, code, err);
}

/* Our own waiting: fair naps, one word after a second, and the text back to the user after ten. */
static int wait_for_others(void *context, int count)
{
	struct db *db = context;
	struct timespec nap = {.tv_nsec = NAP_MS * 1000000L};

	if (count == 0)
		db->waiting_said = false;
	if (count * NAP_MS >= PATIENCE_MS)
		return 0;
	if (count * NAP_MS >= SAY_SO_MS && !db->waiting_said && isatty(STDERR_FILENO) && !isatty(STDIN_FILENO)) {
		db->waiting_said = true;
		fputs(_("Somebody else is saving; waiting.\n"), stderr);
	}
	nanosleep(&nap, NULL);
	return 1;
}

static enum ch_status expect_pragma(struct db *db, const char *sql, const char *wanted, struct ch_error *err)
{
	sqlite3_stmt *q = NULL;
	int code = sqlite3_prepare_v2(db->handle, sql, -1, &q, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_step(q);
	const char *got = code == SQLITE_ROW ? (const char *)sqlite3_column_text(q, 0) : NULL;
	enum ch_status status = CH_OK;
	if (code != SQLITE_ROW)
		status = db_fail(db, code, err);
	else if (got == NULL || strcmp(got, wanted) != 0)
		status = ch_fail(err, CH_INTERNAL, _("the store refused \"%s\" (it answered %s)"), sql, got ? got
				 : "nothing");
	sqlite3_finalize(q);
	return status;
}

static enum ch_status set_protections(struct db *db, struct ch_error *err)
{
	static const struct {
		const char *sql, *answer;
	} pragmas[] = {
		{"PRAGMA journal_mode=TRUNCATE", "truncate"},
	};
	sqlite3 *h = db->handle;

	sqlite3_extended_result_codes(h, 1);
	sqlite3_busy_handler(h, wait_for_others, db);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(h, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_limit(h, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
	sqlite3_limit(h, SQLITE_LIMIT_COLUMN, 100);
	sqlite3_limit(h, SQLITE_LIMIT_EXPR_DEPTH, 60);
	sqlite3_limit(h, SQLITE_LIMIT_ATTACHED, 2);
	enum ch_status status = db_exec(db,
					"PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON;"
					"PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA;",
					err);
	for (size_t i = 0; status == CH_OK && !db->read_only && i < sizeof pragmas / sizeof pragmas[0]; i++)
		status = expect_pragma(db, pragmas[i].sql, pragmas[i].answer, err);
	if (status == CH_OK)
		status = expect_pragma(db, "PRAGMA synchronous", "3", err);
	if (status == CH_OK)
		status = expect_pragma(db, "PRAGMA foreign_keys", "1", err);
	return status;
}

/* Called by SQLite for each row that this connection writes. */
static void on_row_written(void *context, int how, const char *database, const char *table, sqlite3_int64 row_id)
{
	(void)how, (void)database, (void)row_id;
	if (strcmp(table, "person") == 0)
		word_map_outdate(context);
}

static enum ch_status open_handle(const char *path, bool create, struct db **out, struct ch_error *err)
{
	struct db *db = calloc(1, sizeof *db);

	if (db == NULL)
		ch_abort("out of memory");
	db->path = strdup(path);
	if (db->path == NULL)
		ch_abort("out of memory");
	db->read_only = !create && access(path, W_OK) != 0;
	/* Counting each byte takes a lock for each. Only the first connection of a process can say so. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	int flags = db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	int code = sqlite3_open_v2(path, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW, NULL);
	enum ch_status status = code == SQLITE_OK ? set_protections(db, err) : db_fail(db, code, err);
	if (status == CH_OK)
		status = query_functions(db, err);
	if (status != CH_OK) {
		db_close(db);
		return status;
	}
	db_authorize(db);
	sqlite3_update_hook(db->handle, on_row_written, db);
	*out = db;
	return CH_OK;
}

/*
 * The name that SQLite needs: it refuses links, so that nobody's link leads us to write elsewhere; a user's own are
 * followed here.
 */
static char *resolve(const char *path)
{
	char *real = realpath(path, NULL);

	if (real == NULL)
		real = strdup(path);
	if (real == NULL)
		ch_abort("out of memory");
	return real;
}

/* Can only be said before the first page is written (docs/decisions/0068). */
#define PAGES "PRAGMA page_size=8192"

enum ch_status db_create(const char *path, struct db **db, struct ch_error *err)
{
	int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0 && errno == EEXIST) {
		ch_fail(err, CH_CANT_CREATE, _("%s is there already"), path);
		return ch_error_fix(err, _("open it with -d, or choose another name"));
	}
	if (fd < 0)
		return ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
	close(fd);

	struct db *made = NULL;
	char *real = resolve(path);
	enum ch_status status = open_handle(real, true, &made, err);
	if (status == CH_OK)
		status = db_exec(made, PAGES, err);
	if (status == CH_OK)
		status = migrate_to_newest(made, 0, err);
	free(real);
	if (status != CH_OK) {
		db_close(made);
		unlink(path);
		return status;
	}
	*db = made;
	return CH_OK;
}

static enum ch_status cut_off(const char *path, int64_t missing, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s is cut off: %lld bytes that belong to it are not there"), path, (long long)missing);
	return ch_error_fix(err, _("restore the newest backup: `chiron restore BACKUP`; the file was not touched"));
}

/*
 * What the file says of itself is believed once SQLite has rolled back what an interrupted commit left, and has found
 * that the pages of the schema fit together: both are done since set_protections(), which is the first to read it.
 */
static enum ch_status first_read(struct db *db, int *version, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_SCHEMA_VERSION);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*version = status == CH_OK && row ? (int)stmt_int(q, "user_version") : 0;
	stmt_reset(q);
	if (status != CH_OK || *version > 0)
		return status;
	ch_fail(err, CH_DATA, _("%s was never finished, or is damaged: it has no schema number"), db->path);
	return ch_error_fix(err,
			    _("restore the newest backup, `chiron restore BACKUP`; where there was nothing in it yet, "
			      "remove it and begin anew"));
}

enum ch_status db_open_as_it_is(const char *path, struct db **db, int *version, struct ch_error *err)
{
	int64_t missing = 0;
	enum ch_status status = file_header_check(path, version, &missing, err);

	if (status != CH_OK)
		return status;
	struct db *opened = NULL;
	char *real = resolve(path);
	status = open_handle(real, false, &opened, err);
	free(real);
	if (status == CH_OK)
		status = first_read(opened, version, err);
	if (status == CH_DATA && missing > 0)
		cut_off(path, missing, err);
	if (status != CH_OK) {
		db_close(opened);
		return status;
	}
	*db = opened;
	return CH_OK;
}

enum ch_status db_open(const char *path, struct db **db, struct ch_error *err)
{
	struct db *opened = NULL;
	int version = 0;

	enum ch_status status = db_open_as_it_is(path, &opened, &version, err);
	if (status == CH_OK && version < migrate_newest())
		status = migrate_to_newest(opened, version, err);
	if (status != CH_OK) {
		db_close(opened);
		return status;
	}
	db_data_version_changed(opened);
	*db = opened;
	return CH_OK;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	if (db->handle != NULL) {
		while (db->depth > 0)
			db_rollback(db);
		stmt_finalize_all(db);
		query_forget_kept(db);
		word_map_free(db);
		sqlite3_close(db->handle);
	}
	free(db->path);
	free(db);
}

void db_remove_new(const char *path)
{
	unlink(path);
}

char *db_random_id(char id[DB_ID_SIZE])
{
	unsigned char bytes[(DB_ID_SIZE - 1) / 2];

	sqlite3_randomness(sizeof bytes, bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		snprintf(id + 2 * i, 3, "%02x", bytes[i]);
	return id;
}

const char *db_path(const struct db *db)
{
	return db->path;
}

bool db_read_only(const struct db *db)
{
	return db->read_only;
}

int db_depth(const struct db *db)
{
	return db->depth;
}

enum ch_status db_begin(struct db *db, struct ch_error *err)
{
	char sql[40];

	if (db->depth == 0)
		snprintf(sql, sizeof sql, "BEGIN IMMEDIATE");
	else
		snprintf(sql, sizeof sql, "SAVEPOINT level_%d", db->depth);
	enum ch_status status = db_exec(db, sql, err);
	if (status == CH_OK)
		db->depth++;
	return status;
}

enum ch_status db_commit(struct db *db, struct ch_error *err)
{
	char sql[40];

	if (db->depth == 1)
		snprintf(sql, sizeof sql, "COMMIT");
	else
		snprintf(sql, sizeof sql, "RELEASE level_%d", db->depth - 1);
	enum ch_status status = db_exec(db, sql, err);
	if (status != CH_OK) {
		db_rollback(db);
		return status;
	}
	db->depth--;
	return CH_OK;
}

void db_rollback(struct db *db)
{
	char sql[80];

	if (db->depth == 0)
		return;
	db->depth--;
	if (db->depth == 0)
		snprintf(sql, sizeof sql, "ROLLBACK");
	else
		snprintf(sql, sizeof sql, "ROLLBACK TO level_%d; RELEASE level_%d", db->depth, db->depth);
	/* A failed write may have rolled back by itself; then there is nothing left to do, and SQLite says so. */
	sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
}

int64_t db_last_id(const struct db *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}

static int on_steps(void *context)
{
	struct db *db = context;

	if (db->bounded && (db->steps_left -= LOOK_STEPS) <= 0)
		return 1;
	return db->look != NULL && !db->look(db->look_data);
}

/* SQLite has one handler, for whoever looks on and for what is bounded. */
static void watch_steps(struct db *db)
{
	bool wanted = db->look != NULL || db->bounded;

	sqlite3_progress_handler(db->handle, wanted ? LOOK_STEPS : 0, wanted ? on_steps : NULL, db);
}

void db_look(struct db *db, bool (*look)(void *data), void *data)
{
	db->look = look;
	db->look_data = data;
	watch_steps(db);
}

void db_bound_steps(struct db *db, int64_t steps)
{
	db->bounded = steps > 0;
	db->steps_left = steps;
	watch_steps(db);
}

bool db_steps_ran_out(const struct db *db)
{
	return db->bounded && db->steps_left <= 0;
}

bool db_data_version_changed(struct db *db)
{
	struct ch_error err = CH_NO_ERROR;
	struct stmt *q = stmt_ready(db, SQL_DATA_VERSION);
	bool row = false;

	if (stmt_step(q, &row, &err) != CH_OK || !row)
		return false;
	int64_t version = stmt_int(q, "data_version");
	stmt_reset(q);
	bool changed = version != db->data_version;
	db->data_version = version;
	return changed;
}
