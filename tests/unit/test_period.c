/* Periods as people name them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/date.h"
#include "chiron/text.h"

/* "2026-10-01 2026-10-31", or the message; today is Monday 23 November 2026. */
static const char *period(const char *text)
{
	static char out[600];
	struct ch_error err = CH_NO_ERROR;
	char first[CH_DATE_SIZE], last[CH_DATE_SIZE];
	ch_date from, to;

	if (ch_period_parse(text, ch_date_of(2026, 11, 23), &from, &to, &err) == CH_OK)
		snprintf(out, sizeof(out), "%s %s", ch_date_iso(from, first), ch_date_iso(to, last));
	else
		snprintf(out, sizeof(out), "%s", err.message);
	return out;
}

static void months_by_name_and_number(void **state)
{
	(void)state;
	assert_string_equal(period("october"), "2026-10-01 2026-10-31");
	assert_string_equal(period(" Oct "), "2026-10-01 2026-10-31");
	assert_string_equal(period("2026-10"), "2026-10-01 2026-10-31");
	assert_string_equal(period("feb 2024"), "2024-02-01 2024-02-29");
	assert_string_equal(period("november"), "2026-11-01 2026-11-23");
	assert_string_equal(period("december"), "2025-12-01 2025-12-31");
	assert_string_equal(period("december 2026"), "2026-12-01 2026-12-31");
}

static void this_and_last(void **state)
{
	(void)state;
	assert_string_equal(period("last month"), "2026-10-01 2026-10-31");
	assert_string_equal(period("this month"), "2026-11-01 2026-11-23");
	assert_string_equal(period("last quarter"), "2026-07-01 2026-09-30");
	assert_string_equal(period("this quarter"), "2026-10-01 2026-11-23");
	assert_string_equal(period("This Year"), "2026-01-01 2026-11-23");
	assert_string_equal(period("last year"), "2025-01-01 2025-12-31");
	assert_string_equal(period("last week"), "2026-11-16 2026-11-22");
	assert_string_equal(period("this week"), "2026-11-23 2026-11-23");
}

static void quarters_and_years(void **state)
{
	(void)state;
	assert_string_equal(period("q3"), "2026-07-01 2026-09-30");
	assert_string_equal(period("Q4"), "2026-10-01 2026-11-23");
	assert_string_equal(period("q2 2025"), "2025-04-01 2025-06-30");
	assert_string_equal(period("2025"), "2025-01-01 2025-12-31");
}

static void what_is_none_is_named(void **state)
{
	static const char *const none[] = {"", "q5", "2026-13", "last", "soon", "99", "oct oct", "last month or so"};

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_non_null(strstr(period(none[i]), "is no period"));
}

/* What was given is quoted with nothing in it that steers a terminal, and is not cut within a letter. */
static void what_is_quoted_is_safe(void **state)
{
	const char *said;

	(void)state;
	assert_string_equal(period("\x1b[2J"), "\"\\x1b[2J\" is no period");
	/* Its 60th byte is the first of a letter's two. */
	said = period("a soon that is not to be taken for a period of any kind, \u00e9\u00e9\u00e9\u00e9\u00e9");
	assert_int_equal(ch_text_valid(said, strlen(said)), strlen(said));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_by_name_and_number),
		cmocka_unit_test(this_and_last),
		cmocka_unit_test(quarters_and_years),
		cmocka_unit_test(what_is_none_is_named),
		cmocka_unit_test(what_is_quoted_is_safe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
