/*
 * The actions agreed in a session, as they are typed in the form: one a line
 * (chiron/action_line.h).
 */
#ifndef TUI_LOG_FORM_ACTIONS_H
#define TUI_LOG_FORM_ACTIONS_H

#include "chiron/action.h"
#include "chiron/action_line.h"
#include "chiron/session.h"

enum { ACTION_LINES_MAX = 50 /* of one session */ };

struct action_lines {
	struct ch_new_action actions[ACTION_LINES_MAX];
	size_t count;
};

/* Reads all lines of `text`; blank ones are passed over. A message names the line. */
enum ch_status action_lines_read(const char *text, const struct ch_action_sides *sides, struct ch_arena *arena,
				 struct action_lines *lines, struct ch_error *err);

/* Appends what each line means, a row for each: "= Catrin Oldroyd, by Fri 27 Nov", or why it means nothing yet. */
void action_lines_show(const char *text, const struct ch_action_sides *sides, struct ch_buffer *out);

#endif
