/*
 * Stage 4 of an import: from records to columns with a meaning.
 *
 * Finds the row of headings, decides which field each column is, reads the
 * whole file once to look at the cells (which of two meanings a heading has,
 * the order of day and month), says every decision aloud, and then gives the
 * rows. Nothing is left out without a word.
 *
 * Several columns may be one field where that loses nothing: lists (offers,
 * seeks, languages) and notes are to be joined in their order, of phones the
 * first that is filled counts, yes/no columns for roles add up. For any other
 * field the surest column counts and the others are left out.
 */
#ifndef CHIRON_CORE_IMPORT_COLUMN_H
#define CHIRON_CORE_IMPORT_COLUMN_H

#include "core/import/lexicon.h"
#include "core/import/row_source.h"
#include "core/import/value.h"

#define IMPORT_SAMPLES 3

struct import_column {
	const char *heading;  /* as in the file, blanks tidied; never NULL */
	const char *bare;     /* what the lexicon is asked: heading_prefix.h */
	const char *field;    /* key of the person's field, or person_id, scheme_id, own_key; NULL: left out */
	struct import_how how; /* how its cells are read; how.field is NULL for what is no field of a person */
	enum import_certainty certainty;
	const char *why; /* of a column that is left out: "form", "consent" and so on, as in column_tell.c */
	bool beside; /* how.field is of another record than the row's: import_kind_beside() */
	struct import_custom *custom; /* custom_column.h: it is a field of the scheme's own; NULL: it is not */
	bool ticked; /* of training, checks and the like: its cells say whether or when, and not what */
	bool numbered; /* of a check: somebody said so, and its cells are the numbers of certificates */
	bool names_person; /* its cells say who the row is about */
	const char *samples[IMPORT_SAMPLES]; /* first cells that are not blank, as in the file; NULL: fewer */
};

struct import_kind;    /* import_kind.h */
struct ch_import_mend; /* chiron/exchange.h */
struct ch_mapping;     /* chiron/mapping.h */
struct import_mended;  /* mended.h */
struct import_memory;  /* memory.h */
struct import_customs; /* custom_column.h */
struct import_custom;
struct people_coming;  /* people_coming.h */

struct import_columns_options {
	const char *const *maps; /* "Heading=field"; "Heading=" leaves the column out */
	size_t map_count;
	int64_t heading_row;	       /* 0: found by itself */
	enum import_date_order order;  /* IMPORT_ORDER_NONE: found by itself */
	enum import_date_order likely; /* of the headings' language or the programme, where no date proves another */
	ch_date today;		       /* CH_NO_DATE: nothing is known of a day without a year */
	const struct ch_import_mend *mends;
	size_t mend_count;
	const struct import_mended *mended; /* in earlier imports; NULL: nothing is remembered */
	const char *file_hash; /* where `mended` has any */
	bool mends_alike; /* cells that say what was mended in another file are mended, too */
	const struct import_memory *memory; /* NULL: nothing is remembered */
	const struct import_customs *customs; /* NULL: such lists have no fields of the scheme's own, and get none */
	bool take_suggestions; /* where a value may be meant as another one, it is */
	bool role_given;       /* for everybody: what titles and rows between say of roles does not count */
	struct people_coming *coming; /* of a list of people; else NULL */
	bool reads_ahead; /* it is a text so long that a thread pays (record_ahead.h) */
};

struct import_row;

struct import_columns {
	struct row_source *source; /* the caller's, open as long as this */
	struct import_lexicon *lexicon;
	struct import_column *columns; /* in the order of the file, one for each cell of the heading row */
	size_t count;
	int64_t heading_row, heading_line;
	bool unnamed; /* refused: no row of headings was found, or none of its columns says whom the rows are about */
	const struct import_kind *likely; /* of what the list looks, where `unnamed`; NULL: not asked */
	enum import_date_order order; /* of the dates; IMPORT_ORDER_NONE: nothing had to be decided */
	const struct ch_mapping *remembered; /* of these headings; NULL: nothing */
	struct import_mend *mends; /* mend.h */
	size_t mend_count, mend_next;
	/* The second of two people that a row was mended to be of; its memory goes with import_columns_end(). */
	struct {
		struct ch_arena arena;
		struct import_row *row; /* NULL: none waits */
	} second;
	bool take_suggestions;
	int64_t records; /* below the headings, of whatever kind: about how many rows there are */
	bool names_only; /* most of them hold a name and nothing else: then such a row is a person, not a heading */
	int64_t rows;		      /* data rows given or rejected so far; what is passed over is not counted */
	/* What the list says of everybody, or of those below a row, outside its columns: section.h. */
	struct {
		bool counts;
		int64_t told;
		int title, roles; /* sets of 1 << enum ch_role: of everybody; of the rows that come now. 0: none */
	} section;
	bool ended; /* another list begins below, which is not read */
	/* Passed over so far: row_kind.h. */
	int64_t remarks;
	struct {
		int64_t count, first, last;
	} prefilled;
};

/* A row of data: a cell for each column, "" where the file has none. */
struct import_row {
	int64_t row, line;
	const char **cells;
	bool *unvalued; /* cells that are formulas without a stored value */
	int roles;	/* that its section has: a set of 1 << enum ch_role */
	int64_t person_id; /* whom a mend says that it is about; 0: nobody said */
	int64_t person_of_row; /* the row whose person a mend says that it is about; 0: nobody said */
	bool person_is_new; /* a mend says so */
	const char *other_name; /* a mend says that the row is of two people: the name of the second; NULL: of one */
};

/* Reads "dmy", "mdy", "ymd"; NULL gives IMPORT_ORDER_NONE. CH_USAGE. */
enum ch_status import_date_order_named(const char *name, enum import_date_order *order, struct ch_error *err);
const char *import_date_order_name(enum import_date_order order); /* NULL for IMPORT_ORDER_NONE */

/*
 * Decides, and goes back to the first row of data. What it decides lives in
 * `arena`; the lexicon is told which language the headings are in. CH_DATA where there is no row of headings or none
 * with names or e-mails, CH_USAGE for a map that fits no column or field, CH_IO.
 */
enum ch_status import_columns_begin(struct import_columns *columns, struct row_source *source,
				    struct import_lexicon *lexicon, const struct import_columns_options *options,
				    struct ch_arena *arena, struct import_findings *findings, struct ch_error *err);

/*
 * The next row of data in `arena`; *found is false at the end. Rows that do
 * not fit the headings go to `findings`. CH_IO.
 */
enum ch_status import_columns_next(struct import_columns *columns, struct ch_arena *arena,
				   struct import_findings *findings, struct import_row *row, bool *found,
				   struct ch_error *err);

/* Lets go of its memory; what lives in the arena it began with stays. */
void import_columns_end(struct import_columns *columns);

/* The value of a cell of a column that is a field; what is wrong with it goes to `findings`. */
struct import_value import_columns_value(const struct import_columns *columns, const struct import_row *row,
					 size_t column, struct ch_arena *arena, struct import_findings *findings);

#endif
