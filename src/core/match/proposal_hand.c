/*
 * One proposal by hand. It has the score and reasons that a run would give it,
 * and says then and there what a run would say against it: a rule, or a better
 * use of the guide's place. R1, R2 and R13 are asked of the saved row, by the
 * gates of proposal.make.
 */
#include "core/leave.h"
#include "core/match/match.h"
#include "core/match/proposal.h"
#include "core/scheme_private.h"

static enum ch_status refuse_languages(const struct match_person *guide, const struct match_person *learner,
				       struct ch_arena *arena, struct ch_error *err)
{
	ch_fail_field(err, "languages", _("no language in common: %s speaks %s, %s speaks %s"), guide->name,
		      pair_terms_common(&guide->side.languages, &learner->side.languages, false, arena), learner->name,
		      pair_terms_common(&learner->side.languages, &guide->side.languages, false, arena));
	return ch_error_fix(err, _("add the language that they share to either of them, or choose somebody else"));
}

/* What the coordinator has said of the two must be taken back first; all else is said, not refused. */
static enum ch_status refuse_obstacle(enum ch_criterion obstacle, const struct match_person *guide,
				      const struct match_person *learner, struct ch_arena *arena, struct ch_error *err)
{
	if (obstacle == CH_CRITERION_LANGUAGE)
		return refuse_languages(guide, learner, arena, err);
	if (obstacle != CH_CRITERION_AVOIDED && obstacle != CH_CRITERION_FORBIDDEN)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s and %s: %s"), guide->name, learner->name, _(ch_criterion_info(obstacle)->label));
	return ch_error_fix(err, _("choose somebody else, or take that back: `chiron pair-rule list`"));
}

/* The proposal's own pair against the best of the whole programme; NULL where it is as good. */
static enum ch_status better_use(struct ch_matching *m, size_t guide, size_t learner, struct ch_arena *arena,
				 const char **text, struct ch_error *err)
{
	struct match_cost cost;

	*text = NULL;
	TRY(ch_matching_solve(m, err));
	cost = match_cost_of(m, learner, guide);
	if (cost.known && (cost.fewer > 0 || cost.loss != 0))
		*text = match_cost_words(&cost, arena);
	return CH_OK;
}

static const char *with_line(const char *reasons, const char *label, const char *text, struct ch_arena *arena)
{
	return text == NULL ? reasons : ch_arena_printf(arena, "%s\n%s: %s", reasons, label, text);
}

static enum ch_status evaluate(struct change *change, struct ch_matching *m, struct ch_proposal *proposal,
			       struct ch_error *err)
{
	int guide_role = ch_kind_guide_role(m->programme.kind), learner_role = ch_kind_learner_role(m->programme.kind);
	struct ch_match_reason *reasons;
	struct match_people alone = {0};
	const char *better = NULL;
	size_t guide = match_number(&m->guides, proposal->guide_id), count;
	size_t learner = match_number(&m->learners, proposal->learner_id);

	if (guide != MATCH_NOBODY && learner != MATCH_NOBODY)
		TRY(better_use(m, guide, learner, &change->arena, &better, err));
	TRY(match_also(m, guide_role, &m->guides, proposal->guide_id, err));
	TRY(match_also(m, learner_role, &m->learners, proposal->learner_id, err));
	guide = match_number(&m->guides, proposal->guide_id);
	learner = match_number(&m->learners, proposal->learner_id);
	/* A run takes the places of drafts, which it replaces; a proposal by hand stands beside them. */
	TRY(match_also(m, guide_role, &alone, proposal->guide_id, err));
	m->guides.people[guide].places = alone.people[0].places;
	enum ch_criterion obstacle = match_obstacle(m, learner, guide, &proposal->score);
	TRY(refuse_obstacle(obstacle, &m->guides.people[guide], &m->learners.people[learner], &change->arena, err));
	match_find_used(m);
	reasons = match_reasons(m, learner, guide, CH_UNKNOWN, &change->arena, &count);
	proposal->reasons = match_reason_kept(reasons, count, &change->arena);
	if (obstacle != CH_NO_CRITERION)
		proposal->reasons = with_line(proposal->reasons, _("Against it"),
					      match_obstacle_words(obstacle, &change->arena), &change->arena);
	proposal->reasons = with_line(proposal->reasons, _("A better use of the place"), better, &change->arena);
	return CH_OK;
}

static enum ch_status add(struct change *change, struct ch_proposal *proposal, struct ch_error *err)
{
	struct ch_matching *m;

	TRY(leave_refuse_two(change, proposal->guide_id, proposal->learner_id, change->today, err));
	TRY(ch_matching_open(change->c, proposal->programme_id, &m, err));
	enum ch_status status = evaluate(change, m, proposal, err);
	if (status == CH_OK)
		status = proposal_insert(change, &m->settings, proposal, err);
	ch_matching_close(m);
	return status;
}

enum ch_status ch_proposal_add(struct ch_context *c, struct ch_proposal *proposal, struct ch_error *err)
{
	struct ch_proposal made = *proposal;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PROPOSAL_MAKE, CH_PROPOSAL, 0, err));
	TRY(change_end(&change, add(&change, &made, err), err));
	*proposal = made;
	proposal->reasons = NULL; /* it lived in the change's arena: ch_proposal_get() gives it */
	return CH_OK;
}
