/* The name that a finished file gets, on disks that know links and on those that know none. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/file_out.h"
#include "support/temp_dir.h"

static bool is_memory_stick;

/* In the place of the system's, which works on any disk that tests have. */
int link(const char *from, const char *to)
{
	struct stat st;

	errno = is_memory_stick ? EPERM : EEXIST;
	return !is_memory_stick && lstat(to, &st) != 0 ? symlink(from, to) : -1;
}

static void expect_named(struct temp_dir *dir, const char *name, const char *content)
{
	struct ch_error err = CH_NO_ERROR;
	char path[4096], *read;

	snprintf(path, sizeof(path), "%s/%s", dir->path, name);
	const char *temporary = temp_dir_write(dir, "list.XXXXXX", "new");
	enum ch_status status = ch_file_name_new(temporary, path, &err);

	assert_int_equal(status, strcmp(content, "new") == 0 ? CH_OK : CH_CANT_CREATE);
	assert_true(status == CH_OK || strstr(err.message, "cannot be made: File exists") != NULL);
	read = temp_dir_read(dir, name, NULL);
	assert_string_equal(read, content);
	free(read);
}

static void a_new_file_takes_no_name_that_is_there(void **state)
{
	struct temp_dir *dir = *state;

	for (int i = 0; i < 2; i++) {
		is_memory_stick = i == 1;
		temp_dir_write(dir, "there.csv", "old");
		expect_named(dir, "there.csv", "old");
		expect_named(dir, is_memory_stick ? "two.csv" : "one.csv", "new");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_file_takes_no_name_that_is_there, temp_dir_setup,
						temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
