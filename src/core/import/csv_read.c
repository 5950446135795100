/*
 * libcsv, in strict mode, is given one line at a time. It stops at the first
 * misplaced quotation mark and cannot go on, so the text of the row at hand is
 * kept until the row is whole: on an error its first line is reported, the
 * parser starts anew, and the second line is read again as the beginning of a
 * row. libcsv also drops blank lines without saying so, which would shift all
 * row numbers: they are taken out, and counted, before it sees them.
 *
 * A line without a quotation mark, as most are, is a row as it stands: it is
 * cut at its delimiters here, which costs a tenth of a parser that looks at
 * each byte.
 */
#include "core/import/csv_read.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/buffer.h"

#define NO_QUOTE 0xff		 /* cannot occur in UTF-8 */
#define PARSER_BLOCK_BYTES 65536 /* by which its cell grows; 128 unless said, which is slow for a long cell */

struct csv_reader {
	struct csv_parser parser;
	char delimiter;
	bool quoting;
	bool last;     /* nothing more will be fed */
	bool open;     /* the parser is inside a row */
	bool done;     /* the parser came to the end of a row */
	bool skipping; /* inside a line that is too long: drop text up to its end */

	struct ch_buffer text; /* fed and not yet done with */
	size_t start;	       /* in text: where the row at hand begins */
	size_t first_end;      /* in text: where the first line of that row ends */
	size_t fed;	       /* in text: what the parser was given */
	size_t scanned;	       /* in text: where the search for a line end goes on */
	size_t line_feed;      /* in text: the next one at or after `scanned`, or how far there is none */
	size_t cell_at;	       /* in text: at or before the start of the cell at hand */

	int64_t row, line; /* of the row at hand */
	int64_t lines;	   /* of the row at hand, so far */
	int64_t blanks;

	struct ch_buffer cells;	     /* texts of the row at hand, each with its NUL */
	size_t ends[CSV_CELLS_MOST]; /* in cells: where each ends */
	const char *cut[CSV_CELLS_MOST]; /* the cells of a line without quotes */
	size_t count;		     /* may exceed CSV_CELLS_MOST */
	bool cell_too_long;
};

static void start_parser(struct csv_reader *reader)
{
	if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		ch_abort("the CSV parser cannot start");
	csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
	csv_set_blk_size(&reader->parser, PARSER_BLOCK_BYTES);
	if (!reader->quoting)
		csv_set_quote(&reader->parser, NO_QUOTE);
}

struct csv_reader *csv_reader_new(char delimiter, bool quoting, int64_t first_line)
{
	struct csv_reader *reader = calloc(1, sizeof(*reader));

	if (!reader)
		ch_abort("out of memory");
	reader->delimiter = delimiter;
	reader->quoting = quoting;
	reader->row = 1;
	reader->line = first_line;
	reader->text = CH_BUFFER_EMPTY;
	reader->cells = CH_BUFFER_EMPTY;
	start_parser(reader);
	return reader;
}

void csv_reader_free(struct csv_reader *reader)
{
	if (!reader)
		return;
	csv_free(&reader->parser);
	ch_buffer_release(&reader->text);
	ch_buffer_release(&reader->cells);
	free(reader);
}

int64_t csv_reader_blanks(const struct csv_reader *reader)
{
	return reader->blanks;
}

/* Forgets the text before the row at hand. */
static void drop_done(struct csv_reader *reader)
{
	size_t start = reader->start;

	if (start == 0)
		return;
	memmove(reader->text.text, reader->text.text + start, reader->text.length - start);
	reader->text.length -= start;
	reader->text.text[reader->text.length] = '\0';
	reader->fed -= start;
	reader->scanned -= start;
	reader->line_feed -= reader->line_feed < start ? reader->line_feed : start;
	if (reader->open) {
		reader->first_end -= start;
		reader->cell_at -= start;
	}
	reader->start = 0;
}

void csv_reader_feed(struct csv_reader *reader, const char *text, size_t length, bool last)
{
	drop_done(reader);
	ch_buffer_add_bytes(&reader->text, text, length);
	reader->last = last;
}

/* How far from `at` on the text has no such character. */
static size_t find(const struct csv_reader *reader, size_t at, size_t end, char wanted)
{
	const char *found = end > at ? memchr(reader->text.text + at, wanted, end - at) : NULL;

	return found ? (size_t)(found - reader->text.text) : end;
}

/* Where the line that begins at `fed` ends, its CR, LF or CRLF included; 0 where that cannot be said yet. */
static size_t find_line_end(struct csv_reader *reader)
{
	const char *text = reader->text.text;
	size_t length = reader->text.length;
	size_t at = reader->scanned;

	/* Kept for all lines before it, for a file whose lines end with CR alone. */
	if (reader->line_feed < at || (reader->line_feed < length && text[reader->line_feed] != '\n'))
		reader->line_feed = find(reader, reader->line_feed < at ? at : reader->line_feed, length, '\n');
	at = find(reader, at, reader->line_feed, '\r');
	reader->scanned = at;
	if (at == length)
		return reader->last && length > reader->fed ? length : 0;
	if (text[at] == '\n')
		return at + 1;
	if (at + 1 == length)
		return reader->last ? length : 0;
	return text[at + 1] == '\n' ? at + 2 : at + 1;
}

static bool is_blank_line(const struct csv_reader *reader, size_t end)
{
	for (size_t i = reader->fed; i < end; i++) {
		char c = reader->text.text[i];

		if ((c != ' ' && c != '\t' && c != '\r' && c != '\n') || c == reader->delimiter)
			return false;
	}
	return true;
}

static void on_cell(void *cell, size_t length, void *data)
{
	struct csv_reader *reader = data;

	reader->cell_at = reader->fed;
	if (length > CSV_CELL_MOST)
		reader->cell_too_long = true;
	if (reader->count < CSV_CELLS_MOST && !reader->cell_too_long) {
		ch_buffer_add_bytes(&reader->cells, cell, length);
		ch_buffer_add_char(&reader->cells, '\0');
		reader->ends[reader->count] = reader->cells.length;
	}
	reader->count++;
}

static void on_row(int ended_by, void *data)
{
	struct csv_reader *reader = data;

	(void)ended_by;
	reader->done = true;
}

/* The next row begins at `start`, `lines` lines further on. */
static void begin_row(struct csv_reader *reader, size_t start, int64_t lines)
{
	reader->start = start;
	reader->fed = start;
	reader->scanned = start;
	reader->row++;
	reader->line += lines;
	reader->lines = 0;
	reader->open = false;
	reader->done = false;
	reader->count = 0;
	reader->cell_too_long = false;
	ch_buffer_clear(&reader->cells);
}

static void put_raw(struct csv_reader *reader, size_t end, struct ch_arena *arena, struct csv_row *row)
{
	const char *raw = reader->text.text + reader->start;
	size_t length = end - reader->start;

	while (length > 0 && (raw[length - 1] == '\n' || raw[length - 1] == '\r'))
		length--;
	if (length > CSV_RAW_MOST)
		length = CSV_RAW_MOST;
	while (length > 0 && ((unsigned char)raw[length] & 0xc0) == 0x80)
		length--;
	row->raw = ch_arena_copy_bytes(arena, raw, length);
}

/* Gives up on the row at hand: its first line is lost, the next line begins a row. */
static enum csv_step give_up(struct csv_reader *reader, enum csv_problem problem, struct ch_arena *arena,
			     struct csv_row *row)
{
	*row = (struct csv_row){.row = reader->row, .line = reader->line, .problem = problem};
	put_raw(reader, reader->first_end, arena, row);
	begin_row(reader, reader->first_end, 1);
	reader->line_feed = reader->start;
	csv_free(&reader->parser);
	start_parser(reader);
	return CSV_STEP_ROW;
}

/* Gives up on a line the end of which is not in sight. */
static enum csv_step give_up_line(struct csv_reader *reader, struct ch_arena *arena, struct csv_row *row)
{
	if (reader->open)
		return give_up(reader, CSV_QUOTE_OPEN, arena, row);
	reader->first_end = reader->text.length;
	give_up(reader, CSV_ROW_TOO_LONG, arena, row);
	reader->skipping = true;
	return CSV_STEP_ROW;
}

static enum csv_step finish_row(struct csv_reader *reader, struct ch_arena *arena, struct csv_row *row)
{
	*row = (struct csv_row){.row = reader->row, .line = reader->line};
	if (reader->cell_too_long)
		row->problem = CSV_CELL_TOO_LONG;
	else if (reader->count > CSV_CELLS_MOST)
		row->problem = CSV_TOO_MANY_CELLS;
	if (row->problem) {
		put_raw(reader, reader->first_end, arena, row);
	} else {
		char *texts = ch_arena_copy_bytes(arena, reader->cells.text, reader->cells.length);

		row->count = reader->count;
		row->cells = ch_arena_array(arena, reader->count, sizeof(*row->cells));
		for (size_t i = 0; i < reader->count; i++)
			row->cells[i] = texts + (i > 0 ? reader->ends[i - 1] : 0);
	}
	begin_row(reader, reader->fed, reader->lines);
	return CSV_STEP_ROW;
}

/* Gives the line that ends at `end` to the parser; false where it will not have it. */
static bool parse_line(struct csv_reader *reader, size_t end)
{
	size_t length = end - reader->fed;

	if (!reader->open) {
		reader->open = true;
		reader->first_end = end;
		reader->cell_at = reader->fed;
	}
	if (csv_parse(&reader->parser, reader->text.text + reader->fed, length, on_cell, on_row, reader) != length)
		return false;
	reader->fed = end;
	reader->scanned = end;
	reader->lines++;
	return true;
}

/* Whether the line that ends at `end` is a row without quotation marks, and within all limits. */
static bool is_plain(const struct csv_reader *reader, size_t end)
{
	return !reader->open && end - reader->fed <= CSV_CELL_MOST &&
	       (!reader->quoting || find(reader, reader->fed, end, '"') == end);
}

static bool is_pad(char c, char delimiter)
{
	return (c == ' ' || c == '\t') && c != delimiter;
}

/* Cuts the line at its delimiters, in place; false where it has too many cells. */
static bool cut_line(struct csv_reader *reader, char *line, size_t length, struct csv_row *row)
{
	char delimiter = reader->delimiter, *end = line + length, *next;

	for (char *at = line; at; at = next) {
		char *stop = memchr(at, delimiter, (size_t)(end - at));

		next = stop ? stop + 1 : NULL;
		stop = stop ? stop : end;
		while (at < stop && is_pad(*at, delimiter))
			at++;
		while (stop > at && is_pad(stop[-1], delimiter))
			stop--;
		*stop = '\0';
		if (row->count == CSV_CELLS_MOST)
			return false;
		reader->cut[row->count++] = at;
	}
	return true;
}

/* The row that is the line up to `end`; false where it has too many cells. */
static bool read_plain(struct csv_reader *reader, size_t end, struct ch_arena *arena, struct csv_row *row)
{
	const char *start = reader->text.text + reader->fed;
	size_t length = end - reader->fed;

	while (length > 0 && (start[length - 1] == '\n' || start[length - 1] == '\r'))
		length--;
	*row = (struct csv_row){.row = reader->row, .line = reader->line};
	if (!cut_line(reader, ch_arena_copy_bytes(arena, start, length), length, row))
		return false;
	row->cells = ch_arena_array(arena, row->count, sizeof(*row->cells));
	memcpy(row->cells, reader->cut, row->count * sizeof(*row->cells));
	begin_row(reader, end, 1);
	return true;
}

/* All text was given to the parser: what it still holds is the last row, or a quotation mark that was never closed. */
static enum csv_step finish(struct csv_reader *reader, struct ch_arena *arena, struct csv_row *row)
{
	if (!reader->open)
		return CSV_STEP_END;
	if (csv_fini(&reader->parser, on_cell, on_row, reader) != 0)
		return give_up(reader, CSV_QUOTE_OPEN, arena, row);
	return finish_row(reader, arena, row);
}

/* Drops the rest of a line that is too long; false where its end is not in sight. */
static bool skip_line(struct csv_reader *reader)
{
	size_t end = find_line_end(reader);

	reader->skipping = end == 0;
	reader->start = reader->fed = end > 0 ? end : reader->scanned;
	reader->scanned = reader->start;
	return end > 0;
}

enum csv_step csv_reader_next(struct csv_reader *reader, struct ch_arena *arena, struct csv_row *row)
{
	for (;;) {
		if (reader->skipping && !skip_line(reader))
			return reader->last ? CSV_STEP_END : CSV_STEP_MORE;
		size_t end = find_line_end(reader);

		if (end == 0) {
			if (reader->text.length - reader->start > CSV_ROW_MOST)
				return give_up_line(reader, arena, row);
			return reader->last ? finish(reader, arena, row) : CSV_STEP_MORE;
		}
		if (!reader->open && is_blank_line(reader, end)) {
			reader->blanks++;
			begin_row(reader, end, 1);
			continue;
		}
		if (is_plain(reader, end) && read_plain(reader, end, arena, row))
			return CSV_STEP_ROW;
		if (!parse_line(reader, end))
			return give_up(reader, reader->first_end < end ? CSV_QUOTE_OPEN : CSV_QUOTE_INSIDE, arena, row);
		if (reader->done)
			return finish_row(reader, arena, row);
		if (reader->fed - reader->cell_at > CSV_CELL_MOST || reader->fed - reader->start > CSV_ROW_MOST)
			return give_up(reader, CSV_QUOTE_OPEN, arena, row);
	}
}
