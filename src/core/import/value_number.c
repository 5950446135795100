/*
 * Numbers with what people write around them: "4 hrs", "up to 2", "1,5",
 * "two", "Grade 7". A range is not a number, and no end of it is taken.
 */
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/length.h"
#include "chiron/text.h"
#include "core/import/value.h"

#define BARE_HOURS_MOST 12 /* in a column of hours: 45 are minutes all the same */

enum unit { UNIT_NONE, UNIT_HOUR, UNIT_MINUTE };

struct quantity {
	double number; /* -1 for a number below 0, which is out of every range here */
	enum unit unit;
};

struct quantities {
	struct quantity quantity[2]; /* of more than two only the number counts */
	size_t count;
	bool range;   /* one number to another */
	bool between; /* a word such as "to" or "or" was the last that was read */
	bool strange; /* something else is among them */
	bool negative;
};

/* A number with "." or "," before its decimals; a comma before three digits divides thousands. */
static const char *take_number(const char *at, double *number)
{
	double unit = 1;

	*number = 0;
	for (;; at++) {
		if (isdigit((unsigned char)*at))
			*number = *number * 10 + (*at - '0');
		else if (*at != ',' || strspn(at + 1, "0123456789") != 3 || *number == 0)
			break;
	}
	if ((*at != '.' && *at != ',') || !isdigit((unsigned char)at[1]))
		return at;
	for (at++; isdigit((unsigned char)*at); at++) {
		unit /= 10;
		*number += unit * (*at - '0');
	}
	return at;
}

/* One of the signs for a half and the quarters at `at`, and its bytes; 0 for none. */
static double take_sign(const char **at)
{
	static const struct {
		const char *sign;
		double number;
	} signs[] = {{"\u00bd", 0.5}, {"\u00bc", 0.25}, {"\u00be", 0.75}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(*at, signs[i].sign, strlen(signs[i].sign)) == 0) {
			*at += strlen(signs[i].sign);
			return signs[i].number;
		}
	return 0;
}

static void add_number(struct quantities *found, double number)
{
	found->range = found->range || (found->between && found->count > 0);
	found->between = false;
	if (found->count < 2)
		found->quantity[found->count] = (struct quantity){.number = number};
	found->count++;
}

static void add_word(const struct import_lexicon *lexicon, struct quantities *found, const char *word)
{
	struct import_words words = import_words_find(lexicon, word);
	int number = import_words_number(&words, "number");
	bool beside = import_words_have(&words, "beside_number");
	struct quantity *last = found->count > 0 && found->count <= 2 ? &found->quantity[found->count - 1] : NULL;

	bool range = found->count > 0 && import_words_have(&words, "range");

	if (import_words_have(&words, "half")) {
		if (last && last->unit == UNIT_HOUR) /* "an hour and a half" */
			last->number += 0.5;
		else
			add_number(found, 0.5);
		found->between = false;
		return;
	}
	if (last && !last->unit && import_words_have(&words, "hour"))
		last->unit = UNIT_HOUR;
	else if (last && !last->unit && import_words_have(&words, "minute"))
		last->unit = UNIT_MINUTE;
	else if (number >= 0 && !(found->count > 0 && (beside || range)))
		add_number(found, number);
	else if (!beside && !range)
		found->strange = true;
	found->between = found->between || range;
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether an en dash or a minus sign stands at `at`, and its bytes. */
static size_t dash(const char *at)
{
	if (*at == '-')
		return 1;
	return strncmp(at, "\u2013", 3) == 0 || strncmp(at, "\u2212", 3) == 0 ? 3 : 0;
}

/* "8a" and "6c" are names of grades: the letter is no word beside the number. */
static bool is_part(const char *text, const char *start, const char *end)
{
	return start > text && isdigit((unsigned char)start[-1]) && end - start == 1 && strchr("aAcC", *start) != NULL;
}

/* What the text says, number by number and word by word. */
static struct quantities take_apart(const struct import_lexicon *lexicon, const char *text, struct ch_arena *arena)
{
	struct quantities found = {.count = 0};
	char *copy = ch_arena_copy(arena, text);
	const char *at = copy;
	double number;

	import_narrow(copy);
	while (*at != '\0') {
		const char *start = at;
		size_t length = dash(at);

		if (length > 0) {
			found.range = found.range || found.count > 0;
			found.negative = found.negative || found.count == 0;
			at += length;
		} else if (isdigit((unsigned char)*at)) {
			at = take_number(at, &number);
			add_number(&found, number + take_sign(&at));
		} else if ((number = take_sign(&at)) > 0) {
			add_number(&found, number);
		} else if (is_letter(*at)) {
			while (is_letter(*at) && dash(at) == 0)
				at++;
			found.strange = found.strange || is_part(copy, start, at);
			add_word(lexicon, &found, ch_arena_copy_bytes(arena, start, (size_t)(at - start)));
		} else {
			found.strange = found.strange || !strchr(" ./\t()~", *at);
			found.range = found.range || (*at == '/' && found.count > 0 && isdigit((unsigned char)at[1]));
			at++;
		}
	}
	return found;
}

static struct import_value left_out(enum import_reason reason, const char *message)
{
	return (struct import_value){
		.reason = reason,
		.message = message,
		.fix = _("Enter one number, or leave the cell empty"),
	};
}

static struct import_value out_of_range(struct ch_arena *arena, int64_t least, int64_t most)
{
	return left_out(IMPORT_NUMBER_RANGE,
			ch_arena_printf(arena, _("is not between %" PRId64 " and %" PRId64 "; it is left out"), least,
					most));
}

/*
 * Whether the text is a date that a spreadsheet makes of a range by itself:
 * 2026-04-03 or 03-Apr of "3-4".
 */
static bool is_date(const struct import_lexicon *lexicon, const char *text, struct ch_arena *arena)
{
	char *copy = ch_arena_copy(arena, text), *more = NULL;
	int months = 0, others = 0;

	if (strlen(text) > 40)
		return false;
	for (char *word = strtok_r(copy, " .-/,", &more); word; word = strtok_r(NULL, " .-/,", &more)) {
		bool number = isdigit((unsigned char)*word);
		bool month = !number && import_word_number(lexicon, "month", word) > 0;

		months += month;
		others += !month && word[strspn(word, "0123456789")] != '\0';
	}
	return isdigit((unsigned char)text[strcspn(text, "0123456789")]) &&
	       ((months == 1 && others == 0) ||
		(strlen(text) >= 8 && import_date(lexicon, text, IMPORT_DMY) != CH_NO_DATE));
}

static struct import_value a_date(enum import_reason reason)
{
	return left_out(reason, _("is a date, which a spreadsheet makes of 3-4 by itself; it is left out"));
}

struct import_value import_number(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	struct quantities found = take_apart(how->lexicon, text, arena);
	double number = found.quantity[0].number;

	if ((found.count > 1 || found.strange) && is_date(how->lexicon, text, arena))
		return a_date(IMPORT_BAD_NUMBER);
	if (found.count > 1 && !found.strange)
		return left_out(IMPORT_BAD_NUMBER, _("is a range, not one number; it is left out"));
	if (found.count != 1 || found.strange || found.range || found.quantity[0].unit)
		return left_out(IMPORT_BAD_NUMBER, _("is not a number; it is left out"));
	if (found.negative || number < (double)how->field->min || number > (double)how->field->max)
		return out_of_range(arena, how->field->min, how->field->max);
	if (number != (double)(int64_t)number)
		return left_out(IMPORT_BAD_NUMBER, _("is not a whole number; it is left out"));
	return (struct import_value){.text = ch_arena_printf(arena, "%" PRId64, (int64_t)number)};
}

/* Minutes of one or two quantities, "90 min" or "1 h 15"; -1 where they are no length of time. */
static double minutes_of(const struct quantities *found)
{
	const struct quantity *q = found->quantity;

	if (found->count == 1)
		return q[0].unit == UNIT_MINUTE ? q[0].number : q[0].number * 60;
	if (found->count == 2 && q[0].unit == UNIT_HOUR && q[1].unit != UNIT_HOUR && !found->range)
		return q[0].number * 60 + q[1].number;
	return -1;
}

bool import_is_decimal(const char *text)
{
	const char *at = text + strspn(text, " ");
	size_t whole = strspn(at, "0123456789");

	if (whole == 0 || (at[whole] != '.' && at[whole] != ','))
		return false;
	at += whole + 1;
	size_t decimals = strspn(at, "0123456789");
	return decimals > 0 && decimals < 3 && at[decimals + strspn(at + decimals, " ")] == '\0';
}

/* What is written as chiron writes it stays as it is; a text that nobody understands goes on, to be told as such. */
struct import_value import_minutes(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	struct quantities found = take_apart(how->lexicon, text, arena);
	const struct quantity *q = found.quantity;
	bool bare = found.count == 1 && q[0].unit == UNIT_NONE;
	bool hours = q[0].number != (double)(int64_t)q[0].number || (how->hours && q[0].number <= BARE_HOURS_MOST);

	if (found.strange || found.negative || found.range || found.count == 0 || minutes_of(&found) < 0)
		return (struct import_value){.text = text};
	double minutes = bare && !hours ? q[0].number : minutes_of(&found);
	if (bare && !hours && q[0].number >= 1 && q[0].number <= IMPORT_FEW_HOURS)
		return (struct import_value){
			.text = ch_arena_printf(arena, "%d", (int)q[0].number),
			.reason = IMPORT_SHORT_LENGTH,
			.message = _("is read as minutes, as the others of the column"),
			.suggestion = ch_arena_printf(arena, "%dh", (int)q[0].number),
		};
	return (struct import_value){.text = ch_arena_printf(arena, "%" PRId64, (int64_t)(minutes + 0.5))};
}

struct import_value import_hours(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	struct quantities found = take_apart(how->lexicon, text, arena);
	double minutes = minutes_of(&found);
	char hours[LENGTH_SIZE];

	if ((found.strange || minutes < 0) && is_date(how->lexicon, text, arena))
		return a_date(IMPORT_BAD_HOURS);
	if (found.strange || found.count == 0 || (found.count == 1 && found.range))
		return left_out(IMPORT_BAD_HOURS, _("is not a number of hours; it is left out"));
	if (minutes < 0)
		return left_out(IMPORT_BAD_HOURS, _("is a range, not one number of hours; it is left out"));
	if (found.negative || minutes < (double)how->field->min || minutes > (double)how->field->max)
		return out_of_range(arena, how->field->min / 60, how->field->max / 60);
	return (struct import_value){.text = ch_arena_copy(arena, length_hours((int64_t)(minutes + 0.5), hours))};
}
