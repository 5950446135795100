/* What a refusal says on the screen: keys where the core names commands of the shell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/widgets/refusal.h"

static void says(const char *fix, const char *expected)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	refusal_add(&out, "R8: that will not do", fix, NULL);
	assert_string_equal(out.text, expected);
	ch_buffer_release(&out);
}

static void keys_stand_for_commands(void **state)
{
	(void)state;
	says("", "! R8: that will not do.");
	says("try again", "! R8: that will not do. Try again.");
	says("close it first: `chiron pairing close 12`",
	     "! R8: that will not do. Close it first: C on the pairing.");
	says("`chiron programme add` begins one", "! R8: that will not do. a in Programmes begins one.");
	says("`chiron referral answer` or `chiron referral close`",
	     "! R8: that will not do. X on the pairing or X on the pairing.");
}

static void the_longest_name_counts(void **state)
{
	(void)state;
	says("record it: `chiron session cancel --no-show`",
	     "! R8: that will not do. Record it: :no-show on the session.");
	says("record it: `chiron session cancel 3`", "! R8: that will not do. Record it: :cancel on the session.");
	says("see `chiron pairing list state:active`", "! R8: that will not do. See 3, Pairs.");
}

static void what_only_the_shell_has_stays(void **state)
{
	(void)state;
	says("see `chiron verify --fast`", "! R8: that will not do. See `chiron verify --fast`.");
	says("see `chiron loggerheads`", "! R8: that will not do. See `chiron loggerheads`.");
	says("see `chiron pairing close", "! R8: that will not do. See `chiron pairing close.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_stand_for_commands),
		cmocka_unit_test(the_longest_name_counts),
		cmocka_unit_test(what_only_the_shell_has_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
