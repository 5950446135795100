/*
 * Scheme files of any size, for measuring: the same for the same size, seed and schema.
 *
 * A tenth of the people guides another tenth, in one mentoring programme; a
 * pairing has as many sessions as the others, four weeks apart. One pairing in a
 * thousand has gone silent, which gives the first screen something to show.
 */
#ifndef TESTS_BENCH_CROWD_H
#define TESTS_BENCH_CROWD_H

#include <stdint.h>

#include "chiron/arena.h"

struct crowd {
	int64_t people;	  /* at least 100 */
	int64_t sessions; /* a multiple of the tenth of them */
};

/* The path of such a file, in $BUILD/bench; made where it is missing. Ends the program where it cannot be made. */
const char *crowd_file(const struct crowd *crowd, struct ch_arena *arena);

#endif
