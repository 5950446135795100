/*
 * Replays the corpus of tests/fuzz/fuzz_import_workbook.c, and the rosters.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../fuzz/fuzz_import_workbook.c"
#include "replay.h"

static void test_import_workbook(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fuzz/corpus/import_workbook", LLVMFuzzerTestOneInput) >= 15);
}

static void test_rosters(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fixtures/rosters", LLVMFuzzerTestOneInput) >= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_import_workbook),
		cmocka_unit_test(test_rosters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
