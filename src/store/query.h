/*
 * Queries: SQL that is no named statement of the store but a text from
 * elsewhere, as checks and reports are.
 *
 *     struct query *q = query_new(db, text);
 *     query_bind_date(q, "today", today);
 *     while ((status = query_step(q, &row, err)) == CH_OK && row)
 *             use(query_text(q, "who"));
 *     query_free(q);
 *
 * From query_new() to query_free() the connection is restricted
 * (db_restrict()): the text may only read, and nothing that is the pair's
 * alone; what it asks for besides is CH_NOT_ALLOWED. Nothing is written to the
 * scheme meanwhile. Queries may be nested, freed in reverse order.
 *
 * Unlike a named statement, a query is not known beforehand: binding a
 * parameter that it does not have does nothing, one that is not bound is NULL, and
 * a column that it does not have reads as NULL.
 */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "chiron/date.h"
#include "chiron/status.h"
#include "store/db.h"

struct query;

/* `sql` stays the caller's and must outlive the query. What is wrong with it is reported by the first step. */
struct query *query_new(struct db *db, const char *sql);
void query_free(struct query *query); /* NULL is allowed */

/*
 * The same for a text that runs again and again, as a check does whenever something was changed: what SQLite makes of
 * it, which takes longer than running it in a small scheme, is kept with the connection. The text is copied.
 */
struct query *query_again(struct db *db, const char *sql);

/* Lets go of all that is kept. For db_close(). */
void query_forget_kept(struct db *db);

/*
 * Whether the text of somebody's own compiles as one query, its first line being line `line` of `file`; what is wrong
 * is told with file and line. Values of its columns are not looked at.
 */
enum ch_status query_try(struct db *db, const char *sql, const char *file, int line, struct ch_error *err);

/* Stops the query, with CH_DATA, after so many millions of SQLite's steps: it is of somebody's own. */
void query_limit(struct query *query, int millions);

/* What a query of a check is narrowed to; 0: not. */
struct query_scope {
	int64_t subject_id;
	int64_t programme_id;
	int64_t actor_id; /* only what is about pairings of this person */
};

/* `sql` within a query that asks for these rows of it only; SQLite goes straight to them where an index helps. */
char *query_narrowed(const char *sql, const struct query_scope *scope, struct ch_arena *arena);
void query_bind_scope(struct query *query, const struct query_scope *scope);

void query_bind_id(struct query *query, const char *name, int64_t id);	   /* 0 binds NULL */
void query_bind_date(struct query *query, const char *name, ch_date date); /* CH_NO_DATE binds NULL */

/* The next row: *row false after the last. */
enum ch_status query_step(struct query *query, bool *row, struct ch_error *err);

/* Columns; texts are valid until the next step. By name, before the first row too: */
size_t query_column_count(const struct query *query);
const char *query_column_name(const struct query *query, size_t column);
bool query_has_column(const struct query *query, const char *name);

/* Of the present row: */
const char *query_text_at(struct query *query, size_t column);
const char *query_text(struct query *query, const char *name);
int64_t query_id(struct query *query, const char *name); /* NULL and what is no number: 0 */

#endif
