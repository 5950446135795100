#include "core/import/record_ahead.h"

#include <stdlib.h>

enum { BLOCK_RECORDS = 64, BLOCK_BYTES = 256 * 1024 }; /* of long records fewer go into a block */

struct record_block {
	struct ch_arena arena;
	struct import_record records[BLOCK_RECORDS];
	size_t count;
	bool last; /* none comes after it */
	enum ch_status status;
	struct ch_error err;
};

static bool fill(void *data, void *block_, bool early)
{
	struct record_ahead *ahead = data;
	struct record_block *block = block_;
	bool found = true;

	(void)early;
	ch_arena_reset(&block->arena);
	block->count = 0;
	block->status = CH_OK;
	block->err = CH_NO_ERROR;
	while (block->count < ahead->most && ch_arena_size(&block->arena) < BLOCK_BYTES) {
		block->status = row_source_next(ahead->source, &block->arena, NULL, &block->records[block->count],
						&found, &block->err);
		if (block->status != CH_OK || !found)
			break;
		block->count++;
	}
	block->last = block->status != CH_OK || !found;
	return block->last;
}

void record_ahead_begin(struct record_ahead *ahead, struct row_source *source, bool in_thread)
{
	/* Those of a workbook last only until the next is read. */
	*ahead = (struct record_ahead){.source = source, .most = in_thread ? BLOCK_RECORDS : 1};
	ahead->blocks = calloc(RING_BLOCKS, sizeof *ahead->blocks);
	if (ahead->blocks == NULL)
		ch_abort("out of memory");
	block_ring_begin(&ahead->ring, ahead->blocks, sizeof *ahead->blocks, fill, ahead, in_thread);
}

enum ch_status record_ahead_next(struct record_ahead *ahead, struct import_record *record, bool *found,
				 struct ch_error *err)
{
	struct record_block *block = ahead->block;

	if (block == NULL || (ahead->at == block->count && !block->last)) {
		ahead->block = block = block_ring_next(&ahead->ring);
		ahead->at = 0;
	}
	*found = ahead->at < block->count;
	if (*found) {
		*record = block->records[ahead->at++];
		return CH_OK;
	}
	if (block->status != CH_OK)
		*err = block->err;
	return block->status;
}

void record_ahead_end(struct record_ahead *ahead)
{
	block_ring_end(&ahead->ring);
	for (size_t i = 0; i < RING_BLOCKS; i++)
		ch_arena_release(&ahead->blocks[i].arena);
	free(ahead->blocks);
	ahead->blocks = NULL;
}
