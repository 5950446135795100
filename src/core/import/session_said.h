/*
 * What a cell says became of a session, and through whom: "cancelled by mentee", "No show - mentor", "Mentee DNA",
 * "cancelled (Lily)", "Cancelled - ill".
 */
#ifndef CHIRON_CORE_IMPORT_SESSION_SAID_H
#define CHIRON_CORE_IMPORT_SESSION_SAID_H

#include "core/import/lexicon.h"

struct session_said {
	const char *state; /* code of a session's state, "cancelled" or "no_show"; NULL: it says nothing of the kind */
	const char *by;	   /* code of who: "learner", "guide" or "both"; NULL: it does not say */
};

/* Either of the two may be meant by the first word of their name, as far as it is known (NULL). */
struct session_said session_said_read(const struct import_lexicon *lexicon, const char *cell, const char *guide,
				      const char *learner, struct ch_arena *arena);

#endif
