/*
 * Numbers of workbooks, by their decimal digits: neither parsing nor printing
 * depends on the locale, and a phone number keeps its digits.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "chiron/date.h"
#include "core/import/workbook.h"

#define DIGITS_MOST 15 /* that a binary fraction of 64 bits keeps */
#define DIGITS_KEPT 40
#define PLAIN_MOST 21 /* places before the point, up to which a number is written out */

struct decimal {
	bool negative;
	char digits[DIGITS_KEPT + 1]; /* without leading zeros */
	int count;
	int point; /* places of the digits before the decimal point; may be negative */
};

static bool read_decimal(const char *text, struct decimal *number)
{
	bool any = false, fraction = false;
	int exponent = 0;

	*number = (struct decimal){.negative = *text == '-'};
	text += *text == '-' || *text == '+';
	for (; isdigit((unsigned char)*text) || (*text == '.' && !fraction); text++) {
		if (*text == '.') {
			fraction = true;
			continue;
		}
		any = true;
		if (number->count == 0 && *text == '0') {
			number->point -= fraction;
			continue;
		}
		number->point += !fraction;
		if (number->count < DIGITS_KEPT)
			number->digits[number->count++] = *text;
	}
	if (any && (*text == 'e' || *text == 'E')) {
		bool negative = text[1] == '-';

		text += text[1] == '-' || text[1] == '+' ? 2 : 1;
		any = isdigit((unsigned char)*text);
		for (; isdigit((unsigned char)*text); text++)
			exponent = exponent < 1000 ? exponent * 10 + (*text - '0') : exponent;
		number->point += negative ? -exponent : exponent;
	}
	return any && *text == '\0';
}

/* Cuts what lies beyond the digits that are kept, rounding, and zeros at the end. */
static void round_decimal(struct decimal *number)
{
	if (number->count > DIGITS_MOST) {
		bool up = number->digits[DIGITS_MOST] >= '5';

		number->count = DIGITS_MOST;
		for (int i = DIGITS_MOST - 1; up && i >= 0; i--) {
			up = number->digits[i] == '9';
			number->digits[i] = up ? '0' : (char)(number->digits[i] + 1);
		}
		if (up) {
			number->digits[0] = '1';
			number->point++;
		}
	}
	while (number->count > 0 && number->digits[number->count - 1] == '0')
		number->count--;
	number->digits[number->count] = '\0';
}

const char *workbook_number_text(const char *text, char out[64])
{
	struct decimal number;
	char *to = out;

	if (!read_decimal(text, &number))
		return text;
	round_decimal(&number);
	if (number.count == 0)
		return "0";
	if (number.point > PLAIN_MOST || number.point < -6)
		return text;
	if (number.negative)
		*to++ = '-';
	if (number.point <= 0)
		*to++ = '0';
	for (int i = number.point < 0 ? number.point : 0; i < number.count || i < number.point; i++) {
		if (i == number.point)
			*to++ = '.';
		*to++ = i >= 0 && i < number.count ? number.digits[i] : '0';
	}
	*to = '\0';
	return out;
}

double workbook_number(const char *text)
{
	struct decimal number;
	double value = 0;

	if (!read_decimal(text, &number))
		return 0;
	for (int i = 0; i < number.count; i++)
		value = value * 10 + (number.digits[i] - '0');
	for (int i = number.count; i < number.point && i < 400; i++)
		value *= 10;
	for (int i = number.point; i < number.count && i > number.count - 400; i++)
		value /= 10;
	return number.negative ? -value : value;
}

#define LENGTH_MOST 1000 /* days, of a length of time; more are a day and a time */

const char *workbook_time_text(double serial, char out[64])
{
	if (!(serial >= 0) || serial >= 2958466)
		return NULL;
	int64_t seconds = (int64_t)(serial * 86400 + 0.5);

	if (serial >= LENGTH_MOST)
		seconds %= 86400;
	if (seconds % 60 == 0)
		snprintf(out, 64, "%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	else
		snprintf(out, 64, "%02d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60),
			 (int)(seconds % 60));
	return out;
}

const char *workbook_serial_text(double serial, bool from_1904, char out[64])
{
	char iso[CH_DATE_SIZE];

	if (from_1904)
		serial += 1462;
	/* 2958466 is 10000-01-01. Day 60 is 29 February 1900, which there never was. */
	if (!(serial >= 1) || serial >= 2958466)
		return NULL;
	int64_t seconds = (int64_t)(serial * 86400 + 0.5);
	int64_t day = seconds / 86400;

	seconds %= 86400;
	ch_date_iso((ch_date)(day - 25569 + (day < 60)), iso);
	if (seconds == 0)
		snprintf(out, 64, "%s", iso);
	else
		snprintf(out, 64, "%s %02d:%02d:%02d", iso, (int)(seconds / 3600), (int)(seconds / 60 % 60),
			 (int)(seconds % 60));
	return out;
}
