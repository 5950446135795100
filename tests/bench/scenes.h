/* Jobs in ours alone, for which the other programs have nothing to compare: what each key waits for. */
#ifndef TESTS_BENCH_SCENES_H
#define TESTS_BENCH_SCENES_H

#include "drive.h"

/* Does all the jobs in a program that shows its first screen; what it measures is kept for scenes_print(). */
void scenes_play(struct drive *drive);

/* A table in Markdown. */
void scenes_print(void);

#endif
