/*
 * Marks. A filter that is typed later hides rows and takes no mark away, so that several filters can gather marks; but
 * what is done is done to the marked rows that are shown. Which these are is found by going through the rows of the
 * filter, once for each filter.
 */
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list_window.h"

enum { PAGE = 500, LOOKED_AT_ONCE = 2000 /* rows, more of which wait for idle time where only a number is wanted */ };

/* Where `id` is among the marks, or would be. */
static size_t mark_place(const struct list *list, int64_t id)
{
	size_t low = 0, high = list->mark_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (list->marks[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool list_is_marked(const struct list *list, int64_t id)
{
	size_t place = mark_place(list, id);

	return place < list->mark_count && list->marks[place] == id;
}

static void make_room(struct list *list)
{
	if (list->mark_count < list->mark_room)
		return;
	list->mark_room = list->mark_room > 0 ? list->mark_room * 2 : 64;
	list->marks = realloc(list->marks, list->mark_room * sizeof(*list->marks));
	list->shown = realloc(list->shown, list->mark_room * sizeof(*list->shown));
	if (list->marks == NULL || list->shown == NULL)
		ch_abort("out of memory");
}

bool list_mark(struct list *list, int64_t id, bool marked)
{
	size_t place = mark_place(list, id);

	if (list_is_marked(list, id) == marked)
		return true;
	list->shown_known = false;
	if (!marked) {
		list->mark_count--;
		memmove(&list->marks[place], &list->marks[place + 1],
			(list->mark_count - place) * sizeof(*list->marks));
		return true;
	}
	if (list->mark_count == LIST_MARKS_MAX)
		return false;
	make_room(list);
	memmove(&list->marks[place + 1], &list->marks[place], (list->mark_count - place) * sizeof(*list->marks));
	list->marks[place] = id;
	list->mark_count++;
	return true;
}

/* ---- Those that are shown ---- */

/* Goes through the rows of the list, page by page, as long as `one` wants another; false where fetching failed. */
static bool each_row(struct list *list, bool (*one)(struct list *list, int64_t id), struct ch_error *err)
{
	struct ch_arena pages[2] = {CH_ARENA_EMPTY, CH_ARENA_EMPTY}; /* the row a page follows is in the other */
	struct list_request request = {.end = LIST_FIRST, .count = PAGE};
	struct ch_grid grid = {.row_count = PAGE};
	bool more = true;

	for (int turn = 0; more && grid.row_count == PAGE; turn ^= 1) {
		ch_arena_reset(&pages[turn]);
		if (list->source->fetch(list->data, &request, &pages[turn], &grid, err) != CH_OK)
			break;
		for (size_t i = 0; i < grid.row_count && more; i++)
			more = one(list, grid.rows[i].id);
		request.end = LIST_AFTER;
		request.from = grid.row_count > 0 ? &grid.rows[grid.row_count - 1] : NULL;
	}
	ch_arena_release(&pages[0]);
	ch_arena_release(&pages[1]);
	return err->status == CH_OK;
}

/* Whether a filter was typed since the list was opened: only then are there marked rows that it hides. */
static bool is_narrowed(const struct list *list)
{
	return list->mark_count > 0 && strcmp(list->filter.text, list->begun.text) != 0;
}

static bool note_shown(struct list *list, int64_t id)
{
	if (list_is_marked(list, id))
		list->shown[list->shown_count++] = id;
	return list->shown_count < list->mark_count;
}

static int by_id(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

static void find_shown(struct list *list)
{
	struct ch_error err = CH_NO_ERROR;

	list->shown_count = 0;
	list->shown_known = each_row(list, note_shown, &err);
	if (!list->shown_known)
		list->shown_count = 0;
	if (list->shown_count > 1)
		qsort(list->shown, list->shown_count, sizeof(*list->shown), by_id);
}

/* A row that is gone has no mark: what is done is not done to it. */
static void drop_gone(struct list *list)
{
	find_shown(list);
	if (!list->shown_known)
		return;
	memcpy(list->marks, list->shown, list->shown_count * sizeof(*list->marks));
	list->mark_count = list->shown_count;
	list->marks_doubted = false;
}

bool list_find_shown(struct list *list)
{
	if (!is_narrowed(list) || list->shown_known)
		return false;
	find_shown(list);
	return list->shown_known;
}

size_t list_marked(struct list *list, const int64_t **ids)
{
	bool now = ids != NULL || (list->count >= 0 && list->count <= LOOKED_AT_ONCE);

	if (is_narrowed(list)) {
		if (now)
			list_find_shown(list);
		if (ids != NULL)
			*ids = list->shown;
		return list->shown_known || ids != NULL ? list->shown_count : list->mark_count;
	}
	if (now && list->marks_doubted && list->mark_count > 0)
		drop_gone(list);
	if (ids != NULL)
		*ids = list->marks;
	return list->mark_count;
}

size_t list_hidden_marks(const struct list *list)
{
	return is_narrowed(list) && list->shown_known ? list->mark_count - list->shown_count : 0;
}

void list_unmark(struct list *list)
{
	const int64_t *shown;
	size_t count = is_narrowed(list) ? list_marked(list, &shown) : 0;

	if (!is_narrowed(list))
		list->mark_count = 0;
	for (size_t i = 0; i < count; i++)
		list_mark(list, shown[i], false);
}

/* ---- Commands ---- */

void list_run_mark(struct app *app, struct screen *screen)
{
	struct list *list = screen->list;
	int64_t id = list_row(list)->id;

	if (!list_mark(list, id, !list_is_marked(list, id)))
		app_say(app, _("At most %d rows can be marked"), LIST_MARKS_MAX);
	list_move(list, 1);
}

static bool mark_one(struct list *list, int64_t id)
{
	return list_mark(list, id, true);
}

static bool is_marked_one(struct list *list, int64_t id)
{
	list->unmarked_met = !list_is_marked(list, id);
	return !list->unmarked_met;
}

/* Marks every row that is shown; where each of them is marked, takes the marks off. */
void list_run_mark_all(struct app *app, struct screen *screen)
{
	struct list *list = screen->list;
	struct ch_error err = CH_NO_ERROR;

	list->unmarked_met = false;
	if (list->mark_count > 0 && each_row(list, is_marked_one, &err) && !list->unmarked_met) {
		list_unmark(list);
		return;
	}
	if (err.status == CH_OK)
		each_row(list, mark_one, &err);
	if (err.status != CH_OK)
		app_say_error(app, &err);
	else if (list->mark_count == LIST_MARKS_MAX)
		app_say(app, _("The first %d are marked; more than that cannot be at once"), LIST_MARKS_MAX);
}
