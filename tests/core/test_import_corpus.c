/*
 * Replays the corpus of tests/fuzz/fuzz_import_text.c, and the rosters, through
 * the entry of the fuzzer: it aborts where a promise is broken.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../fuzz/fuzz_import_text.c"

#define SIZE_MOST (1024 * 1024)

static void replay_file(const char *path)
{
	uint8_t *data = malloc(SIZE_MOST);
	FILE *file = fopen(path, "rb");

	assert_non_null(data);
	assert_non_null(file);
	size_t size = fread(data, 1, SIZE_MOST, file);

	fclose(file);
	assert_int_equal(LLVMFuzzerTestOneInput(data, size), 0);
	free(data);
}

static size_t replay_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		char path[512];

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		replay_file(path);
		count++;
	}
	closedir(dir);
	return count;
}

static void test_corpus(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fuzz/corpus/import_text") >= 10);
}

static void test_rosters(void **state)
{
	(void)state;
	assert_true(replay_folder("tests/fixtures/rosters") >= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_corpus),
		cmocka_unit_test(test_rosters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
