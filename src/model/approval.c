#include "chiron/committee.h"
#include "model/field_table.h"

#define RECORD ch_approval

static const struct ch_field approval_fields[] = {
	RECORD_HEAD(approval_id),
	FIELD(proposal_id, ID, FACT, .label = N_("Proposal"), .refers_to = CH_PROPOSAL,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(person_id, ID, COORDINATOR, .label = N_("Approved by"), .refers_to = CH_PERSON, .flags = CH_FIELD_FIXED,
	      .help = N_("a member of the committee; blank: the coordinator")),
	FIELD(approved_on, DATE, FACT, .label = N_("Approved on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(meeting_on, DATE, FACT, .label = N_("Meeting"), .width = 10,
	      .help = N_("the committee's meeting at which it was decided")),
};

ENTITY(APPROVAL, approval, "approval", "approvals", N_("Approval"), approval_fields);
