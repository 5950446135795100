/*
 * Setting a scheme's file aside, so that another can take its place. Nothing is ever written over: the file goes under
 * another name beside it, with the journal that an interrupted commit may have left.
 */
#ifndef STORE_DB_ASIDE_H
#define STORE_DB_ASIDE_H

#include "chiron/arena.h"
#include "store/db.h"

bool db_aside_is_there(const char *path);

/* Refuses (CH_DATA) a copy that is the file itself. */
enum ch_status db_aside_differ(const char *path, const char *copy, struct ch_error *err);

/* Renames it to PATH.before-restore, or that with a number where there is such a file already: *kept, in `arena`. */
enum ch_status db_aside_keep(const char *path, struct ch_arena *arena, const char **kept, struct ch_error *err);

/* The other way round, where what should have followed failed. */
void db_aside_put_back(const char *kept, const char *path);

#endif
