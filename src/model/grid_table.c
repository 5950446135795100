/* Every cell is made into its shown text once; columns are as wide as their widest cell. */
#include <stddef.h>

#include "chiron/grid.h"
#include "chiron/text.h"

enum { COLUMN_GAP = 2, NARROWEST = 8 };

#define CUT_MARK "\u2026"

struct table {
	const char **texts; /* headings, then the cells row by row */
	int *widths;	    /* by column */
	size_t columns, rows;
};

static bool is_right_aligned(enum ch_type type)
{
	return type == CH_TYPE_ID || type == CH_TYPE_NUMBER || type == CH_TYPE_MINUTES || type == CH_TYPE_HOURS;
}

/* One line of safe text: a table has no room for several. */
static const char *one_line(struct ch_arena *arena, const char *text)
{
	char *copy = ch_arena_copy(arena, text);

	for (char *c = copy; *c; c++) {
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	}
	return ch_text_safe(arena, copy);
}

static void measure(struct table *table, size_t at)
{
	int width = ch_text_width(table->texts[at]);

	if (width > table->widths[at % table->columns])
		table->widths[at % table->columns] = width;
}

static struct table make_table(const struct ch_grid *grid, ch_date today, struct ch_arena *arena)
{
	struct table table = {.columns = grid->column_count, .rows = grid->row_count + 1};
	size_t at = 0;

	table.texts = ch_arena_array(arena, table.columns * table.rows, sizeof(*table.texts));
	table.widths = ch_arena_array(arena, table.columns, sizeof(*table.widths));
	for (; at < table.columns; at++) {
		table.texts[at] = one_line(arena, _(grid->columns[at].label));
		measure(&table, at);
	}
	for (size_t row = 0; row < grid->row_count; row++) {
		for (size_t i = 0; i < table.columns; i++, at++) {
			const char *cell = grid->rows[row].cells[i];

			table.texts[at] = one_line(arena, ch_cell_show(&grid->columns[i], cell, today, arena));
			measure(&table, at);
		}
	}
	return table;
}

static int table_width(const struct table *table)
{
	int width = COLUMN_GAP * ((int)table->columns - 1);

	for (size_t i = 0; i < table->columns; i++)
		width += table->widths[i];
	return width;
}

/* Half a day tells nothing, and half a number another one. */
static bool is_shown_whole(enum ch_type type)
{
	return is_right_aligned(type) || type == CH_TYPE_DATE || type == CH_TYPE_TIME;
}

/* Makes the widest columns of text narrower until the table fits; false where it cannot. */
static bool fit(struct table *table, const struct ch_grid *grid, int width)
{
	while (table_width(table) > width) {
		size_t widest = table->columns;

		for (size_t i = 0; i < table->columns; i++) {
			if (!is_shown_whole(grid->columns[i].type) && table->widths[i] > NARROWEST &&
			    (widest == table->columns || table->widths[i] > table->widths[widest]))
				widest = i;
		}
		if (widest == table->columns)
			return false;
		table->widths[widest]--;
	}
	return true;
}

static void add_blanks(struct ch_buffer *out, int count)
{
	ch_buffer_printf(out, "%*s", count > 0 ? count : 0, "");
}

static void add_cell(struct ch_buffer *out, const char *text, int cells, bool right, bool last)
{
	int width = ch_text_width(text);
	size_t bytes;

	if (width > cells) {
		bytes = ch_text_fit(text, cells - 1, &width);
		ch_buffer_add_bytes(out, text, bytes);
		ch_buffer_add(out, CUT_MARK);
		width++;
		right = false;
	} else {
		add_blanks(out, right ? cells - width : 0);
		ch_buffer_add(out, text);
	}
	if (!last)
		add_blanks(out, (right ? 0 : cells - width) + COLUMN_GAP);
}

/* Blanks at the end of a line, before an empty last cell, are no part of the table. */
static void end_line(struct ch_buffer *out)
{
	while (out->length && out->text[out->length - 1] == ' ')
		out->text[--out->length] = '\0';
	ch_buffer_add_char(out, '\n');
}

static void add_table(const struct table *table, const struct ch_grid *grid, size_t from, struct ch_buffer *out)
{
	for (size_t at = from; at < table->columns * table->rows; at++) {
		size_t i = at % table->columns;
		bool last = i + 1 == table->columns;

		add_cell(out, table->texts[at], table->widths[i], is_right_aligned(grid->columns[i].type), last);
		if (last)
			end_line(out);
	}
}

bool ch_grid_begin_table(const struct ch_grid *grid, int width, ch_date today, int *widths, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct table table = make_table(grid, today, &arena);
	bool fits = width == 0 || fit(&table, grid, width);

	if (fits)
		add_table(&table, grid, 0, out);
	for (size_t i = 0; i < table.columns; i++)
		widths[i] = table.widths[i];
	ch_arena_release(&arena);
	return fits;
}

bool ch_grid_add_table(const struct ch_grid *grid, int width, ch_date today, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	int *widths = ch_arena_array(&arena, grid->column_count, sizeof(*widths));
	bool fits = ch_grid_begin_table(grid, width, today, widths, out);

	ch_arena_release(&arena);
	return fits;
}

void ch_grid_add_rows(const struct ch_grid *grid, const int *widths, bool whole, ch_date today, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	for (size_t row = 0; row < grid->row_count; row++) {
		for (size_t i = 0; i < grid->column_count; i++) {
			const struct ch_column *column = &grid->columns[i];
			const char *text = one_line(
				&arena, ch_cell_show(column, grid->rows[row].cells[i], today, &arena));
			int wide = ch_text_width(text);

			add_cell(out, text, whole && wide > widths[i] ? wide : widths[i],
				 is_right_aligned(column->type), i + 1 == grid->column_count);
		}
		end_line(out);
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}
