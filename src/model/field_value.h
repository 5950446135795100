/*
 * The value of a field apart from how its struct holds it, and the one place
 * that says which values are allowed.
 */
#ifndef MODEL_FIELD_VALUE_H
#define MODEL_FIELD_VALUE_H

#include <string.h>

#include "chiron/field.h"

enum {
	FIELD_MOST_CHARACTERS = 500 /* of a text whose field says nothing else */
};

/* A text for the types that hold one (then `number` has no meaning), else a number; not known: NULL, CH_UNKNOWN. */
struct field_value {
	const char *text;
	int64_t number;
};

#define FIELD_NOT_KNOWN ((struct field_value){.text = NULL, .number = CH_UNKNOWN})

static inline bool field_holds_int(enum ch_type type)
{
	return type == CH_TYPE_CHOICE || type == CH_TYPE_CHOICES || type == CH_TYPE_YES;
}

/* Read for every field of every record: inline, as whatever decides by a field's type. */
static inline struct field_value field_read(const struct ch_field *field, const void *record)
{
	const unsigned char *at = (const unsigned char *)record + field->offset;
	struct field_value value = FIELD_NOT_KNOWN;

	if (ch_type_holds_text(field->type)) {
		memcpy(&value.text, at, sizeof(value.text));
	} else if (field->type == CH_TYPE_DATE) {
		ch_date date;

		memcpy(&date, at, sizeof(date));
		value.number = date == CH_NO_DATE ? CH_UNKNOWN : date;
	} else if (field_holds_int(field->type)) {
		int number;

		memcpy(&number, at, sizeof(number));
		value.number = number == 0 ? CH_UNKNOWN : number;
	} else {
		memcpy(&value.number, at, sizeof(value.number));
		if (field->type == CH_TYPE_ID && value.number == 0)
			value.number = CH_UNKNOWN;
	}
	return value;
}

static inline bool field_is_known(const struct ch_field *field, struct field_value value)
{
	return ch_type_holds_text(field->type) ? value.text != NULL : value.number != CH_UNKNOWN;
}

void field_write(const struct ch_field *field, void *record, struct field_value value);

/* The canonical text of a value; NULL where it is not known. */
const char *field_value_text(const struct ch_field *field, struct field_value value, struct ch_arena *arena);

/* Refuses what the field does not allow (never "not known"). `given` is the text it came from, for the message. */
enum ch_status field_check(const struct ch_field *field, struct field_value value, const char *given,
			   struct ch_error *err);

/* Makes the canonical text of a field that holds one the record's value, as it stands, if the field allows it. */
enum ch_status field_take(const struct ch_field *field, void *record, const char *text, struct ch_error *err);

/* Refuse what was to be a number, a choice or a text: the message names what was given and what is allowed. */
enum ch_status field_refuse_number(const struct ch_field *field, const char *given, struct ch_error *err);
enum ch_status field_refuse_choice(const struct ch_field *field, const char *given, struct ch_error *err);

/* `wrong` follows the name of the field and what was given: "is not valid UTF-8; allowed is ..." */
enum ch_status field_refuse_text(const struct ch_field *field, const char *given, const char *wrong,
				 struct ch_error *err);

#endif
