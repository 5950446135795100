/*
 * Chunks are as long as the page is high, or longer, so that a page never
 * spans more than two of them and the third is always to spare.
 */
#include "tui/widgets/list_window.h"

#include <string.h>

enum { CHUNK_ROWS_MIN = 32 };

size_t window_rows(const struct list *list)
{
	size_t rows = 0;

	for (size_t i = 0; i < list->chunk_count; i++)
		rows += list->chunks[i].grid.row_count;
	return rows;
}

const struct ch_row *window_row(const struct list *list, size_t index)
{
	for (size_t i = 0; i < list->chunk_count; i++) {
		const struct ch_grid *grid = &list->chunks[i].grid;

		if (index < grid->row_count)
			return &grid->rows[index];
		index -= grid->row_count;
	}
	return NULL;
}

const struct ch_grid *window_grid(const struct list *list)
{
	return list->chunk_count > 0 ? &list->chunks[0].grid : NULL;
}

static size_t chunk_rows(const struct list *list)
{
	return list->height > CHUNK_ROWS_MIN ? list->height : CHUNK_ROWS_MIN;
}

/* Fetches into `chunk`, which is empty; false on failure, which list->err reports. */
static bool chunk_fetch(struct list *list, struct list_chunk *chunk, enum list_end end, const struct ch_row *from)
{
	struct list_request request = {.end = end, .from = from, .count = chunk_rows(list)};

	ch_arena_reset(&chunk->arena);
	chunk->grid = (struct ch_grid){.title = NULL};
	list->err = CH_NO_ERROR;
	return list->source->fetch(list->data, &request, &chunk->arena, &chunk->grid, &list->err) == CH_OK;
}

static void window_drop_all(struct list *list)
{
	list->chunk_count = 0;
	list->top = list->cursor = 0;
	list->at_first = list->at_last = false;
	list->before = -1;
	list->count = list->kept_count;
	list->kept_count = -1;
	list->loaded = true;
	list->prepared = false;
}

void window_keep_count(struct list *list)
{
	list->kept_count = list->count;
}

void window_count(struct list *list)
{
	if (list->at_first)
		list->before = 0;
	if (list->at_first && list->at_last)
		list->count = (int64_t)window_rows(list);
	if (list->count < 0 && list->source->count != NULL)
		list->count = list->source->count(list->data);
	if (list->before < 0 && list->at_last && list->count >= 0)
		list->before = list->count - (int64_t)window_rows(list);
	if (list->before < 0 && list->source->place != NULL && window_rows(list) > 0)
		list->before = list->source->place(list->data, window_row(list, 0));
}

/* What is known of the ends once the chunk fetched from `end` is the only one held. */
static void begin_with_chunk(struct list *list, enum list_end end)
{
	size_t rows;

	list->chunk_count = 1;
	rows = window_rows(list);
	list->at_first = end == LIST_FIRST || rows < chunk_rows(list);
	list->at_last = end == LIST_LAST || rows < chunk_rows(list);
	window_count(list);
	list->cursor = end == LIST_LAST && rows > 0 ? rows - 1 : 0;
	window_settle(list);
}

void window_start(struct list *list, enum list_end end)
{
	window_drop_all(list);
	if (chunk_fetch(list, &list->chunks[0], end, NULL))
		begin_with_chunk(list, end);
	else
		list->at_first = list->at_last = true;
}

bool window_renew(struct list *list)
{
	struct list_chunk fresh = {.arena = CH_ARENA_EMPTY};

	if (!chunk_fetch(list, &fresh, LIST_FIRST, NULL)) {
		ch_arena_release(&fresh.arena);
		return false;
	}
	window_drop_all(list);
	ch_arena_release(&list->chunks[0].arena);
	list->chunks[0] = fresh;
	begin_with_chunk(list, LIST_FIRST);
	return true;
}

/* Lets go of the chunk farthest from `end` where all are in use, and makes room for one at `end`. */
static struct list_chunk *chunk_free(struct list *list, enum list_end end)
{
	struct list_chunk *chunks = list->chunks;
	size_t gone = chunks[0].grid.row_count;

	if (list->chunk_count == LIST_CHUNKS && end == LIST_AFTER) {
		ch_arena_release(&chunks[0].arena);
		memmove(&chunks[0], &chunks[1], (LIST_CHUNKS - 1) * sizeof(*chunks));
		chunks[LIST_CHUNKS - 1].arena = CH_ARENA_EMPTY;
		list->chunk_count--;
		list->at_first = false;
		list->top = list->top > gone ? list->top - gone : 0;
		list->cursor = list->cursor > gone ? list->cursor - gone : 0;
		if (list->before >= 0)
			list->before += (int64_t)gone;
	} else if (list->chunk_count == LIST_CHUNKS) {
		list->chunk_count--;
		list->at_last = false;
	}
	ch_arena_release(&chunks[list->chunk_count].arena); /* of earlier rows */
	if (end == LIST_AFTER)
		return &chunks[list->chunk_count++];
	memmove(&chunks[1], &chunks[0], list->chunk_count++ * sizeof(*chunks));
	return &chunks[0];
}

/* The rows fetched before the first held push `top` and `cursor` down. */
static void chunk_before(struct list *list, size_t rows)
{
	list->top += rows;
	list->cursor += rows;
	if (list->before >= 0)
		list->before = list->before > (int64_t)rows ? list->before - (int64_t)rows : 0;
	if (rows < chunk_rows(list)) {
		list->at_first = true;
		list->before = 0;
	}
}

bool window_extend(struct list *list, enum list_end end)
{
	struct list_chunk fresh = {.arena = CH_ARENA_EMPTY};
	size_t rows = window_rows(list);

	if (rows == 0 || (end == LIST_AFTER ? list->at_last : list->at_first))
		return false;
	if (!chunk_fetch(list, &fresh, end, window_row(list, end == LIST_AFTER ? rows - 1 : 0))) {
		ch_arena_release(&fresh.arena);
		return false;
	}
	rows = fresh.grid.row_count;
	if (rows > 0)
		*chunk_free(list, end) = fresh;
	else
		ch_arena_release(&fresh.arena);
	if (end == LIST_AFTER)
		list->at_last = rows < chunk_rows(list);
	else
		chunk_before(list, rows);
	return rows > 0;
}

void window_fetch_ahead(struct list *list)
{
	const struct ch_error err = list->err;

	if (list->upward ? list->top < list->height : list->top + 2 * list->height > window_rows(list))
		window_extend(list, list->upward ? LIST_BEFORE : LIST_AFTER);
	list->err = err; /* what is not read now is read when it is wanted, which says what is wrong */
}

void window_settle(struct list *list)
{
	size_t rows = window_rows(list), height = list->height > 0 ? list->height : 1;

	if (rows == 0) {
		list->top = list->cursor = 0;
		return;
	}
	if (list->cursor >= rows)
		list->cursor = rows - 1;
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->cursor >= list->top + height)
		list->top = list->cursor - height + 1;
	while (list->top + height > window_rows(list) && window_extend(list, LIST_AFTER))
		;
	rows = window_rows(list);
	if (list->top + height <= rows)
		return;
	while (rows < height && window_extend(list, LIST_BEFORE))
		rows = window_rows(list);
	list->top = rows > height ? rows - height : 0;
}

void window_restart(struct list *list, const struct ch_row *row, size_t offset)
{
	struct list_chunk *chunk = &list->chunks[0];
	int64_t place = list->before >= 0 && list->source->place == NULL ? list->before + (int64_t)list->cursor : -1;

	window_drop_all(list);
	if (!chunk_fetch(list, chunk, LIST_BEFORE, row)) {
		list->at_first = list->at_last = true;
		return;
	}
	if (chunk->grid.row_count == 0) { /* the row was the first: so is what is there now */
		window_start(list, LIST_FIRST);
		return;
	}
	list->chunk_count = 1;
	list->at_first = chunk->grid.row_count < chunk_rows(list);
	list->before = list->at_first ? 0 : place - (int64_t)chunk->grid.row_count;
	if (list->before < 0)
		list->before = -1;
	list->cursor = chunk->grid.row_count;
	window_extend(list, LIST_AFTER);
	window_count(list);
	if (list->cursor >= window_rows(list))
		list->cursor = window_rows(list) - 1;
	list->top = list->cursor > offset ? list->cursor - offset : 0;
	while (list->cursor < offset && window_extend(list, LIST_BEFORE))
		list->top = list->cursor > offset ? list->cursor - offset : 0;
	window_settle(list);
}
