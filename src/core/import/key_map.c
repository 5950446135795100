/*
 * Open addressing with linear probing, at most three quarters full. Hashing
 * multiplies eight bytes at a time into 128 bits and folds them, as wyhash
 * does (Wang Yi, github.com/wangyi-fudan/wyhash, public domain), here without
 * its tricks for long texts.
 */
#include "core/import/key_map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/eights.h"
#include "chiron/status.h"
#include "store/db.h"

enum { FIRST_CAPACITY = 1024, LARGE_PAGE = 2 * 1024 * 1024 };

#define TO_COME UINT32_C(0x80000000) /* in the place of an id: nobody is here yet */

/* What a look-up reads stands together; three words of 32 bits are 12 bytes, without a gap. */
struct key_map_slot {
	uint32_t high, low; /* of the hash; both 0: a free slot */
	uint32_t id;
};

static uint64_t hash_in(const struct key_map_slot *slot)
{
	return (uint64_t)slot->high << 32 | slot->low;
}

struct key_seed key_seed_new(void)
{
	struct key_seed seed;
	char id[DB_ID_SIZE];

	db_random_id(id);
	memcpy(&seed, id, sizeof seed);
	return seed;
}

void key_map_begin(struct key_map *map)
{
	map->seed = key_seed_new();
}

void key_map_begin_like(struct key_map *map, const struct key_map *other)
{
	map->seed = other->seed;
}

static uint64_t mix(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t key_hash_part(const struct key_seed *seed, uint64_t before, const char *part, size_t length)
{
	uint64_t hash = (seed->words[0] ^ length) + before;

	for (size_t at = 0; at + 8 < length; at += 8)
		hash = mix(hash ^ eights_read(part + at), seed->words[1] | 1);
	hash = mix(hash ^ eights_read_last(part, length), 0x9E3779B97F4A7C15u);
	return hash == 0 ? 1 : hash;
}

uint64_t key_hash(const struct key_seed *seed, const char *key)
{
	return key == NULL ? 0 : key_hash_part(seed, 0, key, strlen(key));
}

uint64_t key_map_hash(const struct key_map *map, const char *key)
{
	return key_hash(&map->seed, key);
}

/* Where the hash stands, or would. */
static struct key_map_slot *slot_of(const struct key_map *map, uint64_t hash)
{
	size_t place = (size_t)hash & (map->capacity - 1);

	while (hash_in(&map->slots[place]) != 0 && hash_in(&map->slots[place]) != hash)
		place = (place + 1) & (map->capacity - 1);
	return &map->slots[place];
}

/* Looked up at random, a large table in small pages costs a second look-up, of the page. */
static struct key_map_slot *slots_new(size_t capacity)
{
	size_t size = capacity * sizeof(struct key_map_slot);
	struct key_map_slot *slots = size % LARGE_PAGE == 0 ? aligned_alloc(LARGE_PAGE, size) :
							      calloc(capacity, sizeof *slots);

	if (slots == NULL)
		ch_abort("out of memory");
	if (size % LARGE_PAGE == 0) {
		madvise(slots, size, MADV_HUGEPAGE); /* a wish: without it all is slower, and right */
		memset(slots, 0, size);
	}
	return slots;
}

static struct key_map with_capacity(const struct key_map *map, size_t capacity)
{
	struct key_map larger = *map;

	larger.capacity = capacity;
	larger.slots = slots_new(capacity);
	return larger;
}

void key_map_reserve(struct key_map *map, size_t count)
{
	size_t capacity = FIRST_CAPACITY;

	while (capacity / 4 * 3 <= count)
		capacity *= 2;
	if (map->capacity == 0)
		*map = with_capacity(map, capacity);
}

static void grow(struct key_map *map)
{
	struct key_map larger = with_capacity(map, map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2);

	for (size_t i = 0; i < map->capacity; i++)
		if (hash_in(&map->slots[i]) != 0)
			*slot_of(&larger, hash_in(&map->slots[i])) = map->slots[i];
	free(map->slots);
	*map = larger;
}

int64_t key_map_find(const struct key_map *map, uint64_t hash)
{
	uint32_t id = map->capacity == 0 ? 0 : slot_of(map, hash)->id;

	return id & TO_COME ? 0 : id;
}

void key_map_fetch(const struct key_map *map, uint64_t hash)
{
	if (map->capacity > 0)
		__builtin_prefetch(&map->slots[(size_t)hash & (map->capacity - 1)]);
}

static bool is_id(uint32_t id)
{
	return id != 0 && !(id & TO_COME);
}

static bool put(struct key_map *map, uint64_t hash, uint32_t id, bool instead)
{
	if (map->count >= map->capacity / 4 * 3)
		grow(map);
	struct key_map_slot *slot = slot_of(map, hash);
	if (!instead && (is_id(slot->id) || (slot->id != 0 && !is_id(id))))
		return false;
	map->count += slot->id == 0;
	*slot = (struct key_map_slot){.high = (uint32_t)(hash >> 32), .low = (uint32_t)hash, .id = id};
	return true;
}

void key_map_set(struct key_map *map, uint64_t hash, int64_t id)
{
	if (id > 0 && id < TO_COME)
		put(map, hash, (uint32_t)id, true);
}

void key_map_keep(struct key_map *map, uint64_t hash, int64_t id)
{
	if (id > 0 && id < TO_COME)
		put(map, hash, (uint32_t)id, false);
}

bool key_map_expect(struct key_map *map, uint64_t hash, uint32_t number)
{
	return number > 0 && number < TO_COME && put(map, hash, number | TO_COME, false);
}

uint32_t key_map_expected(const struct key_map *map, uint64_t hash)
{
	uint32_t id = map->capacity == 0 ? 0 : slot_of(map, hash)->id;

	return id & TO_COME ? id & ~TO_COME : 0;
}

void key_map_release(struct key_map *map)
{
	free(map->slots);
	map->slots = NULL;
	map->count = map->capacity = 0;
}
