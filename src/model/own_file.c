/* The field table of own files. */
#include "chiron/own_file.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_own_file

static const struct ch_field own_file_fields[] = {
	RECORD_HEAD(own_file_id),
	FIELD(kind, CHOICE, COORDINATOR, .label = N_("Kind"), .choices = choices_own_kind,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(name, TEXT, COORDINATOR, .label = N_("Name"), .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED, .max = 60,
	      .width = 26),
	FIELD(text, LINES, COORDINATOR, .label = N_("Text"), .flags = CH_FIELD_REQUIRED | CH_FIELD_MORE, .max = 100000),
	FIELD(added_on, DATE, COORDINATOR, .label = N_("Added on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(added_by, ID, COORDINATOR, .label = N_("By"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
};

ENTITY(OWN_FILE, own_file, "own file", "own files", N_("Own file"), own_file_fields);
