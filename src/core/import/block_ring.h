/*
 * A ring of blocks that one side fills and the other uses, one after another:
 * of long work the first in a thread of its own.
 *
 * A block, with all in it, belongs to one side at a time; the lock hands it
 * over. Whichever side has to wait, because all blocks are filled or none is,
 * waits until half of them are: else both would wake each other for every
 * block. A signal never comes to the thread.
 */
#ifndef CHIRON_CORE_IMPORT_BLOCK_RING_H
#define CHIRON_CORE_IMPORT_BLOCK_RING_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { RING_BLOCKS = 8 };

/* Fills the block; true where none comes after it. `early`: the other side has enough to do for a while. */
typedef bool block_ring_fill(void *data, void *block, bool early);

struct block_ring {
	char *blocks; /* the owner's */
	size_t size;
	block_ring_fill *fill;
	void *data;
	size_t taken; /* blocks that the user is through with */
	bool at_hand; /* there is one */
	bool threaded;
	pthread_t thread;
	pthread_mutex_t lock; /* guards what follows */
	/* One for each side: where both wait at one, a signal can be lost (glibc bug 25847). */
	pthread_cond_t filled_some, freed_some;
	size_t filled, freed;	/* blocks, since the start */
	bool stopped, finished; /* by the user; with the last block */
};

/*
 * `blocks` are RING_BLOCKS of that size. Without a thread, or where none is to be had, a block is filled when it is
 * asked for. What `fill` touches is the thread's alone until block_ring_end().
 */
void block_ring_begin(struct block_ring *ring, void *blocks, size_t size, block_ring_fill *fill, void *data,
		      bool threaded);

/* The next block, filled; the one before goes back. Not to be asked for behind the last. */
void *block_ring_next(struct block_ring *ring);

/* Stops filling, wherever it is, and waits for that. May follow block_ring_begin() at any time. */
void block_ring_end(struct block_ring *ring);

#endif
