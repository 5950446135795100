/*
 * The main job in a real terminal of 80 by 24, with the real program: from the
 * demonstration to a logged session in at most twelve keys besides the text
 * typed; what another process commits shows by itself; every way out leaves the
 * terminal as it was; first run; resizes.
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

enum { WAIT_MS = 20000, KEYS_ALLOWED = 12 };

struct desk {
	struct temp_dir *dir;
	char path[512];
	struct pty *pty;
	int keys; /* typed, besides text */
};

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   NULL};

/* Runs the command line to its end; what it printed is dropped, its exit status given. */
static int run(const char *const *arguments)
{
	struct process_result result;
	struct process_options options = {.arguments = arguments, .environment = surroundings};

	process_run(&options, &result);
	int status = result.status;
	process_release(&result);
	return status;
}

static int make_demonstration(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	void *dir = NULL;

	assert_non_null(desk);
	assert_int_equal(temp_dir_setup(&dir), 0);
	desk->dir = dir;
	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "demo.db"));
	const char *const demo[] = {process_chiron(), "demo", desk->path, NULL};
	assert_int_equal(run(demo), 0);
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

static void open_screen(struct desk *desk, int rows, int columns)
{
	const char *const arguments[] = {process_chiron(), "-d", desk->path, NULL};
	struct pty_options options = {
		.arguments = arguments, .environment = surroundings, .rows = rows, .columns = columns};

	pty_free(desk->pty);
	desk->pty = pty_start(&options);
	desk->keys = 0;
}

static void wait_for(struct desk *desk, const char *text)
{
	if (!pty_wait_for(desk->pty, text, WAIT_MS))
		fail_msg("\"%s\" does not appear on\n%s", text, pty_screen(desk->pty));
}

/* One key that is no text. */
static void press(struct desk *desk, const char *key)
{
	pty_keys(desk->pty, key);
	desk->keys++;
}

static void leave(struct desk *desk)
{
	const char *why = "";

	pty_keys(desk->pty, "Q");
	assert_true(pty_wait_exit(desk->pty, WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 0);
	if (!pty_modes_restored(desk->pty, &why))
		fail_msg("left behind: %s", why);
}

static void a_session_is_logged_in_a_line(void **state)
{
	struct desk *desk = *state;

	open_screen(desk, 24, 80);
	wait_for(desk, "NEEDS YOU");
	press(desk, "L");
	pty_keys(desk->pty, "abernathy 45 video yesterday");
	wait_for(desk, "45 minutes, video, 22 Nov Sun");
	press(desk, "\r");
	wait_for(desk, "logged for");
	assert_true(desk->keys <= KEYS_ALLOWED);
	leave(desk);
}

static void a_session_is_logged_in_the_form(void **state)
{
	struct desk *desk = *state;

	open_screen(desk, 24, 80);
	wait_for(desk, "NEEDS YOU");
	press(desk, "L");
	pty_keys(desk->pty, "abernathy 50 yesterday");
	wait_for(desk, "50 minutes");
	press(desk, "\t"); /* the full form, with what was parsed */
	wait_for(desk, "Log a session");
	wait_for(desk, "Learned");
	for (int i = 0; i < 3; i++)
		press(desk, "\033[A"); /* up: from the field it opens at, whichever, every field is near */
	press(desk, "\023"); /* Ctrl-S */
	wait_for(desk, "logged for");
	assert_true(desk->keys <= KEYS_ALLOWED);
	leave(desk);
}

static void what_others_commit_shows_by_itself(void **state)
{
	struct desk *desk = *state;
	const char *const add[] = {process_chiron(), "-d", desk->path, "person", "add", "Aaaron Aardvark", NULL};

	open_screen(desk, 24, 80);
	wait_for(desk, "NEEDS YOU");
	pty_keys(desk->pty, "2");
	wait_for(desk, "Ruth Abernathy");
	assert_int_equal(run(add), 0);
	wait_for(desk, "122");
	pty_keys(desk->pty, "g");
	wait_for(desk, "Aaaron Aardvark");
	leave(desk);
}

static void every_way_of_leaving_is_clean(void **state)
{
	struct desk *desk = *state;
	static const char *const ways[] = {"Q", "qq", "\003\003"};

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		const char *why = "";
		open_screen(desk, 24, 80);
		wait_for(desk, "NEEDS YOU");
		pty_keys(desk->pty, ways[i]);
		assert_true(pty_wait_exit(desk->pty, WAIT_MS));
		if (!pty_modes_restored(desk->pty, &why))
			fail_msg("%s leaves behind: %s", ways[i], why);
	}
}

static void it_lives_through_any_size(void **state)
{
	struct desk *desk = *state;
	static const int sizes[][2] = {{1, 1}, {10, 40}, {3, 200}, {60, 200}, {24, 10}, {45, 140}, {24, 80}};

	open_screen(desk, 24, 80);
	wait_for(desk, "NEEDS YOU");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		pty_resize(desk->pty, sizes[i][0], sizes[i][1]);
	wait_for(desk, "NEEDS YOU");
	wait_for(desk, "?:help");
	leave(desk);
}

static void the_first_run_welcomes(void **state)
{
	struct desk *desk = *state;

	snprintf(desk->path, sizeof desk->path, "%s", temp_dir_file(desk->dir, "new.db"));
	open_screen(desk, 24, 80);
	wait_for(desk, "Start a scheme");
	wait_for(desk, "Import a spreadsheet");
	wait_for(desk, "Look at the demonstration");
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
	open_screen(desk, 24, 80);
	assert_true(pty_wait_exit(desk->pty, WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 65);
	assert_non_null(strstr(pty_screen(desk->pty), "no chiron file"));
}

static int nothing_yet(void **state)
{
	struct desk *desk = calloc(1, sizeof *desk);
	void *dir = NULL;

	assert_non_null(desk);
	assert_int_equal(temp_dir_setup(&dir), 0);
	desk->dir = dir;
	*state = desk;
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_session_is_logged_in_a_line, make_demonstration, clean_up),
		cmocka_unit_test_setup_teardown(a_session_is_logged_in_the_form, make_demonstration, clean_up),
		cmocka_unit_test_setup_teardown(what_others_commit_shows_by_itself, make_demonstration, clean_up),
		cmocka_unit_test_setup_teardown(every_way_of_leaving_is_clean, make_demonstration, clean_up),
		cmocka_unit_test_setup_teardown(it_lives_through_any_size, make_demonstration, clean_up),
		cmocka_unit_test_setup_teardown(the_first_run_welcomes, nothing_yet, clean_up),
		cmocka_unit_test_setup_teardown(a_wrong_file_is_said_before_the_screen, nothing_yet, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
