/*
 * Between the struct of a record and values: every type of member is read and
 * written here and nowhere else, by memcpy() at the field's offset.
 */
#include "chiron/field.h"

#include <inttypes.h>
#include <string.h>

#include "base/length.h"
#include "model/field_value.h"

void field_write(const struct ch_field *field, void *record, struct field_value value)
{
	unsigned char *at = (unsigned char *)record + field->offset;
	bool known = value.number != CH_UNKNOWN;

	if (ch_type_holds_text(field->type)) {
		memcpy(at, &value.text, sizeof(value.text));
	} else if (field->type == CH_TYPE_DATE) {
		ch_date date = known ? (ch_date)value.number : CH_NO_DATE;

		memcpy(at, &date, sizeof(date));
	} else if (field_holds_int(field->type)) {
		int number = known ? (int)value.number : 0;

		memcpy(at, &number, sizeof(number));
	} else {
		int64_t number = field->type == CH_TYPE_ID && !known ? 0 : value.number;

		memcpy(at, &number, sizeof(number));
	}
}

bool ch_field_known(const struct ch_field *field, const void *record)
{
	return field_is_known(field, field_read(field, record));
}

bool ch_field_equal(const struct ch_field *field, const void *a, const void *b)
{
	struct field_value one = field_read(field, a), other = field_read(field, b);

	if (!ch_type_holds_text(field->type))
		return one.number == other.number;
	if (!one.text || !other.text)
		return one.text == other.text;
	return strcmp(one.text, other.text) == 0;
}

/* The codes of a set of choices, "mentor; coach". */
static const char *codes_of(const struct ch_choice *choices, int64_t set, struct ch_arena *arena)
{
	size_t length = 0;

	for (int i = 1; i < 31 && choices[i].code; i++) {
		if (set == INT64_C(1) << i)
			return choices[i].code;
		if (set & (INT64_C(1) << i))
			length += strlen(choices[i].code) + 2;
	}
	char *codes = ch_arena_alloc(arena, length + 1), *at = codes;
	for (int i = 1; i < 31 && choices[i].code; i++)
		if (set & (INT64_C(1) << i))
			at = stpcpy(stpcpy(at, at > codes ? "; " : ""), choices[i].code);
	return codes;
}

/* The code of a choice; what is out of range is shown as its number, and refused by field_check(). */
static const char *code_of(const struct ch_choice *choices, int64_t index, struct ch_arena *arena)
{
	for (int i = 0; choices[i].code; i++) {
		if (i == index)
			return choices[i].code;
	}
	return ch_arena_printf(arena, "%" PRId64, index);
}

const char *field_value_text(const struct ch_field *field, struct field_value value, struct ch_arena *arena)
{
	char length[LENGTH_SIZE], date[CH_DATE_SIZE];

	if (!field_is_known(field, value))
		return NULL;
	switch (field->type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
		return ch_arena_printf(arena, "%" PRId64, value.number);
	case CH_TYPE_TIME:
		return ch_arena_copy(arena, time_of_day_show(value.number, length));
	case CH_TYPE_HOURS:
		return ch_arena_copy(arena, length_hours(value.number, length));
	case CH_TYPE_DATE:
		return ch_arena_copy(arena, ch_date_iso((ch_date)value.number, date));
	case CH_TYPE_CHOICE:
		return code_of(field->choices, value.number, arena);
	case CH_TYPE_CHOICES:
		return codes_of(field->choices, value.number, arena);
	case CH_TYPE_YES:
		return value.number == CH_YES ? "yes" : "no";
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_INSTANT:
	case CH_TYPE_INTERVAL:
		break;
	}
	return value.text;
}

const char *ch_field_text(const struct ch_field *field, const void *record, struct ch_arena *arena)
{
	return field_value_text(field, field_read(field, record), arena);
}
