/*
 * Many rows into a table within one transaction: without its indexes, which
 * are made again at the end, sorted, in a fraction of the time. A rollback
 * brings them back too. Until then whoever looks for a row by anything but its
 * number reads the whole table.
 *
 * For the indexes SQLite sorts two megabytes at a time, in a file without a name beside the scheme. More is slower: a
 * million people take 10 % more of all their processor time with 8. Where there is a second processor threads of
 * SQLite's own sort while the next is read, and one of ours brings the rows to the disk meanwhile (docs/decisions).
 */
#ifndef STORE_BULK_H
#define STORE_BULK_H

#include "chiron/arena.h"
#include "store/db.h"

/* Owns its memory; BULK_EMPTY to bulk_release(), which is due in any case. */
struct bulk {
	struct db *db; /* NULL: not begun */
	struct ch_arena arena;
	const char **made_by; /* the statements that make the indexes */
	size_t count, capacity;
};

#define BULK_EMPTY ((struct bulk){.arena = CH_ARENA_EMPTY})

/*
 * Takes the indexes of the table away, but for those that are its key, and those called in `left` (NULL ends the
 * list): indexes of few rows, which making anew would read all of the table for.
 */
enum ch_status bulk_begin(struct bulk *bulk, struct db *db, const char *table, const char *const *left,
			  struct ch_error *err);

/* Takes away one that was left, too, since many rows go into it after all. Nothing where none were taken away. */
enum ch_status bulk_drop(struct bulk *bulk, const char *table, const char *index, struct ch_error *err);

/*
 * Makes them again; nothing where none were taken away. CH_DATA where two rows have what only one may, CH_IO where the
 * disk refuses what was written until now.
 */
enum ch_status bulk_end(struct bulk *bulk, struct ch_error *err);

void bulk_release(struct bulk *bulk);

/* Writes the file anew, so that nothing of what was deleted lies in it. Outside of any transaction. */
enum ch_status bulk_compact(struct db *db, struct ch_error *err);

#endif
