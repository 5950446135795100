/*
 * What columns and answers are called.
 *
 * From the files of data/headings/, one for each language, which are made a
 * table when the program is built, from the field tables, and from what
 * somebody added for a scheme; the form of these files is described at the top
 * of en.txt. Texts are compared as keys: folded, without
 * punctuation, blanks squeezed; with their accents first, then without.
 */
#ifndef CHIRON_CORE_IMPORT_LEXICON_H
#define CHIRON_CORE_IMPORT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/field.h"
#include "chiron/person.h"
#include "core/import/lexicon_start.h"
#include "core/import/lexicon_table.h"

struct import_kind; /* import_kind.h */

/* How sure it is that a heading means a field; the larger the surer. */
enum import_certainty {
	IMPORT_NOT_FOUND,
	IMPORT_BY_CELLS,  /* its cells decide */
	IMPORT_BY_PLACE,  /* whose column it stands behind */
	IMPORT_BY_PHRASE, /* words inside the heading */
	IMPORT_BY_NAME,	  /* the heading itself */
	IMPORT_BY_MEMORY, /* somebody said so of such a list before: memory.h */
	IMPORT_BY_ORDER	  /* somebody said so */
};

/* What the cells of a column have to be for import_meaning.field; else it is import_meaning.other. */
enum import_test {
	IMPORT_TEST_NONE,
	IMPORT_TEST_ROLE,
	IMPORT_TEST_YES,
	IMPORT_TEST_EMAIL,
	IMPORT_TEST_HONORIFIC,
	IMPORT_TEST_NUMBER
};

/* What a heading is where another column is there: "Name" is the last name beside "Vorname". */
struct import_beside {
	const char *field, *neighbour; /* keys of fields; NULL: none */
};

struct import_meaning {
	enum import_certainty certainty;
	const char *field; /* key; "-form" and the like: left out; NULL where not found */
	enum import_test test;
	const char *other; /* where its cells do not pass the test */
	struct import_beside beside[LEXICON_BESIDE_MOST]; /* before `field`, the first whose neighbour is there */
};

struct import_lexicon {
	struct lexicon_table own; /* what fields are called, and what was added; beside lexicon_known */
	struct lexicon_starts starts; /* of the words of both */
	const struct import_kind *kind; /* of the list; headings mean its fields only */
	int language; /* that the headings are in, where import_lexicon_prefer() found one; else 0 */
	const char *role_keys[CH_ROLE_MENTEE + 1]; /* what each is called in the scheme (R27), as a key */
};

/*
 * Makes it of what chiron knows and of `added`, lines of the same form (NULL: none);
 * what these hold lives in `arena`. The kind is people, unless the caller sets
 * another. Lines of `added` that are not understood are
 * passed over: import_lexicon_check() refuses them when they are given.
 */
void import_lexicon_read(struct import_lexicon *lexicon, const char *added, struct ch_arena *arena);

/* CH_DATA where a line of `added` is not understood. */
enum ch_status import_lexicon_check(const char *added, struct ch_error *err);

/*
 * From here on words that mean different things in two languages mean what they
 * do in the one most of these headings are in: "Área" is the area in English,
 * the department in Spanish.
 */
void import_lexicon_prefer(struct import_lexicon *lexicon, const char *const *headings, size_t count);

/* What a heading means, its cells and neighbours not considered. Blank headings are not found. */
struct import_meaning import_lexicon_find(const struct import_lexicon *lexicon, const char *heading);

/* Whether the text is a whole heading of such a list: a quick question, without phrases and parts. */
bool import_lexicon_has(const struct import_lexicon *lexicon, const char *text);

/* Whether a column or field of that name would hold a rating of performance (R16). */
bool import_is_rating(const struct import_lexicon *lexicon, const char *heading);

/* The key by which headings and words are compared, without accents; "" where nothing is left. */
char *import_key(struct ch_arena *arena, const char *text);

/* The same with its accents. */
char *import_exact_key(struct ch_arena *arena, const char *text);

/* Both at once of a text of plain ASCII, into `key`, which has room for the text; false where it is none. */
bool import_ascii_key(const char *text, char *key);

/* Turns full-width letters, digits and signs, as East Asian keyboards write them, into ASCII, in place. */
void import_narrow(char *text);

/* The words that a cell, as a whole, is, of each table; valid as long as the lexicon. */
struct import_words {
	struct {
		const char *texts; /* of the table */
		const struct lexicon_word *first;
		size_t count;
	} of[2];
	bool plain; /* found without regard to accents */
};

struct import_words import_words_find(const struct import_lexicon *lexicon, const char *cell);

/* Whether one of them is of the group, as "yes" or "month.3". */
bool import_words_have(const struct import_words *words, const char *group);

/* Whether one of them is of a group "<group>.something". */
bool import_words_have_any(const struct import_words *words, const char *group);

/* The number N of the first of them in a group "<group>.N"; -1 where there is none. */
int import_words_number(const struct import_words *words, const char *group);

/* Both at once, for one group. */
bool import_word_is(const struct import_lexicon *lexicon, const char *group, const char *cell);
int import_word_number(const struct import_lexicon *lexicon, const char *group, const char *word);

#endif
