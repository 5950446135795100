/*
 * Text from data on its way to a terminal. One walk over the characters; runs
 * that need no change are copied whole.
 */
#include "chiron/text.h"

#include <string.h>

#include "base/eights.h"
#include "base/excerpt.h"
#include "base/utf8.h"

/* Eight at a time; the last eight reach back into those before. */
bool ch_text_is_plain(const char *text)
{
	size_t length = strlen(text);

	if (length >= 8) {
		for (size_t at = 0; at + 8 <= length; at += 8)
			if (!eights_plain(eights_read(text + at)))
				return false;
		return eights_plain(eights_read(text + length - 8));
	}
	for (; length > 0; length--, text++)
		if ((unsigned char)*text < 0x20 || (unsigned char)*text > 0x7e)
			return false;
	return true;
}

/* How many bytes at the start are ASCII, at least by eights. */
static size_t ascii_run(const char *bytes, size_t length)
{
	uint64_t words[4];
	size_t at = 0;

	for (; at + sizeof(words) <= length; at += sizeof(words)) {
		memcpy(words, bytes + at, sizeof(words));
		if ((words[0] | words[1] | words[2] | words[3]) & EIGHTS_HIGHS)
			break;
	}
	for (; at + sizeof(*words) <= length; at += sizeof(*words)) {
		memcpy(words, bytes + at, sizeof(*words));
		if (*words & EIGHTS_HIGHS)
			break;
	}
	return at;
}

size_t ch_text_valid(const char *bytes, size_t length)
{
	size_t at = 0;
	int32_t code;

	while (at < length) {
		at += ascii_run(bytes + at, length - at);
		size_t used = at < length ? utf8_decode(bytes + at, length - at, &code) : 0;

		if (used == 0)
			break;
		at += used;
	}
	return at;
}

static void add_mark(struct ch_buffer *out, int32_t code)
{
	if (code < 0x100)
		ch_buffer_printf(out, "\\x%02x", (unsigned)code);
	else if (code < 0x10000)
		ch_buffer_printf(out, "\\u%04x", (unsigned)code);
	else
		ch_buffer_printf(out, "\\U%08x", (unsigned)code);
}

/* `kept`: a control character that stays; 0: none does. */
static void add_safe(struct ch_buffer *out, const char *text, int32_t kept)
{
	size_t length = strlen(text), at = 0, copied = 0;

	while (at < length) {
		int32_t code = (unsigned char)text[at];
		size_t used = utf8_decode(text + at, length - at, &code);

		if (used == 0 || (utf8_is_unsafe(code) && code != kept)) {
			ch_buffer_add_bytes(out, text + copied, at - copied);
			add_mark(out, code);
			at += used ? used : 1;
			copied = at;
		} else {
			at += used;
		}
	}
	ch_buffer_add_bytes(out, text + copied, length - copied);
}

void ch_text_add_safe(struct ch_buffer *out, const char *text)
{
	add_safe(out, text, 0);
}

void ch_text_add_safe_lines(struct ch_buffer *out, const char *text)
{
	add_safe(out, text, '\n');
}

const char *ch_text_safe(struct ch_arena *arena, const char *text)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const char *safe;

	if (!text)
		return "";
	ch_text_add_safe(&out, text);
	safe = ch_arena_copy_bytes(arena, out.text, out.length);
	ch_buffer_release(&out);
	return safe;
}

bool ch_text_has_controls(const char *text, bool lines)
{
	size_t length = strlen(text), at = 0;
	int32_t code;

	if (ch_text_is_plain(text))
		return false;
	while (at < length) {
		size_t used = utf8_decode(text + at, length - at, &code);

		if (used == 0)
			return true;
		if (utf8_is_unsafe(code) && !(lines && (code == '\n' || code == '\t')))
			return true;
		at += used;
	}
	return false;
}

char *excerpt_of(const char *text, char out[EXCERPT_SIZE])
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;
	char start[EXCERPT_CELLS * 4 + 1];
	size_t length = strlen(text);
	int width;

	/* Only a start of a huge text is looked at; a character cut in two would show as a mark, so it is left out. */
	if (length >= sizeof(start))
		length = utf8_cut(text, sizeof(start) - 1);
	memcpy(start, text, length);
	start[length] = '\0';
	ch_text_add_safe(&safe, start);
	length = ch_text_fit(safe.text, EXCERPT_CELLS, &width);
	if (length > EXCERPT_SIZE - sizeof("..."))
		length = utf8_cut(safe.text, EXCERPT_SIZE - sizeof("..."));
	memcpy(out, safe.text, length);
	strcpy(out + length, length < safe.length || strlen(start) < strlen(text) ? "..." : "");
	ch_buffer_release(&safe);
	return out;
}

const char *ch_text_excerpt(struct ch_arena *arena, const char *text)
{
	char start[EXCERPT_SIZE];

	return ch_arena_copy(arena, excerpt_of(text, start));
}
