/*
 * Intervals: how often two people mean to meet.
 */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/utf8.h"
#include "base/words.h"
#include "chiron/date.h"

enum { MOST = 366 };

/* Words that name an interval by themselves; "bi-" before one doubles it (R32: bi-monthly is every two months). */
static bool named_interval(const struct word *word, struct word_unit *interval)
{
	static const struct {
		const char *name;
		struct word_unit interval;
	} names[] = {
		{"daily", {CH_UNIT_DAYS, 1}},	    {"weekly", {CH_UNIT_WEEKS, 1}},
		{"fortnightly", {CH_UNIT_WEEKS, 2}}, {"biweekly", {CH_UNIT_WEEKS, 2}},
		{"monthly", {CH_UNIT_MONTHS, 1}},   {"bimonthly", {CH_UNIT_MONTHS, 2}},
		{"quarterly", {CH_UNIT_MONTHS, 3}}, {"yearly", {CH_UNIT_MONTHS, 12}},
		{"annually", {CH_UNIT_MONTHS, 12}},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (word_is(word, names[i].name)) {
			*interval = names[i].interval;
			return true;
		}
	}
	return false;
}

/* Reads the words of an interval; `interval` has its unit and how many of them. */
static bool read_interval(const struct words *words, struct word_unit *interval)
{
	const struct word *w = words->words;
	int at = 0, count = 1;

	if (words->count == 1 && named_interval(&w[0], interval))
		return true;
	if (words->count == 3 && word_is(&w[0], "bi") && word_is_sign(&w[1], '-') && named_interval(&w[2], interval)) {
		interval->factor *= 2;
		return true;
	}
	if (word_is(&w[at], "every"))
		at++;
	if (w[at].kind == WORD_NUMBER) {
		count = w[at].number < MOST + 1 ? w[at].number : MOST + 1;
		at++;
	} else if (at == 1 && (word_is(&w[at], "other") || word_is(&w[at], "second"))) {
		count = 2;
		at++;
	} else if (at == 0) {
		/* "week" alone says nothing of how often. */
		return false;
	}
	if (at != words->count - 1 || !word_unit_of(&w[at], interval))
		return false;
	interval->factor *= count;
	return true;
}

enum ch_status ch_interval_parse(const char *text, int *count, enum ch_unit *unit, struct ch_error *err)
{
	struct word_unit interval;
	struct words words;
	char given[EXCERPT_SIZE];

	if (!words_split(text, &words) || words.count == 0 || !read_interval(&words, &interval)) {
		return ch_fail(err, CH_DATA,
			       _("\"%s\" is not an interval: write it as 2 weeks, monthly or every 10 days"),
			       excerpt_of(text, given));
	}
	if (interval.factor < 1 || interval.factor > MOST) {
		return ch_fail(err, CH_DATA, _("\"%s\" given; an interval is 1 to %d days, weeks or months"),
			       excerpt_of(text, given), MOST);
	}
	*count = interval.factor;
	*unit = interval.unit;
	return CH_OK;
}

char *ch_interval_text(int count, enum ch_unit unit, char out[32])
{
	static const char *const names[] = {
		[CH_UNIT_DAYS] = "day", [CH_UNIT_WEEKS] = "week", [CH_UNIT_MONTHS] = "month"};

	out[0] = '\0';
	if (unit != CH_UNIT_NONE)
		snprintf(out, 32, "%d %s%s", count, names[unit], count == 1 ? "" : "s");
	return out;
}

char *ch_interval_show(int count, enum ch_unit unit, char out[32])
{
	char text[96] = "";

	switch (unit) {
	case CH_UNIT_NONE:
		break;
	case CH_UNIT_DAYS:
		snprintf(text, sizeof(text), count == 1 ? _("every day") : _("every %d days"), count);
		break;
	case CH_UNIT_WEEKS:
		snprintf(text, sizeof(text), count == 1 ? _("every week") : _("every %d weeks"), count);
		break;
	case CH_UNIT_MONTHS:
		snprintf(text, sizeof(text), count == 1 ? _("every month") : _("every %d months"), count);
		break;
	}
	/* A translation may be longer than its place. */
	text[31] = '\0';
	text[utf8_cut(text, strlen(text))] = '\0';
	return strcpy(out, text);
}
