/*
 * A list of forms, tried in turn over the words of the text. A form either does
 * not fit, or it decides: its date may then still be a day that does not exist.
 */
#include "chiron/date.h"

#include <stddef.h>

#include "base/excerpt.h"
#include "base/words.h"

enum { NO_WEEKDAY = -1 };

struct reading {
	const struct word *words;
	int count;
	ch_date today;
	bool ahead;
	ch_date date; /* CH_NO_DATE: no such day, or out of range */
	ch_date month_end; /* where `date` is none for being a day that its month has not: the last it has */
	int weekday;  /* 0 Monday to 6, that the text names beside a day of the month; NO_WEEKDAY: none */
};

static int weekday_of(ch_date date)
{
	return ch_date_weekday(date) - 1;
}

static ch_date days_later(ch_date date, int days)
{
	return ch_date_add(date, days, CH_UNIT_DAYS);
}

/* The day as named; of a month that is shorter, its last day is kept for the refusal. */
static void set_day(struct reading *r, int year, int month, int day)
{
	ch_date first = ch_date_of(year, month, 1);

	r->date = ch_date_of(year, month, day);
	if (r->date == CH_NO_DATE && first != CH_NO_DATE && day > 0)
		r->month_end = days_later(ch_date_add(first, 1, CH_UNIT_MONTHS), -1);
}

static ch_date weekday_after(ch_date date, int weekday)
{
	return days_later(date, (weekday - weekday_of(date) + 6) % 7 + 1);
}

static ch_date weekday_before(ch_date date, int weekday)
{
	return days_later(date, -((weekday_of(date) - weekday + 6) % 7 + 1));
}

/*
 * The day of the month nearest to today, on the side that is asked for; today itself is on both. What was meant to be
 * past but lies a few weeks ahead is taken as it says: a caller who wants the past can refuse it, and a year ago would
 * pass unseen.
 */
enum { SOON_DAYS = 45 };

static ch_date nearest(struct reading *r, int month, int day)
{
	int year = ch_date_split(r->today).year;

	/* In December, January is soon. Leap days can be eight years apart. */
	for (int away = r->ahead ? 0 : -1; away <= 8; away++) {
		ch_date date = ch_date_of(r->ahead ? year + away : year - away, month, day);

		if (date != CH_NO_DATE && (r->ahead ? date >= r->today : date <= r->today + SOON_DAYS))
			return date;
	}
	set_day(r, year, month, day);
	return CH_NO_DATE;
}

/* "today", "mon": one word. */
static bool read_day_word(struct reading *r)
{
	int weekday = word_weekday(&r->words[0]);

	if (r->count != 1)
		return false;
	if (weekday >= 0) {
		r->date = r->ahead ? weekday_after(r->today, weekday)
				   : weekday_before(days_later(r->today, 1), weekday);
		return true;
	}
	if (word_is(&r->words[0], "today") || word_is(&r->words[0], "tod"))
		r->date = r->today;
	else if (word_is(&r->words[0], "yesterday") || word_is(&r->words[0], "yest"))
		r->date = days_later(r->today, -1);
	else if (word_is(&r->words[0], "tomorrow") || word_is(&r->words[0], "tom"))
		r->date = days_later(r->today, 1);
	else
		return false;
	return true;
}

/* "next tue", "last fri", "next week": in a week. "Last month" is a month, and no day of it. */
static bool read_next_or_last(struct reading *r)
{
	bool next = word_is(&r->words[0], "next");
	int weekday = word_weekday(&r->words[1]);
	struct word_unit unit;

	if (r->count != 2 || (!next && !word_is(&r->words[0], "last")))
		return false;
	if (weekday >= 0)
		r->date = next ? weekday_after(r->today, weekday) : weekday_before(r->today, weekday);
	else if (next && word_unit_of(&r->words[1], &unit))
		r->date = ch_date_add(r->today, unit.factor, unit.unit);
	else
		return false;
	return true;
}

/* "-3d", "+2w", "in 6 weeks", "in a month", "3 days ago", "a week ago"; ahead also "2 weeks". */
static bool read_distance(struct reading *r)
{
	const struct word *number;
	struct word_unit unit;
	int count, sign;

	if (word_is_sign(&r->words[0], '-') && r->count == 3)
		sign = -1;
	else if ((word_is_sign(&r->words[0], '+') || word_is(&r->words[0], "in")) && r->count == 3)
		sign = 1;
	else if (r->count == 3 && word_is(&r->words[2], "ago"))
		sign = 0;
	else if (r->count == 2 && r->ahead)
		sign = 1;
	else
		return false;
	number = sign && r->count == 3 ? &r->words[1] : &r->words[0];
	if (!word_unit_of(number + 1, &unit))
		return false;
	if (number->kind == WORD_NUMBER)
		count = number->number;
	else if (word_is(number, "a") || word_is(number, "an") || word_is(number, "one"))
		count = 1;
	else
		return false;
	/* A million days reach beyond either end of the calendar, and a bounded count cannot overflow. */
	count = count < 9999999 ? count : 9999999;
	r->date = ch_date_add(r->today, (sign > 0 ? count : -count) * unit.factor, unit.unit);
	return true;
}

/* The last day of the month, quarter or year (1, 3 or 12 months) that the day is in, or of the next one. */
static ch_date last_day(ch_date day, int months, bool next)
{
	struct ch_ymd at = ch_date_split(day);
	ch_date first = ch_date_of(at.year, (at.month - 1) / months * months + 1, 1);
	ch_date after = ch_date_add(first, next ? 2 * months : months, CH_UNIT_MONTHS);

	return after != CH_NO_DATE ? days_later(after, -1) : CH_NO_DATE;
}

/* "end of month", "end of the quarter", "end of next year", "end of november". */
static bool read_end(struct reading *r)
{
	const struct word *last = &r->words[r->count - 1];
	bool next = r->count == 4 && word_is(&r->words[2], "next");
	struct word_unit unit;
	int month = word_month(last);

	if ((r->count != 3 && r->count != 4) || !word_is(&r->words[0], "end") || !word_is(&r->words[1], "of") ||
	    (r->count == 4 && !next && !word_is(&r->words[2], "the") && !word_is(&r->words[2], "this")))
		return false;
	if (month > 0 && r->count == 3) {
		r->date = nearest(r, month, 28);
		r->date = r->date != CH_NO_DATE ? last_day(r->date, 1, false) : CH_NO_DATE;
		return true;
	}
	if (!word_unit_of(last, &unit) || unit.unit != CH_UNIT_MONTHS)
		return false;
	r->date = last_day(r->today, unit.factor, next);
	return true;
}

/* A year as written: two digits are the year nearest to today that is at most 20 years ahead; -1 for other lengths. */
static int year_of(const struct word *word, ch_date today)
{
	int latest = ch_date_split(today).year + 20;

	if (word->kind != WORD_NUMBER)
		return -1;
	if (word->digits == 4)
		return word->number;
	return word->digits == 2 ? latest - (latest - word->number) % 100 : -1;
}

/* "2026-11-23", "2026/11/23": the year first. "2/11/2026", "2.11.26", "2/11": the day first. */
static bool read_numbers(struct reading *r)
{
	const struct word *w = r->words;
	/* "2.11." ends in a point where the year is left out. */
	int count = r->count == 4 && word_is_sign(&w[3], '.') ? 3 : r->count;
	char sign = w[1].sign;
	int year;

	if ((count != 3 && count != 5) || w[0].kind != WORD_NUMBER || w[2].kind != WORD_NUMBER ||
	    (sign != '/' && sign != '.' && sign != '-'))
		return false;
	if (count == 3) {
		if (sign == '-' || w[0].digits > 2 || w[2].digits > 2)
			return false;
		r->date = nearest(r, w[2].number, w[0].number);
		return true;
	}
	if (w[3].sign != sign || w[4].kind != WORD_NUMBER)
		return false;
	if (w[0].digits == 4 && w[4].digits <= 2) {
		set_day(r, w[0].number, w[2].number, w[4].number);
		return true;
	}
	/* "26-11-02" may be either way round, so that dashes want the year in full. */
	year = sign == '-' && w[4].digits != 4 ? -1 : year_of(&w[4], r->today);
	if (year < 0 || w[0].digits > 2)
		return false;
	set_day(r, year, w[2].number, w[0].number);
	return true;
}

static bool is_day_ending(const struct word *word)
{
	return word_is(word, "st") || word_is(word, "nd") || word_is(word, "rd") || word_is(word, "th");
}

/* What a text such as "Mon 2nd Nov. 2026" names, in any order of day, month and weekday, the year last. */
struct named_day {
	int day, month, year, weekday; /* -1: not named */
};

static bool read_named_parts(const struct reading *r, struct named_day *named)
{
	*named = (struct named_day){.day = -1, .month = -1, .year = -1, .weekday = NO_WEEKDAY};
	for (int i = 0; i < r->count; i++) {
		const struct word *word = &r->words[i];
		int month = word_month(word), weekday = word_weekday(word);

		if (month > 0 && named->month < 0)
			named->month = month;
		else if (weekday >= 0 && named->weekday < 0)
			named->weekday = weekday;
		else if (word->kind == WORD_NUMBER && word->digits <= 2 && named->day < 0)
			named->day = word->number;
		else if (named->year < 0 && named->month > 0 && year_of(word, r->today) >= 0)
			named->year = year_of(word, r->today);
		else if (!(word_is_sign(word, '.') || word_is_sign(word, ',') || word_is(word, "of") ||
			   (i > 0 && is_day_ending(word) && word[-1].kind == WORD_NUMBER)))
			return false;
	}
	return named->day >= 0 && named->month > 0;
}

/* "2 nov", "nov 2", "2nd November 2026", "Mon 2 Nov" as screens show it, "Mon 2 Nov 2026", "2 Nov Mon". */
static bool read_month_name(struct reading *r)
{
	struct named_day named;
	ch_date this_year;

	if (!read_named_parts(r, &named))
		return false;
	r->weekday = named.weekday;
	if (named.year >= 0) {
		set_day(r, named.year, named.month, named.day);
		return true;
	}
	r->date = nearest(r, named.month, named.day);
	/* Screens leave out the year where it is this one, so what they show is read back so. */
	this_year = ch_date_of(ch_date_split(r->today).year, named.month, named.day);
	if (named.weekday != NO_WEEKDAY && this_year != CH_NO_DATE && weekday_of(this_year) == named.weekday)
		r->date = this_year;
	return true;
}

static bool read_any_form(struct reading *r)
{
	static bool (*const forms[])(struct reading *) = {
		read_numbers, read_day_word, read_next_or_last, read_end, read_distance, read_month_name,
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (forms[i](r))
			return true;
	}
	return false;
}

/* "june 2026", "last month", "q3", "2026" */
static bool is_period(const char *text, ch_date today)
{
	struct ch_error ignored = CH_NO_ERROR;
	ch_date from, to;

	return ch_period_parse(text, today, &from, &to, &ignored) == CH_OK;
}

/* Forms that work, of the side that is asked for. */
static const char *forms_of(bool ahead)
{
	return ahead ? _("fri, in 2 weeks, 4 dec or 2026-12-04") : _("2026-11-23, 23 nov or -3d");
}

static enum ch_status refuse_form(const char *text, const struct reading *r, struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	return ch_fail(err, CH_DATA,
		       is_period(text, r->today) ? _("\"%s\" is more than a day: give one day, as %s")
						 : _("\"%s\" is not a date: write it as %s"),
		       excerpt_of(text, given), forms_of(r->ahead));
}

enum ch_status ch_date_parse(const char *text, ch_date today, bool ahead, ch_date *date, struct ch_error *err)
{
	struct words words;
	struct reading r = {.today = today, .ahead = ahead, .date = CH_NO_DATE, .month_end = CH_NO_DATE,
			    .weekday = NO_WEEKDAY};
	char given[EXCERPT_SIZE], shown[CH_DATE_WORDS_SIZE];
	bool split = words_split(text, &words);

	r.words = words.words;
	r.count = words.count;
	if (split && words.count == 0)
		return ch_fail(err, CH_DATA, _("no date was given: write it as %s"), forms_of(ahead));
	if (!split || !read_any_form(&r))
		return refuse_form(text, &r, err);
	if (r.date == CH_NO_DATE && r.month_end != CH_NO_DATE)
		return ch_fail(err, CH_DATA, _("\"%s\" is no day: that month ends on %s"), excerpt_of(text, given),
			       ch_date_words(r.month_end, CH_NO_DATE, shown));
	if (r.date == CH_NO_DATE) {
		return ch_fail(err, CH_DATA,
			       _("\"%s\" is no day of the years 1900 to 9999 (the day comes before the month): "
				 "write it as %s"),
			       excerpt_of(text, given), forms_of(ahead));
	}
	if (r.weekday != NO_WEEKDAY && weekday_of(r.date) != r.weekday) {
		return ch_fail(err, CH_DATA,
			       _("\"%s\" names another day of the week than %s: leave out the day of the week, or "
				 "write it as %s"),
			       excerpt_of(text, given), ch_date_words(r.date, CH_NO_DATE, shown), forms_of(ahead));
	}
	*date = r.date;
	return CH_OK;
}
