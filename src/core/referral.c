/* The one way through a referral; its texts are written beside it, never in it. */
#include "chiron/referral.h"

#include <stdio.h>

#include "chiron/state.h"
#include "chiron/text.h"
#include "core/consent.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"

static enum ch_status raise_it(struct change *change, struct ch_referral *referral, const char *about,
			       struct ch_error *err)
{
	struct pairing_view view;
	struct ch_referral made;

	TRY(pairing_view_get(change, referral->pairing_id, &view, err));
	ch_record_clear(ch_entity_of(CH_REFERRAL), &made);
	made.pairing_id = referral->pairing_id;
	made.spell_id = view.spell.spell_id;
	made.raised_on = referral->raised_on == CH_NO_DATE ? change->today : referral->raised_on;
	TRY(consent_day(change, "raised_on", made.raised_on, view.spell.made_on, err));
	TRY(state_move(CH_REFERRAL, &made.state, CH_OP_REFERRAL_RAISE, view.names, err));
	TRY(change_insert(change, CH_REFERRAL, &made, err));
	*referral = made;
	return pair_text_insert(change, made.spell_id, CH_TEXT_REFERRAL, made.referral_id, about, err);
}

enum ch_status ch_referral_raise(struct ch_context *c, struct ch_referral *referral, const char *about,
				 struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_REFERRAL_RAISE, CH_REFERRAL, 0, CH_PAIRING, referral->pairing_id, err));
	return change_end(&change, raise_it(&change, referral, about, err), err);
}

static enum ch_status move(struct change *change, struct ch_referral *referral, enum ch_operation operation, int to,
			   struct ch_error *err)
{
	char name[60];

	snprintf(name, sizeof name, _("referral %lld"), (long long)referral->referral_id);
	TRY(state_move_to(CH_REFERRAL, &referral->state, operation, to, name, err));
	return change_update(change, CH_REFERRAL, referral, err);
}

static enum ch_status demand_text(struct change *change, const char *text, const char *missing, struct ch_error *err)
{
	if (text != NULL && ch_text_tidy_lines(&change->arena, text) != NULL)
		return CH_OK;
	ch_fail_rule(err, "R62", _("the discussion is not documented: %s is missing"), missing);
	return ch_error_fix(err, _("write it down; only the two of the pair read it. A scheme that keeps no wording "
				   "cannot document it: `chiron scheme set --notes apart`"));
}

static enum ch_status discuss(struct change *change, int64_t referral_id, ch_date on, const char *to_whom,
			      const char *said, struct ch_error *err)
{
	struct ch_referral referral;

	TRY(change_get(change, CH_REFERRAL, referral_id, &referral, err));
	if (!ch_state_allows(CH_REFERRAL, referral.state, CH_OP_REFERRAL_DISCUSS, CH_REFERRAL_IS_DISCUSSED))
		return move(change, &referral, CH_OP_REFERRAL_DISCUSS, CH_REFERRAL_IS_DISCUSSED, err);
	TRY(demand_text(change, to_whom, _("to whom it would go"), err));
	TRY(demand_text(change, said, _("what the mentee or coachee was told, and said,"), err));
	referral.discussed_on = on == CH_NO_DATE ? change->today : on;
	TRY(consent_day(change, "discussed_on", referral.discussed_on, referral.raised_on, err));
	referral.approved = CH_UNSAID;
	referral.answered_on = CH_NO_DATE;
	referral.how = CH_NO_HOW;
	referral.recorded_by = 0;
	TRY(pair_text_insert(change, referral.spell_id, CH_TEXT_REFERRAL_TO, referral_id, to_whom, err));
	TRY(pair_text_insert(change, referral.spell_id, CH_TEXT_DISCUSSION, referral_id, said, err));
	return move(change, &referral, CH_OP_REFERRAL_DISCUSS, CH_REFERRAL_IS_DISCUSSED, err);
}

enum ch_status ch_referral_discuss(struct ch_context *c, int64_t referral_id, ch_date on, const char *to_whom,
				   const char *said, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_REFERRAL_DISCUSS, CH_REFERRAL, referral_id, err));
	return change_end(&change, discuss(&change, referral_id, on, to_whom, said, err), err);
}

static enum ch_status answer(struct change *change, int64_t referral_id, bool approved, int how, ch_date on,
			     struct ch_error *err)
{
	int to = approved ? CH_REFERRAL_IS_APPROVED : CH_REFERRAL_IS_DECLINED;
	struct ch_referral referral;
	struct ch_pairing pairing;

	TRY(change_get(change, CH_REFERRAL, referral_id, &referral, err));
	if (!ch_state_allows(CH_REFERRAL, referral.state, CH_OP_REFERRAL_ANSWER, to))
		return move(change, &referral, CH_OP_REFERRAL_ANSWER, to, err);
	TRY(change_get(change, CH_PAIRING, referral.pairing_id, &pairing, err));
	TRY(consent_how(change, &pairing, &how, err));
	referral.answered_on = on == CH_NO_DATE ? change->today : on;
	TRY(consent_day(change, "answered_on", referral.answered_on, referral.discussed_on, err));
	referral.approved = approved ? CH_YES : CH_NO;
	referral.how = how;
	referral.recorded_by = change->c->actor.person_id;
	return move(change, &referral, CH_OP_REFERRAL_ANSWER, to, err);
}

enum ch_status ch_referral_answer(struct ch_context *c, int64_t referral_id, bool approved, int how, ch_date on,
				  struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_REFERRAL_ANSWER, CH_REFERRAL, referral_id, err));
	return change_end(&change, answer(&change, referral_id, approved, how, on, err), err);
}

enum ch_status ch_referral_forward(struct ch_context *c, int64_t referral_id, struct ch_error *err)
{
	struct ch_referral referral;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_REFERRAL_FORWARD, CH_REFERRAL, referral_id, err));
	enum ch_status status = change_get(&change, CH_REFERRAL, referral_id, &referral, err);
	if (status == CH_OK) {
		referral.forwarded_on = change.today;
		status = move(&change, &referral, CH_OP_REFERRAL_FORWARD, CH_REFERRAL_IS_FORWARDED, err);
	}
	return change_end(&change, status, err);
}

enum ch_status ch_referral_close(struct ch_context *c, int64_t referral_id, struct ch_error *err)
{
	struct ch_referral referral;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_REFERRAL_CLOSE, CH_REFERRAL, referral_id, err));
	enum ch_status status = change_get(&change, CH_REFERRAL, referral_id, &referral, err);
	if (status == CH_OK) {
		referral.closed_on = change.today;
		status = move(&change, &referral, CH_OP_REFERRAL_CLOSE, CH_REFERRAL_IS_CLOSED, err);
	}
	return change_end(&change, status, err);
}

enum ch_status ch_referral_get(struct ch_context *c, int64_t referral_id, struct ch_arena *arena,
			       struct ch_referral *referral, struct ch_error *err)
{
	TRY(may(c, CH_OP_REFERRAL_READ, CH_REFERRAL, referral_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_REFERRAL), referral_id, arena, referral, err);
}
