/*
 * What becomes of proposals: accepted by one side or both, approved by the
 * matching committee (R17), declined with a reason. One or several at once.
 */
#ifndef TUI_PROPOSAL_MOVES_H
#define TUI_PROPOSAL_MOVES_H

#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"

/* Proposals of one programme, chosen in a list that stays open below; nothing is marked in it afterwards. */
struct proposals_chosen {
	struct list *list;
	const int64_t *ids;
	size_t count;
	bool marked; /* they were marked; else it is the focused one */
	int64_t programme_id;
	int kind; /* of the programme */
};

/*
 * Asks who accepts, both or one side, or whether all of the programme are accepted by both, and does it one by one, so
 * that a pair that is refused now stays proposed and the others are made. Of several those that share nothing (0 of
 * `most` points) are told and left out unless asked for; learners who have not been found ready are asked about.
 */
void proposals_accept(struct app *app, const struct proposals_chosen *chosen, int64_t most);

/* One of the two accepts for themself: the one proposal chosen. */
void proposals_accept_own(struct app *app, const struct proposals_chosen *chosen);

/* All of them or none, after a form that asks for what is needed; one of the two is not asked who declines. */
void proposals_decline(struct app *app, const struct proposals_chosen *chosen);
void proposals_approve(struct app *app, const struct proposals_chosen *chosen);

/* The form that names a member of a programme's matching committee, and opening it. */
extern const struct record_form_spec committee_member_form;
void proposals_add_member(struct app *app, int64_t programme_id);

/* "Mair Lewis with Ivo Haddad", and what is lacking of the required checks; of a row in a list of proposals. */
void proposals_row_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out);

/* "mentor", "coachee" */
const char *proposals_side_word(int kind, bool guide);

#endif
