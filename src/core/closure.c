/*
 * Closing a pairing and re-opening it as a new spell.
 */
#include "chiron/session.h"
#include "core/enrolment.h"
#include "core/feedback.h"
#include "core/id_list.h"
#include "core/leave.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "model/choices.h"
#include "store/stmt.h"

static enum ch_status demand(int given, const char *key, struct ch_error *err)
{
	struct ch_buffer allowed = CH_BUFFER_EMPTY;
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_SPELL), key);

	if (given != 0)
		return CH_OK;
	ch_choice_list(field->choices, &allowed);
	ch_fail_field(err, key, _("%s is not said (R69)"), _(field->label));
	ch_error_fix(err, _("give one of %s"), allowed.text);
	ch_buffer_release(&allowed);
	return err->status;
}

/*
 * Whether the two met, as far as the scheme knows: where no session of the programme is on record, a start is taken
 * for it.
 */
static enum ch_status read_met(struct db *db, const struct ch_pairing *pairing, const struct ch_spell *spell, bool *met,
			       struct ch_error *err)
{
	struct stmt *q;
	bool logs = false;

	*met = pairing->sessions_held > 0 || ch_spell_met_by(spell) != CH_NO_DATE;
	if (*met || spell->started_on == CH_NO_DATE)
		return CH_OK;
	q = stmt_ready(db, SQL_PROGRAMME_HAS_SESSIONS);
	stmt_bind_int(q, "programme_id", pairing->programme_id);
	enum ch_status status = stmt_step(q, &logs, err);
	*met = status == CH_OK && logs && stmt_int(q, "has_some") == 0;
	stmt_reset(q);
	return status;
}

/* Two who never met reached no end that was planned, and no goal. */
static enum ch_status refuse_end_reached(const struct pairing_view *view, const struct ch_closure *closure,
					 struct ch_error *err)
{
	if (closure->reason != CH_BECAUSE_PLANNED_END && closure->reason != CH_BECAUSE_GOALS)
		return CH_OK;
	ch_fail_field(err, "closure_reason", _("%s never met as far as is recorded: \"%s\" is no reason of theirs"),
		      view->names, _(ch_field_named(ch_entity_of(CH_SPELL), "closure_reason")
					     ->choices[closure->reason].label));
	return ch_error_fix(err, _("say why nothing came of it: lack of time, lost contact, mutual agreement ...; of "
				   "several, close those that never met by themselves, as never_started"));
}

/* What was made by mistake never was: who met are a pair, whatever they were meant to be. */
static enum ch_status settle_mistake(const struct pairing_view *view, struct ch_closure *closure, struct ch_error *err)
{
	if (view->pairing.sessions_held > 0 || ch_spell_met_by(&view->spell) != CH_NO_DATE) {
		ch_fail_field(err, "closure_reason",
			      _("%s have met, and that counts: \"made by mistake\" is no reason of theirs"),
			      view->names);
		return ch_error_fix(err, _("give the reason it ended for; if the sessions are a mistake, too, take "
					   "them away first: `chiron session remove`, `chiron pairing so-far %lld`"),
				    (long long)view->pairing.pairing_id);
	}
	closure->kind = CH_CLOSURE_NEVER_STARTED;
	if (closure->initiator == CH_NO_INITIATOR)
		closure->initiator = CH_BY_COORDINATOR;
	return CH_OK;
}

/* One that never met is closed as never started, and no other is. */
static enum ch_status settle_kind(struct db *db, const struct pairing_view *view, struct ch_closure *closure,
				  struct ch_error *err)
{
	bool met;

	TRY(read_met(db, &view->pairing, &view->spell, &met, err));
	if (!met && (closure->kind == CH_NO_CLOSURE_KIND || closure->kind_if_met)) {
		closure->kind = CH_CLOSURE_NEVER_STARTED;
		if (closure->reason_if_not != CH_NO_CLOSURE_REASON)
			closure->reason = closure->reason_if_not;
	}
	if (!met && closure->kind != CH_CLOSURE_NEVER_STARTED) {
		ch_fail_field(err, "closure_kind",
			      _("%s never met as far as is recorded, and would count as ended early"), view->names);
		return ch_error_fix(err, _("it is never_started; if they did meet, log that first: "
					   "`chiron log %lld`, or how often: `chiron pairing so-far %lld`"),
				    (long long)view->pairing.pairing_id, (long long)view->pairing.pairing_id);
	}
	if ((view->pairing.sessions_held > 0 || ch_spell_met_by(&view->spell) != CH_NO_DATE) &&
	    closure->kind == CH_CLOSURE_NEVER_STARTED) {
		ch_fail_field(err, "closure_kind", _("%s have met, so the pairing did start"), view->names);
		return ch_error_fix(err, _("close it as completed, as goals attained early or as ended early"));
	}
	return met ? CH_OK : refuse_end_reached(view, closure, err);
}

/* Two who met after it had not ended; one of the two days is wrong. */
static enum ch_status refuse_before_session(const struct pairing_view *view, const struct ch_closure *closure,
					    struct ch_error *err)
{
	char end[CH_DATE_WORDS_SIZE], last[CH_DATE_WORDS_SIZE];
	ch_date met = view->spell.last_met_on;

	if (met == CH_NO_DATE || (view->pairing.last_session_on != CH_NO_DATE && view->pairing.last_session_on > met))
		met = view->pairing.last_session_on;
	if (met == CH_NO_DATE || closure->on >= met)
		return CH_OK;
	ch_fail_field(err, "closed_on", _("%s met on %s, after the end that is given, %s"), view->names,
		      ch_date_words(met, CH_NO_DATE, last),
		      ch_date_words(closure->on, CH_NO_DATE, end));
	return ch_error_fix(err, _("give the day of the last session or a later one, or correct the session"));
}

static enum ch_status check_closure(const struct change *change, const struct pairing_view *view,
				    struct ch_closure *closure, struct ch_error *err)
{
	if (closure->reason == CH_BECAUSE_MISTAKE)
		TRY(settle_mistake(view, closure, err));
	else
		TRY(settle_kind(change->db, view, closure, err));
	TRY(demand(closure->kind, "closure_kind", err));
	TRY(demand(closure->initiator, "closure_initiator", err));
	TRY(demand(closure->reason, "closure_reason", err));
	TRY(pairing_check_day(change, view, "closed_on", closure->on, err));
	return refuse_before_session(view, closure, err);
}

/* What was arranged beyond the end does not take place. */
static enum ch_status cancel_arranged(struct change *change, const struct pairing_view *view,
				      const struct ch_closure *closure, struct ch_error *err)
{
	struct id_list arranged = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_ARRANGED_OF_SPELL);

	stmt_bind_int(q, "spell_id", view->spell.spell_id);
	enum ch_status status = id_list_read(&arranged, q, "session_id", err);
	for (size_t i = 0; status == CH_OK && i < arranged.count; i++) {
		struct ch_session session;
		status = change_get(change, CH_SESSION, arranged.ids[i], &session, err);
		session.state = CH_SESSION_CANCELLED;
		session.cancelled_by = closure->initiator;
		session.cancelled_on = closure->on;
		if (status == CH_OK)
			status = change_update(change, CH_SESSION, &session, err);
	}
	id_list_release(&arranged);
	return status;
}

static enum ch_status close_pairing(struct change *change, struct pairing_view *view, struct ch_closure *closure,
				    struct ch_error *err)
{
	if (ch_pairing_has_ended(view->pairing.state))
		return state_move(CH_PAIRING, &view->pairing.state, CH_OP_PAIRING_CLOSE, view->names, err);
	if (closure->on == CH_NO_DATE)
		closure->on = change->today;
	TRY(check_closure(change, view, closure, err));
	bool met = closure->kind != CH_CLOSURE_NEVER_STARTED;
	TRY(state_move_to(CH_PAIRING, &view->pairing.state, CH_OP_PAIRING_CLOSE,
			  met ? CH_PAIRING_CLOSING : CH_PAIRING_CLOSED, view->names, err));
	TRY(cancel_arranged(change, view, closure, err));
	view->spell.closed_on = closure->on;
	view->spell.closing_on = change->today;
	view->spell.closure_kind = closure->kind;
	view->spell.closure_initiator = closure->initiator;
	view->spell.closure_reason = closure->reason;
	view->spell.closure_note = closure->note != NULL && *closure->note != '\0' ? closure->note : NULL;
	view->spell.rematch = closure->rematch;
	TRY(change_update(change, CH_SPELL, &view->spell, err));
	if (met)
		TRY(feedback_ask(change, view, err));
	bool completed = closure->kind == CH_CLOSURE_COMPLETED || closure->kind == CH_CLOSURE_GOALS_ATTAINED;
	if (completed && closure->rematch != CH_YES)
		TRY(enrolment_end_learner(change, &view->pairing, CH_ENROLMENT_COMPLETED, err));
	if (!completed && closure->rematch == CH_NO)
		TRY(enrolment_end_learner(change, &view->pairing, CH_ENROLMENT_WITHDRAWN, err));
	TRY(pairing_refresh(change, view, err));
	TRY(enrolment_withdraw_gone(change, view->pairing.guide_id, err));
	return enrolment_withdraw_gone(change, view->pairing.learner_id, err);
}

enum ch_status ch_pairing_close(struct ch_context *c, int64_t pairing_id, const struct ch_closure *closure,
				struct ch_error *err)
{
	struct change change;
	struct pairing_view view;
	struct ch_closure given = *closure;

	TRY(change_begin(&change, c, CH_OP_PAIRING_CLOSE, CH_PAIRING, pairing_id, err));
	enum ch_status status = pairing_view_get(&change, pairing_id, &view, err);
	if (status == CH_OK)
		status = close_pairing(&change, &view, &given, err);
	return change_end(&change, status, err);
}

static void doubt_early(const struct ch_agreement *agreement, ch_date on, struct ch_error *doubt)
{
	enum { SOONER_DAYS = 31 };
	char planned[CH_DATE_WORDS_SIZE];

	if (agreement->agreement_id == 0 || agreement->planned_end_on == CH_NO_DATE ||
	    agreement->planned_end_on - on <= SOONER_DAYS)
		return;
	ch_fail_field(doubt, "closure_kind", _("they agreed to go on until %s"),
		      ch_date_words(agreement->planned_end_on, on, planned));
	ch_error_fix(doubt, _("if they stopped before that, choose \"ended early\"; if their goals are attained, "
			      "\"goals attained early\""));
}

enum ch_status ch_pairing_doubt_closure(struct ch_context *c, int64_t pairing_id, const struct ch_closure *closure,
					struct ch_error *doubt, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;
	struct ch_agreement agreement;
	struct ch_spell spell;
	bool planned = closure->kind == CH_CLOSURE_COMPLETED, met;

	*doubt = CH_NO_ERROR;
	enum ch_status status = ch_pairing_get(c, pairing_id, &arena, &pairing, err);
	if (status == CH_OK)
		status = ch_agreement_draft(c, pairing_id, &arena, &agreement, err);
	if (status == CH_OK)
		status = ch_spell_get(c, pairing.spell_id, &arena, &spell, err);
	if (status == CH_OK)
		status = read_met(c->scheme->db, &pairing, &spell, &met, err);
	if (status == CH_OK && (closure->reason == CH_BECAUSE_MISTAKE ||
				(!met && closure->kind != CH_CLOSURE_NEVER_STARTED)))
		planned = false; /* it is refused, or closed as what it is */
	else if (status == CH_OK && pairing.sessions_held == 0 && ch_spell_met_by(&spell) == CH_NO_DATE &&
		 closure->kind != CH_CLOSURE_NEVER_STARTED) {
		ch_fail_field(doubt, "closure_kind", _("no session of theirs is recorded"));
		ch_error_fix(doubt, _("if they never met, it is never_started; if they did, log it first: "
				      "`chiron log`"));
	} else if (status == CH_OK && closure->reason == CH_BECAUSE_OTHER &&
		   (closure->note == NULL || *closure->note == '\0')) {
		ch_fail_field(doubt, "closure_note", _("the reason is other, and not said in words"));
		ch_error_fix(doubt, _("say it in a few words, which only coordinators read"));
	} else if (status == CH_OK && planned) {
		doubt_early(&agreement, closure->on == CH_NO_DATE ? ch_clock_today(&c->clock) : closure->on, doubt);
	}
	ch_arena_release(&arena);
	return status;
}

static enum ch_status misfit_side(struct db *db, int64_t spell_id, int *side, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_MISFIT_OF_SPELL);
	bool row = false;

	stmt_bind_int(q, "spell_id", spell_id);
	enum ch_status status = stmt_step(q, &row, err);
	*side = status == CH_OK && row ? ch_choice_find(choices_side, stmt_text(q, "side")) : 0;
	stmt_reset(q);
	return status;
}

enum ch_status ch_pairing_suggest_closure(struct ch_context *c, int64_t pairing_id, struct ch_closure *closure,
					  struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;
	struct ch_spell spell;
	bool met = true;
	int side = 0;

	*closure = (struct ch_closure){.on = CH_NO_DATE};
	enum ch_status status = ch_pairing_get(c, pairing_id, &arena, &pairing, err);
	if (status == CH_OK)
		status = ch_spell_get(c, pairing.spell_id, &arena, &spell, err);
	if (status == CH_OK)
		status = read_met(c->scheme->db, &pairing, &spell, &met, err);
	if (status == CH_OK && !met)
		closure->kind = CH_CLOSURE_NEVER_STARTED;
	if (status == CH_OK && c->actor.person_id == 0)
		status = misfit_side(c->scheme->db, pairing.spell_id, &side, err);
	if (side != 0) {
		closure->kind = met ? CH_CLOSURE_ENDED_EARLY : CH_CLOSURE_NEVER_STARTED;
		closure->initiator = side == CH_SIDE_GUIDE ? CH_BY_GUIDE : CH_BY_LEARNER;
		closure->reason = CH_BECAUSE_NOT_A_FIT;
	}
	ch_arena_release(&arena);
	return status;
}

/* One time together follows the other: a session is of the one that its day falls in. */
static enum ch_status check_reopening(const struct change *change, const struct pairing_view *view, ch_date on,
				      struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], end[CH_DATE_WORDS_SIZE];

	TRY(pairing_check_day(change, view, "made_on", on, err));
	if (view->spell.closed_on == CH_NO_DATE || on >= view->spell.closed_on)
		return CH_OK;
	ch_fail_field(err, "made_on", _("%s is before the time of %s ended, on %s"),
		      ch_date_words(on, CH_NO_DATE, given), view->names,
		      ch_date_words(view->spell.closed_on, CH_NO_DATE, end));
	return ch_error_fix(err, _("give that day or a later one"));
}

static enum ch_status reopen(struct change *change, struct pairing_view *view, ch_date on, struct ch_error *err)
{
	struct ch_spell spell;

	TRY(state_move(CH_PAIRING, &view->pairing.state, CH_OP_PAIRING_REOPEN, view->names, err));
	if (on != CH_NO_DATE)
		TRY(check_reopening(change, view, on, err));
	TRY(leave_refuse_two(change, view->pairing.guide_id, view->pairing.learner_id,
			     on == CH_NO_DATE ? change->today : on, err));
	TRY(pairing_refresh(change, view, err)); /* so that what is called off next does not close it */
	TRY(feedback_call_off(change, view->spell.spell_id, err));
	TRY(enrolment_resume_learner(change, &view->pairing, view->spell.rematch == CH_NO, err));
	ch_record_clear(ch_entity_of(CH_SPELL), &spell);
	spell.pairing_id = view->pairing.pairing_id;
	spell.number = view->spell.number + 1;
	spell.made_on = on == CH_NO_DATE ? change->today : on;
	TRY(change_insert(change, CH_SPELL, &spell, err));
	view->spell = spell;
	view->pairing.spell_id = spell.spell_id;
	TRY(agreement_of_spell(change, spell.spell_id, &view->agreement, err));
	return pairing_refresh(change, view, err);
}

enum ch_status ch_pairing_reopen(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err)
{
	struct change change;
	struct pairing_view view;

	TRY(change_begin(&change, c, CH_OP_PAIRING_REOPEN, CH_PAIRING, pairing_id, err));
	enum ch_status status = pairing_view_get(&change, pairing_id, &view, err);
	if (status == CH_OK)
		status = reopen(&change, &view, on, err);
	return change_end(&change, status, err);
}
