/*
 * The criteria of matching, from the one list in criterion.def, and their
 * weights in a programme. What a pair gets is compared in model/pair_score.h
 * and said in words by core; what a weight does before it is kept is seen by
 * ch_matching_weigh() (match.h).
 */
#ifndef CHIRON_CRITERION_H
#define CHIRON_CRITERION_H

#include "chiron/context.h"

enum ch_criterion {
	CH_NO_CRITERION,
#define CRITERION(name, code, strength, label, compares, mentoring, coaching, most_in_coaching, rules)                 \
	CH_CRITERION_##name,
#include "chiron/criterion.def"
#undef CRITERION
	CH_CRITERION_COUNT
};

enum { CH_CRITERION_FIRST_SOFT = CH_CRITERION_EXPERTISE, CH_CRITERION_MOST_POINTS = 100 };

struct ch_criterion_info {
	const char *code;     /* "expertise": in options, files and JSON */
	const char *label;    /* "Areas sought"; of a hard one, what a guide is who breaks it */
	const char *compares; /* in a sentence */
	const char *rules;    /* "R6 R7" or "" */
	bool hard;
	int64_t mentoring, coaching; /* points by default */
	int64_t most_in_coaching;
};

const struct ch_criterion_info *ch_criterion_info(enum ch_criterion criterion);

/* CH_NO_CRITERION where no soft criterion has the code. */
enum ch_criterion ch_criterion_named(const char *code);

/* The points of a criterion in a programme of this kind (enum ch_kind) that says nothing of its own. */
int64_t ch_criterion_default(enum ch_criterion criterion, int kind);

/* Points by criterion; 0 for the hard ones. */
struct ch_weights {
	int64_t points[CH_CRITERION_COUNT];
};

/*
 * Refused (CH_DATA): no such criterion, a hard one, points below 0 or over 100,
 * one that may not count in this kind (R16; CH_NO_KIND: not asked). Says what is allowed.
 */
enum ch_status ch_weights_set(struct ch_weights *weights, int kind, const char *code, int64_t points,
			      struct ch_error *err);

/* A criterion's weight where a programme departs from the default. */
struct ch_match_weight {
	int64_t match_weight_id;
	int64_t row_version;
	int64_t programme_id;
	const char *criterion;
	int64_t points;
};

/* The weights in force in a programme. CH_MISSING where there is none. */
enum ch_status ch_weights_get(struct ch_context *c, int64_t programme_id, struct ch_weights *weights,
			      struct ch_error *err);

/* Keeps the weights of a programme; only what departs from the defaults is stored. */
enum ch_status ch_weights_keep(struct ch_context *c, int64_t programme_id, const struct ch_weights *weights,
			       struct ch_error *err);

#endif
