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

struct key_seed {
	uint64_t words[2];
};

struct key_map {
	struct key_seed seed;
	struct key_map_slot *slots;
	size_t count, capacity; /* capacity is 0 or a power of two */
};

#define KEY_MAP_EMPTY ((struct key_map){.slots = NULL})

struct key_seed key_seed_new(void);

/* Before the first key; the seed is new, or that of another map, so that a key has one number in both. */
void key_map_begin(struct key_map *map);
void key_map_begin_like(struct key_map *map, const struct key_map *other);

/* Makes room for so many keys at once, where none is held yet. */
void key_map_reserve(struct key_map *map, size_t count);

/* The hash that a key is known by, never 0; of NULL it is 0. What follows takes the hash of a key. */
uint64_t key_hash(const struct key_seed *seed, const char *key);
uint64_t key_map_hash(const struct key_map *map, const char *key);

/* That of a key in parts: of so many bytes of one, behind those with the hash `before` (0: it is the first). */
uint64_t key_hash_part(const struct key_seed *seed, uint64_t before, const char *part, size_t length);

/* The id that was set for this key; 0 where there is none. */
int64_t key_map_find(const struct key_map *map, uint64_t hash);

/* Begins to read what a look-up will: a large map is far away, and one soon afterwards waits less. */
void key_map_fetch(const struct key_map *map, uint64_t hash);

/*
 * Says that the key is to come, as the number-th of those that do; false where that was said before or it is here. It
 * is found by key_map_expected() alone, as long as nothing is set for it.
 */
bool key_map_expect(struct key_map *map, uint64_t hash, uint32_t number);
uint32_t key_map_expected(const struct key_map *map, uint64_t hash);

/* Sets it, in the place of another. Ids beyond 2^31 - 1 are passed over. */
void key_map_set(struct key_map *map, uint64_t hash, int64_t id);

/* Sets it where there is none yet. */
void key_map_keep(struct key_map *map, uint64_t hash, int64_t id);

void key_map_release(struct key_map *map);

#endif
