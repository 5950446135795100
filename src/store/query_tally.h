/*
 * tally(key, who, amount, word): what GROUP BY of many rows into few groups says,
 * in one pass. SQLite sorts what it groups, all of it, and in memory, since
 * nothing confidential goes into temporary files; this keeps the groups alone.
 *
 * Its answer is JSON, an array for each key that is not NULL, in the order of
 * the keys' bytes: [key, rows, runs of `who`, sum of `amount`, the least `word`].
 * NULL adds nothing to a sum, and is no word. Runs are how many there are of
 * `who`, a number, where all rows of one come together, as they do where a table
 * is the outermost of a CROSS JOIN.
 *
 *     SELECT t.value ->> 0 AS month, t.value ->> 2 AS pairings
 *     FROM (SELECT tally(substr(s.session_date, 1, 7), s.pairing_id, s.minutes, NULL) AS list FROM ...),
 *             json_each(list) t
 */
#ifndef STORE_QUERY_TALLY_H
#define STORE_QUERY_TALLY_H

#include <sqlite3.h>

/* Makes tally() known to the connection; what sqlite3_create_function_v2() says. */
int query_tally(sqlite3 *handle);

#endif
