/*
 * What a guide and a learner have in common, criterion by criterion: the
 * points of each (criterion.def) and the rules that plain facts can break. The
 * one place that says what a criterion is worth; scoring for thousands at once
 * (core/match/match_score.c) adds up the same, and a test holds them equal.
 *
 * Facts are numbers: texts by a vocabulary, 0 for "not known". What is not
 * known gives no points and breaks no rule.
 */
#ifndef MODEL_PAIR_SCORE_H
#define MODEL_PAIR_SCORE_H

#include <stdbool.h>

#include "chiron/criterion.h"
#include "chiron/text.h"
#include "model/vocabulary.h"

/* A list of terms, in the order given. */
struct pair_terms {
	const char *const *words;
	const uint32_t *numbers;
	size_t count; /* 0: not known */
	bool any;     /* of times: one of them is "any time", which meets all that are known */
};

/* What is compared of a person. */
struct pair_side {
	struct pair_terms offers, seeks, languages, times;
	uint32_t field_of_work, location, department;
	int64_t grade, minutes_a_month; /* CH_UNKNOWN */
	ch_date appointed_on;
	bool qualified;	  /* a qualification on record that has not expired */
	bool unavailable; /* of a guide: not now (R13) */
	bool ineligible;  /* breaks a rule of who the programme is for (R19) */
};

/* What is said of these two and of nobody else. */
struct pair_tie {
	enum ch_criterion obstacle;	    /* a hard one, or CH_NO_CRITERION */
	uint8_t learner_choice, guide_choice; /* 1: their first choice; 0: no wish */
	bool recommended;		    /* by the learner's line manager */
	bool manager;			    /* the guide is above the learner in the reporting line */
};

/* What holds for the whole programme. */
struct pair_ground {
	int kind; /* enum ch_kind */
	ch_date today;
	int64_t minimum_minutes; /* a month; CH_UNKNOWN */
	bool departments_apart;	 /* two of one department are no pair (R19) */
	bool qualifications;	 /* some guide has a qualification on record: that none is there says something */
	struct ch_weights weights;
};

struct pair_terms pair_terms_of(struct vocabulary *vocabulary, struct ch_arena *arena, const char *list);

/* How many terms of `a` are in `b`. */
size_t pair_terms_shared(const struct pair_terms *a, const struct pair_terms *b);

/* Whether there is a time at which both can meet; where either is not known, none is known. */
bool pair_times_meet(const struct pair_terms *a, const struct pair_terms *b);

/*
 * The terms of `a` that are in `b`, with `common` false those that are not, as
 * "Gardening, Sewing"; after the first eight "and 3 more". "": none.
 */
const char *pair_terms_common(const struct pair_terms *a, const struct pair_terms *b, bool common,
			      struct ch_arena *arena);

/* The points for `shared` of `sought` areas out of `of`, halves up. */
int64_t pair_share(int64_t of, size_t shared, size_t sought);

/* The points for a wish: the whole of `of` for a first choice, two thirds for a second, one third after it. */
int64_t pair_wish(int64_t of, const struct pair_tie *tie);

bool pair_is_newly_appointed(const struct pair_side *learner, ch_date today);

/* The points of one criterion under the ground's weights. */
int64_t pair_points(enum ch_criterion criterion, const struct pair_ground *ground, const struct pair_side *guide,
		    const struct pair_side *learner, const struct pair_tie *tie);

/* The points of all. */
int64_t pair_score(const struct pair_ground *ground, const struct pair_side *guide, const struct pair_side *learner,
		   const struct pair_tie *tie);

/* Whether somebody has fewer hours a month than the programme needs (R14). */
bool pair_is_short_of_time(const struct pair_ground *ground, const struct pair_side *side);

/* Whether a guide must share an area that is sought, being without a qualification, in this coaching programme (R9). */
bool pair_needs_expertise(const struct pair_ground *ground, const struct pair_side *guide);

/* The first rule that is broken (but for the cut-off); CH_NO_CRITERION where they may be paired. */
enum ch_criterion pair_obstacle(const struct pair_ground *ground, const struct pair_side *guide,
				const struct pair_side *learner, const struct pair_tie *tie);

#endif
