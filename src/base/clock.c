/*
 * The only place that asks the machine for the time.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "chiron/date.h"

ch_date ch_clock_today(const struct ch_clock *clock)
{
	time_t now = time(NULL);
	struct tm local;

	if (clock->fixed_today != CH_NO_DATE)
		return clock->fixed_today;
	/* POSIX lets localtime_r() ignore TZ until this has been called. */
	tzset();
	if (!localtime_r(&now, &local))
		return CH_NO_DATE;
	return ch_date_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

char *ch_clock_now(const struct ch_clock *clock, char out[CH_INSTANT_SIZE])
{
	time_t now = time(NULL);
	ch_date date = clock->fixed_today;
	int second = 12 * 3600;
	char day[CH_DATE_SIZE];

	if (date == CH_NO_DATE) {
		date = ch_date_add(0, (int)(now / 86400), CH_UNIT_DAYS);
		second = (int)(now % 86400);
	}
	snprintf(out, CH_INSTANT_SIZE, "%sT%02d:%02d:%02dZ", ch_date_iso(date, day), second / 3600 % 24,
		 second / 60 % 60, second % 60);
	return out;
}
