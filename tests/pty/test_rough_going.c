/*
 * What goes wrong around the full screen while it is open: the disk fills up,
 * the file is moved or removed, megabytes are pasted, standard input is closed.
 * What was typed stays on the screen, and the message says what to do.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include <cmocka.h>

#include "desk.h"

enum { PASTED = 2 << 20 };

/* The form of a new person, with a name in it. */
static void type_a_person(struct desk *desk)
{
	desk_wait_for(desk, "?:help");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, "[2 People]");
	pty_keys(desk->pty, "a");
	desk_wait_for(desk, "Add a person");
	pty_keys(desk->pty, "Bo Diaz");
	desk_wait_for(desk, "Bo Diaz");
}

static void save_and_leave(struct desk *desk)
{
	pty_keys(desk->pty, "\023");
	desk_wait_for(desk, "Bo Diaz is added");
	pty_keys(desk->pty, "Q");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 0);
}

/* No file may grow beyond a size that the scheme has already: what a full disk is like. */
static void a_full_disk_keeps_what_was_typed(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, "ulimit -f 128; exec \"$0\" -d \"$1\"");
	type_a_person(desk);
	pty_keys(desk->pty, "\023");
	desk_wait_for(desk, "failing");
	desk_wait_for(desk, "Bo Diaz");
	desk_wait_for(desk, "Add a person");
	pty_keys(desk->pty, "\033"); /* Esc leaves, and what was typed is still there */
	desk_wait_for(desk, "Left;");
	pty_keys(desk->pty, "a");
	desk_wait_for(desk, "Bo Diaz");
}

static void a_file_that_was_moved_is_said_to_be(void **state)
{
	struct desk *desk = *state;
	const char *elsewhere = temp_dir_file(desk->dir, "elsewhere.db");

	desk_shell(desk, "exec \"$0\" -d \"$1\"");
	type_a_person(desk);
	assert_int_equal(rename(desk->path, elsewhere), 0);
	pty_keys(desk->pty, "\023");
	desk_wait_for(desk, "renamed");
	desk_wait_for(desk, "Bo Diaz");
	assert_int_equal(rename(elsewhere, desk->path), 0);
	save_and_leave(desk);
}

static void set_modes(const struct desk *desk, const char *modes)
{
	const char *const arguments[] = {"chmod", "-R", modes, desk->dir->path, NULL};
	const struct process_options options = {.arguments = arguments};
	struct process_result result;

	process_run(&options, &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
}

/* Root writes whatever the modes say, so it goes without that right here. */
static void a_file_made_read_only_is_said_to_be(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, geteuid() == 0 ? "exec setpriv --bounding-set=-dac_override \"$0\" -d \"$1\""
					: "exec \"$0\" -d \"$1\"");
	type_a_person(desk);
	pty_keys(desk->pty, "\t"); /* the draft is kept; only the saving is left to be refused */
	desk_wait_for(desk, "> E-mail");
	set_modes(desk, "a-w");
	pty_keys(desk->pty, "\023");
	desk_wait_for(desk, "read-only");
	desk_wait_for(desk, "Bo Diaz");
	set_modes(desk, "u+w");
	save_and_leave(desk);
}

/* A field holds so much and no more, says so, and the keys are alive after it. */
static void pasted_megabytes_are_survived(void **state)
{
	struct desk *desk = *state;
	char *paste = malloc(PASTED + 16);

	assert_non_null(paste);
	desk_shell(desk, "exec \"$0\" -d \"$1\"");
	type_a_person(desk);
	strcpy(paste, "\033[200~");
	memset(paste + 6, 'x', PASTED);
	strcpy(paste + 6 + PASTED, "\033[201~");
	pty_keys(desk->pty, "\t");
	pty_keys(desk->pty, paste);
	desk_wait_for(desk, "xxxxxxxxxxxx");
	pty_keys(desk->pty, "\025"); /* Ctrl-U empties it */
	assert_true(pty_wait_gone(desk->pty, "xxxxxxxxxxxx", DESK_WAIT_MS));
	save_and_leave(desk);
	free(paste);
}

static void a_closed_input_is_no_terminal(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, "\"$0\" -d \"$1\" <&-; echo ended with $?");
	desk_wait_for(desk, "ended with 64");
	desk_wait_for(desk, "this is no terminal");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_with_scheme, desk_clean_up)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_keeps_what_was_typed),
		TEST(a_file_that_was_moved_is_said_to_be),
		TEST(a_file_made_read_only_is_said_to_be),
		TEST(pasted_megabytes_are_survived),
		TEST(a_closed_input_is_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
