#include "chiron/manager_feedback.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_manager_feedback

static const struct ch_field manager_feedback_fields[] = {
	RECORD_HEAD(manager_feedback_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(manager_id, ID, COORDINATOR, .label = N_("Line manager"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_KEPT),
	FIELD(stage, CHOICE, FACT, .label = N_("When"), .choices = choices_stage, .initial = "start",
	      .flags = CH_FIELD_REQUIRED, .width = 13, .help = N_("at the start, half-way or at the end"),
	      .rules = "R60"),
	FIELD(given_on, DATE, FACT, .label = N_("Given on"), .width = 10, .help = N_("else today")),
	FIELD(how, CHOICE, FACT, .label = N_("How"), .choices = choices_how, .initial = "form",
	      .help = N_("how the manager gave it")),
	FIELD(recorded_by, ID, FACT, .label = N_("Recorded by"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
};

ENTITY(MANAGER_FEEDBACK, manager_feedback, "manager feedback", "manager_feedback", N_("Manager's feedback"),
       manager_feedback_fields);
