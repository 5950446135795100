/*
 * What was typed into a form is there again, whatever ended the program in the
 * middle of a field: asked to end, the line dropped, killed outright.
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

/* Opens the form for a new person. */
static void open_form(struct desk *desk)
{
	desk_open(desk, 0, 0);
	desk_wait_for(desk, "[1 Today]");
	pty_keys(desk->pty, "2");
	desk_wait_for(desk, "There is nobody yet");
	pty_keys(desk->pty, "a");
	desk_wait_for(desk, "Add a person |");
}

/* Types a name, and a part of an address in the next field. */
static void type_two_fields(struct desk *desk)
{
	pty_keys(desk->pty, "Zo\xc3\xab Young\t");
	desk_wait_for(desk, "draft kept");
	pty_keys(desk->pty, "zoe@exam");
	desk_wait_for(desk, "zoe@exam");
}

static void assert_restored(struct desk *desk, const char *address)
{
	open_form(desk);
	desk_wait_for(desk, "is here again");
	desk_wait_for(desk, "Zo\xc3\xab Young");
	if (*address != '\0')
		desk_wait_for(desk, address);
}

static void asked_to_end(void **state)
{
	struct desk *desk = *state;
	static const int asks[] = {SIGTERM, SIGHUP};

	for (size_t i = 0; i < 2; i++) {
		open_form(desk);
		if (i == 0)
			type_two_fields(desk);
		else
			pty_keys(desk->pty, "\t\tple"); /* the draft of before goes on */
		if (i > 0)
			desk_wait_for(desk, "ple");
		pty_signal(desk->pty, asks[i]);
		assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
		assert_restored(desk, "zoe@exam");
	}
}

static void the_line_drops(void **state)
{
	struct desk *desk = *state;

	open_form(desk);
	type_two_fields(desk);
	assert_true(pty_hang_up(desk->pty, DESK_WAIT_MS));
	assert_restored(desk, "zoe@exam");
}

/* Nothing can be done any more; the fields that were left are kept all the same. */
static void killed_outright(void **state)
{
	struct desk *desk = *state;

	open_form(desk);
	type_two_fields(desk);
	pty_signal(desk->pty, SIGKILL);
	assert_true(pty_wait_exit(desk->pty, DESK_WAIT_MS));
	assert_restored(desk, "");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, desk_with_scheme, desk_clean_up)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(asked_to_end),
		WITH_SCHEME(the_line_drops),
		WITH_SCHEME(killed_outright),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
