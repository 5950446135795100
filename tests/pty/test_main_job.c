/*
 * The main job in a real terminal of 80 by 24, with the real program: from the
 * demonstration to a logged session in at most twelve keys besides the text
 * typed; what another process commits shows by itself; every way out leaves the
 * terminal as it was; first run; resizes.
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

enum { KEYS_ALLOWED = 12 };

/* Runs the command line to its end; what it printed is dropped, its exit status given. */
static int run(const char *const *arguments)
{
	struct process_result result;
	struct process_options options = {.arguments = arguments, .environment = desk_surroundings};

	process_run(&options, &result);
	int status = result.status;
	process_release(&result);
	return status;
}

/* One key that is no text, counted. */
static void press(struct desk *desk, const char *key, int *keys)
{
	pty_keys(desk->pty, key);
	(*keys)++;
}

static void leave(struct desk *desk)
{
	const char *why = "";

	pty_keys(desk->pty, "Q");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 0);
	if (!pty_modes_restored(desk->pty, &why))
		fail_msg("left behind: %s", why);
}

/* By ssh with a terminal and no command: their own desk, which Ctrl-Z does not leave for a shell. */
static void who_comes_by_ssh_sits_at_their_own_desk(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, "SSH_ORIGINAL_COMMAND= exec \"$0\" -d \"$1\" gate bronwen.prosser@example.net");
	desk_wait_for(desk, "My pairs");
	desk_wait_for(desk, "Bethan Rowlands");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, "[2 Actions]");
	leave(desk);
}

static void a_session_is_logged_in_a_line(void **state)
{
	struct desk *desk = *state;
	int keys = 0;

	desk_open(desk, 24, 80);
	desk_wait_for(desk, "NEEDS YOU");
	press(desk, "L", &keys);
	pty_keys(desk->pty, "abernathy 45 video yesterday");
	desk_wait_for(desk, "45 minutes, video, Sun 22 Nov");
	press(desk, "\r", &keys);
	desk_wait_for(desk, "logged for");
	assert_true(keys <= KEYS_ALLOWED);
	leave(desk);
}

static void a_session_is_logged_in_the_form(void **state)
{
	struct desk *desk = *state;
	int keys = 0;

	desk_open(desk, 24, 80);
	desk_wait_for(desk, "NEEDS YOU");
	press(desk, "L", &keys);
	pty_keys(desk->pty, "abernathy 50 yesterday");
	desk_wait_for(desk, "50 minutes");
	press(desk, "\t", &keys); /* the full form, with what was parsed */
	desk_wait_for(desk, "Log a session");
	desk_wait_for(desk, "Learned");
	for (int i = 0; i < 3; i++)
		press(desk, "\033[A", &keys); /* up: from the field it opens at, whichever, every field is near */
	press(desk, "\023", &keys); /* Ctrl-S */
	desk_wait_for(desk, "logged for");
	assert_true(keys <= KEYS_ALLOWED);
	leave(desk);
}

static void what_others_commit_shows_by_itself(void **state)
{
	struct desk *desk = *state;
	const char *const add[] = {process_chiron(), "-d", desk->path, "person", "add", "Aaaron Aardvark", NULL};

	desk_open(desk, 24, 80);
	desk_wait_for(desk, "NEEDS YOU");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, "Ruth Abernathy");
	assert_int_equal(run(add), 0);
	desk_wait_for(desk, "134");
	pty_keys(desk->pty, "g");
	desk_wait_for(desk, "Aaaron Aardvark");
	leave(desk);
}

static void every_way_of_leaving_is_clean(void **state)
{
	struct desk *desk = *state;
	static const char *const ways[] = {"Q", "qq", "\003\003"};

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		const char *why = "";
		desk_open(desk, 24, 80);
		desk_wait_for(desk, "NEEDS YOU");
		pty_keys(desk->pty, ways[i]);
		assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
		if (!pty_modes_restored(desk->pty, &why))
			fail_msg("%s leaves behind: %s", ways[i], why);
	}
}

static void it_lives_through_any_size(void **state)
{
	struct desk *desk = *state;
	static const int sizes[][2] = {{1, 1}, {10, 40}, {3, 200}, {60, 200}, {24, 10}, {45, 140}, {24, 80}};

	desk_open(desk, 24, 80);
	desk_wait_for(desk, "NEEDS YOU");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		pty_resize(desk->pty, sizes[i][0], sizes[i][1]);
	desk_wait_for(desk, "NEEDS YOU");
	desk_wait_for(desk, "?:help");
	leave(desk);
}

static void the_first_run_welcomes(void **state)
{
	struct desk *desk = *state;

	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "new.db"));
	desk_open(desk, 24, 80);
	desk_wait_for(desk, "Start a scheme");
	desk_wait_for(desk, "Import a spreadsheet");
	desk_wait_for(desk, "Look at the demonstration");
	leave(desk);
	assert_false(temp_dir_has(desk->dir, "new.db"));
}

static void a_wrong_file_is_said_before_the_screen(void **state)
{
	struct desk *desk = *state;

	temp_dir_write(desk->dir, "roster.csv",
		       "Name,E-mail\nAnn Lee,ann@example.org\nBo Ray,bo@example.org\nCy Dee,cy@example.org\n"
		       "Di Fox,di@example.org\n");
	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "roster.csv"));
	desk_open(desk, 24, 80);
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 65);
	assert_non_null(strstr(pty_screen(desk->pty), "no chiron file"));
}

int main(void)
{
	const struct CMUnitTest on_the_demonstration[] = {
		cmocka_unit_test(a_session_is_logged_in_a_line),
		cmocka_unit_test(who_comes_by_ssh_sits_at_their_own_desk),
		cmocka_unit_test(a_session_is_logged_in_the_form),
		cmocka_unit_test(what_others_commit_shows_by_itself),
		cmocka_unit_test(every_way_of_leaving_is_clean),
		cmocka_unit_test(it_lives_through_any_size),
	};
	const struct CMUnitTest without_a_scheme[] = {
		cmocka_unit_test_setup_teardown(the_first_run_welcomes, desk_with_nothing, desk_clean_up),
		cmocka_unit_test_setup_teardown(a_wrong_file_is_said_before_the_screen, desk_with_nothing,
						desk_clean_up),
	};

	return cmocka_run_group_tests(on_the_demonstration, desk_with_demonstration, desk_clean_up) +
	       cmocka_run_group_tests(without_a_scheme, NULL, NULL);
}
