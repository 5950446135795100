/* The learner's yes or no to letting something out of the pair (R60, R62, R64), with its provenance. */
#ifndef CORE_CONSENT_H
#define CORE_CONSENT_H

#include "chiron/answer.h"
#include "core/pairing.h"

/* How a consent was given, made whole: at the learner's own desk, or as `*how` says, which must then be said. */
enum ch_status consent_how(const struct change *change, const struct ch_pairing *pairing, int *how,
			   struct ch_error *err);

/* Refused: a day after today, or before that of the step before. */
enum ch_status consent_day(const struct change *change, const char *key, ch_date on, ch_date after,
			   struct ch_error *err);

#endif
