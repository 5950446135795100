/*
 * The likeness of two words: Jaro (Advances in record-linkage methodology,
 * Journal of the American Statistical Association 84, 1989) with the prefix of
 * Winkler (String comparator metrics, 1990): a tenth of what is lacking for
 * each of up to four letters that both begin with. By bytes, of folded text.
 */
#include <stdbool.h>
#include <string.h>

#include "chiron/text.h"

enum { LONGEST = 64, PREFIX_MOST = 4, WHOLE = 1000 };

/* Letters that both have at nearly the same place, marked in `a_has` and `b_has`. */
static int count_common(const char *a, int a_length, const char *b, int b_length, bool *a_has, bool *b_has)
{
	int reach = (a_length > b_length ? a_length : b_length) / 2 - 1, common = 0;

	for (int i = 0; i < a_length; i++) {
		int from = i > reach ? i - reach : 0, to = i + reach < b_length - 1 ? i + reach : b_length - 1;

		for (int j = from; j <= to && !a_has[i]; j++)
			if (!b_has[j] && a[i] == b[j])
				a_has[i] = b_has[j] = true;
		common += a_has[i];
	}
	return common;
}

/* Of the common letters, those that stand in another order: each pair counts once. */
static int count_turned(const char *a, int a_length, const char *b, const bool *a_has, const bool *b_has)
{
	int turned = 0, j = 0;

	for (int i = 0; i < a_length; i++) {
		if (!a_has[i])
			continue;
		while (!b_has[j])
			j++;
		turned += a[i] != b[j++];
	}
	return turned / 2;
}

int ch_text_likeness(const char *a, const char *b)
{
	bool a_has[LONGEST] = {false}, b_has[LONGEST] = {false};
	int a_length = (int)strnlen(a, LONGEST), b_length = (int)strnlen(b, LONGEST), prefix = 0;
	int common = count_common(a, a_length, b, b_length, a_has, b_has);

	if (common == 0)
		return strcmp(a, b) == 0 ? WHOLE : 0;
	int turned = count_turned(a, a_length, b, a_has, b_has);
	int jaro = (WHOLE * common / a_length + WHOLE * common / b_length + WHOLE * (common - turned) / common) / 3;

	while (prefix < PREFIX_MOST && prefix < a_length && prefix < b_length && a[prefix] == b[prefix])
		prefix++;
	return jaro + prefix * (WHOLE - jaro) / 10;
}
