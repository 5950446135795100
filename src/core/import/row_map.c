/*
 * Open addressing with linear probing, at most half full, over runs of 4 ids,
 * since ids mostly follow each other; runs are spread by Fibonacci hashing
 * (Knuth, The Art of Computer Programming 3, 6.4).
 */
#include "core/import/row_map.h"

#include <stdlib.h>

#include "chiron/status.h"

enum { FIRST_CAPACITY = 64, RUN = 4 };

struct row_run {
	int64_t number; /* its ids by RUN, counted from 1; 0: a free slot */
	uint32_t rows[RUN];
};

static size_t slot_of(const struct row_map *map, int64_t number)
{
	size_t slot = (size_t)((uint64_t)number * 0x9E3779B97F4A7C15u >> 32) & (map->capacity - 1);

	while (map->runs[slot].number != 0 && map->runs[slot].number != number)
		slot = (slot + 1) & (map->capacity - 1);
	return slot;
}

static void grow(struct row_map *map)
{
	struct row_map bigger = {.capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity * 2,
				 .used = map->used,
				 .count = map->count};

	bigger.runs = calloc(bigger.capacity, sizeof *bigger.runs);
	if (bigger.runs == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < map->capacity; i++)
		if (map->runs[i].number != 0)
			bigger.runs[slot_of(&bigger, map->runs[i].number)] = map->runs[i];
	free(map->runs);
	*map = bigger;
}

int64_t row_map_find(const struct row_map *map, int64_t id)
{
	return map->capacity == 0 ? 0 : map->runs[slot_of(map, id / RUN + 1)].rows[id % RUN];
}

void row_map_set(struct row_map *map, int64_t id, int64_t row)
{
	if (map->used * 2 >= map->capacity)
		grow(map);
	struct row_run *run = &map->runs[slot_of(map, id / RUN + 1)];
	map->used += run->number == 0;
	map->count += run->rows[id % RUN] == 0;
	run->number = id / RUN + 1;
	run->rows[id % RUN] = (uint32_t)row;
}

int64_t row_map_next(const struct row_map *map, size_t *place)
{
	for (size_t at = *place; at < map->capacity * RUN; at++) {
		const struct row_run *run = &map->runs[at / RUN];
		*place = at + 1;
		if (run->rows[at % RUN] != 0)
			return (run->number - 1) * RUN + (int64_t)(at % RUN);
	}
	return 0;
}

void row_map_release(struct row_map *map)
{
	free(map->runs);
	*map = ROW_MAP_EMPTY;
}
