#include "chiron/checkin.h"

#include "chiron/answer.h"
#include "chiron/feedback.h"
#include "chiron/person.h"
#include "core/may.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "store/record.h"

static enum ch_status record(struct change *change, const struct ch_checkin *checkin, enum ch_feedback_form form,
			     const struct ch_contact_answers *answers, struct ch_error *err)
{
	struct ch_feedback feedback;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = checkin->pairing_id;
	feedback.side = checkin->side;
	feedback.form = form;
	feedback.answered_on = checkin->checkin_on;
	feedback.how = CH_HOW_SPOKEN;
	if (form == CH_FEEDBACK_COMFORT)
		feedback.fit = answers->fit;
	else
		feedback.quality = answers->quality;
	return ch_feedback_record(change->c, &feedback, err);
}

static enum ch_status confirm(struct change *change, int64_t person_id, ch_date on, struct ch_error *err)
{
	struct ch_person person;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	person.confirmed_on = on;
	return change_update(change, CH_PERSON, &person, err);
}

static enum ch_status record_answers(struct change *change, const struct ch_checkin *checkin,
				     const struct ch_pairing *pairing, const struct ch_contact_answers *answers,
				     struct ch_error *err)
{
	if (answers->fit != CH_NO_FIT)
		TRY(record(change, checkin, CH_FEEDBACK_COMFORT, answers, err));
	if (answers->quality != CH_UNKNOWN)
		TRY(record(change, checkin, CH_FEEDBACK_PULSE, answers, err));
	if (!answers->available)
		return CH_OK;
	return confirm(change, checkin->side == CH_SIDE_GUIDE ? pairing->guide_id : pairing->learner_id,
		       checkin->checkin_on, err);
}

static enum ch_status add(struct change *change, struct ch_checkin *checkin, const struct ch_contact_answers *answers,
			  struct ch_error *err)
{
	struct ch_pairing pairing;

	TRY(change_get(change, CH_PAIRING, checkin->pairing_id, &pairing, err));
	checkin->checkin_id = 0;
	checkin->row_version = 0;
	checkin->spell_id = pairing.spell_id;
	if (checkin->checkin_on == CH_NO_DATE)
		checkin->checkin_on = change->today;
	if (checkin->checkin_on > change->today)
		return ch_fail_field(err, "checkin_on", _("a check-in cannot have been made in the future"));
	TRY(change_insert(change, CH_CHECKIN, checkin, err));
	return answers != NULL ? record_answers(change, checkin, &pairing, answers, err) : CH_OK;
}

enum ch_status ch_checkin_add(struct ch_context *c, struct ch_checkin *checkin,
			      const struct ch_contact_answers *answers, struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_CHECKIN_ADD, CH_CHECKIN, 0, CH_PAIRING, checkin->pairing_id, err));
	return change_end(&change, add(&change, checkin, answers, err), err);
}

enum ch_status ch_checkin_get(struct ch_context *c, int64_t checkin_id, struct ch_arena *arena,
			      struct ch_checkin *checkin, struct ch_error *err)
{
	TRY(may(c, CH_OP_CHECKIN_READ, CH_CHECKIN, checkin_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_CHECKIN), checkin_id, arena, checkin, err);
}
