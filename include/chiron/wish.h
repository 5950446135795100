/*
 * Wishes: whom a participant would like to be matched with, ranked, and whom
 * the learner's line manager recommends (R17). A wish gives points; it binds
 * nobody. A manager's recommendation is for the matching committee: it is
 * taken while the learner waits and refused from acceptance on (R17, R61).
 */
#ifndef CHIRON_WISH_H
#define CHIRON_WISH_H

#include "chiron/context.h"

#define CH_WISHERS(X)                                                                                                  \
	X(SELF, "self", N_("the person"))                                                                              \
	X(MANAGER, "manager", N_("the line manager"))

enum ch_wisher {
	CH_NO_WISHER,
#define X(name, code, label) CH_WISH_BY_##name,
	CH_WISHERS(X)
#undef X
};

struct ch_wish {
	int64_t wish_id;
	int64_t row_version;
	int64_t programme_id;
	int64_t person_id; /* whose match it is about; of a recommendation the learner */
	int64_t wished_id;
	int asked_by;  /* enum ch_wisher */
	int64_t place; /* 1 for the first choice */
	ch_date asked_on;
	const char *notes;
};

/*
 * Adds it; wish_id is set, the place defaults to the one after the last, the
 * day to today. Refused (CH_DATA): oneself, the same wish twice, somebody who
 * is not enrolled in the programme; a recommendation for a learner who has a
 * pairing there (R17).
 */
enum ch_status ch_wish_add(struct ch_context *c, struct ch_wish *wish, struct ch_error *err);
enum ch_status ch_wish_remove(struct ch_context *c, int64_t wish_id, struct ch_error *err);

#endif
