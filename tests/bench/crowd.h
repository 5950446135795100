/*
 * Scheme files of any size, for measuring: the same for the same size, seed and schema.
 *
 * A tenth of the people guides another tenth, in one mentoring programme; a
 * pairing has ten sessions, so there are as many sessions as people. One pairing
 * in a thousand has gone silent, which gives the first screen something to show.
 */
#ifndef TESTS_BENCH_CROWD_H
#define TESTS_BENCH_CROWD_H

#include <stdint.h>

#include "chiron/arena.h"

/*
 * The path of a scheme file with so many people (at least 100), in $BUILD/bench; made where it is missing.
 * Ends the program where it cannot be made.
 */
const char *crowd_file(int64_t people, struct ch_arena *arena);

#endif
