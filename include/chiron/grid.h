/*
 * A grid: what every list, report, check and export gives to a face.
 *
 * Columns are typed; cells are canonical text (field.h), NULL where the value
 * is not known. One renderer in each face shows them all. Everything lives in
 * the arena that was passed to whoever made the grid.
 */
#ifndef CHIRON_GRID_H
#define CHIRON_GRID_H

#include "chiron/buffer.h"
#include "chiron/field.h"
#include "chiron/json.h"

struct ch_column {
	const char *key;   /* JSON key, snake_case */
	const char *label; /* heading */
	enum ch_type type; /* how JSON types it and screens align and show it */
	int width;	   /* cells it would like; 0: by content */
	const struct ch_choice *choices;
	bool extra; /* not shown on screens unless asked for; machine formats have it */
};

struct ch_row {
	int64_t id; /* of the record the row stands for; 0 where it stands for none */
	const char **cells;
	const char *sort_value; /* of a list's row: what ch_list_query.from_value takes; else NULL */
};

struct ch_grid {
	const char *title;
	const struct ch_column *columns;
	size_t column_count;
	struct ch_row *rows;
	size_t row_count;
	bool more; /* there are further rows after the last */
	size_t chart_label, chart_value; /* what bars of it stand for: a column of figures, not 0; 0: it has no chart */
};

/*
 * Adds a row to a grid that has its columns and only rows added so, and gives its cells, all NULL, to be filled. The
 * row and its cells live in `arena`.
 */
const char **ch_grid_append(struct ch_grid *grid, int64_t id, struct ch_arena *arena);

/* Writes the cell as the JSON its type has: numbers, yes or no and lists are that; NULL is null. */
void ch_cell_add_json(struct ch_json_writer *json, enum ch_type type, const char *cell, struct ch_arena *arena);

/* As screens show the cell: dates as "Mon 2 Nov", choices by label; "" for NULL. */
const char *ch_cell_show(const struct ch_column *column, const char *cell, ch_date today, struct ch_arena *arena);

/*
 * Appends the grid as a table, every column as wide as its widest cell. Where
 * it is wider than `width` (0: as wide as it gets), columns of words give way,
 * the widest first; where even that does not fit, nothing is appended and the
 * answer is false. Text that came from data is made safe.
 */
bool ch_grid_add_table(const struct ch_grid *grid, int width, ch_date today, struct ch_buffer *out);

/*
 * The same, which leaves the width of each column in `widths`; and the rows of a further grid of the same columns,
 * below. A text that is wider than its column is cut, or, with `whole`, pushes what follows to the right.
 */
bool ch_grid_begin_table(const struct ch_grid *grid, int width, ch_date today, int *widths, struct ch_buffer *out);
void ch_grid_add_rows(const struct ch_grid *grid, const int *widths, bool whole, ch_date today, struct ch_buffer *out);

/* The grid without the columns that only programs are given; the number that commands take is always there. */
struct ch_grid ch_grid_for_people(const struct ch_grid *grid, struct ch_arena *arena);

/* Of a grid with a chart: the same with a last column of bars, up to `cells` wide. Else the grid as it is. */
struct ch_grid ch_grid_with_bars(const struct ch_grid *grid, int cells, bool ascii, struct ch_arena *arena);

/*
 * Of a grid whose chart goes through months: appends the run of its figures as a sparkline and in words, "Sessions:
 * ▁▃█ from 4 (2026-03) to 33 (2026-11), at most 33 (2026-11), at least 4 (2026-03)", without a line feed. Appends
 * nothing where it has no such chart, or one month.
 */
void ch_grid_add_series(const struct ch_grid *grid, bool ascii, ch_date today, struct ch_buffer *out);

/* The figure of a cell for a chart; 0 for what is none. */
double ch_cell_figure(const char *cell);

#endif
