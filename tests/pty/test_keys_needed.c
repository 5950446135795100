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

#include "desk.h"

/* "t:..." is text; every other word is one key. */
struct job {
	const char *name;
	int keys; /* exactly; of the form, at most */
	const char *const steps[16];
	const char *shows; /* in the end */
};

static const struct job jobs[] = {
	{"log a session in one line", 2, {"L", "t:abernathy 45 video yesterday", "\r"}, "logged for"},
	{"log a session in the form", 12, {"L", "t:abernathy 50 yesterday", "\t", "\023"}, "logged for"},
	{"find a person", 2, {":", "t:ruth abernathy", "\r"}, "ruth.abernathy@example.com"},
	{"find a person in their list", 3, {"2", "f", "t:abernathy", "\r"},
	 "1 of 1 with \"abernathy\"  Ruth Abernathy"},
	{"find a pair", 2, {":", "t:pickersgill abernathy", "\r"}, "Lorraine Pickersgill - Ruth Abernathy | pairing"},
	{"who has been silent longest", 3, {"3", "f", "t:state:active last>45d", "\r"}, "1 of "},
	{"see the sessions around today", 1, {"5"}, "Tomorrow"},
	{"see a month", 2, {"5", "\t"}, "November 2026"},
	{"tick an action off", 2, {"4", "t"}, "The action is done"},
	{"carry five actions forward", 8, {"4", " ", " ", " ", " ", " ", ">", "\r"}, "carried forward"},
	{"pause a pairing", 5, {"3", "f", "t:state:active", "\r", "p", "\r"}, "paused: nothing is due"},
	{"read a report", 2, {"6", "\r"}, "q:back"},
	{"do anything by its name", 2, {":", "t:sessions", "\r"}, "Tomorrow"},
};

/* Types it all at once, as a person in a hurry does: what is typed ahead counts. */
static void do_job(struct desk *desk, const struct job *job)
{
	int keys = 0;

	desk_open(desk, 0, 0);
	desk_wait_for(desk, "NEEDS YOU");
	for (size_t i = 0; job->steps[i] != NULL; i++) {
		bool text = strncmp(job->steps[i], "t:", 2) == 0 && job->steps[i][2] != '\0';

		pty_keys(desk->pty, text ? job->steps[i] + 2 : job->steps[i]);
		keys += !text;
	}
	if (!pty_wait_for(desk->pty, job->shows, DESK_WAIT_MS))
		fail_msg("%s: \"%s\" does not appear on\n%s", job->name, job->shows, pty_screen(desk->pty));
	if (keys > job->keys || (keys < job->keys && strstr(job->name, "in the form") == NULL))
		fail_msg("%s takes %d keys, not %d", job->name, keys, job->keys);
}

/* The row of the job in the table of the guide gives the same number. */
static void is_told(const struct job *job)
{
	FILE *file = fopen("docs/guide.md", "r");
	char line[512], cell[16];
	const char *keys = NULL;

	assert_non_null(file);
	while (keys == NULL && fgets(line, sizeof line, file) != NULL)
		if (strncmp(line, "| ", 2) == 0 && strncmp(line + 2, job->name, strlen(job->name)) == 0)
			keys = strchr(line + 2, '|');
	fclose(file);
	if (keys == NULL)
		fail_msg("docs/guide.md does not say how many keys it takes to %s", job->name);
	snprintf(cell, sizeof cell, " %d", job->keys);
	keys = strncmp(keys, "| at most", 9) == 0 ? keys + 9 : keys + 1;
	if (strncmp(keys, cell, strlen(cell)) != 0)
		fail_msg("docs/guide.md has another number of keys than %d to %s", job->keys, job->name);
}

static void the_commonest_jobs_take_few_keys(void **state)
{
	for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
		is_told(&jobs[i]);
	for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
		do_job(*state, &jobs[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_commonest_jobs_take_few_keys, desk_with_demonstration,
						desk_clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
