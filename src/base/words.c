/*
 * A hand-written scanner: strptime() depends on the locale and accepts too much.
 */
#include "base/words.h"

#include <string.h>

#include "base/utf8.h"

/* The sign a character stands for; 0 where it is none. */
static char sign_of(int32_t code)
{
	switch (code) {
	case '+':
	case '-':
	case '/':
	case '.':
	case ',':
	case ':':
		return (char)code;
	case 0x2010: /* hyphens, dashes and the minus sign, as word processors put them */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
		return '-';
	default:
		return 0;
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Reads the number at `text`; its length, 0 where it is too long. */
static size_t read_number(const char *text, struct word *word)
{
	size_t length = 0;

	word->kind = WORD_NUMBER;
	while (is_digit(text[length])) {
		if (length == 9)
			return 0;
		word->number = word->number * 10 + (text[length] - '0');
		length++;
	}
	word->digits = (int)length;
	return length;
}

static size_t read_letters(const char *text, struct word *word)
{
	size_t length = 0;

	word->kind = WORD_LETTERS;
	while (is_letter(text[length])) {
		if (length == WORD_SIZE - 1)
			return 0;
		word->text[length] = lower(text[length]);
		length++;
	}
	return length;
}

/* Reads one word at `text`; its length, 0 where there is none. */
static size_t read_word(const char *text, struct word *word)
{
	int32_t code;
	size_t used;

	*word = (struct word){.kind = WORD_END};
	if (is_digit(text[0]))
		return read_number(text, word);
	if (is_letter(text[0]))
		return read_letters(text, word);
	used = utf8_decode(text, strnlen(text, 4), &code);
	if (used > 0)
		word->sign = sign_of(code);
	if (!word->sign)
		return 0;
	word->kind = WORD_SIGN;
	return used;
}

bool words_split(const char *text, struct words *words)
{
	*words = (struct words){.count = 0};
	for (;;) {
		int32_t code;
		size_t used = utf8_decode(text, strnlen(text, 4), &code);

		if (used == 0)
			return *text == '\0';
		if (!utf8_is_blank(code)) {
			if (words->count == WORDS_MOST)
				return false;
			used = read_word(text, &words->words[words->count]);
			if (used == 0)
				return false;
			words->count++;
		}
		text += used;
	}
}

bool word_is(const struct word *word, const char *text)
{
	return word->kind == WORD_LETTERS && strcmp(word->text, text) == 0;
}

bool word_is_sign(const struct word *word, char sign)
{
	return word->kind == WORD_SIGN && word->sign == sign;
}

bool word_unit_of(const struct word *word, struct word_unit *unit)
{
	static const struct {
		const char *name;
		struct word_unit unit;
	} units[] = {
		{"d", {CH_UNIT_DAYS, 1}},
		{"day", {CH_UNIT_DAYS, 1}},
		{"days", {CH_UNIT_DAYS, 1}},
		{"w", {CH_UNIT_WEEKS, 1}},
		{"wk", {CH_UNIT_WEEKS, 1}},
		{"wks", {CH_UNIT_WEEKS, 1}},
		{"week", {CH_UNIT_WEEKS, 1}},
		{"weeks", {CH_UNIT_WEEKS, 1}},
		{"fortnight", {CH_UNIT_WEEKS, 2}},
		{"fortnights", {CH_UNIT_WEEKS, 2}},
		{"m", {CH_UNIT_MONTHS, 1}},
		{"month", {CH_UNIT_MONTHS, 1}},
		{"months", {CH_UNIT_MONTHS, 1}},
		{"quarter", {CH_UNIT_MONTHS, 3}},
		{"quarters", {CH_UNIT_MONTHS, 3}},
		{"y", {CH_UNIT_MONTHS, 12}},
		{"year", {CH_UNIT_MONTHS, 12}},
		{"years", {CH_UNIT_MONTHS, 12}},
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (word_is(word, units[i].name)) {
			*unit = units[i].unit;
			return true;
		}
	}
	return false;
}

/* The index of the name that the word is a start of, at least three letters of it; else -1. */
static int start_of(const struct word *word, const char *const *names, int count)
{
	size_t length = strlen(word->text);

	if (word->kind != WORD_LETTERS || length < 3)
		return -1;
	for (int i = 0; i < count; i++) {
		if (strncmp(names[i], word->text, length) == 0)
			return i;
	}
	return -1;
}

int word_weekday(const struct word *word)
{
	static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday"};

	return start_of(word, names, 7);
}

int word_month(const struct word *word)
{
	static const char *const names[] = {"january", "february", "march",	"april",   "may",      "june",
					    "july",    "august",   "september", "october", "november", "december"};
	int index = start_of(word, names, 12);

	return index < 0 ? -1 : index + 1;
}
