#include "tui/widgets/list_rows.h"

void list_rows_number(struct ch_grid *grid)
{
	for (size_t i = 0; i < grid->row_count; i++)
		grid->rows[i].id = (int64_t)i + 1;
}

static size_t place_of(const struct ch_row *rows, size_t count, int64_t id)
{
	size_t place = id > 0 && (size_t)id <= count && rows[id - 1].id == id ? (size_t)id - 1 : 0;

	while (place < count && rows[place].id != id)
		place++;
	return place;
}

void list_rows_page(struct ch_row *rows, size_t count, const struct list_request *request, struct ch_grid *page)
{
	bool onward = request->end == LIST_FIRST || request->end == LIST_AFTER;
	size_t from = 0, to = count;

	if (request->end == LIST_AFTER)
		from = place_of(rows, count, request->from->id) + 1;
	else if (request->end == LIST_BEFORE)
		to = place_of(rows, count, request->from->id);
	from = from < to ? from : to;
	if (to - from > request->count && onward)
		to = from + request->count;
	else if (to - from > request->count)
		from = to - request->count;
	page->rows = rows + from;
	page->row_count = to - from;
}
