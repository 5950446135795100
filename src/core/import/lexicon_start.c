#include "core/import/lexicon_start.h"

#include <stddef.h>

#include "core/import/lexicon_table.h"

/* 1 to 36 for a letter, large or small, or a digit of ASCII; 0 for what a key has no letter of. */
static int sign_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return 1 + c - 'a';
	if (c >= 'A' && c <= 'Z')
		return 1 + c - 'A';
	return c >= '0' && c <= '9' ? 27 + c - '0' : 0;
}

/* How the text begins; -1 where it has no such sign, or anything but ASCII up to behind the second one. */
static int start_of(const char *text)
{
	int first = 0;

	for (; *text != '\0'; text++) {
		int sign = sign_of(*text);

		if ((unsigned char)*text >= 0x80)
			return -1;
		if (sign > 0 && first > 0)
			return (unsigned char)text[1] >= 0x80 ? -1 : first * 37 + sign;
		if (sign > 0)
			first = sign;
	}
	return first > 0 ? first * 37 : -1;
}

void lexicon_starts_add(struct lexicon_starts *starts, const struct lexicon_table *table)
{
	for (size_t i = 0; i < table->word_count; i++) {
		int start = start_of(table->texts + table->words[i].key);

		if (start >= 0)
			starts->bits[start / 64] |= UINT64_C(1) << start % 64;
	}
}

bool lexicon_starts_may_have(const struct lexicon_starts *starts, const char *cell)
{
	int start = start_of(cell);

	return start < 0 || (starts->bits[start / 64] >> start % 64 & 1) != 0;
}
