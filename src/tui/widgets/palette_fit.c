/*
 * Every word typed must fit: best at the start of the label, then at the start
 * of one of its words, then within it, then as letters in order, then in the
 * help.
 */
#include "tui/widgets/palette_fit.h"

#include <string.h>

#include "chiron/text.h"

#define SEPARATORS " ,/"

enum { BEGINS_A_WORD = 1 };

static bool letters_in_order(const char *text, const char *word, size_t length)
{
	for (; *text != '\0' && length > 0; text++)
		if (*text == *word) {
			word++;
			length--;
		}
	return length == 0;
}

/* How badly a word fits: 0 best, PALETTE_NO_FIT not at all. All are search keys. */
static int fit_word(const char *label, const char *help, const char *word, size_t length)
{
	const char *place = label;
	int best = PALETTE_NO_FIT;

	for (; *place != '\0'; place++)
		if (strncmp(place, word, length) == 0) {
			int fit = place == label ? 0 : place[-1] == ' ' ? BEGINS_A_WORD : 2;

			best = fit < best ? fit : best;
		}
	if (best < PALETTE_NO_FIT)
		return best;
	if (letters_in_order(label, word, length))
		return 3;
	for (place = help; *place != '\0'; place++)
		if (strncmp(place, word, length) == 0)
			return 4;
	return PALETTE_NO_FIT;
}

int palette_fit(const struct palette_item *item, const char *query, struct ch_arena *arena)
{
	const char *label = ch_text_search_key(arena, item->label);
	const char *help = ch_text_search_key(arena, item->help != NULL ? item->help : "");
	int fit = 0;

	if (*query != '\0' && strcmp(query, item->keys) == 0)
		return 0;
	while (*query != '\0' && fit < PALETTE_NO_FIT) {
		size_t length = strcspn(query, SEPARATORS);

		fit += fit_word(label, help, query, length);
		query += length;
		query += strspn(query, SEPARATORS);
	}
	return fit;
}

bool palette_begins(const struct palette_item *item, const char *query, struct ch_arena *arena)
{
	const char *label = ch_text_search_key(arena, item->label);

	while (*query != '\0') {
		size_t length = strcspn(query, SEPARATORS);

		if (fit_word(label, "", query, length) > BEGINS_A_WORD)
			return false;
		query += length;
		query += strspn(query, SEPARATORS);
	}
	return true;
}
