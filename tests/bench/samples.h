/* Measured values, and what is said of them. */
#ifndef TESTS_BENCH_SAMPLES_H
#define TESTS_BENCH_SAMPLES_H

#include <stddef.h>
#include <stdint.h>

enum { SAMPLES_MAX = 2000 };

struct samples {
	int64_t values[SAMPLES_MAX];
	size_t count;
};

/* More than SAMPLES_MAX are left out. */
void samples_add(struct samples *samples, int64_t value);

/* The value that `percent` of them do not exceed; -1 where there are none. */
int64_t samples_at(struct samples *samples, int percent);

#endif
