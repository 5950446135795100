/* What core's files share about an open scheme. */
#ifndef CORE_SCHEME_PRIVATE_H
#define CORE_SCHEME_PRIVATE_H

#include "chiron/scheme.h"
#include "store/db.h"

/* What the open step has come to: step.h. */
struct step_notes {
	int64_t changed; /* records journalled */
	int64_t of_kind; /* of them, those of the kind that the operation is about */
	bool made;	 /* one of that kind was made, not only changed */
	bool wrote;	 /* wording of the pair */
	int final;	 /* enum ch_final */
};

struct ch_scheme {
	struct db *db;
	int watch;    /* descriptor; -1 where there is none */
	int held;     /* transactions open that are no change's: 1 from hold to release */
	int64_t step; /* while a change is open: the first audit row of its outermost operation */
	int64_t batch_id; /* while an import is open: its batch */
	bool joined;	  /* from ch_steps_join() to ch_steps_part() */
	int joined_kind;     /* enum ch_entity_id: of what it made, which it is called by; 0: it only changed things */
	int64_t joined_step; /* the step that joined changes belong to; 0: none of them was made yet */
	struct step_notes notes;
};

#endif
