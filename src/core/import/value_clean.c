/*
 * What sticks to a value without being part of it.
 */
#include <string.h>

#include "chiron/text.h"
#include "core/export/csv_write.h"
#include "core/import/value.h"

/* Bytes of the invisible mark at `text`: zero-width and direction marks, byte order marks. */
static size_t invisible(const unsigned char *text)
{
	if (text[0] == 0xe2 && text[1] == 0x80 && (text[2] == 0x8b || text[2] == 0x8e || text[2] == 0x8f))
		return 3;
	if (text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf)
		return 3;
	return text[0] == 0xd8 && text[1] == 0x9c ? 2 : 0;
}

static size_t character_bytes(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

/* Whether a line may end with the character, which tidying makes a blank or a line feed of. */
static bool is_line_end(const char *character)
{
	return (character[0] >= '\n' && character[0] <= '\r') || strcmp(character, "\u2028") == 0 ||
	       strcmp(character, "\u2029") == 0;
}

/* Bytes of the character at `text` where no field may hold it: it could steer a terminal or turn the order of text. */
static size_t control(const unsigned char *text)
{
	char character[5] = "";
	size_t length = character_bytes(*text);

	if (*text >= ' ' && *text < 0x7f)
		return 0;
	memcpy(character, text, length);
	return ch_text_has_controls(character, true) && !is_line_end(character) ? length : 0;
}

size_t import_direction_marks(const char *cell)
{
	size_t count = 0;

	for (const char *at = cell; (at = strstr(at, "\xe2\x80")) != NULL; at += 3)
		count += (unsigned char)at[2] >= 0xaa && (unsigned char)at[2] <= 0xae;
	for (const char *at = cell; (at = strstr(at, "\xe2\x81")) != NULL; at += 3)
		count += (unsigned char)at[2] >= 0xa6 && (unsigned char)at[2] <= 0xa9;
	return count;
}

/* Takes ="0770 900 123" down to what is between the quotation marks. */
static void unwrap(char *text)
{
	size_t length = strlen(text);

	if (length < 3 || strncmp(text, "=\"", 2) != 0 || text[length - 1] != '"')
		return;
	memmove(text, text + 2, length - 3);
	text[length - 3] = '\0';
}

char *import_value_clean(struct ch_arena *arena, const char *cell, size_t *taken)
{
	*taken = 0;
	if (ch_text_is_plain(cell) && *cell != '\'' && *cell != '=')
		return ch_arena_copy(arena, cell);
	char *clean = ch_arena_copy(arena, csv_unguard(cell));
	const unsigned char *at = (const unsigned char *)clean;
	char *out = clean;

	while (*at != '\0') {
		size_t length = invisible(at);

		if (length == 0) {
			length = control(at);
			*taken += length > 0;
		}
		if (length == 0) {
			length = character_bytes(*at);
			memmove(out, at, length);
			out += length;
		}
		at += length;
	}
	*out = '\0';
	unwrap(clean);
	return clean;
}
