#include "core/import/row_ahead.h"

#include <stdlib.h>

#include "chiron/status.h"

/* The last of the block's findings that stand before a row, and that are of the row; NULL: none of the block is. */
struct share {
	const struct import_issue *before, *within;
	const struct import_notice *notices;
};

enum { BLOCK_BYTES = 1024 * 1024 }; /* of long rows fewer go into a block */

struct ahead_block {
	struct ch_arena arena;
	struct import_findings findings;
	struct ahead_row rows[AHEAD_ROWS];
	struct share shares[AHEAD_ROWS + 1]; /* the last: of what stands behind the last row */
	size_t count;
	bool last; /* none comes after it */
	enum ch_status status;
	struct ch_error err;
};

/* ---- The reader ------------------------------------------------------------------- */

static bool fill(void *data, void *block_, bool early)
{
	struct row_ahead *ahead = data;
	struct ahead_block *block = block_;
	struct import_columns *columns = ahead->columns;
	struct import_findings *findings = &block->findings;
	bool found = true;

	ch_arena_reset(&block->arena);
	ch_arena_release(&findings->spare);
	*findings = IMPORT_FINDINGS_IN(&block->arena);
	block->count = 0;
	block->status = CH_OK;
	block->err = CH_NO_ERROR;
	while (block->count < AHEAD_ROWS && ch_arena_size(&block->arena) < BLOCK_BYTES) {
		struct ahead_row *row = &block->rows[block->count];
		struct share *share = &block->shares[block->count];

		block->status = import_columns_next(columns, &block->arena, findings, &row->row, &found, &block->err);
		*share = (struct share){.before = findings->last_issue, .notices = findings->last_notice};
		if (block->status != CH_OK || !found)
			break;
		row->rows = columns->rows;
		row->read = ahead->interpret == NULL
				    ? NULL
				    : ahead->interpret(ahead->data, &row->row, early, &block->arena, findings);
		share->within = findings->last_issue;
		block->count++;
	}
	block->last = block->status != CH_OK || !found;
	return block->last;
}

/* ---- The caller's side ------------------------------------------------------------ */

void row_ahead_begin(struct row_ahead *ahead, struct import_columns *columns, int64_t rows, ahead_interpret *interpret,
		     void *data)
{
	*ahead = (struct row_ahead){.columns = columns, .interpret = interpret, .data = data};
	ahead->blocks = calloc(RING_BLOCKS, sizeof *ahead->blocks);
	if (ahead->blocks == NULL)
		ch_abort("out of memory");
	block_ring_begin(&ahead->ring, ahead->blocks, sizeof *ahead->blocks, fill, ahead, rows >= AHEAD_THREAD_LEAST);
}

static void tell_issues(struct row_ahead *ahead, const struct import_issue *last, struct import_findings *findings)
{
	while (ahead->issue != last) {
		ahead->issue = ahead->issue != NULL ? ahead->issue->next : ahead->block->findings.first_issue;
		import_issue_add(findings, ahead->issue);
	}
}

static void tell_notices(struct row_ahead *ahead, const struct import_notice *last, struct import_findings *findings)
{
	while (ahead->notice != last) {
		ahead->notice =
			ahead->notice != NULL ? ahead->notice->next : ahead->block->findings.first_notice;
		import_notice_add(findings, ahead->notice->topic, "%s", ahead->notice->text);
	}
}

enum ch_status row_ahead_next(struct row_ahead *ahead, struct import_findings *findings, struct ahead_row **row,
			      struct ch_error *err)
{
	struct ahead_block *block = ahead->block;

	*row = NULL;
	if (block == NULL || (ahead->at == block->count && !block->last)) {
		ahead->block = block = block_ring_next(&ahead->ring);
		ahead->at = 0;
		ahead->issue = NULL;
		ahead->notice = NULL;
	}
	const struct share *share = &block->shares[ahead->at];
	tell_issues(ahead, share->before, findings);
	tell_notices(ahead, share->notices, findings);
	if (ahead->at < block->count) {
		*row = &block->rows[ahead->at++];
		return CH_OK;
	}
	if (block->status != CH_OK)
		*err = block->err;
	return block->status;
}

void row_ahead_tell(struct row_ahead *ahead, struct import_findings *findings)
{
	tell_issues(ahead, ahead->block->shares[ahead->at - 1].within, findings);
}

void *row_ahead_peek(const struct row_ahead *ahead, size_t after)
{
	const struct ahead_block *block = ahead->block;
	size_t at = ahead->at + after - 1;

	return at < block->count ? block->rows[at].read : NULL;
}

void row_ahead_end(struct row_ahead *ahead)
{
	block_ring_end(&ahead->ring);
	for (size_t i = 0; i < RING_BLOCKS; i++) {
		ch_arena_release(&ahead->blocks[i].findings.spare);
		ch_arena_release(&ahead->blocks[i].arena);
	}
	free(ahead->blocks);
	ahead->blocks = NULL;
}
