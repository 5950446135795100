/*
 * Lists of terms are short, tens of terms at most, so that repeats are found by
 * comparing each with those before it.
 */
#include "chiron/text.h"

#include <string.h>

static size_t count_semicolons(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == ';';
	return count;
}

/* Adds `term`, which is tidied, unless it is empty or there already; folded[i] is the key of terms->terms[i]. */
static void add_term(struct ch_arena *arena, struct ch_terms *terms, const char **folded, const char *term)
{
	const char *tidy = ch_text_tidy(arena, term), *key;

	if (!tidy)
		return;
	key = ch_text_fold(arena, tidy);
	for (size_t i = 0; i < terms->count; i++) {
		if (strcmp(folded[i], key) == 0)
			return;
	}
	folded[terms->count] = key;
	terms->terms[terms->count++] = tidy;
}

/* The terms of several texts, each of which may hold more than one. */
static struct ch_terms collect(struct ch_arena *arena, const char *const *texts, size_t count)
{
	struct ch_terms terms = {.count = 0};
	const char **folded;
	size_t most = 0;

	for (size_t i = 0; i < count; i++)
		most += texts[i] ? count_semicolons(texts[i]) + 1 : 0;
	terms.terms = ch_arena_array(arena, most, sizeof(*terms.terms));
	folded = ch_arena_array(arena, most, sizeof(*folded));
	for (size_t i = 0; i < count; i++) {
		for (const char *at = texts[i]; at;) {
			const char *end = strchr(at, ';');
			size_t length = end ? (size_t)(end - at) : strlen(at);

			add_term(arena, &terms, folded, ch_arena_copy_bytes(arena, at, length));
			at = end ? end + 1 : NULL;
		}
	}
	return terms;
}

struct ch_terms ch_terms_split(struct ch_arena *arena, const char *list)
{
	struct ch_terms terms = {.count = 0};

	if (!list)
		return terms;
	terms.terms = ch_arena_array(arena, count_semicolons(list) + 1, sizeof(*terms.terms));
	for (const char *at = list; at;) {
		const char *end = strstr(at, "; ");
		size_t length = end ? (size_t)(end - at) : strlen(at);

		if (length > 0)
			terms.terms[terms.count++] = ch_arena_copy_bytes(arena, at, length);
		at = end ? end + 2 : NULL;
	}
	return terms;
}

char *ch_terms_join(struct ch_arena *arena, const char *const *terms, size_t count)
{
	struct ch_terms kept = collect(arena, terms, count);
	struct ch_buffer list = CH_BUFFER_EMPTY;
	char *joined;

	if (kept.count == 0)
		return NULL;
	for (size_t i = 0; i < kept.count; i++) {
		ch_buffer_add(&list, i > 0 ? "; " : "");
		ch_buffer_add(&list, kept.terms[i]);
	}
	joined = ch_arena_copy_bytes(arena, list.text, list.length);
	ch_buffer_release(&list);
	return joined;
}
