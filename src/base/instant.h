/*
 * Instants, for the layers above that check and show them.
 */
#ifndef CHIRON_BASE_INSTANT_H
#define CHIRON_BASE_INSTANT_H

#include <stdbool.h>
#include <time.h>

#include "chiron/date.h"

enum { INSTANT_SHOWN_SIZE = 24 };

/* Whether `text` is an instant as ch_clock_now() writes it. */
bool instant_valid(const char *text);

/* The local day of a moment as the machine counts them; CH_NO_DATE where it cannot tell. */
ch_date clock_day_of(time_t moment);

/* In local time, "Mon 23 Nov 17:30"; `text` is valid. Returns `out`. */
char *instant_show(const char *text, ch_date today, char out[INSTANT_SHOWN_SIZE]);

#endif
