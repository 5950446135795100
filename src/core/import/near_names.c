#include "core/import/near_names.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/status.h"
#include "chiron/text.h"

enum {
	ALIKE = 890,	     /* of 1000: Smith and Smyth are, Mary and Mark are not */
	COMPARED_MOST = 200, /* of those with the same name, the newest */
	FIRST_CAPACITY = 256
};

void near_names_begin(struct near_names *near, int64_t people)
{
	*near = (struct near_names){.off = people > NEAR_NAMES_MOST, .arena = CH_ARENA_EMPTY};
	key_map_begin(&near->families);
	key_map_begin(&near->firsts);
}

void near_names_release(struct near_names *near)
{
	key_map_release(&near->families);
	key_map_release(&near->firsts);
	ch_arena_release(&near->arena);
	free(near->names);
	near->names = NULL;
}

/* "family, first" in its two parts, in `arena`; a name of one word has no first. */
static struct near_name split(const char *sort_name, struct ch_arena *arena)
{
	const char *comma = strstr(sort_name, ", ");

	if (comma == NULL)
		return (struct near_name){.family = ch_arena_copy(arena, sort_name), .first = ""};
	return (struct near_name){.family = ch_arena_copy_bytes(arena, sort_name, (size_t)(comma - sort_name)),
				  .first = ch_arena_copy(arena, comma + 2)};
}

void near_names_add(struct near_names *near, const char *sort_name, int64_t id)
{
	if (near->off)
		return;
	if (near->count == near->capacity) {
		near->capacity = near->capacity == 0 ? FIRST_CAPACITY : near->capacity * 2;
		near->names = realloc(near->names, near->capacity * sizeof *near->names);
		if (near->names == NULL)
			ch_abort("out of memory");
	}
	struct near_name *name = &near->names[near->count++];
	*name = split(sort_name, &near->arena);
	name->id = id;
	name->next_of_family = (uint32_t)key_map_find(&near->families, name->family);
	key_map_set(&near->families, name->family, (int64_t)near->count);
	if (name->first[0] == '\0')
		return;
	name->next_of_first = (uint32_t)key_map_find(&near->firsts, name->first);
	key_map_set(&near->firsts, name->first, (int64_t)near->count);
}

struct best {
	int64_t id;
	int likeness;
};

static void compare(struct best *best, const char *a, const char *b, int64_t id)
{
	int likeness = strcmp(a, b) == 0 ? 0 : ch_text_likeness(a, b);

	if (likeness >= ALIKE && likeness > best->likeness)
		*best = (struct best){.id = id, .likeness = likeness};
}

int64_t near_names_find(const struct near_names *near, const char *sort_name)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct best best = {.id = 0};

	if (near->off || near->count == 0)
		return 0;
	struct near_name name = split(sort_name, &arena);
	size_t at = (size_t)key_map_find(&near->families, name.family);
	for (int i = 0; at != 0 && i < COMPARED_MOST; i++, at = near->names[at - 1].next_of_family)
		compare(&best, name.first, near->names[at - 1].first, near->names[at - 1].id);
	at = name.first[0] == '\0' ? 0 : (size_t)key_map_find(&near->firsts, name.first);
	for (int i = 0; at != 0 && i < COMPARED_MOST; i++, at = near->names[at - 1].next_of_first)
		compare(&best, name.family, near->names[at - 1].family, near->names[at - 1].id);
	ch_arena_release(&arena);
	return best.id;
}
