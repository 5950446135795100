/* The cursor, and what the list's commands do. Fetching is in list_window.c, marks and searching in list_find.c. */
#include "tui/widgets/list.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/list_window.h"

enum { HEIGHT_BEFORE_DRAWN = 20 };

void list_init(struct list *list, const struct list_source *source, void *data, ch_date today)
{
	*list = (struct list){.source = source,
			      .data = data,
			      .today = today,
			      .before = -1,
			      .count = -1,
			      .whole = -1,
			      .kept_count = -1,
			      .height = HEIGHT_BEFORE_DRAWN,
			      .wanted = CH_BUFFER_EMPTY,
			      .filter = CH_BUFFER_EMPTY,
			      .begun = CH_BUFFER_EMPTY,
			      .restored = CH_BUFFER_EMPTY};
}

void list_release(struct list *list)
{
	for (size_t i = 0; i < LIST_CHUNKS; i++)
		ch_arena_release(&list->chunks[i].arena);
	free(list->marks);
	free(list->shown);
	ch_buffer_release(&list->wanted);
	ch_buffer_release(&list->filter);
	ch_buffer_release(&list->begun);
	ch_buffer_release(&list->restored);
	prompt_history_release(&list->filters);
}

const struct ch_row *list_row(struct list *list)
{
	if (!list->loaded)
		window_start(list, LIST_FIRST);
	return window_row(list, list->cursor);
}

void list_reload(struct list *list)
{
	struct ch_arena kept = CH_ARENA_EMPTY;
	const struct ch_row *row = list->loaded ? window_row(list, list->cursor) : NULL;
	size_t columns, offset = list->cursor - list->top;
	struct ch_row copy;

	list->whole_asked = false;
	list->shown_known = false;
	list->marks_doubted = list->mark_count > 0;
	if (row == NULL) {
		window_start(list, LIST_FIRST);
		return;
	}
	columns = window_grid(list)->column_count;
	copy = (struct ch_row){.id = row->id, .cells = ch_arena_array(&kept, columns, sizeof(*copy.cells))};
	copy.sort_value = ch_arena_copy(&kept, row->sort_value);
	for (size_t i = 0; i < columns; i++)
		copy.cells[i] = ch_arena_copy(&kept, row->cells[i]);
	window_restart(list, &copy, offset);
	ch_arena_release(&kept);
}

void list_restart(struct list *list)
{
	list->shown_known = false;
	window_start(list, LIST_FIRST);
}

/* Moves at most a page, so that the window need not be wider than it is. */
static bool move_within(struct list *list, int64_t rows)
{
	int64_t before;

	list->upward = rows < 0;
	while (rows > 0 && list->cursor + (size_t)rows >= window_rows(list) && window_extend(list, LIST_AFTER))
		;
	while (rows < 0 && list->cursor < (size_t)-rows && window_extend(list, LIST_BEFORE))
		;
	before = (int64_t)list->cursor;
	if (rows < 0 && list->cursor < (size_t)-rows)
		list->cursor = 0;
	else
		list->cursor = (size_t)(before + rows);
	window_settle(list);
	return (int64_t)list->cursor != before;
}

void list_move(struct list *list, int64_t rows)
{
	int64_t page = (int64_t)list->height;

	if (list_row(list) == NULL)
		return;
	for (; rows > page; rows -= page)
		if (!move_within(list, page))
			return;
	for (; rows < -page; rows += page)
		if (!move_within(list, -page))
			return;
	move_within(list, rows);
}

bool list_click(struct list *list, int y)
{
	int64_t rows = (int64_t)list->top + y - (int64_t)list->cursor;

	if (rows == 0)
		return false;
	if (list->top + (size_t)y < window_rows(list))
		list_move(list, rows);
	return true;
}

void list_go_first(struct list *list)
{
	window_keep_count(list);
	if (!list->loaded || !list->at_first)
		window_start(list, LIST_FIRST);
	list->kept_count = -1;
	list->cursor = list->top = 0;
	window_settle(list);
}

static void go_last(struct list *list)
{
	window_keep_count(list);
	if (!list->loaded || !list->at_last)
		window_start(list, LIST_LAST);
	else if (window_rows(list) > 0)
		list->cursor = window_rows(list) - 1;
	list->kept_count = -1;
	window_settle(list);
}

void list_go_to(struct list *list, int64_t number)
{
	int64_t here = list->before + (int64_t)list->cursor;

	if (number < 1)
		number = 1;
	if (!list->loaded || list->before < 0 || llabs(number - 1 - here) > number) {
		list_go_first(list);
		here = 0;
	}
	list_move(list, number - 1 - here);
}

bool list_go_to_id(struct list *list, int64_t id)
{
	const struct ch_row wanted = {.id = id}, *row;

	list->before = -1;
	window_keep_count(list);
	window_restart(list, &wanted, list->height / 2);
	row = window_row(list, list->cursor);
	if (row != NULL && row->id == id)
		return true;
	list_restart(list);
	return false;
}

void list_go_to_value(struct list *list, const char *value)
{
	/* No row has this id: those with the value come after it. */
	const struct ch_row wanted = {.id = -1, .sort_value = value};

	list->before = -1;
	window_keep_count(list);
	window_restart(list, &wanted, list->height / 4);
}

bool list_settle(struct list *list)
{
	int64_t before = list->before, count = list->count;
	bool more;

	if (!list->loaded || list->source->pace == NULL)
		return false;
	list->source->pace(list->data, LIST_IDLE);
	if (list->unsettled) {
		more = list_read_filtered(list);
		list->source->pace(list->data, LIST_WHOLE);
		return more;
	}
	window_fetch_ahead(list);
	if (window_rows(list) > 0 && (before < 0 || count < 0))
		window_count(list);
	more = (before < 0 && list->before >= 0) || (count < 0 && list->count >= 0);
	more = more || list_find_shown(list);
	if (!more && !list->prepared)
		list->prepared = list->source->prepare == NULL || list->source->prepare(list->data);
	list->source->pace(list->data, LIST_WHOLE);
	return more;
}

void list_status(struct list *list, struct ch_buffer *out)
{
	const struct ch_row *row = window_row(list, list->cursor);
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (row == NULL)
		return;
	if (list->before >= 0)
		ch_buffer_printf(out, "%" PRId64, list->before + (int64_t)list->cursor + 1);
	else
		ch_buffer_add(out, "?");
	if (list->count >= 0)
		ch_buffer_printf(out, _(" of %" PRId64), list->count);
	if (list->filter.length > 0)
		ch_buffer_printf(out, _(" with \"%s\""), list->filter.text);
	list_marked(list, NULL); /* of a short list it is found out at once which are hidden or gone */
	if (list->mark_count > 0)
		ch_buffer_printf(out, _(", %zu marked"), list->mark_count);
	if (list_hidden_marks(list) > 0)
		ch_buffer_printf(out, _(", %zu not shown"), list_hidden_marks(list));
	ch_buffer_add(out, "  ");
	if (list->source->name != NULL)
		list->source->name(list->data, row, out);
	else if (window_grid(list)->column_count > 0 && row->cells[0] != NULL)
		ch_buffer_add(out, ch_cell_show(&window_grid(list)->columns[0], row->cells[0], list->today, &arena));
	ch_arena_release(&arena);
}

/* ---- Commands ---- */

/* Pages move the rows with the cursor, so that it stays where it is on the screen. */
static void move_page(struct list *list, int64_t rows)
{
	size_t offset = list->cursor - list->top;

	list_move(list, rows);
	list->top = list->cursor > offset ? list->cursor - offset : 0;
	window_settle(list);
}

/* The rows of what is focused, and the focused one among them; what is higher than the page is gone through by rows. */
static size_t span(struct list *list, size_t *at)
{
	const struct ch_row *row = list_row(list);
	size_t rows = 1;

	*at = 0;
	if (row != NULL && list->source->span != NULL)
		rows = list->source->span(list->data, row, at);
	if (rows > list->height)
		rows = 1;
	*at = rows > 1 ? *at : 0;
	return rows;
}

static void run_down(struct app *app, struct screen *screen)
{
	struct list *list = screen->list;
	size_t at, rows = span(list, &at);

	(void)app;
	list_move(list, (int64_t)(rows - at));
	rows = span(list, &at);
	if (rows == 1)
		return;
	list_move(list, (int64_t)(rows - 1 - at)); /* all of it is to be seen */
	list_move(list, 1 - (int64_t)rows);
}

static void go_to_start(struct list *list)
{
	size_t at;

	span(list, &at);
	list_move(list, -(int64_t)at);
}

static void run_up(struct app *app, struct screen *screen)
{
	size_t at;

	(void)app;
	span(screen->list, &at);
	list_move(screen->list, at > 0 ? -(int64_t)at : -1);
	go_to_start(screen->list);
}

static void run_page_down(struct app *app, struct screen *screen)
{
	(void)app;
	move_page(screen->list, (int64_t)screen->list->height);
}

static void run_page_up(struct app *app, struct screen *screen)
{
	(void)app;
	move_page(screen->list, -(int64_t)screen->list->height);
}

static void run_half_down(struct app *app, struct screen *screen)
{
	(void)app;
	move_page(screen->list, (int64_t)(screen->list->height + 1) / 2);
}

static void run_half_up(struct app *app, struct screen *screen)
{
	(void)app;
	move_page(screen->list, -(int64_t)(screen->list->height + 1) / 2);
}

static void run_first(struct app *app, struct screen *screen)
{
	(void)app;
	list_go_first(screen->list);
}

static void run_last(struct app *app, struct screen *screen)
{
	(void)app;
	go_last(screen->list);
	go_to_start(screen->list);
}

bool list_has_row(const struct app *app, const struct screen *screen)
{
	(void)app;
	return list_row(screen->list) != NULL;
}

static bool has_filter(const struct app *app, const struct screen *screen)
{
	(void)app;
	return screen->list->source->filter != NULL;
}

static bool is_filtered(const struct app *app, const struct screen *screen)
{
	(void)app;
	return strcmp(screen->list->filter.text, screen->list->begun.text) != 0;
}

/* One step back from a part of the list is the whole of it, or what it began with. */
static void run_unfilter(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;

	if (list_set_filter(screen->list, screen->list->begun.text, &err) != CH_OK)
		app_say_error(app, &err);
	else if (screen->list->begun.length > 0)
		app_say(app, "%s", _("The filter is as it was when this opened"));
	else
		app_say(app, "%s", _("The filter is off: everything is shown"));
}

/* Marking is for what is done with many at once; where there is nothing such, it would lead nowhere. */
static bool can_mark(const struct app *app, const struct screen *screen)
{
	bool acts = false;

	for (size_t i = 0; i < screen->ops->binding_count; i++)
		acts |= screen->ops->bindings[i].on_marks;
	return acts && !screen->list->unmarked && list_has_row(app, screen);
}

static bool has_columns(const struct app *app, const struct screen *screen)
{
	(void)app;
	return screen->list->source->ask_columns != NULL;
}

static void run_columns(struct app *app, struct screen *screen)
{
	screen->list->source->ask_columns(app, screen->list->data);
}

static bool can_write(const struct app *app, const struct screen *screen)
{
	return screen->list->source->ask_write != NULL && list_has_row(app, screen);
}

static void run_write(struct app *app, struct screen *screen)
{
	screen->list->source->ask_write(app, screen->list->data);
}

static bool has_search(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && screen->list->wanted.length > 0;
}

static const struct binding bindings[] = {
	{.command = COMMAND_FILTER, .run = list_ask_filter, .offered = has_filter},
	{.command = COMMAND_BACK, .run = run_unfilter, .offered = is_filtered, .label = N_("show all"),
	 .help = N_("Show all again, filtered no more")},
	{.command = COMMAND_SEARCH, .run = list_ask_search, .offered = list_has_row},
	{.command = COMMAND_SEARCH_NEXT, .run = list_search_next, .offered = has_search},
	{.command = COMMAND_SEARCH_PREVIOUS, .run = list_search_previous, .offered = has_search},
	{.command = COMMAND_COLUMNS, .run = run_columns, .offered = has_columns},
	{.command = COMMAND_WRITE, .run = run_write, .offered = can_write},
	{.command = COMMAND_DOWN, .run = run_down, .step = true},
	{.command = COMMAND_UP, .run = run_up, .step = true},
	{.command = COMMAND_PAGE_DOWN, .run = run_page_down, .step = true},
	{.command = COMMAND_PAGE_UP, .run = run_page_up, .step = true},
	{.command = COMMAND_HALF_DOWN, .run = run_half_down, .step = true},
	{.command = COMMAND_HALF_UP, .run = run_half_up, .step = true},
	{.command = COMMAND_FIRST, .run = run_first, .step = true},
	{.command = COMMAND_LAST, .run = run_last, .step = true},
	{.command = COMMAND_MARK, .run = list_run_mark, .offered = can_mark},
	{.command = COMMAND_MARK_ALL, .run = list_run_mark_all, .offered = can_mark},
};

const struct binding *list_bindings(size_t *count)
{
	*count = sizeof(bindings) / sizeof(bindings[0]);
	return bindings;
}
