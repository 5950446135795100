/*
 * Fuzzing bare matching instances: whatever the bytes, they end in a refusal
 * that says what is wrong, or in an instance whose answer is proven. The entry
 * is libFuzzer's; tests/core/test_match_instance.c changes good instances at
 * random and gives them to it.
 *
 *   clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_match_instance.c
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/match_instance.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise of the headers that was broken. */
static void require(int kept, const char *promise)
{
	if (kept)
		return;
	fprintf(stderr, "broken: %s\n", promise);
	abort();
}

static void answer(struct ch_match_instance *instance)
{
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status = ch_match_instance_solve(instance, &err);

	if (status != CH_OK) {
		require(status == CH_DATA && strstr(err.message, "infeasible") != NULL, "only feasibility is missing");
		return;
	}
	require(ch_match_instance_check(instance, &err) == CH_OK, "what is found is proven");
	for (int64_t l = 1; l <= ch_match_instance_learners(instance); l++) {
		struct ch_match_instance_pair pair = ch_match_instance_pair(instance, l);
		require(pair.learner == l && pair.score >= 0, "a pair is of the learner asked for");
		require(pair.guide == 0 || pair.guide > ch_match_instance_learners(instance), "a guide is a guide");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ch_match_instance *instance;
	struct ch_error err = CH_NO_ERROR;
	FILE *file;

	if (size == 0)
		return 0;
	file = fmemopen((void *)(uintptr_t)data, size, "r");
	if (!file)
		return 0;
	if (ch_match_instance_read(file, "fuzz", &instance, &err) == CH_OK)
		answer(instance);
	else
		require(!instance && err.status == CH_DATA && err.message[0], "an error says what is wrong");
	ch_match_instance_free(instance);
	fclose(file);
	return 0;
}
