/* What core's files share about an open scheme. */
#ifndef CORE_SCHEME_PRIVATE_H
#define CORE_SCHEME_PRIVATE_H

#include "chiron/scheme.h"
#include "store/db.h"

struct ch_scheme {
	struct db *db;
	int watch;    /* descriptor; -1 where there is none */
	int held;     /* transactions open that are no change's: 1 from hold to release */
	int64_t step; /* while a change is open: the first audit row of its outermost operation */
	int64_t batch_id; /* while an import is open: its batch */
};

#endif
