/*
 * How the words of a lexicon begin. Most cells are no word, and are seen to be none by their first two letters or
 * digits, without making a key of them.
 */
#ifndef CHIRON_CORE_IMPORT_LEXICON_START_H
#define CHIRON_CORE_IMPORT_LEXICON_START_H

#include <stdbool.h>
#include <stdint.h>

struct lexicon_table;

enum { LEXICON_STARTS = 37 * 37 }; /* of two letters or digits, or of only one */

struct lexicon_starts {
	uint64_t bits[(LEXICON_STARTS + 63) / 64];
};

/* Adds how the table's words begin. */
void lexicon_starts_add(struct lexicon_starts *starts, const struct lexicon_table *table);

/* False where the cell, as a whole, is no word of the tables; true says nothing. */
bool lexicon_starts_may_have(const struct lexicon_starts *starts, const char *cell);

#endif
