#include "model/vocabulary.h"

#include <stdbool.h>
#include <string.h>

#include "chiron/text.h"

enum { FIRST_SLOTS = 256 };

/* FNV-1a (Fowler, Noll, Vo). */
static uint32_t hash(const char *key)
{
	uint32_t value = 2166136261u;

	for (const unsigned char *at = (const unsigned char *)key; *at; at++)
		value = (value ^ *at) * 16777619u;
	return value;
}

/* The slot that holds the key, or the free one where it belongs. */
static uint32_t slot_of(const struct vocabulary *vocabulary, const char *key)
{
	uint32_t slot = hash(key) & (vocabulary->slot_count - 1);

	while (vocabulary->slots[slot] != 0 && strcmp(vocabulary->keys[vocabulary->slots[slot] - 1], key) != 0)
		slot = (slot + 1) & (vocabulary->slot_count - 1);
	return slot;
}

/* Doubles the tables while they are more than half full. */
static void make_room(struct vocabulary *vocabulary)
{
	const char **keys = vocabulary->keys;

	if (vocabulary->slot_count > 0 && vocabulary->count < vocabulary->slot_count / 2)
		return;
	vocabulary->slot_count = vocabulary->slot_count == 0 ? FIRST_SLOTS : 2 * vocabulary->slot_count;
	vocabulary->slots = ch_arena_array(vocabulary->arena, vocabulary->slot_count, sizeof *vocabulary->slots);
	vocabulary->keys = ch_arena_array(vocabulary->arena, vocabulary->slot_count / 2, sizeof *vocabulary->keys);
	if (vocabulary->count > 0)
		memcpy(vocabulary->keys, keys, vocabulary->count * sizeof *keys);
	for (uint32_t i = 0; i < vocabulary->count; i++)
		vocabulary->slots[slot_of(vocabulary, vocabulary->keys[i])] = i + 1;
}

/* Folds what is plain letters, digits and single blanks in place of the general way, which is ten times slower. */
static bool fold_plain(const char *text, char *key, size_t size)
{
	size_t length = 0;

	for (; text[length]; length++) {
		unsigned char c = (unsigned char)text[length];
		bool edge = length == 0 || text[length + 1] == '\0' || text[length + 1] == ' ';

		if (length + 1 >= size || c < ' ' || c > '~' || (c == ' ' && edge))
			return false;
		key[length] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	key[length] = '\0';
	return length > 0;
}

uint32_t vocabulary_number(struct vocabulary *vocabulary, const char *text)
{
	char plain[128];
	const char *key = plain;
	bool is_plain;

	if (text == NULL || *text == '\0')
		return 0;
	is_plain = fold_plain(text, plain, sizeof plain);
	if (!is_plain)
		key = ch_text_fold(vocabulary->arena, text);
	make_room(vocabulary);
	uint32_t slot = slot_of(vocabulary, key);
	if (vocabulary->slots[slot] == 0) {
		vocabulary->keys[vocabulary->count++] = is_plain ? ch_arena_copy(vocabulary->arena, key) : key;
		vocabulary->slots[slot] = vocabulary->count;
	}
	return vocabulary->slots[slot];
}
