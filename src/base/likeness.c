/*
 * The likeness of two words: Jaro (Advances in record-linkage methodology,
 * Journal of the American Statistical Association 84, 1989) with the prefix of
 * Winkler (String comparator metrics, 1990): a tenth of what is lacking for
 * each of up to four letters that both begin with. By bytes, of folded text.
 */
#include <stdint.h>
#include <string.h>

#include "chiron/text.h"

enum { LONGEST = 64, PREFIX_MOST = 4, WHOLE = 1000, KINDS = 32 };

/* A word with a bit for each of its letters: those that the other has at nearly the same place. */
struct word {
	const char *text;
	int length; /* up to LONGEST */
	uint64_t common;
};

static uint64_t bit(int place)
{
	return UINT64_C(1) << place;
}

/* The places from `from` to before `end`, which may be LONGEST. */
static uint64_t places(int from, int end)
{
	return (end < LONGEST ? bit(end) - 1 : UINT64_MAX) & ~(bit(from) - 1);
}

/* Marks in both the letters in common, each with the first of the other that is near, the same and free; how many. */
static int count_common(struct word *a, struct word *b)
{
	int reach = (a->length > b->length ? a->length : b->length) / 2 - 1;
	uint64_t of_kind[KINDS] = {0}; /* where `b` has letters that end in these bits */

	for (int j = 0; j < b->length; j++)
		of_kind[(unsigned char)b->text[j] % KINDS] |= bit(j);
	for (int i = 0; i < a->length; i++) {
		int from = i > reach ? i - reach : 0, end = i + reach < b->length ? i + reach + 1 : b->length;
		uint64_t near = from < end ? of_kind[(unsigned char)a->text[i] % KINDS] & places(from, end) : 0;

		near &= ~b->common;
		while (near != 0 && b->text[__builtin_ctzll(near)] != a->text[i])
			near &= near - 1;
		if (near == 0)
			continue;
		a->common |= bit(i);
		b->common |= near & -near;
	}
	return __builtin_popcountll(a->common);
}

/* Of the common letters, those that stand in another order: each pair counts once. */
static int count_turned(const struct word *a, const struct word *b)
{
	uint64_t of_a = a->common, of_b = b->common;
	int turned = 0;

	for (; of_a != 0; of_a &= of_a - 1, of_b &= of_b - 1)
		turned += a->text[__builtin_ctzll(of_a)] != b->text[__builtin_ctzll(of_b)];
	return turned / 2;
}

int ch_text_likeness(const char *one, const char *other)
{
	struct word a = {.text = one, .length = (int)strnlen(one, LONGEST)};
	struct word b = {.text = other, .length = (int)strnlen(other, LONGEST)};
	int common = count_common(&a, &b), prefix = 0;

	if (common == 0)
		return strcmp(one, other) == 0 ? WHOLE : 0;
	int turned = count_turned(&a, &b);
	int jaro = (WHOLE * common / a.length + WHOLE * common / b.length + WHOLE * (common - turned) / common) / 3;

	while (prefix < PREFIX_MOST && prefix < a.length && prefix < b.length && one[prefix] == other[prefix])
		prefix++;
	return jaro + prefix * (WHOLE - jaro) / 10;
}
