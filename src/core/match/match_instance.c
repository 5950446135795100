#include "chiron/match_instance.h"

#include <stdlib.h>

#include "core/match/match_file.h"

struct ch_match_instance {
	struct match_file_problem file;
	struct match_solution solution;
	struct ch_arena arena; /* the solution's */
};

enum ch_status ch_match_instance_read(FILE *file, const char *name, struct ch_match_instance **instance,
				      struct ch_error *err)
{
	struct match_file_problem problem;

	*instance = NULL;
	if (match_dimacs_read(file, name, &problem, err) != CH_OK)
		return err->status;
	*instance = calloc(1, sizeof **instance);
	if (!*instance)
		ch_abort("out of memory");
	(*instance)->file = problem;
	(*instance)->arena = CH_ARENA_EMPTY;
	return CH_OK;
}

void ch_match_instance_free(struct ch_match_instance *instance)
{
	if (!instance)
		return;
	match_file_release(&instance->file);
	ch_arena_release(&instance->arena);
	free(instance);
}

int64_t ch_match_instance_learners(const struct ch_match_instance *instance)
{
	return (int64_t)instance->file.problem.learner_count;
}

int64_t ch_match_instance_guides(const struct ch_match_instance *instance)
{
	return (int64_t)instance->file.problem.guide_count;
}

int64_t ch_match_instance_options(const struct ch_match_instance *instance)
{
	return (int64_t)instance->file.first[instance->file.problem.learner_count];
}

enum ch_status ch_match_instance_solve(struct ch_match_instance *instance, struct ch_error *err)
{
	const struct match_problem *problem = &instance->file.problem;

	ch_arena_release(&instance->arena);
	match_solve(problem, NULL, &instance->arena, &instance->solution);
	for (size_t i = 0; i < problem->learner_count; i++)
		if (problem->stakes[i] == MATCH_MUST && instance->solution.guide_of[i] == MATCH_NOBODY)
			return ch_fail(err, CH_DATA,
				       _("infeasible: learner node %zu has no arc to the sink, and there is no place "
					 "left for all such learners"),
				       i + 1);
	return CH_OK;
}

enum ch_status ch_match_instance_check(const struct ch_match_instance *instance, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum match_flaw flaw = match_check(&instance->file.problem, &instance->solution, &arena);

	ch_arena_release(&arena);
	if (flaw == MATCH_PROVEN)
		return CH_OK;
	return ch_fail(err, CH_INTERNAL, _("the proof does not hold (flaw %d)"), flaw);
}

struct ch_match_instance_pair ch_match_instance_pair(const struct ch_match_instance *instance, int64_t learner)
{
	const struct match_problem *p = &instance->file.problem;
	size_t l = (size_t)learner - 1, guide = instance->solution.guide_of[l];
	struct ch_match_instance_pair pair = {.learner = learner};

	if (guide == MATCH_NOBODY)
		return pair;
	pair.guide = (int64_t)(p->learner_count + guide + 1);
	for (size_t i = p->first[l]; i < p->first[l + 1]; i++)
		if (p->options[i].guide == guide)
			pair.score = (int64_t)p->options[i].score;
	return pair;
}

enum ch_status ch_match_instance_prove(const struct ch_match_instance *instance, ch_export_sink *sink, void *context,
				       struct ch_error *err)
{
	return match_proof_write(&instance->file.problem, &instance->solution, NULL, sink, context, err);
}
