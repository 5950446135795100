/*
 * The only place that asks the machine which day it is, and for its time zone.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/instant.h"
#include "chiron/date.h"

enum { DAY_SECONDS = 86400 };

/* The local date and time of an instant; false where the machine cannot tell. */
static bool local_time(time_t instant, struct tm *local)
{
	/* POSIX lets localtime_r() ignore TZ until this has been called. */
	tzset();
	return localtime_r(&instant, local) != NULL;
}

static ch_date date_of(const struct tm *tm)
{
	return ch_date_of(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday);
}

ch_date clock_day_of(time_t moment)
{
	struct tm local;

	return local_time(moment, &local) ? date_of(&local) : CH_NO_DATE;
}

ch_date ch_clock_today(const struct ch_clock *clock)
{
	return clock->fixed_today != CH_NO_DATE ? clock->fixed_today : clock_day_of(time(NULL));
}

char *ch_clock_now(const struct ch_clock *clock, char out[CH_INSTANT_SIZE])
{
	time_t now = time(NULL);
	ch_date date = clock->fixed_today;
	int second = DAY_SECONDS / 2;
	char day[CH_DATE_SIZE];

	if (date == CH_NO_DATE) {
		date = ch_date_add(0, (int)(now / DAY_SECONDS), CH_UNIT_DAYS);
		second = (int)(now % DAY_SECONDS);
	}
	snprintf(out, CH_INSTANT_SIZE, "%sT%02d:%02d:%02dZ", ch_date_iso(date, day), second / 3600 % 24,
		 second / 60 % 60, second % 60);
	return out;
}

/* The date at the start of an instant and its second of the day; false where `text` is no instant. */
static bool read_instant(const char *text, ch_date *date, int *second)
{
	static const char shape[] = "dddd-dd-ddTdd:dd:ddZ";
	int part[6] = {0}, at = 0;

	if (strnlen(text, CH_INSTANT_SIZE) != CH_INSTANT_SIZE - 1)
		return false;
	for (size_t i = 0; i < CH_INSTANT_SIZE - 1; i++) {
		if (shape[i] != 'd') {
			if (text[i] != shape[i])
				return false;
			at++;
		} else if (text[i] < '0' || text[i] > '9') {
			return false;
		} else {
			part[at] = part[at] * 10 + (text[i] - '0');
		}
	}
	*date = ch_date_of(part[0], part[1], part[2]);
	*second = part[3] * 3600 + part[4] * 60 + part[5];
	return *date != CH_NO_DATE && part[3] < 24 && part[4] < 60 && part[5] < 60;
}

bool instant_valid(const char *text)
{
	ch_date date;
	int second;

	return read_instant(text, &date, &second);
}

char *instant_show(const char *text, ch_date today, char out[INSTANT_SHOWN_SIZE])
{
	struct tm local;
	ch_date date;
	int second;
	char day[16];

	if (!read_instant(text, &date, &second) || !local_time((time_t)date * DAY_SECONDS + second, &local))
		ch_abort("an instant is not what it should be");
	snprintf(out, INSTANT_SHOWN_SIZE, "%s %02d:%02d", ch_date_show(date_of(&local), today, day), local.tm_hour % 24,
		 local.tm_min % 60);
	return out;
}
