/*
 * E-mail addresses and phone numbers. An address is a person's key, so what is
 * beyond doubt is mended aloud, and what is not is asked about.
 */
#include <ctype.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/value.h"

static struct import_value bad_email(const char *message, const char *suggestion)
{
	return (struct import_value){
		.reason = IMPORT_BAD_EMAIL,
		.rejected = true,
		.message = message,
		.fix = _("Correct the cell"),
		.suggestion = suggestion,
	};
}

/* What stands between < and >, or NULL. */
static char *in_brackets(struct ch_arena *arena, const char *text)
{
	const char *open = strchr(text, '<');
	const char *close = open ? strchr(open, '>') : NULL;

	return close ? ch_arena_copy_bytes(arena, open + 1, (size_t)(close - open - 1)) : NULL;
}

/* The address without what people put around it. In place or a copy. */
static char *unwrapped(struct ch_arena *arena, const char *text)
{
	char *address = in_brackets(arena, text);

	if (!address)
		address = ch_arena_copy(arena, text);
	import_narrow(address);
	if (strncmp(address, "mailto:", 7) == 0 || strncmp(address, "Mailto:", 7) == 0 ||
	    strncmp(address, "MAILTO:", 7) == 0)
		address += 7;
	size_t length = strlen(address);

	while (length > 0 && strchr(".;,>", address[length - 1]))
		address[--length] = '\0';
	return address;
}

static size_t count_of(const char *text, char c)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == c;
	return count;
}

/* Whether dots stand between other characters, each alone. */
static bool has_sane_dots(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] == '.' && (i == 0 || i + 1 == length || text[i + 1] == '.'))
			return false;
	return length > 0;
}

static bool is_ascii(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

/*
 * Whether the part before the @ has letters that are not ASCII, or a label
 * after it mixes ASCII letters with those of another script (one Cyrillic
 * letter looks like its Latin twin).
 */
static bool is_doubtful(const char *address)
{
	const char *at = strchr(address, '@');
	bool latin = false, other = false;

	if (!is_ascii(address, (size_t)(at - address)))
		return true;
	for (const char *c = at + 1; *c != '\0'; c++) {
		unsigned char lead = (unsigned char)*c;

		if (*c == '.')
			latin = other = false;
		latin = latin || isalpha(lead);
		/* Greek, Cyrillic and what follows them; accented Latin letters begin with bytes below. */
		other = other || (lead >= 0xcd && lead != 0xe1);
		if (latin && other)
			return true;
	}
	return false;
}

/* The address with the first `wrong` after the @ turned into a dot. */
static const char *with_dot(struct ch_arena *arena, const char *address, char wrong)
{
	char *copy = ch_arena_copy(arena, address);

	*strchr(strchr(copy, '@'), wrong) = '.';
	return copy;
}

static const char *without_blanks(struct ch_arena *arena, const char *address)
{
	char *copy = ch_arena_copy(arena, address);
	char *out = copy;

	for (const char *at = copy; *at != '\0'; at++)
		if (*at != ' ')
			*out++ = *at;
	*out = '\0';
	return copy;
}

static struct import_value check_email(struct ch_arena *arena, const char *address);

/* "ann(at)example.org" with its @; NULL where that is no address. */
static const char *with_at(struct ch_arena *arena, const char *address)
{
	static const char *const words[] = {"(at)", "[at]", " at ", "(a)", "(AT)", "[AT]"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const char *word = strstr(address, words[i]);

		if (word == NULL)
			continue;
		const char *mended = without_blanks(arena, ch_arena_printf(arena, "%.*s@%s", (int)(word - address),
									   address, word + strlen(words[i])));
		return check_email(arena, mended).reason ? NULL : mended;
	}
	return NULL;
}

/* What keeps the text from being an address; a value without a reason where nothing does. */
static struct import_value check_email(struct ch_arena *arena, const char *address)
{
	const char *at = strchr(address, '@');

	if (!at)
		return bad_email(_("has no @"), with_at(arena, address));
	if (count_of(address, '@') > 1)
		return bad_email(strpbrk(address, " ,;/") ? _("is more than one address; one is needed") :
								   _("has more than one @"), NULL);
	const char *domain = at + 1;
	size_t local = (size_t)(at - address);

	if (local == 0)
		return bad_email(_("has nothing before the @"), NULL);
	if (*domain == '\0')
		return bad_email(_("has nothing after the @"), NULL);
	if (strchr(domain, ',')) {
		const char *mended = with_dot(arena, address, ',');

		return bad_email(_("has a comma where a dot belongs"), strchr(mended, ',') ? NULL : mended);
	}
	if (strchr(address, ' ')) {
		const char *mended = without_blanks(arena, address);

		return bad_email(_("has a blank in it"), check_email(arena, mended).reason ? NULL : mended);
	}
	if (strpbrk(address, ",;:()<>[]\"\\"))
		return bad_email(_("has a sign in it that no address has"), NULL);
	if (!strchr(domain, '.'))
		return bad_email(_("has no dot after the @, as in example.org"), NULL);
	if (!has_sane_dots(address, local) || !has_sane_dots(domain, strlen(domain)))
		return bad_email(_("has a dot too many"), NULL);
	return (struct import_value){.text = address};
}

static bool is_plain_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* Whether the address is of letters, digits and - _ only, with single dots between them: nothing of it is doubtful. */
static bool is_plain_address(const char *text)
{
	const char *at = NULL, *dot = NULL, *start = text;

	for (; *text != '\0'; text++) {
		bool mark = *text == '.' || *text == '@';

		if (!mark && !is_plain_letter(*text))
			return false;
		if (mark && (text == start || text[-1] == '.' || text[-1] == '@' || text[1] == '\0'))
			return false;
		if (*text == '@' && at != NULL)
			return false;
		at = *text == '@' ? text : at;
		dot = *text == '.' ? text : dot;
	}
	return at != NULL && dot != NULL && dot > at;
}

struct import_value import_email(const char *text, struct ch_arena *arena)
{
	if (is_plain_address(text))
		return (struct import_value){.text = text};
	const char *address = ch_text_tidy(arena, unwrapped(arena, text));

	if (!address)
		return bad_email(_("is no address"), NULL);
	struct import_value value = check_email(arena, address);

	if (value.reason)
		return value;
	if (strcmp(address, text) != 0) {
		value.reason = IMPORT_EMAIL_MENDED;
		value.message = ch_arena_printf(arena, _("is read as %s"), address);
	} else if (is_doubtful(address)) {
		value.reason = IMPORT_EMAIL_UNUSUAL;
		value.message = _("has letters that addresses rarely have; one may only look like the right one");
		value.fix = _("Check it, and type it anew if in doubt");
	}
	return value;
}

/* 4.47701E+11: a spreadsheet took it for a number and kept too few digits. */
static bool is_scientific(const char *text)
{
	const char *e = strpbrk(text, "eE");

	if (!e || e == text || e[1] != '+' || !isdigit((unsigned char)e[2]))
		return false;
	return strspn(text, "0123456789.,") == (size_t)(e - text) && e[2 + strspn(e + 2, "0123456789")] == '\0';
}

/* Digits enough for a number at home, and not the 0 that it begins with. */
static bool lacks_zero(const char *text)
{
	size_t length = strlen(text);

	return length >= 9 && length <= 11 && *text != '0' && strspn(text, "0123456789") == length;
}

struct import_value import_phone(const char *text, bool zeros, struct ch_arena *arena)
{
	/* The apostrophe by which a spreadsheet keeps a number as text. */
	const char *tidy = ch_text_tidy(arena, text + (*text == '\''));

	if (tidy && is_scientific(tidy))
		return (struct import_value){
			.reason = IMPORT_BAD_PHONE,
			.message = _("is a phone number whose last digits a spreadsheet has lost; it is left out"),
			.fix = _("Format the column as text, type the number anew, and save the list again"),
		};
	if (tidy && !strpbrk(tidy, "0123456789"))
		return (struct import_value){
			.reason = IMPORT_BAD_PHONE,
			.message = _("has no digit, so it is no phone number; it is left out"),
			.fix = _("Correct the cell, or empty it"),
		};
	if (tidy && zeros && lacks_zero(tidy))
		return (struct import_value){
			.text = tidy,
			.reason = IMPORT_PHONE_ZERO,
			.message = _("may have lost its first 0 in a spreadsheet; it is kept as it is"),
			.fix = _("Add the 0, with the column formatted as text"),
		};
	return (struct import_value){.text = tidy};
}

const char *import_phone_digits(const char *phone, struct ch_arena *arena)
{
	char *digits = ch_arena_copy(arena, phone), *out = digits;

	for (; *phone != '\0'; phone++)
		if (isdigit((unsigned char)*phone))
			*out++ = *phone;
	*out = '\0';
	return digits;
}
