/* Steps: the actions of people that undo and history know. They are chiron's own: nobody edits them. */
#include "chiron/undo.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_step

static const struct ch_field step_fields[] = {
	RECORD_HEAD(step_id),
	FIELD(at, INSTANT, FACT, .label = N_("When"), .flags = CH_FIELD_KEPT, .width = 20),
	FIELD(actor_id, ID, FACT, .label = N_("Who"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(operation, TEXT, FACT, .label = N_("What"), .flags = CH_FIELD_KEPT, .width = 18),
	FIELD(entity, TEXT, FACT, .label = N_("Of"), .flags = CH_FIELD_KEPT, .width = 12),
	FIELD(object_id, NUMBER, FACT, .label = N_("Record"), .flags = CH_FIELD_KEPT, .width = 7),
	FIELD(who, TEXT, FACT, .label = N_("About"), .flags = CH_FIELD_KEPT, .max = 1000, .width = 28),
	FIELD(about_on, DATE, FACT, .label = N_("Day"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(records, NUMBER, FACT, .label = N_("How many"), .flags = CH_FIELD_KEPT, .width = 6),
	FIELD(final, CHOICE, FACT, .label = N_("Stays because"), .choices = choices_final, .flags = CH_FIELD_KEPT,
	      .width = 24),
	FIELD(undone_by, NUMBER, FACT, .label = N_("Undone by"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(undone_at, INSTANT, FACT, .label = N_("Undone"), .flags = CH_FIELD_KEPT, .width = 20),
};

ENTITY(STEP, step, "change", "changes", N_("Change"), step_fields);
