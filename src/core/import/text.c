/*
 * Deciding is reading once as UTF-8 and counting what does not fit; the same
 * decoder reads it for good afterwards. A character that a block cuts in two
 * waits at the start of the block for its other half.
 */
#include "core/import/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"

#define BLOCK_BYTES 65536
#define REPLACEMENT "\xef\xbf\xbd"
#define CONVERTED_BYTES 512 /* room for one round of iconv() */

enum ch_status import_encoding_named(const char *name, enum import_encoding *encoding, struct ch_error *err)
{
	static const struct {
		const char *name;
		enum import_encoding encoding;
	} known[] = {
		{.name = "utf-8", .encoding = IMPORT_UTF8},
		{.name = "utf8", .encoding = IMPORT_UTF8},
		{.name = "windows-1252", .encoding = IMPORT_WINDOWS_1252},
		{.name = "cp1252", .encoding = IMPORT_WINDOWS_1252},
		{.name = "latin1", .encoding = IMPORT_WINDOWS_1252},
		{.name = "iso-8859-1", .encoding = IMPORT_WINDOWS_1252},
	};

	*encoding = IMPORT_ENCODING_GUESS;
	if (!name)
		return CH_OK;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (ch_text_equal_ascii(name, known[i].name))
			*encoding = known[i].encoding;
	if (*encoding)
		return CH_OK;
	ch_fail(err, CH_USAGE, _("The encoding \"%s\" is not known; utf-8 and windows-1252 are"), name);
	return ch_error_fix(err, "%s", _("save the file as \"CSV UTF-8\" in the spreadsheet it comes from"));
}

const char *import_encoding_name(enum import_encoding encoding)
{
	return encoding == IMPORT_WINDOWS_1252 ? "Windows-1252" : "UTF-8";
}

/* How many bytes the character that `lead` begins should have. */
static size_t wanted_bytes(unsigned char lead)
{
	if (lead >= 0xf0)
		return lead <= 0xf4 ? 4 : 0;
	if (lead >= 0xe0)
		return 3;
	return lead >= 0xc2 ? 2 : 0;
}

/* Whether `bytes` are the start of one character, the rest of which is still to come. */
static bool is_started(const char *bytes, size_t length)
{
	if (length == 0 || length >= wanted_bytes((unsigned char)bytes[0]))
		return false;
	for (size_t i = 1; i < length; i++)
		if (((unsigned char)bytes[i] & 0xc0) != 0x80)
			return false;
	return true;
}

static void add_valid(struct import_text *text, const char *bytes, size_t length)
{
	size_t from = 0;

	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)bytes[i] >= 0xc2)
			text->accented++;
		if (bytes[i] != '\0')
			continue;
		ch_buffer_add_bytes(&text->out, bytes + from, i - from);
		ch_buffer_add(&text->out, REPLACEMENT);
		text->nuls++;
		from = i + 1;
	}
	ch_buffer_add_bytes(&text->out, bytes + from, length - from);
}

/* Decodes the block as UTF-8 and returns how many bytes at its end have to wait for the next. */
static size_t add_utf8(struct import_text *text, size_t length, bool last)
{
	const char *bytes = text->block;

	while (length > 0) {
		size_t valid = ch_text_valid(bytes, length);

		add_valid(text, bytes, valid);
		bytes += valid;
		length -= valid;
		if (length == 0)
			break;
		if (is_started(bytes, length)) {
			if (!last)
				break;
			text->cut = true;
			ch_buffer_add(&text->out, REPLACEMENT);
			return 0;
		}
		ch_buffer_add(&text->out, REPLACEMENT);
		text->undecoded++;
		bytes++;
		length--;
	}
	memmove(text->block, bytes, length);
	return length;
}

static void add_converted(struct import_text *text, size_t length)
{
	char converted[CONVERTED_BYTES];
	char *from = text->block;

	while (length > 0) {
		char *to = converted;
		size_t room = sizeof(converted);
		size_t result = iconv(text->converter, &from, &length, &to, &room);

		add_valid(text, converted, sizeof(converted) - room);
		if (result != (size_t)-1 || errno == E2BIG || length == 0)
			continue;
		ch_buffer_add(&text->out, REPLACEMENT);
		text->undecoded++;
		from++;
		length--;
	}
}

enum ch_status import_text_read(struct import_text *text, const char **piece, size_t *length, struct ch_error *err)
{
	size_t got;

	ch_buffer_clear(&text->out);
	while (text->out.length == 0) {
		enum ch_status status =
			import_bytes_read(text->bytes, text->block + text->kept, BLOCK_BYTES - text->kept, &got, err);

		if (status)
			return status;
		if (got == 0 && text->kept == 0)
			break;
		size_t held = text->kept + got;

		if (text->at_start && held >= 3 && memcmp(text->block, "\xef\xbb\xbf", 3) == 0) {
			held -= 3;
			memmove(text->block, text->block + 3, held);
			text->mark = true;
		}
		text->at_start = false;
		text->kept = 0;
		if (text->encoding == IMPORT_WINDOWS_1252)
			add_converted(text, held);
		else
			text->kept = add_utf8(text, held, got == 0);
	}
	*piece = text->out.text;
	*length = text->out.length;
	return CH_OK;
}

enum ch_status import_text_rewind(struct import_text *text, struct ch_error *err)
{
	text->kept = text->nuls = text->undecoded = text->accented = 0;
	text->at_start = true;
	text->cut = false;
	return import_bytes_rewind(text->bytes, err);
}

/* UTF-16 has a mark of its own, or else its ASCII characters show as NULs on one side. */
static bool is_utf16(const char *head, size_t length)
{
	size_t even = 0, odd = 0;

	if (length >= 2 && (memcmp(head, "\xff\xfe", 2) == 0 || memcmp(head, "\xfe\xff", 2) == 0))
		return true;
	for (size_t i = 0; i < length; i++) {
		even += head[i] == '\0' && i % 2 == 0;
		odd += head[i] == '\0' && i % 2 == 1;
	}
	return even + odd > length / 10 && (even > 9 * odd || odd > 9 * even);
}

static enum ch_status check_utf16(struct import_text *text, struct ch_error *err)
{
	size_t length;
	enum ch_status status = import_bytes_read(text->bytes, text->block, BLOCK_BYTES, &length, err);

	if (status)
		return status;
	if (is_utf16(text->block, length)) {
		ch_fail(err, CH_DATA, _("%s is UTF-16, which Excel calls \"Unicode Text\"; it is read as UTF-8 only"),
			text->bytes->name);
		return ch_error_fix(err, "%s",
				    _("open it in the spreadsheet, choose \"Save as\", type \"CSV UTF-8\", "
				      "and import that file"));
	}
	return import_bytes_rewind(text->bytes, err);
}

static void tell(const struct import_text *text, bool guessed, size_t bad, size_t good,
		 struct import_findings *findings)
{
	if (text->encoding == IMPORT_UTF8)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  text->mark ? _("The text is UTF-8, with a byte order mark") : _("The text is UTF-8"));
	else if (!guessed)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING, _("The text is read as Windows-1252, as asked for"));
	else
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV in western "
				    "Europe; if accents look wrong, save the list as \"CSV UTF-8\" and import that"));
	if (guessed && text->encoding == IMPORT_WINDOWS_1252 && good > bad)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("Most of the accents in the file are UTF-8 all the same: two lists may have been "
				    "joined; --encoding utf-8 reads those right"));
	if (text->encoding == IMPORT_UTF8 && bad > 0)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("%zu bytes are not UTF-8 and are shown as \"" REPLACEMENT "\""), bad);
}

static void tell_damage(const struct import_text *text, struct import_findings *findings)
{
	if (text->cut)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The file ends in the middle of a character: its end may be missing"));
	if (text->nuls > 0)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("%zu NUL bytes are shown as \"" REPLACEMENT "\": the file may be damaged"),
				  text->nuls);
}

/* Reads everything once as UTF-8 and says what that showed. */
static enum ch_status decide(struct import_text *text, enum import_encoding wanted, struct import_findings *findings,
			     struct ch_error *err)
{
	const char *piece;
	size_t length;

	do {
		enum ch_status status = import_text_read(text, &piece, &length, err);

		if (status)
			return status;
	} while (length > 0);
	if (wanted)
		text->encoding = wanted;
	else if (!text->mark && (text->undecoded > 0 || (text->cut && text->accented == 0)))
		text->encoding = IMPORT_WINDOWS_1252;
	tell(text, !wanted, text->undecoded, text->accented, findings);
	if (text->encoding == IMPORT_WINDOWS_1252)
		text->cut = false;
	tell_damage(text, findings);
	return CH_OK;
}

enum ch_status import_text_begin(struct import_text *text, struct import_bytes *bytes, enum import_encoding wanted,
				 struct import_findings *findings, struct ch_error *err)
{
	enum ch_status status;

	*text = (struct import_text){.bytes = bytes, .encoding = IMPORT_UTF8, .at_start = true, .out = CH_BUFFER_EMPTY};
	text->block = malloc(BLOCK_BYTES);
	if (!text->block)
		ch_abort("out of memory");
	status = check_utf16(text, err);
	if (!status)
		status = decide(text, wanted, findings, err);
	if (!status && text->encoding == IMPORT_WINDOWS_1252) {
		iconv_t converter = iconv_open("UTF-8", "CP1252");

		if (converter == (iconv_t)-1)
			status = ch_fail(err, CH_UNAVAILABLE, _("This system cannot convert Windows-1252 to UTF-8"));
		else
			text->converter = converter;
	}
	if (!status)
		status = import_text_rewind(text, err);
	if (status)
		import_text_end(text);
	return status;
}

void import_text_end(struct import_text *text)
{
	if (text->converter)
		iconv_close(text->converter);
	text->converter = NULL;
	free(text->block);
	text->block = NULL;
	ch_buffer_release(&text->out);
}
