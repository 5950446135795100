/*
 * Statements: prepared, bound and read by name.
 *
 *     struct stmt *q = stmt_ready(db, SQL_PERSON_BY_EMAIL);
 *     stmt_bind_text(q, "email_key", key);
 *     TRY(stmt_step(q, &row, err));
 *     if (row) id = stmt_int(q, "person_id");
 *     stmt_reset(q);
 *
 * A statement is prepared once per connection and belongs to it. A failure to
 * prepare is remembered and reported by the first step. Binding a parameter or
 * reading a column that the statement does not have, or stepping with one not
 * bound, is a fault in chiron and aborts.
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "chiron/date.h"
#include "generated/statements.h"
#include "store/db.h"

struct stmt;

/* The named statement of src/store/(any).sql, reset and with nothing bound. */
struct stmt *stmt_ready(struct db *db, enum statement_id id);

/* A statement composed at run time; ends with stmt_free(). */
struct stmt *stmt_new(struct db *db, const char *sql);
void stmt_free(struct stmt *stmt); /* NULL is allowed */

void stmt_bind_int(struct stmt *stmt, const char *name, int64_t value); /* CH_UNKNOWN binds NULL */
void stmt_bind_id(struct stmt *stmt, const char *name, int64_t id);	/* 0 binds NULL */
void stmt_bind_text(struct stmt *stmt, const char *name, const char *text); /* NULL binds NULL; copied */
void stmt_bind_date(struct stmt *stmt, const char *name, ch_date date);	/* CH_NO_DATE binds NULL */
void stmt_bind_blob(struct stmt *stmt, const char *name, const void *bytes, size_t length);

/* As it was when it was new: reset, and nothing bound. */
void stmt_clear(struct stmt *stmt);

/* Whether its text was understood; where it was not, the first step says so. */
bool stmt_is_prepared(const struct stmt *stmt);

/* Says that whatever was not bound is meant to be NULL. */
void stmt_bind_nothing(struct stmt *stmt);
bool stmt_has_parameter(const struct stmt *stmt, const char *name);

/* The next row: *row false at the end, when the statement is reset by itself. */
enum ch_status stmt_step(struct stmt *stmt, bool *row, struct ch_error *err);

/* Runs one that gives no rows, then resets it. How many rows it changed in *changed, where not NULL. */
enum ch_status stmt_run(struct stmt *stmt, int64_t *changed, struct ch_error *err);

/* Ends reading before the last row. */
void stmt_reset(struct stmt *stmt);

/* Columns of the present row. */
int64_t stmt_int(struct stmt *stmt, const char *name);	 /* NULL is CH_UNKNOWN */
int64_t stmt_id(struct stmt *stmt, const char *name);	 /* NULL is 0 */
const char *stmt_text(struct stmt *stmt, const char *name); /* NULL is NULL; valid until the next step */
const char *stmt_copy(struct stmt *stmt, const char *name, struct ch_arena *arena);
ch_date stmt_date(struct stmt *stmt, const char *name);

/*
 * By place, from 1, for statements whose parameters are the fields of a record. The text is lent; length -1: up to its
 * NUL.
 */
void stmt_place_int(struct stmt *stmt, int place, int64_t value);
void stmt_place_id(struct stmt *stmt, int place, int64_t id); /* 0 is NULL */
void stmt_place_text(struct stmt *stmt, int place, const char *text, int length);

/* Forgets what was bound; all is NULL but what is bound now. */
void stmt_unbind(struct stmt *stmt);

/* By place, for those who do not know the columns: reports and composed lists. */
int stmt_column_count(const struct stmt *stmt);
const char *stmt_column_name(const struct stmt *stmt, int column);
const char *stmt_column_text(struct stmt *stmt, int column);
int64_t stmt_column_int(struct stmt *stmt, int column);
bool stmt_column_is_null(struct stmt *stmt, int column);
const void *stmt_column_blob(struct stmt *stmt, const char *name, size_t *length);

#endif
