/*
 * Cells hold their text in themselves, so that two canvases are compared and
 * copied without following pointers. Printable ASCII, nearly all there is, goes
 * straight into cells; the rest passes the safe filter and is cut into clusters.
 */
#include "tui/terminal/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"

static const struct canvas_cell blank_cell = {.text = " ", .width = 1};

void canvas_resize(struct canvas *canvas, int width, int height)
{
	struct canvas_cell *cells;

	width = width < 1 ? 1 : width > CANVAS_SIDE_MAX ? CANVAS_SIDE_MAX : width;
	height = height < 1 ? 1 : height > CANVAS_SIDE_MAX ? CANVAS_SIDE_MAX : height;
	cells = realloc(canvas->cells, (size_t)width * (size_t)height * sizeof(*cells));
	if (cells == NULL)
		ch_abort("out of memory");
	canvas->cells = cells;
	canvas->width = width;
	canvas->height = height;
	canvas_clear(canvas);
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	ch_buffer_release(&canvas->scratch);
	*canvas = CANVAS_EMPTY;
}

void canvas_clear(struct canvas *canvas)
{
	size_t count = (size_t)canvas->width * (size_t)canvas->height;

	for (size_t i = 0; i < count; i++)
		canvas->cells[i] = blank_cell;
	memset(canvas->touched, true, sizeof(canvas->touched));
	canvas->cursor_x = canvas->cursor_y = -1;
}

struct rect canvas_area(const struct canvas *canvas)
{
	return (struct rect){.width = canvas->width, .height = canvas->height};
}

struct rect rect_part(struct rect area, int x, int y, int width, int height)
{
	struct rect part = {.x = area.x + x, .y = area.y + y, .width = area.width - x, .height = area.height - y};

	if (part.width > width)
		part.width = width;
	if (part.height > height)
		part.height = height;
	return part;
}

/* The cell at x, y of `area`, to be written; NULL where that is outside the area or the canvas. */
static struct canvas_cell *canvas_at(struct canvas *canvas, struct rect area, int x, int y)
{
	if (x < 0 || y < 0 || x >= area.width || y >= area.height)
		return NULL;
	x += area.x;
	y += area.y;
	if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height)
		return NULL;
	canvas->touched[y] = true;
	return &canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x];
}

/* Blanks the other half of a wide cluster of which `cell` is about to be drawn over. */
static void break_wide(struct canvas *canvas, struct canvas_cell *cell)
{
	size_t column = (size_t)(cell - canvas->cells) % (size_t)canvas->width;

	if (cell->width == 2 && column + 1 < (size_t)canvas->width && cell[1].width == 0)
		cell[1] = blank_cell;
	if (cell->width == 0 && column > 0)
		cell[-1] = blank_cell;
}

/* The longest start of a cluster that a cell holds, cut between code points. */
static size_t cluster_cut(const char *text, size_t length)
{
	if (length < CANVAS_TEXT_SIZE)
		return length;
	length = CANVAS_TEXT_SIZE - 1;
	while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
		length--;
	if (length >= 3 && memcmp(text + length - 3, "\u200d", 3) == 0)
		length -= 3; /* it would join what it was cut from to what stands beside it */
	return length;
}

/* Puts one cluster; false where it does not fit in the area. */
static bool canvas_put(struct canvas *canvas, struct rect area, int x, int y, unsigned style, const char *text,
		       size_t length, int width)
{
	struct canvas_cell *cell = canvas_at(canvas, area, x, y);
	struct canvas_cell *second = width == 2 ? canvas_at(canvas, area, x + 1, y) : NULL;

	if (cell == NULL || (width == 2 && second == NULL))
		return false;
	if (cell->width != 1)
		break_wide(canvas, cell);
	if (second != NULL && second->width != 1)
		break_wide(canvas, second);
	length = cluster_cut(text, length);
	*cell = (struct canvas_cell){.width = (uint8_t)width, .style = (uint8_t)style};
	memcpy(cell->text, text, length);
	if (second != NULL)
		*second = (struct canvas_cell){.width = 0, .style = (uint8_t)style};
	return true;
}

/* canvas_put() for what nearly all text is: a letter of ASCII, over what is not half of a wide cluster. */
static bool canvas_put_letter(struct canvas *canvas, struct rect area, int x, int y, unsigned style, char letter)
{
	struct canvas_cell *cell = canvas_at(canvas, area, x, y);

	if (cell == NULL || cell->width != 1)
		return canvas_put(canvas, area, x, y, style, &letter, 1, 1);
	*cell = (struct canvas_cell){.text = {letter}, .width = 1, .style = (uint8_t)style};
	return true;
}

/* Draws text that has passed the safe filter, in at most `room` cells; clusters left of the area are passed over. */
static int canvas_safe_text(struct canvas *canvas, struct rect area, int x, int y, int room, unsigned style,
			    const char *text)
{
	int drawn = 0;

	while (*text != '\0') {
		bool letter = (text[0] & 0x80) == 0 && (text[1] & 0x80) == 0, put = true;
		int width = 1;
		size_t length = letter ? 1 : ch_text_cluster(text, &width);

		if (length == 0 || drawn + width > room)
			break;
		if (letter)
			put = canvas_put_letter(canvas, area, x + drawn, y, style, *text);
		else if (width > 0)
			put = canvas_put(canvas, area, x + drawn, y, style, text, length, width);
		if (!put && x + drawn >= 0)
			break;
		drawn += width;
		text += length;
	}
	return drawn;
}

/* `text` as it may be shown; valid until the next call. */
static const char *canvas_filter(struct canvas *canvas, const char *text)
{
	if (ch_text_is_plain(text))
		return text;
	ch_buffer_clear(&canvas->scratch);
	ch_text_add_safe(&canvas->scratch, text);
	return canvas->scratch.text;
}

/* Draws what of `text` leaves one of `room` cells for the mark of its cut, and the mark; returns the cells. */
static int canvas_cut(struct canvas *canvas, struct rect area, int x, int y, int room, unsigned style, const char *text)
{
	int drawn = canvas_safe_text(canvas, area, x, y, room - 1, style, text);

	canvas_put(canvas, area, x + drawn, y, style, canvas->ascii ? ">" : "\u2026", canvas->ascii ? 1 : 3, 1);
	return drawn + 1;
}

int canvas_text(struct canvas *canvas, struct rect area, int x, int y, unsigned style, const char *text)
{
	int room = area.width - x;
	const char *safe;

	if (text == NULL || y < 0 || y >= area.height || room <= 0)
		return 0;
	safe = canvas_filter(canvas, text);
	if (strlen(safe) <= (size_t)room || ch_text_width(safe) <= room)
		return canvas_safe_text(canvas, area, x, y, room, style, safe);
	return canvas_cut(canvas, area, x, y, room, style, safe);
}

/* Fills the cells from x on of one row of the area. */
static void fill_row(struct canvas *canvas, struct rect area, int x, int y, int width, unsigned style)
{
	for (int end = x + width; x < end; x++)
		canvas_put_letter(canvas, area, x, y, style, ' ');
}

/* Blanks look the same in styles that only show in letters, and are not sent for a change of style alone. */
static unsigned blank_style(unsigned style)
{
	return (style & (CANVAS_REVERSE | CANVAS_UNDERLINE)) == 0 ? CANVAS_PLAIN : style;
}

void canvas_fit(struct canvas *canvas, struct rect area, int x, int y, int width, enum canvas_align align,
		unsigned style, const char *text)
{
	const char *safe = canvas_filter(canvas, text == NULL ? "" : text);
	int cells = ch_text_width(safe), blanks = cells < width ? width - cells : 0, drawn;

	if (width <= 0)
		return;
	if (align == CANVAS_RIGHT) {
		fill_row(canvas, area, x, y, blanks, blank_style(style));
		x += blanks;
		width -= blanks;
	}
	drawn = cells <= width ? canvas_safe_text(canvas, area, x, y, cells, style, safe)
			       : canvas_cut(canvas, area, x, y, width, style, safe);
	fill_row(canvas, area, x + drawn, y, width - drawn, blank_style(style));
}

int canvas_wrap(struct canvas *canvas, struct rect area, int x, int y, unsigned style, const char *text)
{
	struct ch_buffer row = CH_BUFFER_EMPTY;
	int rows = 0;

	while (*text != '\0') {
		size_t next, length = ch_text_break(text, area.width - x, &next);

		ch_buffer_clear(&row);
		ch_buffer_add_bytes(&row, text, length);
		text += next;
		if (y + rows == area.height - 1 && *text != '\0') {
			ch_buffer_add(&row, canvas->ascii ? ">" : "\u2026");
			canvas_fit(canvas, area, x, y + rows, area.width - x, CANVAS_LEFT, style, row.text);
		} else {
			canvas_text(canvas, area, x, y + rows, style, row.text);
		}
		rows++;
	}
	ch_buffer_release(&row);
	return rows;
}

void canvas_fill(struct canvas *canvas, struct rect area, unsigned style)
{
	for (int y = 0; y < area.height && area.y + y < canvas->height; y++)
		fill_row(canvas, area, 0, y, area.width, blank_style(style));
}

void canvas_move_up(struct canvas *canvas, struct rect area, int rows)
{
	int left = rows != 0 ? area.height - abs(rows) : 0;

	for (int i = 0; i < left; i++) {
		int to = rows > 0 ? i : area.height - 1 - i;
		const struct canvas_cell *source = canvas_at(canvas, area, 0, to + rows);
		struct canvas_cell *target = canvas_at(canvas, area, 0, to);

		if (source != NULL && target != NULL)
			memcpy(target, source, (size_t)area.width * sizeof(*target));
	}
	if (left > 0 && area.x == 0 && area.width == canvas->width && area.y >= 0 &&
	    area.y + area.height <= canvas->height)
		canvas->moved = (struct canvas_moved){.y = area.y, .height = area.height, .up = rows};
}

void canvas_line_across(struct canvas *canvas, struct rect area, int x, int y, int length, unsigned style)
{
	for (int i = 0; i < length && x + i < area.width && !canvas->linear; i++)
		canvas_put(canvas, area, x + i, y, style, canvas->ascii ? "-" : "\u2500", canvas->ascii ? 1 : 3, 1);
}

void canvas_line_down(struct canvas *canvas, struct rect area, int x, int y, int length, unsigned style)
{
	for (int i = 0; i < length && y + i < area.height && !canvas->linear; i++)
		canvas_put(canvas, area, x, y + i, style, canvas->ascii ? "|" : "\u2502", canvas->ascii ? 1 : 3, 1);
}

struct rect canvas_box(struct canvas *canvas, struct rect area, unsigned style, const char *title)
{
	static const char *const corners[2][4] = {{"\u250c", "\u2510", "\u2514", "\u2518"}, {"+", "+", "+", "+"}};
	const char *const *corner = corners[canvas->ascii];
	int right = area.width - 1, bottom = area.height - 1;

	canvas_fill(canvas, area, CANVAS_PLAIN);
	canvas_line_across(canvas, area, 1, 0, right - 1, style);
	canvas_line_across(canvas, area, 1, bottom, right - 1, style);
	canvas_line_down(canvas, area, 0, 1, bottom - 1, style);
	canvas_line_down(canvas, area, right, 1, bottom - 1, style);
	canvas_put(canvas, area, 0, 0, style, corner[0], strlen(corner[0]), 1);
	canvas_put(canvas, area, right, 0, style, corner[1], strlen(corner[1]), 1);
	canvas_put(canvas, area, 0, bottom, style, corner[2], strlen(corner[2]), 1);
	canvas_put(canvas, area, right, bottom, style, corner[3], strlen(corner[3]), 1);
	if (title != NULL)
		canvas_text(canvas, rect_part(area, 2, 0, area.width - 4, 1), 0, 0, style | CANVAS_BOLD, title);
	return rect_part(area, 1, 1, area.width - 2, area.height - 2);
}

void canvas_cursor(struct canvas *canvas, struct rect area, int x, int y)
{
	bool inside = canvas_at(canvas, area, x, y) != NULL;

	canvas->cursor_x = inside ? area.x + x : -1;
	canvas->cursor_y = inside ? area.y + y : -1;
}

bool canvas_cell_equal(const struct canvas_cell *a, const struct canvas_cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0; /* what a text leaves of its room is zero */
}
