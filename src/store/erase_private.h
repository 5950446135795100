/* What the files of erasing share. */
#ifndef STORE_ERASE_PRIVATE_H
#define STORE_ERASE_PRIVATE_H

#include "store/erase.h"
#include "store/stmt.h"

#define ERASE_PAIRINGS "(SELECT pairing_id FROM main.pairing WHERE guide_id = :person OR learner_id = :person)"
#define ERASE_LEARNT "(SELECT pairing_id FROM main.pairing WHERE learner_id = :person)"

/* Binds :person and :checks where the statement has them. */
void erase_bind(const struct erase *erase, struct stmt *q);

/* Runs SQL that gives no rows; how many it changed in *changed, where not NULL. */
enum ch_status erase_run(const struct erase *erase, const char *sql, int64_t *changed, struct ch_error *err);

/* The number in the first column of the first row. */
enum ch_status erase_number(const struct erase *erase, const char *sql, int64_t *number, struct ch_error *err);

/* A column in which names may stand. */
struct erase_column {
	const char *table, *name;
	bool has_version; /* rows of the table have a row_version */
};

/* Whether the name stands in the text as words, and as no part of what somebody else is called. */
bool erase_is_said(const char *text, const struct erase_name *name);

/* The longest part of the name that is ASCII, by which SQLite finds what may have it; perhaps "". */
const char *erase_ascii_of(const char *name, struct ch_arena *arena);

/*
 * Puts `called` in the place of `name`, wherever it stands there as words, in the rows of the condition (NULL: all);
 * how many rows had it in *count.
 */
enum ch_status erase_replace(const struct erase *erase, const struct erase_column *column,
			     const struct erase_name *name, const char *condition, size_t *count, struct ch_error *err);

#endif
