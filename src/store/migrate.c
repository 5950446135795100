/*
 * Migrations: data/schema/NNNN_*.sql, in order, each run in the one
 * transaction that also sets user_version, so that a file has the old schema
 * or the new one and never neither. Before an existing file is changed a copy
 * is made beside it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "generated/data.h"
#include "store/db_private.h"

int migrate_newest(void)
{
	int newest = 0;

	for (const struct embedded_file *file = schema_files; file->name != NULL; file++)
		newest = atoi(file->name);
	return newest;
}

static enum ch_status keep_a_copy(struct db *db, int from, struct ch_error *err)
{
	char path[4096];

	if (snprintf(path, sizeof path, "%s.schema-%d.backup", db->path, from) >= (int)sizeof path)
		return ch_fail(err, CH_DATA, _("the name of the scheme file is too long"));
	/* An earlier try left its copy, which is as good. */
	return access(path, F_OK) == 0 ? CH_OK : db_copy_aside(db, path, err);
}

enum ch_status migrate_to_newest(struct db *db, int from, struct ch_error *err)
{
	char sql[120];

	if (db->read_only) {
		ch_fail(err, CH_IO, _("%s has an older schema and is read-only, so it cannot be brought up to date"),
			db->path);
		return ch_error_fix(err, _("make the file writable, or open a writable copy"));
	}
	enum ch_status status = from > 0 ? keep_a_copy(db, from, err) : CH_OK;
	if (status == CH_OK)
		status = db_begin(db, err);
	if (status != CH_OK)
		return status;
	for (const struct embedded_file *file = schema_files; status == CH_OK && file->name != NULL; file++)
		if (atoi(file->name) > from)
			status = db_exec(db, file->text, err);
	snprintf(sql, sizeof sql, "PRAGMA application_id=%d; PRAGMA user_version=%d", DB_APPLICATION_ID,
		 migrate_newest());
	if (status == CH_OK)
		status = db_exec(db, sql, err);
	if (status != CH_OK) {
		db_rollback(db);
		return status;
	}
	return db_commit(db, err);
}
