/*
 * What other people changed while a list is looked at. The rows held are known
 * by id and a sum of their cells; two rows of one sum are taken for the same.
 */
#include "tui/widgets/list_window.h"

static uint64_t sum_of(const struct ch_grid *grid, const struct ch_row *row)
{
	uint64_t sum = UINT64_C(14695981039346656037); /* FNV-1a */

	for (size_t i = 0; i < grid->column_count; i++) {
		for (const char *at = row->cells[i]; at != NULL && *at != '\0'; at++)
			sum = (sum ^ (unsigned char)*at) * UINT64_C(1099511628211);
		sum = (sum ^ 0x1f) * UINT64_C(1099511628211);
	}
	return sum != 0 ? sum : 1;
}

void list_remember(struct list *list)
{
	struct list_seen *seen = &list->seen;

	seen->count = 0;
	seen->compared = false;
	for (size_t i = 0; i < window_rows(list) && i < LIST_SEEN_MAX; i++) {
		const struct ch_row *row = window_row(list, i);

		seen->ids[seen->count] = row->id;
		seen->sums[seen->count++] = sum_of(window_grid(list), row);
	}
}

void list_compare(struct list *list)
{
	struct list_seen *seen = &list->seen;

	for (size_t i = 0; i < seen->count; i++) {
		uint64_t before = seen->sums[i];

		seen->sums[i] = 0;
		for (size_t j = 0; j < window_rows(list); j++) {
			const struct ch_row *row = window_row(list, j);

			if (row->id == seen->ids[i] && sum_of(window_grid(list), row) != before)
				seen->sums[i] = 1;
		}
	}
	seen->compared = true;
}

bool list_forget_changes(struct list *list)
{
	bool any = list->seen.count > 0;

	list->seen.count = 0;
	return any;
}

bool list_is_changed(const struct list *list, int64_t id)
{
	for (size_t i = 0; list->seen.compared && i < list->seen.count; i++)
		if (list->seen.ids[i] == id)
			return list->seen.sums[i] != 0;
	return false;
}
