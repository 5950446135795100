/*
 * Replays the corpus of tests/fuzz/fuzz_import_value.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../fuzz/fuzz_import_value.c"
#include "replay.h"

static void test_import_value(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fuzz/corpus/import_value", LLVMFuzzerTestOneInput) >= 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_import_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
