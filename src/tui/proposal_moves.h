/*
 * What becomes of proposals: made pairs, approved by the matching committee
 * (R17), declined with a reason. One or several at once.
 */
#ifndef TUI_PROPOSAL_MOVES_H
#define TUI_PROPOSAL_MOVES_H

#include "tui/list.h"

/*
 * Both accept: one by one, so that a pair that is refused now stays proposed and the others are made. Asks about
 * learners who have not been found ready.
 */
void proposals_accept(struct app *app, const int64_t *ids, size_t count);

/*
 * All of them or none, after a form that asks for what is needed. `list`, in which they may be marked, stays open
 * below; nothing is marked in it afterwards. `kind` is the programme's.
 */
void proposals_decline(struct app *app, struct list *list, int kind, const int64_t *ids, size_t count);
void proposals_approve(struct app *app, struct list *list, int64_t programme_id, const int64_t *ids, size_t count);

/* The form that names a member of the programme's matching committee. */
void proposals_add_member(struct app *app, int64_t programme_id);

#endif
