/*
 * A check-in: the coordinator's contact with one side, about the pairing and
 * not its content.
 */
#ifndef CHIRON_CHECKIN_H
#define CHIRON_CHECKIN_H

#include "chiron/action.h"
#include "chiron/context.h"

struct ch_checkin {
	int64_t checkin_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int side; /* enum ch_side */
	ch_date checkin_on;
	int medium; /* enum ch_contact_preference: how they were reached */
	const char *notes;
};

/* pairing_id and side are read; checkin_on defaults to today. */
enum ch_status ch_checkin_add(struct ch_context *c, struct ch_checkin *checkin, struct ch_error *err);

#endif
