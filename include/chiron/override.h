/*
 * An override: a coordinator's typed reason for accepting what a rule of
 * strength H refuses. Kept, shown on the record, and listed in a report. A
 * rule of strength A has none.
 */
#ifndef CHIRON_OVERRIDE_H
#define CHIRON_OVERRIDE_H

#include "chiron/context.h"

struct ch_override {
	int64_t override_id;
	int64_t row_version;
	const char *rule;	/* "R2" */
	const char *check_name; /* the check that refused */
	int64_t pairing_id;
	int64_t programme_id;
	const char *reason;
	int64_t made_by; /* person; 0: a coordinator */
	int64_t coordinator_id; /* 0: nobody by name */
	ch_date made_on;
};

#endif
