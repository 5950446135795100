/*
 * Where in the list of people a word can be.
 *
 * The list, in the order of names, is cut into runs of some hundred people. Of
 * each run a set is kept of the groups of two and three letters that occur in
 * the people's search keys, as bits some of which coincide. A word none of whose
 * groups is missing may be in the run; in all other runs it is not. So a search
 * reads the few runs that may have it, instead of a million keys.
 *
 * The map is in memory alone: a kilobyte for 512 people. It belongs to the
 * connection, is built while nobody waits, as far as that lasts, and serves as
 * far as it goes. Nothing has to be done when people change: then it no longer
 * applies, and is built anew.
 */
#ifndef STORE_WORD_MAP_H
#define STORE_WORD_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "store/db.h"

struct word_map;

/* Goes on building it to the end of the list, or until whoever looks on (db_look()) stops it: CH_STOPPED. */
enum ch_status word_map_build(struct db *db, struct ch_error *err);

/*
 * Whether it describes the people as they are now, so far as it goes. It does while a transaction is open that began
 * before it was asked; without one, others may change them at any time.
 */
bool word_map_applies(struct db *db);

/* One must fit: `words` are folded as search keys are. */
struct word_choice {
	const char *const *words;
	size_t count;
};

/* People whose names lie from `from` to `until`, both included, may have what is looked for. */
struct word_stretch {
	const char *from, *until; /* valid until it is built on or no longer applies */
	size_t at;		  /* where the search goes on */
};

/*
 * The next stretch, upward or `down` the list, that may have one of each of the choices; false where there is none
 * more. Begins with *stretch zeroed. The stretches do not overlap: who is on the border of one and does not belong to
 * it does not have what is looked for.
 */
bool word_map_next(const struct db *db, const struct word_choice *choices, size_t count, bool down,
		   struct word_stretch *stretch);

/*
 * The people who have one of the words, at most `most` of them, into ids; *found is most + 1 where there are more.
 * Without a map that applies every key is looked at.
 */
enum ch_status word_map_people(struct db *db, const struct word_choice *choice, size_t most, int64_t *ids,
			       size_t *found, struct ch_error *err);

/* The connection's map goes. */
void word_map_free(struct db *db);

/* For the connection's hook: a person was written. */
void word_map_outdate(struct db *db);

#endif
