#include "model/due.h"

#include "chiron/programme.h"

static bool interval_of(const char *text, int *count, enum ch_unit *unit)
{
	struct ch_error ignored = CH_NO_ERROR;

	return text != NULL && ch_interval_parse(text, count, unit, &ignored) == CH_OK;
}

ch_date due_next(const struct ch_pairing *pairing, const struct ch_spell *spell, const char *interval,
		 ch_date last_of_spell)
{
	ch_date met = ch_spell_met_by(spell), last = last_of_spell;
	if (last == CH_NO_DATE || (met != CH_NO_DATE && met > last))
		last = met;
	ch_date from = last != CH_NO_DATE ? last : spell->started_on;
	enum ch_unit unit;
	int count;

	if (pairing->state != CH_PAIRING_ACTIVE || from == CH_NO_DATE || !interval_of(interval, &count, &unit))
		return CH_NO_DATE;
	if (spell->resumed_on != CH_NO_DATE && spell->resumed_on > from)
		from = spell->resumed_on;
	return ch_date_add(from, count, unit);
}

int64_t due_about(const struct ch_spell *spell, const struct ch_agreement *agreement)
{
	enum { MOST = 1000 };
	ch_date start = agreement->starts_on != CH_NO_DATE ? agreement->starts_on : spell->started_on;
	enum ch_unit unit;
	int count;

	if (agreement->planned_sessions != CH_UNKNOWN)
		return agreement->planned_sessions;
	if (start == CH_NO_DATE || agreement->planned_end_on == CH_NO_DATE ||
	    !interval_of(agreement->interval, &count, &unit))
		return 0;
	int64_t about = 0;
	while (about < MOST && ch_date_add(start, count * (int)(about + 1), unit) <= agreement->planned_end_on)
		about++;
	return about;
}

bool session_is_complete(bool held_to_account, const struct ch_session *session, int64_t agreed, int64_t unreviewed)
{
	bool learning = session->learning != CH_NO_LEARNING;
	bool actions = agreed > 0 || session->no_actions == CH_YES;
	bool reviewed = !held_to_account || unreviewed == 0;

	return session->state == CH_SESSION_HELD && learning && actions && reviewed;
}
