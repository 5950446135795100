/*
 * A screen read out: its title, what it draws around its list on a canvas
 * without borders, and the rows of the list. Read out again only where it
 * differs from the last time.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/line/line_parts.h"
#include "tui/widgets/list.h"
#include "tui/widgets/list_window.h"

enum { CHANGES_FEW = 7 /* lines: more of them, and all is read out */ };

/* ---- Reading out ---- */

/* Appends what stands in the line, its runs of blanks cut to two; whether there was anything. */
static bool add_squeezed(struct ch_buffer *out, const char *text, size_t length)
{
	size_t blanks = 0;
	bool any = false;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == ' ') {
			blanks++;
			continue;
		}
		if (any && blanks > 0)
			ch_buffer_add(out, blanks > 1 ? "  " : " ");
		ch_buffer_add_char(out, text[i]);
		any = true;
		blanks = 0;
	}
	if (any)
		ch_buffer_add_char(out, '\n');
	return any;
}

/* Takes what stands above the focused list out of the canvas: the words from where it begins to the next gap. */
static void take_pane_title(struct canvas *canvas, struct ch_buffer *title)
{
	int x = canvas->cursor_x, blanks = 0;
	struct canvas_cell *row;

	if (canvas->cursor_y < 1)
		return;
	row = canvas->cells + (canvas->cursor_y - 1) * canvas->width;
	while (x < canvas->width && strcmp(row[x].text, " ") == 0)
		x++;
	for (; x < canvas->width && blanks < 2; x++) {
		blanks = strcmp(row[x].text, " ") == 0 ? blanks + 1 : 0;
		ch_buffer_add(title, row[x].text);
		row[x] = (struct canvas_cell){.text = " ", .width = 1};
	}
	title->length -= (size_t)blanks;
	title->text[title->length] = '\0';
}

/* What the screen draws in the rows from `from` to before `to`. */
static void add_drawn(const struct canvas *canvas, int from, int to, struct ch_buffer *out)
{
	struct ch_buffer row = CH_BUFFER_EMPTY;

	for (int y = from; y < to; y++) {
		ch_buffer_clear(&row);
		for (int x = 0; x < canvas->width; x++)
			ch_buffer_add(&row, canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x].text);
		add_squeezed(out, row.text, row.length);
	}
	ch_buffer_release(&row);
}

/* The cell as the screens show it. */
static const char *cell_of(const struct list *list, const struct ch_grid *grid, const struct ch_row *row, size_t column,
			   struct ch_arena *arena)
{
	const char *cell = ch_cell_show(&grid->columns[column], row->cells[column], list->today, arena);

	return cell + strspn(cell, " ");
}

/* Adds a part that was not said yet. */
static void add_part(struct ch_buffer *said, const char *label, const char *part)
{
	if (*part == '\0' || strstr(said->text, part) != NULL)
		return;
	if (said->length > 0)
		ch_buffer_add(said, "; ");
	if (*label != '\0' && said->length > 0)
		ch_buffer_printf(said, "%s: ", label);
	ch_buffer_add(said, part);
}

/* What a sign means everywhere; of the others the name says what they mean. */
static const char *sign_words(char sign)
{
	return sign == '!' ? _("act now") : sign == '~' ? _("see to it soon") : "";
}

/*
 * "3. Chen Okafor: with Wen Patel; Role: mentee; Last: Mon 2 Nov": what it is, then the cells not said yet. What a
 * list says of a row goes first where it begins with the name of the thing, else last, after what its sign means.
 */
static void add_row(struct list *list, int64_t number, struct ch_buffer *out)
{
	const struct ch_grid *grid = window_grid(list);
	const struct ch_row *row = list_row(list);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer said = CH_BUFFER_EMPTY, name = CH_BUFFER_EMPTY;
	const char *first = cell_of(list, grid, row, 0, &arena);
	bool leads;

	if (list->source->name != NULL)
		list->source->name(list->data, row, &name);
	leads = strncmp(name.text, first, strlen(first)) == 0;
	if (leads)
		add_part(&said, "", name.text);
	for (size_t i = 0; i < grid->column_count; i++)
		if (!grid->columns[i].extra)
			add_part(&said, _(grid->columns[i].label), cell_of(list, grid, row, i, &arena));
	if (!leads) {
		add_part(&said, "", list->source->sign != NULL ? sign_words(list->source->sign(list->data, row)) : "");
		add_part(&said, "", name.text);
	}
	if (number > 0)
		ch_buffer_printf(out, "%" PRId64 ". ", number);
	ch_buffer_printf(out, "%s%s\n", said.text, list_is_marked(list, row->id) ? _("; marked") : "");
	ch_buffer_release(&said);
	ch_buffer_release(&name);
	ch_arena_release(&arena);
}

/* The number of the focused row; 0 where it is not known. */
int64_t line_place_of(const struct list *list)
{
	return list->before >= 0 ? list->before + (int64_t)list->cursor + 1 : 0;
}

static void add_rows(struct line *line, struct list *list, struct ch_buffer *out)
{
	int64_t focus = line_place_of(list), id = list_row(list)->id, last;

	list_go_to(list, line->first);
	line->first = line_place_of(list);
	last = line->first;
	for (int i = 0; i < LINE_PAGE_ROWS; i++) {
		add_row(list, last, out);
		list_move(list, 1);
		if (line_place_of(list) == last)
			break;
		last = line_place_of(list);
	}
	if (list->count > LINE_PAGE_ROWS)
		ch_buffer_printf(out, _("Rows %" PRId64 " to %" PRId64 " of %" PRId64 ". next, previous: other rows\n"),
				 line->first, last < line->first + LINE_PAGE_ROWS ? last : last - 1, list->count);
	if (focus > 0)
		list_go_to(list, focus);
	else
		list_go_to_id(list, id);
}

/* In the order in which it is needed: what bears on all, the rows, then what is said of the focused one. */
static void add_page(struct line *line, struct ch_buffer *page)
{
	struct app *app = line->app;
	struct screen *screen = app->top;
	struct ch_buffer title = CH_BUFFER_EMPTY;
	int middle;

	screen->ops->title(screen, page);
	ch_buffer_add_char(page, '\n');
	canvas_clear(&line->canvas);
	screen->ops->draw(screen, app, &line->canvas, canvas_area(&line->canvas));
	if (screen->list == NULL || list_row(screen->list) == NULL) {
		add_drawn(&line->canvas, 0, line->canvas.height, page);
		return;
	}
	middle = line->canvas.cursor_y > 0 ? line->canvas.cursor_y : 0;
	take_pane_title(&line->canvas, &title);
	add_drawn(&line->canvas, 0, middle, page);
	if (title.length > 0)
		ch_buffer_printf(page, "%s:\n", title.text);
	add_rows(line, screen->list, page);
	add_drawn(&line->canvas, middle, line->canvas.height, page);
	ch_buffer_release(&title);
}

void line_page(struct line *line, struct ch_buffer *page)
{
	ch_buffer_clear(page);
	add_page(line, page);
}

static size_t depth_of(const struct app *app)
{
	size_t depth = 0;

	for (const struct screen *screen = app->top; screen != NULL; screen = screen->below)
		depth++;
	return depth;
}

static void add_focused(struct screen *screen, struct ch_buffer *out)
{
	if (screen->list != NULL && list_row(screen->list) != NULL)
		add_row(screen->list, line_place_of(screen->list), out);
}

/* The row that has the focus now, where it had it not before. */
static void add_moved_focus(struct line *line, struct ch_buffer *out)
{
	struct screen *screen = line->app->top;

	if (screen->list != NULL && list_row(screen->list) != NULL && list_row(screen->list)->id != line->at)
		add_focused(screen, out);
}

/* Back on a screen that was read out before: where it is, and at what. */
static void say_back(struct line *line)
{
	struct screen *screen = line->app->top;
	struct ch_buffer text = CH_BUFFER_EMPTY;

	screen->ops->title(screen, &text);
	ch_buffer_add(&text, _(" (list reads it out)\n"));
	add_focused(screen, &text);
	line_say(line, "\n%.*s", (int)(text.length - 1), text.text);
	ch_buffer_release(&text);
}

/* The line without the number of its row. */
static const char *unnumbered(const char *line)
{
	size_t digits = strspn(line, "0123456789");

	return digits > 0 && strncmp(line + digits, ". ", 2) == 0 ? line + digits + 2 : line;
}

/* Whether the page has the line, whatever the number of its row; *same: with the very number. */
static bool has_line(const char *page, const char *wanted, bool *same)
{
	const char *words = unnumbered(wanted);
	size_t length = strcspn(words, "\n");
	bool any = false;

	*same = false;
	for (; *page != '\0' && !*same; page += strcspn(page, "\n") + 1) {
		const char *here = unnumbered(page);

		if (strcspn(here, "\n") != length || strncmp(here, words, length) != 0)
			continue;
		any = true;
		*same = here - page == words - wanted && strncmp(page, wanted, (size_t)(here - page)) == 0;
	}
	return any;
}

/*
 * Reads out the lines that were not there before, where they are few, or where it is now; false where they are many.
 * Rows that only have another number now are not read again, but that they have is said.
 */
static bool say_changes(struct line *line, const char *page)
{
	struct ch_buffer changes = CH_BUFFER_EMPTY, focus = CH_BUFFER_EMPTY;
	size_t count = 0;
	bool same, moved = false;

	if (!has_line(line->page.text, page, &same)) /* as after filtering: it is another list now */
		return false;
	add_moved_focus(line, &focus);
	for (const char *at = page; *at != '\0'; at += strcspn(at, "\n") + 1) {
		bool known = has_line(line->page.text, at, &same);
		bool focused = focus.length > 0 && strncmp(at, focus.text, focus.length) == 0;

		moved |= known && !same;
		if (known && !focused)
			continue;
		ch_buffer_add_bytes(&changes, at, strcspn(at, "\n") + 1);
		count++;
		if (focused)
			ch_buffer_clear(&focus);
	}
	ch_buffer_add(&changes, focus.text); /* on another page of the list */
	if (moved)
		ch_buffer_add(&changes, _("Rows have other numbers now; list reads them out\n"));
	if (changes.length > 0 && count <= CHANGES_FEW)
		line_say(line, "%.*s", (int)(changes.length - 1), changes.text);
	ch_buffer_release(&changes);
	ch_buffer_release(&focus);
	return count <= CHANGES_FEW;
}

/* Where a list that is new begins to be read: with its focus where that was looked for, or is far down. */
static int64_t first_of(const struct line *line)
{
	struct list *list = line->app->top->list;
	int64_t place = list != NULL && list_row(list) != NULL ? line_place_of(list) : 0;

	return place > LINE_PAGE_ROWS || (place > 0 && line->at == 0) ? place : 1;
}

void line_read_out(struct line *line)
{
	struct screen *screen = line->app->top;
	struct ch_buffer page = CH_BUFFER_EMPTY;
	size_t depth = depth_of(line->app);
	bool new = screen != line->shown;

	if (new)
		line->first = first_of(line);
	add_page(line, &page);
	if (new && depth < line->depth && !line->again)
		say_back(line);
	else if (new || line->again || !say_changes(line, page.text))
		line_say(line, "\n%.*s", (int)(page.length - 1), page.text);
	line->depth = depth;
	ch_buffer_clear(&line->page);
	ch_buffer_add(&line->page, page.text);
	line->shown = screen;
	line->at = screen->list != NULL && list_row(screen->list) != NULL ? list_row(screen->list)->id : 0;
	line->again = false;
	ch_buffer_release(&page);
}

/* Whether what was read out is still so: where others moved the rows, a number may mean another one now. */
bool line_still_so(struct line *line)
{
	struct ch_buffer page = CH_BUFFER_EMPTY;
	bool so;

	line_catch_up(line);
	add_page(line, &page);
	so = strcmp(page.text, line->page.text) == 0;
	ch_buffer_release(&page);
	return so;
}
