/*
 * Dates as people and forms write them. A date is taken apart into at most
 * three parts, numbers or a month in words; a time of day after it is cut off.
 * Which of two small numbers is the day is decided for a whole column.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/value.h"

#define SERIAL_FIRST 20000 /* 1954-10-03, counted as spreadsheets count days */
#define SERIAL_LAST 80000
#define PART_MOST 3
#define YEAR_LEAST 20 /* of two digits, behind a month: before it a day is meant */

struct part {
	int number;
	size_t digits; /* 0: a month in words */
};

struct parts {
	struct part part[PART_MOST];
	size_t count;
	bool fraction; /* the second number is what follows a decimal point of the first */
};

/* Ends the text where a time of day begins: at the digits before the first colon. */
static void cut_time(char *text)
{
	char *colon = strchr(text, ':');

	if (!colon)
		return;
	while (colon > text && isdigit((unsigned char)colon[-1]))
		colon--;
	if (colon > text && (colon[-1] == 'T' || colon[-1] == 't') && colon - text > 1 &&
	    isdigit((unsigned char)colon[-2]))
		colon--;
	*colon = '\0';
}

/* st, nd, rd and th, in French er, right after a number. */
static const char *skip_ordinal(const char *at)
{
	static const char *const endings[] = {"st", "nd", "rd", "th", "er"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (tolower((unsigned char)at[0]) == endings[i][0] && tolower((unsigned char)at[1]) == endings[i][1] &&
		    !isalnum((unsigned char)at[2]))
			return at + 2;
	return at;
}

static const char *take_number(const char *at, struct part *part)
{
	part->number = 0;
	part->digits = 0;
	for (; isdigit((unsigned char)*at); at++, part->digits++)
		if (part->digits < 8)
			part->number = part->number * 10 + (*at - '0');
	return skip_ordinal(at);
}

/* A month in words is a part; words for days of the week and the like are passed over. Any other word: false. */
static bool take_word(const struct import_lexicon *lexicon, const char *word, struct parts *parts)
{
	int month = import_word_number(lexicon, "month", word);

	if (month > 0 && parts->count < PART_MOST) {
		parts->part[parts->count++] = (struct part){.number = month};
		return true;
	}
	return import_word_is(lexicon, "weekday", word) || ch_text_equal_ascii(word, "of") ||
	       ch_text_equal_ascii(word, "at");
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool take_apart(const struct import_lexicon *lexicon, const char *text, struct parts *parts)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char *copy = ch_arena_copy(&arena, text);
	const char *at = copy;
	bool good = true;

	*parts = (struct parts){.count = 0};
	import_narrow(copy);
	cut_time(copy);
	while (*at != '\0' && good) {
		const char *start = at;

		if (isdigit((unsigned char)*at)) {
			good = parts->count < PART_MOST;
			if (good)
				at = take_number(at, &parts->part[parts->count++]);
		} else if (is_letter(*at)) {
			while (is_letter(*at))
				at++;
			good = take_word(lexicon, ch_arena_copy_bytes(&arena, start, (size_t)(at - start)), parts);
		} else if (strchr(" ./-,'\t", *at)) {
			parts->fraction = parts->count == 1 && *at == '.';
			at++;
		} else {
			good = false;
		}
	}
	ch_arena_release(&arena);
	return good && parts->count > 0;
}

/* 26 is 2026, 70 is 1970. */
static int full_year(struct part part)
{
	if (part.digits == 4)
		return part.number;
	if (part.digits != 2)
		return 0;
	return part.number + (part.number < 70 ? 2000 : 1900);
}

static ch_date from_one(struct part part)
{
	if (part.digits == 8)
		return ch_date_of(part.number / 10000, part.number / 100 % 100, part.number % 100);
	/* Day 0 of a spreadsheet is 1899-12-30, for dates after its 29 February 1900. */
	if (part.digits == 5 && part.number >= SERIAL_FIRST && part.number <= SERIAL_LAST)
		return part.number - 25569;
	return CH_NO_DATE;
}

/* Of a day, a month and a year one is a month in words. */
static ch_date from_words(const struct part *part)
{
	if (part[1].digits == 0)
		return part[0].digits == 4 ? ch_date_of(part[0].number, part[1].number, part[2].number) :
					     ch_date_of(full_year(part[2]), part[1].number, part[0].number);
	if (part[0].digits == 0)
		return ch_date_of(full_year(part[2]), part[0].number, part[1].number);
	return CH_NO_DATE;
}

static bool has_word(const struct parts *parts)
{
	for (size_t i = 0; i < parts->count; i++)
		if (parts->part[i].digits == 0)
			return true;
	return false;
}

/* Whether the parts are three numbers whose order is not plain: the year is not in front. */
static bool is_open(const struct parts *parts)
{
	return parts->count == 3 && !has_word(parts) && parts->part[0].digits <= 2 && parts->part[1].digits <= 2;
}

enum import_date_order import_date_proof(const struct import_lexicon *lexicon, const char *text, bool *open)
{
	struct parts parts;

	*open = false;
	if (!take_apart(lexicon, text, &parts) || !is_open(&parts))
		return IMPORT_ORDER_NONE;
	int first = parts.part[0].number, second = parts.part[1].number;

	*open = first != second;
	if (first > 12 && first <= 31 && second >= 1 && second <= 12)
		return IMPORT_DMY;
	if (second > 12 && second <= 31 && first >= 1 && first <= 12)
		return IMPORT_MDY;
	return IMPORT_ORDER_NONE;
}

/* 14/9 or 9/14; where 27 can be no month it is the year, "12/27", if it can be one. */
static struct import_short_date short_of_numbers(struct part a, struct part b, enum import_date_order order)
{
	struct import_short_date found = {.day = a.number, .month = b.number};

	if (a.digits == 4 || b.digits == 4)
		return a.digits == 4 ? (struct import_short_date){.year = a.number, .month = b.number}
				     : (struct import_short_date){.year = b.number, .month = a.number};
	if (order == IMPORT_MDY || order == IMPORT_YMD)
		found = (struct import_short_date){.day = b.number, .month = a.number};
	else if (found.month > 12 && found.month >= YEAR_LEAST && found.day <= 12)
		found = (struct import_short_date){.year = full_year(b), .month = a.number};
	return found;
}

/* "14 Sept"; of "Sep-26" and "Sep '26" a spreadsheet means the year, of "Sept 26" nobody knows. */
static struct import_short_date short_of_word(const struct part *part, const char *text)
{
	bool behind = part[0].digits == 0;
	struct part number = part[behind ? 1 : 0], month = part[behind ? 0 : 1];
	bool of_year = number.digits == 4 || number.number > 31 ||
		(behind && number.digits == 2 && (strchr(text, '\'') || (strchr(text, '-') && !strchr(text, ' '))));

	if (of_year)
		return (struct import_short_date){.year = full_year(number), .month = month.number};
	return (struct import_short_date){.day = number.number, .month = month.number,
					  .unclear = behind && number.number >= YEAR_LEAST};
}

bool import_date_short(const struct import_lexicon *lexicon, const char *text, enum import_date_order order,
		       struct import_short_date *out)
{
	enum { LEAP_YEAR = 2024 };
	struct parts parts;

	if (!take_apart(lexicon, text, &parts) || parts.count != 2 || strchr(text, ':'))
		return false;
	const struct part *a = &parts.part[0], *b = &parts.part[1];

	if ((a->digits > 2 && a->digits != 4) || (b->digits > 2 && b->digits != 4) || a->digits + b->digits == 0)
		return false;
	*out = has_word(&parts) ? short_of_word(parts.part, text) : short_of_numbers(*a, *b, order);
	return ch_date_of(out->year ? out->year : LEAP_YEAR, out->month, out->day ? out->day : 1) != CH_NO_DATE;
}

ch_date import_date(const struct import_lexicon *lexicon, const char *text, enum import_date_order order)
{
	struct parts parts;

	if (!take_apart(lexicon, text, &parts))
		return CH_NO_DATE;
	const struct part *part = parts.part;

	if (parts.count == 1 || (parts.count == 2 && parts.fraction))
		return from_one(part[0]);
	if (parts.count < 3)
		return CH_NO_DATE;
	if (has_word(&parts))
		return from_words(part);
	if (part[0].digits == 4)
		return ch_date_of(part[0].number, part[1].number, part[2].number);
	if (!is_open(&parts))
		return CH_NO_DATE;
	if (order == IMPORT_YMD)
		return ch_date_of(full_year(part[0]), part[1].number, part[2].number);
	if (order == IMPORT_MDY)
		return ch_date_of(full_year(part[2]), part[0].number, part[1].number);
	return ch_date_of(full_year(part[2]), part[1].number, part[0].number);
}
