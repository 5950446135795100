/*
 * Rosters of any size, for measuring: the same for the same number of rows.
 *
 * Twelve columns, as a human resources department sends them: names, an
 * address of its own for everybody, a phone, a role, where they work, the
 * address of a line manager who is anywhere in the list, and three lists of
 * terms, four or five to a person. About 155 bytes a row.
 */
#ifndef TESTS_BENCH_ROSTER_H
#define TESTS_BENCH_ROSTER_H

#include <stdint.h>

#include "chiron/arena.h"

enum roster_order {
	ROSTER_BY_ADDRESS, /* those of one line manager stand together */
	ROSTER_SHUFFLED	   /* the same people, each far from whoever was beside them */
};

/* The path of the roster, in $BUILD/bench; made where it is missing. Ends the program where it cannot be made. */
const char *roster_csv(int64_t rows, enum roster_order order, struct ch_arena *arena);
const char *roster_xlsx(int64_t rows, struct ch_arena *arena);

#endif
