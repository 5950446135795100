/*
 * What was typed into a form is there again, whatever ended the program in the
 * middle of a field: asked to end, the line dropped, killed outright.
 */
#include <setjmp.h>
#include <signal.h>
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

enum { WAIT_MS = 20000 };

struct desk {
	struct temp_dir *dir;
	char path[512];
	struct pty *pty;
};

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   NULL};

static int make_scheme(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	void *dir = NULL;

	assert_non_null(desk);
	assert_int_equal(temp_dir_setup(&dir), 0);
	desk->dir = dir;
	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "s.db"));
	const char *const arguments[] = {process_chiron(), "-d", desk->path, "init", "Riverside", NULL};
	struct process_result result;
	struct process_options options = {.arguments = arguments, .environment = surroundings};

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

	pty_free(desk->pty);
	temp_dir_teardown(&dir);
	free(desk);
	return 0;
}

static void wait_for(struct desk *desk, const char *text)
{
	if (!pty_wait_for(desk->pty, text, WAIT_MS))
		fail_msg("\"%s\" does not appear on\n%s", text, pty_screen(desk->pty));
}

/* Opens the form for a new person. */
static void open_form(struct desk *desk)
{
	const char *const arguments[] = {process_chiron(), "-d", desk->path, NULL};
	struct pty_options options = {.arguments = arguments, .environment = surroundings};

	pty_free(desk->pty);
	desk->pty = pty_start(&options);
	wait_for(desk, "[1 Today]");
	pty_keys(desk->pty, "2");
	wait_for(desk, "There is nobody yet");
	pty_keys(desk->pty, "a");
	wait_for(desk, "Add a person |");
}

/* Types a name, and a part of an address in the next field. */
static void type_two_fields(struct desk *desk)
{
	pty_keys(desk->pty, "Zo\xc3\xab Young\t");
	wait_for(desk, "draft kept");
	pty_keys(desk->pty, "zoe@exam");
	wait_for(desk, "zoe@exam");
}

static void assert_restored(struct desk *desk, const char *address)
{
	open_form(desk);
	wait_for(desk, "is here again");
	wait_for(desk, "Zo\xc3\xab Young");
	if (*address != '\0')
		wait_for(desk, address);
}

static void asked_to_end(void **state)
{
	struct desk *desk = *state;
	static const int asks[] = {SIGTERM, SIGHUP};

	for (size_t i = 0; i < 2; i++) {
		open_form(desk);
		if (i == 0)
			type_two_fields(desk);
		else
			pty_keys(desk->pty, "\t\tple"); /* the draft of before goes on */
		if (i > 0)
			wait_for(desk, "ple");
		pty_signal(desk->pty, asks[i]);
		assert_true(pty_wait_exit(desk->pty, WAIT_MS));
		assert_restored(desk, "zoe@exam");
	}
}

static void the_line_drops(void **state)
{
	struct desk *desk = *state;

	open_form(desk);
	type_two_fields(desk);
	assert_true(pty_hang_up(desk->pty, WAIT_MS));
	assert_restored(desk, "zoe@exam");
}

/* Nothing can be done any more; the fields that were left are kept all the same. */
static void killed_outright(void **state)
{
	struct desk *desk = *state;

	open_form(desk);
	type_two_fields(desk);
	pty_signal(desk->pty, SIGKILL);
	assert_true(pty_wait_exit(desk->pty, WAIT_MS));
	assert_restored(desk, "");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, make_scheme, clean_up)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(asked_to_end),
		WITH_SCHEME(the_line_drops),
		WITH_SCHEME(killed_outright),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
