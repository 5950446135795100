/*
 * Nodes by distance, the nearest first: a binary heap in which a node's
 * distance may become less.
 */
#ifndef MODEL_MATCH_HEAP_H
#define MODEL_MATCH_HEAP_H

#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"

#define MATCH_FAR INT64_MAX

struct match_heap {
	int64_t *distance; /* of each node, also of those taken; MATCH_FAR: never added */
	uint32_t *nodes;
	uint32_t *place; /* of each node in `nodes` */
	size_t count;
};

/* Nodes are numbered from 0 to `nodes` - 1. */
void match_heap_start(struct match_heap *heap, size_t nodes, struct ch_arena *arena);

/* `distance` is less than heap->distance[node]; the node was not taken yet. */
void match_heap_add(struct match_heap *heap, uint32_t node, int64_t distance);

/* The nearest node, which leaves the heap; there is one. */
uint32_t match_heap_take(struct match_heap *heap);

#endif
