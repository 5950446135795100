/* What the reading of the lexicon and the looking up in it share. */
#ifndef CHIRON_CORE_IMPORT_LEXICON_PRIVATE_H
#define CHIRON_CORE_IMPORT_LEXICON_PRIVATE_H

#include "core/import/lexicon.h"

enum { LANGUAGE_NONE, LANGUAGE_ADDED, LANGUAGE_FIRST };

struct import_alias {
	const char *key;
	bool phrase;
	bool plain;   /* the key is without the accents that the text has */
	int language; /* file that it is from, LANGUAGE_FIRST and so on; LANGUAGE_ADDED */
	int order;    /* in which it was read */
	struct import_meaning meaning;
};

struct import_word {
	const char *key; /* for words of punctuation only, as "-": the word itself */
	const char *group;
	bool plain;
};

#endif
