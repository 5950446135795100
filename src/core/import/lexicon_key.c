/*
 * The keys by which headings and words are compared. Most texts are plain
 * ASCII, whose key is made without a detour through Unicode.
 */
#include <ctype.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/lexicon.h"

/* Bytes of the mark at `text` that a key leaves out: apostrophes, and zero-width characters. */
static size_t dropped(const char *text)
{
	static const char *const marks[] = {"\u2018", "\u2019", "\u200b", "\u200c", "\u200d",
					    "\ufeff", "\u00ad", "\u200e", "\u200f", "\ufe0f", "\u20e3"};

	if ((unsigned char)*text < 0x80)
		return *text == '\'';
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Bytes of the arrow, sign or picture at `text` (U+2190 to U+2BFF, U+1F000 to U+1FFFF): "Mentor 🎓" is "Mentor". */
static size_t pictured(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	if (at[0] == 0xe2 && at[1] >= 0x86 && at[1] <= 0xaf && at[2] != '\0')
		return 3;
	return at[0] == 0xf0 && at[1] == 0x9f && at[2] != '\0' && at[3] != '\0' ? 4 : 0;
}

/* Bytes of the mark at `text` that a key takes for a blank. */
static size_t blanked(const char *text)
{
	static const char *const marks[] = {"\u2013", "\u2014", "\u201c", "\u201d", "\u2026", "\u00a0",
					    "\u202f", "\u00ba", "\u00aa", "\u00bf", "\u00a1", "\u201e"};

	if ((unsigned char)*text < 0x80)
		return *text != '\0' && !isalnum((unsigned char)*text);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return pictured(text);
}

/* Leaves letters and digits with single blanks between them. In place. */
static char *without_marks(char *text)
{
	char *out = text;
	size_t length;

	for (const char *at = text; *at != '\0';) {
		if ((length = dropped(at)) > 0) {
			at += length;
		} else if ((length = blanked(at)) > 0) {
			if (out > text && out[-1] != ' ')
				*out++ = ' ';
			at += length;
		} else {
			*out++ = *at++;
		}
	}
	while (out > text && out[-1] == ' ')
		out--;
	*out = '\0';
	return text;
}

bool import_ascii_key(const char *text, char *key)
{
	char *out = key;

	for (; *text != '\0'; text++) {
		char c = *text;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			*out++ = c;
		else if (c >= 'A' && c <= 'Z')
			*out++ = (char)(c - 'A' + 'a');
		else if ((unsigned char)c >= 0x80)
			return false;
		else if (c != '\'' && out > key && out[-1] != ' ')
			*out++ = ' ';
	}
	if (out > key && out[-1] == ' ')
		out--;
	*out = '\0';
	return true;
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

/* Full-width letters and digits as plain ones: headings are compared after NFKC. */
static char *narrowed(struct ch_arena *arena, const char *text)
{
	char *copy = ch_arena_copy(arena, text);

	import_narrow(copy);
	return copy;
}

/* NULL where the text is not plain ASCII. */
static char *ascii_key(struct ch_arena *arena, const char *text)
{
	char *key = ch_arena_alloc(arena, strlen(text) + 1);

	return import_ascii_key(text, key) ? key : NULL;
}

char *import_key(struct ch_arena *arena, const char *text)
{
	char *key = ascii_key(arena, text);

	return key ? key : without_marks(ch_text_search_key(arena, narrowed(arena, text)));
}

char *import_exact_key(struct ch_arena *arena, const char *text)
{
	char *key = ascii_key(arena, text);

	return key ? key : without_marks(ch_text_fold(arena, narrowed(arena, text)));
}
