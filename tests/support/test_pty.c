/* The pseudo-terminal helper, tried on small shell programs whose output is known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pty.h"

#define SOON_MS 10000

static struct pty *start_script(const char *script, int rows, int columns)
{
	const char *arguments[] = {"sh", "-c", script, NULL};

	return pty_start(&(struct pty_options){.arguments = arguments, .rows = rows, .columns = columns});
}

static void a_program_is_in_a_terminal_of_the_size_given(void **state)
{
	(void)state;
	struct pty *pty = start_script("test -t 0 && test -t 1 && stty size && echo $TERM", 10, 40);

	assert_true(pty_wait_exit(pty, SOON_MS));
	assert_int_equal(pty_exit_status(pty), 0);
	assert_true(pty_find(pty, "10 40", NULL, NULL));
	assert_true(pty_find(pty, "xterm-256color", NULL, NULL));
	assert_string_equal(pty_screen(pty), "10 40\nxterm-256color\n\n\n\n\n\n\n\n\n");
	assert_string_equal(pty_raw(pty, NULL), "10 40\r\nxterm-256color\r\n");
	pty_free(pty);
}

static void keys_arrive_and_answers_are_waited_for(void **state)
{
	(void)state;
	struct pty *pty = start_script("read -r name; echo \"hello $name\"; read -r rest", 0, 0);

	pty_keys(pty, "Ann\r");
	assert_true(pty_wait_for(pty, "hello Ann", SOON_MS));
	assert_int_equal(pty_exit_status(pty), -1);
	pty_keys(pty, "\r");
	assert_true(pty_wait_exit(pty, SOON_MS));
	pty_free(pty);
}

static void a_wait_in_vain_ends(void **state)
{
	(void)state;
	struct pty *pty = start_script("echo there; read -r rest", 0, 0);

	assert_true(pty_wait_for(pty, "there", SOON_MS));
	assert_false(pty_wait_for(pty, "never", 20));
	assert_false(pty_wait_gone(pty, "there", 20));
	assert_false(pty_wait_exit(pty, 20));
	pty_free(pty);
	pty = start_script("exit 3", 0, 0);
	assert_false(pty_wait_for(pty, "never", SOON_MS));
	assert_true(pty_wait_exit(pty, SOON_MS));
	assert_int_equal(pty_exit_status(pty), 3);
	pty_free(pty);
}

static void a_resize_is_signalled(void **state)
{
	(void)state;
	const char *script = "trap 'stty size; exit' WINCH; echo ready; while :; do read -r line; done";
	struct pty *pty = start_script(script, 0, 0);

	assert_true(pty_wait_for(pty, "ready", SOON_MS));
	pty_resize(pty, 30, 100);
	pty_keys(pty, "\r");
	assert_true(pty_wait_for(pty, "30 100", SOON_MS));
	pty_free(pty);
}

static void text_is_found_in_cells(void **state)
{
	(void)state;
	int row;
	int column;
	const char *script = "printf '\\033[2J\\033[3;5H"
			     "\\346\\227\\245\\346\\234\\254 e\\314\\201 \\033[7mhere\\033[m gone'";
	struct pty *pty = start_script(script, 0, 0);

	assert_true(pty_wait_exit(pty, SOON_MS));
	assert_true(pty_find(pty, "here", &row, &column));
	assert_int_equal(row, 2);
	assert_int_equal(column, 4 + 2 * 2 + 3); /* two wide characters, then blank, one cell, blank */
	assert_true(pty_marked(pty, row, column));
	assert_true(pty_find(pty, "gone", &row, &column));
	assert_false(pty_marked(pty, row, column));
	assert_true(pty_find(pty, "\346\227\245\346\234\254 e\314\201", &row, &column));
	assert_int_equal(column, 4);
	assert_true(pty_cursor(pty, &row, &column));
	assert_int_equal(column, 20);
	pty_free(pty);
}

static void assert_left(const char *script, const char *expected)
{
	const char *why;
	struct pty *pty = start_script(script, 0, 0);

	assert_true(pty_wait_exit(pty, SOON_MS));
	pty_modes_restored(pty, &why);
	assert_string_equal(why, expected);
	assert_int_equal(pty_modes_restored(pty, NULL), *expected == '\0');
	pty_free(pty);
}

static void modes_left_behind_are_seen(void **state)
{
	(void)state;
	assert_left("echo", "");
	assert_left("was=$(stty -g); stty raw -echo; stty \"$was\"", "");
	assert_left("printf '\\033[?1049h\\033[?25l\\033[?1049l\\033[?25h'", "");
	assert_left("printf '\\033[?1000;1006h\\033[?1006;1000l\\033[?12l\\033[?25h'", "");
	assert_left("stty raw", "the line settings differ from those at the start");
	assert_left("stty -echo", "the line settings differ from those at the start");
	assert_left("printf '\\033[?1049h'", "private mode 1049 was left changed");
	assert_left("printf '\\033[?25l'", "private mode 25 was left changed");
	assert_left("printf '\\033[?1000;2004h\\033[?1000l'", "private mode 2004 was left changed");
}

static void the_alternate_screen_gives_the_first_one_back(void **state)
{
	(void)state;
	const char *script = "echo first; printf '\\033[?1049h\\033[Hsecond'; read -r rest; printf '\\033[?1049l'";
	struct pty *pty = start_script(script, 0, 0);

	assert_true(pty_wait_for(pty, "second", SOON_MS));
	assert_false(pty_find(pty, "first", NULL, NULL));
	pty_keys(pty, "\r");
	assert_true(pty_wait_for(pty, "first", SOON_MS));
	assert_true(pty_wait_gone(pty, "second", SOON_MS));
	pty_free(pty);
}

static void the_end_by_a_signal_is_told(void **state)
{
	(void)state;
	struct pty *pty = start_script("kill -TERM $$", 0, 0);

	assert_true(pty_wait_exit(pty, SOON_MS));
	assert_int_equal(pty_exit_status(pty), 128 + 15);
	pty_free(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_program_is_in_a_terminal_of_the_size_given),
		cmocka_unit_test(keys_arrive_and_answers_are_waited_for),
		cmocka_unit_test(a_wait_in_vain_ends),
		cmocka_unit_test(a_resize_is_signalled),
		cmocka_unit_test(text_is_found_in_cells),
		cmocka_unit_test(modes_left_behind_are_seen),
		cmocka_unit_test(the_alternate_screen_gives_the_first_one_back),
		cmocka_unit_test(the_end_by_a_signal_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
