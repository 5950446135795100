/*
 * What columns and answers are called.
 *
 * Read from the embedded files of data/headings/, one for each language; the
 * form of these files is described at the top of en.txt. Texts are compared
 * as keys: folded, without accents and punctuation, blanks squeezed.
 */
#ifndef CHIRON_CORE_IMPORT_LEXICON_H
#define CHIRON_CORE_IMPORT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/field.h"

/* How sure it is that a heading means a field; the larger the surer. */
enum import_certainty {
	IMPORT_NOT_FOUND,
	IMPORT_BY_CELLS,  /* its cells decide */
	IMPORT_BY_PHRASE, /* words inside the heading */
	IMPORT_BY_NAME,	  /* the heading itself */
	IMPORT_BY_ORDER	  /* somebody said so */
};

/* What the cells of a column have to be for import_meaning.field; else it is import_meaning.other. */
enum import_test { IMPORT_TEST_NONE, IMPORT_TEST_ROLE, IMPORT_TEST_YES, IMPORT_TEST_EMAIL, IMPORT_TEST_HONORIFIC };

struct import_meaning {
	enum import_certainty certainty;
	const char *field; /* key; "-form" and the like: left out; NULL where not found */
	enum import_test test;
	const char *other;
};

struct import_alias;
struct import_word;

struct import_lexicon {
	struct import_alias *aliases;
	size_t alias_count;
	struct import_word *words;
	size_t word_count;
};

/* Reads the embedded files; what they hold lives in `arena`. */
void import_lexicon_read(struct import_lexicon *lexicon, struct ch_arena *arena);

/* What a heading means, its cells not considered. Blank headings are not found. */
struct import_meaning import_lexicon_find(const struct import_lexicon *lexicon, const char *heading);

/* The key by which headings and words are compared; "" where nothing is left. */
char *import_key(struct ch_arena *arena, const char *text);

/* Whether the cell is a word of the group, as "yes" or "month.3". */
bool import_word_is(const struct import_lexicon *lexicon, const char *group, const char *cell);

/* The number N of the first group "<group>.N" that has the word; -1 where there is none. */
int import_word_number(const struct import_lexicon *lexicon, const char *group, const char *word);

#endif
