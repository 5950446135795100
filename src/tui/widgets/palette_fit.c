/*
 * Every word typed must fit: best at the start of the label, then at the start
 * of one of its words, then within it, then as letters in order, then at the
 * start of another word that it goes by, then in the help.
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

/* All are search keys. */
struct texts {
	const char *label, *also, *help;
};

static bool begins_a_word(const char *text, const char *word, size_t length)
{
	for (const char *place = text; *place != '\0'; place++)
		if ((place == text || place[-1] == ' ') && strncmp(place, word, length) == 0)
			return true;
	return false;
}

/* How badly a word fits: 0 best, PALETTE_NO_FIT not at all. */
static int fit_word(const struct texts *texts, const char *word, size_t length)
{
	const char *label = texts->label, *place = label;
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
	if (begins_a_word(texts->also, word, length))
		return 4;
	for (place = texts->help; *place != '\0'; place++)
		if (strncmp(place, word, length) == 0)
			return 5;
	return PALETTE_NO_FIT;
}

static const char *key_of(const char *text, struct ch_arena *arena)
{
	return ch_text_search_key(arena, text != NULL ? text : "");
}

int palette_fit(const struct palette_item *item, const char *query, struct ch_arena *arena)
{
	const struct texts texts = {key_of(item->label, arena), key_of(item->also, arena), key_of(item->help, arena)};
	int fit = 0;

	if (*query == '\0' && item->when_typed)
		return PALETTE_NO_FIT;
	if (*query != '\0' && strcmp(query, item->keys) == 0)
		return 0;
	while (*query != '\0' && fit < PALETTE_NO_FIT) {
		size_t length = strcspn(query, SEPARATORS);

		fit += fit_word(&texts, query, length);
		query += length;
		query += strspn(query, SEPARATORS);
	}
	return fit;
}

bool palette_begins(const struct palette_item *item, const char *query, struct ch_arena *arena)
{
	const struct texts texts = {key_of(item->label, arena), "", ""};

	while (*query != '\0') {
		size_t length = strcspn(query, SEPARATORS);

		if (fit_word(&texts, query, length) > BEGINS_A_WORD)
			return false;
		query += length;
		query += strspn(query, SEPARATORS);
	}
	return true;
}
