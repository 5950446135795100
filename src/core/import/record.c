/*
 * The sample for the decisions is the start of the text. Nothing is decided by
 * counting characters: a list whose cells are full of semicolons still has its
 * headings between commas.
 */
#include "core/import/record.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "chiron/text.h"

#define SAMPLE_BYTES ((size_t)256 * 1024)
#define PIECE_BYTES ((size_t)16 * 1024)
#define SAMPLE_RECORDS 50
#define HEADING_RECORDS 15 /* of the sample, in which headings are looked for */
#define BROKEN_MOST 3	   /* records of the sample with bad quotes, before quotes are taken for plain characters */

static const char delimiters[] = {',', ';', '\t', '|'};

static const char *const delimiter_names[] = {"comma", "semicolon", "tab", "bar"};

static const char *const delimiter_words[] = {N_("commas"), N_("semicolons"), N_("tabs"), N_("bars")};

enum ch_status import_delimiter_named(const char *name, char *delimiter, struct ch_error *err)
{
	*delimiter = '\0';
	if (!name)
		return CH_OK;
	for (size_t i = 0; i < sizeof(delimiters); i++)
		if (ch_text_equal_ascii(name, delimiter_names[i]) || (name[0] == delimiters[i] && name[1] == '\0'))
			*delimiter = delimiters[i];
	if (*delimiter)
		return CH_OK;
	ch_fail(err, CH_USAGE, _("\"%s\" is no delimiter; comma, semicolon, tab and bar are"), name);
	return ch_error_field(err, "delimiter");
}

const char *import_delimiter_name(char delimiter)
{
	for (size_t i = 0; i < sizeof(delimiters); i++)
		if (delimiters[i] == delimiter)
			return delimiter_names[i];
	return "other";
}

static bool is_blank_row(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!import_cell_is_blank(row->cells[i]))
			return false;
	return row->problem == CSV_READABLE;
}

/* ---- Deciding ---------------------------------------------------------- */

/* How the sample looks with one delimiter. */
struct look {
	size_t known;	/* most headings known in one of the first records, where these are enough */
	size_t regular; /* records of the most frequent length, in thousandths of all */
	size_t columns; /* that length */
	size_t broken;
};

static size_t count_known(const struct csv_row *row, const struct import_lexicon *lexicon)
{
	size_t known = 0;

	for (size_t i = 0; i < row->count; i++)
		known += import_lexicon_find(lexicon, row->cells[i]).certainty >= IMPORT_BY_PHRASE;
	return known;
}

static void look_at_lengths(struct look *look, const size_t *lengths, size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		size_t same = 0;

		for (size_t j = 0; j < count; j++)
			same += lengths[j] == lengths[i];
		if (same > most || (same == most && lengths[i] > look->columns)) {
			most = same;
			look->columns = lengths[i];
		}
	}
	look->regular = count > 0 ? 1000 * most / count : 0;
}

/* The next record of a sample that is fed as it is wanted, from *fed on: mostly its first few pages are enough. */
static bool next_of_sample(struct csv_reader *reader, const char *sample, size_t length, size_t *fed,
			   struct ch_arena *arena, struct csv_row *row)
{
	enum csv_step step;

	while ((step = csv_reader_next(reader, arena, row)) == CSV_STEP_MORE && *fed < length) {
		size_t piece = length - *fed < PIECE_BYTES ? length - *fed : PIECE_BYTES;

		csv_reader_feed(reader, sample + *fed, piece, false);
		*fed += piece;
	}
	return step == CSV_STEP_ROW;
}

/*
 * Only a record that can have at least `enough` known headings is asked for them, and none once most of a record are
 * known: it is the headings.
 */
static struct look look_with(const char *sample, size_t length, char delimiter, const struct import_lexicon *lexicon,
			     size_t enough)
{
	struct csv_reader *reader = csv_reader_new(delimiter, true, 1);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct look look = {0};
	size_t lengths[SAMPLE_RECORDS];
	size_t count = 0, fed = 0;
	struct csv_row row;

	while (count < SAMPLE_RECORDS && next_of_sample(reader, sample, length, &fed, &arena, &row)) {
		if (row.problem == CSV_TOO_MANY_CELLS)
			lengths[count++] = CSV_CELLS_MOST + 1;
		else if (row.problem)
			look.broken++;
		if (row.problem == CSV_TOO_MANY_CELLS || is_blank_row(&row))
			continue;
		/* A row of one cell counts for nothing: is_better(). */
		if (count < HEADING_RECORDS && row.count >= 2 && row.count >= enough && row.count >= 2 * look.known) {
			size_t known = count_known(&row, lexicon);

			look.known = known > look.known ? known : look.known;
		}
		lengths[count++] = row.count;
	}
	look_at_lengths(&look, lengths, count);
	csv_reader_free(reader);
	ch_arena_release(&arena);
	return look;
}

/* One known heading proves nothing: a whole row may be taken for one. */
static bool is_better(struct look a, struct look b)
{
	size_t known_a = a.known >= 2 ? a.known : 0, known_b = b.known >= 2 ? b.known : 0;

	if ((a.columns >= 2) != (b.columns >= 2))
		return a.columns >= 2;
	if (known_a != known_b)
		return known_a > known_b;
	if (a.regular != b.regular)
		return a.regular > b.regular;
	return a.columns > b.columns;
}

static char guess_delimiter(const char *sample, size_t length, const struct import_lexicon *lexicon)
{
	struct look best = {0};
	char delimiter = delimiters[0];

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		struct look look = look_with(sample, length, delimiters[i], lexicon, best.known);

		if (i > 0 && !is_better(look, best))
			continue;
		best = look;
		delimiter = delimiters[i];
	}
	return delimiter;
}

/* Whether no quotation mark stands where a quoted cell would begin or end. */
static bool quotes_stay_inside(const char *sample, size_t length, char delimiter)
{
	const char edges[] = {delimiter, '\n', '\r', '\0'};

	for (size_t i = 0; i < length; i++) {
		if (sample[i] != '"')
			continue;
		if (i == 0 || i + 1 == length || strchr(edges, sample[i - 1]) || strchr(edges, sample[i + 1]))
			return false;
	}
	return true;
}

/*
 * The delimiter that a first line such as `sep=;` names, and the bytes of that line; '\0' where there is none. What
 * ends lines or encloses cells parts none.
 */
static char read_sep_line(const char *sample, size_t length, size_t *line_bytes)
{
	if (length < 6 || strncmp(sample, "sep=", 4) != 0 || (sample[5] != '\r' && sample[5] != '\n') ||
	    strchr("\r\n\"", sample[4]) != NULL)
		return '\0';
	*line_bytes = length > 6 && sample[5] == '\r' && sample[6] == '\n' ? 7 : 6;
	return sample[4];
}

static enum ch_status read_sample(struct import_text *text, struct ch_buffer *sample, struct ch_error *err)
{
	const char *piece;
	size_t length;

	do {
		enum ch_status status = import_text_read(text, &piece, &length, err);

		if (status)
			return status;
		ch_buffer_add_bytes(sample, piece, length);
	} while (length > 0 && sample->length < SAMPLE_BYTES);
	if (length == 0 && sample->length > 0 && sample->text[sample->length - 1] != '\n')
		ch_buffer_add_char(sample, '\n');
	return CH_OK;
}

static const char *delimiter_word(char delimiter)
{
	for (size_t i = 0; i < sizeof(delimiters); i++)
		if (delimiters[i] == delimiter)
			return _(delimiter_words[i]);
	return _("another sign");
}

static void decide(struct import_records *records, const struct ch_buffer *sample, char wanted,
		   const struct import_lexicon *lexicon, struct import_findings *findings)
{
	char said = read_sep_line(sample->text, sample->length, &records->skip);
	const char *start = sample->text + records->skip;
	size_t length = sample->length - records->skip;

	if (wanted)
		records->source.delimiter = wanted;
	else if (said)
		records->source.delimiter = said;
	else
		records->source.delimiter = guess_delimiter(start, length, lexicon);
	import_notice_add(findings, IMPORT_TOPIC_DELIMITER,
			  said && !wanted ? _("Columns are separated by %s, as the first line of the file says") :
					    _("Columns are separated by %s"),
			  delimiter_word(records->source.delimiter));
	if (look_with(start, length, records->source.delimiter, lexicon, SIZE_MAX).broken > BROKEN_MOST &&
	    (records->source.delimiter == '\t' || quotes_stay_inside(start, length, records->source.delimiter))) {
		records->quoting = false;
		import_notice_add(findings, IMPORT_TOPIC_DELIMITER,
				  _("Quotation marks are read as they stand, because they do not enclose cells"));
	}
}

/* ---- Reading ----------------------------------------------------------- */

static void add_problem(struct import_findings *findings, const struct csv_row *row)
{
	static const struct {
		enum import_reason reason;
		const char *message, *fix;
	} problems[] = {
		[CSV_QUOTE_OPEN] = {IMPORT_QUOTE_NOT_CLOSED, N_("has a quotation mark that is not closed"),
				    N_("Close it, or take it away")},
		[CSV_QUOTE_INSIDE] = {IMPORT_STRAY_QUOTE, N_("has a quotation mark in the middle of a cell"),
				      N_("Take it away, or put the whole cell into quotation marks and double those "
					 "inside")},
		[CSV_ROW_TOO_LONG] = {IMPORT_ROW_TOO_LONG, N_("is longer than 16 MB, which no row about a person is"),
				      N_("Check the file: it may be damaged")},
		[CSV_CELL_TOO_LONG] = {IMPORT_CELL_TOO_LONG, N_("has a cell of more than 4 MB"),
				       N_("Shorten the cell")},
		[CSV_TOO_MANY_CELLS] = {IMPORT_TOO_MANY_COLUMNS,
					N_("has more than 4,096 cells, and no more columns are read"),
					N_("Delete the columns beyond what you need, or say what parts the cells: "
					   CH_WAY "--delimiter" CH_KEY KEY_(EDIT) ", \"Between cells\"")},
	};
	struct import_issue issue = {
		.row = row->row,
		.line = row->line,
		.value = row->raw,
		.reason = problems[row->problem].reason,
		.rejected = true,
		.message = _(problems[row->problem].message),
		.fix = _(problems[row->problem].fix),
	};

	import_issue_add(findings, &issue);
}

static enum ch_status feed(struct import_records *records, struct ch_error *err)
{
	const char *piece;
	size_t length, skipped;
	enum ch_status status = import_text_read(records->text, &piece, &length, err);

	if (status)
		return status;
	skipped = length < records->to_skip ? length : records->to_skip;
	records->to_skip -= skipped;
	csv_reader_feed(records->reader, piece + skipped, length - skipped, length == 0);
	return CH_OK;
}

static enum ch_status next_record(struct row_source *source, struct ch_arena *arena, struct import_findings *findings,
				  struct import_record *record, bool *found, struct ch_error *err)
{
	struct import_records *records = (struct import_records *)source;
	struct csv_row row;

	for (;;) {
		enum csv_step step = csv_reader_next(records->reader, arena, &row);

		records->source.blank = records->blank_cells + csv_reader_blanks(records->reader);
		if (step == CSV_STEP_END)
			return CH_OK;
		if (step == CSV_STEP_MORE) {
			enum ch_status status = feed(records, err);

			if (status)
				return status;
			continue;
		}
		if (is_blank_row(&row)) {
			records->blank_cells++;
			continue;
		}
		records->source.read++;
		if (!row.problem)
			break;
		records->source.broken++;
		add_problem(findings, &row);
	}
	*record = (struct import_record){.row = row.row, .line = row.line, .cells = row.cells, .count = row.count};
	*found = true;
	return CH_OK;
}

static enum ch_status rewind_records(struct row_source *source, struct ch_error *err)
{
	struct import_records *records = (struct import_records *)source;

	csv_reader_free(records->reader);
	records->reader = csv_reader_new(source->delimiter, records->quoting, records->skip > 0 ? 2 : 1);
	records->to_skip = records->skip;
	records->blank_cells = 0;
	return import_text_rewind(records->text, err);
}

static const struct row_source_ops records_ops = {.next = next_record, .rewind = rewind_records};

enum ch_status import_records_begin(struct import_records *records, struct import_text *text, char delimiter,
				    const struct import_lexicon *lexicon, struct import_findings *findings,
				    struct ch_error *err)
{
	struct ch_buffer sample = CH_BUFFER_EMPTY;
	enum ch_status status = read_sample(text, &sample, err);

	*records = (struct import_records){
		.source = {.ops = &records_ops, .file = text->bytes->name},
		.text = text,
		.quoting = true,
	};
	if (!status) {
		decide(records, &sample, delimiter, lexicon, findings);
		status = row_source_rewind(&records->source, err);
	}
	ch_buffer_release(&sample);
	if (status)
		import_records_end(records);
	return status;
}

void import_records_end(struct import_records *records)
{
	csv_reader_free(records->reader);
	records->reader = NULL;
}
