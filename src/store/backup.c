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
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"

enum { PAGES_A_STEP = 256 };

enum ch_status db_integrity(struct db *db, char what[256], struct ch_error *err)
{
	bool row = false;
	struct stmt *q = stmt_ready(db, SQL_INTEGRITY);
	enum ch_status status = stmt_step(q, &row, err);

	what[0] = '\0';
	if (status == CH_OK && row && strcmp(stmt_text(q, "what"), "ok") != 0)
		snprintf(what, 256, "%s", stmt_text(q, "what"));
	stmt_reset(q);
	if (status != CH_OK || what[0] != '\0')
		return status;
	q = stmt_ready(db, SQL_FOREIGN_KEYS);
	status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		snprintf(what, 256, _("a record of table %s refers to one that is not there"), stmt_text(q, "what"));
	stmt_reset(q);
	return status;
}

static enum ch_status copy_pages(struct db *db, const char *path, struct ch_error *err)
{
	sqlite3 *copy = NULL;
	int code = sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);
	sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", db->handle, "main") : NULL;

	if (backup != NULL) {
		while ((code = sqlite3_backup_step(backup, PAGES_A_STEP)) == SQLITE_OK || code == SQLITE_BUSY ||
		       code == SQLITE_LOCKED)
			if (code != SQLITE_OK)
				sqlite3_sleep(10);
		code = sqlite3_backup_finish(backup);
	} else if (copy != NULL) {
		code = sqlite3_errcode(copy);
	}
	sqlite3_close(copy);
	if (code == SQLITE_OK)
		return CH_OK;
	return (code & 0xff) == SQLITE_FULL ? ch_fail(err, CH_IO, _("the disk that would hold %s is full"), path)
					    : ch_fail(err, CH_IO, _("the copy %s could not be written"), path);
}

static enum ch_status verify_copy(const char *path, struct ch_error *err)
{
	struct db *copy = NULL;
	char what[256];
	int version;
	/* A copy of an older schema stays one: it is what a migration that went wrong would be mended from. */
	enum ch_status status = db_open_as_it_is(path, &copy, &version, err);

	if (status == CH_OK)
		status = db_integrity(copy, what, err);
	if (status == CH_OK && what[0] != '\0')
		status = ch_fail(err, CH_DATA, _("the copy is not whole: %s"), what);
	db_close(copy);
	return status;
}

static enum ch_status sync_path(const char *path, int flags, struct ch_error *err)
{
	int fd = open(path, flags | O_RDONLY | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;

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

enum ch_status db_backup(struct db *db, const char *path, struct ch_error *err)
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
	enum ch_status status = copy_pages(db, temporary, err);
	if (status == CH_OK)
		status = verify_copy(temporary, err);
	if (status == CH_OK)
		status = sync_path(temporary, 0, err);
	/* link() and not rename(): it refuses where somebody made the file meanwhile. */
	if (status == CH_OK && link(temporary, path) != 0)
		status = ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
	unlink(temporary);
	return status == CH_OK ? sync_folder_of(path, err) : status;
}
