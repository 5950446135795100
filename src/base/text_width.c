/*
 * Clusters are utf8proc's (UAX #29). The width of a cluster is the sum of its
 * characters', at most two cells: so terminals show joined emoji, flags, Hangul
 * from its parts, and Thai and Lao vowels that stand beside their consonant. A
 * sign followed by U+FE0F is an emoji and two cells wide.
 */
#include "chiron/text.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"

enum { WIDEST = 2, EMOJI_STYLE = 0xfe0f };

/* The bytes a character at `text` may take, without walking to the end of a long text. */
static size_t decode_terminated(const char *text, int32_t *code)
{
	return utf8_decode(text, strnlen(text, 4), code);
}

/* The width of a cluster once one more character, not its first, has joined it. */
static int widened(int width, int32_t first, int32_t code)
{
	int sum = width + utf8proc_charwidth(code);

	if (sum > WIDEST || (code == EMOJI_STYLE && first >= 0x80))
		return WIDEST;
	return sum;
}

size_t ch_text_cluster(const char *text, int *width)
{
	int32_t first, previous, code;
	utf8proc_int32_t state = 0;
	size_t at, used;

	*width = 0;
	if (text[0] == '\0')
		return 0;
	at = decode_terminated(text, &first);
	if (at == 0) {
		*width = 1;
		return 1;
	}
	*width = utf8proc_charwidth(first);
	/* Plain letters, the common case, need no tables. */
	if (first >= 0x20 && first < 0x7f && (unsigned char)text[1] < 0x80)
		return 1;
	for (previous = first; text[at] != '\0'; previous = code, at += used) {
		used = decode_terminated(text + at, &code);
		if (used == 0 || utf8proc_grapheme_break_stateful(previous, code, &state))
			break;
		*width = widened(*width, first, code);
	}
	return at;
}

/* The cells of text in which nothing needs replacing. */
static int width_of_safe(const char *text)
{
	int width, total = 0;
	size_t used;

	while ((used = ch_text_cluster(text, &width)) > 0) {
		total += width;
		text += used;
	}
	return total;
}

int ch_text_width(const char *text)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;
	int width;

	if (ch_text_is_plain(text)) /* nearly all there is */
		return (int)strlen(text);
	if (!ch_text_has_controls(text, false))
		return width_of_safe(text);
	ch_text_add_safe(&safe, text);
	width = width_of_safe(safe.text);
	ch_buffer_release(&safe);
	return width;
}

/* The cells of one cluster as it is shown, with marks in the place of what is unsafe. */
static int shown_width(const char *cluster, size_t length, int width)
{
	struct ch_buffer bytes = CH_BUFFER_EMPTY;

	if (length == 1 && (unsigned char)cluster[0] >= 0x20 && (unsigned char)cluster[0] < 0x7f)
		return width;
	ch_buffer_add_bytes(&bytes, cluster, length);
	if (ch_text_has_controls(bytes.text, false))
		width = ch_text_width(bytes.text);
	ch_buffer_release(&bytes);
	return width;
}

size_t ch_text_fit(const char *text, int cells, int *width)
{
	size_t at = 0, used;
	int own;

	*width = 0;
	while ((used = ch_text_cluster(text + at, &own)) > 0) {
		own = shown_width(text + at, used, own);
		if (own > cells - *width)
			break;
		*width += own;
		at += used;
	}
	return at;
}
