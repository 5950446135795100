/* The line mode in a real terminal: terminals that cannot place a cursor lead there, and are told so. */
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

enum { WAIT_MS = 20000 };

static void run_in(struct temp_dir *dir, const char *term, const char *option, const char *says)
{
	const char *const surroundings[] = {
		"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB", term, NULL};
	const char *const arguments[] = {process_chiron(), "-d", temp_dir_file(dir, "none.db"), option, NULL};
	struct pty_options options = {.arguments = arguments, .environment = surroundings};
	struct pty *pty = pty_start(&options);
	size_t length;

	assert_true(pty_wait_for(pty, says, WAIT_MS));
	assert_true(pty_wait_for(pty, "1  Start a scheme", WAIT_MS));
	pty_keys(pty, "1\r");
	assert_true(pty_wait_for(pty, "Name:", WAIT_MS));
	pty_keys(pty, "Riverside\r\r");
	assert_true(pty_wait_for(pty, "Save?", WAIT_MS));
	pty_keys(pty, ":quit\r");
	assert_true(pty_wait_exit(pty, WAIT_MS));
	assert_int_equal(pty_exit_status(pty), 0);
	assert_null(strchr(pty_raw(pty, &length), '\033')); /* nothing steers the terminal */
	assert_true(pty_modes_restored(pty, NULL));
	pty_free(pty);
}

static void dumb_terminals_lead_there(void **state)
{
	static const char *const terms[] = {"TERM=dumb", "TERM=unknown"};

	for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++)
		run_in(*state, terms[i], NULL, "this is the line mode");
}

static void plain_asks_for_it(void **state)
{
	run_in(*state, "TERM=xterm-256color", "--plain", "? says what can be done");
}

/* A terminal breaks a long line wherever its edge is, in the midst of a word. */
static void long_lines_are_broken_between_words(void **state)
{
	const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "CHIRON_TODAY", "CHIRON_DB", NULL};
	const char *const arguments[] = {process_chiron(), "-d", temp_dir_file(*state, "none.db"), "--plain", NULL};
	struct pty_options options = {.arguments = arguments, .environment = surroundings, .columns = 33};
	struct pty *pty = pty_start(&options);

	assert_true(pty_wait_for(pty, "1  Start a scheme", WAIT_MS));
	assert_non_null(strstr(pty_screen(pty), "\nsays what can be done, quit\n"
						"leaves; everything is saved as it\nis done.\n"));
	pty_free(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(dumb_terminals_lead_there, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(plain_asks_for_it, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(long_lines_are_broken_between_words, temp_dir_setup,
						temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
