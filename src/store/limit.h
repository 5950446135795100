/*
 * What a limited coordinator sees (R83), held in one place for every statement.
 *
 * A limited connection has a temporary view over each table of the file, of the
 * table's name, with the rows that belong to the coordinator's programmes.
 * SQLite finds a temporary name before the file's own, so whatever reads a
 * table by its name - a named statement, a composed list, a check, a report,
 * somebody's own SQL - reads these rows and no others. Writing to a view is
 * refused by SQLite: what writes names the file's table, as "main.person", and
 * record.c looks whether what was written can be seen. A table that nobody has
 * said anything of has no rows.
 */
#ifndef STORE_LIMIT_H
#define STORE_LIMIT_H

#include "chiron/field.h"
#include "store/db.h"

/* From here on the connection sees what is this coordinator's, until it is closed. */
enum ch_status limit_begin(struct db *db, int64_t coordinator_id, struct ch_error *err);

bool limit_holds(const struct db *db);

/* Says, in err->fix, that this is for whoever looks after the whole scheme, who that is, and how they lift it. */
enum ch_status limit_fix(struct db *db, struct ch_error *err);

/*
 * CH_OK where the record can be seen, and on a connection without a limit. Else CH_NOT_ALLOWED: it is of a programme
 * that is not theirs, or is not there, which must not be told apart.
 */
enum ch_status limit_check(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_error *err);

/*
 * Whether the SQL that a coordinator wrote names the file itself, past the views. Names are looked for, wherever they
 * stand.
 */
bool limit_evades(const struct db *db, const char *sql);

/* Whether all is said of the table or view: what a limited coordinator sees of it. For the test that asks of each. */
bool limit_knows(const char *name);

#endif
