/*
 * Scheme files with one programme of learners and guides who wait to be
 * matched, made by `chiron import people` from a list of people like those of
 * instances.h: areas, fields, regions, times and grades. The same for the same
 * sizes.
 */
#ifndef TESTS_BENCH_WAITING_H
#define TESTS_BENCH_WAITING_H

#include <stddef.h>

#include "chiron/arena.h"

/* The path of the file, in $BUILD/bench; made anew. The programme is no. 1. */
const char *waiting_file(size_t learners, size_t guides, struct ch_arena *arena);

#endif
