/*
 * What a person types for a date or a length of time, cut into words: numbers,
 * letters in lower case, and signs. Blanks only part them.
 */
#ifndef CHIRON_BASE_WORDS_H
#define CHIRON_BASE_WORDS_H

#include <stdbool.h>

#include "chiron/date.h"

enum word_kind { WORD_END, WORD_NUMBER, WORD_LETTERS, WORD_SIGN };

enum { WORDS_MOST = 8, WORD_SIZE = 16 };

struct word {
	enum word_kind kind;
	int number;	      /* a number, at most 999999999 */
	int digits;	      /* how many it was written with */
	char sign;	      /* one of + - / . , : with dashes of any length as "-" */
	char text[WORD_SIZE]; /* letters, "" for other kinds */
};

/* The words of a text; those after the last have the kind WORD_END, so that words[count] may be read. */
struct words {
	int count;
	struct word words[WORDS_MOST + 1];
};

/* A unit of time by its name; years are months, fortnights are weeks. */
struct word_unit {
	enum ch_unit unit;
	int factor;
};

/* False where the text has other characters, too many words, or a word or number that is too long. */
bool words_split(const char *text, struct words *words);

bool word_is(const struct word *word, const char *text);
bool word_is_sign(const struct word *word, char sign);

/* The unit a word names ("d", "days", "weeks", "month", ...); false where it names none. */
bool word_unit_of(const struct word *word, struct word_unit *unit);

/* 0 to 6 for the start (three letters or more) of "monday" to "sunday"; else -1. */
int word_weekday(const struct word *word);

/* 1 to 12 for the start (three letters or more) of "january" to "december"; else -1. */
int word_month(const struct word *word);

#endif
