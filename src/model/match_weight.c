#include "chiron/criterion.h"
#include "model/field_table.h"

#define RECORD ch_match_weight

static const struct ch_field match_weight_fields[] = {
	RECORD_HEAD(match_weight_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(criterion, TEXT, FACT, .label = N_("Criterion"), .max = 40, .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(points, NUMBER, FACT, .label = N_("Points"), .min = 0, .max = CH_CRITERION_MOST_POINTS,
	      .flags = CH_FIELD_REQUIRED, .width = 6),
};

ENTITY(MATCH_WEIGHT, match_weight, "weight of a criterion", "weights", N_("Weight of a criterion"),
       match_weight_fields);
