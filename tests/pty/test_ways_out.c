/*
 * Every way out of the full screen, in a real terminal: whatever ends or stops
 * the program, the terminal is as it was before; a line that drops ends it,
 * with SIGHUP ignored as well; a terminal that cannot be used is said so.
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

struct place {
	struct temp_dir *dir;
	char path[512];
	struct pty *pty;
};

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   "ASAN_OPTIONS=detect_leaks=0:handle_abort=0", NULL};

static int make_scheme(void **state)
{
	struct place *place = calloc(1, sizeof(*place));
	struct process_result result;
	void *dir = NULL;

	assert_non_null(place);
	assert_int_equal(temp_dir_setup(&dir), 0);
	place->dir = dir;
	snprintf(place->path, sizeof(place->path), "%s", temp_dir_file(place->dir, "scheme.db"));
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

static void start(struct place *place, const char *const *arguments, const char *const *environment)
{
	const struct pty_options options = {
		.arguments = arguments, .environment = environment != NULL ? environment : surroundings};

	pty_free(place->pty);
	place->pty = pty_start(&options);
}

static void open_screen(struct place *place)
{
	const char *const arguments[] = {process_chiron(), "-d", place->path, NULL};

	start(place, arguments, NULL);
	wait_for(place, "?:help");
}

/* Runs `script` in a shell with the scheme as $1 and the program as $0. */
static void open_shell(struct place *place, const char *script)
{
	const char *const arguments[] = {"sh", "-c", script, process_chiron(), place->path, NULL};

	start(place, arguments, NULL);
}

static void assert_clean(struct place *place, const char *after)
{
	const char *why = "";

	if (!pty_modes_restored(place->pty, &why))
		fail_msg("%s leaves behind: %s", after, why);
}

static void signals_end_it_clean(void **state)
{
	struct place *place = *state;
	static const struct {
		const char *name;
		int number, status;
	} signals[] = {
		{"TERM", SIGTERM, 0},		 {"HUP", SIGHUP, 0},	      {"INT", SIGINT, 0},
		{"QUIT", SIGQUIT, 128 + SIGQUIT}, {"ABRT", SIGABRT, 128 + SIGABRT}, {"SEGV", SIGSEGV, 128 + SIGSEGV},
		{"BUS", SIGBUS, 128 + SIGBUS},	 {"FPE", SIGFPE, 128 + SIGFPE}, {"ILL", SIGILL, 128 + SIGILL},
	};

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		open_screen(place);
		pty_signal(place->pty, signals[i].number);
		if (!pty_wait_exit(place->pty, WAIT_MS))
			fail_msg("%s does not end it", signals[i].name);
		assert_int_equal(pty_exit_status(place->pty), signals[i].status);
		assert_clean(place, signals[i].name);
	}
}

static void quitting_by_the_keyboard_is_clean(void **state)
{
	struct place *place = *state;

	open_screen(place);
	pty_keys(place->pty, "\034"); /* Ctrl-\, the way out of a hang */
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_int_equal(pty_exit_status(place->pty), 128 + SIGQUIT);
	assert_clean(place, "Ctrl-\\");
}

static void it_stops_and_goes_on(void **state)
{
	struct place *place = *state;

	open_shell(place, "set -m; \"$0\" -d \"$1\"; echo now stopped; read line; fg >/dev/null; echo now over");
	wait_for(place, "?:help");
	pty_keys(place->pty, "\032");
	wait_for(place, "now stopped");
	assert_clean(place, "Ctrl-Z");
	pty_keys(place->pty, "\r");
	wait_for(place, "?:help");
	pty_keys(place->pty, "2");
	wait_for(place, "[2 People]");
	pty_keys(place->pty, "Q");
	wait_for(place, "now over");
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_clean(place, "Q after Ctrl-Z");
}

static void a_dropped_line_ends_it(void **state)
{
	struct place *place = *state;

	open_screen(place);
	assert_true(pty_hang_up(place->pty, WAIT_MS));
}

static void a_dropped_line_ends_it_though_hang_ups_are_ignored(void **state)
{
	struct place *place = *state;

	open_shell(place, "trap '' HUP; exec \"$0\" -d \"$1\"");
	wait_for(place, "?:help");
	assert_true(pty_hang_up(place->pty, WAIT_MS));
}

static void without_a_terminal_it_says_so(void **state)
{
	struct place *place = *state;
	static const char *const scripts[] = {"\"$0\" -d \"$1\" <&-; echo \"status $?\"",
					      "\"$0\" -d \"$1\" </dev/null; echo \"status $?\"",
					      "{ \"$0\" -d \"$1\"; echo \"status $?\" >&2; } | cat"};

	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		open_shell(place, scripts[i]);
		wait_for(place, "this is no terminal");
		wait_for(place, "status 64");
		assert_true(pty_wait_exit(place->pty, WAIT_MS));
		assert_clean(place, scripts[i]);
	}
}

static void open_with_term(struct place *place, const char *term)
{
	const char *const arguments[] = {process_chiron(), "-d", place->path, NULL};
	const char *environment[] = {"LC_ALL=C.UTF-8", term, "CHIRON_TODAY", "CHIRON_DB", NULL};

	start(place, arguments, environment);
}

static void an_unknown_terminal_is_taken_for_a_common_one(void **state)
{
	struct place *place = *state;
	static const char *const terms[] = {"TERM=nonsense", "TERM=", "TERM"};

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		open_with_term(place, terms[i]);
		wait_for(place, "taken for xterm");
		pty_keys(place->pty, "Q");
		assert_true(pty_wait_exit(place->pty, WAIT_MS));
		assert_clean(place, terms[i]);
	}
}

static void a_terminal_without_a_cursor_has_the_line_mode(void **state)
{
	struct place *place = *state;

	open_with_term(place, "TERM=dumb");
	wait_for(place, "cannot place a cursor; this is the line mode");
	pty_keys(place->pty, "quit\r");
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_int_equal(pty_exit_status(place->pty), 0);
	assert_clean(place, "TERM=dumb");
}

static void a_terminal_of_old_shows_the_same_words(void **state)
{
	struct place *place = *state;

	open_with_term(place, "TERM=vt100");
	wait_for(place, "?:help");
	wait_for(place, "[1 Today]");
	pty_keys(place->pty, "Q");
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_clean(place, "TERM=vt100");
}

static void a_storm_of_sizes_ends_in_the_same_screen(void **state)
{
	struct place *place = *state;
	char before[8192];

	open_screen(place);
	snprintf(before, sizeof(before), "%s", pty_screen(place->pty));
	for (int i = 0; i < 200; i++)
		pty_resize(place->pty, 1 + i * 37 % 200, 1 + i * 61 % 500);
	pty_resize(place->pty, 9, 39);
	wait_for(place, "Make the window larger");
	pty_resize(place->pty, 24, 80);
	wait_for(place, "?:help");
	assert_string_equal(pty_screen(place->pty), before);
	pty_keys(place->pty, "Q");
	assert_true(pty_wait_exit(place->pty, WAIT_MS));
	assert_clean(place, "a storm of sizes");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_scheme, clean_up)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(signals_end_it_clean),
		TEST(quitting_by_the_keyboard_is_clean),
		TEST(it_stops_and_goes_on),
		TEST(a_dropped_line_ends_it),
		TEST(a_dropped_line_ends_it_though_hang_ups_are_ignored),
		TEST(without_a_terminal_it_says_so),
		TEST(an_unknown_terminal_is_taken_for_a_common_one),
		TEST(a_terminal_without_a_cursor_has_the_line_mode),
		TEST(a_terminal_of_old_shows_the_same_words),
		TEST(a_storm_of_sizes_ends_in_the_same_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
