/* A copy of the scheme comes into the place of its file; what was there is kept. */
#include "chiron/scheme.h"

#include <string.h>

#include "core/id_list.h"
#include "core/journal/change.h"
#include "store/db_aside.h"
#include "store/stmt.h"

static enum ch_status look_over(struct db *copy, const char *path, struct ch_error *err)
{
	char what[256];

	TRY(db_integrity(copy, what, err));
	if (what[0] == '\0')
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s is not whole: %s"), path, what);
	return ch_error_fix(err, _("take another copy; nothing was changed"));
}

/* The scheme's own mark, and its name. */
static enum ch_status read_mark(struct db *db, struct ch_arena *arena, const char **mark, const char **name,
				struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_MARK_OF_SCHEME);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*mark = *name = "";
	if (status == CH_OK && row) {
		*mark = ch_arena_copy(arena, stmt_text(q, "scheme_id"));
		*name = ch_arena_copy(arena, stmt_text(q, "name"));
	}
	stmt_reset(q);
	return status;
}

static enum ch_status is_there(struct db *db, enum statement_id statement, int64_t person_id, bool *there,
			       struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, statement);

	*there = false;
	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, there, err);
	stmt_reset(q);
	return status;
}

/* Whoever was erased from the file and is in the copy all the same. A copy from before erasing has nobody erased. */
static enum ch_status find_erased(struct db *file, struct db *copy, struct ch_arena *arena,
				  struct ch_restored *restored, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_status status = id_list_read(&ids, stmt_ready(file, SQL_ERASED_PEOPLE), "person_id", err);

	restored->erased = ch_arena_array(arena, ids.count + 1, sizeof(*restored->erased));
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		bool here, gone = false;

		status = is_there(copy, SQL_PERSON_IN_FILE, ids.ids[i], &here, err);
		if (status == CH_OK && here)
			is_there(copy, SQL_ERASURE_OF, ids.ids[i], &gone, &ignored);
		if (here && !gone)
			restored->erased[restored->erased_count++] = ids.ids[i];
	}
	id_list_release(&ids);
	return status;
}

/* What the file that is there says against it; where it cannot be read, who was erased since is not known. */
static enum ch_status compare(struct db *file, struct db *copy, const char *backup, struct ch_arena *arena,
			      struct ch_restored *restored, struct ch_error *err)
{
	const char *mark, *name, *mark_of_copy, *name_of_copy;
	struct ch_error ignored = CH_NO_ERROR;

	TRY(read_mark(copy, arena, &mark_of_copy, &name_of_copy, err));
	restored->name = name_of_copy;
	if (file == NULL)
		return CH_OK;
	if (read_mark(file, arena, &mark, &name, &ignored) == CH_OK && strcmp(mark, mark_of_copy) != 0) {
		ch_fail(err, CH_DATA, _("%s is of another scheme, %s: here is %s"), backup, name_of_copy, name);
		return ch_error_fix(err, _("say with -d FILE where it belongs; nothing was changed"));
	}
	restored->unknown = find_erased(file, copy, arena, restored, &ignored) != CH_OK;
	return CH_OK;
}

enum ch_status ch_scheme_restore(const char *path, const char *backup, bool dry_run, struct ch_arena *arena,
				 struct ch_restored *restored, struct ch_error *err)
{
	struct db *copy = NULL, *file = NULL;
	struct ch_error ignored = CH_NO_ERROR;
	int version;

	*restored = (struct ch_restored){.kept = NULL};
	TRY(db_aside_differ(path, backup, err));
	TRY(db_open_as_it_is(backup, &copy, &version, err));
	enum ch_status status = look_over(copy, backup, err);
	bool there = db_aside_is_there(path);
	if (status == CH_OK && there)
		restored->unknown = db_open_as_it_is(path, &file, &version, &ignored) != CH_OK;
	if (status == CH_OK)
		status = compare(file, copy, backup, arena, restored, err);
	db_close(file);
	if (status == CH_OK && !dry_run && there)
		status = db_aside_keep(path, arena, &restored->kept, err);
	if (status == CH_OK && !dry_run && db_backup(copy, path, err) != CH_OK) {
		status = err->status;
		if (restored->kept != NULL)
			db_aside_put_back(restored->kept, path);
	}
	db_close(copy);
	return status;
}
