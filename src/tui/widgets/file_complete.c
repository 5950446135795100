#include "tui/widgets/file_complete.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "chiron/own_folder.h"
#include "chiron/text.h"

enum { FILES_MAX = 1000 };

const char *file_full_path(const char *path, struct ch_arena *arena)
{
	if (path[0] == '~' && (path[1] == '/' || path[1] == '\0'))
		return ch_arena_printf(arena, "%s%s", ch_home_folder(arena), path + 1);
	return path;
}

static bool is_folder(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool has_ending(const char *name)
{
	static const char *const endings[] = {".csv", ".tsv", ".txt", ".ods", ".xlsx", ".xlsm"};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && dot != name && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (ch_text_equal_ascii(dot, endings[i]))
			return true;
	return false;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct form_candidate *)a)->text, ((const struct form_candidate *)b)->text);
}

size_t file_complete(const char *typed, struct ch_arena *arena, const struct form_candidate **candidates)
{
	struct form_candidate *found = ch_arena_array(arena, FILES_MAX, sizeof(*found));
	const char *slash = strrchr(typed, '/'), *start = slash != NULL ? slash + 1 : typed;
	const char *folder = ch_arena_copy_bytes(arena, typed, (size_t)(start - typed));
	const char *place = file_full_path(*folder != '\0' ? folder : "./", arena);
	DIR *dir = opendir(place);
	struct dirent *entry;
	size_t count = 0;

	while (dir != NULL && count < FILES_MAX && (entry = readdir(dir)) != NULL) {
		const char *name = entry->d_name;
		bool inside;

		if (strncmp(name, start, strlen(start)) != 0 || (name[0] == '.' && start[0] != '.') ||
		    ch_text_valid(name, strlen(name)) != strlen(name))
			continue;
		inside = is_folder(ch_arena_printf(arena, "%s/%s", place, name));
		if (inside || has_ending(name))
			found[count++] = (struct form_candidate){
				.text = ch_arena_printf(arena, "%s%s%s", folder, name, inside ? "/" : "")};
	}
	if (dir != NULL)
		closedir(dir);
	*candidates = found;
	qsort(found, count, sizeof(*found), by_text);
	return count;
}

enum ch_status file_check(const char *path, struct ch_error *err)
{
	struct stat found;

	if (stat(path, &found) != 0)
		ch_fail_field(err, "path", errno == ENOENT ? _("There is no file %s") : _("%s cannot be read"), path);
	else if (S_ISDIR(found.st_mode))
		ch_fail_field(err, "path", _("%s is a folder"), path);
	else
		return CH_OK;
	return ch_error_fix(err, _(KEY_(COMPLETE) " lists the spreadsheets there are"));
}
