/*
 * Proposals: suggested pairs, not yet live, and the making of them.
 *
 * drafted -> approved -> accepted / declined / expired / superseded. An open
 * proposal counts against capacity (R13).
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
	const char *reasons; /* why, in words, one a line */
	ch_date proposed_on;
	ch_date expires_on;
	int declined_by; /* enum ch_initiator */
	int decline_reason;
	ch_date decided_on;
	int64_t pairing_id; /* it became */
};

struct ch_match_pair {
	int64_t proposal_id; /* 0 in a dry run */
	int64_t guide_id, learner_id;
	const char *guide_name, *learner_name;
	int64_t score;
	const char *reasons; /* one a line */
};

struct ch_match_left {
	int64_t learner_id;
	const char *learner_name;
	const char *reason_code; /* "no_guides", "rules", "places_full" */
	const char *reason;	 /* in words */
};

struct ch_match_result {
	struct ch_match_pair *pairs;
	size_t pair_count;
	struct ch_match_left *left;
	size_t left_count;
	int64_t score;
	int64_t places_left;
};

/*
 * Proposes a guide for as many waiting learners of the programme as can have
 * one, and among such proposals one of the greatest total score (offers
 * against seeks, whole terms, R11). Never against R1, R2 (mentoring), R13.
 * The same people give the same proposals whatever order they came in. Unless
 * `dry_run`, earlier drafts of the programme are superseded and these saved.
 */
enum ch_status ch_match_propose(struct ch_context *c, int64_t programme_id, bool dry_run, struct ch_arena *arena,
				struct ch_match_result *result, struct ch_error *err);

/* Makes one proposal by hand; the same rules bind it. proposal_id is set. */
enum ch_status ch_proposal_add(struct ch_context *c, struct ch_proposal *proposal, struct ch_error *err);
enum ch_status ch_proposal_get(struct ch_context *c, int64_t proposal_id, struct ch_arena *arena,
			       struct ch_proposal *proposal, struct ch_error *err);
enum ch_status ch_proposal_approve(struct ch_context *c, int64_t proposal_id, struct ch_error *err);

/* The pairing it becomes, in contracting, in *pairing_id. The rules are tried again, at this moment. */
enum ch_status ch_proposal_accept(struct ch_context *c, int64_t proposal_id, int64_t *pairing_id, struct ch_error *err);
enum ch_status ch_proposal_decline(struct ch_context *c, int64_t proposal_id, enum ch_initiator by,
				   enum ch_decline_reason reason, struct ch_error *err);

#endif
