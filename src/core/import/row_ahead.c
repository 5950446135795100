/*
 * A ring of blocks. Whichever side has to wait, because all blocks are filled or
 * none is, waits until half of them are: else both would wake each other for every block.
 */
#include "core/import/row_ahead.h"

#include <signal.h>
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

static void fill(struct row_ahead *ahead, struct ahead_block *block)
{
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
				    : ahead->interpret(ahead->data, &row->row, ahead->early, &block->arena, findings);
		share->within = findings->last_issue;
		block->count++;
	}
	block->last = block->status != CH_OK || !found;
}

static bool wait_for_room(struct row_ahead *ahead)
{
	pthread_mutex_lock(&ahead->lock);
	if (ahead->filled - ahead->freed == AHEAD_BLOCKS)
		while (!ahead->stopped && ahead->filled - ahead->freed > AHEAD_BLOCKS / 2)
			pthread_cond_wait(&ahead->freed_some, &ahead->lock);
	bool goes_on = !ahead->stopped;
	ahead->early = ahead->filled - ahead->freed >= AHEAD_BLOCKS / 2;
	pthread_mutex_unlock(&ahead->lock);
	return goes_on;
}

static void hand_over(struct row_ahead *ahead, bool last)
{
	pthread_mutex_lock(&ahead->lock);
	ahead->filled++;
	ahead->finished = last;
	if (last || ahead->filled - ahead->freed == AHEAD_BLOCKS / 2)
		pthread_cond_signal(&ahead->filled_some);
	pthread_mutex_unlock(&ahead->lock);
}

static void *read_on(void *data)
{
	struct row_ahead *ahead = data;

	for (size_t i = 0; wait_for_room(ahead); i++) {
		struct ahead_block *block = &ahead->blocks[i % AHEAD_BLOCKS];

		fill(ahead, block);
		/* From here on the block is the caller's. */
		bool last = block->last;
		hand_over(ahead, last);
		if (last)
			break;
	}
	return NULL;
}

/* ---- The caller's side ------------------------------------------------------------ */

/* Without a thread where none is to be had. */
static void start_thread(struct row_ahead *ahead)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ahead->threaded = pthread_create(&ahead->thread, NULL, read_on, ahead) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void row_ahead_begin(struct row_ahead *ahead, struct import_columns *columns, int64_t rows, ahead_interpret *interpret,
		     void *data)
{
	*ahead = (struct row_ahead){.columns = columns, .interpret = interpret, .data = data};
	ahead->blocks = calloc(AHEAD_BLOCKS, sizeof *ahead->blocks);
	if (ahead->blocks == NULL)
		ch_abort("out of memory");
	pthread_mutex_init(&ahead->lock, NULL);
	pthread_cond_init(&ahead->filled_some, NULL);
	pthread_cond_init(&ahead->freed_some, NULL);
	if (rows >= AHEAD_THREAD_LEAST)
		start_thread(ahead);
}

static struct ahead_block *block_at_hand(const struct row_ahead *ahead)
{
	return &ahead->blocks[ahead->taken % AHEAD_BLOCKS];
}

/* The next block, filled by the thread or here. */
static void take_block(struct row_ahead *ahead)
{
	ahead->at = 0;
	ahead->issue = NULL;
	ahead->notice = NULL;
	ahead->at_hand = true;
	if (!ahead->threaded) {
		fill(ahead, block_at_hand(ahead));
		return;
	}
	pthread_mutex_lock(&ahead->lock);
	if (ahead->filled == ahead->freed)
		while (!ahead->finished && ahead->filled - ahead->freed < AHEAD_BLOCKS / 2)
			pthread_cond_wait(&ahead->filled_some, &ahead->lock);
	pthread_mutex_unlock(&ahead->lock);
}

static void give_back(struct row_ahead *ahead)
{
	ahead->taken++;
	ahead->at_hand = false;
	if (!ahead->threaded)
		return;
	pthread_mutex_lock(&ahead->lock);
	ahead->freed++;
	if (ahead->filled - ahead->freed == AHEAD_BLOCKS / 2)
		pthread_cond_signal(&ahead->freed_some);
	pthread_mutex_unlock(&ahead->lock);
}

static void tell_issues(struct row_ahead *ahead, const struct import_issue *last, struct import_findings *findings)
{
	while (ahead->issue != last) {
		ahead->issue = ahead->issue != NULL ? ahead->issue->next : block_at_hand(ahead)->findings.first_issue;
		import_issue_add(findings, ahead->issue);
	}
}

static void tell_notices(struct row_ahead *ahead, const struct import_notice *last, struct import_findings *findings)
{
	while (ahead->notice != last) {
		ahead->notice =
			ahead->notice != NULL ? ahead->notice->next : block_at_hand(ahead)->findings.first_notice;
		import_notice_add(findings, ahead->notice->topic, "%s", ahead->notice->text);
	}
}

enum ch_status row_ahead_next(struct row_ahead *ahead, struct import_findings *findings, struct ahead_row **row,
			      struct ch_error *err)
{
	struct ahead_block *block = block_at_hand(ahead);

	*row = NULL;
	if (ahead->at_hand && ahead->at == block->count && !block->last)
		give_back(ahead);
	if (!ahead->at_hand)
		take_block(ahead);
	block = block_at_hand(ahead);
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
	tell_issues(ahead, block_at_hand(ahead)->shares[ahead->at - 1].within, findings);
}

void row_ahead_end(struct row_ahead *ahead)
{
	if (ahead->threaded) {
		pthread_mutex_lock(&ahead->lock);
		ahead->stopped = true;
		pthread_cond_signal(&ahead->freed_some);
		pthread_mutex_unlock(&ahead->lock);
		pthread_join(ahead->thread, NULL);
	}
	for (size_t i = 0; i < AHEAD_BLOCKS; i++) {
		ch_arena_release(&ahead->blocks[i].findings.spare);
		ch_arena_release(&ahead->blocks[i].arena);
	}
	free(ahead->blocks);
	ahead->blocks = NULL;
	pthread_cond_destroy(&ahead->filled_some);
	pthread_cond_destroy(&ahead->freed_some);
	pthread_mutex_destroy(&ahead->lock);
}
