#include "core/match/match_invert.h"

#include <string.h>

struct inverted match_invert(const struct ch_matching *m, struct ch_arena *arena, size_t offset)
{
	struct inverted list = {.first = ch_arena_array(arena, m->words.count + 2, sizeof *list.first)};
	uint32_t all = 0;

	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *terms = (const void *)((const char *)&m->guides.people[g].side + offset);
		for (size_t i = 0; i < terms->count; i++)
			list.first[terms->numbers[i] + 1]++;
	}
	for (size_t i = 0; i <= m->words.count; i++) {
		all += list.first[i + 1];
		list.first[i + 1] = all;
	}
	list.guides = ch_arena_array(arena, all, sizeof *list.guides);
	uint32_t *next = ch_arena_array(arena, m->words.count + 2, sizeof *next);
	memcpy(next, list.first, (m->words.count + 2) * sizeof *next);
	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *terms = (const void *)((const char *)&m->guides.people[g].side + offset);
		for (size_t i = 0; i < terms->count; i++)
			list.guides[next[terms->numbers[i]]++] = (uint32_t)g;
	}
	return list;
}
