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

#include <cmocka.h>

#include "support/process.h"
#include "support/pty.h"
#include "support/temp_dir.h"

enum { WAIT_MS = 20000, PASTED = 2 << 20 };

struct place {
	struct temp_dir *dir;
	char path[512], elsewhere[512];
	struct pty *pty;
};

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   NULL};

static int make_scheme(void **state)
{
	struct place *place = calloc(1, sizeof(*place));
	struct process_result result;
	void *dir = NULL;

	assert_non_null(place);
	assert_int_equal(temp_dir_setup(&dir), 0);
	place->dir = dir;
	snprintf(place->path, sizeof(place->path), "%s", temp_dir_file(place->dir, "scheme.db"));
	snprintf(place->elsewhere, sizeof(place->elsewhere), "%s", temp_dir_file(place->dir, "elsewhere.db"));
	const char *const init[] = {process_chiron(), "-d", place->path, "init", "Riverside", NULL};
	const struct process_options options = {.arguments = init, .environment = surroundings};

	process_run(&options, &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
	*state = place;
	return 0;
}

static int clean_up(void **state)
{
	struct place *place = *state;
	void *dir = place->dir;

	pty_free(place->pty);
	temp_dir_teardown(&dir);
	free(place);
	return 0;
}

static void wait_for(struct place *place, const char *text)
{
	if (!pty_wait_for(place->pty, text, WAIT_MS))
		fail_msg("\"%s\" does not appear on\n%s", text, pty_screen(place->pty));
}

/* Runs `script` in a shell with the scheme as $1 and the program as $0. */
static void open_shell(struct place *place, const char *script)
{
	const char *const arguments[] = {"sh", "-c", script, process_chiron(), place->path, NULL};
	const struct pty_options options = {.arguments = arguments, .environment = surroundings};

	place->pty = pty_start(&options);
}

/* The form of a new person, with a name in it. */
static void type_a_person(struct place *place)
{
	wait_for(place, "?:help");
	pty_keys(place->pty, "2");
	wait_for(place, "[2 People]");
	pty_keys(place->pty, "a");
	wait_for(place, "Add a person");
	pty_keys(place->pty, "Bo Diaz");
	wait_for(place, "Bo Diaz");
}

static void save_and_leave(struct place *place)
{
	pty_keys(place->pty, "\023");
	wait_for(place, "Bo Diaz is added");
	pty_keys(place->pty, "Q");
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_int_equal(pty_exit_status(place->pty), 0);
}

/* No file may grow beyond a size that the scheme has already: what a full disk is like. */
static void a_full_disk_keeps_what_was_typed(void **state)
{
	struct place *place = *state;

	open_shell(place, "ulimit -f 128; exec \"$0\" -d \"$1\"");
	type_a_person(place);
	pty_keys(place->pty, "\023");
	wait_for(place, "failing");
	wait_for(place, "Bo Diaz");
	wait_for(place, "Add a person");
	pty_keys(place->pty, "\033"); /* Esc leaves, and what was typed is still there */
	wait_for(place, "Left;");
	pty_keys(place->pty, "a");
	wait_for(place, "Bo Diaz");
}

static void a_file_that_was_moved_is_said_to_be(void **state)
{
	struct place *place = *state;

	open_shell(place, "exec \"$0\" -d \"$1\"");
	type_a_person(place);
	assert_int_equal(rename(place->path, place->elsewhere), 0);
	pty_keys(place->pty, "\023");
	wait_for(place, "renamed");
	wait_for(place, "Bo Diaz");
	assert_int_equal(rename(place->elsewhere, place->path), 0);
	save_and_leave(place);
}

/* A field holds so much and no more, says so, and the keys are alive after it. */
static void pasted_megabytes_are_survived(void **state)
{
	struct place *place = *state;
	char *paste = malloc(PASTED + 16);

	assert_non_null(paste);
	open_shell(place, "exec \"$0\" -d \"$1\"");
	type_a_person(place);
	strcpy(paste, "\033[200~");
	memset(paste + 6, 'x', PASTED);
	strcpy(paste + 6 + PASTED, "\033[201~");
	pty_keys(place->pty, "\t");
	pty_keys(place->pty, paste);
	wait_for(place, "xxxxxxxxxxxx");
	pty_keys(place->pty, "\025"); /* Ctrl-U empties it */
	assert_true(pty_wait_gone(place->pty, "xxxxxxxxxxxx", WAIT_MS));
	save_and_leave(place);
	free(paste);
}

static void a_closed_input_is_no_terminal(void **state)
{
	struct place *place = *state;

	open_shell(place, "\"$0\" -d \"$1\" <&-; echo ended with $?");
	wait_for(place, "ended with 64");
	wait_for(place, "this is no terminal");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_scheme, clean_up)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_keeps_what_was_typed),
		TEST(a_file_that_was_moved_is_said_to_be),
		TEST(pasted_megabytes_are_survived),
		TEST(a_closed_input_is_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
