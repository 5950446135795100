/*
 * What sticks to a value without being part of it.
 */
#include <string.h>

#include "core/csv_write.h"
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

/* Bytes of the control character at `text`: C0 but tab and line ends, DEL, C1, and what turns the direction of text. */
static size_t control(const unsigned char *text)
{
	if (text[0] < ' ')
		return text[0] != '\t' && text[0] != '\n' && text[0] != '\r';
	if (text[0] == 0x7f)
		return 1;
	if (text[0] == 0xc2 && text[1] >= 0x80 && text[1] <= 0x9f)
		return 2;
	if (text[0] == 0xe2 && text[1] == 0x80 && text[2] >= 0xaa && text[2] <= 0xae)
		return 3;
	return text[0] == 0xe2 && text[1] == 0x81 && text[2] >= 0xa6 && text[2] <= 0xa9 ? 3 : 0;
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
	char *clean = ch_arena_copy(arena, csv_unguard(cell));
	const unsigned char *at = (const unsigned char *)clean;
	char *out = clean;

	*taken = 0;
	while (*at != '\0') {
		size_t length = control(at);

		if (length > 0)
			(*taken)++;
		else
			length = invisible(at);
		if (length > 0)
			at += length;
		else
			*out++ = (char)*at++;
	}
	*out = '\0';
	unwrap(clean);
	return clean;
}

void import_narrow(char *text)
{
	unsigned char *at = (unsigned char *)text;
	char *out = text;

	while (*at != '\0') {
		if (at[0] == 0xef && (at[1] == 0xbc || at[1] == 0xbd) && at[2] >= 0x80 &&
		    !(at[1] == 0xbd && at[2] > 0x9e)) {
			*out++ = (char)((at[1] == 0xbc ? 0x20 : 0x60) + (at[2] - 0x80));
			at += 3;
		} else {
			*out++ = (char)*at++;
		}
	}
	*out = '\0';
}
