/*
 * A release: something of the pair's that the learner lets out.
 *
 * In mentoring an achievement, which may be told to others (R64); in coaching
 * an item for the line manager, which is passed on (R60). noted -> approved /
 * declined by the learner, who may think otherwise either way -> released (to
 * the manager only). Not said is no: until the learner's yes nobody but the two
 * reads the words, and a no takes them back. There is no override, no import
 * and no undo of an answer, and the schema holds to it.
 */
#ifndef CHIRON_RELEASE_H
#define CHIRON_RELEASE_H

#include "chiron/context.h"

#define CH_RELEASE_KINDS(X)                                                                                            \
	X(ACHIEVEMENT, "achievement", N_("achievement"))                                                               \
	X(TO_MANAGER, "to_manager", N_("to the line manager"))

enum ch_release_kind {
	CH_NO_RELEASE_KIND,
#define X(name, code, label) CH_RELEASE_##name,
	CH_RELEASE_KINDS(X)
#undef X
};

#define CH_RELEASE_STATES(X)                                                                                           \
	X(NOTED, "noted", N_("noted"))                                                                                 \
	X(APPROVED, "approved", N_("approved"))                                                                        \
	X(DECLINED, "declined", N_("declined"))                                                                        \
	X(RELEASED, "released", N_("released"))

enum ch_release_state {
	CH_NO_RELEASE_STATE,
#define X(name, code, label) CH_RELEASE_IS_##name,
	CH_RELEASE_STATES(X)
#undef X
};

struct ch_release {
	int64_t release_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int kind; /* follows from the pairing's */
	int state;
	ch_date noted_on;
	const char *recipient; /* to_manager: whom it is for; else NULL */
	int approved;	       /* enum ch_yes: the learner's answer */
	ch_date answered_on;
	int how;	     /* enum ch_how */
	int64_t recorded_by; /* 0: the coordinator */
	ch_date released_on;
};

/*
 * Notes one; pairing_id, noted_on and recipient are read, which is the line manager unless said otherwise. `words`:
 * what it says, needed wherever the scheme keeps wording.
 */
enum ch_status ch_release_add(struct ch_context *c, struct ch_release *release, const char *words,
			      struct ch_error *err);

/*
 * The learner's own answer; at anybody else's desk `how` says how it was given, and a yes needs `told`: what they were
 * told and said. The words of an achievement are open to the coordinator and reports from the yes on, until a no.
 */
enum ch_status ch_release_answer(struct ch_context *c, int64_t release_id, bool approved, int how, ch_date on,
				 const char *told, struct ch_error *err);

/* An approved item was passed on to the manager. In mentoring that is refused (R61). */
enum ch_status ch_release_send(struct ch_context *c, int64_t release_id, struct ch_error *err);

enum ch_status ch_release_get(struct ch_context *c, int64_t release_id, struct ch_arena *arena,
			      struct ch_release *release, struct ch_error *err);

/* What an approved achievement says; NULL for all others. Whoever may read the release may read it. */
enum ch_status ch_release_words(struct ch_context *c, int64_t release_id, struct ch_arena *arena, const char **words,
				struct ch_error *err);

#endif
