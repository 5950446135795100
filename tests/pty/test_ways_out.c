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

#include "desk.h"

static const char *const surroundings[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "CHIRON_TODAY", "CHIRON_DB",
					   "ASAN_OPTIONS=detect_leaks=0:handle_abort=0", NULL};

static int set_up(void **state)
{
	desk_with_scheme(state);
	((struct desk *)*state)->environment = surroundings;
	return 0;
}

/* Of a scheme without people, once it was looked into: the frame stands before. */
#define FIRST_WORDS "Nobody is in this scheme yet"

static void open_screen(struct desk *desk)
{
	desk_open(desk, 0, 0);
	desk_wait_for(desk, FIRST_WORDS);
}

static void assert_clean(struct desk *desk, const char *after)
{
	const char *why = "";

	if (!pty_modes_restored(desk->pty, &why))
		fail_msg("%s leaves behind: %s", after, why);
}

static void signals_end_it_clean(void **state)
{
	struct desk *desk = *state;
	static const struct {
		const char *name;
		int number, status;
	} signals[] = {
		{"TERM", SIGTERM, 0},		 {"HUP", SIGHUP, 0},	      {"INT", SIGINT, 0},
		{"QUIT", SIGQUIT, 128 + SIGQUIT}, {"ABRT", SIGABRT, 128 + SIGABRT}, {"SEGV", SIGSEGV, 128 + SIGSEGV},
		{"BUS", SIGBUS, 128 + SIGBUS},	 {"FPE", SIGFPE, 128 + SIGFPE}, {"ILL", SIGILL, 128 + SIGILL},
	};

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		open_screen(desk);
		pty_signal(desk->pty, signals[i].number);
		if (!pty_wait_exit(desk->pty, DESK_WAIT_MS))
			fail_msg("%s does not end it", signals[i].name);
		assert_int_equal(pty_exit_status(desk->pty), signals[i].status);
		assert_clean(desk, signals[i].name);
	}
}

static void quitting_by_the_keyboard_is_clean(void **state)
{
	struct desk *desk = *state;

	open_screen(desk);
	pty_keys(desk->pty, "\034"); /* Ctrl-\, the way out of a hang */
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 128 + SIGQUIT);
	assert_clean(desk, "Ctrl-\\");
}

static void it_stops_and_goes_on(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, "set -m; \"$0\" -d \"$1\"; echo now stopped; read line; fg >/dev/null; echo now over");
	desk_wait_for(desk, "?:help");
	pty_keys(desk->pty, "\032");
	desk_wait_for(desk, "now stopped");
	assert_clean(desk, "Ctrl-Z");
	pty_keys(desk->pty, "\r");
	desk_wait_for(desk, "?:help");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, "[2 People]");
	pty_keys(desk->pty, "Q");
	desk_wait_for(desk, "now over");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_clean(desk, "Q after Ctrl-Z");
}

static void a_dropped_line_ends_it(void **state)
{
	struct desk *desk = *state;

	open_screen(desk);
	assert_true(pty_hang_up(desk->pty, DESK_WAIT_MS));
}

static void a_dropped_line_ends_it_though_hang_ups_are_ignored(void **state)
{
	struct desk *desk = *state;

	desk_shell(desk, "trap '' HUP; exec \"$0\" -d \"$1\"");
	desk_wait_for(desk, "?:help");
	assert_true(pty_hang_up(desk->pty, DESK_WAIT_MS));
}

static void without_a_terminal_it_says_so(void **state)
{
	struct desk *desk = *state;
	static const char *const scripts[] = {"\"$0\" -d \"$1\" <&-; echo \"status $?\"",
					      "\"$0\" -d \"$1\" </dev/null; echo \"status $?\"",
					      "{ \"$0\" -d \"$1\"; echo \"status $?\" >&2; } | cat"};

	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
		desk_shell(desk, scripts[i]);
		desk_wait_for(desk, "this is no terminal");
		desk_wait_for(desk, "status 64");
		assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
		assert_clean(desk, scripts[i]);
	}
}

static void open_with_term(struct desk *desk, const char *term)
{
	const char *const arguments[] = {process_chiron(), "-d", desk->path, NULL};
	const char *environment[] = {"LC_ALL=C.UTF-8", term, "CHIRON_TODAY", "CHIRON_DB", NULL};

	desk->environment = environment;
	desk_run(desk, arguments, 0, 0);
}

static void an_unknown_terminal_is_taken_for_a_common_one(void **state)
{
	struct desk *desk = *state;
	static const char *const terms[] = {"TERM=nonsense", "TERM=", "TERM"};

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		open_with_term(desk, terms[i]);
		desk_wait_for(desk, "taken for xterm");
		pty_keys(desk->pty, "Q");
		assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
		assert_clean(desk, terms[i]);
	}
}

static void a_terminal_without_a_cursor_has_the_line_mode(void **state)
{
	struct desk *desk = *state;

	open_with_term(desk, "TERM=dumb");
	desk_wait_for(desk, "cannot place a cursor; this is the line mode");
	pty_keys(desk->pty, "quit\r");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_int_equal(pty_exit_status(desk->pty), 0);
	assert_clean(desk, "TERM=dumb");
}

static void a_terminal_of_old_shows_the_same_words(void **state)
{
	struct desk *desk = *state;

	open_with_term(desk, "TERM=vt100");
	desk_wait_for(desk, "?:help");
	desk_wait_for(desk, "[1 Today]");
	pty_keys(desk->pty, "Q");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_clean(desk, "TERM=vt100");
}

static void a_storm_of_sizes_ends_in_the_same_screen(void **state)
{
	struct desk *desk = *state;
	char before[8192];

	open_screen(desk);
	snprintf(before, sizeof(before), "%s", pty_screen(desk->pty));
	for (int i = 0; i < 200; i++)
		pty_resize(desk->pty, 1 + i * 37 % 200, 1 + i * 61 % 500);
	pty_resize(desk->pty, 9, 39);
	desk_wait_for(desk, "Make the window larger");
	pty_resize(desk->pty, 24, 80);
	desk_wait_for(desk, FIRST_WORDS);
	assert_string_equal(pty_screen(desk->pty), before);
	pty_keys(desk->pty, "Q");
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_clean(desk, "a storm of sizes");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, desk_clean_up)

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
