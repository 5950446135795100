/* What others commit is noticed, also after so much else happened in the folder that the system kept no more of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/watch.h"
#include "support/temp_dir.h"

static char path[512];
static int watch;

static int setup(void **state)
{
	if (temp_dir_setup(state) != 0)
		return -1;
	snprintf(path, sizeof path, "%s", temp_dir_write(*state, "scheme.db", "as it was"));
	watch = watch_open(path);
	return watch >= 0 ? 0 : -1;
}

static int teardown(void **state)
{
	watch_close(watch);
	return temp_dir_teardown(state);
}

static void what_is_about_the_file_is_told_apart(void **state)
{
	assert_false(watch_drain(watch, path));
	temp_dir_write(*state, "other.db", "another");
	assert_false(watch_drain(watch, path));
	temp_dir_write(*state, "scheme.db", "as it is");
	assert_true(watch_drain(watch, path));
	assert_false(watch_drain(watch, path));
	temp_dir_write(*state, "scheme.db-journal", "");
	assert_true(watch_drain(watch, path));
}

/* How many events the system keeps. */
static long most_events(void)
{
	FILE *file = fopen("/proc/sys/fs/inotify/max_queued_events", "r");
	char line[40] = "";

	assert_non_null(file);
	assert_non_null(fgets(line, sizeof line, file));
	fclose(file);
	return strtol(line, NULL, 10);
}

static void what_was_dropped_may_have_been_about_it(void **state)
{
	char one[512], other[512];
	long most = most_events();

	snprintf(one, sizeof one, "%s", temp_dir_write(*state, "one", ""));
	snprintf(other, sizeof other, "%s", temp_dir_file(*state, "other"));
	for (long i = 0; i <= most; i += 2) { /* two events each */
		assert_int_equal(rename(one, other), 0);
		assert_int_equal(rename(other, one), 0);
	}
	temp_dir_write(*state, "scheme.db", "as it is");
	assert_true(watch_drain(watch, path));
	assert_false(watch_drain(watch, path));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_about_the_file_is_told_apart, setup, teardown),
		cmocka_unit_test_setup_teardown(what_was_dropped_may_have_been_about_it, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
