/* Each way of writing a period is tried in turn; all of them give its first day and its length. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/excerpt.h"
#include "chiron/date.h"

enum { TEXT_MOST = 40, YEAR_LEAST = 1900, YEAR_MOST = 2999, QUARTER_MONTHS = 3, YEAR_MONTHS = 12, WEEK_DAYS = 7 };

/* A first day and so many units; `year_given` where it is said which year it is of. */
struct period {
	ch_date from;
	int count;
	enum ch_unit unit;
	bool year_given;
};

static bool is_year(int year)
{
	return year >= YEAR_LEAST && year <= YEAR_MOST;
}

/* The first day of the quarter, or of the month or year, that the day is in. */
static ch_date begin_of(ch_date day, int months)
{
	struct ch_ymd at = ch_date_split(day);

	return ch_date_of(at.year, (at.month - 1) / months * months + 1, 1);
}

/* "this month", "last quarter" */
static bool read_relative(const char *text, ch_date today, struct period *period)
{
	static const struct {
		const char *word;
		int months;
	} words[] = {{"month", 1}, {"quarter", QUARTER_MONTHS}, {"year", YEAR_MONTHS}};
	bool last = strncasecmp(text, "last ", 5) == 0;

	if (!last && strncasecmp(text, "this ", 5) != 0)
		return false;
	if (strcasecmp(text + 5, "week") == 0) {
		ch_date monday = today - (ch_date_weekday(today) - 1);

		*period = (struct period){last ? monday - WEEK_DAYS : monday, WEEK_DAYS, CH_UNIT_DAYS, true};
		return true;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		ch_date from = begin_of(today, words[i].months);

		if (strcasecmp(text + 5, words[i].word) != 0)
			continue;
		if (last)
			from = ch_date_add(from, -words[i].months, CH_UNIT_MONTHS);
		*period = (struct period){from, words[i].months, CH_UNIT_MONTHS, true};
		return true;
	}
	return false;
}

/* "q3", "Q3 2025" */
static bool read_quarter(const char *text, ch_date today, struct period *period)
{
	int year = ch_date_split(today).year, quarter = 0, end = 0;
	bool given;

	if (tolower((unsigned char)text[0]) != 'q' || text[1] < '1' || text[1] > '4')
		return false;
	quarter = text[1] - '0';
	given = text[2] != '\0';
	if (given && (sscanf(text + 2, " %4d%n", &year, &end) != 1 || text[2 + end] != '\0' || !is_year(year)))
		return false;
	*period = (struct period){ch_date_of(year, (quarter - 1) * QUARTER_MONTHS + 1, 1), QUARTER_MONTHS,
				  CH_UNIT_MONTHS, given};
	return true;
}

/* "2026-10", "2026" */
static bool read_figures(const char *text, struct period *period)
{
	int year = 0, month = 0, end = 0;

	if (strspn(text, "0123456789-") != strlen(text))
		return false;
	if (sscanf(text, "%4d-%2d%n", &year, &month, &end) == 2 && text[end] == '\0' && is_year(year) && month >= 1 &&
	    month <= YEAR_MONTHS) {
		*period = (struct period){ch_date_of(year, month, 1), 1, CH_UNIT_MONTHS, true};
		return true;
	}
	if (sscanf(text, "%4d%n", &year, &end) != 1 || text[end] != '\0' || !is_year(year))
		return false;
	*period = (struct period){ch_date_of(year, 1, 1), YEAR_MONTHS, CH_UNIT_MONTHS, true};
	return true;
}

/* "october", "oct 2025": what a first day of it may be written with */
static bool read_month(const char *text, ch_date today, struct period *period)
{
	struct ch_error ignored = CH_NO_ERROR;
	char first[TEXT_MOST + 8];
	ch_date from;

	if (!isalpha((unsigned char)*text))
		return false;
	snprintf(first, sizeof(first), "1 %s", text);
	if (ch_date_parse(first, today, false, &from, &ignored) != CH_OK || ch_date_split(from).day != 1)
		return false;
	*period = (struct period){from, 1, CH_UNIT_MONTHS, strpbrk(text, "0123456789") != NULL};
	return true;
}

enum ch_status ch_period_parse(const char *text, ch_date today, ch_date *from, ch_date *to, struct ch_error *err)
{
	struct period period;
	char plain[TEXT_MOST + 1], given[EXCERPT_SIZE];
	size_t length = strlen(text += strspn(text, " "));

	while (length > 0 && text[length - 1] == ' ')
		length--;
	snprintf(plain, sizeof(plain), "%.*s", (int)length, text);
	if (length > TEXT_MOST || (!read_relative(plain, today, &period) && !read_quarter(plain, today, &period) &&
				   !read_figures(plain, &period) && !read_month(plain, today, &period))) {
		ch_fail(err, CH_DATA, _("\"%s\" is no period"), excerpt_of(text, given));
		return ch_error_fix(err, _("write it as october, 2026-10, last month, q3, last quarter or this year"));
	}
	if (period.from > today && !period.year_given)
		period.from = ch_date_add(period.from, -YEAR_MONTHS, CH_UNIT_MONTHS);
	*from = period.from;
	*to = ch_date_add(period.from, period.count, period.unit) - 1;
	if (*to > today && *from <= today)
		*to = today;
	return CH_OK;
}
