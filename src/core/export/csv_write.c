/*
 * libcsv does the quoting; which cells need it is decided here, so that a file
 * stays pleasant to read.
 */
#include "core/export/csv_write.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/text.h"

/* Whether a spreadsheet takes the cell for a formula, apostrophes before it not counted. */
static bool is_formula(const char *cell)
{
	cell += strspn(cell, "'");
	return *cell != '\0' && strchr("=+-@\t\r", *cell) != NULL;
}

const char *csv_unguard(const char *cell)
{
	return *cell == '\'' && is_formula(cell) ? cell + 1 : cell;
}

void csv_add_plain(struct ch_buffer *out, const char *cell)
{
	for (const unsigned char *at = (const unsigned char *)cell; *at != '\0'; at++) {
		if (*at == 0xc2 && at[1] >= 0x80 && at[1] <= 0x9f)
			at++;
		else if (*at == '\r' && at[1] != '\n')
			ch_buffer_add_char(out, '\n');
		else if ((*at >= ' ' && *at != 0x7f) || *at == '\t' || *at == '\n')
			ch_buffer_add_char(out, (char)*at);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool needs_quotes(const struct ch_buffer *cell, char delimiter)
{
	const char special[] = {delimiter, '"', '\n', '\r', '\0'};

	return cell->length > 0 && (strpbrk(cell->text, special) || is_blank(cell->text[0]) ||
				    is_blank(cell->text[cell->length - 1]));
}

static void add_quoted(struct ch_buffer *out, const struct ch_buffer *cell)
{
	size_t most = 2 * cell->length + 2;
	char *quoted = malloc(most);

	if (!quoted)
		ch_abort("out of memory");
	ch_buffer_add_bytes(out, quoted, csv_write2(quoted, most, cell->text, cell->length, '"'));
	free(quoted);
}

/* Whether the guard adds an apostrophe: csv_guard. */
static bool needs_guard(const char *cell, enum csv_guard guard)
{
	if (guard == CSV_GUARD_NONE || (guard == CSV_GUARD_BARE && *cell == '\''))
		return false;
	return is_formula(cell);
}

static void add_cell(struct ch_buffer *out, const char *text, char delimiter, enum csv_guard guard)
{
	struct ch_buffer cell = CH_BUFFER_EMPTY;
	struct ch_buffer plain = CH_BUFFER_EMPTY;

	csv_add_plain(&plain, text);
	if (needs_guard(plain.text, guard))
		ch_buffer_add_char(&cell, '\'');
	ch_buffer_add_bytes(&cell, plain.text, plain.length);
	if (needs_quotes(&cell, delimiter))
		add_quoted(out, &cell);
	else
		ch_buffer_add_bytes(out, cell.text, cell.length);
	ch_buffer_release(&plain);
	ch_buffer_release(&cell);
}

void ch_csv_add_row(struct ch_buffer *out, const char *const *cells, size_t count, char delimiter, bool raw)
{
	csv_add_row(out, cells, count, delimiter, raw ? CSV_GUARD_NONE : CSV_GUARD_ALL);
}

void csv_add_row(struct ch_buffer *out, const char *const *cells, size_t count, char delimiter, enum csv_guard guard)
{
	size_t start = out->length;

	if (delimiter == '\0')
		delimiter = ',';
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			ch_buffer_add_char(out, delimiter);
		if (cells[i])
			add_cell(out, cells[i], delimiter, guard);
	}
	/* A blank line would be no row. */
	if (out->length == start)
		ch_buffer_add(out, "\"\"");
	ch_buffer_add(out, "\r\n");
}

void ch_csv_add_grid(struct ch_buffer *out, const struct ch_grid *grid, bool with_heading, struct ch_arena *safe)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **cells = ch_arena_array(&arena, grid->column_count, sizeof(*cells));

	for (size_t i = 0; i < grid->column_count; i++)
		cells[i] = grid->columns[i].key;
	if (with_heading)
		ch_csv_add_row(out, cells, grid->column_count, ',', false);
	for (size_t row = 0; row < grid->row_count; row++) {
		for (size_t i = 0; i < grid->column_count; i++) {
			const char *cell = grid->rows[row].cells[i];

			cells[i] = cell != NULL && safe != NULL ? ch_text_safe(safe, cell) : cell;
		}
		ch_csv_add_row(out, cells, grid->column_count, ',', false);
	}
	ch_arena_release(&arena);
}
