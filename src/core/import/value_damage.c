/*
 * Values that a program spoilt before they came here.
 */
#include <ctype.h>
#include <iconv.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/value.h"

/* #N/A, #REF!, #NAME? and their like in other languages, and the Err:502 of LibreOffice. */
static bool is_error(const char *text)
{
	static const char *const whole[] = {"#N/A", "#NV", "#N/D", "#NULL", "#N/B"};
	size_t length = strlen(text);

	if (*text != '#' && *text != 'E')
		return false;
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (ch_text_equal_ascii(text, whole[i]))
			return true;
	if (strncmp(text, "Err:", 4) == 0)
		return length == 7 && strspn(text + 4, "0123456789") == 3;
	return *text == '#' && length >= 5 && length <= 14 && !strchr(text, ' ') &&
	       (text[length - 1] == '!' || text[length - 1] == '?');
}

/* Whether the text has what UTF-8 looks like when it is read as Windows-1252. */
static bool looks_mangled(const char *text)
{
	return strstr(text, "\u00c3") || strstr(text, "\u00c2") || strstr(text, "\u00e2\u20ac") ||
	       strstr(text, "\u00c5");
}

/* The text with its accents mended; NULL where that gives none. */
static char *mended(const char *text, struct ch_arena *arena)
{
	iconv_t converter = iconv_open("CP1252", "UTF-8");
	size_t length = strlen(text), room = length;
	char *from = ch_arena_copy(arena, text), *bytes = ch_arena_copy(arena, text), *to = bytes;

	if (converter == (iconv_t)-1)
		return NULL;
	size_t result = iconv(converter, &from, &length, &to, &room);

	iconv_close(converter);
	*to = '\0';
	if (result == (size_t)-1 || length > 0 || strcmp(bytes, text) == 0 ||
	    ch_text_valid(bytes, strlen(bytes)) != strlen(bytes))
		return NULL;
	return bytes;
}

struct import_value import_damage(const char *text, struct ch_arena *arena)
{
	const char *meant = !ch_text_is_plain(text) && looks_mangled(text) ? mended(text, arena) : NULL;

	if (is_error(text))
		return (struct import_value){
			.reason = IMPORT_ERROR_VALUE,
			.message = _("is an error of the spreadsheet, not a value; it is left out"),
			.fix = _("Mend the formula, or type the value, and import the list again"),
		};
	if (meant)
		return (struct import_value){
			.text = text,
			.reason = IMPORT_MANGLED,
			.message = _("has accents that were spoilt before they came here; it is kept as it is"),
			.fix = _("Correct the cell"),
			.suggestion = meant,
		};
	return (struct import_value){.text = text};
}

/* A question mark before a letter: what a program writes that has no such letter. At the end somebody is unsure. */
static bool has_lost_letter(const char *text)
{
	for (const char *mark = strchr(text, '?'); mark; mark = strchr(mark + 1, '?'))
		if (isalpha((unsigned char)mark[1]))
			return true;
	return false;
}

static bool has_letter(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80 || ((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z'))
			return true;
	return false;
}

/* " & " or another word between two names. */
static const char *joins_two(const char *text, size_t *length)
{
	static const char *const between[] = {" & ", " + ", " and ", " und ", " et ", " / "};

	for (const char *blank = strchr(text, ' '); blank != NULL; blank = strchr(blank + 1, ' '))
		for (size_t i = 0; i < sizeof(between) / sizeof(*between); i++)
			if (strncmp(blank, between[i], strlen(between[i])) == 0) {
				*length = strlen(between[i]);
				return blank;
			}
	return NULL;
}

/* "Ann and Bob Holt" may be Ann Holt and Bob Holt; of more words before the sign the first has a last name. */
static struct import_value household(const char *text, const char *sign, size_t length, struct ch_arena *arena)
{
	const char *first = ch_arena_copy_bytes(arena, text, (size_t)(sign - text)), *second = sign + length;
	const char *last = strchr(first, ' ') == NULL ? strchr(second, ' ') : NULL;

	return (struct import_value){
		.text = text,
		.reason = IMPORT_NAME_UNUSUAL,
		.message = _("looks like two people, and comes in as one"),
		.fix = _("Mended to two names with a semicolon between, the row is of both; the e-mail address stays "
			 "with the first"),
		.suggestion = ch_arena_printf(arena, "%s%s; %s", first, last != NULL ? last : "", second),
	};
}

bool import_name_is_of_two(const char *text)
{
	size_t length;

	return joins_two(text, &length) != NULL;
}

struct import_value import_name(const char *text, struct ch_arena *arena)
{
	size_t length;

	if (!has_letter(text))
		return (struct import_value){
			.reason = IMPORT_BAD_NAME,
			.rejected = true,
			.message = _("has no letter in it, so it is no name"),
			.fix = _("Give the person's name, or take the row out"),
		};
	if (has_lost_letter(text))
		return (struct import_value){
			.reason = IMPORT_BAD_NAME,
			.rejected = true,
			.message = _("has a question mark in the place of a letter, which was lost when the list was "
				     "saved"),
			.fix = _("Save the list again as .xlsx or \"CSV UTF-8\", or correct the cell"),
		};
	if (*text == '=' || *text == '+' || *text == '@')
		return (struct import_value){
			.text = text,
			.reason = IMPORT_NAME_UNUSUAL,
			.message = _("looks like a formula, not like a name, and comes in as text"),
			.fix = _("Give the person's name"),
		};
	if (strchr(text, '@'))
		return (struct import_value){
			.text = text,
			.reason = IMPORT_NAME_UNUSUAL,
			.message = _("looks like an address, not like a name"),
			.fix = _("Give the person's name"),
		};
	if (strchr(text, ';'))
		return (struct import_value){
			.text = text,
			.reason = IMPORT_NAME_UNUSUAL,
			.message = _("looks like two people, and comes in as one"),
			.fix = _("Give each of them a row of their own"),
		};
	const char *sign = joins_two(text, &length);
	if (sign != NULL)
		return household(text, sign, length, arena);
	return (struct import_value){.text = text};
}
