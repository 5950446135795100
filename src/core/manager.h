/* The manager's place: a partner in coaching, nobody's in mentoring (R60, R61). */
#ifndef CORE_MANAGER_H
#define CORE_MANAGER_H

#include "core/pairing.h"

/*
 * Refused (R61) where the pairing is mentoring that has not ended, unless the programme lowered the rule or
 * c->override_reason says why, which is recorded. `what`: "the manager's feedback", translated.
 */
enum ch_status manager_barred(struct change *change, const struct pairing_view *view, const char *what,
			      struct ch_error *err);

#endif
