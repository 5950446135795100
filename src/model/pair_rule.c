#include "chiron/pair_rule.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_pair_rule

static const struct ch_field pair_rule_fields[] = {
	RECORD_HEAD(pair_rule_id),
	FIELD(kind, CHOICE, FACT, .label = N_("Rule"), .choices = choices_pair_rule_kind,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED, .width = 13),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME, .flags = CH_FIELD_FIXED),
	FIELD(guide_id, ID, FACT, .label = N_("Mentor or coach"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(learner_id, ID, FACT, .label = N_("Mentee or coachee"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(reason, TEXT, COORDINATOR, .label = N_("Because"), .max = 500,
	      .help = N_("for coordinators alone: no participant and no explanation ever shows it")),
	FIELD(made_on, DATE, FACT, .label = N_("Since"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(PAIR_RULE, pair_rule, "pair rule", "pair rules", N_("Pair rule"), pair_rule_fields);
