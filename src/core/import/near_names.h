/*
 * Names that are much like another's: Jon Smith and John Smith, Smith and
 * Smyth. They raise a question and decide nothing.
 *
 * Two people are compared where their family names, or their first names, are
 * the same; the other of the two then has to be alike, and at most two slips
 * away, without another number in it: a list without names calls them Client
 * 0014 and Client 0041. Names are folded and without accents, as sort_name is.
 * Of more than NEAR_NAMES_MOST people none are compared.
 *
 * A name is cut in its parts once, by whoever reads it ahead, and asked for and
 * added by these.
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

/* A part of a name, with what tells quickly that another cannot be like it. */
struct near_word {
	const char *text;
	uint64_t hash;
	uint64_t letters; /* a bit for each that it has */
	uint32_t length;
	uint32_t number; /* what its digits make, and 1; 0: it has none */
};

/* A name of one word has no first: that one is of length 0. */
struct near_parts {
	struct near_word family, first;
};

struct near_group;

/* Those who have the same of one part of the name, by what tells quickly that two of the other part are not alike. */
struct near_groups {
	struct key_map numbers; /* of each, counted from 1 */
	struct near_group **newest; /* the newest of each */
	size_t count, capacity;
};

/* Owns its memory; begins with near_names_begin(), or empty, ends with near_names_release(). */
struct near_names {
	bool off;
	struct ch_arena arena;
	struct near_name *names;
	size_t count, capacity;
	struct near_groups families, firsts;
};

#define NEAR_NAMES_EMPTY ((struct near_names){.off = false})

/* `people`: about how many there will be; `seed`: of the hashes of their parts. */
void near_names_begin(struct near_names *near, int64_t people, const struct key_seed *seed);

/* The parts of a sort_name, "family, first"; their texts are in the arena. */
struct near_parts near_parts_of(const char *sort_name, const struct key_seed *seed, struct ch_arena *arena);

/* Says that whoever has the name of these parts, and is called `name`, is here. */
void near_names_add(struct near_names *near, const struct near_parts *parts, const char *name, int64_t id);

/* Begins to read what near_names_find() and near_names_add() will of these. */
void near_names_fetch(const struct near_names *near, const struct near_parts *parts);

/* Whoever has the name that is most like this one and not the same; NULL: nobody. Valid until another is added. */
const struct near_name *near_names_find(const struct near_names *near, const struct near_parts *parts);

/*
 * Whoever has all words of this name, in any order, hyphens and the like aside: "Lee Ann", "Wyn Jones, Sioned" for
 * Wyn-Jones; best without a word more, else as "Jay" or "Ann Lee" for Dr Ann Lee. NULL: nobody, or more than one.
 */
const struct near_name *near_names_find_by_words(const struct near_names *near, const char *sort_name);

/* What whoever has that number is called; NULL: they are not here. */
const char *near_names_of(const struct near_names *near, int64_t id);

void near_names_release(struct near_names *near);

#endif
