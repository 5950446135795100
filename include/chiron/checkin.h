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

/* What the side said besides, so that one contact answers all that is due; what was not asked stays not known. */
struct ch_contact_answers {
	int fit;	 /* enum ch_fit: the comfort check (R36) */
	int64_t quality; /* 1 to 5: the pulse (R74); CH_UNKNOWN */
	bool available;	 /* still there, with as many places as before (R13) */
};

#define CH_NO_CONTACT_ANSWERS ((struct ch_contact_answers){.quality = CH_UNKNOWN})

/*
 * pairing_id and side are read; checkin_on defaults to today. `answers` are recorded with it, as spoken on that day:
 * all of it or nothing. NULL: there are none.
 */
enum ch_status ch_checkin_add(struct ch_context *c, struct ch_checkin *checkin,
			      const struct ch_contact_answers *answers, struct ch_error *err);

/* For coordinators alone. */
enum ch_status ch_checkin_get(struct ch_context *c, int64_t checkin_id, struct ch_arena *arena,
			      struct ch_checkin *checkin, struct ch_error *err);

#endif
