/*
 * Arenas: memory that is freed all at once.
 *
 * What a query returns lives in the caller's arena; a page of a list is one
 * reset. An arena is embedded in its owner, starts as CH_ARENA_EMPTY and ends
 * with ch_arena_release(). Memory is aligned for any object and is zeroed.
 * Allocation never fails: out of memory goes through ch_abort(). Sizes that
 * come from outside are bounded by the caller before they are asked for.
 *
 * Built with -DCH_ARENA_DEBUG each allocation is one malloc(), so that the
 * address sanitizer sees an overrun of a single object.
 */
#ifndef CHIRON_ARENA_H
#define CHIRON_ARENA_H

#include <stddef.h>

#include "chiron/status.h"

struct ch_arena_block;

struct ch_arena {
	struct ch_arena_block *first; /* newest block */
};

#define CH_ARENA_EMPTY ((struct ch_arena){.first = NULL})

/* `size` zeroed bytes (size 0 gives a valid, empty object), valid until the arena is reset or released. */
void *ch_arena_alloc(struct ch_arena *arena, size_t size);

/* An array of `count` zeroed elements; a product that overflows aborts. */
void *ch_arena_array(struct ch_arena *arena, size_t count, size_t size);

/*
 * Room for one more in an array of `count` elements that has room for *room (an array that is NULL has room for none):
 * the array itself, or a copy of it, at least twice as large, with its room in *room. What it was before stays in the
 * arena, so that pointers into it go on being valid, and see no later change.
 */
void *ch_arena_room(struct ch_arena *arena, void *array, size_t count, size_t *room, size_t size);

/* A copy of `text`; NULL stays NULL. */
char *ch_arena_copy(struct ch_arena *arena, const char *text);

/* A copy of `length` bytes of `text`, with a NUL after them. */
char *ch_arena_copy_bytes(struct ch_arena *arena, const char *text, size_t length);

char *ch_arena_printf(struct ch_arena *arena, const char *format, ...) CH_PRINTF(2, 3);

/* How much memory it has taken, in bytes. */
size_t ch_arena_size(const struct ch_arena *arena);

/* Frees everything in it but keeps a block for reuse. */
void ch_arena_reset(struct ch_arena *arena);

/* Frees everything; the arena is as empty as at its start. Releasing twice is allowed. */
void ch_arena_release(struct ch_arena *arena);

#endif
