/* Whether somebody who takes part may mend what was found of them themselves. */
#ifndef CORE_CHECK_MENDER_H
#define CORE_CHECK_MENDER_H

#include "chiron/actor.h"

/*
 * The operation that a check's command performs, from its first words: "chiron person set 3" is person.set.
 * CH_NO_OPERATION of one that only shows something, which everybody may.
 */
enum ch_operation check_mender_operation(const char *command);

/* Whether a mentor or coach (`guide`), or else a mentee or coachee, may do that to what is theirs. */
bool check_mender_may(enum ch_operation operation, bool guide);

#endif
