#include "chiron/wish.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_wish

static const struct ch_field wish_fields[] = {
	RECORD_HEAD(wish_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(person_id, ID, COORDINATOR, .label = N_("Person"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(wished_id, ID, COORDINATOR, .label = N_("Wishes for"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(asked_by, CHOICE, COORDINATOR, .label = N_("Asked by"), .choices = choices_wisher, .initial = "self",
	      .width = 16, .help = N_("the person, or their line manager as a recommendation"), .rules = "R17"),
	FIELD(place, NUMBER, COORDINATOR, .label = N_("Choice"), .min = 1, .max = 99, .width = 6,
	      .help = N_("1 for the first choice; blank: after the others")),
	FIELD(asked_on, DATE, COORDINATOR, .label = N_("Asked on"), .width = 10),
	FIELD(notes, TEXT, COORDINATOR, .label = N_("Notes"), .max = 500),
};

ENTITY(WISH, wish, "wish", "wishes", N_("Wish"), wish_fields);
