/*
 * A chain of blocks, newest first; only the newest is allocated from. Blocks
 * come from calloc(); of one that a reset has kept, what had been used before
 * is wiped as it is handed out again, and not at all where it is written over.
 */
#include "chiron/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ch_arena_block {
	struct ch_arena_block *next;
	size_t capacity, used;
	size_t stale; /* bytes at its start that were used before the last reset */
	_Alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024, FIRST_ROOM = 16 };

#ifdef CH_ARENA_DEBUG
static const bool block_each = true;
#else
static const bool block_each = false;
#endif

static struct ch_arena_block *block_new(size_t capacity)
{
	struct ch_arena_block *block;

	if (capacity > PTRDIFF_MAX - sizeof(*block))
		ch_abort("out of memory: an object larger than memory was asked for");
	block = calloc(1, sizeof(*block) + capacity);
	if (!block)
		ch_abort("out of memory");
	block->capacity = capacity;
	return block;
}

static size_t align_up(size_t size)
{
	const size_t step = _Alignof(max_align_t);

	return (size + step - 1) / step * step;
}

/* The capacity of the block to follow the newest one: twice as large, so that a long list takes few. */
static size_t next_capacity(const struct ch_arena *arena)
{
	if (!arena->first || arena->first->capacity < FIRST_BLOCK)
		return FIRST_BLOCK;
	return arena->first->capacity < LARGEST_BLOCK / 2 ? arena->first->capacity * 2 : LARGEST_BLOCK;
}

/* Makes room for `size` bytes in a new block. */
static void *alloc_from_new(struct ch_arena *arena, size_t size)
{
	size_t capacity = next_capacity(arena);
	struct ch_arena_block *block;

	if (block_each || size > capacity / 4) {
		block = block_new(size);
		block->used = size;
		if (arena->first && !block_each) {
			/* Behind the newest, whose free room stays in use. */
			block->next = arena->first->next;
			arena->first->next = block;
			return block->bytes;
		}
	} else {
		block = block_new(capacity);
		block->used = size;
	}
	block->next = arena->first;
	arena->first = block;
	return block->bytes;
}

/* Room for `size` bytes, of which the first *stale are not zero. */
static inline void *take(struct ch_arena *arena, size_t size, size_t *stale)
{
	struct ch_arena_block *block = arena->first;

	*stale = 0;
	if (size == 0)
		size = 1;
	if (block && !block_each) {
		size_t start = align_up(block->used);

		if (start <= block->capacity && size <= block->capacity - start) {
			block->used = start + size;
			if (start < block->stale)
				*stale = size < block->stale - start ? size : block->stale - start;
			return block->bytes + start;
		}
	}
	return alloc_from_new(arena, size);
}

void *ch_arena_alloc(struct ch_arena *arena, size_t size)
{
	size_t stale;
	void *object = take(arena, size, &stale);

	if (stale > 0)
		memset(object, 0, stale);
	return object;
}

void *ch_arena_array(struct ch_arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		ch_abort("out of memory: an array larger than memory was asked for");
	return ch_arena_alloc(arena, count * size);
}

void *ch_arena_room(struct ch_arena *arena, void *array, size_t count, size_t *room, size_t size)
{
	void *larger;

	if (count < *room)
		return array;
	*room = *room > 0 ? 2 * *room : FIRST_ROOM;
	larger = ch_arena_array(arena, *room, size);
	if (count > 0)
		memcpy(larger, array, count * size);
	return larger;
}

char *ch_arena_copy(struct ch_arena *arena, const char *text)
{
	return text ? ch_arena_copy_bytes(arena, text, strlen(text)) : NULL;
}

char *ch_arena_copy_bytes(struct ch_arena *arena, const char *text, size_t length)
{
	size_t stale;

	if (length == SIZE_MAX)
		ch_abort("out of memory: a text larger than memory was asked for");
	char *copy = take(arena, length + 1, &stale);
	if (length > 0)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *ch_arena_printf(struct ch_arena *arena, const char *format, ...)
{
	char start[256], *text;
	va_list args;
	int length;

	/* Most texts are short and need no second go. */
	va_start(args, format);
	length = vsnprintf(start, sizeof(start), format, args);
	va_end(args);
	if (length < 0)
		ch_abort("a text could not be put together");
	if ((size_t)length < sizeof(start))
		return ch_arena_copy_bytes(arena, start, (size_t)length);
	text = ch_arena_alloc(arena, (size_t)length + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	return text;
}

static void blocks_free(struct ch_arena_block *block)
{
	while (block) {
		struct ch_arena_block *next = block->next;

		free(block);
		block = next;
	}
}

size_t ch_arena_size(const struct ch_arena *arena)
{
	size_t size = 0;

	for (const struct ch_arena_block *block = arena->first; block; block = block->next)
		size += block->capacity;
	return size;
}

void ch_arena_reset(struct ch_arena *arena)
{
	struct ch_arena_block *kept = arena->first;

	/* A block made for one huge object is not worth keeping; a debug arena keeps none, so that stale use shows. */
	if (!kept || block_each || kept->capacity > LARGEST_BLOCK) {
		ch_arena_release(arena);
		return;
	}
	blocks_free(kept->next);
	kept->next = NULL;
	kept->stale = kept->used > kept->stale ? kept->used : kept->stale;
	kept->used = 0;
}

void ch_arena_release(struct ch_arena *arena)
{
	blocks_free(arena->first);
	arena->first = NULL;
}
