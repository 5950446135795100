/*
 * Each form is a short row of words (words.h); the readers below take the words
 * of a part of the text, so that a range can use the one for times of day twice.
 */
#include "base/length.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/excerpt.h"
#include "base/words.h"

enum { DAY = 1440 };

static bool is_hour_unit(const struct word *word)
{
	return word_is(word, "h") || word_is(word, "hr") || word_is(word, "hrs") || word_is(word, "hour") ||
	       word_is(word, "hours");
}

static bool is_minute_unit(const struct word *word)
{
	return word_is(word, "m") || word_is(word, "min") || word_is(word, "mins") || word_is(word, "minute") ||
	       word_is(word, "minutes");
}

static bool is_point(const struct word *word)
{
	return word_is_sign(word, '.') || word_is_sign(word, ',');
}

/* A decimal number of hours to the nearest minute. */
static int64_t decimal_hours(const struct word *whole, const struct word *fraction)
{
	int64_t scale = 1;

	for (int i = 0; i < fraction->digits; i++)
		scale *= 10;
	return (int64_t)whole->number * 60 + ((int64_t)fraction->number * 60 + scale / 2) / scale;
}

/* "1h", "1h15", "1 h 15 min": `count` words that begin with a number and a unit of hours. */
static bool read_hours_and_minutes(const struct word *w, int count, int64_t *minutes)
{
	if (count < 2 || !is_hour_unit(&w[1]))
		return false;
	*minutes = (int64_t)w[0].number * 60;
	if (count == 2)
		return true;
	*minutes += w[2].number;
	return w[2].kind == WORD_NUMBER && w[2].number < 60 && (count == 3 || (count == 4 && is_minute_unit(&w[3])));
}

static bool read_words(const struct word *w, int count, enum length_bare bare, int64_t *minutes)
{
	if (w[0].kind != WORD_NUMBER)
		return false;
	if (count == 1)
		*minutes = bare == LENGTH_BARE_HOURS ? (int64_t)w[0].number * 60 : w[0].number;
	else if (count == 2 && is_minute_unit(&w[1]))
		*minutes = w[0].number;
	else if (count == 3 && word_is_sign(&w[1], ':') && w[2].digits == 2 && w[2].number < 60)
		*minutes = (int64_t)w[0].number * 60 + w[2].number;
	else if (is_point(&w[1]) && w[2].kind == WORD_NUMBER &&
		 ((count == 4 && is_hour_unit(&w[3])) || (count == 3 && bare == LENGTH_BARE_HOURS)))
		*minutes = decimal_hours(&w[0], &w[2]);
	else
		return read_hours_and_minutes(w, count, minutes);
	return true;
}

bool length_read(const char *text, enum length_bare bare, int64_t *minutes)
{
	struct words words;
	int64_t read;

	if (!words_split(text, &words) || !read_words(words.words, words.count, bare, &read) ||
	    read > (int64_t)LENGTH_MOST_HOURS * 60)
		return false;
	*minutes = read;
	return true;
}

char *length_hours(int64_t minutes, char out[LENGTH_SIZE])
{
	int hundredths = (int)((minutes % 60 * 100 + 30) / 60);

	if (hundredths == 0)
		snprintf(out, LENGTH_SIZE, "%" PRId64, minutes / 60);
	else if (hundredths % 10 == 0)
		snprintf(out, LENGTH_SIZE, "%" PRId64 ".%d", minutes / 60, hundredths / 10);
	else
		snprintf(out, LENGTH_SIZE, "%" PRId64 ".%02d", minutes / 60, hundredths);
	return out;
}

char *length_show(int64_t minutes, char out[LENGTH_SIZE])
{
	if (minutes < 60)
		snprintf(out, LENGTH_SIZE, "%" PRId64 "m", minutes);
	else if (minutes % 60 == 0)
		snprintf(out, LENGTH_SIZE, "%" PRId64 "h", minutes / 60);
	else
		snprintf(out, LENGTH_SIZE, "%" PRId64 "h%02d", minutes / 60, (int)(minutes % 60));
	return out;
}

/* The minute of the day in the words from *at on, which moves behind them. */
static bool read_time_of_day(const struct word *w, int *at, int *minute)
{
	int hour = w[*at].number, past = 0, i = *at + 1;

	if (w[*at].kind != WORD_NUMBER)
		return false;
	if (w[*at].digits == 4) {
		past = hour % 100;
		hour /= 100;
	} else if ((word_is_sign(&w[i], ':') || word_is_sign(&w[i], '.')) && w[i + 1].digits == 2) {
		past = w[i + 1].number;
		i += 2;
	} else if (!word_is(&w[i], "am") && !word_is(&w[i], "pm")) {
		return false;
	}
	if (word_is(&w[i], "am") || word_is(&w[i], "pm")) {
		if (hour < 1 || hour > 12)
			return false;
		hour = hour % 12 + (word_is(&w[i], "pm") ? 12 : 0);
		i++;
	}
	*at = i;
	*minute = hour * 60 + past;
	return past < 60 && *minute <= DAY;
}

bool time_of_day_read(const char *text, int *minute)
{
	struct words words;
	int at = 0, read;

	if (!words_split(text, &words) || !read_time_of_day(words.words, &at, &read) || at != words.count)
		return false;
	*minute = read;
	return true;
}

char *time_of_day_show(int64_t minute, char out[LENGTH_SIZE])
{
	snprintf(out, LENGTH_SIZE, "%02d:%02d", (int)(minute / 60 % 100), (int)(minute % 60));
	return out;
}

/* "17:30-18:45", "17:30 to 18:45". */
static bool read_range(const struct words *words, int *from, int *to)
{
	const struct word *w = words->words;
	int at = 0;

	if (!read_time_of_day(w, &at, from) || (!word_is_sign(&w[at], '-') && !word_is(&w[at], "to")))
		return false;
	at++;
	return read_time_of_day(w, &at, to) && at == words->count;
}

enum ch_status ch_minutes_parse(const char *text, int *minutes, int *start, struct ch_error *err)
{
	struct words words;
	char given[EXCERPT_SIZE];
	int from = -1, to;
	int64_t length;

	if (!words_split(text, &words))
		words.count = 0;
	if (words.count > 0 && read_range(&words, &from, &to)) {
		if (to <= from) {
			return ch_fail(err, CH_DATA,
				       _("\"%s\" ends before it has begun: write the later time last, as in "
					 "17:30-18:45, or the length, as in 75"),
				       excerpt_of(text, given));
		}
		length = to - from;
	} else if (words.count > 0 && read_words(words.words, words.count, LENGTH_BARE_MINUTES, &length)) {
		from = -1;
	} else {
		return ch_fail(err, CH_DATA,
			       _("\"%s\" is not a length of time: write it as 45, 1h15, 1.5h or 17:30-18:45"),
			       excerpt_of(text, given));
	}
	if (length < 1 || length > DAY) {
		return ch_fail(err, CH_DATA, _("\"%s\" given; a length of time is 1 minute to 24 hours"),
			       excerpt_of(text, given));
	}
	*minutes = (int)length;
	if (start)
		*start = from;
	return CH_OK;
}
