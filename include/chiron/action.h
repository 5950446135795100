/*
 * An action: a task agreed in or between sessions; the list of them is the
 * action log (R43). open -> done, carried (forward, to a new action with a new
 * date) or dropped. Its wording is class pair: pair_text.h.
 */
#ifndef CHIRON_ACTION_H
#define CHIRON_ACTION_H

#include "chiron/context.h"
#include "chiron/session.h"

#define CH_ACTION_STATES(X)                                                                                            \
	X(OPEN, "open", N_("open"))                                                                                    \
	X(DONE, "done", N_("done"))                                                                                    \
	X(CARRIED, "carried_forward", N_("carried forward"))                                                           \
	X(DROPPED, "dropped", N_("dropped"))

enum ch_action_state {
	CH_NO_ACTION_STATE,
#define X(name, code, label) CH_ACTION_##name,
	CH_ACTION_STATES(X)
#undef X
};

#define CH_SIDES(X)                                                                                                    \
	X(GUIDE, "guide", N_("mentor or coach"))                                                                       \
	X(LEARNER, "learner", N_("mentee or coachee"))

enum ch_side {
	CH_NO_SIDE,
#define X(name, code, label) CH_SIDE_##name,
	CH_SIDES(X)
#undef X
};

struct ch_action {
	int64_t action_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int64_t session_id;   /* it was agreed in; 0: between sessions */
	int64_t carried_from; /* action_id */
	int owner;	      /* enum ch_side; in coaching the learner unless said (R57) */
	int state;
	ch_date set_on;
	ch_date due_on;
	ch_date settled_on; /* done, carried or dropped */
};

/* Adds one to a live pairing: pairing_id is read; `text` is class pair and may be NULL. */
enum ch_status ch_action_add(struct ch_context *c, struct ch_action *action, const char *text, struct ch_error *err);

/*
 * Reviews an open action: done, carried (with `due_on`, the new date) or dropped. A carried one gives *next its
 * successor.
 */
enum ch_status ch_action_settle(struct ch_context *c, int64_t action_id, enum ch_action_state state, ch_date due_on,
				int64_t *next, struct ch_error *err);

/* Writes what happened when it was tried, whatever its state (R44); class pair. What was written before is kept. */
enum ch_status ch_action_tried(struct ch_context *c, int64_t action_id, const char *text, struct ch_error *err);

enum ch_status ch_action_get(struct ch_context *c, int64_t action_id, struct ch_arena *arena, struct ch_action *action,
			     struct ch_error *err);

#endif
