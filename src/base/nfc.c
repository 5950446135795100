/*
 * utf8proc does the work and wants valid text, so that text is repaired first.
 * Text that is all ASCII, nearly all of it, is in NFC as it stands.
 */
#include "base/nfc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "chiron/buffer.h"
#include "chiron/text.h"

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

static bool is_ascii(const char *text)
{
	if (ch_text_is_plain(text))
		return true;
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text >= 0x80)
			return false;
	}
	return true;
}

static char *map_ascii(struct ch_arena *arena, const char *text, enum nfc_form form)
{
	char *copy = ch_arena_copy(arena, text);

	for (char *c = copy; form != NFC_PLAIN && *c != '\0'; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	return copy;
}

/* Appends `text` with each invalid byte replaced. */
static void add_repaired(struct ch_buffer *out, const char *text)
{
	size_t length = strlen(text), at = 0;

	while (at < length) {
		size_t valid = ch_text_valid(text + at, length - at);

		ch_buffer_add_bytes(out, text + at, valid);
		at += valid;
		if (at < length) {
			ch_buffer_add(out, replacement);
			at++;
		}
	}
}

static utf8proc_option_t options_of(enum nfc_form form)
{
	switch (form) {
	case NFC_PLAIN:
		return UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	case NFC_FOLDED:
		return UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	case NFC_FOLDED_MARKED:
		return UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	}
	ch_abort("no such normal form");
}

char *nfc_map(struct ch_arena *arena, const char *text, enum nfc_form form)
{
	struct ch_buffer repaired = CH_BUFFER_EMPTY;
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t length;
	char *result;

	if (is_ascii(text))
		return map_ascii(arena, text, form);
	if (form == NFC_PLAIN && utf8_is_latin(text))
		return ch_arena_copy(arena, text);
	add_repaired(&repaired, text);
	length = utf8proc_map((const utf8proc_uint8_t *)repaired.text, (utf8proc_ssize_t)repaired.length, &mapped,
			      options_of(form));
	if (length < 0)
		ch_abort("out of memory");
	result = ch_arena_copy_bytes(arena, (const char *)mapped, (size_t)length);
	free(mapped);
	ch_buffer_release(&repaired);
	return result;
}
