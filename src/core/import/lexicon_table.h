/*
 * Headings and words as a table that is searched as it stands.
 *
 * That of data/headings is made when the program is built (src/gen/lexicon.c)
 * and is part of it; what the field tables and a scheme add is made of the
 * same when an import begins (lexicon_build.h). Texts are named by where they
 * begin, so that the program has nothing to relocate and nothing to copy when
 * it starts.
 */
#ifndef CHIRON_CORE_IMPORT_LEXICON_TABLE_H
#define CHIRON_CORE_IMPORT_LEXICON_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEXICON_BESIDE_MOST 2

/* Files of data/headings are numbered from LANGUAGE_FIRST, by their names. */
enum { LANGUAGE_NONE, LANGUAGE_ADDED, LANGUAGE_FIRST };

/* import_meaning (lexicon.h); texts are bytes before them in `texts`, 0 where there is none. */
struct lexicon_meaning {
	uint32_t field, other;
	struct {
		uint32_t field, neighbour;
	} beside[LEXICON_BESIDE_MOST];
	uint8_t certainty; /* enum import_certainty */
	uint8_t test;	   /* enum import_test */
};

struct lexicon_alias {
	uint32_t key;
	uint32_t meaning; /* number in `meanings` */
	uint8_t language; /* file that it is from, LANGUAGE_FIRST and so on; LANGUAGE_ADDED */
	bool plain;	  /* the key is without the accents that the text has */
};

struct lexicon_word {
	uint32_t key; /* for words of punctuation only, as "-": the word itself */
	uint32_t group;
	bool plain;
};

struct lexicon_table {
	const char *texts; /* one behind another, each with its NUL; first "" */
	size_t text_bytes, meaning_count;
	const struct lexicon_meaning *meanings;
	const struct lexicon_alias *aliases; /* whole headings by key, then phrases by key; as they were read */
	size_t heading_count, alias_count;
	const struct lexicon_word *words; /* by key, then by group */
	size_t word_count;
	uint32_t begins[257]; /* how many words begin with a smaller byte */
	uint8_t english;      /* the language of data/headings/en.txt; 0 in another table */
};

/* What chiron knows. */
extern const struct lexicon_table lexicon_known;

#endif
