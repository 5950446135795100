/*
 * How many keys the commonest jobs take, besides the text that is typed; docs/guide.md says the same. Counted with
 * the real program on the demonstration, from the first screen.
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

enum { WAIT_MS = 20000, MAKING_MS = 120000 };

/* "t:..." is text; every other word is one key. */
struct job {
	const char *name;
	int keys; /* at most */
	const char *const steps[16];
	const char *shows; /* in the end */
};

static const struct job jobs[] = {
	{"log a session in one line", 2, {"L", "t:abernathy 45 video yesterday", "\r"}, "logged for"},
	{"log a session in the form", 12, {"L", "t:abernathy 50 yesterday", "\t", "\023"}, "logged for"},
	{"find a person", 3, {"2", "f", "t:abernathy", "\r"}, "1 of 1  Ruth Abernathy"},
	{"open a person", 4, {"2", "f", "t:abernathy", "\r", "\r"}, "Person "},
	{"who has been silent longest", 3, {"3", "f", "t:state:active last>45d", "\r"}, "1 of "},
	{"see this week's sessions", 1, {"5"}, "Tomorrow"},
	{"see a month", 2, {"5", "\t"}, "November 2026"},
	{"tick an action off", 2, {"4", "t"}, "The action is done"},
	{"carry five actions forward", 9, {"4", " ", " ", " ", " ", " ", ">", "\r"}, "carried forward"},
	{"pause a pairing", 4, {"3", "f", "t:state:active", "\r", "p"}, "paused: nothing is due"},
	{"read a report", 2, {"6", "\r"}, "q:back"},
	{"do anything by its name", 2, {":", "t:sessions", "\r"}, "Tomorrow"},
};

struct desk {
	struct temp_dir *dir;
	char path[512];
};

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   NULL};

static int make_demonstration(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	struct process_result result;
	void *dir = NULL;

	assert_non_null(desk);
	assert_int_equal(temp_dir_setup(&dir), 0);
	desk->dir = dir;
	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "demo.db"));
	const char *const demo[] = {process_chiron(), "demo", desk->path, NULL};
	struct process_options options = {
		.arguments = demo, .environment = surroundings, .timeout_ms = MAKING_MS};

	process_run(&options, &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
	*state = desk;
	return 0;
}

static int clean_up(void **state)
{
	struct desk *desk = *state;
	void *dir = desk->dir;

	temp_dir_teardown(&dir);
	free(desk);
	return 0;
}

/* Types it all at once, as a person in a hurry does: what is typed ahead counts. */
static void do_job(const struct desk *desk, const struct job *job)
{
	const char *const arguments[] = {process_chiron(), "-d", desk->path, NULL};
	struct pty_options options = {.arguments = arguments, .environment = surroundings};
	struct pty *pty = pty_start(&options);
	int keys = 0;

	assert_true(pty_wait_for(pty, "NEEDS YOU", WAIT_MS));
	for (size_t i = 0; job->steps[i] != NULL; i++) {
		bool text = strncmp(job->steps[i], "t:", 2) == 0 && job->steps[i][2] != '\0';

		pty_keys(pty, text ? job->steps[i] + 2 : job->steps[i]);
		keys += !text;
	}
	if (!pty_wait_for(pty, job->shows, WAIT_MS))
		fail_msg("%s: \"%s\" does not appear on\n%s", job->name, job->shows, pty_screen(pty));
	if (keys > job->keys)
		fail_msg("%s takes %d keys, not %d", job->name, keys, job->keys);
	pty_free(pty);
}

static void the_commonest_jobs_take_few_keys(void **state)
{
	for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
		do_job(*state, &jobs[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_commonest_jobs_take_few_keys, make_demonstration, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
