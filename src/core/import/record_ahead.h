/*
 * The records of a file, read ahead of whoever looks them over: of a long file
 * by a thread of its own, to which the source and all beneath it belong from
 * record_ahead_begin() to record_ahead_end().
 */
#ifndef CHIRON_CORE_IMPORT_RECORD_AHEAD_H
#define CHIRON_CORE_IMPORT_RECORD_AHEAD_H

#include "core/import/block_ring.h"
#include "core/import/row_source.h"

struct record_block;

/* Owns its memory and its thread. */
struct record_ahead {
	struct row_source *source; /* the caller's */
	struct record_block *blocks;
	struct block_ring ring;
	struct record_block *block; /* at hand; NULL: none yet */
	size_t at;		    /* records of it that were given */
	size_t most;		    /* records in one */
};

/* Goes on where the source stands. `in_thread`: it is a text, and so long that a thread pays. */
void record_ahead_begin(struct record_ahead *ahead, struct row_source *source, bool in_thread);

/* As row_source_next() without findings; what is given lasts until the next is asked for. */
enum ch_status record_ahead_next(struct record_ahead *ahead, struct import_record *record, bool *found,
				 struct ch_error *err);

/* Stops reading, wherever it is; the source is the caller's again. */
void record_ahead_end(struct record_ahead *ahead);

#endif
