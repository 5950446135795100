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

#include "desk.h"

#define README "README.md"
#define FENCE "```\n"

enum { README_LONGEST = 64 * 1024 };

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
	struct desk *desk = *state;
	char *readme = read_readme(), *picture, *after;

	desk_open(desk, 0, 0);
	desk_wait_for(desk, "NEEDS YOU (");
	desk_wait_for(desk, "1 of ");
	split(readme, &picture, &after);
	if (getenv("ACCEPT") != NULL) {
		write_readme(readme, picture, pty_screen(desk->pty), after);
	} else {
		size_t length = (size_t)(after - picture);

		if (strlen(pty_screen(desk->pty)) != length || strncmp(pty_screen(desk->pty), picture, length) != 0)
			fail_msg("README.md shows another screen (`make accept` draws it anew) than this:\n%s",
				 pty_screen(desk->pty));
	}
	free(readme);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_picture_is_the_screen, desk_with_demonstration, desk_clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
