/* When a pairing's next session is due (R32), and when the record of a session is complete (R42). */
#ifndef MODEL_DUE_H
#define MODEL_DUE_H

#include "chiron/pairing.h"
#include "chiron/session.h"

/*
 * One interval after the last session of the spell; before the first, after
 * the start; after a pause, after the day it resumed where that is later.
 * CH_NO_DATE unless the pairing is active and an interval is agreed.
 */
ch_date due_next(const struct ch_pairing *pairing, const struct ch_spell *spell, const char *interval,
		 ch_date last_of_spell);

/* Sessions to expect in a spell: the number planned, else the intervals from start to planned end; 0: not known. */
int64_t due_about(const struct ch_spell *spell, const struct ch_agreement *agreement);

/*
 * Whether a held session's record is complete (R42, R44, R45): `agreed` actions in it, `unreviewed` earlier ones
 * still open.
 */
bool session_is_complete(bool held_to_account, const struct ch_session *session, int64_t agreed, int64_t unreviewed);

#endif
