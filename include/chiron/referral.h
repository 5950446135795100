/*
 * A referral: an issue outside the remit of the pair, passed on (R62, R63).
 *
 * raised -> discussed (when, to whom it would go, what was told and said) ->
 * approved / declined by the learner -> forwarded -> closed. Nothing is
 * forwarded without a documented discussion and the learner's yes to just
 * that: no override, no import and no undo goes round it, and the schema
 * refuses such a row, too. A yes is withdrawn by a no, and falls when it is
 * discussed anew. What it is about, to whom it goes and what was told and said
 * is the pair's wording (pair_text.h). Who took each step, and when, is in the
 * audit log.
 */
#ifndef CHIRON_REFERRAL_H
#define CHIRON_REFERRAL_H

#include "chiron/context.h"

#define CH_REFERRAL_STATES(X)                                                                                          \
	X(RAISED, "raised", N_("raised"))                                                                              \
	X(DISCUSSED, "discussed", N_("discussed"))                                                                     \
	X(APPROVED, "approved", N_("approved"))                                                                        \
	X(DECLINED, "declined", N_("declined"))                                                                        \
	X(FORWARDED, "forwarded", N_("forwarded"))                                                                     \
	X(CLOSED, "closed", N_("closed"))

enum ch_referral_state {
	CH_NO_REFERRAL_STATE,
#define X(name, code, label) CH_REFERRAL_IS_##name,
	CH_REFERRAL_STATES(X)
#undef X
};

struct ch_referral {
	int64_t referral_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int state;
	ch_date raised_on;
	ch_date discussed_on;
	int approved;	     /* enum ch_yes: the learner's answer */
	ch_date answered_on;
	int how;	     /* enum ch_how: how it was given */
	int64_t recorded_by; /* who recorded it; 0: the coordinator */
	ch_date forwarded_on;
	ch_date closed_on;
};

/* Topics outside the remit, shown where a referral is raised and where the two agree (R63); ends with NULL. */
const char *const *ch_referral_topics(void);

/* Raises one: pairing_id is read, raised_on defaults to today. `about` may be NULL. */
enum ch_status ch_referral_raise(struct ch_context *c, struct ch_referral *referral, const char *about,
				 struct ch_error *err);

/*
 * Records the discussion with the learner; an answer given before falls. Both texts are needed, for it is a
 * documented one: a scheme that keeps no wording cannot have it.
 */
enum ch_status ch_referral_discuss(struct ch_context *c, int64_t referral_id, ch_date on, const char *to_whom,
				   const char *said, struct ch_error *err);

/*
 * The learner's own answer; at anybody else's desk `how` says how it was given. A no after a yes withdraws it, as long
 * as nothing was forwarded.
 */
enum ch_status ch_referral_answer(struct ch_context *c, int64_t referral_id, bool approved, int how, ch_date on,
				  struct ch_error *err);

/* approved -> forwarded. Refused in any other state (R62). */
enum ch_status ch_referral_forward(struct ch_context *c, int64_t referral_id, struct ch_error *err);

/* Any state but closed -> closed. */
enum ch_status ch_referral_close(struct ch_context *c, int64_t referral_id, struct ch_error *err);

enum ch_status ch_referral_get(struct ch_context *c, int64_t referral_id, struct ch_arena *arena,
			       struct ch_referral *referral, struct ch_error *err);

#endif
