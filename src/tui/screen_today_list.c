#include "tui/screen_today_list.h"

#include <stdlib.h>
#include <string.h>

/* Who sees to what is shown where anybody does. */
static const struct ch_column columns[] = {
	{.key = "title", .label = "", .type = CH_TYPE_TEXT, .width = 26},
	{.key = "who", .label = "", .type = CH_TYPE_TEXT, .width = 38},
	{.key = "assigned_to", .label = "", .type = CH_TYPE_TEXT, .width = 16, .extra = true},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), CHECKS_MAX = 1024 };

/* ---- As a source ------------------------------------------------------------------------------ */

/* Where the row is now, or, where its finding is gone, where it was. */
static size_t place_of(const struct today_list *today, const struct ch_row *row)
{
	size_t was = (size_t)strtoul(row->sort_value, NULL, 10);

	for (size_t i = 0; i < today->findings.count; i++)
		if (today->rows[i].id == row->id)
			return i;
	return was < today->findings.count ? was : today->findings.count;
}

static bool is_gone(const struct today_list *today, const struct ch_row *row)
{
	size_t place = place_of(today, row);

	return place >= today->findings.count || today->rows[place].id != row->id;
}

static enum ch_status fetch(void *data, const struct list_request *request, struct ch_arena *arena,
			    struct ch_grid *page, struct ch_error *err)
{
	const struct today_list *today = data;
	size_t from = 0, to = today->findings.count;

	(void)arena;
	if (today->err.status != CH_OK) {
		*err = today->err;
		return err->status;
	}
	if (request->end == LIST_AFTER)
		from = place_of(today, request->from) + (is_gone(today, request->from) ? 0 : 1);
	else if (request->end == LIST_BEFORE)
		to = place_of(today, request->from);
	if (to - from > request->count && (request->end == LIST_FIRST || request->end == LIST_AFTER))
		to = from + request->count;
	else if (to - from > request->count)
		from = to - request->count;
	*page = (struct ch_grid){
		.columns = today->columns, .column_count = COLUMNS, .rows = today->rows + from, .row_count = to - from};
	return CH_OK;
}

static int64_t count(void *data)
{
	return (int64_t)((const struct today_list *)data)->findings.count;
}

static const struct ch_finding *finding_of(const struct today_list *today, const struct ch_row *row)
{
	return &today->findings.items[place_of(today, row)];
}

char today_sign(const struct ch_finding *finding)
{
	switch (finding->severity) {
	case CH_SEVERITY_INFORM:
		return '.';
	case CH_SEVERITY_WARN:
		return '~';
	default:
		return '!';
	}
}

static char sign(void *data, const struct ch_row *row)
{
	return today_sign(finding_of(data, row));
}

static void name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_add(out, finding_of(data, row)->says);
}

static const char *empty(void *data)
{
	return ((const struct today_list *)data)->empty;
}

static int rank(void *data, size_t column)
{
	(void)data;
	return column < COLUMNS - 1 ? 0 : 1;
}

static const struct list_source source = {
	.fetch = fetch, .count = count, .sign = sign, .name = name, .empty = empty, .rank = rank};

/* ---- Reading ------------------------------------------------------------------------------------ */

static int64_t check_number(const struct ch_check_info *check)
{
	for (size_t i = 0; i < ch_check_count(); i++)
		if (ch_check_at(i) == check)
			return (int64_t)i;
	return CHECKS_MAX - 1;
}

void today_list_init(struct today_list *today, const struct desk *desk)
{
	*today = (struct today_list){.desk = desk, .arena = CH_ARENA_EMPTY, .empty = ""};
	memcpy(today->columns, columns, sizeof(columns));
	list_init(&today->list, &source, today, desk->today);
	today->list.unmarked = true;
}

void today_list_release(struct today_list *today)
{
	list_release(&today->list);
	ch_arena_release(&today->arena);
}

bool today_list_read(struct today_list *today)
{
	struct ch_arena before = today->arena, arena = CH_ARENA_EMPTY;
	struct ch_findings findings = {.count = 0};
	struct ch_error err = CH_NO_ERROR;
	bool assigned = false;

	if (ch_attention(today->desk->c, &arena, &findings, &err) == CH_STOPPED) {
		ch_arena_release(&arena);
		return false;
	}
	if (err.status != CH_OK)
		findings.count = 0;
	today->arena = arena;
	today->findings = findings;
	today->err = err;
	today->rows = ch_arena_array(&today->arena, today->findings.count, sizeof(*today->rows));
	for (size_t i = 0; i < today->findings.count; i++) {
		const struct ch_finding *finding = &today->findings.items[i];
		struct ch_row *row = &today->rows[i];

		row->id = finding->subject_id * CHECKS_MAX + check_number(finding->check);
		row->sort_value = ch_arena_printf(&today->arena, "%zu", i);
		row->cells = ch_arena_array(&today->arena, COLUMNS, sizeof(*row->cells));
		row->cells[0] = _(finding->check->title);
		row->cells[1] = finding->who;
		row->cells[2] = finding->assigned_to;
		assigned |= finding->assigned_to != NULL;
	}
	today->columns[COLUMNS - 1].extra = !assigned;
	list_reload(&today->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
	return true;
}

const struct ch_finding *today_list_focused(struct today_list *today)
{
	const struct ch_row *row = list_row(&today->list);

	return row != NULL ? finding_of(today, row) : NULL;
}
