#include "chiron/handling.h"

#include "model/field_table.h"

#define RECORD ch_handling

static const struct ch_field handling_fields[] = {
	RECORD_HEAD(handling_id),
	FIELD(check_name, TEXT, COORDINATOR, .label = N_("Check"), .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED,
	      .width = 24),
	FIELD(subject_id, NUMBER, COORDINATOR, .label = N_("Of"), .max = INT64_MAX,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(pairing_id, ID, COORDINATOR, .label = N_("Pairing"), .refers_to = CH_PAIRING, .flags = CH_FIELD_KEPT),
	FIELD(programme_id, ID, COORDINATOR, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_KEPT),
	FIELD(measure, NUMBER, COORDINATOR, .label = N_("Measure"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(snoozed_until, DATE, COORDINATOR, .label = N_("Snoozed until"), .flags = CH_FIELD_AHEAD, .width = 10),
	FIELD(assigned_to, ID, COORDINATOR, .label = N_("Assigned to"), .refers_to = CH_PERSON),
	FIELD(assigned_coordinator_id, ID, COORDINATOR, .label = N_("Assigned to coordinator"),
	      .refers_to = CH_COORDINATOR),
	FIELD(acknowledged_until, DATE, COORDINATOR, .label = N_("Acknowledged until"), .flags = CH_FIELD_AHEAD,
	      .width = 10),
	FIELD(reason, TEXT, COORDINATOR, .label = N_("Reason"), .max = 1000, .width = 30),
	FIELD(made_by, ID, COORDINATOR, .label = N_("By"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(made_on, DATE, COORDINATOR, .label = N_("Date"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(HANDLING, handling, "handled finding", "handled findings", N_("Handled finding"), handling_fields);
