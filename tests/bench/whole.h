/*
 * A whole program run: what it printed first, and what it cost.
 */
#ifndef TESTS_BENCH_WHOLE_H
#define TESTS_BENCH_WHOLE_H

#include <stddef.h>

struct whole {
	double seconds; /* of processor time, by it and the system for it */
	long memory;	/* KiB at the most */
	char head[4096]; /* the start of its output, NUL-terminated */
};

/* Runs `arguments` (NULL-terminated, found by PATH) to its end. Ends this program where it fails. */
struct whole whole_run(const char *const *arguments);

/* The number behind `key` in what it printed; ends this program where there is none. */
double whole_number(const struct whole *run, const char *key);

/* Sorts them. */
double median_of_doubles(double *values, size_t count);

#endif
