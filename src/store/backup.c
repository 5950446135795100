/*
 * Backups and integrity. A copy is made by the online backup API in steps, so
 * that a long read never holds up those who save, under a temporary name;
 * verified and synced before it bears its own.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "chiron/file_out.h"
#include "store/db_private.h"
#include "store/stmt.h"

enum { PAGES_A_STEP = 256, SAY_SO_S = 1, SAY_EACH_PERCENT = 10 };

/* What a copy is for. */
enum purpose { TO_KEEP, BEFORE_MIGRATION };

/* The first line of what the check finds wrong, "" where it is content. */
static enum ch_status ask(struct db *db, enum statement_id check, char what[256], struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, check);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	what[0] = '\0';
	if (status == CH_OK && row && strcmp(stmt_text(q, "what"), "ok") != 0)
		snprintf(what, 256, "%s", stmt_text(q, "what"));
	stmt_reset(q);
	return status;
}

enum ch_status db_integrity(struct db *db, char what[256], struct ch_error *err)
{
	char table[256];
	enum ch_status status = ask(db, SQL_INTEGRITY, what, err);

	if (status != CH_OK || what[0] != '\0')
		return status;
	status = ask(db, SQL_FOREIGN_KEYS, table, err);
	if (status == CH_OK && table[0] != '\0')
		snprintf(what, 256, _("a record of table %.60s refers to one that is not there"), table);
	return status;
}

/* How far a copy is that somebody waits for. */
struct progress {
	enum purpose purpose;
	time_t begun;
	int said; /* per cent */
};

static void say_progress(struct progress *progress, sqlite3_backup *backup)
{
	int pages = sqlite3_backup_pagecount(backup), left = sqlite3_backup_remaining(backup);
	int percent = pages > 0 ? (int)(100 * (int64_t)(pages - left) / pages) : 0;

	if (progress->purpose != BEFORE_MIGRATION || time(NULL) - progress->begun <= SAY_SO_S ||
	    percent < progress->said + SAY_EACH_PERCENT || !isatty(STDERR_FILENO))
		return;
	progress->said = percent;
	fprintf(stderr, _("The scheme is brought up to date; first it is copied: %d %%\n"), percent);
}

/* `name` is what the copy at `path` is to be called. */
static enum ch_status copy_pages(struct db *db, const char *path, const char *name, enum purpose purpose,
				 struct ch_error *err)
{
	struct progress progress = {.purpose = purpose, .begun = time(NULL)};
	sqlite3 *copy = NULL;
	int code = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);
	sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", db->handle, "main") : NULL;

	if (backup != NULL) {
		/* Whoever saves meanwhile was waited for by then, as everywhere (db.c). */
		while ((code = sqlite3_backup_step(backup, PAGES_A_STEP)) == SQLITE_OK)
			say_progress(&progress, backup);
		int end = sqlite3_backup_finish(backup);
		code = code == SQLITE_DONE ? end : code;
	} else if (copy != NULL) {
		code = sqlite3_errcode(copy);
	}
	sqlite3_close(copy);
	switch (code & 0xff) {
	case SQLITE_OK:
		return CH_OK;
	case SQLITE_FULL:
		return ch_fail(err, CH_IO, _("the disk that would hold %s is full"), name);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_CORRUPT:
		return db_fail(db, code, err); /* of the scheme, not of its copy */
	default:
		return ch_fail(err, CH_IO, _("the copy %s could not be written"), name);
	}
}

static enum ch_status verify_copy(const char *path, enum purpose purpose, struct ch_error *err)
{
	struct db *copy = NULL;
	char what[256];
	int version;
	/* A copy of an older schema stays one: it is what a migration that went wrong would be mended from. */
	enum ch_status status = db_open_as_it_is(path, &copy, &version, err);

	if (status == CH_OK)
		status = purpose == BEFORE_MIGRATION ? ask(copy, SQL_PAGES_FIT, what, err)
						     : db_integrity(copy, what, err);
	if (status == CH_OK && what[0] != '\0')
		status = ch_fail(err, CH_DATA, _("the copy is not whole: %s"), what);
	db_close(copy);
	return status;
}

static enum ch_status sync_path(const char *path, int flags, struct ch_error *err)
{
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC);
	/* EINVAL: not on this file system, as for the folders of some that lie across the network. */
	bool good = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (fd >= 0)
		close(fd);
	return good ? CH_OK : ch_fail(err, CH_IO, _("%s could not be made safe on the disk: %s"), path,
				      strerror(errno));
}

static enum ch_status sync_folder_of(const char *path, struct ch_error *err)
{
	char *copy = strdup(path);

	if (copy == NULL)
		ch_abort("out of memory");
	enum ch_status status = sync_path(dirname(copy), O_DIRECTORY, err);
	free(copy);
	return status;
}

static enum ch_status make_copy(struct db *db, const char *path, enum purpose purpose, struct ch_error *err)
{
	char temporary[4096];

	if (access(path, F_OK) == 0) {
		ch_fail(err, CH_CANT_CREATE, _("%s is there already"), path);
		return ch_error_fix(err, _("choose another name"));
	}
	if (snprintf(temporary, sizeof temporary, "%s.XXXXXX", path) >= (int)sizeof temporary)
		return ch_fail(err, CH_CANT_CREATE, _("the name %s is too long"), path);
	int fd = mkstemp(temporary);
	if (fd < 0)
		return ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
	close(fd);
	enum ch_status status = copy_pages(db, temporary, path, purpose, err);
	if (status == CH_OK)
		status = verify_copy(temporary, purpose, err);
	if (status == CH_OK)
		status = sync_path(temporary, 0, err);
	if (status == CH_OK)
		status = ch_file_name_new(temporary, path, err);
	unlink(temporary);
	return status == CH_OK ? sync_folder_of(path, err) : status;
}

enum ch_status db_backup(struct db *db, const char *path, struct ch_error *err)
{
	return make_copy(db, path, TO_KEEP, err);
}

enum ch_status db_copy_aside(struct db *db, const char *path, struct ch_error *err)
{
	return make_copy(db, path, BEFORE_MIGRATION, err);
}
