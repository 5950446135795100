/*
 * Complementary slackness, in one pass over the options; and the stakes that
 * make one number of the three aims.
 */
#include "model/match.h"

#include <stdbool.h>

static int64_t places_of(const struct match_problem *p, size_t guide)
{
	return p->places[guide] > 0 ? p->places[guide] : 0;
}

static enum match_flaw check_learner(const struct match_problem *p, const struct match_solution *s, size_t learner)
{
	int64_t gain = s->gains[learner];
	bool found = s->guide_of[learner] == MATCH_NOBODY;

	if (gain < 0)
		return MATCH_BELOW_NOTHING;
	if (found && gain != 0)
		return MATCH_NOT_WORTH_IT;
	for (size_t i = p->first[learner]; i < p->first[learner + 1]; i++) {
		size_t guide = p->options[i].guide;
		int64_t value = p->stakes[learner] + (int64_t)p->options[i].score - s->prices[guide];
		if (value > gain)
			return MATCH_GAINS_MORE;
		if (guide != s->guide_of[learner])
			continue;
		if (value != gain)
			return MATCH_NOT_WORTH_IT;
		found = true;
	}
	return found ? MATCH_PROVEN : MATCH_NOT_AN_OPTION;
}

static enum match_flaw check_guide(int64_t places, int64_t taken, int64_t price)
{
	if (price < 0)
		return MATCH_BELOW_NOTHING;
	if (taken > places)
		return MATCH_OVERFULL;
	return taken < places && price > 0 ? MATCH_PRICE_OF_FREE : MATCH_PROVEN;
}

enum match_flaw match_check(const struct match_problem *problem, const struct match_solution *solution,
			    struct ch_arena *arena)
{
	int64_t *taken = ch_arena_array(arena, problem->guide_count, sizeof *taken);
	enum match_flaw flaw = MATCH_PROVEN;

	for (size_t i = 0; flaw == MATCH_PROVEN && i < problem->learner_count; i++) {
		flaw = check_learner(problem, solution, i);
		if (flaw == MATCH_PROVEN && solution->guide_of[i] != MATCH_NOBODY)
			taken[solution->guide_of[i]]++;
	}
	for (size_t i = 0; flaw == MATCH_PROVEN && i < problem->guide_count; i++)
		flaw = check_guide(places_of(problem, i), taken[i], solution->prices[i]);
	return flaw;
}

void match_stakes(const struct match_problem *problem, const uint8_t *weights, int64_t *stakes)
{
	int64_t learners = (int64_t)problem->learner_count, top = 0;
	bool weighted = false;

	for (size_t i = 0; i < problem->first[problem->learner_count]; i++)
		if ((int64_t)problem->options[i].score > top)
			top = (int64_t)problem->options[i].score;
	for (size_t i = 0; weights && i < problem->learner_count; i++)
		weighted = weighted || weights[i] > 0;
	for (size_t i = 0; i < problem->learner_count; i++)
		stakes[i] = (top * learners + 1) * (weighted ? MATCH_WEIGHT_MAX * learners + 1 + weights[i] : 1);
}
