/*
 * Which row of the file a person was last seen in: a hash table from ids to rows. Owns its memory; ROW_MAP_EMPTY to
 * release().
 */
#ifndef CHIRON_CORE_IMPORT_ROW_MAP_H
#define CHIRON_CORE_IMPORT_ROW_MAP_H

#include <stddef.h>
#include <stdint.h>

struct row_map {
	int64_t *ids; /* 0: a free slot */
	uint32_t *rows; /* of which no file that is read has more */
	size_t count, capacity; /* capacity is 0 or a power of two */
};

#define ROW_MAP_EMPTY ((struct row_map){.ids = NULL})

/* The row of that id; 0 where there is none. */
int64_t row_map_find(const struct row_map *map, int64_t id);
void row_map_set(struct row_map *map, int64_t id, int64_t row);
void row_map_release(struct row_map *map);

#endif
