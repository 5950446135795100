/*
 * Day numbers by Howard Hinnant's days_from_civil and civil_from_days: years
 * run from March, so that the leap day is the last of its year, and eras of
 * 400 years repeat exactly. Dates before year 1900 never reach the arithmetic,
 * which therefore needs no floor division but for weekdays.
 */
#include "chiron/date.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
	FIRST_DATE = -25567, /* 1900-01-01 */
	LAST_DATE = 2932896, /* 9999-12-31 */
	EPOCH = 719468,	     /* days from 0000-03-01 to 1970-01-01 */
	ERA_DAYS = 146097    /* days in 400 years */
};

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static bool is_date(ch_date date)
{
	return date >= FIRST_DATE && date <= LAST_DATE;
}

ch_date ch_date_of(int year, int month, int day)
{
	int era, year_of_era, day_of_year;

	if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_days(year, month))
		return CH_NO_DATE;
	if (month <= 2)
		year--;
	era = year / 400;
	year_of_era = year % 400;
	day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH;
}

struct ch_ymd ch_date_split(ch_date date)
{
	int era, day_of_era, year_of_era, day_of_year, month;

	if (!is_date(date))
		return (struct ch_ymd){.year = 0};
	era = (date + EPOCH) / ERA_DAYS;
	day_of_era = (date + EPOCH) % ERA_DAYS;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	month = (5 * day_of_year + 2) / 153;
	return (struct ch_ymd){
		.year = era * 400 + year_of_era + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1,
	};
}

int ch_date_weekday(ch_date date)
{
	/* Day 0 was a Thursday. */
	int from_monday = (int)(((int64_t)date + 3) % 7);

	return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

static ch_date add_days(ch_date date, int64_t days)
{
	int64_t sum = date + days;

	return sum < FIRST_DATE || sum > LAST_DATE ? CH_NO_DATE : (ch_date)sum;
}

static ch_date add_months(ch_date date, int count)
{
	struct ch_ymd from = ch_date_split(date);
	int64_t months = (int64_t)from.year * 12 + from.month - 1 + count;
	int year, month, last;

	if (months < 1900 * 12 || months >= 10000 * 12)
		return CH_NO_DATE;
	year = (int)(months / 12);
	month = (int)(months % 12) + 1;
	last = month_days(year, month);
	return ch_date_of(year, month, from.day < last ? from.day : last);
}

ch_date ch_date_add(ch_date date, int count, enum ch_unit unit)
{
	if (!is_date(date))
		return CH_NO_DATE;
	switch (unit) {
	case CH_UNIT_NONE:
		return date;
	case CH_UNIT_DAYS:
		return add_days(date, count);
	case CH_UNIT_WEEKS:
		return add_days(date, (int64_t)count * 7);
	case CH_UNIT_MONTHS:
		return add_months(date, count);
	}
	return CH_NO_DATE;
}

/* Writes `number` as exactly `count` digits; returns where the next character goes. */
static char *put_digits(char *out, int number, int count)
{
	for (int i = count - 1; i >= 0; i--, number /= 10)
		out[i] = (char)('0' + number % 10);
	return out + count;
}

char *ch_date_iso(ch_date date, char out[CH_DATE_SIZE])
{
	struct ch_ymd ymd = ch_date_split(date);
	char *at = out;

	if (is_date(date)) {
		at = put_digits(at, ymd.year, 4);
		*at++ = '-';
		at = put_digits(at, ymd.month, 2);
		*at++ = '-';
		at = put_digits(at, ymd.day, 2);
	}
	*at = '\0';
	return out;
}

/* The number that `count` digits make, -1 where one is no digit. */
static int digits(const char *text, int count)
{
	int number = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

ch_date ch_date_from_iso(const char *text)
{
	if (strnlen(text, CH_DATE_SIZE) != CH_DATE_SIZE - 1 || text[4] != '-' || text[7] != '-')
		return CH_NO_DATE;
	return ch_date_of(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2));
}

enum { FAR_DAYS = 183 };

bool ch_date_needs_year(ch_date date, ch_date today)
{
	return !is_date(today) || ch_date_split(date).year != ch_date_split(today).year || date < today - FAR_DAYS ||
	       date > today + FAR_DAYS;
}

char *ch_date_words(ch_date date, ch_date today, char out[CH_DATE_WORDS_SIZE])
{
	static const char *const months[] = {N_("January"), N_("February"), N_("March"), N_("April"),
					     N_("May"), N_("June"), N_("July"), N_("August"),
					     N_("September"), N_("October"), N_("November"), N_("December")};
	struct ch_ymd ymd = ch_date_split(date);

	*out = '\0';
	if (!is_date(date))
		return out;
	if (!ch_date_needs_year(date, today))
		snprintf(out, CH_DATE_WORDS_SIZE, "%d %s", ymd.day, _(months[ymd.month - 1]));
	else
		snprintf(out, CH_DATE_WORDS_SIZE, "%d %s %d", ymd.day, _(months[ymd.month - 1]), ymd.year);
	return out;
}

char *ch_date_show(ch_date date, ch_date today, char out[16])
{
	static const char *const months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
					     N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
	static const char *const weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
					       N_("Fri"), N_("Sat"), N_("Sun")};
	struct ch_ymd ymd = ch_date_split(date);
	char text[64] = "";

	if (is_date(date) && !ch_date_needs_year(date, today)) {
		snprintf(text, sizeof(text), "%s %d %s", _(weekdays[ch_date_weekday(date) - 1]), ymd.day,
			 _(months[ymd.month - 1]));
	} else if (is_date(date)) {
		snprintf(text, sizeof(text), "%d %s %d", ymd.day, _(months[ymd.month - 1]), ymd.year);
	}
	/* A translation may be longer than its place. */
	text[15] = '\0';
	text[utf8_cut(text, strlen(text))] = '\0';
	return strcpy(out, text);
}
