/*
 * Open addressing with linear probing, at most half full; ids are spread by
 * Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
 */
#include "core/import/row_map.h"

#include <stdlib.h>

#include "chiron/status.h"

enum { FIRST_CAPACITY = 256 };

static size_t slot_of(const struct row_map *map, int64_t id)
{
	size_t slot = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 32) & (map->capacity - 1);

	while (map->ids[slot] != 0 && map->ids[slot] != id)
		slot = (slot + 1) & (map->capacity - 1);
	return slot;
}

static void grow(struct row_map *map)
{
	struct row_map bigger = {.capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2};

	bigger.ids = calloc(bigger.capacity, sizeof *bigger.ids);
	bigger.rows = calloc(bigger.capacity, sizeof *bigger.rows);
	if (bigger.ids == NULL || bigger.rows == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < map->capacity; i++)
		if (map->ids[i] != 0)
			row_map_set(&bigger, map->ids[i], map->rows[i]);
	row_map_release(map);
	*map = bigger;
}

int64_t row_map_find(const struct row_map *map, int64_t id)
{
	return map->capacity == 0 ? 0 : map->rows[slot_of(map, id)];
}

void row_map_set(struct row_map *map, int64_t id, int64_t row)
{
	if (map->count * 2 >= map->capacity)
		grow(map);
	size_t slot = slot_of(map, id);
	map->count += map->ids[slot] == 0;
	map->ids[slot] = id;
	map->rows[slot] = (uint32_t)row;
}

void row_map_release(struct row_map *map)
{
	free(map->ids);
	free(map->rows);
	*map = ROW_MAP_EMPTY;
}
