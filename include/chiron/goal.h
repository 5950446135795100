/*
 * A goal (coaching: a specific aim) or a focus area (mentoring: a broad
 * theme), of one spell (R55). Its wording is class pair: pair_text.h.
 *
 * The two may rate how far each was attained, on the scale of goal attainment
 * scaling (Kiresuk and Sherman 1968): -2 much less than expected, 0 as
 * expected, +2 much more, weighted by importance. Ratings are class pair, too;
 * with the learner's end feedback their sum, a T-score, becomes one of its
 * answers, which reports count by fives (R72).
 */
#ifndef CHIRON_GOAL_H
#define CHIRON_GOAL_H

#include "chiron/context.h"
#include "chiron/text.h"

#define CH_GOAL_KINDS(X)                                                                                               \
	X(GOAL, "goal", N_("goal"))                                                                                    \
	X(FOCUS_AREA, "focus_area", N_("focus area"))

enum ch_goal_kind {
	CH_NO_GOAL_KIND,
#define X(name, code, label) CH_GOAL_KIND_##name,
	CH_GOAL_KINDS(X)
#undef X
};

#define CH_GOAL_STATES(X)                                                                                              \
	X(OPEN, "open", N_("open"))                                                                                    \
	X(ATTAINED, "attained", N_("attained"))                                                                        \
	X(DROPPED, "dropped", N_("dropped"))

enum ch_goal_state {
	CH_NO_GOAL_STATE,
#define X(name, code, label) CH_GOAL_##name,
	CH_GOAL_STATES(X)
#undef X
};

struct ch_goal {
	int64_t goal_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int kind; /* default by the pairing's kind */
	int state;
	ch_date set_on;
	ch_date due_on;
	ch_date settled_on;
	int64_t attained; /* enum ch_goal_level; class pair */
	int64_t weight;	  /* 1 to 9, how much it matters beside the others; class pair */
};

/* How far a goal was attained. */
enum ch_goal_level { CH_GOAL_LEAST = -2, CH_GOAL_AS_EXPECTED = 0, CH_GOAL_MOST = 2 };

/* A rated goal, for ch_goal_attainment(). */
struct ch_goal_rating {
	int level, weight;
};

/*
 * The T-score of Kiresuk and Sherman: 50 + 10 sum(w x) / sqrt((1 - r) sum(w^2) + r (sum w)^2) with r = 0.3, the usual
 * correlation between goals. 50: as expected in all. false where none is rated.
 */
bool ch_goal_attainment(const struct ch_goal_rating *ratings, size_t count, double *t);

/*
 * The focus areas that a mentoring usually chooses from (R55): those of the programme's design record (R20), then those
 * that the guidance names. Offered, never demanded: any other theme is as good. `programme_id` 0: the guidance's alone.
 */
enum ch_status ch_focus_areas(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
			      struct ch_terms *areas, struct ch_error *err);

enum ch_status ch_goal_add(struct ch_context *c, struct ch_goal *goal, const char *text, struct ch_error *err);
enum ch_status ch_goal_settle(struct ch_context *c, int64_t goal_id, enum ch_goal_state state, struct ch_error *err);

/* Changes the wording of a goal; what it was before is kept. Only the two may, and no override exists (R56). */
enum ch_status ch_goal_word(struct ch_context *c, int64_t goal_id, const char *text, struct ch_error *err);

/*
 * How far it was attained, -2 to +2, and its weight (CH_UNKNOWN: as it is, 1 at first). Only the two rate, and while
 * the pairing is not closed; a later rating replaces the earlier.
 */
enum ch_status ch_goal_rate(struct ch_context *c, int64_t goal_id, int64_t level, int64_t weight,
			    struct ch_error *err);

/* Ratings are CH_UNKNOWN to whoever is not of the pair. */
enum ch_status ch_goal_get(struct ch_context *c, int64_t goal_id, struct ch_arena *arena, struct ch_goal *goal,
			   struct ch_error *err);

/*
 * The T-score of the pairing's present spell, in hundredths, and of how many rated goals; CH_UNKNOWN and 0 where none
 * is rated, or the actor is not of the pair.
 */
enum ch_status ch_goal_attained(struct ch_context *c, int64_t pairing_id, int64_t *hundredths, int64_t *rated,
				struct ch_error *err);

#endif
