#include "chiron/agreement.h"

#include "chiron/part.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/answer.h"
#include "core/fact_day.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

/* Of a spell that began already, as one from a list, the terms begin with it; else today. */
static void draft_from(const struct ch_programme *programme, const struct ch_spell *spell, ch_date today,
		       struct ch_agreement *agreement)
{
	ch_date start = spell->started_on != CH_NO_DATE && spell->started_on < today ? spell->started_on : today;

	ch_record_start(ch_entity_of(CH_AGREEMENT), agreement);
	agreement->interval = programme->interval;
	agreement->usual_day = _("as agreed by the pair");
	agreement->usual_minutes = programme->usual_minutes;
	agreement->usual_place = programme->usual_place;
	agreement->purpose = programme->usual_purpose;
	agreement->starts_on = start;
	agreement->planned_sessions = programme->planned_sessions;
	if (programme->planned_months != CH_UNKNOWN)
		agreement->planned_end_on = ch_date_add(start, (int)programme->planned_months, CH_UNIT_MONTHS);
	if (programme->type == CH_PROGRAMME_OPEN_ENDED)
		agreement->open_ended = CH_YES;
}

enum ch_status ch_agreement_draft(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
				  struct ch_agreement *agreement, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_programme programme;
	struct ch_spell spell;
	struct change reading = {.c = c, .db = c->scheme->db, .arena = CH_ARENA_EMPTY};
	const struct ch_entity *entity = ch_entity_of(CH_AGREEMENT);
	struct ch_agreement saved;

	TRY(may(c, CH_OP_PAIRING_READ, CH_PAIRING, pairing_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PAIRING), pairing_id, arena, &pairing, err));
	enum ch_status status = agreement_of_spell(&reading, pairing.spell_id, &saved, err);
	if (status == CH_OK && saved.agreement_id != 0)
		ch_record_copy(entity, agreement, &saved, arena);
	ch_arena_release(&reading.arena);
	if (status != CH_OK || saved.agreement_id != 0)
		return status;
	TRY(record_get(c->scheme->db, ch_entity_of(CH_PROGRAMME), pairing.programme_id, arena, &programme, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_SPELL), pairing.spell_id, arena, &spell, err));
	draft_from(&programme, &spell, ch_clock_today(&c->clock), agreement);
	agreement->spell_id = pairing.spell_id;
	return CH_OK;
}

enum ch_status ch_agreement_yes_days(struct ch_context *c, int64_t pairing_id, struct ch_yes_days *days,
				     struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;
	bool row = false;

	*days = (struct ch_yes_days){.guide = CH_NO_DATE, .learner = CH_NO_DATE};
	enum ch_status status = ch_pairing_get(c, pairing_id, &arena, &pairing, err);
	ch_arena_release(&arena);
	if (status != CH_OK)
		return status;
	struct stmt *q = stmt_ready(c->scheme->db, SQL_YES_DAYS_OF_SPELL);
	stmt_bind_int(q, "spell_id", pairing.spell_id);
	stmt_bind_int(q, "guide_id", pairing.guide_id);
	stmt_bind_int(q, "learner_id", pairing.learner_id);
	status = stmt_step(q, &row, err);
	if (status == CH_OK) {
		days->guide = stmt_date(q, "guide_on");
		days->learner = stmt_date(q, "learner_on");
		days->guide_how =
			days->guide == CH_NO_DATE ? 0 : ch_choice_find(choices_how, stmt_text(q, "guide_how"));
		days->learner_how =
			days->learner == CH_NO_DATE ? 0 : ch_choice_find(choices_how, stmt_text(q, "learner_how"));
	}
	stmt_reset(q);
	return status;
}

static enum ch_status check_dates(const struct ch_agreement *agreement, struct ch_error *err)
{
	char start[CH_DATE_WORDS_SIZE], end[CH_DATE_WORDS_SIZE];

	if (agreement->starts_on == CH_NO_DATE || agreement->planned_end_on == CH_NO_DATE ||
	    agreement->planned_end_on >= agreement->starts_on)
		return CH_OK;
	ch_fail_field(err, "planned_end_on", _("the planned end, %s, is before the start, %s"),
		      ch_date_words(agreement->planned_end_on, CH_NO_DATE, end),
		      ch_date_words(agreement->starts_on, CH_NO_DATE, start));
	return ch_error_fix(err, _("give an end after the start, or a number of sessions instead"));
}

static enum ch_status record_yes(struct change *change, const struct pairing_view *view, int64_t person_id,
				 enum ch_question question, const struct ch_agreed *agreed, struct ch_error *err)
{
	struct ch_answer answer;
	int how = agreed->how;

	TRY(answer_yes_how(change, view->pairing.guide_id, person_id, &how, err));
	ch_record_start(ch_entity_of(CH_ANSWER), &answer);
	answer.subject = CH_ABOUT_SPELL;
	answer.subject_id = view->spell.spell_id;
	answer.person_id = person_id;
	answer.question = (int)question;
	answer.value = "yes";
	answer.answered_on = agreed->on == CH_NO_DATE ? change->today : agreed->on;
	if (how != CH_NO_HOW)
		answer.how = how;
	return answer_insert(change, &answer, err);
}

/* That a coordinator reads the wording of actions is for the two to say, both of them (R58). */
static enum ch_status record_sharing(struct change *change, const struct pairing_view *view,
				     const struct ch_agreed *agreed, struct ch_error *err)
{
	if (agreed == NULL || !agreed->guide || !agreed->learner) {
		ch_fail_rule(err, "R58",
			     _("only the two of the pair, both of them, can let the coordinator read their actions"));
		return ch_error_fix(err, _("ask both, and record it with each one's yes" CH_WAY
						 ": --agreed-by both --how ..." CH_KEY));
	}
	TRY(record_yes(change, view, view->pairing.guide_id, CH_ASK_SHARES_ACTIONS, agreed, err));
	return record_yes(change, view, view->pairing.learner_id, CH_ASK_SHARES_ACTIONS, agreed, err);
}

/* The objective that it serves is one of its own programme. */
static enum ch_status check_objective(struct change *change, const struct ch_pairing *pairing,
				      const struct ch_agreement *agreement, struct ch_error *err)
{
	struct ch_objective objective;

	if (agreement->objective_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_OBJECTIVE, agreement->objective_id, &objective, err));
	if (objective.programme_id == pairing->programme_id)
		return CH_OK;
	ch_fail_field(err, "objective_id", _("that objective is of another programme: %s"), objective.name);
	return ch_error_fix(err, _("choose one of this programme: `chiron objective list --programme %lld`"),
			    (long long)pairing->programme_id);
}

/* A later end, or more sessions, than was agreed when it had begun. */
static bool is_extended(const struct pairing_view *view, const struct ch_agreement *agreement)
{
	const struct ch_agreement *before = &view->agreement;
	bool later = before->planned_end_on != CH_NO_DATE && agreement->planned_end_on > before->planned_end_on;
	bool more = before->planned_sessions != CH_UNKNOWN && agreement->planned_sessions > before->planned_sessions;

	return before->agreement_id != 0 && view->spell.started_on != CH_NO_DATE && (later || more);
}

static enum ch_status agree(struct change *change, int64_t pairing_id, struct ch_agreement *agreement,
			    const struct ch_agreed *agreed, struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	TRY(ch_state_live_check(view.pairing.state, CH_OP_PAIRING_AGREE, view.names, err));
	TRY(check_dates(agreement, err));
	if (agreement->aims_shared_on != view.agreement.aims_shared_on)
		TRY(fact_day_check(change, CH_AGREEMENT, "aims_shared_on", agreement->aims_shared_on, err));
	TRY(check_objective(change, &view.pairing, agreement, err));
	bool shares = agreement->share_action_wording == CH_YES && view.agreement.share_action_wording != CH_YES;
	agreement->spell_id = view.spell.spell_id;
	agreement->agreement_id = view.agreement.agreement_id;
	agreement->extensions =
		view.agreement.agreement_id == 0 || view.agreement.extensions == CH_UNKNOWN ? 0
											    : view.agreement.extensions;
	if (is_extended(&view, agreement))
		agreement->extensions++;
	if (agreement->agreement_id == 0) {
		agreement->row_version = 0;
		TRY(change_insert(change, CH_AGREEMENT, agreement, err));
	} else {
		TRY(change_update(change, CH_AGREEMENT, agreement, err));
	}
	if (shares)
		TRY(record_sharing(change, &view, agreed, err));
	if (agreed != NULL && agreed->guide)
		TRY(record_yes(change, &view, view.pairing.guide_id, CH_ASK_KNOWS_PURPOSE, agreed, err));
	if (agreed != NULL && agreed->learner)
		TRY(record_yes(change, &view, view.pairing.learner_id, CH_ASK_KNOWS_PURPOSE, agreed, err));
	view.agreement = *agreement;
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_pairing_agree(struct ch_context *c, int64_t pairing_id, struct ch_agreement *agreement,
				const struct ch_agreed *agreed, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_AGREE, CH_PAIRING, pairing_id, err));
	return change_end(&change, agree(&change, pairing_id, agreement, agreed, err), err);
}
