#include "tui/screens/screen_today_list.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list_columns.h"
#include "tui/widgets/marked.h"

enum { TITLE, WHO, SAYS, ASSIGNED, COLUMNS };

/*
 * As wide as what stands in them (share_width()). What a finding says is shown where there is room beside the others,
 * who sees to it where anybody does.
 */
static const struct ch_column columns[COLUMNS] = {
	[TITLE] = {.key = "title", .label = "", .type = CH_TYPE_TEXT},
	[WHO] = {.key = "who", .label = "", .type = CH_TYPE_TEXT},
	[SAYS] = {.key = "says", .label = "", .type = CH_TYPE_TEXT, .extra = true},
	[ASSIGNED] = {.key = "assigned_to", .label = "", .type = CH_TYPE_TEXT, .extra = true},
};

enum {
	ASSIGNED_FROM = 100, /* columns */
	ASSIGNED_WIDE = 150,
	ASSIGNED_MOST = 22,
	ASSIGNED_MOST_WIDE = 34,
	SAYS_LEAST = 40,
	TITLE_LEAST = 16,
	NAMES_COUNT = 40, /* cells of names: one that is longer leaves the others' titles alone */
	BESIDE_COLUMNS = 6, /* cells of signs and gaps */
	WHO_COUNTS = 2,	    /* a cell cut of whom it is about hurts more than one of what it is, which the foot says */
	CHECKS_MAX = 1024,
	MOST = 1000 /* findings of one check, beyond which they are only counted: nobody reads so many */
};

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

/* '!' act now, '~' soon, '.' to be known. */
static char today_sign(const struct ch_finding *finding)
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
	return column <= WHO ? 0 : 1;
}

static const struct list_source source = {
	.fetch = fetch, .count = count, .sign = sign, .name = name, .empty = empty, .rank = rank};

/* ---- Reading ------------------------------------------------------------------------------------ */

/* A number for the check: of the scheme's own, which may come and go, one made of its name. */
static int64_t check_number(const struct ch_check_info *check)
{
	size_t known = ch_check_count();
	uint64_t sum = 0;

	for (size_t i = 0; i < known; i++)
		if (ch_check_at(i) == check)
			return (int64_t)i;
	for (const char *at = check->name; *at != '\0'; at++)
		sum = (sum ^ (unsigned char)*at) * UINT64_C(1099511628211);
	return (int64_t)(known + sum % (CHECKS_MAX - known));
}

void today_list_init(struct today_list *today, const struct desk *desk)
{
	*today = (struct today_list){.desk = desk, .arena = CH_ARENA_EMPTY, .empty = "",
				     .left = {.about = CH_BUFFER_EMPTY, .says = CH_BUFFER_EMPTY}};
	memcpy(today->columns, columns, sizeof(columns));
	list_init(&today->list, &source, today, desk->today);
}

void today_list_release(struct today_list *today)
{
	list_release(&today->list);
	ch_buffer_release(&today->left.about);
	ch_buffer_release(&today->left.says);
	ch_arena_release(&today->arena);
	if (today->reading != today->shown)
		ch_attention_free(today->reading);
	ch_attention_free(today->shown);
}

void today_list_restart(struct today_list *today)
{
	if (today->reading != today->shown)
		ch_attention_free(today->reading);
	today->reading = NULL;
	today->whole = false;
}

/* Shows what `reading` (NULL: nothing) has found so far, or why nothing could be found. */
static void show(struct today_list *today, struct ch_attention *reading)
{
	struct ch_arena before = today->arena;
	struct ch_attention *shown = today->shown;
	size_t checks, run;

	today->arena = CH_ARENA_EMPTY;
	today->assigned_cells = 0;
	today->shared = 0;
	today->findings = reading != NULL ? *ch_attention_found(reading, &checks, &run) : (struct ch_findings){0};
	today->rows = ch_arena_array(&today->arena, today->findings.count, sizeof(*today->rows));
	today->title_cells = ch_arena_array(&today->arena, today->findings.count, sizeof(*today->title_cells));
	today->who_cells = ch_arena_array(&today->arena, today->findings.count, sizeof(*today->who_cells));
	for (size_t i = 0; i < today->findings.count; i++) {
		const struct ch_finding *finding = &today->findings.items[i];
		struct ch_row *row = &today->rows[i];

		row->id = finding->subject_id * CHECKS_MAX + check_number(finding->check);
		row->sort_value = ch_arena_printf(&today->arena, "%zu", i);
		row->cells = ch_arena_array(&today->arena, COLUMNS, sizeof(*row->cells));
		row->cells[TITLE] = _(finding->check->title);
		row->cells[WHO] = finding->who;
		row->cells[SAYS] = finding->says;
		row->cells[ASSIGNED] = finding->assigned_to != NULL
					       ? ch_arena_printf(&today->arena, _("given to %s"), finding->assigned_to)
					       : NULL;
		if (finding->assigned_to != NULL && ch_text_width(row->cells[ASSIGNED]) > today->assigned_cells)
			today->assigned_cells = ch_text_width(row->cells[ASSIGNED]);
		today->title_cells[i] = ch_text_width(row->cells[TITLE]);
		today->who_cells[i] = row->cells[WHO] != NULL ? ch_text_width(row->cells[WHO]) : 0;
		if (today->who_cells[i] > NAMES_COUNT)
			today->who_cells[i] = NAMES_COUNT;
	}
	list_reload(&today->list); /* from the rows before, which are still there */
	today->shown = reading;
	if (shown != reading)
		ch_attention_free(shown);
	ch_arena_release(&before);
}

bool today_list_read(struct today_list *today, bool (*enough)(void *data), void *data)
{
	struct ch_error err = CH_NO_ERROR;
	bool whole = false;

	if (today->whole)
		return true;
	if (today->reading == NULL)
		today->reading = ch_attention_new(MOST, today->all);
	do {
		if (ch_attention_step(today->desk->c, today->reading, &err) == CH_OK)
			whole = ch_attention_whole(today->reading);
	} while (!whole && err.status == CH_OK && !enough(data));
	if (err.status == CH_OK || err.status == CH_STOPPED) {
		today->err = CH_NO_ERROR;
		if (whole || today->shown == NULL || today->shown == today->reading)
			show(today, today->reading);
	} else {
		today->err = err;
		today_list_restart(today);
		show(today, NULL);
		return true;
	}
	if (whole)
		today->reading = NULL;
	return today->whole = whole;
}

void today_list_progress(const struct today_list *today, size_t *checks, size_t *run)
{
	*checks = *run = 0;
	if (today->reading != NULL)
		ch_attention_found(today->reading, checks, run);
}

const struct ch_finding *today_list_focused(struct today_list *today)
{
	const struct ch_row *row = list_row(&today->list);

	return row != NULL ? finding_of(today, row) : NULL;
}

size_t today_list_chosen(struct today_list *today, struct ch_arena *arena, const struct ch_finding ***chosen)
{
	const int64_t *ids;
	size_t marked = marked_or_focused(&today->list, &ids), count = 0;

	*chosen = ch_arena_array(arena, marked, sizeof(**chosen));
	for (size_t i = 0; i < today->findings.count && count < marked; i++)
		for (size_t at = 0; at < marked; at++)
			if (ids[at] == today->rows[i].id)
				(*chosen)[count++] = &today->findings.items[i];
	return count;
}

void today_list_leave(struct today_list *today)
{
	const struct ch_finding *finding = today_list_focused(today);

	today->left.id = list_row(&today->list)->id;
	ch_buffer_clear(&today->left.about);
	ch_buffer_printf(&today->left.about, "%s, %s", _(finding->check->title), finding->who);
	ch_buffer_clear(&today->left.says);
	ch_buffer_add(&today->left.says, finding->says);
}

bool today_list_returned(struct today_list *today, struct ch_buffer *out)
{
	int64_t id = today->left.id;

	today->left.id = 0;
	if (id == 0 || today->err.status != CH_OK)
		return false;
	for (size_t i = 0; i < today->findings.count; i++) {
		const char *says = today->findings.items[i].says;

		if (today->rows[i].id != id)
			continue;
		ch_buffer_printf(out, _("%s: now %s"), today->left.about.text, says);
		return strcmp(says, today->left.says.text) != 0;
	}
	ch_buffer_printf(out, _("off the list: %s"), today->left.about.text);
	return true;
}

/* How much of all rows is cut where titles have so many cells of `room`. */
static int64_t cut_of(const struct today_list *today, int room, int title)
{
	int64_t cut = 0;

	for (size_t i = 0; i < today->findings.count; i++) {
		int more = today->title_cells[i] - title, others = today->who_cells[i] - (room - title);

		cut += (more > 0 ? more : 0) + (others > 0 ? WHO_COUNTS * others : 0);
	}
	return cut;
}

/* Cells in which no title and no names are cut, but for those that are longer than what counts. */
static int widest_of(const struct today_list *today)
{
	int title = TITLE_LEAST, who = 0;

	for (size_t i = 0; i < today->findings.count; i++) {
		title = today->title_cells[i] > title ? today->title_cells[i] : title;
		who = today->who_cells[i] > who ? today->who_cells[i] : who;
	}
	return title + who;
}

/* Titles and names share the width so that least is cut of all of them. */
static void share_width(struct today_list *today, int width)
{
	const struct ch_column *assigned = &today->columns[ASSIGNED];
	int room = width - BESIDE_COLUMNS - (assigned->extra ? 0 : assigned->width + COLUMN_GAP), best = TITLE_LEAST;
	int says = room - widest_of(today) - COLUMN_GAP;

	if (today->shared == width)
		return;
	today->shared = width;
	today->columns[SAYS].extra = says < SAYS_LEAST;
	today->columns[SAYS].width = says;
	if (says >= SAYS_LEAST)
		room -= says + COLUMN_GAP;
	for (int title = best + 1; title < room; title++)
		if (cut_of(today, room, title) < cut_of(today, room, best))
			best = title;
	today->columns[TITLE].width = best;
	today->columns[WHO].width = room > best ? room - best : 1;
}

void today_list_draw(struct today_list *today, struct canvas *canvas, struct rect area)
{
	int most = area.width < ASSIGNED_WIDE ? ASSIGNED_MOST : ASSIGNED_MOST_WIDE;

	today->columns[ASSIGNED].extra = today->assigned_cells == 0 || area.width < ASSIGNED_FROM;
	today->columns[ASSIGNED].width = today->assigned_cells < most ? today->assigned_cells : most;
	if (canvas->linear) { /* which reads out what each row says anyway */
		today->columns[SAYS].extra = true;
		list_draw(&today->list, canvas, area, true);
		return;
	}
	share_width(today, area.width);
	list_draw(&today->list, canvas, area, true);
}
