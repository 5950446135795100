#include "store/bulk.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"

static void add(struct bulk *bulk, const char *sql)
{
	bulk->made_by = ch_arena_room(&bulk->arena, bulk->made_by, bulk->count, &bulk->capacity, sizeof *bulk->made_by);
	bulk->made_by[bulk->count++] = sql;
}

static enum ch_status run_text(struct db *db, const char *sql, struct ch_error *err)
{
	struct stmt *q = stmt_new(db, sql);
	enum ch_status status = stmt_run(q, NULL, err);

	stmt_free(q);
	return status;
}

static bool is_among(const char *name, const char *const *names)
{
	while (*names != NULL && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

/*
 * What makes the indexes that are among the names, or are not, goes to the list; the statements that take them away
 * are returned, in `drops`.
 */
static enum ch_status list_indexes(struct bulk *bulk, const char *table, const char *const *names, bool among,
				   struct bulk *drops, struct ch_error *err)
{
	struct stmt *q = stmt_ready(bulk->db, SQL_INDEXES_OF_TABLE);
	bool row = false;
	enum ch_status status;

	stmt_bind_text(q, "tbl", table);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		if (is_among(stmt_text(q, "name"), names) != among)
			continue;
		add(bulk, stmt_copy(q, "sql", &bulk->arena));
		add(drops, ch_arena_printf(&drops->arena, "DROP INDEX \"%s\"", stmt_text(q, "name")));
	}
	stmt_reset(q);
	return status;
}

/* SQLite asks for the folder of its temporary files by a variable of its own. */
static void sort_beside(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');

	sqlite3_free(sqlite3_temp_directory);
	sqlite3_temp_directory = slash == NULL ? NULL : sqlite3_mprintf("%.*s", (int)(slash - path), path);
}

static enum ch_status run_all(const struct bulk *bulk, struct bulk *drops, enum ch_status status, struct ch_error *err)
{
	for (size_t i = 0; status == CH_OK && i < drops->count; i++)
		status = run_text(bulk->db, drops->made_by[i], err);
	ch_arena_release(&drops->arena);
	return status;
}

enum ch_status bulk_begin(struct bulk *bulk, struct db *db, const char *table, const char *const *left,
			  struct ch_error *err)
{
	/* What a row refers to is looked at once more at the commit, instead of being kept undoable row by row. */
	static const char settings[] = "PRAGMA defer_foreign_keys=ON";
	struct ch_error ignored = CH_NO_ERROR;
	struct bulk drops = BULK_EMPTY;
	enum ch_status status = db_exec(db, settings, err);

	/* Refused where temporary tables were used on this connection since it sorted last: it sorts in memory then. */
	db_exec(db, "PRAGMA temp_store=FILE", &ignored);

	bulk->db = db;
	sort_beside(db->path);
	if (status == CH_OK)
		status = list_indexes(bulk, table, left, false, &drops, err);
	return run_all(bulk, &drops, status, err);
}

enum ch_status bulk_drop(struct bulk *bulk, const char *table, const char *index, struct ch_error *err)
{
	const char *const names[] = {index, NULL};
	struct bulk drops = BULK_EMPTY;

	if (bulk->db == NULL)
		return CH_OK;
	return run_all(bulk, &drops, list_indexes(bulk, table, names, true, &drops, err), err);
}

/*
 * Brings what was written so far to the disk, while indexes are made: else the commit would wait for all of it. What
 * SQLite does for it looks at nothing that changes while the file is open, so that it needs no lock.
 */
struct flush {
	sqlite3_file *file;
	pthread_t thread;
	bool begun;
	int code;
};

static void *flush_file(void *data)
{
	struct flush *flush = data;

	flush->code = flush->file->pMethods->xSync(flush->file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
	return NULL;
}

/* Nothing where there is no thread to be had: the commit does it. */
static void flush_begin(struct flush *flush, struct db *db)
{
	sigset_t all, before;

	*flush = (struct flush){.code = SQLITE_OK};
	if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &flush->file) != SQLITE_OK)
		return;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	flush->begun = pthread_create(&flush->thread, NULL, flush_file, flush) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* The system says once that a write failed, so the commit might not hear of it: it must not come to that. */
static enum ch_status flush_end(struct flush *flush, struct db *db, enum ch_status status, struct ch_error *err)
{
	if (flush->begun)
		pthread_join(flush->thread, NULL);
	return status == CH_OK && flush->code != SQLITE_OK ? db_fail(db, flush->code, err) : status;
}

static enum ch_status make_indexes(const struct bulk *bulk, struct ch_error *err)
{
	/* It sorts as much at a time as it may keep of pages: what stays in a processor's own cache. */
	enum ch_status status = db_exec(bulk->db, "PRAGMA cache_size=-2000", err);

	/* One processor would only have more to do. With seven threads each merges few enough pieces at once. */
	if (status == CH_OK && sysconf(_SC_NPROCESSORS_ONLN) > 1)
		status = db_exec(bulk->db, "PRAGMA threads=7", err);
	for (size_t i = 0; status == CH_OK && i < bulk->count; i++)
		status = run_text(bulk->db, bulk->made_by[i], err);
	return status;
}

enum ch_status bulk_end(struct bulk *bulk, struct ch_error *err)
{
	struct flush flush;

	if (bulk->count == 0)
		return CH_OK;
	flush_begin(&flush, bulk->db);
	enum ch_status status = flush_end(&flush, bulk->db, make_indexes(bulk, err), err);
	bulk->count = 0;
	return status;
}

void bulk_release(struct bulk *bulk)
{
	struct ch_error ignored = CH_NO_ERROR;

	/* Where a transaction is still open that used a temporary file, the next one is the first to sort in memory. */
	if (bulk->db != NULL) {
		db_exec(bulk->db, "PRAGMA cache_size=-2000; PRAGMA threads=0; PRAGMA temp_store=MEMORY", &ignored);
		sort_beside(NULL);
	}
	ch_arena_release(&bulk->arena);
	*bulk = BULK_EMPTY;
}

enum ch_status bulk_compact(struct db *db, struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;

	db_exec(db, "PRAGMA temp_store=FILE", &ignored);
	sort_beside(db->path);
	enum ch_status status = db_exec(db, "VACUUM", err);
	db_exec(db, "PRAGMA temp_store=MEMORY", &ignored);
	sort_beside(NULL);
	return status;
}
