/*
 * The figures of the first screen, over all programmes. Sessions, actions and
 * unfinished records are added up from what is kept with each pairing, so that
 * they cost the same however many sessions there are.
 */
#ifndef CHIRON_FIGURES_H
#define CHIRON_FIGURES_H

#include "chiron/context.h"

struct ch_figures {
	bool has_people, has_enrolled; /* anybody, ever */
	int64_t programmes;
	int64_t active, contracting, paused;   /* pairings */
	int64_t waiting, applied; /* the view "waiting": learners for a match, whoever applied to be found ready */
	int64_t sessions, sessions_this_month; /* held */
	int64_t unfinished;		       /* records of sessions */
	int64_t actions, actions_overdue;      /* open ones */
};

/* For whoever may see reports. May be stopped by whoever looks on at the context, with CH_STOPPED. */
enum ch_status ch_figures_read(struct ch_context *c, struct ch_figures *figures, struct ch_error *err);

#endif
