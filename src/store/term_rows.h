/*
 * The terms of people who come in, gathered and written many at a time: one
 * statement for each term costs more than the term.
 */
#ifndef STORE_TERM_ROWS_H
#define STORE_TERM_ROWS_H

#include "chiron/person.h"
#include "store/stmt.h"

enum { TERM_ROWS = 64 };

struct term_row {
	int64_t person_id;
	const char *kind, *term_key, *term;
};

/* Owns its memory; TERM_ROWS_FOR(db) to term_rows_release(). */
struct term_rows {
	struct db *db;
	struct stmt *all; /* writes TERM_ROWS of them; NULL: not needed yet */
	struct ch_arena arena;
	struct term_row rows[TERM_ROWS];
	int count;
};

#define TERM_ROWS_FOR(db_) ((struct term_rows){.db = (db_), .arena = CH_ARENA_EMPTY})

/* Takes the terms of somebody who has none yet, and writes what has gathered where that is enough. */
enum ch_status term_rows_add(struct term_rows *terms, const struct ch_person *person, struct ch_error *err);

/* Writes the rest. */
enum ch_status term_rows_end(struct term_rows *terms, struct ch_error *err);

void term_rows_release(struct term_rows *terms);

#endif
