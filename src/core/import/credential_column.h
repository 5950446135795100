/*
 * Which columns of a list are about training, qualifications, checks and references (R8, R9, R78).
 *
 * A column may name what somebody has ("Training: Induction; First aid"), or be about one of them that its heading
 * names, and say whether, or when: "First aid" over dates and ticks. Lists of training are often of the second form, a
 * course a column. Beside it may stand when it was given and until when it holds: "First aid expires".
 */
#ifndef CHIRON_CORE_IMPORT_CREDENTIAL_COLUMN_H
#define CHIRON_CORE_IMPORT_CREDENTIAL_COLUMN_H

#include "chiron/part.h"
#include "core/import/column.h"
#include "core/import/column_cells.h"

struct db;

/* One of them: the column that names or ticks it, and those beside it; SIZE_MAX: nowhere. */
struct credential_column {
	enum ch_credential_kind kind;
	size_t name, level, body, awarded_on, expires_on;
	const char *called; /* what a yes or a date stands for */
};

struct credential_columns {
	struct credential_column *list;
	size_t count;
};

/* What a heading says of what it names, as "First aid" of "First aid expires". */
enum credential_part { CREDENTIAL_ITSELF, CREDENTIAL_GIVEN, CREDENTIAL_EXPIRES };

enum credential_part import_credential_heading(const struct import_lexicon *lexicon, const char *heading,
					       struct ch_arena *arena, const char **base);

/* Whether the column names or ticks credentials, and whether it is any column about them. */
bool import_column_is_credential(const struct import_column *column);
bool import_column_is_of_credential(const struct import_column *column);

/*
 * Decides by the cells, before columns are told: in a list of credentials that has no column naming them, columns of
 * dates and ticks are courses; a column of checks that holds neither is left out.
 */
void import_credentials_settle(struct import_columns *columns, const struct import_cells *cells,
			       struct ch_arena *arena);

/*
 * Finds them all. What a programme requires by that name gives a check its name: "DBS check" is "DBS", which is said.
 * `db` NULL: nothing is required. CH_IO.
 */
enum ch_status credential_columns_find(struct credential_columns *found, const struct import_columns *columns,
				       struct db *db, struct ch_arena *arena, struct import_findings *findings,
				       struct ch_error *err);

#endif
