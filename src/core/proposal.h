/* What proposing for all and proposing by hand share. */
#ifndef CORE_PROPOSAL_H
#define CORE_PROPOSAL_H

#include "chiron/proposal.h"
#include "core/change.h"

/* Whether it is open, but past the day it expires on: it takes no place and is not accepted any more. */
bool proposal_is_past(const struct ch_proposal *proposal, ch_date today);

/*
 * Inserts it as a draft of today; where expires_on is not known, for 21 days.
 * Refused (CH_DATA): one that would have expired already.
 */
enum ch_status proposal_insert(struct change *change, struct ch_proposal *proposal, struct ch_error *err);

#endif
