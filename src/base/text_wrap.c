#include "chiron/text.h"

#include <limits.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

size_t ch_text_break(const char *text, int cells, size_t *next)
{
	size_t at = 0, after_blank = 0, after_hyphen = 0;
	int used = 0, width;

	if (cells < 2)
		cells = 2; /* every cluster has room, so each row takes at least one */
	while (text[at] != '\0') {
		size_t length = 1;

		if (text[at] == '\n') {
			*next = at + 1;
			return at;
		}
		width = 1;
		if ((text[at] & 0x80) != 0 || (text[at + 1] & 0x80) != 0)
			length = ch_text_cluster(text + at, &width);
		if (text[at] == ' ' && used + 1 > cells) { /* a blank at the edge may hang over */
			*next = at + 1;
			return at;
		}
		if (used + width > cells) {
			at = after_blank > 0 ? after_blank : after_hyphen > 0 ? after_hyphen : at;
			break;
		}
		used += width;
		at += length;
		if (text[at - 1] == ' ')
			after_blank = at;
		else if (at > 1 && text[at - 1] == '-' && is_letter(text[at - 2]) && is_letter(text[at]))
			after_hyphen = at;
	}
	*next = at;
	return at;
}

/* One row of the text, with its line feed; where the next begins. */
static const char *add_row(struct ch_buffer *out, const char *text, int cells)
{
	size_t next, length = ch_text_break(text, cells, &next);

	while (length > 0 && text[length - 1] == ' ')
		length--;
	ch_buffer_add_bytes(out, text, length);
	ch_buffer_add_char(out, '\n');
	return text + next;
}

void ch_text_add_wrapped(struct ch_buffer *out, const char *text, int cells)
{
	while (*text != '\0')
		text = add_row(out, text, cells);
}

void ch_text_add_hanging(struct ch_buffer *out, const char *text, int cells, int indent)
{
	enum { CELLS_LEAST = 20 }; /* beside a long indent a narrow terminal breaks the rows itself */
	int room = cells == 0 ? INT_MAX : cells - indent > CELLS_LEAST ? cells - indent : CELLS_LEAST;

	for (text = add_row(out, text, room); *text != '\0'; text = add_row(out, text, room))
		ch_buffer_printf(out, "%*s", indent, "");
}
