/*
 * Proposals: suggested pairs, not yet live. They are made by a run of the
 * matching (match.h) or by hand.
 *
 * drafted -> approved -> accepted / declined / expired / superseded. An open
 * proposal counts against capacity (R13). Approving is the matching committee's
 * (committee.h), accepting is for both sides, declining has a coded reason and
 * keeps the two from being proposed again in the programme.
 */
#ifndef CHIRON_PROPOSAL_H
#define CHIRON_PROPOSAL_H

#include "chiron/context.h"
#include "chiron/grid.h"
#include "chiron/pairing.h"

#define CH_PROPOSAL_STATES(X)                                                                                          \
	X(DRAFTED, "drafted", N_("drafted"))                                                                           \
	X(APPROVED, "approved", N_("approved"))                                                                        \
	X(ACCEPTED, "accepted", N_("accepted"))                                                                        \
	X(DECLINED, "declined", N_("declined"))                                                                        \
	X(EXPIRED, "expired", N_("expired"))                                                                           \
	X(SUPERSEDED, "superseded", N_("superseded"))

enum ch_proposal_state {
	CH_NO_PROPOSAL_STATE,
#define X(name, code, label) CH_PROPOSAL_##name,
	CH_PROPOSAL_STATES(X)
#undef X
};

#define CH_DECLINE_REASONS(X)                                                                                          \
	X(NO_TIME, "no_time", N_("no time"))                                                                           \
	X(NOT_A_FIT, "not_a_good_fit", N_("not a good fit"))                                                           \
	X(CONFLICT, "conflict_of_interest", N_("conflict of interest"))                                                \
	X(DISTANCE, "distance", N_("distance"))                                                                        \
	X(PREFERS_ANOTHER, "prefers_another", N_("prefers another"))                                                   \
	X(OTHER, "other", N_("other"))

enum ch_decline_reason {
	CH_NO_DECLINE_REASON,
#define X(name, code, label) CH_DECLINE_##name,
	CH_DECLINE_REASONS(X)
#undef X
};

struct ch_proposal {
	int64_t proposal_id;
	int64_t row_version;
	int64_t programme_id;
	int64_t guide_id;
	int64_t learner_id;
	int state;
	int64_t score;
	const char *reasons; /* why, in words, one a line; as it was when it was made */
	ch_date proposed_on;
	ch_date expires_on;
	int declined_by; /* enum ch_initiator */
	int decline_reason;
	const char *decline_note; /* in words; needed where the reason is CH_DECLINE_OTHER */
	ch_date decided_on;
	ch_date guide_accepted_on; /* what either side said, while the other has not */
	ch_date learner_accepted_on;
	int64_t match_run_id; /* the run that made it; 0: by hand */
	int64_t pairing_id;   /* it became */
};

/*
 * Makes one proposal by hand; the same rules bind it, but those that a typed
 * reason may override. proposal_id is set. The reasons kept with it say, too,
 * what a better use of the guide's place is, where there is one.
 */
enum ch_status ch_proposal_add(struct ch_context *c, struct ch_proposal *proposal, struct ch_error *err);

/*
 * Reads it. Of one that is open the reasons end with what is true today: the places that are left, and what stands
 * before acceptance (R8, R10, R15); of one that a committee is asked about, with what each member said (R17). It is
 * also for the members of the programme's committee, but for
 * whom R17 has stand aside, and from its approval on for the two, who do not
 * see why it was made.
 */
enum ch_status ch_proposal_get(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena,
			       struct ch_proposal *proposal, struct ch_error *err);

/* What the two are called, for whoever may read the proposal, though they may not read the people. */
enum ch_status ch_proposal_names(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena, const char **guide,
				 const char **learner, struct ch_error *err);

/*
 * For who may make a pairing: who declined the two as a pair last, when and why, in whatever programme, in one
 * sentence; *text NULL: nobody did. It stands in the way of no pairing made by hand, which says it.
 */
enum ch_status ch_proposal_declined(struct ch_context *c, int64_t guide_id, int64_t learner_id,
				    struct ch_arena *arena, const char **text, struct ch_error *err);

/*
 * One yes to it (R17): of the member `member_id` of the committee (0: the
 * actor), decided at the meeting of that day (CH_NO_DATE: between meetings).
 * With as many as the programme asks for it is approved. Refused (CH_DATA):
 * who is not of the committee, has approved it already, or stands aside as one
 * of the two or in the reporting line of either; a meeting that is still to come. A member speaks for themself
 * alone (CH_NOT_ALLOWED).
 */
enum ch_status ch_proposal_approve(struct ch_context *c, int64_t proposal_id, int64_t member_id, ch_date meeting_on,
				   struct ch_error *err);

/*
 * Records that this side (CH_BY_GUIDE, CH_BY_LEARNER, CH_BY_BOTH) accepts it;
 * CH_NO_INITIATOR: whom the actor answers for, the coordinator for both, one of
 * the two for themself and for nobody else (CH_NOT_ALLOWED). Once both have,
 * the pairing it becomes, in contracting, is in *pairing_id, else 0. Refused
 * (CH_DATA) before it has the approvals it needs; where there is no committee
 * the coordinator's acceptance is approval, too. The rules are tried again, at
 * this moment; where one is against it, the yes of one of the two is kept all
 * the same, and the pairing waits for the coordinator.
 */
enum ch_status ch_proposal_accept(struct ch_context *c, int64_t proposal_id, enum ch_initiator by, int64_t *pairing_id,
				  struct ch_error *err);

/*
 * `by` as of ch_proposal_accept(), but that the coordinator says who it was. `note` may be NULL unless the reason is
 * other.
 */
enum ch_status ch_proposal_decline(struct ch_context *c, int64_t proposal_id, enum ch_initiator by,
				   enum ch_decline_reason reason, const char *note, struct ch_error *err);

#endif
