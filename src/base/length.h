/*
 * Lengths of time, for the layers above that read and write them in fields.
 */
#ifndef CHIRON_BASE_LENGTH_H
#define CHIRON_BASE_LENGTH_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/date.h"

enum {
	LENGTH_SIZE = 32,
	LENGTH_MOST_HOURS = 100000 /* no length of time is longer */
};

/* What a number without a unit stands for. */
enum length_bare { LENGTH_BARE_MINUTES, LENGTH_BARE_HOURS };

/*
 * Minutes from "45m", "1h", "1h15", "1:15", "1.5h", "1,5 hours" or a bare number: with LENGTH_BARE_HOURS it may have
 * decimals. From 0 to LENGTH_MOST_HOURS; false where the text is anything else.
 */
bool length_read(const char *text, enum length_bare bare, int64_t *minutes);

/* Hours with at most two decimals, "1.5" or "0.33"; length_read() gives the same minutes again. Returns `out`. */
char *length_hours(int64_t minutes, char out[LENGTH_SIZE]);

/* "45m", "1h", "1h15". Returns `out`. */
char *length_show(int64_t minutes, char out[LENGTH_SIZE]);

/* Minute of the day from "17:30", "17.30", "1730", "5pm", up to 24:00 (1440); false where it is anything else. */
bool time_of_day_read(const char *text, int *minute);

/* "17:30". Returns `out`. */
char *time_of_day_show(int64_t minute, char out[LENGTH_SIZE]);

#endif
