/*
 * The actions agreed in a session, as they are typed: one a line,
 *
 *   Catrin: draft CV @ next fri
 *
 * Whose it is stands before the colon: a name, one word of it, or the word for
 * the side; left out it is the learner's. When it is due stands behind the last
 * "@" that follows a blank; it may be left out too. Where the scheme stores no
 * wording a line is only whose and when: "Catrin @ next fri".
 */
#ifndef TUI_LOG_FORM_ACTIONS_H
#define TUI_LOG_FORM_ACTIONS_H

#include "chiron/action.h"
#include "chiron/session.h"

enum { ACTION_LINES_MAX = 50 /* of one session */ };

struct action_sides {
	const char *guide, *learner; /* the whole names */
	ch_date today;
	bool wording; /* the scheme stores it */
};

struct action_lines {
	struct ch_new_action actions[ACTION_LINES_MAX];
	size_t count;
};

/* Reads one line that is not blank; texts live in `arena`. CH_DATA: what is wrong with it. */
enum ch_status action_line_read(const char *line, const struct action_sides *sides, struct ch_arena *arena,
				struct ch_new_action *action, struct ch_error *err);

/* Reads all lines of `text`; blank ones are passed over. A message names the line. */
enum ch_status action_lines_read(const char *text, const struct action_sides *sides, struct ch_arena *arena,
				 struct action_lines *lines, struct ch_error *err);

/* Appends what each line means, a row for each: "= Catrin Oldroyd, by 27 Nov Fri", or why it means nothing yet. */
void action_lines_show(const char *text, const struct action_sides *sides, struct ch_buffer *out);

#endif
