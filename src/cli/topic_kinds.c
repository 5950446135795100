/* `chiron help kinds`: the same two people as coaching and as mentoring, side by side. */
#include <stdio.h>
#include <string.h>

#include "chiron/kinds.h"
#include "cli/help.h"

enum { ASPECT = 14, COLUMN = 34 };

/* The bytes of `text` that fit a column, up to a blank. */
static size_t fitting(const char *text)
{
	size_t length = strlen(text), end = COLUMN - 2;

	if (length <= end)
		return length;
	while (end > 0 && text[end] != ' ')
		end--;
	return end > 0 ? end : COLUMN - 2;
}

static const char *next_piece(const char *text, size_t *length, struct ch_buffer *piece)
{
	*length = fitting(text);
	ch_buffer_clear(piece);
	ch_buffer_printf(piece, "%.*s", (int)*length, text);
	text += *length;
	return *text == ' ' ? text + 1 : text;
}

static void add_row(const char *aspect, const char *coaching, const char *mentoring, struct ch_buffer *out)
{
	struct ch_buffer left = CH_BUFFER_EMPTY, right = CH_BUFFER_EMPTY;
	size_t ignored;

	do {
		coaching = next_piece(coaching, &ignored, &left);
		mentoring = next_piece(mentoring, &ignored, &right);
		ch_buffer_printf(out, "%-*s%-*s%s\n", ASPECT, aspect, right.length > 0 ? COLUMN : 0, left.text,
				 right.text);
		aspect = "";
	} while (*coaching != '\0' || *mentoring != '\0');
	ch_buffer_release(&left);
	ch_buffer_release(&right);
}

void cli_topic_kinds(struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_kinds_row *rows;
	size_t count = ch_kinds_compared(&arena, &rows);

	ch_buffer_add(out, _("The same two people, as coaching and as mentoring. `chiron advise` suggests a\n"
			     "kind by the reasons somebody joins for (R23); `pairing change-kind` changes it\n"
			     "later (R26).\n\n"));
	add_row("", _("Coaching"), _("Mentoring"), out);
	for (size_t i = 0; i < count; i++)
		add_row(rows[i].aspect, rows[i].coaching, rows[i].mentoring, out);
	ch_arena_release(&arena);
}
