/* What the reading of the lexicon and the looking up in it share. */
#ifndef CHIRON_CORE_IMPORT_LEXICON_PRIVATE_H
#define CHIRON_CORE_IMPORT_LEXICON_PRIVATE_H

#include <stdint.h>

#include "core/import/lexicon.h"

enum { LANGUAGE_NONE, LANGUAGE_ADDED, LANGUAGE_FIRST };

struct import_alias {
	const char *key;
	uint64_t letters; /* lexicon_letters() of the key */
	bool phrase;
	bool plain;   /* the key is without the accents that the text has */
	int language; /* file that it is from, LANGUAGE_FIRST and so on; LANGUAGE_ADDED */
	int order;    /* in which it was read */
	struct import_meaning meaning;
};

/* A bit for each letter that a key has: a key has a phrase only where it has all its letters. */
uint64_t lexicon_letters(const char *key);

struct import_word {
	const char *key; /* for words of punctuation only, as "-": the word itself */
	const char *group;
	bool plain;
};

#endif
