#include "core/import/near_names.h"

#include <ctype.h>
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

/* Of somebody in a group, the part of the name that has to be alike. */
struct near_other {
	uint64_t letters;
	uint32_t length;
	uint32_t number;
	uint32_t name; /* its place in `names` */
};

/* Some of a group, side by side, since every one of them is looked at. */
struct near_group {
	struct near_group *older; /* NULL: none */
	uint32_t count, capacity;
	struct near_other others[];
};

void near_names_begin(struct near_names *near, int64_t people, const struct key_seed *seed)
{
	*near = (struct near_names){.off = people > NEAR_NAMES_MOST, .arena = CH_ARENA_EMPTY};
	near->families.numbers.seed = near->firsts.numbers.seed = *seed;
	if (near->off || people <= 0)
		return;
	near->names = malloc((size_t)people * sizeof *near->names);
	if (near->names == NULL)
		ch_abort("out of memory");
	near->capacity = (size_t)people;
	/* Most have a family name for themselves, and share a first name. */
	key_map_reserve(&near->families.numbers, near->capacity);
}

static void release(struct near_groups *groups)
{
	key_map_release(&groups->numbers);
	free(groups->newest);
	groups->newest = NULL;
}

void near_names_release(struct near_names *near)
{
	release(&near->families);
	release(&near->firsts);
	ch_arena_release(&near->arena);
	free(near->names);
	near->names = NULL;
}

/* ---- Words ---------------------------------------------------------------- */

static bool is_of_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next word from *at on, which moves behind it; in *length its bytes, 0 where there is none. */
static const char *next_word(const char **at, size_t *length)
{
	while (**at != '\0' && !is_of_word(**at))
		(*at)++;
	const char *word = *at;

	while (is_of_word(**at))
		(*at)++;
	*length = (size_t)(*at - word);
	return word;
}

static size_t count_words(const char *text)
{
	size_t count = 0, length;

	while (next_word(&text, &length) != NULL && length > 0)
		count++;
	return count;
}

static bool has_word(const char *text, const char *word, size_t length)
{
	size_t other;

	for (const char *at = next_word(&text, &other); other > 0; at = next_word(&text, &other))
		if (other == length && memcmp(at, word, length) == 0)
			return true;
	return false;
}

static uint64_t letters_of_words(const char *text)
{
	uint64_t letters = 0;

	for (; *text != '\0'; text++)
		if (is_of_word(*text))
			letters |= UINT64_C(1) << ((unsigned char)*text & 63);
	return letters;
}

static bool has_words(const struct near_name *name, const char *words)
{
	size_t length;

	for (const char *word = next_word(&words, &length); length > 0; word = next_word(&words, &length))
		if (!has_word(name->family, word, length) && !has_word(name->first, word, length))
			return false;
	return true;
}

const struct near_name *near_names_find_by_words(const struct near_names *near, const char *sort_name)
{
	const struct near_name *same = NULL, *longer = NULL;
	size_t words = count_words(sort_name), same_count = 0, longer_count = 0;
	uint64_t letters = letters_of_words(sort_name);

	for (size_t i = 0; words > 0 && i < near->count; i++) {
		const struct near_name *name = &near->names[i];

		if ((letters & ~name->letters) != 0 || !has_words(name, sort_name))
			continue;
		if (count_words(name->family) + count_words(name->first) == words) {
			same = name;
			same_count++;
		} else {
			longer = name;
			longer_count++;
		}
	}
	if (same_count > 0)
		return same_count == 1 ? same : NULL;
	return longer_count == 1 ? longer : NULL;
}

/* ---- Parts of names -------------------------------------------------------- */

static struct near_word word_of(const char *text, const struct key_seed *seed)
{
	struct near_word word = {.text = text};
	bool numbered = false;

	for (; text[word.length] != '\0'; word.length++) {
		unsigned char c = (unsigned char)text[word.length];

		word.letters |= UINT64_C(1) << (c & 63);
		if (c < '0' || c > '9')
			continue;
		word.number = word.number * 10 + (c - '0');
		numbered = true;
	}
	word.number += numbered;
	word.hash = key_hash_part(seed, 0, text, word.length);
	return word;
}

struct near_parts near_parts_of(const char *sort_name, const struct key_seed *seed, struct ch_arena *arena)
{
	char *family = ch_arena_copy(arena, sort_name);
	char *comma = strstr(family, ", ");

	if (comma != NULL)
		*comma = '\0';
	return (struct near_parts){.family = word_of(family, seed),
				   .first = word_of(comma == NULL ? "" : comma + 2, seed)};
}

/* The array of so many elements of that size, with room for one more. */
static void *with_room(void *array, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return array;
	*capacity = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
	array = realloc(array, *capacity * size);
	if (array == NULL)
		ch_abort("out of memory");
	return array;
}

/* The newest of the group of that key; a new one where there is none. */
static struct near_group **group_of(struct near_groups *groups, uint64_t hash)
{
	size_t number = (size_t)key_map_find(&groups->numbers, hash);

	if (number == 0) {
		groups->newest = with_room(groups->newest, groups->count, &groups->capacity, sizeof *groups->newest);
		groups->newest[groups->count++] = NULL;
		number = groups->count;
		key_map_set(&groups->numbers, hash, (int64_t)number);
	}
	return &groups->newest[number - 1];
}

/* Most have a name for themselves, others hundreds. */
static void add_to(struct near_group **newest, const struct near_word *word, size_t name, struct ch_arena *arena)
{
	struct near_group *group = *newest;

	if (group == NULL || group->count == group->capacity) {
		uint32_t capacity = group == NULL ? 1 : group->capacity < COMPARED_MOST / 2 ? group->capacity * 2 :
											       group->capacity;
		struct near_group *larger =
			ch_arena_alloc(arena, sizeof *larger + capacity * sizeof larger->others[0]);

		larger->older = group;
		larger->capacity = capacity;
		*newest = group = larger;
	}
	group->others[group->count++] =
		(struct near_other){
		.letters = word->letters, .length = word->length, .number = word->number, .name = (uint32_t)name};
}

void near_names_add(struct near_names *near, const struct near_parts *parts, const char *name, int64_t id)
{
	const struct near_word *family = &parts->family, *first = &parts->first;

	if (near->off)
		return;
	near->names = with_room(near->names, near->count, &near->capacity, sizeof *near->names);
	near->names[near->count] =
		(struct near_name){.id = id,
				   .name = ch_arena_copy(&near->arena, name),
				   .family = ch_arena_copy_bytes(&near->arena, family->text, family->length),
				   .first = ch_arena_copy_bytes(&near->arena, first->text, first->length),
				   .letters = family->letters | first->letters};
	add_to(group_of(&near->families, family->hash), first, near->count, &near->arena);
	if (first->length > 0)
		add_to(group_of(&near->firsts, first->hash), family, near->count, &near->arena);
	near->count++;
}

const char *near_names_of(const struct near_names *near, int64_t id)
{
	for (size_t i = near->count; i > 0; i--)
		if (near->names[i - 1].id == id)
			return near->names[i - 1].name;
	return NULL;
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
static bool are_far_apart(const struct near_word *a, const struct near_other *b)
{
	return a->length - b->length + SLIPS_MOST > 2 * SLIPS_MOST || has_more_than_slips(a->letters & ~b->letters) ||
	       has_more_than_slips(b->letters & ~a->letters);
}

/*
 * Whether two words may reach ALIKE at all. With the longest prefix that takes a Jaro of 817, and so letters in common
 * of 1450 thousandths of the one and the other together; a letter that only one of them has is in common with none.
 */
static bool may_be_alike(const struct near_word *a, const struct near_other *b)
{
	uint32_t a_alone = (uint32_t)__builtin_popcountll(a->letters & ~b->letters);
	uint32_t b_alone = (uint32_t)__builtin_popcountll(b->letters & ~a->letters);

	if (a_alone >= a->length || b_alone >= b->length)
		return false;
	uint32_t common = a->length - a_alone < b->length - b_alone ? a->length - a_alone : b->length - b_alone;
	return (uint64_t)common * (a->length + b->length) * 1000 >= (uint64_t)a->length * b->length * 1450;
}

static bool is_few_slips(const char *a, const char *b)
{
	size_t at = 0;
	int slips = 0;

	/* Of most the letters that differ stand in the same places. */
	for (; a[at] != '\0' && b[at] != '\0' && slips <= SLIPS_MOST; at++)
		slips += a[at] != b[at];
	return (a[at] == b[at] && slips <= SLIPS_MOST) || ch_text_distance(a, b) <= SLIPS_MOST;
}

/* Keeps the name where its text, which may be like the word, is so and more than the best so far. */
static void compare(struct best *best, const char *word, const char *text, const struct near_name *name)
{
	if (strcmp(word, text) == 0)
		return;
	int likeness = ch_text_likeness(word, text);
	if (likeness >= ALIKE && likeness > best->likeness && is_few_slips(word, text))
		*best = (struct best){.name = name, .likeness = likeness};
}

/*
 * Whoever of these comes last and is not told apart by another number; NULL: nobody. Autumn-0014 and Autumn-0041 are
 * two, as whoever numbered them meant; Autumn-014 and Autumn may be one.
 */
static const struct near_other *last_of(const struct near_other *first, const struct near_other *end, uint32_t number)
{
	if (number != 0)
		while (end > first && end[-1].number != number && end[-1].number != 0)
			end--;
	return end > first ? end - 1 : NULL;
}

/* Compares the other part of the name with that of those who have the key in common, the newest first. */
static void look_at(const struct near_names *near, const struct near_groups *groups, uint64_t key,
		    const struct near_word *word, struct best *best)
{
	size_t number = (size_t)key_map_find(&groups->numbers, key);
	const struct near_group *group = number == 0 ? NULL : groups->newest[number - 1];
	uint32_t left = COMPARED_MOST;

	for (; group != NULL && left > 0; group = group->older) {
		const struct near_other *first = group->others + (group->count > left ? group->count - left : 0);
		const struct near_other *other = group->others + group->count;

		left -= (uint32_t)(other - first);
		while ((other = last_of(first, other, word->number)) != NULL) {
			if (are_far_apart(word, other) || !may_be_alike(word, other))
				continue;
			const struct near_name *name = &near->names[other->name];
			compare(best, word->text, groups == &near->families ? name->first : name->family, name);
		}
	}
}

const struct near_name *near_names_find(const struct near_names *near, const struct near_parts *parts)
{
	struct best best = {.name = NULL};

	if (near->off || near->count == 0)
		return NULL;
	look_at(near, &near->families, parts->family.hash, &parts->first, &best);
	if (parts->first.length > 0)
		look_at(near, &near->firsts, parts->first.hash, &parts->family, &best);
	return best.name;
}

void near_names_fetch(const struct near_names *near, const struct near_parts *parts)
{
	key_map_fetch(&near->families.numbers, parts->family.hash);
}
