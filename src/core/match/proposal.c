/*
 * The life of one proposal: approved, accepted, declined. Proposals are made
 * for a whole programme in match.c, and by hand in proposal_hand.c.
 */
#include "core/match/proposal.h"

#include <stdio.h>

#include "chiron/person.h"
#include "core/check/override.h"
#include "core/id_list.h"
#include "core/leave.h"
#include "core/match/match.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

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
	char day[CH_DATE_WORDS_SIZE];

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
		      ch_date_words(proposal->expires_on, change->today, day));
	return ch_error_fix(err, _("give today or a later day, or leave it blank for %d days"), days);
}

/* What is true of today: before the reasons it was made for what stops acceptance, behind them the places left. */
static enum ch_status add_today(struct ch_context *c, struct ch_proposal *proposal, struct ch_arena *arena,
				struct ch_error *err)
{
	struct ch_matching m = {.c = c, .arena = CH_ARENA_EMPTY, .today = ch_clock_today(&c->clock)};
	enum ch_status status = match_read_two(&m, proposal->programme_id, proposal->guide_id, proposal->learner_id,
					       err);
	const char *kept = proposal->reasons != NULL ? proposal->reasons : "", *before, *behind;
	struct ch_match_reason *reasons;
	size_t count, first;

	if (status == CH_OK) {
		reasons = match_reasons_today(&m, 0, 0, m.guides.people[0].places.left, arena, &count);
		first = match_reasons_first(reasons, count);
		before = match_reason_lines(reasons, first, &m.arena);
		behind = match_reason_lines(reasons + first, count - first, &m.arena);
		proposal->reasons = ch_arena_printf(arena, "%s%s%s%s%s", before,
						    *before != '\0' && *kept != '\0' ? "\n" : "", kept,
						    *behind != '\0' && (*before != '\0' || *kept != '\0') ? "\n" : "",
						    behind);
	}
	ch_arena_release(&m.arena);
	return status;
}

static enum ch_status add_committee(struct ch_context *c, struct ch_proposal *proposal, struct ch_arena *arena,
				    struct ch_error *err)
{
	const char *told, *reasons = proposal->reasons;

	TRY(approval_tell(c->scheme->db, proposal->proposal_id, ch_clock_today(&c->clock), arena, &told, err));
	if (told != NULL)
		proposal->reasons = ch_arena_printf(arena, "%s%s%s", reasons != NULL ? reasons : "",
						    reasons != NULL ? "\n" : "", told);
	return CH_OK;
}

enum ch_status ch_proposal_get(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena,
			       struct ch_proposal *proposal, struct ch_error *err)
{
	int64_t me = c->actor.person_id;

	TRY(may(c, CH_OP_PROPOSAL_READ, CH_PROPOSAL, proposal_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PROPOSAL), proposal_id, arena, proposal, err));
	if (me == proposal->guide_id || me == proposal->learner_id) {
		may_redact(c, ch_entity_of(CH_PROPOSAL), proposal, true);
		return CH_OK;
	}
	if (is_open(proposal))
		TRY(add_today(c, proposal, arena, err));
	return add_committee(c, proposal, arena, err);
}

enum ch_status ch_proposal_names(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena, const char **guide,
				 const char **learner, struct ch_error *err)
{
	struct ch_proposal proposal;
	struct ch_person person;

	TRY(ch_proposal_get(c, proposal_id, arena, &proposal, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PERSON), proposal.guide_id, arena, &person, err));
	*guide = person.name;
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PERSON), proposal.learner_id, arena, &person, err));
	*learner = person.name;
	return CH_OK;
}

/* "Ann Lee declined this pair on Thu 12 Nov: no time" */
static const char *declined_words(struct stmt *q, const char *guide, const char *learner, ch_date today,
				  struct ch_arena *arena)
{
	int by = ch_choice_find(choices_initiator, stmt_text(q, "declined_by"));
	int reason = ch_choice_find(choices_decline_reason, stmt_text(q, "decline_reason"));
	const char *who = by == CH_BY_GUIDE	? guide
			  : by == CH_BY_LEARNER ? learner
			  : by == CH_BY_BOTH	? _("both of them")
						: _("the coordinator");
	char day[CH_DATE_WORDS_SIZE];

	return ch_arena_printf(arena, _("this pair was declined before, by %s on %s: %s"), who,
			       ch_date_words(stmt_date(q, "decided_on"), today, day),
			       reason > 0 ? _(choices_decline_reason[reason].label) : _("no reason is known"));
}

enum ch_status ch_proposal_declined(struct ch_context *c, int64_t guide_id, int64_t learner_id,
				    struct ch_arena *arena, const char **text, struct ch_error *err)
{
	struct db *db = c->scheme->db;
	struct ch_person guide, learner;
	bool row = false;

	*text = NULL;
	TRY(may(c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	TRY(record_get(db, ch_entity_of(CH_PERSON), guide_id, arena, &guide, err));
	TRY(record_get(db, ch_entity_of(CH_PERSON), learner_id, arena, &learner, err));
	struct stmt *q = stmt_ready(db, SQL_PROPOSAL_DECLINED);
	stmt_bind_int(q, "guide_id", guide_id);
	stmt_bind_int(q, "learner_id", learner_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*text = declined_words(q, guide.name, learner.name, ch_clock_today(&c->clock), arena);
	stmt_reset(q);
	return status;
}

static enum ch_status supersede(struct change *change, int64_t proposal_id, enum ch_operation operation,
				struct ch_error *err)
{
	struct ch_proposal proposal;

	TRY(change_get(change, CH_PROPOSAL, proposal_id, &proposal, err));
	TRY(state_move(CH_PROPOSAL, &proposal.state, operation, _("the proposal"), err));
	return change_update(change, CH_PROPOSAL, &proposal, err);
}

enum ch_status proposal_supersede(struct change *change, int64_t programme_id, int64_t guide_id, int64_t learner_id,
				  enum ch_operation operation, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_OPEN_PROPOSALS_OF_PART);

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_int(q, "guide_id", guide_id);
	stmt_bind_int(q, "learner_id", learner_id);
	enum ch_status status = id_list_read(&ids, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = supersede(change, ids.ids[i], operation, err);
	id_list_release(&ids);
	return status;
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
	char day[CH_DATE_WORDS_SIZE];

	if (view->proposal.state != CH_PROPOSAL_EXPIRED && !proposal_is_past(&view->proposal, today))
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s expired on %s: nobody answers it now, because what the two are free for may have "
				"changed since"),
		view->name, ch_date_words(view->proposal.expires_on, today, day));
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

static enum ch_status refuse_another(const struct ch_context *c, struct ch_error *err)
{
	ch_fail(err, CH_NOT_ALLOWED, _("%s answers for nobody else"), c->actor.name != NULL ? c->actor.name : "");
	return ch_error_fix(err, _("each answers for themself, or the coordinator records what they said"));
}

/* Whom the actor answers for: one of the two for themself alone, the coordinator for whom they name. */
static enum ch_status answers_for(const struct ch_context *c, const struct ch_proposal *proposal,
				  enum ch_initiator *by, struct ch_error *err)
{
	int64_t me = c->actor.person_id;
	enum ch_initiator mine = me == proposal->guide_id     ? CH_BY_GUIDE
				 : me == proposal->learner_id ? CH_BY_LEARNER
							      : CH_NO_INITIATOR;

	if (me == 0)
		return CH_OK;
	if (mine == CH_NO_INITIATOR || (*by != CH_NO_INITIATOR && *by != mine))
		return refuse_another(c, err);
	*by = mine;
	return CH_OK;
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
	TRY(leave_refuse_two(change, view.proposal.guide_id, view.proposal.learner_id, change->today, err));
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
	if (c->actor.person_id != 0 && approval.person_id != c->actor.person_id)
		return change_end(&change, refuse_another(c, err), err);
	return change_end(&change, approve(&change, proposal_id, &approval, err), err);
}

static enum ch_status pair_up(struct change *change, struct ch_proposal *proposal, int state, int64_t *pairing_id,
			      struct ch_error *err)
{
	struct ch_pairing pairing;

	/* First, so that the proposal takes no place besides the pairing's. */
	proposal->state = state;
	proposal->decided_on = change->today;
	TRY(change_update(change, CH_PROPOSAL, proposal, err));
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = proposal->programme_id;
	pairing.guide_id = proposal->guide_id;
	pairing.learner_id = proposal->learner_id;
	pairing.proposal_id = proposal->proposal_id;
	TRY(pairing_make(change, &pairing, err));
	*pairing_id = proposal->pairing_id = pairing.pairing_id;
	return change_update(change, CH_PROPOSAL, proposal, err);
}

/* A change inside the other, so that the gates of making a pairing judge it; a yes of both brings it about. */
static enum ch_status make_pairing(struct change *outer, struct ch_proposal *proposal, int state, int64_t *pairing_id,
				   struct ch_error *err)
{
	struct change change;

	TRY(change_begin_within(&change, outer->c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	enum ch_status status = change_end(&change, pair_up(&change, proposal, state, pairing_id, err), err);
	/* What one of the two says is a fact, whatever the coordinator has still to see to. */
	if (status == CH_DATA && outer->c->actor.person_id != 0) {
		*pairing_id = 0;
		*err = CH_NO_ERROR;
		return CH_OK;
	}
	return status;
}

/* A proposal that its committee has not approved is refused, or approved by a typed reason: *against (R17). */
static enum ch_status refuse_unapproved(struct change *change, struct proposal_view *view, bool *against,
					struct ch_error *err)
{
	struct ch_programme programme;

	*against = false;
	if (view->proposal.state != CH_PROPOSAL_DRAFTED)
		return CH_OK;
	TRY(change_get(change, CH_PROGRAMME, view->proposal.programme_id, &programme, err));
	TRY(approval_check(change, &programme, view->name, against, err));
	return *against ? state_move(CH_PROPOSAL, &view->proposal.state, CH_OP_PROPOSAL_APPROVE, view->name, err)
			: CH_OK;
}

static enum ch_status accept(struct change *change, int64_t proposal_id, enum ch_initiator by, int64_t *pairing_id,
			     struct ch_error *err)
{
	struct proposal_view view;
	struct ch_proposal *proposal = &view.proposal;
	bool against;
	int state;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(answers_for(change->c, proposal, &by, err));
	TRY(refuse_accepted(&view, err));
	TRY(refuse_past(&view, change->today, err));
	TRY(leave_refuse_two(change, view.proposal.guide_id, view.proposal.learner_id, change->today, err));
	state = proposal->state;
	TRY(state_move(CH_PROPOSAL, &state, CH_OP_PROPOSAL_ACCEPT, view.name, err));
	TRY(refuse_unapproved(change, &view, &against, err));
	if (by != CH_BY_LEARNER && proposal->guide_accepted_on == CH_NO_DATE)
		proposal->guide_accepted_on = change->today;
	if (by != CH_BY_GUIDE && proposal->learner_accepted_on == CH_NO_DATE)
		proposal->learner_accepted_on = change->today;
	TRY(change_update(change, CH_PROPOSAL, proposal, err));
	if (proposal->guide_accepted_on != CH_NO_DATE && proposal->learner_accepted_on != CH_NO_DATE)
		TRY(make_pairing(change, proposal, state, pairing_id, err));
	return against ? override_record(change->c, "R17", "unapproved-proposal", *pairing_id,
					 proposal->programme_id, err)
		       : CH_OK;
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
			      enum ch_decline_reason reason, const char *note, struct ch_error *err)
{
	struct proposal_view view;

	TRY(get_view(change, proposal_id, &view, err));
	TRY(answers_for(change->c, &view.proposal, &by, err));
	TRY(refuse_accepted(&view, err));
	TRY(demand((int)by, "declined_by", err));
	TRY(demand((int)reason, "decline_reason", err));
	if (reason == CH_DECLINE_OTHER && (note == NULL || *note == '\0')) {
		ch_fail_field(err, "decline_note", _("the reason is other, and not said in words"));
		return ch_error_fix(err, _("say it in a few words, or choose another reason"));
	}
	TRY(state_move(CH_PROPOSAL, &view.proposal.state, CH_OP_PROPOSAL_DECLINE, view.name, err));
	view.proposal.declined_by = (int)by;
	view.proposal.decline_reason = (int)reason;
	view.proposal.decline_note = note != NULL && *note != '\0' ? note : NULL;
	view.proposal.decided_on = change->today;
	return change_update(change, CH_PROPOSAL, &view.proposal, err);
}

enum ch_status ch_proposal_decline(struct ch_context *c, int64_t proposal_id, enum ch_initiator by,
				   enum ch_decline_reason reason, const char *note, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PROPOSAL_DECLINE, CH_PROPOSAL, proposal_id, err));
	return change_end(&change, decline(&change, proposal_id, by, reason, note, err), err);
}
