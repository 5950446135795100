/*
 * Ids by keys of text, kept as numbers: 12 bytes a key, whatever its length.
 *
 * A key is known by 64 bits of a hash with a secret seed. Two of a million keys
 * are alike once in ten million imports, so an id that is found is a strong
 * guess: whoever would write by it compares the record's own key first.
 */
#ifndef CHIRON_CORE_IMPORT_KEY_MAP_H
#define CHIRON_CORE_IMPORT_KEY_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct key_map_slot;

struct key_map {
	uint64_t seed[2];
	struct key_map_slot *slots;
	size_t count, capacity; /* capacity is 0 or a power of two */
};

#define KEY_MAP_EMPTY ((struct key_map){.slots = NULL})

/* Before the first key; the seed is new for each. */
void key_map_begin(struct key_map *map);

/* Makes room for so many keys at once, where none is held yet. */
void key_map_reserve(struct key_map *map, size_t count);

/* The id that was set for this key; 0 where there is none. */
int64_t key_map_find(const struct key_map *map, const char *key);

/* The number that a key is known by, never 0, and what was set for it. */
uint64_t key_map_hash(const struct key_map *map, const char *key);
int64_t key_map_find_hash(const struct key_map *map, uint64_t hash);

/* Begins to read what a look-up of the key will: a large map is far away, and one soon afterwards waits less. */
void key_map_fetch(const struct key_map *map, const char *key);
void key_map_fetch_hash(const struct key_map *map, uint64_t hash);

/*
 * Says that the key of that number is to come, as the number-th of those that do; false where that was said before or
 * it is here. It is found by key_map_expected() alone, as long as nothing is set for it.
 */
bool key_map_expect_hash(struct key_map *map, uint64_t hash, uint32_t number);
uint32_t key_map_expected(const struct key_map *map, const char *key);

/* Sets it, in the place of another. Ids beyond 2^31 - 1 are passed over. */
void key_map_set(struct key_map *map, const char *key, int64_t id);

/* Sets it where there is none yet. */
void key_map_keep(struct key_map *map, const char *key, int64_t id);

void key_map_release(struct key_map *map);

#endif
