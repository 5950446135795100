/*
 * Which field each column is: the decisions of column.c.
 */
#ifndef CHIRON_CORE_IMPORT_COLUMN_MEANING_H
#define CHIRON_CORE_IMPORT_COLUMN_MEANING_H

#include "core/import/column.h"
#include "core/import/column_cells.h"

/* Gives each column the meaning of its heading, as far as the heading tells. `customs` as in the columns' options. */
void import_meanings_find(struct import_columns *columns, const struct import_customs *customs,
			  struct ch_arena *arena);

/* Gives columns the meaning that somebody asked for. CH_USAGE. */
enum ch_status import_maps_apply(struct import_columns *columns, const struct import_columns_options *options,
				 struct ch_arena *arena, struct ch_error *err);

/* Decides what only the cells can tell, and between columns of one field, and says it all. */
void import_meanings_settle(struct import_columns *columns, const struct import_cells *cells,
			    const struct import_columns_options *options, struct import_findings *findings);

/* Of a column of days, how they are read, once its field is decided; says the order. column_days.c. */
void import_days_settle(struct import_columns *columns, struct import_column *column, const struct import_cells *cells,
			const struct import_columns_options *options, struct import_findings *findings);

/* Says it all: column_tell.c. */
void import_meanings_tell(struct import_columns *columns, const struct import_cells *cells,
			  struct import_findings *findings);

/* Gives columns the meaning that is remembered of such a list, and says so. */
void import_memory_apply(struct import_columns *columns, const struct import_customs *customs, struct ch_arena *arena,
			 struct import_findings *findings);

/* Makes the column the field, or leaves it out where `field` is a reason, as "-form". */
void import_column_set_field(const struct import_lexicon *lexicon, struct import_column *column, const char *field);

/* What --map would call its meaning: "is_mentor"; "" where it is left out. */
const char *import_column_code(const struct import_column *column);

/* What the column of the field is headed, for an issue about it; NULL where there is none, or no field. */
const char *import_columns_heading(const struct import_columns *columns, const char *field);

/*
 * What the row calls its person, or its two people as "Ann Lee - Bo Diaz", as it stands there, in `arena`; NULL:
 * nothing.
 */
const char *import_row_name(const struct import_columns *columns, const struct import_row *row, struct ch_arena *arena);

/* Why it is left out, translated; NULL where it is not. */
const char *import_column_why(const struct import_column *column);

/* The column with this heading, or as "#3" the third; NULL where there is none. */
struct import_column *import_column_headed(const struct import_columns *columns, const char *heading);

/* How many bytes of a heading stand before the number at its end, "Session 3"; all of them where it has none. */
size_t import_heading_unnumbered(const char *heading);

/* Whether its heading says nothing that is known, and nobody said what it is. */
bool import_column_is_unknown(const struct import_column *column);

/*
 * Columns that nobody knows by their headings, and that are needed: addresses, roles, the days of sessions. Each is
 * only looked for where no heading says it. column_take.c.
 */
void import_columns_take(struct import_columns *columns, const struct import_cells *cells);

/*
 * Of a list of two people in each row: a column headed as somebody's address, behind a column that says who, is theirs:
 * "Mentor, E-mail, Mentee, E-mail". Not where one stands before anybody. column_take.c.
 */
void import_columns_take_addresses(struct import_columns *columns);

#endif
