/*
 * A canvas: a grid of terminal cells to draw on. It knows no terminal.
 *
 * A cell holds one grapheme cluster. A cluster two cells wide fills a cell of
 * width 2 and an empty one of width 0 behind it; neither ever stands alone:
 * drawing over one half blanks the other. All text passes the safe filter
 * (chiron/text.h), so nothing drawn can steer a terminal.
 *
 * Every drawing function takes an area; x and y count from its upper left
 * corner, and nothing is drawn outside the area or the canvas.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/buffer.h"

struct rect {
	int x, y, width, height; /* a negative size is as 0 */
};

/*
 * A style is attribute bits and one colour. A colour names a meaning, and only
 * repeats what a sign or a word says: every screen can be read without it.
 */
enum {
	CANVAS_PLAIN = 0,
	CANVAS_BOLD = 1 << 0,
	CANVAS_DIM = 1 << 1,
	CANVAS_REVERSE = 1 << 2,
	CANVAS_UNDERLINE = 1 << 3,
	CANVAS_URGENT = 1 << 4, /* "!": act now, and errors */
	CANVAS_SOON = 2 << 4,	/* "~": soon, or uncertain */
	CANVAS_GOOD = 3 << 4,	/* "+" */
	CANVAS_ACCENT = 4 << 4, /* focus, title, key names */
	CANVAS_MARKED = 5 << 4, /* "*" */
	CANVAS_QUIET = 6 << 4,	/* rules, hints, what matters least */
	CANVAS_LINK = 7 << 4,	/* what Enter would open */
	CANVAS_ATTRIBUTES = 0x0f,
	CANVAS_COLOUR = 0x70,
	CANVAS_COLOUR_SHIFT = 4,
	CANVAS_COLOUR_COUNT = 8 /* the default colour is 0 */
};

enum canvas_align { CANVAS_LEFT, CANVAS_RIGHT };

/*
 * Bytes of a cell's text and its NUL: a base and the four marks that terminals keep. Longer clusters lose their last
 * marks.
 */
#define CANVAS_TEXT_SIZE 24

#define CANVAS_SIDE_MAX 1000

struct canvas_cell {
	char text[CANVAS_TEXT_SIZE]; /* "" in the second half of a wide cluster */
	uint8_t width;		     /* 1, 2, or 0 in that second half */
	uint8_t style;
};

/* Rows of the whole width that moved up together (negative: down), which a terminal does at once. */
struct canvas_moved {
	int y, height, up; /* up 0: none did */
};

struct canvas {
	int width, height;
	struct canvas_cell *cells; /* height rows of width cells */
	bool touched[CANVAS_SIDE_MAX]; /* rows drawn on; whoever shows them clears it */
	struct canvas_moved moved;     /* the latest, to save work with; whoever shows them clears it */
	int cursor_x, cursor_y;	   /* on the focused thing; -1: no cursor */
	bool ascii;		   /* lines and marks in ASCII only */
	bool linear;		   /* to be read out: no lines, no borders, no lists (line_screen.c reads those) */
	struct ch_buffer scratch;
};

#define CANVAS_EMPTY ((struct canvas){.cursor_x = -1, .cursor_y = -1, .scratch = CH_BUFFER_EMPTY})

/* Makes it width by height blank cells (each at least 1, at most CANVAS_SIDE_MAX) without a cursor. */
void canvas_resize(struct canvas *canvas, int width, int height);
void canvas_release(struct canvas *canvas);

/* Blanks every cell and takes the cursor away. */
void canvas_clear(struct canvas *canvas);

/* The whole canvas as an area. */
struct rect canvas_area(const struct canvas *canvas);

/* The part of `area` that begins at its x, y and is at most width by height. */
struct rect rect_part(struct rect area, int x, int y, int width, int height);

/*
 * Draws `text` (NULL: nothing) as far as there is room in the area; returns the cells drawn. Nothing is cut in
 * silence: what does not fit ends in a mark.
 */
int canvas_text(struct canvas *canvas, struct rect area, int x, int y, unsigned style, const char *text);

/*
 * Draws exactly `width` cells: `text`, then blanks (or blanks before it, aligned right). Text too long is cut at a
 * cluster and ends in a mark.
 */
void canvas_fit(struct canvas *canvas, struct rect area, int x, int y, int width, enum canvas_align align,
		unsigned style, const char *text);

/*
 * Draws `text` over several rows, broken at blanks and line feeds; returns the rows it takes. Where there are fewer,
 * the last of them ends in a mark.
 */
int canvas_wrap(struct canvas *canvas, struct rect area, int x, int y, unsigned style, const char *text);

void canvas_fill(struct canvas *canvas, struct rect area, unsigned style);

/* Moves what stands in `area` up by `rows` (negative: down); the rows that nothing moves into stay as they are. */
void canvas_move_up(struct canvas *canvas, struct rect area, int rows);

void canvas_line_across(struct canvas *canvas, struct rect area, int x, int y, int length, unsigned style);
void canvas_line_down(struct canvas *canvas, struct rect area, int x, int y, int length, unsigned style);

/*
 * A border along the inside of `area`, with `title` (may be NULL) in its upper line; the inside is blanked and
 * returned.
 */
struct rect canvas_box(struct canvas *canvas, struct rect area, unsigned style, const char *title);

/* Puts the cursor there, or takes it away where that is outside the area. */
void canvas_cursor(struct canvas *canvas, struct rect area, int x, int y);

/* Whether both would look the same in the cell. */
bool canvas_cell_equal(const struct canvas_cell *a, const struct canvas_cell *b);

#endif
