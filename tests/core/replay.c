#include "replay.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define SIZE_MOST ((size_t)1024 * 1024)

static void replay_file(const char *path, replay_entry *entry)
{
	uint8_t *data = malloc(SIZE_MOST);
	FILE *file = fopen(path, "rb");

	assert_non_null(data);
	assert_non_null(file);
	size_t size = fread(data, 1, SIZE_MOST, file);

	fclose(file);
	assert_int_equal(entry(data, size), 0);
	assert_int_equal(entry(data, size / 2), 0);
	free(data);
}

size_t replay_folder(const char *folder, replay_entry *entry)
{
	DIR *dir = opendir(folder);
	struct dirent *found;
	size_t count = 0;

	assert_non_null(dir);
	while ((found = readdir(dir)) != NULL) {
		char path[512];

		if (found->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, found->d_name);
		replay_file(path, entry);
		count++;
	}
	closedir(dir);
	return count;
}
