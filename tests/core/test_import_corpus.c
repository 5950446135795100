/*
 * Replays the corpus of tests/fuzz/fuzz_import_text.c, the rosters and the CSV suite.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../fuzz/fuzz_import_text.c"
#include "replay.h"

static void test_import_text(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fuzz/corpus/import_text", LLVMFuzzerTestOneInput) >= 10);
}

static void test_rosters(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fixtures/rosters", LLVMFuzzerTestOneInput) >= 10);
}

static void test_csv(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fixtures/csv", LLVMFuzzerTestOneInput) >= 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_import_text),
		cmocka_unit_test(test_rosters),
		cmocka_unit_test(test_csv),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
