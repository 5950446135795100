#include <errno.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "temp_dir.h"

int temp_dir_setup(void **state)
{
	const char *parent = getenv("TMPDIR");
	struct temp_dir *dir = calloc(1, sizeof(*dir));

	if (!dir)
		return -1;
	int length = snprintf(dir->path, sizeof(dir->path), "%s/chiron-test-XXXXXX", parent ? parent : "/tmp");
	if (length < 0 || (size_t)length >= sizeof(dir->path) || !mkdtemp(dir->path)) {
		print_error("no temporary folder in %s: %s\n", parent ? parent : "/tmp", strerror(errno));
		free(dir);
		return -1;
	}
	*state = dir;
	return 0;
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *place)
{
	(void)info;
	(void)type;
	(void)place;
	return remove(path);
}

/* A test may take rights away from a folder; it gets them back so that it can be emptied. */
static int open_folder(const char *path, const struct stat *info, int type, struct FTW *place)
{
	(void)place;
	if (type == FTW_D || type == FTW_DNR)
		return chmod(path, info->st_mode | S_IRWXU);
	return 0;
}

int temp_dir_teardown(void **state)
{
	struct temp_dir *dir = *state;
	int failed;

	failed = nftw(dir->path, open_folder, 8, FTW_PHYS);
	failed |= nftw(dir->path, remove_entry, 8, FTW_PHYS | FTW_DEPTH);
	if (failed)
		print_error("%s could not be removed: %s\n", dir->path, strerror(errno));
	free(dir);
	*state = NULL;
	return failed ? -1 : 0;
}

const char *temp_dir_file(struct temp_dir *dir, const char *name)
{
	int length = snprintf(dir->name, sizeof(dir->name), "%s/%s", dir->path, name);

	assert_in_range(length, 1, sizeof(dir->name) - 1);
	return dir->name;
}

const char *temp_dir_write(struct temp_dir *dir, const char *name, const char *text)
{
	const char *path = temp_dir_file(dir, name);
	FILE *file = fopen(path, "wb");

	if (!file)
		fail_msg("%s: %s", path, strerror(errno));
	size_t length = strlen(text);
	assert_int_equal(fwrite(text, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	return path;
}

char *temp_dir_read(struct temp_dir *dir, const char *name, size_t *length)
{
	FILE *file = fopen(temp_dir_file(dir, name), "rb");

	if (!file)
		return NULL;
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	long size = ftell(file);
	assert_true(size >= 0);
	rewind(file);
	char *text = malloc((size_t)size + 1);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, (size_t)size, file), size);
	text[size] = '\0';
	fclose(file);
	if (length)
		*length = (size_t)size;
	return text;
}

bool temp_dir_has(struct temp_dir *dir, const char *name)
{
	return access(temp_dir_file(dir, name), F_OK) == 0;
}
