/* The field table of numbers that lead to somebody else's, since two records were made one. */
#include "chiron/merge.h"
#include "model/field_table.h"

#define RECORD ch_merged

static const struct ch_field merged_fields[] = {
	RECORD_HEAD(merged_id),
	FIELD(person_id, ID, FACT, .label = N_("Is now"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(merged_on, DATE, FACT, .label = N_("Since"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(name, TEXT, FACT, .label = N_("Was called"), .flags = CH_FIELD_KEPT, .max = 200, .width = 24),
	FIELD(sort_name, TEXT, FACT, .label = N_("Sort name"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(email_key, TEXT, FACT, .label = N_("E-mail key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(import_key, TEXT, FACT, .label = N_("Import key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
};

ENTITY(MERGED, merged, "joined number", "joined numbers", N_("Joined number"), merged_fields);
