/*
 * What makes two people a pair, as far as plain facts go: terms against terms
 * (R11), the reporting line (R2), languages. Nothing here knows of the store.
 */
#ifndef MODEL_PAIR_SCORE_H
#define MODEL_PAIR_SCORE_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/text.h"

#define PAIR_NOBODY SIZE_MAX

/* A list of terms with the keys that they are compared by: whole terms, folded, never parts of them. */
struct pair_terms {
	const char *const *terms;
	const char *const *keys;
	size_t count; /* 0: not known */
};

struct pair_terms pair_terms_of(struct ch_arena *arena, const char *list);

/* How many terms of `a` are in `b`. */
size_t pair_terms_shared(const struct pair_terms *a, const struct pair_terms *b);

/* The terms of `a` that are in `b`, with `common` false those that are not, as "Gardening, Sewing"; NULL: none. */
const char *pair_terms_common(const struct pair_terms *a, const struct pair_terms *b, bool common,
			      struct ch_arena *arena);

/* Whole points out of 100, halves up: the share of what is sought that is offered. 0 where it is not known. */
int64_t pair_score(const struct pair_terms *sought, const struct pair_terms *offered);

/*
 * Whether `above` is anywhere above `person` in the reporting line. People are
 * numbered from 0; managers[i] is the manager of i, or PAIR_NOBODY. A line that
 * goes round in a circle is followed once.
 */
bool pair_is_above(const size_t *managers, size_t count, size_t above, size_t person);

#endif
