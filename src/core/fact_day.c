#include "core/fact_day.h"

enum ch_status fact_day_check(const struct change *change, enum ch_entity_id entity, const char *key, ch_date day,
			      struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], today[CH_DATE_WORDS_SIZE];

	if (day == CH_NO_DATE || day <= change->today)
		return CH_OK;
	ch_fail_field(err, key, _("%s: %s is in the future (today is %s)"),
		      _(ch_field_named(ch_entity_of(entity), key)->label), ch_date_words(day, CH_NO_DATE, given),
		      ch_date_words(change->today, CH_NO_DATE, today));
	return ch_error_fix(err, _("give today or an earlier day"));
}
