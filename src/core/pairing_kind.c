/* Coaching becomes mentoring, or the other way round (R26). */
#include "chiron/pairing.h"

#include "chiron/enrolment.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/enrolment.h"
#include "core/pairing.h"

static enum ch_status refuse_same(const struct pairing_view *view, const struct ch_programme *to,
				  struct ch_error *err)
{
	const struct ch_choice *kinds = ch_field_named(ch_entity_of(CH_PROGRAMME), "kind")->choices;

	if (to->kind != view->pairing.kind)
		return CH_OK;
	ch_fail_rule(err, "R26", _("%s is a programme of %s, which the pairing is already"), to->name,
		     _(kinds[to->kind].label));
	return ch_error_fix(err, _("choose a programme of the other kind"));
}

static enum ch_status change_kind(struct change *change, int64_t pairing_id, int64_t programme_id,
				  struct ch_error *err)
{
	struct ch_programme programme;
	struct pairing_view view;

	TRY(pairing_view_get(change, pairing_id, &view, err));
	TRY(ch_state_live_check(view.pairing.state, CH_OP_PAIRING_CHANGE, view.names, err));
	TRY(change_get(change, CH_PROGRAMME, programme_id, &programme, err));
	TRY(refuse_same(&view, &programme, err));
	struct ch_pairing was = view.pairing;
	TRY(pairing_place(change, &programme, CH_ENROLMENT_READY, &view.pairing, err));
	/* What served an objective of the one programme serves none of the other. */
	if (view.agreement.agreement_id != 0 && view.agreement.objective_id != 0) {
		view.agreement.objective_id = 0;
		TRY(change_update(change, CH_AGREEMENT, &view.agreement, err));
	}
	TRY(change_update(change, CH_PAIRING, &view.pairing, err));
	TRY(enrolment_end_learner(change, &was, CH_ENROLMENT_COMPLETED, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_pairing_change_kind(struct ch_context *c, int64_t pairing_id, int64_t programme_id,
				      struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_CHANGE, CH_PAIRING, pairing_id, err));
	return change_end(&change, change_kind(&change, pairing_id, programme_id, err), err);
}
