#include "store/db_aside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEPT_MOST = 1000 };

bool db_aside_is_there(const char *path)
{
	struct stat found;

	return lstat(path, &found) == 0;
}

enum ch_status db_aside_differ(const char *path, const char *copy, struct ch_error *err)
{
	struct stat one, other;

	if (stat(path, &one) != 0 || stat(copy, &other) != 0 || one.st_dev != other.st_dev ||
	    one.st_ino != other.st_ino)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s is the scheme's own file, and no copy of it"), copy);
	return ch_error_fix(err, _("name the copy that is to take its place"));
}

static const char *journal_of(const char *path, struct ch_arena *arena)
{
	return ch_arena_printf(arena, "%s-journal", path);
}

enum ch_status db_aside_keep(const char *path, struct ch_arena *arena, const char **kept, struct ch_error *err)
{
	const char *name = ch_arena_printf(arena, "%s.before-restore", path);

	for (int number = 2; db_aside_is_there(name) && number < KEPT_MOST; number++)
		name = ch_arena_printf(arena, "%s.before-restore-%d", path, number);
	if (db_aside_is_there(name) || rename(path, name) != 0) {
		ch_fail(err, CH_CANT_CREATE, _("%s cannot be kept as %s: %s"), path, name,
			strerror(db_aside_is_there(name) ? EEXIST : errno));
		return ch_error_fix(err, _("nothing was changed"));
	}
	/* What an interrupted commit left belongs to that file, and would be taken for a part of the new one. */
	if (rename(journal_of(path, arena), journal_of(name, arena)) != 0 && errno != ENOENT) {
		ch_fail(err, CH_CANT_CREATE, _("%s cannot be kept: %s"), journal_of(path, arena), strerror(errno));
		rename(name, path);
		return ch_error_fix(err, _("nothing was changed"));
	}
	*kept = name;
	return CH_OK;
}

void db_aside_put_back(const char *kept, const char *path)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	rename(journal_of(kept, &arena), journal_of(path, &arena));
	rename(kept, path);
	ch_arena_release(&arena);
}
