/*
 * A folder of its own for a test, as a cmocka fixture:
 *
 *	cmocka_unit_test_setup_teardown(test, temp_dir_setup, temp_dir_teardown)
 *
 * and in the test `struct temp_dir *dir = *state;`. The folder and all that is
 * in it are removed afterwards, whether the test passed or not. What cannot be
 * done fails the test.
 */
#ifndef TESTS_SUPPORT_TEMP_DIR_H
#define TESTS_SUPPORT_TEMP_DIR_H

#include <stdbool.h>
#include <stddef.h>

struct temp_dir {
	char path[256];	 /* absolute */
	char name[1024]; /* holds what temp_dir_file() gave last */
};

int temp_dir_setup(void **state);
int temp_dir_teardown(void **state);

/* The path of `name` in the folder; valid until the next call. */
const char *temp_dir_file(struct temp_dir *dir, const char *name);

/* Writes a file of `text` into the folder and gives its path, as above. */
const char *temp_dir_write(struct temp_dir *dir, const char *name, const char *text);

/* What the file holds, NUL-terminated, the caller's to free(); NULL where there is none. `length` may be NULL. */
char *temp_dir_read(struct temp_dir *dir, const char *name, size_t *length);

bool temp_dir_has(struct temp_dir *dir, const char *name);

#endif
