/*
 * The demo application in a real terminal: what is sent, how it ends, and that
 * the terminal is always as it was before. Called with "demo" this program is
 * that application.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "demo.h"
#include "support/pty.h"
#include "tui/terminal/curses.h"
#include "tui/terminal/look.h"

enum { WAIT_MS = 10000 };

static char program[4096];

/* ---- Counting what goes to the terminal ---- */

static int counted = -1; /* the file that says how many write() there were; -1: none is asked for */

/* In the place of the C library's. */
ssize_t write(int fd, const void *bytes, size_t length)
{
	static uint64_t count;

	if (counted >= 0 && isatty(fd)) { /* before it is sent: what is shown has been counted */
		count++;
		if (pwrite(counted, &count, sizeof(count), 0) != sizeof(count))
			_exit(1);
	}
	return syscall(SYS_write, fd, bytes, length);
}

/* ---- The application ---- */

/* A stack that overflows, as code gone wrong would. */
static int dig(int depth)
{
	volatile char hole[4096];

	hole[0] = (char)depth;
	return depth < 1 << 30 ? dig(depth + 1) + hole[0] : 0;
}

/* Dies as told once "D" is pressed: by a signal to itself, or an overflow. */
static void run_die(struct app *app, struct screen *screen)
{
	const char *way = getenv("DEMO_DEATH");

	(void)app;
	(void)screen;
	if (way != NULL && strcmp(way, "overflow") == 0)
		dig(0);
	if (way != NULL && strcmp(way, "abort") == 0)
		ch_abort("out of memory");
	raise(way != NULL ? atoi(way) : SIGTERM);
}

/* What somebody else did. */
static bool one_more(struct app *app)
{
	((struct demo *)app->data)->rows++;
	return true;
}

static const struct binding deadly[] = {{.command = COMMAND_DECLINE, .run = run_die}};

static int run_demo(void)
{
	struct curses_options options = {.watch_fd = -1};
	struct ch_preferences preferences;
	struct look look;
	struct rlimit no_core = {0, 0};
	struct ch_error err = CH_NO_ERROR;
	const char *watch = getenv("DEMO_WATCH");
	struct demo demo;
	enum ch_status status;

	if (getenv("DEMO_WRITES") != NULL)
		counted = open(getenv("DEMO_WRITES"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	setrlimit(RLIMIT_CORE, &no_core);
	setlocale(LC_ALL, "");
	demo_start(&demo, 118);
	ch_preferences_read(&preferences, NULL);
	look_read(&look, &preferences, false);
	demo.app.look = &look;
	demo.app.bindings = deadly;
	demo.app.binding_count = 1;
	if (watch != NULL) {
		options.watch_fd = open(watch, O_RDONLY | O_NONBLOCK);
		demo.app.outside_changed = one_more;
	}
	status = curses_run(&demo.app, &options, &err);
	demo_stop(&demo);
	ch_preferences_release(&preferences);
	if (status != CH_OK)
		printf("%s. %s.\n", err.message, err.fix);
	return (int)status;
}

/* ---- The tests ---- */

static struct pty *start(const char *first, const char *second)
{
	const char *arguments[] = {program, "demo", NULL};
	const char *environment[] = {"LC_ALL=C.UTF-8", "NO_COLOR", first, second, NULL};
	struct pty *pty = pty_start(&(struct pty_options){.arguments = arguments, .environment = environment});

	return pty;
}

static struct pty *start_shown(const char *setting)
{
	struct pty *pty = start(setting, NULL);

	if (!pty_wait_for(pty, "?:help", WAIT_MS))
		fail_msg("no first screen:\n%s", pty_screen(pty));
	return pty;
}

static void assert_clean_end(struct pty *pty, int status)
{
	const char *why = "";

	assert_true(pty_wait_exit(pty, WAIT_MS));
	if (!pty_modes_restored(pty, &why))
		fail_msg("the terminal is not as it was: %s", why);
	assert_int_equal(pty_exit_status(pty), status);
	pty_free(pty);
}

/* Types `keys`, waits for `text`, and gives the bytes that were sent for it. */
static size_t bytes_for(struct pty *pty, const char *keys, const char *text)
{
	size_t before, after;

	pty_raw(pty, &before);
	pty_keys(pty, keys);
	if (!pty_wait_for(pty, text, WAIT_MS))
		fail_msg("no \"%s\" after \"%s\":\n%s", text, keys, pty_screen(pty));
	pty_raw(pty, &after);
	return after - before;
}

static void shows_and_leaves(void **state)
{
	struct pty *pty = start_shown(NULL);
	int row, column;

	(void)state;
	assert_true(pty_find(pty, "山田, 太郎 1 ", &row, &column));
	assert_int_equal(column, 4);
	assert_true(pty_cursor(pty, &row, &column));
	assert_int_equal(row, 4);
	assert_int_equal(column, 0);
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void sends_little(void **state)
{
	struct pty *pty = start_shown(NULL);
	size_t first;

	(void)state;
	pty_raw(pty, &first);
	assert_in_range(first, 1, 2500);
	assert_in_range(bytes_for(pty, "j", " 2 of 118"), 1, 60);
	assert_in_range(bytes_for(pty, "j", " 3 of 118"), 1, 60);
	bytes_for(pty, "jjjjjjjjjjjjjjjj", " 19 of 118");
	assert_in_range(bytes_for(pty, "j", " 20 of 118"), 1, 160);
	assert_in_range(bytes_for(pty, "\033[6~", " 38 of 118"), 1, 1500);
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void decodes_keys_and_pastes(void **state)
{
	struct pty *pty = start_shown(NULL);

	(void)state;
	bytes_for(pty, "\033[B\033OB", " 3 of 118");
	bytes_for(pty, "\033[F", " 118 of 118");
	bytes_for(pty, "\033[1~", " 1 of 118");
	bytes_for(pty, "\033[57414;5u\033[Ij", " 2 of 118"); /* what nobody defined is swallowed whole */
	bytes_for(pty, "\033[200~jjq\033[201~", "Nothing to paste into here");
	bytes_for(pty, "a", "Add | 1 of 3");
	bytes_for(pty, "\033[200~one\r\ntwo \xe5\xb1\xb1\033[201~", "one two 山");
	bytes_for(pty, "\033[Z", "Add | 3 of 3");
	bytes_for(pty, "1h15\x1b[1;5D\x1b[3~", "no length yet"); /* Ctrl-Left, Del: "h15" */
	bytes_for(pty, "\023", "is not a length"); /* Ctrl-S is a key, not flow control */
	bytes_for(pty, "\033", "Leave and lose");
	bytes_for(pty, "y", "[1 Today]");
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void follows_the_window(void **state)
{
	struct pty *pty = start_shown(NULL);

	(void)state;
	pty_resize(pty, 10, 40);
	assert_true(pty_wait_for(pty, " People | 118", WAIT_MS));
	assert_true(pty_wait_gone(pty, "chiron", WAIT_MS));
	pty_resize(pty, 5, 20);
	assert_true(pty_wait_for(pty, "Make the window", WAIT_MS));
	pty_resize(pty, 45, 140);
	assert_true(pty_wait_for(pty, "Riverside", WAIT_MS));
	assert_true(pty_wait_for(pty, "Sessions", WAIT_MS));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static uint64_t writes_in(int file)
{
	uint64_t count = 0;

	return pread(file, &count, sizeof(count), 0) == sizeof(count) ? count : 0;
}

/* A key and a new size are answered in one write() each: nothing flashes half drawn, and a slow line has one packet. */
static void every_answer_is_one_write(void **state)
{
	static const struct {
		int rows, columns;
		const char *shows, *after; /* the new size; a key more */
	} sizes[] = {
		{45, 140, "Sessions", "3 of 118"},      {24, 100, "Riverside", "4 of 118"},
		{10, 40, " People | 118", "5 of 118"},  {50, 200, "Riverside", "6 of 118"},
		{3, 20, "Make the window", NULL},
	};
	char path[4200], setting[4300];
	struct pty *pty;
	uint64_t before;
	int file;

	(void)state;
	snprintf(path, sizeof(path), "%s/writes-%ld", getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp",
		 (long)getpid());
	snprintf(setting, sizeof(setting), "DEMO_WRITES=%s", path);
	file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_true(file >= 0);
	pty = start_shown(setting);
	pty_keys(pty, "j"); /* answered once all is sent that is sent at the start */
	assert_true(pty_wait_for(pty, "2 of 118", WAIT_MS));
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		before = writes_in(file);
		pty_resize(pty, sizes[i].rows, sizes[i].columns);
		assert_true(pty_wait_for(pty, sizes[i].shows, WAIT_MS));
		if (sizes[i].after != NULL) {
			pty_keys(pty, "j");
			assert_true(pty_wait_for(pty, sizes[i].after, WAIT_MS));
		}
		/* Fewer, where both were answered by one drawing. */
		assert_in_range(writes_in(file) - before, 1, sizes[i].after != NULL ? 2 : 1);
	}
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
	close(file);
	unlink(path);
}

static void every_end_leaves_the_terminal_clean(void **state)
{
	static const struct {
		const char *way;
		int status;
	} ends[] = {
		{"DEMO_DEATH=15", 0},	       {"DEMO_DEATH=1", 0},	     {"DEMO_DEATH=2", 0},
		{"DEMO_DEATH=3", 128 + SIGQUIT}, {"DEMO_DEATH=11", 128 + SIGSEGV}, {"DEMO_DEATH=7", 128 + SIGBUS},
		{"DEMO_DEATH=8", 128 + SIGFPE},  {"DEMO_DEATH=4", 128 + SIGILL},   {"DEMO_DEATH=6", 128 + SIGABRT},
		{"DEMO_DEATH=abort", 128 + SIGABRT}, {"DEMO_DEATH=overflow", 128 + SIGSEGV},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct pty *pty = start_shown(ends[i].way);

		print_message("%s\n", ends[i].way);
		pty_keys(pty, "D");
		assert_clean_end(pty, ends[i].status);
	}
}

/* Somebody else's change wakes the program; nothing else does. */
static void a_change_from_outside_is_seen(void **state)
{
	char directory[] = "/tmp/chiron-watch-XXXXXX", path[64], setting[96];
	struct pty *pty;
	int fd;

	(void)state;
	assert_non_null(mkdtemp(directory));
	snprintf(path, sizeof(path), "%s/fifo", directory);
	snprintf(setting, sizeof(setting), "DEMO_WATCH=%s", path);
	assert_int_equal(mkfifo(path, 0600), 0);
	fd = open(path, O_RDWR); /* so that the other end never sees an end of file */
	pty = start_shown(setting);
	assert_true(pty_wait_for(pty, " 1 of 118", WAIT_MS));
	assert_int_equal(write(fd, "x", 1), 1);
	assert_true(pty_wait_for(pty, " 1 of 119", WAIT_MS));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
	close(fd);
	unlink(path);
	rmdir(directory);
}

/* To the shell with Ctrl-Z; it stops itself, so the test only sees the signal when a shell is in between. */
static void stops_and_goes_on(void **state)
{
	const char *script = "set -m; \"$0\" demo; echo stopped; stty -a | grep -o ' icanon'; read go; fg";
	const char *arguments[] = {"sh", "-c", script, program, NULL};
	const char *environment[] = {"LC_ALL=C.UTF-8", NULL};
	struct pty *pty = pty_start(&(struct pty_options){.arguments = arguments, .environment = environment});

	(void)state;
	assert_true(pty_wait_for(pty, "?:help", WAIT_MS));
	pty_keys(pty, "j\032");
	assert_true(pty_wait_for(pty, " icanon", WAIT_MS)); /* the shell has its own modes meanwhile */
	pty_keys(pty, "\n");
	assert_true(pty_wait_for(pty, " 2 of 118", WAIT_MS)); /* back, and where it was */
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void control_c_twice_leaves(void **state)
{
	struct pty *pty = start_shown(NULL);

	(void)state;
	bytes_for(pty, "\003", "Q leaves the program");
	pty_keys(pty, "\003\003");
	assert_clean_end(pty, 0);
}

static void terminals_of_other_kinds(void **state)
{
	/* newterm() of ncurses 6.4 loses 1,624 bytes when it refuses a name. */
	struct pty *pty = start("TERM=no-such-terminal", "ASAN_OPTIONS=detect_leaks=0");

	(void)state;
	assert_true(pty_wait_for(pty, "\"no-such-terminal\" is not known here; taken for xterm", WAIT_MS));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
	pty = start("TERM=vt100", "LC_ALL=C");
	assert_true(pty_wait_for(pty, "?:help", WAIT_MS));
	assert_true(pty_wait_for(pty, "------", WAIT_MS)); /* lines in ASCII */
	pty_keys(pty, "Q");
	assert_true(pty_wait_exit(pty, WAIT_MS));
	assert_null(strstr(pty_raw(pty, NULL), "2004"));
	pty_free(pty);
}

static void colour_can_be_refused(void **state)
{
	struct pty *pty = start_shown("NO_COLOR=1");

	(void)state;
	assert_null(strstr(pty_raw(pty, NULL), "\033[31m"));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
	pty = start_shown(NULL);
	assert_non_null(strstr(pty_raw(pty, NULL), "\033[31m"));
	assert_null(strstr(pty_raw(pty, NULL), "\033[41m")); /* the background is never set */
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

/* Nothing that came from data reaches the terminal as it was. */
/* A press and release of a button, as terminals report them (1006); from 0. */
static void press_mouse(struct pty *pty, int button, int row, int column)
{
	char bytes[64];

	snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%dM\033[<%d;%d;%dm", button, column + 1, row + 1, button,
		 column + 1, row + 1);
	pty_keys(pty, bytes);
}

static void the_mouse_clicks_and_turns(void **state)
{
	struct pty *pty = start_shown(NULL);
	int row, column;

	(void)state;
	press_mouse(pty, 65, 10, 10); /* the wheel, down */
	assert_true(pty_wait_for(pty, "4 of 118", WAIT_MS));
	press_mouse(pty, 64, 10, 10);
	assert_true(pty_wait_for(pty, "1 of 118", WAIT_MS));
	assert_true(pty_find(pty, "Mallory", &row, &column));
	press_mouse(pty, 0, row, column);
	assert_true(pty_wait_for(pty, "5 of 118", WAIT_MS));
	assert_true(pty_find(pty, "2 People", &row, &column));
	press_mouse(pty, 0, row, column);
	assert_true(pty_wait_for(pty, "[2 People]", WAIT_MS));
	assert_true(pty_find(pty, "?:help", &row, &column));
	press_mouse(pty, 0, row, column);
	assert_true(pty_wait_for(pty, "Help: ", WAIT_MS));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void the_mouse_can_be_left_alone(void **state)
{
	struct pty *pty = start_shown("CHIRON_MOUSE=off");

	(void)state;
	assert_null(strstr(pty_raw(pty, NULL), "\033[?1006;1000h"));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void drawings_can_be_bracketed(void **state)
{
	struct pty *pty = start_shown("CHIRON_WHOLE_FRAMES=on");
	const char *raw = pty_raw(pty, NULL), *begin = strstr(raw, "\033[?2026h");

	(void)state;
	assert_non_null(begin);
	assert_non_null(strstr(begin, "\033[?2026l"));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

static void hostile_names_are_harmless(void **state)
{
	struct pty *pty = start_shown(NULL);
	const char *raw = pty_raw(pty, NULL);

	(void)state;
	assert_null(strstr(raw, "\033]"));
	assert_null(strchr(raw, '\a'));
	assert_null(strstr(raw, "\u202e"));
	assert_true(pty_wait_for(pty, "Mallory \\x1b]0;title", WAIT_MS));
	pty_keys(pty, "Q");
	assert_clean_end(pty, 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_and_leaves),
		cmocka_unit_test(sends_little),
		cmocka_unit_test(decodes_keys_and_pastes),
		cmocka_unit_test(follows_the_window),
		cmocka_unit_test(every_answer_is_one_write),
		cmocka_unit_test(every_end_leaves_the_terminal_clean),
		cmocka_unit_test(a_change_from_outside_is_seen),
		cmocka_unit_test(stops_and_goes_on),
		cmocka_unit_test(control_c_twice_leaves),
		cmocka_unit_test(terminals_of_other_kinds),
		cmocka_unit_test(colour_can_be_refused),
		cmocka_unit_test(the_mouse_clicks_and_turns),
		cmocka_unit_test(the_mouse_can_be_left_alone),
		cmocka_unit_test(drawings_can_be_bracketed),
		cmocka_unit_test(hostile_names_are_harmless),
	};

	if (argc > 1 && strcmp(argv[1], "demo") == 0)
		return run_demo();
	if (realpath(argv[0], program) == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
