/* The process and folder helpers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "process.h"
#include "temp_dir.h"

static void run_script(const char *script, const char *input, struct process_result *result)
{
	const char *arguments[] = {"sh", "-c", script, NULL};

	process_run(&(struct process_options){.arguments = arguments, .input = input}, result);
}

static void output_errors_and_status_are_kept_apart(void **state)
{
	(void)state;
	struct process_result result;

	run_script("echo out; echo err >&2; exit 65", NULL, &result);
	assert_string_equal(result.output, "out\n");
	assert_string_equal(result.errors, "err\n");
	assert_int_equal(result.status, 65);
	assert_false(result.timed_out);
	process_release(&result);
	run_script("kill -KILL $$", NULL, &result);
	assert_int_equal(result.status, 128 + 9);
	process_release(&result);
}

static void words_are_passed_without_a_shell(void **state)
{
	(void)state;
	const char *arguments[] = {"printf", "%s|", "a b", "$HOME", "*", "", NULL};
	struct process_result result;

	process_run(&(struct process_options){.arguments = arguments}, &result);
	assert_string_equal(result.output, "a b|$HOME|*||");
	process_release(&result);
}

static void environment_and_folder_are_as_asked(void **state)
{
	struct temp_dir *dir = *state;
	const char *arguments[] = {"sh", "-c", "echo \"$ADDED ${HOME-none}\"; pwd", NULL};
	const char *environment[] = {"ADDED=yes", "HOME", NULL};
	struct process_result result;
	char expected[400];

	struct process_options options = {.arguments = arguments, .environment = environment, .directory = dir->path};
	process_run(&options, &result);
	snprintf(expected, sizeof(expected), "yes none\n%s\n", dir->path);
	assert_string_equal(result.output, expected);
	process_release(&result);
}

static void much_input_and_output_pass_at_once(void **state)
{
	(void)state;
	size_t length = 1000 * 1000;
	char *input = malloc(length + 1);
	struct process_result result;

	assert_non_null(input);
	memset(input, 'x', length);
	input[length] = '\0';
	run_script("exec cat", input, &result);
	assert_int_equal(result.output_length, length);
	assert_string_equal(result.output, input);
	process_release(&result);
	run_script("exit 0", input, &result);
	assert_int_equal(result.status, 0);
	process_release(&result);
	free(input);
}

static void a_program_that_does_not_end_is_ended(void **state)
{
	(void)state;
	const char *arguments[] = {"cat", "/dev/zero", NULL};
	struct process_result result;

	process_run(&(struct process_options){.arguments = arguments, .timeout_ms = 50}, &result);
	assert_true(result.timed_out);
	assert_int_equal(result.status, 128 + 9);
	process_release(&result);
}

static void a_program_that_is_not_there_is_told(void **state)
{
	(void)state;
	const char *arguments[] = {"/nonexistent/program", NULL};
	struct process_result result;

	process_run(&(struct process_options){.arguments = arguments}, &result);
	assert_int_equal(result.status, 127);
	assert_non_null(strstr(result.errors, "/nonexistent/program"));
	process_release(&result);
}

static void files_are_written_and_read(void **state)
{
	struct temp_dir *dir = *state;
	size_t length;

	assert_false(temp_dir_has(dir, "a.txt"));
	assert_null(temp_dir_read(dir, "a.txt", NULL));
	assert_int_equal(access(temp_dir_write(dir, "a.txt", "some text\n"), R_OK), 0);
	assert_true(temp_dir_has(dir, "a.txt"));
	char *text = temp_dir_read(dir, "a.txt", &length);
	assert_string_equal(text, "some text\n");
	assert_int_equal(length, 10);
	free(text);
}

static void a_folder_is_removed_with_all_in_it(void **state)
{
	(void)state;
	void *own = NULL;
	char path[256];

	assert_int_equal(temp_dir_setup(&own), 0);
	struct temp_dir *dir = own;
	snprintf(path, sizeof(path), "%s", dir->path);
	assert_int_equal(mkdir(temp_dir_file(dir, "sub"), 0700), 0);
	temp_dir_write(dir, "sub/file", "x");
	assert_int_equal(symlink("/", temp_dir_file(dir, "link")), 0);
	assert_int_equal(chmod(temp_dir_file(dir, "sub"), 0), 0);
	assert_int_equal(temp_dir_teardown(&own), 0);
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(access("/", F_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(output_errors_and_status_are_kept_apart),
		cmocka_unit_test(words_are_passed_without_a_shell),
		cmocka_unit_test_setup_teardown(environment_and_folder_are_as_asked, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test(much_input_and_output_pass_at_once),
		cmocka_unit_test(a_program_that_does_not_end_is_ended),
		cmocka_unit_test(a_program_that_is_not_there_is_told),
		cmocka_unit_test_setup_teardown(files_are_written_and_read, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test(a_folder_is_removed_with_all_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
