/*
 * The matching committee of a programme and its approvals (R17).
 *
 * A proposal is approved when as many members as the programme asks for
 * (programme field approvals, 1 unless set) have approved it. A programme
 * without a committee leaves the decision to the coordinator. A member who is
 * above or below either of the two in the reporting line, or is one of them,
 * stands aside: such a proposal is neither shown to them nor theirs to decide.
 */
#ifndef CHIRON_COMMITTEE_H
#define CHIRON_COMMITTEE_H

#include "chiron/context.h"

struct ch_committee_member {
	int64_t committee_member_id;
	int64_t row_version;
	int64_t programme_id;
	int64_t person_id;
	ch_date since;
};

/* One member's yes to one proposal. person_id 0: the coordinator, where there is no committee. */
struct ch_approval {
	int64_t approval_id;
	int64_t row_version;
	int64_t proposal_id;
	int64_t person_id;
	ch_date approved_on;
	ch_date meeting_on; /* the meeting it was decided at; not known: between meetings */
};

/* Adds a member; refused (CH_DATA) where the person is one already. `since` defaults to today. */
enum ch_status ch_committee_add(struct ch_context *c, struct ch_committee_member *member, struct ch_error *err);
enum ch_status ch_committee_remove(struct ch_context *c, int64_t committee_member_id, struct ch_error *err);

#endif
