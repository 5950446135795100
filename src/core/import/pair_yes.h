/*
 * The yeses of an agreement in a list of pairings: who of the two, or in
 * coaching of the three, said yes on which day, and how (R31, R60). Each is an
 * answer of theirs, recorded by whoever brings the list in. Answers stay: a day
 * that is not after the newest answer adds nothing.
 */
#ifndef CHIRON_CORE_IMPORT_PAIR_YES_H
#define CHIRON_CORE_IMPORT_PAIR_YES_H

#include "core/import/pair_import.h"

struct pair_yes {
	int64_t person_id;
	int question; /* enum ch_question */
	ch_date on;
	int how;
};

enum { PAIR_YESES_MOST = 5 };

struct pair_yeses {
	struct pair_yes list[PAIR_YESES_MOST];
	size_t count;
};

/*
 * Those of the row that are not known yet of the present time together. A day that lies ahead rejects the row; a yes of
 * somebody who has no part in it is left out, aloud.
 */
enum ch_status pair_yeses_new(struct pair_import *pairs, struct pair_row *row, const struct ch_pairing *pairing,
			      struct pair_yeses *yeses, struct ch_arena *arena, struct ch_error *err);

/* Records them. */
enum ch_status pair_yeses_record(struct pair_import *pairs, const struct ch_pairing *pairing,
				 const struct pair_yeses *yeses, struct ch_error *err);

#endif
