/*
 * Dates, lengths of time, and the clock.
 *
 * A ch_date is a day of the proleptic Gregorian calendar, counted from
 * 1970-01-01 (day 0). Only years 1900 to 9999 are accepted. Instants are text,
 * UTC, "2026-11-23T17:30:00Z", and sort as text. All calendar arithmetic is
 * here: none is done in SQL, where '+1 month' from 31 January is 3 March.
 */
#ifndef CHIRON_DATE_H
#define CHIRON_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/status.h"

typedef int32_t ch_date;

#define CH_NO_DATE INT32_MIN /* not known */
#define CH_DATE_SIZE 11	     /* "2026-11-23" and its NUL */
#define CH_INSTANT_SIZE 21   /* "2026-11-23T17:30:00Z" and its NUL */

enum ch_unit { CH_UNIT_NONE, CH_UNIT_DAYS, CH_UNIT_WEEKS, CH_UNIT_MONTHS };

struct ch_ymd {
	int year, month, day;
};

/* The date, or CH_NO_DATE where there is no such day. */
ch_date ch_date_of(int year, int month, int day);
struct ch_ymd ch_date_split(ch_date date);

/* 1 Monday to 7 Sunday (ISO 8601). */
int ch_date_weekday(ch_date date);

/*
 * `count` units later (earlier when negative). A month later is the same day of the month, or the month's last day
 * where it is shorter: 31 January and a month is 28 or 29 February (R32).
 */
ch_date ch_date_add(ch_date date, int count, enum ch_unit unit);

/* Writes ISO 8601, or "" for CH_NO_DATE. Returns `out`. */
char *ch_date_iso(ch_date date, char out[CH_DATE_SIZE]);

/* Reads exactly YYYY-MM-DD; CH_NO_DATE where it is anything else. */
ch_date ch_date_from_iso(const char *text);

/*
 * Whether a day is shown with its year: it is of another one than `today`, or more than about six months away, so that
 * "2 Mar" might be taken for the next one. Always with CH_NO_DATE for `today`.
 */
bool ch_date_needs_year(ch_date date, ch_date today);

/* As screens show it: "Mon 2 Nov", or "2 Mar 2026" where it needs its year. `out` holds at least 16 bytes. */
char *ch_date_show(ch_date date, ch_date today, char out[16]);

#define CH_DATE_WORDS_SIZE 48

/*
 * As a sentence has it: "3 October", or "3 March 2027" where it needs its year; so always with CH_NO_DATE for `today`,
 * for what refuses a day. "" for CH_NO_DATE. Returns `out`.
 */
char *ch_date_words(ch_date date, ch_date today, char out[CH_DATE_WORDS_SIZE]);

/*
 * Reads what a person types: ISO, "today", "yesterday", "tomorrow", "mon" (the nearest past or present one; with
 * `ahead` the next to come), "next tue", "last fri", "end of month", "end of the quarter", "end of next year", "end
 * of nov", "-3d", "+2w", "in 6 weeks", "3 days ago", with `ahead` also "2 weeks", "2 nov", "2 november 2026",
 * "2/11/2026" (day first), "2.11.2026". A day without a year is the nearest past one (or one at most 45 days ahead:
 * a caller who wants the past refuses it), with `ahead` the next to come. The message on failure names what was
 * given and shows three forms that work, or the last day of a month that is shorter than what was given, or that
 * "june 2026" and what else names a period is more than a day.
 */
enum ch_status ch_date_parse(const char *text, ch_date today, bool ahead, ch_date *date, struct ch_error *err);

/*
 * Reads a period as people name it, in any case: "october", "oct 2025", "2026-10", "this month", "last quarter", "q3",
 * "q3 2025", "this year", "2025", "last week" (weeks begin on Monday). A month or quarter without a year is the last
 * one that has begun. *from and *to are its first and its last day; one that goes on ends today.
 */
enum ch_status ch_period_parse(const char *text, ch_date today, ch_date *from, ch_date *to, struct ch_error *err);

/*
 * Minutes from "45", "45m", "1h", "1h15", "1:15", "1.5h" or "17:30-18:45"; 1 to 1440. In *start, where not NULL, the
 * minute of the day that a range began, else -1.
 */
enum ch_status ch_minutes_parse(const char *text, int *minutes, int *start, struct ch_error *err);

/*
 * An interval from "2 weeks", "monthly", "fortnightly", "every 10 days", "6 weeks", "bi-monthly" (every two months,
 * R32), "1 month".
 */
enum ch_status ch_interval_parse(const char *text, int *count, enum ch_unit *unit, struct ch_error *err);

/* The canonical form, "1 month" or "2 weeks", into `out`. */
char *ch_interval_text(int count, enum ch_unit unit, char out[32]);

/* "every month", "every 2 weeks", into `out`. */
char *ch_interval_show(int count, enum ch_unit unit, char out[32]);

/*
 * What "now" means. With a fixed `today` (--today, or a demonstration scheme)
 * instants are noon of that day, so that a what-if is repeatable.
 */
struct ch_clock {
	ch_date fixed_today; /* CH_NO_DATE: the real date, in local time */
};

ch_date ch_clock_today(const struct ch_clock *clock);
char *ch_clock_now(const struct ch_clock *clock, char out[CH_INSTANT_SIZE]);

#endif
