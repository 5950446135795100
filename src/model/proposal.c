#include "chiron/proposal.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_proposal

static const struct ch_field proposal_fields[] = {
	RECORD_HEAD(proposal_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(guide_id, ID, FACT, .label = N_("Mentor or coach"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(learner_id, ID, FACT, .label = N_("Mentee or coachee"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_proposal_state, .initial = "drafted",
	      .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(score, NUMBER, COORDINATOR, .label = N_("Score"), .min = 0, .max = 1000000,
	      .flags = CH_FIELD_KEPT, .width = 5),
	FIELD(reasons, LINES, COORDINATOR, .label = N_("Why"), .max = 20000, .flags = CH_FIELD_KEPT),
	FIELD(proposed_on, DATE, FACT, .label = N_("Proposed on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(expires_on, DATE, FACT, .label = N_("Expires on"), .width = 10),
	FIELD(declined_by, CHOICE, FACT, .label = N_("Declined by"), .choices = choices_initiator,
	      .flags = CH_FIELD_KEPT),
	FIELD(decline_reason, CHOICE, COORDINATOR, .label = N_("Declined because"), .choices = choices_decline_reason,
	      .flags = CH_FIELD_KEPT),
	FIELD(decline_note, TEXT, COORDINATOR, .label = N_("In words"),
	      .help = N_("needed where the reason is other"), .max = 300, .flags = CH_FIELD_KEPT),
	FIELD(decided_on, DATE, FACT, .label = N_("Decided on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(guide_accepted_on, DATE, FACT, .label = N_("Mentor or coach accepted"), .flags = CH_FIELD_KEPT,
	      .width = 10),
	FIELD(learner_accepted_on, DATE, FACT, .label = N_("Mentee or coachee accepted"), .flags = CH_FIELD_KEPT,
	      .width = 10),
	FIELD(match_run_id, ID, FACT, .label = N_("Run"), .refers_to = CH_MATCH_RUN,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING, .flags = CH_FIELD_KEPT),
};

ENTITY(PROPOSAL, proposal, "proposal", "proposals", N_("Proposal"), proposal_fields);
