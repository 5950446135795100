/*
 * A row's cells are the columns shown, in their order, and behind them all of
 * the list's, which are hidden: only the former are drawn.
 */
#include "tui/widgets/scheme_list.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/palette.h"
#include "tui/widgets/scheme_columns.h"
#include "tui/widgets/scheme_write.h"
#include "tui/widgets/scheme_filter.h"

enum {
	SORTS_MAX = 48,
	COUNT_MS = 5,  /* what counting may take before the rows are drawn */
	TYPING_MS = 60 /* what the rows of a filter may take before it is said that they are looked for */
};

/* ---- Cells ---- */

const char *scheme_list_cell(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	size_t first = list->shown_count;

	for (size_t i = 0; i < list->list_column_count; i++)
		if (strcmp(list->columns[first + i].key, key) == 0)
			return row->cells[first + i];
	return NULL;
}

int64_t scheme_list_number(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	const char *cell = scheme_list_cell(list, row, key);

	return cell != NULL ? strtoll(cell, NULL, 10) : 0;
}

int64_t scheme_list_id(struct scheme_list *list)
{
	const struct ch_row *row = list_row(&list->list);

	return row != NULL ? row->id : 0;
}

enum { NOWHERE = SCHEME_LIST_COLUMNS_MAX };

/*
 * Where each of the list's columns stands in a page: a field of the scheme's own may have come or gone since the
 * columns were read.
 */
static void find_columns(const struct scheme_list *list, const struct ch_grid *page,
			 size_t places[SCHEME_LIST_COLUMNS_MAX])
{
	for (size_t i = 0; i < list->list_column_count; i++) {
		const char *key = list->columns[list->shown_count + i].key;

		places[i] = NOWHERE;
		if (i < page->column_count && strcmp(page->columns[i].key, key) == 0)
			places[i] = i;
		for (size_t j = 0; places[i] == NOWHERE && j < page->column_count; j++)
			if (strcmp(page->columns[j].key, key) == 0)
				places[i] = j;
	}
}

static void make_cells(const struct scheme_list *list, const size_t places[SCHEME_LIST_COLUMNS_MAX],
		       struct ch_row *row, struct ch_arena *arena)
{
	const char **cells = ch_arena_array(arena, list->shown_count + list->list_column_count, sizeof(*cells));

	for (size_t i = 0; i < list->list_column_count; i++)
		cells[list->shown_count + i] = places[i] != NOWHERE ? row->cells[places[i]] : NULL;
	row->cells = cells;
	for (size_t i = 0; i < list->shown_count; i++)
		cells[i] = list->shown[i].make != NULL ? list->shown[i].make(list, row, arena)
						       : scheme_list_cell(list, row, list->shown[i].key);
}

/* ---- As a source ---- */

static enum ch_status fetch(struct scheme_list *list, const struct ch_list_query *query, struct ch_arena *arena,
			    struct ch_grid *page, struct ch_error *err)
{
	size_t places[SCHEME_LIST_COLUMNS_MAX];

	if (ch_list_fetch(list->desk->c, query, arena, page, err) != CH_OK)
		return err->status;
	find_columns(list, page, places);
	for (size_t i = 0; i < page->row_count; i++)
		make_cells(list, places, &page->rows[i], arena);
	page->columns = list->columns;
	page->column_count = list->shown_count + list->list_column_count;
	return CH_OK;
}

/* ---- Where the rows begin ---- */

/* Whether the filter is the earlier one with its last word, a plain one, gone on with. */
static bool goes_on(const char *before, const char *typed)
{
	const char *word = strrchr(before, ' ');
	size_t length = strlen(before);

	word = word != NULL ? word + 1 : before;
	if (strncmp(before, typed, length) != 0 || strpbrk(before, "\"") != NULL || *word == '-' ||
	    strpbrk(word, ":<>=,") != NULL)
		return false;
	/* A hyphen at the beginning of a word says that it must not be there. */
	for (typed += length; *typed != '\0'; typed++)
		if (!(*typed >= 'a' && *typed <= 'z') && !(*typed >= '0' && *typed <= '9') &&
		    !(*typed == '-' && *word != '\0'))
			return false;
	return true;
}

static void remember_begin(struct scheme_list *list, const struct ch_grid *page)
{
	const struct ch_row *first = page->row_count > 0 ? &page->rows[0] : NULL;

	ch_buffer_clear(&list->begin.typed);
	ch_buffer_add(&list->begin.typed, list->list.filter.text);
	ch_buffer_clear(&list->begin.value);
	ch_buffer_add(&list->begin.value, first != NULL && first->sort_value != NULL ? first->sort_value : "");
	list->begin.id = first != NULL ? first->id : 0;
	list->begin.known = true;
}

/* Lets the query begin at that row instead of at the first of all. */
static void begin_there(struct scheme_list *list, struct ch_list_query *query)
{
	const char *sort = query->sort;
	size_t count;

	if (sort == NULL)
		ch_list_columns(NULL, query->list, NULL, &count, &sort);
	/* The rows after the one that would stand just before it. */
	query->from_id = *sort == '-' ? list->begin.id + 1 : list->begin.id - 1;
	query->from_value = list->begin.value.text;
}

static enum ch_status source_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				   struct ch_grid *page, struct ch_error *err)
{
	struct scheme_list *list = data;
	const struct ch_work work = pace_work_within(&list->pace, TYPING_MS);
	struct ch_list_query query = list->query;

	query.limit = request->count;
	query.backward = request->end == LIST_LAST || request->end == LIST_BEFORE;
	if (request->end == LIST_AFTER || request->end == LIST_BEFORE) {
		query.from_id = request->from->id;
		query.from_value = request->from->sort_value;
	}
	if (list->pace.how != LIST_WHOLE)
		list->desk->c->work = &work;
	if (request->end == LIST_FIRST && list->begin.applies)
		begin_there(list, &query);
	if (!pace_arrived(&list->pace))
		err->status = CH_STOPPED;
	else if (request->end == LIST_FIRST && list->begin.applies && list->begin.id == 0)
		*page = (struct ch_grid){.columns = list->columns};
	else
		fetch(list, &query, arena, page, err);
	list->desk->c->work = NULL;
	if (err->status != CH_STOPPED) /* then it is fetched again */
		list->begin.applies = false;
	if (request->end == LIST_FIRST && err->status == CH_OK)
		remember_begin(list, page);
	else if (request->end == LIST_BEFORE)
		list->begin.known = list->begin.applies = false; /* read again, after a change */
	return err->status;
}

static bool source_prepare(void *data)
{
	struct scheme_list *list = data;
	const struct ch_work work = pace_work(&list->pace);
	struct ch_error err = CH_NO_ERROR;

	if (!pace_keys_rest(&list->pace))
		return false;
	list->desk->c->work = &work;
	ch_list_prepare(list->desk->c, list->query.list, &err);
	list->desk->c->work = NULL;
	return err.status != CH_STOPPED;
}

static void source_pace(void *data, enum list_pace pace)
{
	struct scheme_list *list = data;

	list->pace.how = pace;
}

/* How many `number` finds within the time there is, -1 where that is not enough. */
static int64_t counted(struct scheme_list *list, const struct ch_list_query *query,
		       enum ch_status (*number)(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
						struct ch_error *err))
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_work work;
	int64_t count = -1;

	if (!pace_keys_rest(&list->pace))
		return -1;
	work = pace_work_within(&list->pace, COUNT_MS);
	list->desk->c->work = &work;
	if (number(list->desk->c, query, &count, &ignored) != CH_OK)
		count = -1;
	list->desk->c->work = NULL;
	return count;
}

static int64_t source_count(void *data)
{
	struct scheme_list *list = data;

	return counted(list, &list->query, ch_list_count);
}

static int64_t source_whole(void *data)
{
	struct scheme_list *list = data;
	struct ch_list_query query = list->query;

	query.filter = list->spec->filter;
	return counted(list, &query, ch_list_count);
}

static int64_t source_place(void *data, const struct ch_row *row)
{
	struct scheme_list *list = data;
	struct ch_list_query query = list->query;

	query.from_id = row->id;
	query.from_value = row->sort_value != NULL ? row->sort_value : "";
	return counted(list, &query, ch_list_place);
}

static char source_sign(void *data, const struct ch_row *row)
{
	const struct scheme_list *list = data;

	return list->spec->sign(list, row);
}

static void source_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const struct scheme_list *list = data;

	list->spec->name(list, row, out);
}

static const char *source_empty(void *data)
{
	const struct scheme_list *list = data;

	return list->spec->empty(list);
}

static int source_rank(void *data, size_t column)
{
	const struct scheme_list *list = data;

	return column < list->shown_count ? list->shown[column].rank : INT32_MAX;
}

static bool source_grouped(void *data, size_t column)
{
	const struct scheme_list *list = data;

	return column < list->shown_count && list->shown[column].grouped;
}

/* The spec's filter and what was typed, in *out. */
static void join_filter(const struct scheme_list *list, const char *typed, struct ch_buffer *out)
{
	if (list->spec->filter != NULL)
		ch_buffer_printf(out, "%s ", list->spec->filter);
	ch_buffer_add(out, typed);
}

static enum ch_status source_filter(void *data, const char *typed, struct ch_error *err)
{
	struct scheme_list *list = data;
	struct ch_list_query query = list->query;
	struct ch_buffer filter = CH_BUFFER_EMPTY;

	join_filter(list, typed, &filter);
	query.filter = filter.text;
	if (ch_list_check(list->desk->c, &query, err) != CH_OK) {
		ch_buffer_release(&filter);
		return err->status;
	}
	list->begin.applies = list->begin.known && goes_on(list->begin.typed.text, typed);
	ch_buffer_release(&list->filter);
	list->filter = filter;
	list->query.filter = list->filter.text;
	return CH_OK;
}

static enum ch_status source_find(void *data, const char *text, const struct ch_row *from, bool backward,
				  struct ch_arena *arena, const struct ch_row **found, struct ch_error *err)
{
	struct scheme_list *list = data;
	struct ch_list_query query = list->query;
	struct ch_buffer filter = CH_BUFFER_EMPTY;
	struct ch_grid page = {.row_count = 0};

	ch_buffer_printf(&filter, "%s %s", query.filter, text);
	query.filter = filter.text;
	query.limit = 1;
	query.backward = backward;
	if (from != NULL) {
		query.from_id = from->id;
		query.from_value = from->sort_value;
	}
	if (fetch(list, &query, arena, &page, err) == CH_OK && page.row_count > 0)
		*found = &page.rows[0];
	else
		*found = NULL;
	ch_buffer_release(&filter);
	return err->status;
}

static const char *source_advise(void *data, const char *filter, struct ch_arena *arena)
{
	const struct scheme_list *list = data;

	return ch_list_advice(list->desk->c, list->spec->list, filter, arena);
}

static void source_complete(void *data, struct field_input *input)
{
	const struct scheme_list *list = data;

	scheme_filter_complete(list->desk->c, list->spec->list, input);
}

/* ---- Columns ---- */

static const struct ch_column *column_named(const struct ch_column *columns, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(columns[i].key, key) == 0)
			return &columns[i];
	return NULL;
}

/* What was read earlier is kept as well: what is shown may be named by it. */
void scheme_list_read_columns(struct scheme_list *list)
{
	const char *sort;

	list->own = ch_list_columns(list->desk->c, list->spec->list, &list->own_arena, &list->own_count, &sort);
}

void scheme_list_show_columns(struct scheme_list *list, const struct scheme_column *shown, size_t count)
{
	const struct ch_column *own = list->own;

	list->list_column_count = list->own_count;
	if (count > SCHEME_LIST_SHOWN_MAX || count + list->list_column_count > SCHEME_LIST_COLUMNS_MAX)
		ch_abort("a list has too many columns");
	memcpy(list->shown, shown, count * sizeof(*shown));
	list->shown_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct ch_column *given = column_named(own, list->list_column_count, shown[i].key);
		struct ch_column *column = &list->columns[i];

		if (given == NULL && shown[i].make == NULL)
			ch_abort("a list has no such column");
		*column = given != NULL ? *given : (struct ch_column){.key = shown[i].key, .type = CH_TYPE_TEXT};
		column->extra = false;
		if (shown[i].type != 0)
			column->type = shown[i].type;
		if (shown[i].label != NULL)
			column->label = shown[i].label;
		if (shown[i].width != 0)
			column->width = shown[i].width;
	}
	for (size_t i = 0; i < list->list_column_count; i++) {
		list->columns[count + i] = own[i];
		list->columns[count + i].extra = true;
	}
}

static void set_narrow(struct scheme_list *list, const struct ch_list_query *narrow)
{
	if (narrow == NULL)
		return;
	list->query.pairing_id = narrow->pairing_id;
	list->query.person_id = narrow->person_id;
	list->query.programme_id = narrow->programme_id;
}

/* What somebody chose for a list is theirs: it has the actor in its name. */
static void keep_choice(struct prompt_history *choices, const struct desk *desk, const char *what,
			enum ch_list_id list, struct ch_arena *arena)
{
	const char *name = ch_arena_printf(arena, "%s-%s-%" PRId64, what, ch_list_name(list),
					   desk->c->actor.person_id);

	prompt_history_keep(choices, desk->state_folder, name);
}

/* What it can be sorted by: what the spec says, then the scheme's own fields, which are the last of its columns. */
static size_t read_sorts(const struct scheme_list *list, struct scheme_sort sorts[SORTS_MAX])
{
	const char *sort;
	size_t own, count = 0;

	ch_list_columns(NULL, list->spec->list, NULL, &own, &sort);
	for (size_t i = 0; i < list->spec->sort_count && count < SORTS_MAX; i++)
		sorts[count++] = list->spec->sorts[i];
	for (; list->spec->sort_count > 0 && own < list->own_count && count < SORTS_MAX; own++)
		sorts[count++] = (struct scheme_sort){.sort = list->own[own].key, .label = list->own[own].label};
	return count;
}

static void sort_as_before(struct scheme_list *list)
{
	const struct prompt_history *choices = &list->sort_choices;
	struct scheme_sort sorts[SORTS_MAX];
	size_t count = read_sorts(list, sorts);

	for (size_t i = 0; choices->count > 0 && i < count; i++)
		if (strcmp(sorts[i].sort, choices->lines[choices->count - 1].text) == 0)
			list->query.sort = sorts[i].sort;
}

void scheme_list_init(struct scheme_list *list, const struct scheme_list_spec *spec, const struct desk *desk,
		      const struct ch_list_query *narrow, void *data)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	*list = (struct scheme_list){.spec = spec,
				     .desk = desk,
				     .pace = {.desk = desk},
				     .data = data,
				     .query = {.list = spec->list},
				     .filter = CH_BUFFER_EMPTY,
				     .own_arena = CH_ARENA_EMPTY,
				     .writing = {.path = CH_BUFFER_EMPTY},
				     .written = CH_BUFFER_EMPTY,
				     .begin = {.typed = CH_BUFFER_EMPTY, .value = CH_BUFFER_EMPTY}};
	list->source = (struct list_source){
		.fetch = source_fetch,
		.count = source_count,
		.whole = source_whole,
		.advise = source_advise,
		.place = source_place,
		.pace = source_pace,
		.prepare = spec->fixed ? NULL : source_prepare,
		.find = spec->fixed ? NULL : source_find,
		.sign = spec->sign != NULL ? source_sign : NULL,
		.name = spec->name != NULL ? source_name : NULL,
		.empty = source_empty,
		.rank = source_rank,
		.grouped = source_grouped,
		.filter = spec->fixed ? NULL : source_filter,
		.complete = source_complete,
		.ask_columns = spec->fixed ? NULL : scheme_columns_ask,
		.ask_write = spec->exported != CH_NO_ENTITY && desk_may(desk, CH_OP_EXPORT) ? scheme_write_ask : NULL,
	};
	join_filter(list, "", &list->filter);
	list->query.filter = list->filter.text;
	if (spec->sort_count > 0)
		list->query.sort = spec->sorts[0].sort;
	set_narrow(list, narrow);
	scheme_list_read_columns(list);
	scheme_list_show_columns(list, spec->columns, spec->column_count);
	list_init(&list->list, &list->source, list, desk->today);
	if (!spec->fixed) {
		prompt_history_keep(&list->list.filters, desk->state_folder,
				    ch_arena_printf(&arena, "filters-%s", ch_list_name(spec->list)));
		keep_choice(&list->sort_choices, desk, "sort", spec->list, &arena);
		keep_choice(&list->column_choices, desk, "columns", spec->list, &arena);
		sort_as_before(list);
		scheme_columns_as_before(list);
	}
	ch_arena_release(&arena);
}

void scheme_list_release(struct scheme_list *list)
{
	list_release(&list->list);
	ch_arena_release(&list->own_arena);
	file_write_release(&list->writing);
	ch_buffer_release(&list->written);
	ch_buffer_release(&list->filter);
	ch_buffer_release(&list->begin.typed);
	ch_buffer_release(&list->begin.value);
	prompt_history_release(&list->sort_choices);
	prompt_history_release(&list->column_choices);
}

void scheme_list_narrow(struct scheme_list *list, const struct ch_list_query *narrow)
{
	set_narrow(list, narrow);
	list_unmark(&list->list);
	list_restart(&list->list);
}

void scheme_list_draw(struct scheme_list *list, struct canvas *canvas, struct rect area, bool focused)
{
	for (size_t i = 0; i < list->shown_count; i++)
		list->columns[i].extra = area.width < list->shown[i].from ||
					 (list->hidden != NULL && strcmp(list->hidden, list->shown[i].key) == 0);
	list_draw(&list->list, canvas, area, focused);
}

/* ---- Sorting ---- */

bool scheme_list_can_sort(const struct app *app, const struct screen *screen)
{
	const struct scheme_list *list = screen->list != NULL ? screen->list->data : NULL;

	(void)app;
	return list != NULL && list->spec->sort_count > 1;
}

static void sort_chosen(struct app *app, void *data, int value)
{
	struct scheme_list *list = data;
	struct scheme_sort sorts[SORTS_MAX];

	if ((size_t)value >= read_sorts(list, sorts))
		return;
	list->query.sort = sorts[value].sort;
	prompt_history_add(&list->sort_choices, list->query.sort);
	list_restart(&list->list);
	app_say(app, _("Sorted by %s"), _(sorts[value].label));
}

void scheme_list_ask_sort(struct app *app, struct screen *screen)
{
	struct scheme_list *list = screen->list->data;
	struct palette_item items[SORTS_MAX];
	struct scheme_sort sorts[SORTS_MAX];
	size_t count;

	scheme_list_read_columns(list);
	count = read_sorts(list, sorts);
	for (size_t i = 0; i < count; i++) {
		items[i] = (struct palette_item){.label = _(sorts[i].label), .value = (int)i};
		if (strcmp(sorts[i].sort, list->query.sort) == 0)
			items[i].help = _("(as it is now)");
	}
	palette_choose(app, _("Sort by"), items, count, sort_chosen, list);
}
