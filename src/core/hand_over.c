/* One pairing ends and another begins on its terms: two changes within one. */
#include "core/hand_over.h"

/* A change inside the other, so that the gates of making a pairing judge it. */
static enum ch_status pair_anew(struct change *change, const struct pairing_view *view, int64_t guide_id,
				struct ch_pairing *made, struct ch_error *err)
{
	struct change inner;

	ch_record_start(ch_entity_of(CH_PAIRING), made);
	made->programme_id = view->pairing.programme_id;
	made->guide_id = guide_id;
	made->learner_id = view->pairing.learner_id;
	TRY(change_begin(&inner, change->c, CH_OP_PAIRING_ADD, CH_PAIRING, 0, err));
	return change_end(&inner, pairing_make(&inner, made, err), err);
}

/* What was agreed with the one before is where the two begin; what each had said themselves is asked anew. */
static enum ch_status agree_anew(struct change *change, const struct pairing_view *view, const struct ch_pairing *made,
				 struct ch_error *err)
{
	struct ch_agreement agreement = view->agreement;

	if (agreement.agreement_id == 0)
		return CH_OK;
	agreement.agreement_id = 0;
	agreement.row_version = 0;
	agreement.spell_id = made->spell_id;
	agreement.starts_on = change->today;
	if (agreement.planned_end_on != CH_NO_DATE && agreement.planned_end_on < agreement.starts_on)
		agreement.planned_end_on = CH_NO_DATE;
	agreement.share_action_wording = CH_NO;
	agreement.conflict_declared = CH_UNSAID;
	agreement.aims_shared_on = CH_NO_DATE;
	agreement.experience = CH_NO_EXPERIENCE;
	return ch_pairing_agree(change->c, made->pairing_id, &agreement, NULL, err);
}

enum ch_status hand_over(struct change *change, const struct pairing_view *view, int64_t guide_id,
			 const struct ch_closure *closure, struct ch_pairing *made, struct ch_error *err)
{
	TRY(ch_pairing_close(change->c, view->pairing.pairing_id, closure, err));
	TRY(pair_anew(change, view, guide_id, made, err));
	return agree_anew(change, view, made, err);
}

static enum ch_status hand_over_one(struct change *change, int64_t pairing_id, int64_t guide_id,
				    const struct ch_closure *given, int64_t *after, struct ch_error *err)
{
	struct ch_closure closure = *given;
	struct pairing_view view;
	struct ch_pairing made;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	if (guide_id == view.pairing.guide_id) {
		ch_fail(err, CH_DATA, _("%s are paired already: that is no hand-over"), view.names);
		return ch_error_fix(err, _("name the mentor or coach who takes it on"));
	}
	if (closure.kind == CH_NO_CLOSURE_KIND) {
		closure.kind = CH_CLOSURE_ENDED_EARLY;
		closure.kind_if_met = true;
	}
	TRY(hand_over(change, &view, guide_id, &closure, &made, err));
	*after = made.pairing_id;
	return CH_OK;
}

enum ch_status ch_pairing_hand_over(struct ch_context *c, int64_t pairing_id, int64_t guide_id,
				    const struct ch_closure *closure, int64_t *pairing_id_after, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_HAND_OVER, CH_PAIRING, pairing_id, err));
	return change_end(&change, hand_over_one(&change, pairing_id, guide_id, closure, pairing_id_after, err), err);
}
