/* Coordinators, and the programmes that limited ones look after. */
#include "chiron/coordinator.h"

#include "model/field_table.h"

#define RECORD ch_coordinator

static const struct ch_field coordinator_fields[] = {
	RECORD_HEAD(coordinator_id),
	FIELD(name, TEXT, COORDINATOR, .label = N_("Name"), .flags = CH_FIELD_REQUIRED, .max = 200, .width = 24),
	FIELD(account, TEXT, COORDINATOR, .label = N_("Account"), .max = 64, .width = 12,
	      .help = N_("their login on this computer: whoever works under it is this coordinator and nobody else")),
	FIELD(limited, YES, COORDINATOR, .label = N_("Limited"), .flags = CH_FIELD_KEPT, .width = 8),
};

ENTITY(COORDINATOR, coordinator, "coordinator", "coordinators", N_("Coordinator"), coordinator_fields);

#undef RECORD
#define RECORD ch_charge

static const struct ch_field charge_fields[] = {
	RECORD_HEAD(charge_id),
	FIELD(coordinator_id, ID, COORDINATOR, .label = N_("Coordinator"), .refers_to = CH_COORDINATOR,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(programme_id, ID, COORDINATOR, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
};

ENTITY(CHARGE, charge, "programme of a coordinator", "programmes of coordinators", N_("Programme of a coordinator"),
       charge_fields);
