#include "store/copies.h"

#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/instant.h"
#include "store/db_private.h"

struct wanted {
	const char *scheme_id, *name, *email_key;
	int64_t person_id;
};

/* Asked of the file as it is: nothing is brought up to date, nothing written. */
static bool holds(const char *path, const struct wanted *wanted)
{
	static const char sql[] =
		"SELECT 1 FROM scheme s WHERE s.scheme_id = ?1 AND (EXISTS (SELECT 1 FROM person p"
		" WHERE p.person_id = ?2 AND (p.name = ?3 OR p.email_key = ?4)) OR EXISTS (SELECT 1 FROM change c"
		" WHERE c.entity = 'person' AND c.object_id = ?2"
		" AND ?3 IN (json_extract(c.before, '$.name'), json_extract(c.after, '$.name'))))";
	sqlite3 *file = NULL;
	sqlite3_stmt *q = NULL;
	bool found = false;

	if (sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(file, sql, -1, &q, NULL) == SQLITE_OK) {
		sqlite3_bind_text(q, 1, wanted->scheme_id, -1, SQLITE_STATIC);
		sqlite3_bind_int64(q, 2, wanted->person_id);
		sqlite3_bind_text(q, 3, wanted->name, -1, SQLITE_STATIC);
		sqlite3_bind_text(q, 4, wanted->email_key, -1, SQLITE_STATIC);
		found = sqlite3_step(q) == SQLITE_ROW;
	}
	sqlite3_finalize(q);
	sqlite3_close(file);
	return found;
}

static bool is_copy(const char *path, const struct stat *own, struct stat *st, int *version)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t missing;

	return lstat(path, st) == 0 && S_ISREG(st->st_mode) &&
	       !(st->st_dev == own->st_dev && st->st_ino == own->st_ino) &&
	       file_header_check(path, version, &missing, &ignored) == CH_OK;
}

enum ch_status copies_with_person(struct db *db, const char *scheme_id, int64_t person_id, const char *name,
				  const char *email_key, struct ch_arena *arena, struct copy **copies, size_t *count,
				  struct ch_error *err)
{
	const struct wanted wanted = {scheme_id, name, email_key, person_id};
	const char *folder_name = dirname(ch_arena_copy(arena, db_path(db)));
	DIR *folder = opendir(folder_name);
	struct stat own, st;
	size_t room = 0;
	int version;

	*copies = NULL;
	*count = 0;
	if (folder == NULL || stat(db_path(db), &own) != 0) {
		if (folder != NULL)
			closedir(folder);
		return ch_fail(err, CH_IO, _("the folder %s cannot be looked through for copies: %s"), folder_name,
			       strerror(errno));
	}
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		const char *path = ch_arena_printf(arena, "%s/%s", folder_name, entry->d_name);
		if (!is_copy(path, &own, &st, &version) || !holds(path, &wanted))
			continue;
		*copies = ch_arena_room(arena, *copies, *count, &room, sizeof **copies);
		struct copy *copy = &(*copies)[(*count)++];
		*copy = (struct copy){.path = path, .is_older = version < migrate_newest()};
		ch_date_iso(clock_day_of(st.st_mtime), copy->made_on);
	}
	closedir(folder);
	return CH_OK;
}

enum ch_status copy_remove(const struct copy *copy, struct ch_error *err)
{
	if (unlink(copy->path) == 0)
		return CH_OK;
	return ch_fail(err, CH_IO, _("%s cannot be removed: %s"), copy->path, strerror(errno));
}
