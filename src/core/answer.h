/* Recording answers within another change. */
#ifndef CORE_ANSWER_H
#define CORE_ANSWER_H

#include "chiron/answer.h"
#include "core/journal/change.h"

/* Records an answer within another change; recorded_by and recorded_on are the actor's and today's. */
enum ch_status answer_insert(struct change *change, struct ch_answer *answer, struct ch_error *err);

#endif
