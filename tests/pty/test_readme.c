/*
 * The picture in README.md is the first screen of the demonstration, to the
 * letter. With ACCEPT=1 the picture is drawn anew instead.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/process.h"
#include "support/pty.h"
#include "support/temp_dir.h"

#define README "README.md"
#define FENCE "```\n"

enum { WAIT_MS = 120000, README_LONGEST = 64 * 1024 };

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   NULL};

static char *read_readme(void)
{
	FILE *file = fopen(README, "r");
	char *text = calloc(1, README_LONGEST);

	assert_non_null(file);
	assert_non_null(text);
	assert_true(fread(text, 1, README_LONGEST - 1, file) > 0);
	fclose(file);
	return text;
}

/* What stands before, in and after the first fences. */
static void split(char *readme, char **picture, char **after)
{
	*picture = strstr(readme, FENCE);
	assert_non_null(*picture);
	*picture += strlen(FENCE);
	*after = strstr(*picture, FENCE);
	assert_non_null(*after);
}

static void write_readme(const char *readme, const char *picture, const char *screen, const char *after)
{
	FILE *file = fopen(README, "w");

	assert_non_null(file);
	fprintf(file, "%.*s%s%s", (int)(picture - readme), readme, screen, after);
	assert_int_equal(fclose(file), 0);
}

static void the_picture_is_the_screen(void **state)
{
	const char *path = temp_dir_file(*state, "demo.db");
	const char *const demo[] = {process_chiron(), "demo", path, NULL};
	const char *const open[] = {process_chiron(), "-d", path, NULL};
	struct process_options making = {.arguments = demo, .environment = surroundings, .timeout_ms = WAIT_MS};
	struct pty_options opening = {.arguments = open, .environment = surroundings};
	struct process_result made;
	char *readme = read_readme(), *picture, *after;

	process_run(&making, &made);
	assert_int_equal(made.status, 0);
	process_release(&made);
	struct pty *pty = pty_start(&opening);
	assert_true(pty_wait_for(pty, "NEEDS YOU (", WAIT_MS));
	assert_true(pty_wait_for(pty, "1 of ", WAIT_MS));
	split(readme, &picture, &after);
	if (getenv("ACCEPT") != NULL) {
		write_readme(readme, picture, pty_screen(pty), after);
	} else {
		size_t length = (size_t)(after - picture);

		if (strlen(pty_screen(pty)) != length || strncmp(pty_screen(pty), picture, length) != 0)
			fail_msg("README.md shows another screen (`make accept` draws it anew) than this:\n%s",
				 pty_screen(pty));
	}
	pty_free(pty);
	free(readme);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_picture_is_the_screen, temp_dir_setup, temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
