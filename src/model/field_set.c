/*
 * From text to a value: each type reads its forms, then field_check() judges.
 * Nothing is written to the record before that.
 */
#include <string.h>

#include "base/length.h"
#include "chiron/text.h"
#include "model/field_value.h"

/* What is being set, for the readers below. */
struct setting {
	const struct ch_field *field;
	const char *text; /* as given, not blank */
	ch_date today;
	struct ch_arena *arena;
	struct ch_error *err;
};

/* Says the field's name before what one of the readers of date.h found wrong. */
static enum ch_status name_field(const struct setting *s)
{
	struct ch_error why = *s->err;

	return ch_fail_field(s->err, s->field->key, _("%s: %s"), _(s->field->label), why.message);
}

/* Digits with a sign and blanks around; false for anything else, and for what is beyond int64_t. */
static bool read_whole(const char *text, int64_t *number)
{
	bool negative = false;
	int64_t read = 0;

	text += strspn(text, " \t");
	if (*text == '-' || *text == '+')
		negative = *text++ == '-';
	if (*text < '0' || *text > '9')
		return false;
	for (; *text >= '0' && *text <= '9'; text++) {
		if (read > (INT64_MAX - 9) / 10)
			return false;
		read = read * 10 + (*text - '0');
	}
	text += strspn(text, " \t");
	*number = negative ? -read : read;
	return *text == '\0';
}

static enum ch_status read_number(const struct setting *s, struct field_value *value)
{
	int minute;
	bool read;

	switch (s->field->type) {
	case CH_TYPE_TIME:
		read = time_of_day_read(s->text, &minute);
		value->number = read ? minute : 0;
		break;
	case CH_TYPE_HOURS:
		read = length_read(s->text, LENGTH_BARE_HOURS, &value->number);
		break;
	default:
		read = read_whole(s->text, &value->number);
		break;
	}
	return read ? CH_OK : field_refuse_number(s->field, s->text, s->err);
}

static enum ch_status read_minutes(const struct setting *s, struct field_value *value)
{
	int minutes;

	if (ch_minutes_parse(s->text, &minutes, NULL, s->err) != CH_OK)
		return name_field(s);
	value->number = minutes;
	return CH_OK;
}

static enum ch_status read_date(const struct setting *s, struct field_value *value)
{
	bool ahead = (s->field->flags & CH_FIELD_AHEAD) != 0;
	ch_date date = ch_date_from_iso(s->text);

	if (date == CH_NO_DATE && ch_date_parse(s->text, s->today, ahead, &date, s->err) != CH_OK)
		return name_field(s);
	value->number = date;
	return CH_OK;
}

static enum ch_status read_interval(const struct setting *s, struct field_value *value)
{
	enum ch_unit unit;
	char text[32];
	int count;

	if (ch_interval_parse(s->text, &count, &unit, s->err) != CH_OK)
		return name_field(s);
	value->text = ch_arena_copy(s->arena, ch_interval_text(count, unit, text));
	return CH_OK;
}

static enum ch_status read_choice(const struct setting *s, struct field_value *value)
{
	int index = ch_choice_find(s->field->choices, s->text);

	if (index < 0)
		return field_refuse_choice(s->field, s->text, s->err);
	value->number = index > 0 ? index : CH_UNKNOWN;
	return CH_OK;
}

/* Adds to the set the choices that `text` names, parted by one of `separators`; false where one is none. */
static bool add_choices(const struct setting *s, const char *text, const char *separators, int64_t *set)
{
	for (const char *at = text;;) {
		at += strspn(at, " ");
		size_t length = strcspn(at, separators);
		const char *word = ch_arena_copy_bytes(s->arena, at, length);
		int index = ch_choice_find(s->field->choices, word);

		/* A label may have a comma in it, so that commas part only what is no choice as it stands. */
		if (index < 0 && (separators[1] != '\0' || !add_choices(s, word, ",;", set)))
			return false;
		if (index > 0)
			*set |= INT64_C(1) << index;
		if (at[length] == '\0')
			return true;
		at += length + 1;
	}
}

static enum ch_status read_choices(const struct setting *s, struct field_value *value)
{
	int64_t set = 0;

	if (!add_choices(s, s->text, ";", &set))
		return field_refuse_choice(s->field, s->text, s->err);
	value->number = set ? set : CH_UNKNOWN;
	return CH_OK;
}

static enum ch_status read_yes(const struct setting *s, struct field_value *value)
{
	static const struct {
		const char *word;
		enum ch_yes yes;
	} words[] = {
		{N_("yes"), CH_YES}, {N_("no"), CH_NO}, {"y", CH_YES}, {"n", CH_NO},
		{"true", CH_YES},    {"false", CH_NO},	{"1", CH_YES}, {"0", CH_NO},
	};
	const char *given = ch_text_fold(s->arena, s->text);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(given, words[i].word) == 0 ||
		    strcmp(given, ch_text_fold(s->arena, _(words[i].word))) == 0) {
			value->number = words[i].yes;
			return CH_OK;
		}
	}
	return field_refuse_choice(s->field, s->text, s->err);
}

static enum ch_status read_value(const struct setting *s, struct field_value *value)
{
	switch (s->field->type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
		return read_number(s, value);
	case CH_TYPE_MINUTES:
		return read_minutes(s, value);
	case CH_TYPE_DATE:
		return read_date(s, value);
	case CH_TYPE_INTERVAL:
		return read_interval(s, value);
	case CH_TYPE_CHOICE:
		return read_choice(s, value);
	case CH_TYPE_CHOICES:
		return read_choices(s, value);
	case CH_TYPE_YES:
		return read_yes(s, value);
	case CH_TYPE_LIST:
		value->text = ch_terms_join(s->arena, &s->text, 1);
		return CH_OK;
	case CH_TYPE_LINES:
		value->text = ch_text_tidy_lines(s->arena, s->text);
		return CH_OK;
	case CH_TYPE_TEXT:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_INSTANT:
		value->text = ch_text_tidy(s->arena, s->text);
		return CH_OK;
	}
	ch_abort("a field has no type");
}

/* Invalid bytes are refused first: tidying would repair them in silence, and keep a name that nobody has. */
static enum ch_status check_encoding(const struct setting *s)
{
	size_t length = strlen(s->text);

	if (ch_text_valid(s->text, length) == length)
		return CH_OK;
	return field_refuse_text(s->field, s->text, _("is not valid UTF-8; allowed is text in UTF-8"), s->err);
}

static bool is_blank(const char *text, bool plain, struct ch_arena *arena)
{
	return plain ? text[strspn(text, " ")] == '\0' : !ch_text_tidy(arena, text);
}

enum ch_status field_take(const struct ch_field *field, void *record, const char *text, struct ch_error *err)
{
	const struct field_value value = {.text = text, .number = CH_UNKNOWN};
	enum ch_status status = field_check(field, value, text, err);

	if (status == CH_OK)
		field_write(field, record, value);
	return status;
}

enum ch_status ch_field_set(const struct ch_field *field, void *record, const char *text, ch_date today,
			    struct ch_arena *arena, struct ch_error *err)
{
	struct field_value value = FIELD_NOT_KNOWN;
	struct setting s = {.field = field, .text = text, .today = today, .arena = arena, .err = err};
	enum ch_status status = CH_OK;
	bool plain = text && ch_text_is_plain(text);

	if (text && !is_blank(text, plain, arena)) {
		status = plain ? CH_OK : check_encoding(&s);
		if (status == CH_OK)
			status = read_value(&s, &value);
		if (status == CH_OK)
			status = field_check(field, value, text, err);
	}
	if (status == CH_OK)
		field_write(field, record, value);
	return status;
}
