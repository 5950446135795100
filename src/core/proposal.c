/*
 * The life of one proposal: approved, accepted, declined. Proposals are made
 * for a whole programme in match.c, and by hand in proposal_hand.c.
 */
#include "core/proposal.h"

#include <stdio.h>

#include "chiron/person.h"
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

enum ch_status proposal_insert(struct change *change, const struct ch_settings *settings,
			       struct ch_proposal *proposal, struct ch_error *err)
{
	int days = settings->proposal_days == CH_UNKNOWN ? OPEN_DAYS : (int)settings->proposal_days;
	char day[16];

	proposal->proposal_id = 0;
	proposal->row_version = 0;
	proposal->state = CH_PROPOSAL_DRAFTED;
	proposal->proposed_on = change->today;
	proposal->declined_by = CH_NO_INITIATOR;
	proposal->decline_reason = CH_NO_DECLINE_REASON;
	proposal->decided_on = CH_NO_DATE;
	proposal->guide_accepted_on = proposal->learner_accepted_on = CH_NO_DATE;
	proposal->pairing_id = 0;
	if (proposal->expires_on == CH_NO_DATE)
		proposal->expires_on = ch_date_add(change->today, days, CH_UNIT_DAYS);
	if (!proposal_is_past(proposal, change->today))
		return change_insert(change, CH_PROPOSAL, proposal, err);
	ch_fail_field(err, "expires_on", _("the proposal would have expired on %s already"),
		      ch_date_show(proposal->expires_on, change->today, day));
	return ch_error_fix(err, _("give today or a later day, or leave it blank for %d days"), days);
}

enum ch_status proposal_refuse_left(const struct ch_person *person, ch_date today, struct ch_error *err)
{
	char day[16];

	if (person->left_on == CH_NO_DATE || person->left_on > today)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s left on %s"), person->name, ch_date_show(person->left_on, today, day));
	return ch_error_fix(err, _("choose somebody else, or correct the day if this is wrong"));
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

static enum ch_status approve(struct change *change, int64_t proposal_id, struct ch_approval *approval,
			      struct ch_error *err)
{
	struct proposal_view view;
	struct ch_programme programme;
	int state;
	bool enough;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(refuse_accepted(&view, err));
	TRY(refuse_past(&view, change->today, err));
	state = view.proposal.state;
	TRY(state_move(CH_PROPOSAL, &state, CH_OP_PROPOSAL_APPROVE, view.name, err));
	TRY(change_get(change, CH_PROGRAMME, view.proposal.programme_id, &programme, err));
	TRY(approval_add(change, &view.proposal, &programme, view.name, approval, &enough, err));
	if (!enough)
		return CH_OK;
	view.proposal.state = state;
	return change_update(change, CH_PROPOSAL, &view.proposal, err);
}

enum ch_status ch_proposal_approve(struct ch_context *c, int64_t proposal_id, int64_t member_id, ch_date meeting_on,
				   struct ch_error *err)
{
	struct change change;
	struct ch_approval approval;

	TRY(change_begin(&change, c, CH_OP_PROPOSAL_APPROVE, CH_PROPOSAL, proposal_id, err));
	ch_record_clear(ch_entity_of(CH_APPROVAL), &approval);
	approval.proposal_id = proposal_id;
	approval.person_id = member_id == 0 ? c->actor.person_id : member_id;
	approval.meeting_on = meeting_on;
	return change_end(&change, approve(&change, proposal_id, &approval, err), err);
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

static enum ch_status refuse_unapproved(struct change *change, const struct proposal_view *view, struct ch_error *err)
{
	struct ch_programme programme;

	if (view->proposal.state != CH_PROPOSAL_DRAFTED)
		return CH_OK;
	TRY(change_get(change, CH_PROGRAMME, view->proposal.programme_id, &programme, err));
	return approval_check(change, &programme, view->name, err);
}

static enum ch_status accept(struct change *change, int64_t proposal_id, enum ch_initiator by, int64_t *pairing_id,
			     struct ch_error *err)
{
	struct proposal_view view;
	struct ch_proposal *proposal = &view.proposal;
	int state;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(refuse_accepted(&view, err));
	TRY(refuse_past(&view, change->today, err));
	TRY(proposal_refuse_left(&view.guide, change->today, err));
	TRY(proposal_refuse_left(&view.learner, change->today, err));
	state = proposal->state;
	TRY(state_move(CH_PROPOSAL, &state, CH_OP_PROPOSAL_ACCEPT, view.name, err));
	TRY(refuse_unapproved(change, &view, err));
	if (by != CH_BY_LEARNER && proposal->guide_accepted_on == CH_NO_DATE)
		proposal->guide_accepted_on = change->today;
	if (by != CH_BY_GUIDE && proposal->learner_accepted_on == CH_NO_DATE)
		proposal->learner_accepted_on = change->today;
	if (proposal->guide_accepted_on == CH_NO_DATE || proposal->learner_accepted_on == CH_NO_DATE)
		return change_update(change, CH_PROPOSAL, proposal, err);
	proposal->state = state;
	proposal->decided_on = change->today;
	TRY(change_update(change, CH_PROPOSAL, proposal, err));
	TRY(make_pairing(change->c, proposal, pairing_id, err));
	proposal->pairing_id = *pairing_id;
	return change_update(change, CH_PROPOSAL, proposal, err);
}

enum ch_status ch_proposal_accept(struct ch_context *c, int64_t proposal_id, enum ch_initiator by, int64_t *pairing_id,
				  struct ch_error *err)
{
	struct change change;

	*pairing_id = 0;
	TRY(change_begin(&change, c, CH_OP_PROPOSAL_ACCEPT, CH_PROPOSAL, proposal_id, err));
	enum ch_status status = change_end(&change, accept(&change, proposal_id, by, pairing_id, err), err);
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
