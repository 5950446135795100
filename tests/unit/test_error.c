/* The error record: what fills it, what it cuts, and the end of the program. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/arena.h"
#include "chiron/status.h"
#include "chiron/text.h"

/* "%.60s" may end within a letter: what is left of it is no letter. */
static void no_half_letter_is_said(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	ch_fail(&err, CH_DATA, "\"%.4s\" and \"%.5s\"", "caf\xc3\xa9", "na\xc3\xafve");
	assert_string_equal(err.message, "\"caf\" and \"na\xc3\xafv\"");
	ch_error_fix(&err, "%.2s", "\xe6\x9d\x8e");
	assert_string_equal(err.fix, "");
}

static void test_fail_fills_and_clears(void **state)
{
	struct ch_error err = {.rule = "R2", .field = "name", .fix = "old"};

	(void)state;
	assert_int_equal(ch_fail(&err, CH_IO, "cannot read %s", "a.db"), CH_IO);
	assert_int_equal(err.status, CH_IO);
	assert_string_equal(err.message, "cannot read a.db");
	assert_string_equal(err.rule, "");
	assert_string_equal(err.field, "");
	assert_string_equal(err.fix, "");
}

static void test_field_and_rule(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(ch_fail_field(&err, "capacity", "%d given", -1), CH_DATA);
	assert_string_equal(err.field, "capacity");
	assert_string_equal(err.message, "-1 given");
	assert_int_equal(ch_fail_rule(&err, "R13", "no place is free"), CH_DATA);
	assert_string_equal(err.rule, "R13");
	assert_string_equal(err.field, "");
	assert_int_equal(ch_error_fix(&err, "raise the capacity to %d", 3), CH_DATA);
	assert_string_equal(err.fix, "raise the capacity to 3");
	assert_string_equal(err.key_fix, "raise the capacity to 3");
	assert_string_equal(err.message, "no place is free");
	ch_fail(&err, CH_MISSING, "no such person");
	assert_int_equal(ch_error_field(&err, "guide_id"), CH_MISSING);
	assert_string_equal(err.field, "guide_id");
	assert_string_equal(err.message, "no such person");
}

/* What a command says to do, the screen does by a key. */
static void test_a_fix_for_each_face(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	ch_fail(&err, CH_DATA, "it has two sheets");
	ch_error_fix(&err, "choose %s" CH_WAY ": --sheet %s" CH_KEY ": e, \"%s\"", "one", "NAME", "Sheet");
	assert_string_equal(err.fix, "choose one: --sheet NAME");
	assert_string_equal(err.key_fix, "choose one: e, \"Sheet\"");
	ch_error_fix(&err, CH_WAY "give it by --sheet" CH_KEY);
	assert_string_equal(err.fix, "give it by --sheet");
	assert_string_equal(err.key_fix, "");
	ch_fail(&err, CH_DATA, "something else");
	assert_string_equal(err.key_fix, "");
}

static void test_message_may_quote_itself(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	ch_fail_field(&err, "email", "two @");
	ch_fail_field(&err, err.field, "row %d, %s: %s", 7, err.field, err.message);
	assert_string_equal(err.message, "row 7, email: two @");
	assert_string_equal(err.field, "email");
}

static void test_long_text_is_cut_at_a_character(void **state)
{
	char text[2000];
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	/* Every offset of a three-byte character against the end of the record. */
	for (size_t lead = 0; lead < 3; lead++) {
		memset(text, 'x', lead);
		for (size_t at = lead; at + 3 < sizeof(text); at += 3)
			memcpy(text + at, "\xe2\x82\xac", 4);
		ch_fail_field(&err, text, "%s", text);
		ch_error_fix(&err, "%s", text);
		assert_int_equal(ch_text_valid(err.message, strlen(err.message)), strlen(err.message));
		assert_in_range(strlen(err.message), sizeof(err.message) - 4, sizeof(err.message) - 1);
		assert_int_equal(ch_text_valid(err.field, strlen(err.field)), strlen(err.field));
		assert_in_range(strlen(err.field), sizeof(err.field) - 4, sizeof(err.field) - 1);
		assert_int_equal(ch_text_valid(err.fix, strlen(err.fix)), strlen(err.fix));
		assert_in_range(strlen(err.fix), sizeof(err.fix) - 4, sizeof(err.fix) - 1);
	}
}

static void test_long_text_is_cut_between_words(void **state)
{
	char text[2000];
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	for (size_t lead = 0; lead < 6; lead++) {
		memset(text, 'x', lead);
		for (size_t at = lead; at + 6 < sizeof(text); at += 6)
			memcpy(text + at, "name, ", 7);
		ch_fail(&err, CH_DATA, "%s", text);
		ch_error_fix(&err, "%s", text);
		assert_string_equal(err.message + strlen(err.message) - 10, " name, ...");
		assert_in_range(strlen(err.message), sizeof(err.message) - 11, sizeof(err.message) - 1);
		assert_string_equal(err.fix, err.message);
	}
}

static void test_status_names_differ(void **state)
{
	static const enum ch_status all[] = {CH_OK,	 CH_FOUND,	 CH_USAGE,	CH_DATA,
					     CH_MISSING, CH_UNAVAILABLE, CH_INTERNAL,	CH_CANT_CREATE,
					     CH_IO,	 CH_BUSY,	 CH_NOT_ALLOWED, CH_STOPPED};
	size_t count = sizeof(all) / sizeof(all[0]);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_string_not_equal(ch_status_name(all[i]), "unknown");
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(ch_status_name(all[i]), ch_status_name(all[j]));
	}
	assert_string_equal(ch_status_name(CH_NOT_ALLOWED), "not_allowed");
}

static void test_untranslated_text_is_itself(void **state)
{
	(void)state;
	assert_string_equal(ch_translate("no such text is in any catalogue"), "no such text is in any catalogue");
	assert_string_equal(ch_translate(""), "");
}

static void say_restored(void)
{
	fputs("restored\n", stderr);
}

static void run_out_of_memory(void)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_set_abort_hook(say_restored);
	ch_arena_array(&arena, SIZE_MAX / 2, 4);
}

/* Runs `run` in a child and gives what it wrote to standard error; the signal that ended it is returned. */
static int run_in_child(void (*run)(void), char *text, size_t size)
{
	const struct rlimit no_core = {.rlim_cur = 0, .rlim_max = 0};
	int ends[2], status;
	size_t length = 0;
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		setrlimit(RLIMIT_CORE, &no_core);
		signal(SIGABRT, SIG_DFL);
		dup2(ends[1], STDERR_FILENO);
		run();
		_exit(0);
	}
	close(ends[1]);
	while (length < size - 1 && (got = read(ends[0], text + length, size - 1 - length)) > 0)
		length += (size_t)got;
	text[length] = '\0';
	close(ends[0]);
	waitpid(child, &status, 0);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void test_abort_restores_the_terminal_first(void **state)
{
	char text[4096];

	(void)state;
	assert_int_equal(run_in_child(run_out_of_memory, text, sizeof(text)), SIGABRT);
	assert_memory_equal(text, "restored\nchiron: out of memory", 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fail_fills_and_clears),
		cmocka_unit_test(no_half_letter_is_said),
		cmocka_unit_test(test_field_and_rule),
		cmocka_unit_test(test_a_fix_for_each_face),
		cmocka_unit_test(test_message_may_quote_itself),
		cmocka_unit_test(test_long_text_is_cut_at_a_character),
		cmocka_unit_test(test_long_text_is_cut_between_words),
		cmocka_unit_test(test_status_names_differ),
		cmocka_unit_test(test_untranslated_text_is_itself),
		cmocka_unit_test(test_abort_restores_the_terminal_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
