/*
 * The life of one proposal: made by hand, approved, accepted, declined.
 * Proposals for a whole programme are made in match.c.
 */
#include "core/proposal.h"

#include <stdio.h>

#include "chiron/person.h"
#include "core/match.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"

enum { OPEN_DAYS = 21 };

/* A proposal as its changes need it. */
struct proposal_view {
	struct ch_proposal proposal;
	struct ch_person guide, learner;
	char name[240]; /* "the proposal of Alison Abbott and Catrin Oldroyd" */
};

static bool is_open(const struct ch_proposal *proposal)
{
	return proposal->state == CH_PROPOSAL_DRAFTED || proposal->state == CH_PROPOSAL_APPROVED;
}

bool proposal_is_past(const struct ch_proposal *proposal, ch_date today)
{
	return is_open(proposal) && proposal->expires_on != CH_NO_DATE && proposal->expires_on < today;
}

enum ch_status proposal_insert(struct change *change, struct ch_proposal *proposal, struct ch_error *err)
{
	char day[16];

	proposal->proposal_id = 0;
	proposal->row_version = 0;
	proposal->state = CH_PROPOSAL_DRAFTED;
	proposal->proposed_on = change->today;
	proposal->declined_by = CH_NO_INITIATOR;
	proposal->decline_reason = CH_NO_DECLINE_REASON;
	proposal->decided_on = CH_NO_DATE;
	proposal->pairing_id = 0;
	if (proposal->expires_on == CH_NO_DATE)
		proposal->expires_on = ch_date_add(change->today, OPEN_DAYS, CH_UNIT_DAYS);
	if (!proposal_is_past(proposal, change->today))
		return change_insert(change, CH_PROPOSAL, proposal, err);
	ch_fail_field(err, "expires_on", _("the proposal would have expired on %s already"),
		      ch_date_show(proposal->expires_on, change->today, day));
	return ch_error_fix(err, _("give today or a later day, or leave it blank for %d days"), OPEN_DAYS);
}

/* ---- By hand ------------------------------------------------------------------ */

static enum ch_status refuse_left(const struct ch_person *person, ch_date today, struct ch_error *err)
{
	char day[16];

	if (person->left_on == CH_NO_DATE || person->left_on > today)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s left on %s"), person->name, ch_date_show(person->left_on, today, day));
	return ch_error_fix(err, _("choose somebody else, or correct the day if this is wrong"));
}

static enum ch_status refuse_languages(const struct match_person *guide, const struct match_person *learner,
				       struct ch_arena *arena, struct ch_error *err)
{
	if (match_share_language(guide, learner))
		return CH_OK;
	ch_fail_field(err, "languages", _("no language in common: %s speaks %s, %s speaks %s"), guide->name,
		      pair_terms_common(&guide->languages, &learner->languages, false, arena), learner->name,
		      pair_terms_common(&learner->languages, &guide->languages, false, arena));
	return ch_error_fix(err, _("add the language that they share to either of them, or choose somebody else"));
}

/* Score and reasons as matching has them. R1, R2 and R13 are asked of the saved row, by the gates of proposal.make. */
static enum ch_status evaluate(struct change *change, struct ch_proposal *proposal, struct ch_error *err)
{
	struct match_ground ground;
	struct match_person guide, learner;

	TRY(match_ground_load(&ground, change->db, proposal->programme_id, change->today, &change->arena, err));
	ground.drafts = true;
	TRY(match_guide_load(&ground, proposal->guide_id, &guide, err));
	TRY(match_learner_load(&ground, proposal->learner_id, &learner, err));
	TRY(refuse_languages(&guide, &learner, &change->arena, err));
	proposal->score = pair_score(&learner.seeks, &guide.offers);
	proposal->reasons = match_reasons(&guide, &learner, guide.places.left - 1, &change->arena);
	return CH_OK;
}

static enum ch_status add(struct change *change, struct ch_proposal *proposal, struct ch_error *err)
{
	struct ch_person guide, learner;

	TRY(change_get(change, CH_PERSON, proposal->guide_id, &guide, err));
	TRY(change_get(change, CH_PERSON, proposal->learner_id, &learner, err));
	TRY(refuse_left(&guide, change->today, err));
	TRY(refuse_left(&learner, change->today, err));
	TRY(evaluate(change, proposal, err));
	return proposal_insert(change, proposal, err);
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

enum ch_status ch_proposal_get(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena,
			       struct ch_proposal *proposal, struct ch_error *err)
{
	TRY(may(c, CH_OP_PROPOSAL_READ, CH_PROPOSAL, proposal_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_PROPOSAL), proposal_id, arena, proposal, err);
}

/* ---- Decisions ---------------------------------------------------------------- */

static enum ch_status get_view(struct change *change, int64_t proposal_id, struct proposal_view *view,
			       struct ch_error *err)
{
	TRY(change_get(change, CH_PROPOSAL, proposal_id, &view->proposal, err));
	TRY(change_get(change, CH_PERSON, view->proposal.guide_id, &view->guide, err));
	TRY(change_get(change, CH_PERSON, view->proposal.learner_id, &view->learner, err));
	snprintf(view->name, sizeof view->name, _("the proposal of %.90s and %.90s"), view->guide.name,
		 view->learner.name);
	return CH_OK;
}

static enum ch_status refuse_past(const struct proposal_view *view, ch_date today, struct ch_error *err)
{
	char day[16];

	if (view->proposal.state != CH_PROPOSAL_EXPIRED && !proposal_is_past(&view->proposal, today))
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s expired on %s"), view->name, ch_date_show(view->proposal.expires_on, today, day));
	return ch_error_fix(err, _("propose the two again, with `chiron match` or `chiron proposal add`"));
}

static enum ch_status refuse_accepted(const struct proposal_view *view, struct ch_error *err)
{
	if (view->proposal.state != CH_PROPOSAL_ACCEPTED)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s was accepted already and became pairing %lld"), view->name,
		(long long)view->proposal.pairing_id);
	return ch_error_fix(err, _("nothing is left to decide; see `chiron pairing show %lld`"),
			    (long long)view->proposal.pairing_id);
}

static enum ch_status approve(struct change *change, int64_t proposal_id, struct ch_error *err)
{
	struct proposal_view view;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(refuse_accepted(&view, err));
	TRY(refuse_past(&view, change->today, err));
	TRY(state_move(CH_PROPOSAL, &view.proposal.state, CH_OP_PROPOSAL_APPROVE, view.name, err));
	return change_update(change, CH_PROPOSAL, &view.proposal, err);
}

enum ch_status ch_proposal_approve(struct ch_context *c, int64_t proposal_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PROPOSAL_APPROVE, CH_PROPOSAL, proposal_id, err));
	return change_end(&change, approve(&change, proposal_id, err), err);
}

/* A change inside the other, so that the gates of making a pairing judge it. The proposal takes no place by then. */
static enum ch_status make_pairing(struct ch_context *c, const struct ch_proposal *proposal, int64_t *pairing_id,
				   struct ch_error *err)
{
	struct ch_pairing pairing;
	struct change change;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = proposal->programme_id;
	pairing.guide_id = proposal->guide_id;
	pairing.learner_id = proposal->learner_id;
	pairing.proposal_id = proposal->proposal_id;
	TRY(change_begin(&change, c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	TRY(change_end(&change, pairing_make(&change, &pairing, err), err));
	*pairing_id = pairing.pairing_id;
	return CH_OK;
}

static enum ch_status accept(struct change *change, int64_t proposal_id, int64_t *pairing_id, struct ch_error *err)
{
	struct proposal_view view;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(refuse_accepted(&view, err));
	TRY(refuse_past(&view, change->today, err));
	TRY(refuse_left(&view.guide, change->today, err));
	TRY(refuse_left(&view.learner, change->today, err));
	TRY(state_move(CH_PROPOSAL, &view.proposal.state, CH_OP_PROPOSAL_ACCEPT, view.name, err));
	view.proposal.decided_on = change->today;
	TRY(change_update(change, CH_PROPOSAL, &view.proposal, err));
	TRY(make_pairing(change->c, &view.proposal, pairing_id, err));
	view.proposal.pairing_id = *pairing_id;
	return change_update(change, CH_PROPOSAL, &view.proposal, err);
}

enum ch_status ch_proposal_accept(struct ch_context *c, int64_t proposal_id, int64_t *pairing_id, struct ch_error *err)
{
	struct change change;

	*pairing_id = 0;
	TRY(change_begin(&change, c, CH_OP_PROPOSAL_ACCEPT, CH_PROPOSAL, proposal_id, err));
	enum ch_status status = change_end(&change, accept(&change, proposal_id, pairing_id, err), err);
	if (status != CH_OK)
		*pairing_id = 0;
	return status;
}

static enum ch_status demand(int given, const char *key, struct ch_error *err)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_PROPOSAL), key);
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	if (given != 0)
		return CH_OK;
	ch_choice_list(field->choices, &allowed);
	ch_fail_field(err, key, _("%s is not said"), _(field->label));
	ch_error_fix(err, _("give one of %s"), allowed.text);
	ch_buffer_release(&allowed);
	return err->status;
}

static enum ch_status decline(struct change *change, int64_t proposal_id, enum ch_initiator by,
			      enum ch_decline_reason reason, struct ch_error *err)
{
	struct proposal_view view;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(refuse_accepted(&view, err));
	TRY(demand((int)by, "declined_by", err));
	TRY(demand((int)reason, "decline_reason", err));
	TRY(state_move(CH_PROPOSAL, &view.proposal.state, CH_OP_PROPOSAL_DECLINE, view.name, err));
	view.proposal.declined_by = (int)by;
	view.proposal.decline_reason = (int)reason;
	view.proposal.decided_on = change->today;
	return change_update(change, CH_PROPOSAL, &view.proposal, err);
}

enum ch_status ch_proposal_decline(struct ch_context *c, int64_t proposal_id, enum ch_initiator by,
				   enum ch_decline_reason reason, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PROPOSAL_DECLINE, CH_PROPOSAL, proposal_id, err));
	return change_end(&change, decline(&change, proposal_id, by, reason, err), err);
}
