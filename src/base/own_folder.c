#include "chiron/own_folder.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

const char *ch_home_folder(struct ch_arena *arena)
{
	const char *home = getenv("HOME");
	const struct passwd *account = home == NULL || *home == '\0' ? getpwuid(getuid()) : NULL;

	if (account != NULL)
		home = account->pw_dir;
	return home != NULL ? ch_arena_copy(arena, home) : "";
}

const char *ch_own_folder(struct ch_arena *arena, const char *variable, const char *fallback)
{
	const char *folder = getenv(variable);

	if (folder != NULL && *folder == '/')
		return ch_arena_copy(arena, folder);
	return ch_arena_printf(arena, "%s/%s", ch_home_folder(arena), fallback);
}
