#include "model/match_heap.h"

void match_heap_start(struct match_heap *heap, size_t nodes, struct ch_arena *arena)
{
	*heap = (struct match_heap){.distance = ch_arena_array(arena, nodes, sizeof *heap->distance),
				    .nodes = ch_arena_array(arena, nodes, sizeof *heap->nodes),
				    .place = ch_arena_array(arena, nodes, sizeof *heap->place)};
	for (size_t i = 0; i < nodes; i++)
		heap->distance[i] = MATCH_FAR;
}

static void put(struct match_heap *heap, size_t at, uint32_t node)
{
	heap->nodes[at] = node;
	heap->place[node] = (uint32_t)at;
}

void match_heap_add(struct match_heap *heap, uint32_t node, int64_t distance)
{
	size_t at = heap->distance[node] == MATCH_FAR ? heap->count++ : heap->place[node];

	heap->distance[node] = distance;
	for (; at > 0 && heap->distance[heap->nodes[(at - 1) / 2]] > distance; at = (at - 1) / 2)
		put(heap, at, heap->nodes[(at - 1) / 2]);
	put(heap, at, node);
}

uint32_t match_heap_take(struct match_heap *heap)
{
	uint32_t nearest = heap->nodes[0], last = heap->nodes[--heap->count];
	size_t at = 0;

	for (size_t child = 1; child < heap->count; child = 2 * at + 1) {
		if (child + 1 < heap->count &&
		    heap->distance[heap->nodes[child + 1]] < heap->distance[heap->nodes[child]])
			child++;
		if (heap->distance[heap->nodes[child]] >= heap->distance[last])
			break;
		put(heap, at, heap->nodes[child]);
		at = child;
	}
	put(heap, at, last);
	return nearest;
}
