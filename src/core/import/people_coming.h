/*
 * Who is to come by a list of people, by their addresses: from the first look
 * at its cells, before any row is judged. A guess, that spares writing people
 * once more whose manager stands further down (people_managers.h).
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_COMING_H
#define CHIRON_CORE_IMPORT_PEOPLE_COMING_H

#include "core/import/key_map.h"

enum { PEOPLE_COMING_NEXT = 8 };

/* Owns its memory; PEOPLE_COMING_EMPTY to people_coming_release(). */
struct people_coming {
	struct key_map keys; /* by folded address: the how manieth they will probably be, of those who come */
	uint32_t count;	     /* of those in `keys`, and of those whose address is not guessed at */
	uint64_t next[PEOPLE_COMING_NEXT]; /* hashes of the newest, which are not in `keys` yet; 0: not guessed at */
	size_t seen; /* since the start */
	size_t likely; /* how many will probably be: the caller's, before the first */
};

#define PEOPLE_COMING_EMPTY ((struct people_coming){.keys = KEY_MAP_EMPTY})

/* A row with that cell for an address; "" for none. Who was met before does not come again. */
void people_coming_add(struct people_coming *coming, const char *cell);

/* The keys, for whoever goes on with them; the caller's to release. */
struct key_map people_coming_take(struct people_coming *coming);

void people_coming_release(struct people_coming *coming);

#endif
