/*
 * What the line manager tells the coach about areas of need, in coaching only
 * (R60): at the start, half-way or at the end. Traffic is one way; what goes
 * back is a release (release.h). Its words are read by the two of the pair, and
 * whoever records them is told so. In mentoring the manager has no part from
 * the match to the end (R61, which a reason may override); where the manager is
 * the coach, nothing is asked (R4).
 */
#ifndef CHIRON_MANAGER_FEEDBACK_H
#define CHIRON_MANAGER_FEEDBACK_H

#include "chiron/answer.h"
#include "chiron/context.h"

#define CH_STAGES(X)                                                                                                   \
	X(START, "start", N_("at the start"))                                                                          \
	X(MID, "mid", N_("half-way"))                                                                                  \
	X(END, "end", N_("at the end"))

enum ch_stage {
	CH_NO_STAGE,
#define X(name, code, label) CH_STAGE_##name,
	CH_STAGES(X)
#undef X
};

struct ch_manager_feedback {
	int64_t manager_feedback_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int64_t manager_id; /* the learner's line manager then; 0: not known */
	int stage;
	ch_date given_on;
	int how; /* enum ch_how */
	int64_t recorded_by;
};

/* pairing_id, stage, given_on (else today) and how are read; `words` is needed wherever the scheme keeps wording. */
enum ch_status ch_manager_feedback_add(struct ch_context *c, struct ch_manager_feedback *feedback, const char *words,
				       struct ch_error *err);

enum ch_status ch_manager_feedback_get(struct ch_context *c, int64_t manager_feedback_id, struct ch_arena *arena,
				       struct ch_manager_feedback *feedback, struct ch_error *err);

#endif
