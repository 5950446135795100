/*
 * What a cell says of how a pairing ended, and why: "ended early", "never started", "mentee left", "left trust",
 * "Ended early - lack of time".
 */
#ifndef CHIRON_CORE_IMPORT_ENDING_SAID_H
#define CHIRON_CORE_IMPORT_ENDING_SAID_H

#include "core/import/lexicon.h"

struct ending_said {
	const char *kind;   /* code of how it ended; NULL: it says nothing of the kind */
	const char *reason; /* code of why; NULL: it does not say */
	bool in_words;	    /* why is one of the two, and not which: the cell's own words are to be kept */
};

struct ending_said ending_said_read(const struct import_lexicon *lexicon, const char *cell, struct ch_arena *arena);

#endif
