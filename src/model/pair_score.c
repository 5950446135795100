#include "model/pair_score.h"

#include <string.h>

struct pair_terms pair_terms_of(struct ch_arena *arena, const char *list)
{
	struct ch_terms terms = ch_terms_split(arena, list);
	const char **keys = ch_arena_array(arena, terms.count, sizeof *keys);

	for (size_t i = 0; i < terms.count; i++)
		keys[i] = ch_text_fold(arena, terms.terms[i]);
	return (struct pair_terms){.terms = terms.terms, .keys = keys, .count = terms.count};
}

static bool has(const struct pair_terms *terms, const char *key)
{
	for (size_t i = 0; i < terms->count; i++)
		if (strcmp(terms->keys[i], key) == 0)
			return true;
	return false;
}

size_t pair_terms_shared(const struct pair_terms *a, const struct pair_terms *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->count; i++)
		shared += has(b, a->keys[i]);
	return shared;
}

const char *pair_terms_common(const struct pair_terms *a, const struct pair_terms *b, bool common,
			      struct ch_arena *arena)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < a->count; i++)
		if (has(b, a->keys[i]) == common)
			ch_buffer_printf(&list, "%s%s", list.length > 0 ? ", " : "", a->terms[i]);
	const char *copy = list.length > 0 ? ch_arena_copy(arena, list.text) : NULL;
	ch_buffer_release(&list);
	return copy;
}

int64_t pair_score(const struct pair_terms *sought, const struct pair_terms *offered)
{
	size_t shared = pair_terms_shared(sought, offered);

	return sought->count == 0 ? 0 : (int64_t)((100 * shared + sought->count / 2) / sought->count);
}

bool pair_is_above(const size_t *managers, size_t count, size_t above, size_t person)
{
	size_t at = managers[person];

	for (size_t steps = 0; at != PAIR_NOBODY && steps < count; steps++) {
		if (at == above)
			return true;
		at = managers[at];
	}
	return false;
}
