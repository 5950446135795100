/* Coaching becomes mentoring, or the other way round (R26). */
#include "chiron/pairing.h"

#include "chiron/enrolment.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "core/enrolment.h"
#include "core/pairing.h"
#include "store/stmt.h"

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

/* The learner waits no longer in the programme that is left, unless another pairing of theirs goes on there. */
static enum ch_status leave_programme(struct change *change, const struct ch_pairing *was, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_OTHER_OF_LEARNER_IN_PROGRAMME);
	struct ch_enrolment enrolment;
	int64_t enrolment_id;
	bool other = false;

	stmt_bind_int(q, "programme_id", was->programme_id);
	stmt_bind_int(q, "learner_id", was->learner_id);
	stmt_bind_int(q, "pairing_id", was->pairing_id);
	enum ch_status status = stmt_step(q, &other, err);
	stmt_reset(q);
	if (status != CH_OK || other)
		return status;
	TRY(enrolment_find(change, was->programme_id, was->learner_id, ch_kind_learner_role(was->kind), &enrolment_id,
			   err));
	if (enrolment_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_ENROLMENT, enrolment_id, &enrolment, err));
	if (enrolment.state != CH_ENROLMENT_READY)
		return CH_OK;
	enrolment.state = CH_ENROLMENT_COMPLETED;
	return change_update(change, CH_ENROLMENT, &enrolment, err);
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
	TRY(leave_programme(change, &was, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_pairing_change_kind(struct ch_context *c, int64_t pairing_id, int64_t programme_id,
				      struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PAIRING_CHANGE, CH_PAIRING, pairing_id, err));
	return change_end(&change, change_kind(&change, pairing_id, programme_id, err), err);
}
