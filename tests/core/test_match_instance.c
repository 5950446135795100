/* Bare instances that were changed at random, and what is allocated for one that only claims to be large. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "../fuzz/fuzz_match_instance.c"

static const char good[] = "c four learners, three guides\n"
			   "p min 8 13\n"
			   "n 1 1\nn 2 1\nn 3 1\nn 4 1\nn 8 -4\n"
			   "a 1 5 0 1 -7\na 1 6 0 1 -2\na 1 8 0 1 400\n"
			   "a 2 5 0 1 -9\na 2 8 0 1 401\n"
			   "a 3 5 0 1 -9\na 3 7 0 1 0\n"
			   "a 4 6 0 1 -99\na 4 7 0 1 -5\na 4 8 0 1 -3\n"
			   "a 5 8 0 1 0\na 6 8 0 2 0\na 7 8 0 0 0\n";

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* One to four changes: another byte, a byte more, some fewer, or a piece from elsewhere in it. */
static size_t change(uint32_t *seed, char *text, size_t length)
{
	static const char bytes[] = "0123456789-- \t\n\n\rcpna.\377";

	for (uint32_t changes = 1 + next_random(seed) % 4; changes > 0 && length > 0; changes--) {
		size_t at = next_random(seed) % length, from = next_random(seed) % length;
		size_t piece = next_random(seed) % 20;
		char byte = bytes[next_random(seed) % sizeof bytes];

		if (piece > length - at)
			piece = length - at;
		if (piece > length - from)
			piece = length - from;
		switch (next_random(seed) % 4) {
		case 0:
			text[at] = byte;
			break;
		case 1:
			memmove(text + at + 1, text + at, length++ - at);
			text[at] = byte;
			break;
		case 2:
			memmove(text + at, text + at + piece, length - at - piece);
			length -= piece;
			break;
		default:
			memmove(text + at, text + from, piece);
		}
	}
	return length;
}

static void changed_instances_are_refused_or_proven(void **state)
{
	uint32_t seed = 20261127;

	(void)state;
	LLVMFuzzerTestOneInput((const uint8_t *)good, sizeof good - 1);
	for (int round = 0; round < 20000; round++) {
		char text[sizeof good + 8];
		memcpy(text, good, sizeof good - 1);
		size_t length = change(&seed, text, sizeof good - 1);
		LLVMFuzzerTestOneInput((const uint8_t *)text, length);
	}
}

static int64_t peak_kib(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void what_is_only_claimed_takes_no_memory(void **state)
{
	static const char claims[] = "p min 10000000 1000000000\nn 10000000 -1\nn 1 1\na 1 9999999 0 1 -5\n";
	struct ch_match_instance *instance;
	struct ch_error err = CH_NO_ERROR;
	FILE *file = fmemopen((void *)(uintptr_t)claims, sizeof claims - 1, "r");
	int64_t before = peak_kib();

	(void)state;
	assert_int_equal(ch_match_instance_read(file, "claims.min", &instance, &err), CH_DATA);
	assert_string_equal(err.message, "claims.min: the p line says that there are 1000000000 arcs; there are 1");
	assert_true(peak_kib() - before < 256 * 1024);
	fclose(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changed_instances_are_refused_or_proven),
		cmocka_unit_test(what_is_only_claimed_takes_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
