/*
 * Matching problems and proofs as files. docs/matching.md describes both.
 *
 * Nodes are numbered from 1: the learners, then the guides, then the sink.
 */
#ifndef CORE_MATCH_FILE_H
#define CORE_MATCH_FILE_H

#include "chiron/match_instance.h"
#include "model/match.h"

/* The stake of a learner who must be matched: above all that others can bring together. */
#define MATCH_MUST MATCH_STAKE_MAX
#define MATCH_COST_MOST (MATCH_STAKE_MAX / 2)

/* Whom the nodes stand for; NULL: nobody. */
struct match_file_people {
	const int64_t *learner_ids, *guide_ids;
};

/* A problem as it was read; the arrays are its own, from malloc(). */
struct match_file_problem {
	struct match_problem problem;
	int64_t *places, *stakes; /* stake MATCH_MUST: no arc to the sink */
	size_t *first;
	struct match_option *options;
};

/* As ch_match_instance_read(). On an error nothing is left to release. */
enum ch_status match_dimacs_read(FILE *file, const char *name, struct match_file_problem *problem,
				 struct ch_error *err);
void match_file_release(struct match_file_problem *problem);

enum ch_status match_dimacs_write(const struct match_problem *problem, const struct match_file_people *people,
				  ch_export_sink *sink, void *context, struct ch_error *err);

enum ch_status match_proof_write(const struct match_problem *problem, const struct match_solution *solution,
				 const struct match_file_people *people, ch_export_sink *sink, void *context,
				 struct ch_error *err);

#endif
