/*
 * What the cells of the columns are like, for the decisions of column.c.
 */
#ifndef CHIRON_CORE_IMPORT_COLUMN_CELLS_H
#define CHIRON_CORE_IMPORT_COLUMN_CELLS_H

#include "core/import/cell_memo.h"
#include "core/import/column.h"

#define IMPORT_STATES_TOLD 8

struct import_cells {
	bool settled; /* more cells would tell nothing more */
	/* What its cells are looked at for, as the column is before the first of them. */
	bool of_names, of_dates, of_days, of_times, of_states, of_lengths, of_phones, of_addresses, of_grades,
		of_new_field;
	bool judged;  /* what they are decides, or may */
	bool decided; /* by its heading */
	/* Of columns the cells of which decide, IMPORT_BY_CELLS. */
	struct cell_memo kinds; /* what those that come again are */
	size_t filled; /* neither blank nor a word for "not given" */
	size_t roles, yes, emails, honorifics, numbers, dates;
	/* Of whole names: all, those as "Lee, Ann", and of these the ones with one word before the comma. */
	size_t names, last_first, short_last;
	struct email_domains *domains; /* of columns of addresses; else NULL */
	int bare, longest; /* of columns of lengths: those without a unit, "1" and "45", and the longest of them */
	size_t grades, bands; /* of columns of grades: looked at, and of them those as import_band() has them */
	const char *decimal;	       /* of columns of lengths: the first as "1.5", without a unit; NULL: none */
	size_t zeros;		       /* of columns of phone numbers: those that begin with 0 */
	struct import_guess *guess; /* of columns that become a field of the scheme's own; else NULL */
	/* Of columns of dates. */
	size_t day_looks, times; /* looked at, and of them those with a time of the day */
	size_t day_first, month_first; /* dates that prove an order */
	size_t open;		       /* dates the order of which matters */
	const char *day_first_sample, *month_first_sample;
	const char *states[IMPORT_STATES_TOLD]; /* of columns of states: each of the first ones once */
};

/*
 * Counts what the cells of all columns are like, from the record after the
 * headings to the end, and fills in the samples; who comes is added to options->coming, where it is not NULL. CH_IO.
 */
enum ch_status import_cells_count(struct import_columns *columns, struct import_cells *cells,
				  const struct import_columns_options *options, struct ch_arena *arena,
				  struct ch_error *err);

/*
 * Whether the name has one comma with a few words on both sides, of which the first after it is no honour; in
 * *short_last whether one word stands before it.
 */
bool import_name_is_last_first(const struct import_lexicon *lexicon, const char *name, bool *short_last);

/*
 * Whether most of the names in the column are written with the last name first, "Lee, Ann". "Jane Doe, Acme" is not,
 * nor "Ann Lee, MBE"; so most of them must have one word before the comma.
 */
bool import_cells_are_last_first(const struct import_cells *cells);

/* Whether most of the filled cells pass the test. */
bool import_cells_pass(const struct import_cells *cells, enum import_test test);

#endif
