#include "chiron/committee.h"

#include "model/field_table.h"

#define RECORD ch_committee_member

static const struct ch_field committee_member_fields[] = {
	RECORD_HEAD(committee_member_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(person_id, ID, FACT, .label = N_("Member"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(since, DATE, FACT, .label = N_("Since"), .width = 10),
};

ENTITY(COMMITTEE_MEMBER, committee_member, "member of the committee", "committee members",
       N_("Member of the committee"), committee_member_fields);
