#include "core/manager.h"

#include "chiron/manager_feedback.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/consent.h"
#include "core/may.h"
#include "core/check/override.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

enum ch_status manager_barred(struct change *change, const struct pairing_view *view, const char *what,
			      struct ch_error *err)
{
	bool excused;

	if (view->pairing.kind != CH_KIND_MENTORING || view->pairing.state == CH_PAIRING_CLOSED)
		return CH_OK;
	TRY(override_excuses(change, "R61", "manager-in-mentoring", view->pairing.pairing_id,
			     view->pairing.programme_id, &excused, err));
	if (excused)
		return CH_OK;
	ch_fail_rule(err, "R61", _("%s are mentor and mentee: there is no %s while they are paired"), view->names,
		     what);
	ch_error_overridable(err, "R61");
	return ch_error_fix(err, _("leave it out; the manager may recommend before a match is made"));
}

static enum ch_status add(struct change *change, struct ch_manager_feedback *feedback, const char *words,
			  struct ch_error *err)
{
	struct pairing_view view;
	struct ch_person learner;

	TRY(pairing_view_get(change, feedback->pairing_id, &view, err));
	TRY(manager_barred(change, &view, _("feedback of the line manager"), err));
	TRY(change_get(change, CH_PERSON, view.pairing.learner_id, &learner, err));
	if (learner.manager_id != 0 && learner.manager_id == view.pairing.guide_id) {
		ch_fail_rule(err, "R4", _("the line manager is the coach here: nothing is asked of them"));
		return ch_error_fix(err, _("what they see they can say in a session"));
	}
	feedback->manager_feedback_id = 0;
	feedback->row_version = 0;
	feedback->spell_id = view.spell.spell_id;
	feedback->manager_id = learner.manager_id;
	feedback->recorded_by = change->c->actor.person_id;
	if (feedback->given_on == CH_NO_DATE)
		feedback->given_on = change->today;
	TRY(consent_day(change, "given_on", feedback->given_on, CH_NO_DATE, err));
	TRY(change_insert(change, CH_MANAGER_FEEDBACK, feedback, err));
	return pair_text_insert(change, feedback->spell_id, CH_TEXT_MANAGER_FEEDBACK, feedback->manager_feedback_id,
				words, err);
}

enum ch_status ch_manager_feedback_add(struct ch_context *c, struct ch_manager_feedback *feedback, const char *words,
				       struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_MANAGER_FEEDBACK_ADD, CH_MANAGER_FEEDBACK, 0, CH_PAIRING,
			    feedback->pairing_id, err));
	return change_end(&change, add(&change, feedback, words, err), err);
}

enum ch_status ch_manager_feedback_get(struct ch_context *c, int64_t manager_feedback_id, struct ch_arena *arena,
				       struct ch_manager_feedback *feedback, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_MANAGER_FEEDBACK);

	TRY(may(c, CH_OP_MANAGER_FEEDBACK_READ, CH_MANAGER_FEEDBACK, manager_feedback_id, err));
	TRY(record_get(c->scheme->db, entity, manager_feedback_id, arena, feedback, err));
	may_redact(c, entity, feedback, true);
	return CH_OK;
}
