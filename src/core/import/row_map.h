/*
 * Which row of the file a person was last seen in: a hash table from ids to rows. Owns its memory; ROW_MAP_EMPTY to
 * release().
 */
#ifndef CHIRON_CORE_IMPORT_ROW_MAP_H
#define CHIRON_CORE_IMPORT_ROW_MAP_H

#include <stddef.h>
#include <stdint.h>

struct row_run;

struct row_map {
	struct row_run *runs;
	size_t used, capacity; /* of the runs; capacity is 0 or a power of two */
	size_t count;	       /* ids */
};

#define ROW_MAP_EMPTY ((struct row_map){.runs = NULL})

/* The row of that id, which is not negative; 0 where there is none. Rows are at most 2^32 - 1. */
int64_t row_map_find(const struct row_map *map, int64_t id);
void row_map_set(struct row_map *map, int64_t id, int64_t row);

/* The ids one after another, in no order: *place begins with 0. 0 after the last. */
int64_t row_map_next(const struct row_map *map, size_t *place);

void row_map_release(struct row_map *map);

#endif
