/* Calendar arithmetic against a naive model, and what people type. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/date.h"
#include "chiron/text.h"

static ch_date day(const char *iso)
{
	ch_date date = ch_date_from_iso(iso);

	assert_int_not_equal(date, CH_NO_DATE);
	return date;
}

static int model_month_days(int year, int month)
{
	if (month == 2)
		return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Walks the whole calendar one day at a time. */
static void test_every_day_from_1900_to_9999(void **state)
{
	ch_date expected = ch_date_of(1900, 1, 1);
	int weekday = 1;

	(void)state;
	assert_int_equal(ch_date_of(1970, 1, 1), 0);
	for (int year = 1900; year <= 9999; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int d = 1; d <= model_month_days(year, month); d++) {
				struct ch_ymd ymd = ch_date_split(expected);

				if (ch_date_of(year, month, d) != expected || ymd.year != year || ymd.month != month ||
				    ymd.day != d || ch_date_weekday(expected) != weekday)
					fail_msg("%d-%d-%d", year, month, d);
				expected++;
				weekday = weekday % 7 + 1;
			}
			assert_int_equal(ch_date_of(year, month, model_month_days(year, month) + 1), CH_NO_DATE);
		}
	}
	assert_int_equal(ch_date_of(9999, 12, 31), expected - 1);
}

static ch_date model_add_months(ch_date date, int count)
{
	struct ch_ymd at = ch_date_split(date);

	for (; count > 0; count--) {
		at.month++;
		if (at.month == 13) {
			at.month = 1;
			at.year++;
		}
	}
	for (; count < 0; count++) {
		at.month--;
		if (at.month == 0) {
			at.month = 12;
			at.year--;
		}
	}
	if (at.day > model_month_days(at.year, at.month))
		at.day = model_month_days(at.year, at.month);
	return ch_date_of(at.year, at.month, at.day);
}

static void test_add_agrees_with_a_naive_model(void **state)
{
	static const int counts[] = {-25, -12, -1, 0, 1, 2, 3, 6, 11, 12, 13, 48};

	(void)state;
	for (ch_date date = day("1999-01-01"); date <= day("2030-12-31"); date++) {
		for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
			int count = counts[i];
			ch_date later = ch_date_add(date, count, CH_UNIT_MONTHS);

			if (later != model_add_months(date, count))
				fail_msg("day %d and %d months", (int)date, count);
		}
		assert_int_equal(ch_date_add(date, 10, CH_UNIT_DAYS), date + 10);
		assert_int_equal(ch_date_add(date, -3, CH_UNIT_WEEKS), date - 21);
	}
}

static void test_month_ends(void **state)
{
	(void)state;
	assert_int_equal(ch_date_add(day("2026-01-31"), 1, CH_UNIT_MONTHS), day("2026-02-28"));
	assert_int_equal(ch_date_add(day("2028-01-31"), 1, CH_UNIT_MONTHS), day("2028-02-29"));
	assert_int_equal(ch_date_add(day("2028-02-29"), 12, CH_UNIT_MONTHS), day("2029-02-28"));
	assert_int_equal(ch_date_add(day("2026-03-31"), -1, CH_UNIT_MONTHS), day("2026-02-28"));
	assert_int_equal(ch_date_add(day("2038-01-19"), 1, CH_UNIT_DAYS), day("2038-01-20"));
	assert_int_equal(ch_date_add(day("2026-05-01"), 7, CH_UNIT_NONE), day("2026-05-01"));
}

static void test_beyond_the_calendar(void **state)
{
	static const int huge[] = {INT32_MAX, INT32_MIN, 3000000, -3000000};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		for (enum ch_unit unit = CH_UNIT_DAYS; unit <= CH_UNIT_MONTHS; unit++)
			assert_int_equal(ch_date_add(day("2026-01-31"), huge[i], unit), CH_NO_DATE);
	}
	assert_int_equal(ch_date_add(day("9999-12-31"), 1, CH_UNIT_DAYS), CH_NO_DATE);
	assert_int_equal(ch_date_add(day("9999-12-01"), 1, CH_UNIT_MONTHS), CH_NO_DATE);
	assert_int_equal(ch_date_add(day("1900-01-31"), -1, CH_UNIT_MONTHS), CH_NO_DATE);
	assert_int_equal(ch_date_add(CH_NO_DATE, 1, CH_UNIT_DAYS), CH_NO_DATE);
	assert_int_equal(ch_date_of(1899, 12, 31), CH_NO_DATE);
	assert_int_equal(ch_date_of(10000, 1, 1), CH_NO_DATE);
	assert_int_equal(ch_date_of(2026, 13, 1), CH_NO_DATE);
	assert_int_equal(ch_date_of(2026, 0, 1), CH_NO_DATE);
	assert_int_equal(ch_date_of(2026, 1, 0), CH_NO_DATE);
	assert_int_equal(ch_date_of(1900, 2, 29), CH_NO_DATE);
	assert_int_equal(ch_date_of(INT32_MAX, INT32_MAX, INT32_MAX), CH_NO_DATE);
	assert_int_equal(ch_date_split(CH_NO_DATE).year, 0);
	assert_in_range(ch_date_weekday(INT32_MAX), 1, 7);
}

static void test_iso(void **state)
{
	static const char *const wrong[] = {"",		  "2026-1-05",	 "2026-02-30",	"2026-01-011",
					    "2026/01/01", " 2026-01-01", "2026-01-01 ", "20260101",
					    "-026-01-01", "2026-01-0a",	 "1899-12-31"};
	char text[CH_DATE_SIZE];

	(void)state;
	for (ch_date date = day("1999-01-01"); date < day("2002-01-01"); date++)
		assert_int_equal(ch_date_from_iso(ch_date_iso(date, text)), date);
	assert_string_equal(ch_date_iso(day("9999-12-31"), text), "9999-12-31");
	assert_string_equal(ch_date_iso(CH_NO_DATE, text), "");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_int_equal(ch_date_from_iso(wrong[i]), CH_NO_DATE);
}

static void test_show(void **state)
{
	char text[16];

	(void)state;
	assert_string_equal(ch_date_show(day("2026-11-02"), day("2026-11-23"), text), "Mon 2 Nov");
	assert_string_equal(ch_date_show(day("2025-11-02"), day("2026-11-23"), text), "2 Nov 2025");
	assert_string_equal(ch_date_show(day("2026-05-24"), day("2026-11-23"), text), "Sun 24 May");
	assert_string_equal(ch_date_show(day("2026-05-23"), day("2026-11-23"), text), "23 May 2026"); /* half a year */
	assert_string_equal(ch_date_show(day("2026-10-05"), day("2026-02-23"), text), "5 Oct 2026");
	assert_string_equal(ch_date_show(CH_NO_DATE, day("2026-11-23"), text), "");
	assert_string_equal(ch_date_show(day("2026-11-02"), CH_NO_DATE, text), "2 Nov 2026");
}

static void a_sentence_has_the_month_whole(void **state)
{
	char text[CH_DATE_WORDS_SIZE];

	(void)state;
	assert_string_equal(ch_date_words(day("2026-10-03"), day("2026-11-23"), text), "3 October");
	assert_string_equal(ch_date_words(day("2026-03-03"), day("2026-11-23"), text), "3 March 2026");
	assert_string_equal(ch_date_words(day("2027-09-30"), day("2026-11-23"), text), "30 September 2027");
	assert_string_equal(ch_date_words(day("2026-03-03"), CH_NO_DATE, text), "3 March 2026");
	assert_string_equal(ch_date_words(CH_NO_DATE, day("2026-11-23"), text), "");
	assert_string_equal(ch_date_words(day("9999-12-31"), CH_NO_DATE, text), "31 December 9999");
}

static void a_period_is_no_day_and_is_told_so(void **state)
{
	static const char *const periods[] = {"June 2026", "june", "2026-06", "q3", "2026", "last month",
					       "last week"};
	struct ch_error err = CH_NO_ERROR;
	ch_date date;

	(void)state;
	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
		assert_int_equal(ch_date_parse(periods[i], day("2026-11-23"), false, &date, &err), CH_DATA);
		assert_non_null(strstr(err.message, "is more than a day: give one day"));
	}
	assert_int_equal(ch_date_parse("juneish", day("2026-11-23"), false, &date, &err), CH_DATA);
	assert_non_null(strstr(err.message, "is not a date"));
}

/* What is typed on Monday, 23 November 2026, for things that were, and for things to come. */
static const struct {
	const char *text, *past, *ahead;
} typed[] = {
	{"2026-11-02", "2026-11-02", "2026-11-02"},
	{"2026-1-5", "2026-01-05", "2026-01-05"},
	{"2026/1/5", "2026-01-05", "2026-01-05"},
	{" today ", "2026-11-23", "2026-11-23"},
	{"YESTERDAY", "2026-11-22", "2026-11-22"},
	{"Tomorrow", "2026-11-24", "2026-11-24"},
	{"mon", "2026-11-23", "2026-11-30"},
	{"Tues", "2026-11-17", "2026-11-24"},
	{"sunday", "2026-11-22", "2026-11-29"},
	{"next tue", "2026-11-24", "2026-11-24"},
	{"next mon", "2026-11-30", "2026-11-30"},
	{"last fri", "2026-11-20", "2026-11-20"},
	{"last mon", "2026-11-16", "2026-11-16"},
	{"next week", "2026-11-30", "2026-11-30"},
	{"-3d", "2026-11-20", "2026-11-20"},
	{"\xe2\x88\x92 3 days", "2026-11-20", "2026-11-20"},
	{"+2w", "2026-12-07", "2026-12-07"},
	{"+1m", "2026-12-23", "2026-12-23"},
	{"in 6 weeks", "2027-01-04", "2027-01-04"},
	{"end of month", "2026-11-30", "2026-11-30"},
	{"End of the month", "2026-11-30", "2026-11-30"},
	{"end of next month", "2026-12-31", "2026-12-31"},
	{"end of quarter", "2026-12-31", "2026-12-31"},
	{"end of this quarter", "2026-12-31", "2026-12-31"},
	{"end of next quarter", "2027-03-31", "2027-03-31"},
	{"end of year", "2026-12-31", "2026-12-31"},
	{"end of next year", "2027-12-31", "2027-12-31"},
	{"end of feb", "2026-02-28", "2027-02-28"},
	{"end of dec", "2026-12-31", "2026-12-31"},
	{"in a fortnight", "2026-12-07", "2026-12-07"},
	{"3 days ago", "2026-11-20", "2026-11-20"},
	{"a year ago", "2025-11-23", "2025-11-23"},
	{"2 nov", "2026-11-02", "2027-11-02"},
	{"2nov", "2026-11-02", "2027-11-02"},
	{"Nov 2nd", "2026-11-02", "2027-11-02"},
	{"23 nov", "2026-11-23", "2026-11-23"},
	{"24 nov", "2026-11-24", "2026-11-24"},
	{"29 feb", "2024-02-29", "2028-02-29"},
	{"2 november 2026", "2026-11-02", "2026-11-02"},
	{"2. Nov. 26", "2026-11-02", "2026-11-02"},
	{"november 2, 2026", "2026-11-02", "2026-11-02"},
	{"2/11/2026", "2026-11-02", "2026-11-02"},
	{"02.11.2026", "2026-11-02", "2026-11-02"},
	{"2-11-2026", "2026-11-02", "2026-11-02"},
	{"2/11/26", "2026-11-02", "2026-11-02"},
	{"2/11/46", "2046-11-02", "2046-11-02"},
	{"2/11/47", "1947-11-02", "1947-11-02"},
	{"2/11", "2026-11-02", "2027-11-02"},
	{"2.11.", "2026-11-02", "2027-11-02"},
	{"Mon 2 Nov", "2026-11-02", "2026-11-02"},
	{"28 Dec Mon", "2026-12-28", "2026-12-28"},
	{"Mon 23 Nov 2026", "2026-11-23", "2026-11-23"},
	{"9999-12-31", "9999-12-31", "9999-12-31"},
};

/* Where a day to come is asked for, a length of time alone is one; where one that was, it is not. */
static void test_ahead_a_length_of_time_is_a_day(void **state)
{
	static const struct {
		const char *text, *ahead;
	} lengths[] = {
		{"2 weeks", "2026-12-07"}, {"14 days", "2026-12-07"}, {"a month", "2026-12-23"},
		{"6w", "2027-01-04"},	   {"a fortnight", "2026-12-07"},
	};
	struct ch_error err = CH_NO_ERROR;
	ch_date today = day("2026-11-23"), date;

	(void)state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		assert_int_equal(ch_date_parse(lengths[i].text, today, true, &date, &err), CH_OK);
		assert_int_equal(date, day(lengths[i].ahead));
		assert_int_equal(ch_date_parse(lengths[i].text, today, false, &date, &err), CH_DATA);
		assert_non_null(strstr(err.message, "write it as 2026-11-23, 23 nov or -3d"));
	}
	assert_int_equal(ch_date_parse("soon", today, true, &date, &err), CH_DATA);
	assert_non_null(strstr(err.message, "write it as fri, in 2 weeks, 4 dec or 2026-12-04"));
}

static void test_what_people_type(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	ch_date today = day("2026-11-23"), date;
	char text[CH_DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		for (int ahead = 0; ahead < 2; ahead++) {
			const char *expected = ahead ? typed[i].ahead : typed[i].past;

			if (ch_date_parse(typed[i].text, today, ahead, &date, &err) != CH_OK)
				fail_msg("%s", err.message);
			if (strcmp(ch_date_iso(date, text), expected) != 0)
				fail_msg("\"%s\" (ahead %d) is %s, not %s", typed[i].text, ahead, text, expected);
		}
	}
}

static void test_shown_dates_are_read_back(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	ch_date today = day("2026-07-01"), read;
	char text[16];

	(void)state;
	for (ch_date date = day("2023-01-01"); date <= day("2029-12-31"); date++) {
		for (int ahead = 0; ahead < 2; ahead++) {
			assert_int_equal(ch_date_parse(ch_date_show(date, today, text), today, ahead, &read, &err),
					 CH_OK);
			assert_int_equal(read, date);
		}
	}
}

static void test_what_is_no_date(void **state)
{
	static const char *const wrong[] = {"",
					    "   ",
					    "soon",
					    "2026",
					    "12",
					    "11/23/2026",
					    "mo",
					    "26-11-02",
					    "2-11",
					    "nov",
					    "nov 2026",
					    "2 nov 3",
					    "3 days",
					    "in days",
					    "+3",
					    "next",
					    "last 3d",
					    "2/11/2026/1",
					    "0 jan",
					    "+9999999w",
					    "in 999999999 years",
					    "Tue 23 Nov 2026",
					    "1.1.1899",
					    "\x1b[31m",
					    "9999999999d",
					    "a b c d e f g h i j",
					    "2/11/2026 17:30"};
	struct ch_error err = CH_NO_ERROR;
	ch_date date = 77;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		if (ch_date_parse(wrong[i], day("2026-11-23"), false, &date, &err) != CH_DATA)
			fail_msg("\"%s\" was read", wrong[i]);
		assert_int_equal(date, 77);
		/* It names three forms that work. */
		assert_non_null(strstr(err.message, "2026-11-23"));
		assert_non_null(strstr(err.message, "23 nov"));
		assert_non_null(strstr(err.message, "-3d"));
		assert_false(ch_text_has_controls(err.message, false));
	}
	ch_date_parse("soonish", day("2026-11-23"), false, &date, &err);
	assert_non_null(strstr(err.message, "\"soonish\""));
}

static void test_a_day_its_month_lacks_is_told(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	ch_date date = 77;

	(void)state;
	assert_int_equal(ch_date_parse("31/02/2026", day("2026-11-23"), false, &date, &err), CH_DATA);
	assert_int_equal(date, 77);
	assert_non_null(strstr(err.message, "28 February 2026"));
	assert_int_equal(ch_date_parse("32 nov", day("2026-11-23"), false, &date, &err), CH_DATA);
	assert_int_equal(date, 77);
	assert_non_null(strstr(err.message, "30 November 2026"));
}

static void test_huge_text_is_no_date(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	char text[5000];
	ch_date date;

	(void)state;
	memset(text, '9', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	assert_int_equal(ch_date_parse(text, 0, false, &date, &err), CH_DATA);
	assert_true(strlen(err.message) < 200);
}

static const struct {
	const char *text;
	int minutes, start;
} lengths[] = {
	{"45", 45, -1},
	{"45m", 45, -1},
	{"45 minutes", 45, -1},
	{"1h", 60, -1},
	{"1H15", 75, -1},
	{"1h15m", 75, -1},
	{"1 h 15 min", 75, -1},
	{"1:15", 75, -1},
	{"1.5h", 90, -1},
	{"1,5 hours", 90, -1},
	{"0.33h", 20, -1},
	{"24h", 1440, -1},
	{"1", 1, -1},
	{"1440", 1440, -1},
	{"17:30-18:45", 75, 1050},
	{"17:30 \xe2\x80\x93 18:45", 75, 1050},
	{"9.05 to 9.50", 45, 545},
	{"0900-1000", 60, 540},
	{"5pm-6:15pm", 75, 1020},
	{"23:30-24:00", 30, 1410},
	{"12am-12pm", 720, 0},
};

static void test_lengths_of_time(void **state)
{
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		int minutes = 0, start = 0;

		if (ch_minutes_parse(lengths[i].text, &minutes, &start, &err) != CH_OK)
			fail_msg("%s", err.message);
		if (minutes != lengths[i].minutes || start != lengths[i].start)
			fail_msg("\"%s\" is %d from %d", lengths[i].text, minutes, start);
		assert_int_equal(ch_minutes_parse(lengths[i].text, &minutes, NULL, &err), CH_OK);
	}
}

static void test_no_lengths_of_time(void **state)
{
	static const char *const wrong[] = {"",
					    " ",
					    "0",
					    "0h",
					    "1441",
					    "25h",
					    "-5",
					    "1h60",
					    "1:60",
					    "1:5",
					    "1.5",
					    "long",
					    "18:45-17:30",
					    "17:30-17:30",
					    "17:30-",
					    "25:00-26:00",
					    "999999999h",
					    "1h15x",
					    "13pm-2pm",
					    "17:30-18:45-19:00"};
	struct ch_error err = CH_NO_ERROR;
	int minutes = 77, start = 78;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		if (ch_minutes_parse(wrong[i], &minutes, &start, &err) != CH_DATA)
			fail_msg("\"%s\" was read as %d", wrong[i], minutes);
		assert_int_equal(minutes, 77);
		assert_int_equal(start, 78);
	}
}

static const struct {
	const char *text;
	int count;
	enum ch_unit unit;
	const char *canonical, *shown;
} intervals[] = {
	{"2 weeks", 2, CH_UNIT_WEEKS, "2 weeks", "every 2 weeks"},
	{"Monthly", 1, CH_UNIT_MONTHS, "1 month", "every month"},
	{"fortnightly", 2, CH_UNIT_WEEKS, "2 weeks", "every 2 weeks"},
	{"every 10 days", 10, CH_UNIT_DAYS, "10 days", "every 10 days"},
	{"6 weeks", 6, CH_UNIT_WEEKS, "6 weeks", "every 6 weeks"},
	{"bi-monthly", 2, CH_UNIT_MONTHS, "2 months", "every 2 months"},
	{"bimonthly", 2, CH_UNIT_MONTHS, "2 months", "every 2 months"},
	{"1 month", 1, CH_UNIT_MONTHS, "1 month", "every month"},
	{"weekly", 1, CH_UNIT_WEEKS, "1 week", "every week"},
	{"every day", 1, CH_UNIT_DAYS, "1 day", "every day"},
	{"every other week", 2, CH_UNIT_WEEKS, "2 weeks", "every 2 weeks"},
	{"quarterly", 3, CH_UNIT_MONTHS, "3 months", "every 3 months"},
	{"every fortnight", 2, CH_UNIT_WEEKS, "2 weeks", "every 2 weeks"},
};

static void test_intervals(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	enum ch_unit unit;
	char text[32];
	int count;

	(void)state;
	for (size_t i = 0; i < sizeof(intervals) / sizeof(intervals[0]); i++) {
		const char *forms[] = {intervals[i].text, intervals[i].canonical, intervals[i].shown};

		for (size_t form = 0; form < 3; form++) {
			assert_int_equal(ch_interval_parse(forms[form], &count, &unit, &err), CH_OK);
			assert_int_equal(count, intervals[i].count);
			assert_int_equal(unit, intervals[i].unit);
		}
		assert_string_equal(ch_interval_text(count, unit, text), intervals[i].canonical);
		assert_string_equal(ch_interval_show(count, unit, text), intervals[i].shown);
	}
	assert_string_equal(ch_interval_show(1, CH_UNIT_NONE, text), "");
	assert_string_equal(ch_interval_text(1, CH_UNIT_NONE, text), "");
}

static void test_no_intervals(void **state)
{
	static const char *const wrong[] = {"",
					    "often",
					    "week",
					    "2",
					    "0 days",
					    "367 days",
					    "every",
					    "every 2",
					    "bi-daily-ish",
					    "999999999 years",
					    "-2 weeks",
					    "every 2 weeks or so"};
	struct ch_error err = CH_NO_ERROR;
	enum ch_unit unit = CH_UNIT_NONE;
	int count = 77;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		if (ch_interval_parse(wrong[i], &count, &unit, &err) != CH_DATA)
			fail_msg("\"%s\" was read", wrong[i]);
		assert_int_equal(count, 77);
		assert_int_equal(unit, CH_UNIT_NONE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day_from_1900_to_9999),
		cmocka_unit_test(test_add_agrees_with_a_naive_model),
		cmocka_unit_test(test_month_ends),
		cmocka_unit_test(test_beyond_the_calendar),
		cmocka_unit_test(test_iso),
		cmocka_unit_test(test_show),
		cmocka_unit_test(test_what_people_type),
		cmocka_unit_test(test_ahead_a_length_of_time_is_a_day),
		cmocka_unit_test(a_sentence_has_the_month_whole),
		cmocka_unit_test(a_period_is_no_day_and_is_told_so),
		cmocka_unit_test(test_shown_dates_are_read_back),
		cmocka_unit_test(test_what_is_no_date),
		cmocka_unit_test(test_a_day_its_month_lacks_is_told),
		cmocka_unit_test(test_huge_text_is_no_date),
		cmocka_unit_test(test_lengths_of_time),
		cmocka_unit_test(test_no_lengths_of_time),
		cmocka_unit_test(test_intervals),
		cmocka_unit_test(test_no_intervals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
