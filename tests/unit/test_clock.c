/* What "now" means, and instants shown in local time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/instant.h"
#include "chiron/date.h"

static const struct ch_clock real_clock = {.fixed_today = CH_NO_DATE};

static void use_zone(const char *zone)
{
	setenv("TZ", zone, 1);
	tzset();
}

static void test_fixed_clock(void **state)
{
	struct ch_clock clock = {.fixed_today = ch_date_from_iso("2026-11-23")};
	char now[CH_INSTANT_SIZE];

	(void)state;
	assert_int_equal(ch_clock_today(&clock), clock.fixed_today);
	assert_string_equal(ch_clock_now(&clock, now), "2026-11-23T12:00:00Z");
	clock.fixed_today = ch_date_from_iso("9999-12-31");
	assert_string_equal(ch_clock_now(&clock, now), "9999-12-31T12:00:00Z");
}

static void test_real_clock(void **state)
{
	char before[CH_INSTANT_SIZE], now[CH_INSTANT_SIZE], after[CH_INSTANT_SIZE];
	time_t first = time(NULL), last;

	(void)state;
	ch_clock_now(&real_clock, now);
	last = time(NULL);
	strftime(before, sizeof(before), "%Y-%m-%dT%H:%M:%SZ", gmtime(&first));
	strftime(after, sizeof(after), "%Y-%m-%dT%H:%M:%SZ", gmtime(&last));
	/* Instants sort as text. */
	assert_true(strcmp(before, now) <= 0 && strcmp(now, after) <= 0);
	assert_true(instant_valid(now));
}

static void test_today_is_local(void **state)
{
	ch_date east, west;

	(void)state;
	/* A day and two hours apart: never the same date, whatever the time. */
	use_zone("EAST-13");
	east = ch_clock_today(&real_clock);
	use_zone("WEST+13");
	west = ch_clock_today(&real_clock);
	assert_in_range(east - west, 1, 2);
	use_zone("UTC");
}

static void test_valid_instants(void **state)
{
	static const char *const wrong[] = {"",			    "2026-11-23",	     "2026-11-23 17:30:00Z",
					    "2026-11-23T17:30:00",  "2026-11-23T17:30:00ZZ", "2026-11-31T17:30:00Z",
					    "2026-11-23T24:00:00Z", "2026-11-23T17:60:00Z",  "2026-11-23T17:30:60Z",
					    "2026-11-23T17:30:0xZ"};

	(void)state;
	assert_true(instant_valid("2026-11-23T17:30:00Z"));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(instant_valid(wrong[i]));
}

static void test_instants_are_shown_in_local_time(void **state)
{
	ch_date today = ch_date_from_iso("2026-11-23");
	char text[INSTANT_SHOWN_SIZE];

	(void)state;
	use_zone("UTC");
	assert_string_equal(instant_show("2026-11-23T17:30:00Z", today, text), "Mon 23 Nov 17:30");
	use_zone("EAST-8");
	assert_string_equal(instant_show("2026-11-23T17:30:00Z", today, text), "Tue 24 Nov 01:30");
	use_zone("UTC");
	assert_string_equal(instant_show("2038-01-19T03:14:08Z", today, text), "19 Jan 2038 03:14");
	assert_string_equal(instant_show("1901-01-01T00:00:00Z", today, text), "1 Jan 1901 00:00");
	assert_string_equal(instant_show("9999-12-31T23:59:59Z", today, text), "31 Dec 9999 23:59");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fixed_clock),
		cmocka_unit_test(test_real_clock),
		cmocka_unit_test(test_today_is_local),
		cmocka_unit_test(test_valid_instants),
		cmocka_unit_test(test_instants_are_shown_in_local_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
