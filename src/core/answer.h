/* Recording answers within another change. */
#ifndef CORE_ANSWER_H
#define CORE_ANSWER_H

#include "chiron/answer.h"
#include "core/journal/change.h"

/* Records an answer within another change; recorded_by and recorded_on are the actor's and today's. */
enum ch_status answer_insert(struct change *change, struct ch_answer *answer, struct ch_error *err);

/*
 * How a yes of the two, or of three, was given. Each says their own at their own desk; a coordinator records anyone's,
 * and the guide `guide_id` what another told them, which is then spoken (RULES.md, third principle). Nobody else says
 * it for another: refused at the field agreed or how.
 */
enum ch_status answer_yes_how(const struct change *change, int64_t guide_id, int64_t person_id, int *how,
			      struct ch_error *err);

#endif
