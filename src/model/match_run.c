#include "chiron/match.h"
#include "model/field_table.h"

#define RECORD ch_match_run

static const struct ch_field match_run_fields[] = {
	RECORD_HEAD(match_run_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(made_on, DATE, FACT, .label = N_("Made on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(matched, NUMBER, FACT, .label = N_("Matched"), .min = 0, .flags = CH_FIELD_KEPT, .max = INT64_MAX),
	FIELD(unmatched, NUMBER, FACT, .label = N_("Without a proposal"), .min = 0, .max = INT64_MAX,
	      .flags = CH_FIELD_KEPT),
	FIELD(score, NUMBER, FACT, .label = N_("Score"), .min = 0, .max = INT64_MAX, .flags = CH_FIELD_KEPT),
	FIELD(cut_off, NUMBER, FACT, .label = N_("Cut-off"), .min = 0, .max = 1000000, .flags = CH_FIELD_KEPT),
	FIELD(learners, TEXT, COORDINATOR, .label = N_("Who waited, and what became of them"), .max = 100000000,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(prices, TEXT, COORDINATOR, .label = N_("Prices"), .max = 100000000,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
};

ENTITY(MATCH_RUN, match_run, "run of the matching", "runs of the matching", N_("Run of the matching"),
       match_run_fields);
