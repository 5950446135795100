/*
 * From lines, as the top of data/headings/en.txt describes them, to a table
 * that can be searched. Used when the program is built, and for what a scheme
 * adds.
 */
#ifndef CHIRON_CORE_IMPORT_LEXICON_BUILD_H
#define CHIRON_CORE_IMPORT_LEXICON_BUILD_H

#include "chiron/arena.h"
#include "chiron/buffer.h"
#include "core/import/lexicon_table.h"

struct lexicon_entry;

struct lexicon_build {
	struct ch_arena *arena; /* the caller's; the table lives in it */
	struct ch_buffer texts;
	struct lexicon_meaning *meanings;
	struct lexicon_entry *aliases, *words;
	size_t meaning_count, alias_count, word_count;
	size_t meaning_capacity, alias_capacity, word_capacity;
};

void lexicon_build_begin(struct lexicon_build *build, struct ch_arena *arena);

/* Reads the lines, which are in that language; the number of the first that is not understood, 0: there is none. */
size_t lexicon_build_lines(struct lexicon_build *build, const char *lines, size_t length, int language);

/* A whole heading that means the field. */
void lexicon_build_heading(struct lexicon_build *build, const char *field, const char *text, int language);

/* The table of all that was read; ends the building. */
struct lexicon_table lexicon_build_end(struct lexicon_build *build);

#endif
