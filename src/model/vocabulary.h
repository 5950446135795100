/*
 * A vocabulary: numbers for texts, so that texts compare as numbers. Two texts
 * have the same number where they are the same folded (ch_text_fold()): whole
 * terms, never parts of them (R11). 0 stands for "not known".
 */
#ifndef MODEL_VOCABULARY_H
#define MODEL_VOCABULARY_H

#include <stdint.h>

#include "chiron/arena.h"

struct vocabulary {
	struct ch_arena *arena; /* of the keys and the tables; the owner's */
	const char **keys;	/* keys[number - 1] */
	uint32_t count;
	uint32_t *slots; /* open addressing; 0: free */
	uint32_t slot_count;
};

#define VOCABULARY(arena_of_owner) ((struct vocabulary){.arena = (arena_of_owner)})

/* The number of a text, a new one where it was not seen before; 0 for NULL and "". */
uint32_t vocabulary_number(struct vocabulary *vocabulary, const char *text);

#endif
