/*
 * An assessment: one of the two filled in a questionnaire or was tested, as
 * coaching often does (R51). That it was taken, with which tool and when, is a
 * fact; what came of it, values and all, is the pair's wording (R58, R59).
 */
#ifndef CHIRON_ASSESSMENT_H
#define CHIRON_ASSESSMENT_H

#include "chiron/context.h"

struct ch_assessment {
	int64_t assessment_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	const char *tool; /* its name: "360-degree feedback" */
	ch_date taken_on;
	int taken_by; /* enum ch_side; 0: not said */
	int stage;    /* enum ch_stage; 0: not said */
};

/*
 * pairing_id, tool, taken_on (else today; never in the future), taken_by and stage are read; of coaching and mentoring
 * alike, and of one that was taken before the two met. `result`, the pair's, may be NULL.
 */
enum ch_status ch_assessment_add(struct ch_context *c, struct ch_assessment *assessment, const char *result,
				 struct ch_error *err);

enum ch_status ch_assessment_get(struct ch_context *c, int64_t assessment_id, struct ch_arena *arena,
				 struct ch_assessment *assessment, struct ch_error *err);

/* Corrects tool, taken_on, taken_by and stage, as ch_assessment_add() reads them. */
enum ch_status ch_assessment_set(struct ch_context *c, struct ch_assessment *assessment, struct ch_error *err);

/* Takes away one that was recorded by mistake. What came of it goes with it, for good. */
enum ch_status ch_assessment_remove(struct ch_context *c, int64_t assessment_id, struct ch_error *err);

#endif
