/*
 * A bare matching instance: learners, guides and points without people, read
 * from a file in DIMACS minimum-cost-flow form, so that chiron's matching can
 * be held against other solvers. docs/matching.md describes the form, and that
 * of the proof.
 */
#ifndef CHIRON_MATCH_INSTANCE_H
#define CHIRON_MATCH_INSTANCE_H

#include <stdint.h>
#include <stdio.h>

#include "chiron/exchange.h"

/* What is read at most; what is allocated grows with what was read, not with what the first line says. */
enum { CH_INSTANCE_NODES_MOST = 10000000, CH_INSTANCE_ARCS_MOST = 1000000000 };

struct ch_match_instance;

struct ch_match_instance_pair {
	int64_t learner, guide; /* node numbers of the file; no guide: 0 */
	int64_t score;
};

/*
 * Reads an instance; `name` is what errors call the file. CH_DATA names the line and says what is wrong with it, or
 * what is missing at the end; CH_IO. *instance ends with ch_match_instance_free(), NULL after an error.
 */
enum ch_status ch_match_instance_read(FILE *file, const char *name, struct ch_match_instance **instance,
				      struct ch_error *err);
void ch_match_instance_free(struct ch_match_instance *instance); /* NULL is allowed */

int64_t ch_match_instance_learners(const struct ch_match_instance *instance);
int64_t ch_match_instance_guides(const struct ch_match_instance *instance);
int64_t ch_match_instance_options(const struct ch_match_instance *instance);

/* Finds the best there is. CH_DATA where a learner who must be matched (no arc to the sink) cannot be. */
enum ch_status ch_match_instance_solve(struct ch_match_instance *instance, struct ch_error *err);

/* Holds the proof against the instance, one pass over the options. CH_INTERNAL where it does not hold. */
enum ch_status ch_match_instance_check(const struct ch_match_instance *instance, struct ch_error *err);

/* What learner node `learner` (from 1) has; after ch_match_instance_solve(). */
struct ch_match_instance_pair ch_match_instance_pair(const struct ch_match_instance *instance, int64_t learner);

/* Writes the proof to `sink`, whose failure ends it and is returned. */
enum ch_status ch_match_instance_prove(const struct ch_match_instance *instance, ch_export_sink *sink, void *context,
				       struct ch_error *err);

#endif
