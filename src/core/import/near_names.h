/*
 * Names that are much like another's: Jon Smith and John Smith, Smith and
 * Smyth. They raise a question and decide nothing.
 *
 * Two people are compared where their family names, or their first names, are
 * the same; the other of the two then has to be alike, and at most two slips
 * away, without another number in it: a list without names calls them Client
 * 0014 and Client 0041. Names are folded and without accents, as sort_name is.
 * Of more than NEAR_NAMES_MOST people none are compared.
 */
#ifndef CHIRON_CORE_IMPORT_NEAR_NAMES_H
#define CHIRON_CORE_IMPORT_NEAR_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "core/import/key_map.h"

enum { NEAR_NAMES_MOST = 20000 };

struct near_name {
	int64_t id;
	const char *name; /* as it is written */
	const char *family, *first;
	uint64_t letters; /* a bit for each that the two have */
};

struct near_group;

/* Those who have the same of one part of the name, by what tells quickly that two of the other part are not alike. */
struct near_groups {
	struct key_map numbers; /* of each, counted from 1 */
	struct near_group **newest; /* the newest of each */
	size_t count, capacity;
};

/* Owns its memory; begins with near_names_begin(), ends with near_names_release(). */
struct near_names {
	bool off;
	struct ch_arena arena;
	struct ch_arena scratch; /* of the name that is looked for */
	struct near_name *names;
	size_t count, capacity;
	struct near_groups families, firsts;
};

/* `people`: about how many there will be. */
void near_names_begin(struct near_names *near, int64_t people);
void near_names_add(struct near_names *near, const char *sort_name, const char *name, int64_t id);

/* Whoever has the name that is most like this one and not the same; NULL: nobody. Valid until another is added. */
const struct near_name *near_names_find(struct near_names *near, const char *sort_name);

/*
 * Whoever has all words of this name, in any order, hyphens and the like aside: "Lee Ann", "Wyn Jones, Sioned" for
 * Wyn-Jones; best without a word more, else as "Jay" or "Ann Lee" for Dr Ann Lee. NULL: nobody, or more than one.
 */
const struct near_name *near_names_find_by_words(const struct near_names *near, const char *sort_name);

/* What whoever has that number is called; NULL: they are not here. */
const char *near_names_of(const struct near_names *near, int64_t id);

void near_names_release(struct near_names *near);

#endif
