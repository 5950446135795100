#include "tui/screens/log_form_actions.h"

#include <string.h>

#include "chiron/text.h"

/* ---- All lines -------------------------------------------------------------------------- */

/* The number of the line of `text` that was read up to `end`. */
static size_t line_at(const char *text, const char *end)
{
	size_t number = 1;

	for (; text + 1 < end; text++)
		number += *text == '\n';
	return number;
}

enum ch_status action_lines_read(const char *text, const struct ch_action_sides *sides, struct ch_arena *arena,
				 struct action_lines *lines, struct ch_error *err)
{
	const char *line, *start = text;

	lines->count = 0;
	while ((line = ch_action_line_next(&text, sides, arena)) != NULL) {
		struct ch_error why = CH_NO_ERROR;

		if (lines->count == ACTION_LINES_MAX)
			return ch_fail_field(err, "actions", _("a session has at most %d actions"), ACTION_LINES_MAX);
		if (ch_action_line_read(line, sides, arena, &lines->actions[lines->count], &why) != CH_OK) {
			ch_fail_field(err, "actions", _("line %zu: %s"), line_at(start, text), why.message);
			return ch_error_fix(err, "%s", why.key_fix);
		}
		lines->count++;
	}
	return CH_OK;
}

static void show_line(const char *line, const struct ch_action_sides *sides, struct ch_arena *arena,
		      struct ch_buffer *out)
{
	struct ch_new_action action;
	struct ch_error err = CH_NO_ERROR;
	char shown[16];

	if (ch_action_line_read(line, sides, arena, &action, &err) != CH_OK) {
		ch_buffer_printf(out, "? %s", err.message);
		return;
	}
	ch_buffer_printf(out, "= %s", action.owner == CH_SIDE_GUIDE ? sides->guide : sides->learner);
	if (action.due_on != CH_NO_DATE)
		ch_buffer_printf(out, _(", by %s"), ch_date_show(action.due_on, sides->today, shown));
	else
		ch_buffer_add(out, _(", without a date: by fri sets one"));
}

void action_lines_show(const char *text, const struct ch_action_sides *sides, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *line;

	while ((line = ch_action_line_next(&text, sides, &arena)) != NULL) {
		if (out->length > 0)
			ch_buffer_add(out, "\n");
		show_line(line, sides, &arena, out);
	}
	ch_arena_release(&arena);
}
