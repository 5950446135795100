#include "core/import/near_names.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/status.h"
#include "chiron/text.h"

enum {
	ALIKE = 890,	     /* of 1000: Smith and Smyth are, Mary and Mark are not */
	SLIPS_MOST = 2,	     /* letters: of long names that begin alike, Smith-Jones and Smith-Brown are two */
	COMPARED_MOST = 100, /* of those with the same name, the newest */
	FIRST_CAPACITY = 256
};

void near_names_begin(struct near_names *near, int64_t people)
{
	*near = (struct near_names){.off = people > NEAR_NAMES_MOST, .arena = CH_ARENA_EMPTY,
				     .scratch = CH_ARENA_EMPTY};
	key_map_begin(&near->families);
	key_map_begin(&near->firsts);
}

void near_names_release(struct near_names *near)
{
	key_map_release(&near->families);
	key_map_release(&near->firsts);
	ch_arena_release(&near->arena);
	ch_arena_release(&near->scratch);
	free(near->names);
	near->names = NULL;
}

static struct near_word word_of(const char *text)
{
	struct near_word word = {.text = text, .length = (uint32_t)strlen(text)};

	for (const char *at = text; *at != '\0'; at++)
		word.letters |= UINT64_C(1) << ((unsigned char)*at & 63);
	return word;
}

/* "family, first" in its two parts, in `arena`; a name of one word has no first. */
static struct near_name split(const char *sort_name, struct ch_arena *arena)
{
	const char *comma = strstr(sort_name, ", ");
	size_t family = comma == NULL ? strlen(sort_name) : (size_t)(comma - sort_name);

	return (struct near_name){.family = word_of(ch_arena_copy_bytes(arena, sort_name, family)),
				  .first = word_of(comma == NULL ? "" : ch_arena_copy(arena, comma + 2))};
}

void near_names_add(struct near_names *near, const char *sort_name, const char *written, int64_t id)
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
	name->name = ch_arena_copy(&near->arena, written);
	name->next_of_family = (uint32_t)key_map_find(&near->families, name->family.text);
	key_map_set(&near->families, name->family.text, (int64_t)near->count);
	if (name->first.text[0] == '\0')
		return;
	name->next_of_first = (uint32_t)key_map_find(&near->firsts, name->first.text);
	key_map_set(&near->firsts, name->first.text, (int64_t)near->count);
}

struct best {
	const struct near_name *name;
	int likeness;
};

static bool has_more_than_slips(uint64_t letters)
{
	for (int i = 0; i < SLIPS_MOST; i++)
		letters &= letters - 1;
	return letters != 0;
}

/* Whether two words are more than SLIPS_MOST apart: each slip is one letter more, or one in the place of another. */
static bool are_far_apart(const struct near_word *a, const struct near_word *b)
{
	uint32_t apart = a->length > b->length ? a->length - b->length : b->length - a->length;

	return apart > SLIPS_MOST || has_more_than_slips(a->letters & ~b->letters) ||
	       has_more_than_slips(b->letters & ~a->letters);
}

/*
 * Whether two words may reach ALIKE at all. With the longest prefix that takes a Jaro of 817, and so letters in common
 * of 1450 thousandths of the one and the other together; a letter that only one of them has is in common with none.
 */
static bool may_be_alike(const struct near_word *a, const struct near_word *b)
{
	uint32_t a_alone = (uint32_t)__builtin_popcountll(a->letters & ~b->letters);
	uint32_t b_alone = (uint32_t)__builtin_popcountll(b->letters & ~a->letters);

	if (a_alone >= a->length || b_alone >= b->length)
		return false;
	uint32_t common = a->length - a_alone < b->length - b_alone ? a->length - a_alone : b->length - b_alone;
	return (uint64_t)common * (a->length + b->length) * 1000 >= (uint64_t)a->length * b->length * 1450;
}

static void compare(struct best *best, const struct near_word *a, const struct near_word *b,
		    const struct near_name *name)
{
	if (are_far_apart(a, b) || !may_be_alike(a, b) || strcmp(a->text, b->text) == 0)
		return;
	int likeness = ch_text_likeness(a->text, b->text);
	if (likeness >= ALIKE && likeness > best->likeness && ch_text_distance(a->text, b->text) <= SLIPS_MOST)
		*best = (struct best){.name = name, .likeness = likeness};
}

const struct near_name *near_names_find(struct near_names *near, const char *sort_name)
{
	struct best best = {.name = NULL};

	if (near->off || near->count == 0)
		return NULL;
	struct near_name name = split(sort_name, &near->scratch);
	size_t at = (size_t)key_map_find(&near->families, name.family.text);
	for (int i = 0; at != 0 && i < COMPARED_MOST; i++, at = near->names[at - 1].next_of_family)
		compare(&best, &name.first, &near->names[at - 1].first, &near->names[at - 1]);
	at = name.first.text[0] == '\0' ? 0 : (size_t)key_map_find(&near->firsts, name.first.text);
	for (int i = 0; at != 0 && i < COMPARED_MOST; i++, at = near->names[at - 1].next_of_first)
		compare(&best, &name.family, &near->names[at - 1].family, &near->names[at - 1]);
	ch_arena_reset(&near->scratch);
	return best.name;
}
