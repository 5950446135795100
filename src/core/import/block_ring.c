/*
 * Why neither side can wait for ever. The filling side begins to wait only when all blocks are filled, and then the
 * other alone changes how many are, one by one downwards: on its way it passes half of them, and signals there. The
 * using side begins to wait only when none is filled and the last has not come; then the filling side alone changes
 * how many are, one by one upwards: it passes half of them, or hands over the last, and signals at either. Both look
 * and begin to wait under the one lock, so no signal comes between; they cannot both wait, since all blocks are not
 * none. Who ends signals the filling side, which never waits once it was told to stop.
 */
#include "core/import/block_ring.h"

#include <signal.h>

_Static_assert(RING_BLOCKS >= 2, "half of the blocks is at least one, or the using side would not wait at all");

static void *block_at(const struct block_ring *ring, size_t number)
{
	return ring->blocks + number % RING_BLOCKS * ring->size;
}

/* ---- The side that fills ------------------------------------------------------------ */

static bool wait_for_room(struct block_ring *ring, bool *early)
{
	pthread_mutex_lock(&ring->lock);
	if (ring->filled - ring->freed == RING_BLOCKS)
		while (!ring->stopped && ring->filled - ring->freed > RING_BLOCKS / 2)
			pthread_cond_wait(&ring->freed_some, &ring->lock);
	bool goes_on = !ring->stopped;
	*early = ring->filled - ring->freed >= RING_BLOCKS / 2;
	pthread_mutex_unlock(&ring->lock);
	return goes_on;
}

static void hand_over(struct block_ring *ring, bool last)
{
	pthread_mutex_lock(&ring->lock);
	ring->filled++;
	ring->finished = last;
	if (last || ring->filled - ring->freed == RING_BLOCKS / 2)
		pthread_cond_signal(&ring->filled_some);
	pthread_mutex_unlock(&ring->lock);
}

static void *fill_on(void *data)
{
	struct block_ring *ring = data;
	bool early, last = false;

	for (size_t i = 0; !last && wait_for_room(ring, &early); i++) {
		last = ring->fill(ring->data, block_at(ring, i), early);
		/* From here on the block is the other side's. */
		hand_over(ring, last);
	}
	return NULL;
}

/* ---- The side that uses ------------------------------------------------------------- */

/* Without a thread where none is to be had. */
static void start_thread(struct block_ring *ring)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ring->threaded = pthread_create(&ring->thread, NULL, fill_on, ring) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void block_ring_begin(struct block_ring *ring, void *blocks, size_t size, block_ring_fill *fill, void *data,
		      bool threaded)
{
	*ring = (struct block_ring){.blocks = blocks, .size = size, .fill = fill, .data = data};
	pthread_mutex_init(&ring->lock, NULL);
	pthread_cond_init(&ring->filled_some, NULL);
	pthread_cond_init(&ring->freed_some, NULL);
	if (threaded)
		start_thread(ring);
}

static void give_back(struct block_ring *ring)
{
	ring->taken++;
	ring->at_hand = false;
	if (!ring->threaded)
		return;
	pthread_mutex_lock(&ring->lock);
	ring->freed++;
	if (ring->filled - ring->freed == RING_BLOCKS / 2)
		pthread_cond_signal(&ring->freed_some);
	pthread_mutex_unlock(&ring->lock);
}

static void wait_for_block(struct block_ring *ring)
{
	pthread_mutex_lock(&ring->lock);
	if (ring->filled == ring->freed)
		while (!ring->finished && ring->filled - ring->freed < RING_BLOCKS / 2)
			pthread_cond_wait(&ring->filled_some, &ring->lock);
	pthread_mutex_unlock(&ring->lock);
}

void *block_ring_next(struct block_ring *ring)
{
	if (ring->at_hand)
		give_back(ring);
	if (ring->threaded)
		wait_for_block(ring);
	else
		ring->fill(ring->data, block_at(ring, ring->taken), false);
	ring->at_hand = true;
	return block_at(ring, ring->taken);
}

void block_ring_end(struct block_ring *ring)
{
	if (ring->threaded) {
		pthread_mutex_lock(&ring->lock);
		ring->stopped = true;
		pthread_cond_signal(&ring->freed_some);
		pthread_mutex_unlock(&ring->lock);
		pthread_join(ring->thread, NULL);
	}
	pthread_cond_destroy(&ring->filled_some);
	pthread_cond_destroy(&ring->freed_some);
	pthread_mutex_destroy(&ring->lock);
}
