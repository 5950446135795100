/* What the files of store share about a connection. The only header that shows sqlite3. */
#ifndef STORE_DB_PRIVATE_H
#define STORE_DB_PRIVATE_H

#include <sqlite3.h>

#include "chiron/field.h"
#include "generated/statements.h"
#include "store/db.h"

/* "chir", at offset 68 of the file, so that file(1) can name it. */
#define DB_APPLICATION_ID 0x63686972

enum record_verb {
	RECORD_GET,
	RECORD_INSERT,
	RECORD_UPDATE,
	RECORD_DELETE,
	RECORD_COUNT,
	RECORD_VERBS
};

struct db {
	sqlite3 *handle;
	char *path;
	bool read_only;
	bool waiting_said; /* that somebody else is saving was said for this wait */
	bool restricted;
	bool limited; /* limit.h */
	int depth;
	int64_t data_version;
	bool (*look)(void *data); /* NULL: nobody looks on */
	void *look_data;
	bool bounded; /* what runs may take `steps_left` of SQLite's steps and no more */
	int64_t steps_left;
	struct kept_query *kept; /* of query.c */
	size_t kept_count;
	struct word_map *words; /* NULL: there is none (word_map.h) */
	struct stmt *statements[SQL_STATEMENT_COUNT + 1];
	struct stmt *records[CH_ENTITY_COUNT][RECORD_VERBS];
};

/* Turns what SQLite said into a status and a sentence; never a library's text alone. */
enum ch_status db_fail(struct db *db, int code, struct ch_error *err);

/* Has SQLite ask, for as long as the connection lives: setting this anew makes it prepare every statement again. */
void db_authorize(struct db *db);

/* From now on statements are stopped after so many of SQLite's steps, all together; 0: no more. Beside db_look(). */
void db_bound_steps(struct db *db, int64_t steps);

/* Whether that is why one was stopped, and not by whoever looks on. */
bool db_steps_ran_out(const struct db *db);

/* Adds months_after(), due_after() and folded() to what checks and reports may call (query_functions.c). */
enum ch_status query_functions(struct db *db, struct ch_error *err);

/* Runs one statement that takes nothing and gives nothing. */
enum ch_status db_exec(struct db *db, const char *sql, struct ch_error *err);

/* The schema number of this program. */
int migrate_newest(void);

/* Brings the open file from schema `from` to the newest in one transaction, or leaves it as it was. */
enum ch_status migrate_to_newest(struct db *db, int from, struct ch_error *err);

/*
 * Looks at the first bytes of `path`: its schema number in *version, and in *missing how many bytes its header says
 * there are beyond those there are. That alone proves nothing: a commit that was interrupted, or is under way, looks
 * the same until SQLite has rolled it back.
 */
enum ch_status file_header_check(const char *path, int *version, int64_t *missing, struct ch_error *err);

/* Bound to a statement's memory; see stmt.c. */
void stmt_finalize_all(struct db *db);

#endif
