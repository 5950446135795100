/* Drawing a list: heading, rows, or why there are none. */
#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list.h"
#include "tui/widgets/list_columns.h"
#include "tui/widgets/list_window.h"

enum { ROWS_FOR_HEADING = 4 /* the least height of an area that has one */ };

static unsigned sign_style(char sign)
{
	switch (sign) {
	case '!':
		return CANVAS_URGENT;
	case '~':
		return CANVAS_SOON;
	case '+':
		return CANVAS_GOOD;
	default:
		return CANVAS_PLAIN;
	}
}

/* Cells before the first column: focus, mark, sign if there is one, blank. */
static int gutter_width(const struct list *list)
{
	return list->source->sign != NULL ? 4 : 3;
}

static void draw_heading(const struct list *list, struct canvas *canvas, struct rect area, const int *widths)
{
	const struct ch_grid *grid = window_grid(list);
	int x = gutter_width(list);

	for (size_t i = 0; i < grid->column_count && i < LIST_COLUMNS_MAX; i++) {
		const struct ch_column *column = &grid->columns[i];

		if (widths[i] == 0)
			continue;
		canvas_fit(canvas, area, x, 0, widths[i], column_is_figure(column) ? CANVAS_RIGHT : CANVAS_LEFT,
			   CANVAS_BOLD, _(column->label));
		x += widths[i] + COLUMN_GAP;
	}
}

/* Whether the cell says what the one above it says, in a column whose rows are in groups. */
static bool is_said_above(const struct list *list, const struct ch_row *above, const struct ch_row *row, size_t column)
{
	const char *a, *b;

	if (above == NULL || list->source->grouped == NULL || !list->source->grouped(list->data, column))
		return false;
	a = above->cells[column];
	b = row->cells[column];
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void draw_focus(struct canvas *canvas, struct rect line)
{
	canvas_text(canvas, line, 0, 0, CANVAS_PLAIN, ">"); /* a style would double the bytes of a step */
	canvas_cursor(canvas, line, 0, 0);
}

/* `above`: the row drawn above it; NULL for the first. */
static void draw_row(const struct list *list, struct canvas *canvas, struct rect line, const struct ch_row *above,
		     const struct ch_row *row, const int *widths, bool focused, struct ch_arena *arena)
{
	const struct ch_grid *grid = window_grid(list);
	int x = gutter_width(list);

	if (focused)
		draw_focus(canvas, line);
	if (list_is_changed(list, row->id))
		canvas_text(canvas, line, 1, 0, CANVAS_BOLD, "^");
	else if (list_is_marked(list, row->id))
		canvas_text(canvas, line, 1, 0, CANVAS_MARKED, "*");
	if (list->source->sign != NULL) {
		char sign[2] = {list->source->sign(list->data, row), '\0'};

		canvas_text(canvas, line, 2, 0, sign_style(sign[0]), sign);
	}
	for (size_t i = 0; i < grid->column_count && i < LIST_COLUMNS_MAX; i++) {
		const struct ch_column *column = &grid->columns[i];

		if (widths[i] == 0)
			continue;
		if (!is_said_above(list, above, row, i))
			canvas_fit(canvas, line, x, 0, widths[i],
				   column_is_figure(column) ? CANVAS_RIGHT : CANVAS_LEFT, CANVAS_PLAIN,
				   ch_cell_show(column, row->cells[i], list->today, arena));
		x += widths[i] + COLUMN_GAP;
	}
}

static void draw_text(struct canvas *canvas, struct rect area, unsigned style, const char *text, bool focused)
{
	int y = area.height > 3 ? 1 : 0;

	canvas_wrap(canvas, rect_part(area, 0, 0, area.width - 1, area.height), 3, y, style, text);
	if (focused)
		canvas_cursor(canvas, area, 3, y);
}

static void draw_nothing(const struct list *list, struct canvas *canvas, struct rect area, bool focused)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *advice = list->filter.length > 0 ? list_advice(list, &arena) : NULL;

	if (list->err.status != CH_OK) {
		ch_buffer_printf(&text, _("! This list could not be read: %s"), list->err.message);
		if (*list->err.key_fix != '\0')
			ch_buffer_printf(&text, ". %s", list->err.key_fix);
		draw_text(canvas, area, CANVAS_URGENT, text.text, focused);
	} else if (list->filter.length > 0) {
		ch_buffer_printf(&text, list->begun.length > 0 ? _("Nothing fits \"%s\". " KEY_(BACK) " goes back.")
							       : _("Nothing fits \"%s\". " KEY_(BACK) " shows "
								   "everything."),
				 list->filter.text);
		if (advice != NULL)
			ch_buffer_printf(&text, _("\nWords are looked up in names. This looks "
						  "elsewhere: " KEY_(FILTER) " %s"),
					 advice);
		draw_text(canvas, area, CANVAS_PLAIN, text.text, focused);
	} else {
		draw_text(canvas, area, CANVAS_PLAIN, list->source->empty(list->data), focused);
	}
	ch_arena_release(&arena);
	ch_buffer_release(&text);
}

/* Makes the list hold what a page `height` rows high needs. */
static void fit_height(struct list *list, int height)
{
	size_t before = list->height;

	list->height = height > 0 ? (size_t)height : 1;
	if (!list->loaded)
		window_start(list, LIST_FIRST);
	else if (list->height > before)
		list_reload(list); /* chunks are as long as the page is high */
	else
		window_settle(list);
}

/* Whether any column shown has a heading. */
static bool has_heading(const struct list *list)
{
	const struct ch_grid *grid = window_grid(list);

	for (size_t i = 0; grid != NULL && i < grid->column_count; i++)
		if (!grid->columns[i].extra && *grid->columns[i].label != '\0')
			return true;
	return grid == NULL;
}

static void draw_row_at(const struct list *list, struct canvas *canvas, int y, bool focused, struct ch_arena *arena)
{
	size_t index = list->top + (size_t)y;

	draw_row(list, canvas, rect_part(list->area, 0, y, list->area.width, 1),
		 y > 0 ? window_row(list, index - 1) : NULL, window_row(list, index), list->drawn.widths, focused,
		 arena);
}

/* How many rows are shown. */
static int rows_shown(const struct list *list)
{
	size_t rows = window_rows(list) - list->top;

	return (int)(rows < list->height ? rows : list->height);
}

void list_draw(struct list *list, struct canvas *canvas, struct rect area, bool focused)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	int heading = area.height < ROWS_FOR_HEADING || !has_heading(list) ? 0 : 1;

	canvas_fill(canvas, area, CANVAS_PLAIN);
	list->area = list->drawn.area = (struct rect){.width = 0};
	fit_height(list, area.height - heading);
	if (canvas->linear && !focused)
		return;
	if (window_rows(list) == 0) {
		draw_nothing(list, canvas, area, focused);
		return;
	}
	if (canvas->linear) { /* its rows are read out; the cursor says where they belong */
		canvas_cursor(canvas, area, 0, 0);
		return;
	}
	columns_share(list, window_grid(list), area.width - gutter_width(list), list->drawn.widths);
	if (heading > 0)
		draw_heading(list, canvas, area, list->drawn.widths);
	list->area = rect_part(area, 0, heading, area.width, area.height);
	list->drawn.focus = (int)(list->cursor - list->top);
	for (int y = 0; y < rows_shown(list); y++)
		draw_row_at(list, canvas, y, focused && y == list->drawn.focus, &arena);
	if (focused)
		list->drawn.area = area;
	list->drawn.first_id = window_row(list, list->top)->id;
	list->drawn.count = list->count;
	ch_arena_release(&arena);
}

/* How many rows the list has moved up since it was drawn (negative: down); its height where none of them is left. */
static int moved_up(const struct list *list)
{
	int height = (int)list->height;

	for (int up = 0; up < height; up++) {
		const struct ch_row *above = list->top >= (size_t)up ? window_row(list, list->top - (size_t)up) : NULL;
		const struct ch_row *below = window_row(list, list->top + (size_t)up);

		if (above != NULL && above->id == list->drawn.first_id)
			return up;
		if (below != NULL && below->id == list->drawn.first_id)
			return -up;
	}
	return height;
}

bool list_draw_step(struct list *list, struct canvas *canvas, struct rect area)
{
	const struct rect *drawn = &list->drawn.area;
	struct ch_arena arena = CH_ARENA_EMPTY;
	int up, before;

	if (window_rows(list) == 0 || list->count != list->drawn.count || drawn->x != area.x || drawn->y != area.y ||
	    drawn->width != area.width || drawn->height != area.height)
		return false;
	up = moved_up(list);
	before = list->drawn.focus - up;
	canvas_move_up(canvas, list->area, up);
	if (before >= 0 && before < (int)list->height)
		canvas_text(canvas, rect_part(list->area, 0, before, 1, 1), 0, 0, CANVAS_PLAIN, " ");
	/* What stands above a row bears on it: the first row is drawn, too, and the one that was the first. */
	for (int y = 0; up != 0 && y < (int)list->height; y++) {
		if (y > 0 && y > -up && y < (int)list->height - up)
			continue;
		canvas_fill(canvas, rect_part(list->area, 0, y, list->area.width, 1), CANVAS_PLAIN);
		if (y < rows_shown(list))
			draw_row_at(list, canvas, y, false, &arena);
	}
	list->drawn.focus = (int)(list->cursor - list->top);
	list->drawn.first_id = window_row(list, list->top)->id;
	draw_focus(canvas, rect_part(list->area, 0, list->drawn.focus, 1, 1));
	ch_arena_release(&arena);
	return true;
}

void list_draw_title(const struct list *list, const char *title, struct canvas *canvas, struct rect area, bool focused)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;

	ch_buffer_printf(&line, canvas->linear && !focused ? _("Another pane: %s") : "%s", title);
	if (list != NULL && list->count > 0)
		ch_buffer_printf(&line, " (%" PRId64 ")", list->count);
	canvas_line_across(canvas, area, 0, 0, area.width, CANVAS_QUIET);
	canvas_fill(canvas, rect_part(area, 1, 0, ch_text_width(line.text) + 2, 1), CANVAS_PLAIN);
	if (focused && list != NULL && list->count == 0 && !canvas->linear) /* no row that could have it */
		canvas_text(canvas, area, 0, 0, CANVAS_PLAIN, ">");
	canvas_text(canvas, area, 2, 0, focused ? CANVAS_BOLD | CANVAS_ACCENT : CANVAS_BOLD, line.text);
	ch_buffer_release(&line);
}

/* Read out, the shown one stands where its list does, as list_draw_title() has it. */
static void draw_panes_linear(struct canvas *canvas, struct rect area, const char *const titles[], size_t count,
			      size_t shown)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;

	ch_buffer_add(&line, _(titles[shown]));
	for (size_t i = 1; i < count; i++) {
		ch_buffer_add(&line, "  ");
		ch_buffer_printf(&line, _("Another pane: %s"), _(titles[(shown + i) % count]));
	}
	canvas_text(canvas, area, 0, 0, CANVAS_PLAIN, line.text);
	ch_buffer_release(&line);
}

void list_draw_panes(struct canvas *canvas, struct rect area, const char *const titles[], size_t count, size_t shown)
{
	int x = 1, all = 1;

	if (canvas->linear) {
		draw_panes_linear(canvas, area, titles, count, shown);
		return;
	}
	for (size_t i = 0; i < count; i++)
		all += ch_text_width(_(titles[i])) + 3;
	for (size_t i = 0; i < count; i++) {
		size_t pane = all - 1 > area.width ? (shown + i) % count : i;
		const char *title = _(titles[pane]);
		unsigned style = pane == shown ? CANVAS_BOLD | CANVAS_ACCENT : CANVAS_QUIET;

		if (x + ch_text_width(title) + 2 > area.width && i > 0)
			break;
		x += canvas_text(canvas, area, x, 0, style, pane == shown ? "[" : " ");
		x += canvas_text(canvas, area, x, 0, style, title);
		x += canvas_text(canvas, area, x, 0, style, pane == shown ? "] " : "  ");
	}
}
