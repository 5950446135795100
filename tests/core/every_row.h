/*
 * A row in every table, as SQLite lists them, so that a new table is in the
 * question by itself: every number is 1, and every text a phrase of its own,
 * "planted_TABLE_COLUMN_".
 */
#ifndef TESTS_CORE_EVERY_ROW_H
#define TESTS_CORE_EVERY_ROW_H

#include "scheme_fixture.h"
#include "store/stmt.h"

#define EVERY_ROW_NAME "Vera Quillfeather" /* somebody whom other rows mention */

/* Leaves foreign keys and constraints off, for the rows to be made to fit; both
 * are on again in a file opened anew. */
void every_row_plant(struct scheme_fixture *f);

/* A statement past the public functions; ends with stmt_free(). Whether there
 * is another row. */
struct stmt *scheme_ask(struct scheme_fixture *f, const char *sql);
bool scheme_next(struct scheme_fixture *f, struct stmt *q);

#endif
