/*
 * What a field allows, said in one sentence: the field, what was given, what is
 * allowed. The same checks hold for what is typed and for a whole record.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/excerpt.h"
#include "base/instant.h"
#include "base/length.h"
#include "base/utf8.h"
#include "chiron/text.h"
#include "model/field_value.h"

enum { LAST_MINUTE = 1439, LONGEST_MINUTES = 1440 };

struct range {
	int64_t min, max;
};

enum { QUOTE_SIZE = EXCERPT_SIZE + 2 };

/* How messages quote what was given: the start of it, made safe, in quotation marks unless it begins as a number. */
static char *quote(const char *text, char out[QUOTE_SIZE])
{
	char excerpt[EXCERPT_SIZE];
	bool number = *text != '\0' && strchr("+-0123456789", *text) != NULL;

	snprintf(out, QUOTE_SIZE, number ? "%s" : "\"%s\"", excerpt_of(text, excerpt));
	return out;
}

/* The allowed numbers; a field that gives no range has that of its type. */
static struct range range_of(const struct ch_field *field)
{
	if (field->min != 0 || field->max != 0)
		return (struct range){.min = field->min, .max = field->max};
	switch (field->type) {
	case CH_TYPE_ID:
		return (struct range){.min = 1, .max = INT64_MAX};
	case CH_TYPE_MINUTES:
		return (struct range){.min = 1, .max = LONGEST_MINUTES};
	case CH_TYPE_TIME:
		return (struct range){.min = 0, .max = LAST_MINUTE};
	case CH_TYPE_HOURS:
		return (struct range){.min = 0, .max = (int64_t)LENGTH_MOST_HOURS * 60};
	default:
		return (struct range){.min = -INT64_MAX, .max = INT64_MAX};
	}
}

/* A bound of a range as people write such values. */
static const char *bound_text(const struct ch_field *field, int64_t bound, char out[LENGTH_SIZE])
{
	switch (field->type) {
	case CH_TYPE_MINUTES:
		return length_show(bound, out);
	case CH_TYPE_TIME:
		return time_of_day_show(bound, out);
	case CH_TYPE_HOURS:
		return length_hours(bound, out);
	default:
		snprintf(out, LENGTH_SIZE, "%" PRId64, bound);
		return out;
	}
}

enum ch_status field_refuse_number(const struct ch_field *field, const char *given, struct ch_error *err)
{
	struct range range = range_of(field);
	char min[LENGTH_SIZE], max[LENGTH_SIZE], quoted[QUOTE_SIZE];
	const char *label = _(field->label);

	given = quote(given, quoted);
	bound_text(field, range.min, min);
	bound_text(field, range.max, max);
	if (field->type == CH_TYPE_ID) {
		return ch_fail_field(err, field->key, _("%s: %s given; allowed is the number of a record"), label,
				     given);
	}
	if (field->type == CH_TYPE_HOURS) {
		return ch_fail_field(err, field->key, _("%s: %s given; allowed is %s to %s hours, as 2, 1.5 or 1h30"),
				     label, given, min, max);
	}
	if (field->type == CH_TYPE_TIME) {
		return ch_fail_field(err, field->key,
				     _("%s: %s given; allowed is a time of day, %s to %s, as 17:30 or 5:30pm"), label,
				     given, min, max);
	}
	if (field->type == CH_TYPE_NUMBER && range.max == INT64_MAX)
		return ch_fail_field(err, field->key, _("%s: %s given; allowed is a whole number"), label, given);
	return ch_fail_field(err, field->key, _("%s: %s given; allowed is %s to %s"), label, given, min, max);
}

enum ch_status field_refuse_choice(const struct ch_field *field, const char *given, struct ch_error *err)
{
	struct ch_buffer allowed = CH_BUFFER_EMPTY;
	char quoted[QUOTE_SIZE];

	given = quote(given, quoted);
	if (field->type == CH_TYPE_YES)
		return ch_fail_field(err, field->key, _("%s: %s given; allowed is yes or no"), _(field->label), given);
	ch_choice_list(field->choices, &allowed);
	ch_fail_field(err, field->key, _("%s: %s given; allowed is %s"), _(field->label), given, allowed.text);
	ch_buffer_release(&allowed);
	return CH_DATA;
}

static int64_t last_choice(const struct ch_choice *choices)
{
	int64_t last = 0;

	while (choices[last].code && choices[last + 1].code)
		last++;
	return last;
}

static enum ch_status check_number(const struct ch_field *field, int64_t number, const char *given,
				   struct ch_error *err)
{
	struct range range = range_of(field);
	char date[CH_DATE_SIZE];

	switch (field->type) {
	case CH_TYPE_DATE:
		if (number < INT32_MIN || number > INT32_MAX || *ch_date_iso((ch_date)number, date) == '\0') {
			return ch_fail_field(err, field->key,
					     _("%s: day %" PRId64 " given; allowed is 1900-01-01 to 9999-12-31"),
					     _(field->label), number);
		}
		return CH_OK;
	case CH_TYPE_YES:
		return number == CH_NO || number == CH_YES ? CH_OK : field_refuse_choice(field, given, err);
	case CH_TYPE_CHOICE:
		range = (struct range){.min = 1, .max = last_choice(field->choices)};
		return number >= range.min && number <= range.max ? CH_OK : field_refuse_choice(field, given, err);
	case CH_TYPE_CHOICES:
		/* Bit 0 stands for "not known" and is never part of a set. */
		range.max = (INT64_C(2) << last_choice(field->choices)) - 2;
		return number > 0 && (number & ~range.max) == 0 ? CH_OK : field_refuse_choice(field, given, err);
	default:
		return number >= range.min && number <= range.max ? CH_OK : field_refuse_number(field, given, err);
	}
}

static int64_t count_characters(const char *text)
{
	int64_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

static bool is_address(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at > text && at[1] != '\0' && !strchr(at + 1, '@') && !strpbrk(text, " ,;:<>()\"");
}

enum ch_status field_refuse_text(const struct ch_field *field, const char *given, const char *wrong,
				 struct ch_error *err)
{
	char quoted[QUOTE_SIZE];

	return ch_fail_field(err, field->key, _("%s: %s %s"), _(field->label), quote(given, quoted), wrong);
}

static enum ch_status check_text(const struct ch_field *field, const char *text, const char *given,
				 struct ch_error *err)
{
	bool plain = ch_text_is_plain(text);
	bool simple = plain || utf8_is_latin(text);
	int64_t most = field->max > 0 ? field->max : FIELD_MOST_CHARACTERS;
	int64_t count = plain ? (int64_t)strlen(text) : count_characters(text);
	enum ch_unit unit;
	int interval;

	if (!simple && ch_text_valid(text, strlen(text)) != strlen(text))
		return field_refuse_text(field, given, _("is not valid UTF-8; allowed is text in UTF-8"), err);
	if (!simple && ch_text_has_controls(text, field->type == CH_TYPE_LINES)) {
		return field_refuse_text(field, given,
					 _("has control characters, here as \\x or \\u; allowed is plain text"), err);
	}
	if (count > most) {
		return ch_fail_field(err, field->key,
				     _("%s: %" PRId64 " characters given; allowed are at most %" PRId64),
				     _(field->label), count, most);
	}
	if (field->type == CH_TYPE_EMAIL && !is_address(text))
		return field_refuse_text(field, given, _("given; allowed is one address, as ann@example.org"), err);
	if (field->type == CH_TYPE_INSTANT && !instant_valid(text))
		return field_refuse_text(field, given, _("given; allowed is an instant, as 2026-11-23T17:30:00Z"), err);
	if (field->type == CH_TYPE_INTERVAL && ch_interval_parse(text, &interval, &unit, err) != CH_OK)
		return field_refuse_text(field, given, _("given; allowed is an interval, as 2 weeks or 1 month"), err);
	return CH_OK;
}

enum ch_status field_check(const struct ch_field *field, struct field_value value, const char *given,
			   struct ch_error *err)
{
	if (ch_type_holds_text(field->type))
		return value.text ? check_text(field, value.text, given, err) : CH_OK;
	return value.number != CH_UNKNOWN ? check_number(field, value.number, given, err) : CH_OK;
}
