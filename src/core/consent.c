#include "core/consent.h"

enum ch_status consent_how(const struct change *change, const struct ch_pairing *pairing, int *how,
			   struct ch_error *err)
{
	if (change->c->actor.person_id == pairing->learner_id) {
		*how = CH_HOW_DESK;
		return CH_OK;
	}
	if (*how != CH_NO_HOW && *how != CH_HOW_DESK)
		return CH_OK;
	ch_fail_field(err, "how", _("it is not said how the mentee or coachee gave this answer"));
	return ch_error_fix(err, _("give form, paper, email or spoken; at their own desk they answer themselves"));
}

enum ch_status consent_day(const struct change *change, const char *key, ch_date on, ch_date after,
			   struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], first[CH_DATE_WORDS_SIZE];

	if (on <= change->today && (after == CH_NO_DATE || on >= after))
		return CH_OK;
	ch_fail_field(err, key, _("%s cannot be the day"), ch_date_words(on, CH_NO_DATE, given));
	if (after == CH_NO_DATE)
		return ch_error_fix(err, _("give today or a day before"));
	return ch_error_fix(err, _("give a day from %s, the step before, to today"),
			    ch_date_words(after, CH_NO_DATE, first));
}
