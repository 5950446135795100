/*
 * Tidying what was typed, and comparing plain ASCII words. Both kinds of tidying
 * only ever shorten the text, so they work in place on the copy in NFC.
 */
#include "chiron/text.h"

#include <stdint.h>
#include <string.h>

#include "base/eights.h"
#include "base/nfc.h"
#include "base/squeeze.h"
#include "base/utf8.h"

enum { DISTANCE_FAR = 99, DISTANCE_LONGEST = 32 };

/* Whether a character is invisible and means nothing at either end of a text. Joiners may mean something: they stay. */
static bool is_zero_width(int32_t code)
{
	return code == 0x00ad || code == 0x061c || code == 0x200b || code == 0x200e || code == 0x200f ||
	       (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064) ||
	       (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

/* Decodes at `at`; an invalid byte counts as a character of its own. Returns its bytes, 0 at the end of the text. */
static size_t next(const char *at, int32_t *code)
{
	size_t used = utf8_decode(at, strnlen(at, 4), code);

	if (used == 0 && *at != '\0') {
		*code = 0xfffd;
		used = 1;
	}
	return used;
}

/* Whether no U+0020 is at the ends and no two are together. */
static bool is_squeezed(const char *text)
{
	const char *at = text, *end = text + strlen(text);

	if (*text == ' ')
		return false;
	while ((at = memchr(at, ' ', (size_t)(end - at))) != NULL) {
		at++;
		if (*at == ' ' || *at == '\0')
			return false;
	}
	return true;
}

void squeeze_blanks(char *text)
{
	size_t length = 0, kept = 0, used;
	bool gap = false;
	int32_t code;

	if (is_squeezed(text) && (ch_text_is_plain(text) || utf8_is_latin(text)))
		return;
	for (const char *at = text; (used = next(at, &code)) > 0; at += used) {
		bool invisible = is_zero_width(code);

		/* Invisible marks at the start go; later ones stay until the text turns out to end with them. */
		if (utf8_is_blank(code) || (invisible && kept == 0)) {
			gap = gap || utf8_is_blank(code);
			continue;
		}
		if (gap && kept > 0)
			text[length++] = ' ';
		gap = false;
		memmove(text + length, at, used);
		length += used;
		if (!invisible)
			kept = length;
	}
	text[kept] = '\0';
}

/* Eight bytes at a time, the first of which are the last of those before: two blanks are seen wherever they stand. */
bool ch_text_is_tidy(const char *text)
{
	size_t length = strlen(text);
	uint64_t word;

	if (length == 0 || text[0] == ' ' || text[length - 1] == ' ')
		return false;
	if (length < sizeof word)
		return ch_text_is_plain(text) && strstr(text, "  ") == NULL;
	for (size_t at = 0; at + sizeof word < length; at += sizeof word - 1) {
		word = eights_read(text + at);
		if (!eights_plain(word) || eights_gap(word))
			return false;
	}
	word = eights_read(text + length - sizeof word);
	return eights_plain(word) && !eights_gap(word);
}

char *ch_text_tidy(struct ch_arena *arena, const char *text)
{
	if (!text)
		return NULL;
	if (ch_text_is_tidy(text))
		return ch_arena_copy(arena, text);
	char *tidy = nfc_map(arena, text, NFC_PLAIN);

	squeeze_blanks(tidy);
	return *tidy != '\0' ? tidy : NULL;
}

char *ch_text_tidy_lines(struct ch_arena *arena, const char *text)
{
	size_t length = 0, line_start = 0, kept = 0, used;
	char *tidy;
	int32_t code;

	if (!text)
		return NULL;
	tidy = nfc_map(arena, text, NFC_PLAIN);
	/* `kept` is the end of the last visible character: what is behind it goes, at the end of a line or the text. */
	for (const char *at = tidy; (used = next(at, &code)) > 0; at += used) {
		if (utf8_is_line_end(code)) {
			if (code == '\r' && at[used] == '\n')
				used++;
			length = kept > line_start ? kept : line_start;
			if (kept > 0)
				tidy[length++] = '\n';
			line_start = length;
			continue;
		}
		memmove(tidy + length, at, used);
		length += used;
		if (!utf8_is_blank(code))
			kept = length;
	}
	tidy[kept] = '\0';
	return kept > 0 ? tidy : NULL;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool ch_text_equal_ascii(const char *a, const char *b)
{
	while (*a != '\0' && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return *a == '\0' && *b == '\0';
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

int ch_text_distance(const char *a, const char *b)
{
	/* rows[i][j]: the distance of the first i bytes of `a` from the first j of `b`. Small: compilers clear it. */
	uint8_t rows[DISTANCE_LONGEST + 1][DISTANCE_LONGEST + 1];
	size_t a_length = strnlen(a, DISTANCE_LONGEST + 1), b_length = strnlen(b, DISTANCE_LONGEST + 1);

	if (a_length > DISTANCE_LONGEST || b_length > DISTANCE_LONGEST)
		return DISTANCE_FAR;
	/* What both begin and end with costs nothing. */
	for (; a_length > 0 && b_length > 0 && *a == *b; a_length--, b_length--)
		a++, b++;
	while (a_length > 0 && b_length > 0 && a[a_length - 1] == b[b_length - 1])
		a_length--, b_length--;
	for (size_t i = 0; i <= a_length; i++) {
		for (size_t j = 0; j <= b_length; j++) {
			if (i == 0 || j == 0) {
				rows[i][j] = (uint8_t)(i + j);
				continue;
			}
			int distance = least(rows[i - 1][j] + 1, rows[i][j - 1] + 1);
			distance = least(distance, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				distance = least(distance, rows[i - 2][j - 2] + 1);
			rows[i][j] = (uint8_t)distance;
		}
	}
	return rows[a_length][b_length];
}

void ch_nearest_try(struct ch_nearest *nearest, const char *word)
{
	int distance = ch_text_distance(nearest->typed, word);
	size_t length = strlen(nearest->typed);

	if (length >= 3 && strncmp(word, nearest->typed, length) == 0)
		distance = 1;
	if (distance < nearest->distance && distance <= (length > 5 ? 3 : length > 3 ? 2 : 1)) {
		nearest->word = word;
		nearest->distance = distance;
	}
}
