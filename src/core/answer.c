#include "core/answer.h"

static enum ch_entity_id subject_entity(int subject)
{
	return subject == CH_ABOUT_ENROLMENT ? CH_ENROLMENT : CH_SPELL;
}

enum ch_status answer_insert(struct change *change, struct ch_answer *answer, struct ch_error *err)
{
	answer->answer_id = 0;
	answer->row_version = 0;
	answer->recorded_by = change->c->actor.person_id;
	answer->recorded_on = change->today;
	if (answer->answered_on > change->today)
		return ch_fail_field(err, "answered_on", _("an answer cannot have been given in the future"));
	return change_insert(change, CH_ANSWER, answer, err);
}

enum ch_status ch_answer_record(struct ch_context *c, struct ch_answer *answer, struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_ANSWER_RECORD, CH_ANSWER, 0, subject_entity(answer->subject),
			    answer->subject_id, err));
	if (answer->answered_on == CH_NO_DATE)
		answer->answered_on = change.today;
	return change_end(&change, answer_insert(&change, answer, err), err);
}
