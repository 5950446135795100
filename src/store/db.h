/*
 * One connection to a scheme file.
 *
 * Opened with every protection that SQLite has, journal TRUNCATE and
 * synchronous EXTRA on every connection (they are not stored in the file), and
 * read back. Transactions nest: the outermost is BEGIN IMMEDIATE, since a read
 * transaction that upgrades fails at once whatever the patience; inner ones
 * are savepoints. No statement and no transaction stays open while a person is
 * typing or reading.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/status.h"

struct db;

/*
 * Makes the file (mode 0600) with the newest schema. CH_CANT_CREATE where something is there. Nothing is left of a
 * failed attempt.
 */
enum ch_status db_create(const char *path, struct db **db, struct ch_error *err);

/*
 * Opens an existing scheme file, migrating an older one. Its first 100 bytes
 * are read by hand before SQLite sees it, so that a foreign, newer, truncated
 * or unreadable file gets its own sentence and is left as it is.
 */
enum ch_status db_open(const char *path, struct db **db, struct ch_error *err);

/* As db_open(), but its schema, whose number *version is, stays as it is. */
enum ch_status db_open_as_it_is(const char *path, struct db **db, int *version, struct ch_error *err);

void db_close(struct db *db); /* NULL is allowed */

/* Removes a file that db_create() has just made, when what should follow failed. */
void db_remove_new(const char *path);

enum { DB_ID_SIZE = 33 };

/* 128 random bits in hexadecimal, to know one scheme from another. */
char *db_random_id(char id[DB_ID_SIZE]);

const char *db_path(const struct db *db);
bool db_read_only(const struct db *db);

/*
 * Each begin is ended by one commit or one rollback. CH_BUSY when another process holds the file for over ten
 * seconds.
 */
enum ch_status db_begin(struct db *db, struct ch_error *err);
enum ch_status db_commit(struct db *db, struct ch_error *err);
void db_rollback(struct db *db);

/* How many transactions are open, one inside another. */
int db_depth(const struct db *db);

int64_t db_last_id(const struct db *db);

/*
 * While on, reading the pair's wording, drafts, the audit log's details and the change
 * journal is refused by SQLite itself: for checks and reports, whoever wrote them.
 */
void db_restrict(struct db *db, bool on);

/*
 * From now on `look` is called every so many steps of a statement; false stops the statement with CH_STOPPED. For
 * reading only. NULL: nobody looks on.
 */
void db_look(struct db *db, bool (*look)(void *data), void *data);

/* What another connection committed since the last call: whether the content changed. Never waits. */
bool db_data_version_changed(struct db *db);

/* PRAGMA integrity_check and foreign_key_check; the first line of what is wrong in `what`, "" where all is well. */
enum ch_status db_integrity(struct db *db, char what[256], struct ch_error *err);

/*
 * A copy by the online backup API, in steps, under a temporary name, synced, verified, then given its own:
 * CH_CANT_CREATE where there is a file of that name, CH_BUSY as db_begin(). Nothing is left of a failed attempt.
 */
enum ch_status db_backup(struct db *db, const char *path, struct ch_error *err);

/*
 * The same before a migration, for which everybody waits. That each page of the copy is whole and in its place is
 * verified, which takes a tenth of the time; not that indexes have every row, which are made from the rows. Whoever
 * waits at a terminal for over a second is told how far it is.
 */
enum ch_status db_copy_aside(struct db *db, const char *path, struct ch_error *err);

#endif
