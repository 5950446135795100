/*
 * What somebody said of whole rows: that they stay out of the import, or whom
 * they are about. And what the rows themselves say against coming in: a "No" in
 * a column where the form asked for consent.
 */
#ifndef CHIRON_CORE_IMPORT_SAID_ROW_H
#define CHIRON_CORE_IMPORT_SAID_ROW_H

#include "chiron/exchange.h"
#include "core/import/column.h"

/* Rows said by their numbers, as the spreadsheet counts. */
struct said_rows {
	const int64_t *rows;
	size_t count;
	bool *met; /* each of them was a row that this made a difference to */
};

/* What a column is of that does not come in, and tells something of the row. */
enum said_of { SAID_CONSENT, SAID_CHECK /* without its day */, SAID_ACTIVE, /* whether they still take part */
	       SAID_APART /* whom they are not to be paired with */ };

struct said_answers {
	size_t column;
	enum said_of of;
	int64_t yes, no, other, empty;
};

/* Somebody whom another one is not to be paired with. */
struct said_apart {
	int64_t row, line;
	const char *column, *name, *cell; /* name: of whose row it is; NULL: not known */
	struct said_apart *next;
};

/* Lives in the arena it began with. */
struct said_row {
	const struct import_columns *columns;
	struct said_rows left_out;
	bool leaves_refused; /* whoever said no to a consent stays out */
	struct said_answers *answers;
	size_t answer_count;
	int64_t refused; /* rows left out since somebody said no */
	struct ch_arena *arena;
	struct said_apart *apart, **apart_end;
};

void said_row_begin(struct said_row *said, const struct import_columns *columns,
		    const struct ch_import_options *options, struct ch_arena *arena);

/*
 * Whether the row stays out, as somebody said. Where not, and it says no to a consent, that is a question about `name`
 * (NULL: not known).
 */
bool said_row_leaves_out(struct said_row *said, const struct import_row *row);
void said_row_ask(struct said_row *said, const struct import_row *row, const char *name, struct ch_arena *arena,
		  struct import_findings *findings);

/* Asks about those who are not to be paired, once everybody is here who may be meant; not of whom that is said of. */
void said_row_ask_apart(const struct said_row *said, struct ch_context *c, struct import_findings *findings);

/* Rows that stayed out. */
int64_t said_row_count(const struct said_row *said);

/* Says what was left out, what was answered to consents and checks, and which rows that were named are none. */
void said_row_tell(const struct said_row *said, struct import_findings *findings);

#endif
