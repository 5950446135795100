/*
 * A goal (coaching: a specific aim) or a focus area (mentoring: a broad
 * theme), of one spell (R55). Its wording is class pair: pair_text.h.
 */
#ifndef CHIRON_GOAL_H
#define CHIRON_GOAL_H

#include "chiron/context.h"

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
};

enum ch_status ch_goal_add(struct ch_context *c, struct ch_goal *goal, const char *text, struct ch_error *err);
enum ch_status ch_goal_settle(struct ch_context *c, int64_t goal_id, enum ch_goal_state state, struct ch_error *err);

/* Changes the wording of a goal; what it was before is kept. Only the two may, and no override exists (R56). */
enum ch_status ch_goal_word(struct ch_context *c, int64_t goal_id, const char *text, struct ch_error *err);

#endif
