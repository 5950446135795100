/* What pairings, sessions and actions share within a change. */
#ifndef CORE_PAIRING_H
#define CORE_PAIRING_H

#include "chiron/action.h"
#include "chiron/pairing.h"
#include "chiron/programme.h"
#include "core/journal/change.h"

/* A pairing as changes need it: with its current spell and, where there is one, that spell's agreement. */
struct pairing_view {
	struct ch_pairing pairing;
	struct ch_spell spell;
	struct ch_agreement agreement; /* agreement_id 0: none yet */
	char names[200];	       /* "Alison Abbott and Catrin Oldroyd" */
};

enum ch_status pairing_view_get(struct change *change, int64_t pairing_id, struct pairing_view *view,
				struct ch_error *err);

/* The agreement of a spell; cleared, with agreement_id 0, where there is none. */
enum ch_status agreement_of_spell(struct change *change, int64_t spell_id, struct ch_agreement *agreement,
				  struct ch_error *err);

/*
 * Brings the kept columns up to date after a change of the pairing's state,
 * agreement, sessions or actions: completeness of its unfinished records,
 * counts, dates, what is due next. Saves view->pairing.
 */
enum ch_status pairing_refresh(struct change *change, struct pairing_view *view, struct ch_error *err);

/* Refused: a day after today, or before the spell was made: what starts, pauses, resumes or ends does so by then. */
enum ch_status pairing_check_day(const struct change *change, const struct pairing_view *view, const char *field_key,
				 ch_date day, struct ch_error *err);

/*
 * Inserts the pairing and its first spell; state and made_on are the caller's,
 * kind and manager_coach follow. No rule is asked.
 */
enum ch_status pairing_insert(struct change *change, const struct ch_programme *programme, struct ch_pairing *pairing,
			      struct ch_error *err);

/*
 * Puts a pairing into a programme: its kind, whether the guide manages the learner, both enrolled in the roles of that
 * kind, the learner in `learner_state` where they were not. Refused where the programme takes no pairings, or one of
 * the two is known to be something else, naming guide_id or learner_id. Saves nothing of the pairing.
 */
enum ch_status pairing_place(struct change *change, const struct ch_programme *programme, int learner_state,
			     struct ch_pairing *pairing, struct ch_error *err);

/* A pairing in contracting with its first spell, within another change (a proposal accepted). */
enum ch_status pairing_make(struct change *change, struct ch_pairing *pairing, struct ch_error *err);

/*
 * The day that a number of sessions so far is of: as given, else as it was for the same number, else `today`; none
 * without a number.
 */
void so_far_settle(struct ch_spell *spell, const struct ch_spell *before, ch_date today);

#endif
