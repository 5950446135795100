/*
 * An action as a person types it, in a form or at a prompt, on one line:
 *
 *   Catrin: draft CV @ next fri
 *
 * Whose it is stands before the colon: a name, some of its words, the word for
 * the side, or "me" where one of the two writes; left out it is the learner's
 * (R57). What is written as a name there and is neither's is refused, so that no
 * action goes to the wrong one. When it is due stands behind the last "@" that
 * follows a blank, or, without one, behind a last "by" or "on" where a day
 * follows ("by fri"), or is said by the last words: "tomorrow", "next fri"; it
 * may be left out too. Where the scheme stores no
 * wording a line is only whose and when: "Catrin @ next fri". Of several actions
 * on one line each next one begins behind "; " with whose it is.
 */
#ifndef CHIRON_ACTION_LINE_H
#define CHIRON_ACTION_LINE_H

#include "chiron/action.h"

struct ch_action_sides {
	const char *guide, *learner; /* the whole names */
	enum ch_side me; /* which of them the actor is; CH_NO_SIDE: neither */
	ch_date today;
	bool wording; /* the scheme stores it */
};

/* Reads one line that is not blank; texts live in `arena`. CH_DATA: what is wrong with it. */
enum ch_status ch_action_line_read(const char *line, const struct ch_action_sides *sides, struct ch_arena *arena,
				   struct ch_new_action *action, struct ch_error *err);

/*
 * Takes the next action off *text, in `arena`: a line, or its part up to a ";" behind which it is said whose the next
 * one is. Blank lines are passed over. NULL at the end.
 */
const char *ch_action_line_next(const char **text, const struct ch_action_sides *sides, struct ch_arena *arena);

/*
 * What is to be done without the day that the words end in, which is then in *due_on (CH_NO_DATE: they end in none), as
 * in a line of several: "ring the college by fri", "draft CV @ 4 dec". Lives in `arena`, or is `text`.
 */
const char *ch_action_text_day(const char *text, ch_date today, struct ch_arena *arena, ch_date *due_on);

/* The "@" before the date in a line; NULL where there is none: an address in the wording is no date. */
const char *ch_action_line_date(const char *line);

#endif
