/* What proposing for all and proposing by hand share. */
#ifndef CORE_PROPOSAL_H
#define CORE_PROPOSAL_H

#include "chiron/committee.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/proposal.h"
#include "chiron/setting.h"
#include "core/journal/change.h"

/* Whether it is open, but past the day it expires on: it takes no place and is not accepted any more. */
bool proposal_is_past(const struct ch_proposal *proposal, ch_date today);

/*
 * Inserts it as a draft of today; where expires_on is not known, for the days the programme says, else 21.
 * Refused (CH_DATA): one that would have expired already.
 */
enum ch_status proposal_insert(struct change *change, const struct ch_settings *settings,
			       struct ch_proposal *proposal, struct ch_error *err);

/*
 * Who waits no longer in the programme, as the guide or as the learner (the other 0), is proposed to nobody there: open
 * proposals of theirs are superseded by `operation`, CH_OP_PAIRING_ADD or CH_OP_ENROLMENT_SET.
 */
enum ch_status proposal_supersede(struct change *change, int64_t programme_id, int64_t guide_id, int64_t learner_id,
				  enum ch_operation operation, struct ch_error *err);

/*
 * Keeps a member's yes; whether it is enough for the programme in *enough. `name`: what the proposal is called in a
 * sentence. As ch_proposal_approve().
 */
enum ch_status approval_add(struct change *change, const struct ch_proposal *proposal,
			    const struct ch_programme *programme, const char *name, struct ch_approval *approval,
			    bool *enough, struct ch_error *err);

/* What the committee said of it, member by member, in one line; NULL: no committee is asked. */
enum ch_status approval_tell(struct db *db, int64_t proposal_id, ch_date today, struct ch_arena *arena,
			     const char **text, struct ch_error *err);

/*
 * Refused (R17) where a committee has to approve it first and the programme has not lowered that. *against: a reason
 * was given against it, which is to be recorded.
 */
enum ch_status approval_check(struct change *change, const struct ch_programme *programme, const char *name,
			      bool *against, struct ch_error *err);

#endif
