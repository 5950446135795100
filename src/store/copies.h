/*
 * The copies of a scheme that lie beside it: backups, and what was kept before a migration. They are known by what is
 * in them, whatever they are called: a chiron file with the same scheme id.
 */
#ifndef STORE_COPIES_H
#define STORE_COPIES_H

#include "chiron/arena.h"
#include "chiron/date.h"
#include "store/db.h"

struct copy {
	const char *path;
	char made_on[CH_DATE_SIZE]; /* when the file was last written */
	bool is_older;		    /* of an earlier schema: opening it would bring it up to date, and copy it before */
};

/*
 * Those in the folder of the file that hold this person: the number with the name or the folded address (NULL: none).
 * What cannot be read is no copy. In `arena`.
 */
enum ch_status copies_with_person(struct db *db, const char *scheme_id, int64_t person_id, const char *name,
				  const char *email_key, struct ch_arena *arena, struct copy **copies, size_t *count,
				  struct ch_error *err);

/* Removes one, for good. */
enum ch_status copy_remove(const struct copy *copy, struct ch_error *err);

#endif
