/*
 * Deciding is reading once as UTF-8 and counting what does not fit; the same
 * decoder reads it for good afterwards. What is decoded otherwise is read once
 * more, to count what has no meaning in that encoding. A character that a block
 * cuts in two waits at the start of the block for its other half.
 */
#include "core/import/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"

#define BLOCK_BYTES 65536
#define REPLACEMENT "\xef\xbf\xbd"
#define CONVERTED_BYTES 4096 /* room for one round of iconv() */

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

/* The bytes that begin a character which is not ASCII: of valid UTF-8, those whose two highest bits are set. */
static size_t count_accented(const char *bytes, size_t length)
{
	size_t count = 0, at = 0;
	uint64_t words[4];

	for (; at + sizeof(words) <= length; at += sizeof(words)) {
		memcpy(words, bytes + at, sizeof(words));
		if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) == 0)
			continue;
		for (size_t i = 0; i < sizeof(words); i++)
			count += (unsigned char)bytes[at + i] >= 0xc0;
	}
	for (; at < length; at++)
		count += (unsigned char)bytes[at] >= 0xc0;
	return count;
}

static void note_valid(struct import_text *text, const char *bytes, size_t length)
{
	text->accented += count_accented(bytes, length);
	text->line_feeds = text->line_feeds || memchr(bytes, '\n', length);
	text->returns = text->returns || memchr(bytes, '\r', length);
}

static void add_valid(struct import_text *text, const char *bytes, size_t length)
{
	const char *nul;

	if (length == 0)
		return;
	note_valid(text, bytes, length);
	while ((nul = memchr(bytes, '\0', length))) {
		size_t before = (size_t)(nul - bytes);

		ch_buffer_add_bytes(&text->out, bytes, before);
		ch_buffer_add(&text->out, REPLACEMENT);
		text->nuls++;
		bytes += before + 1;
		length -= before + 1;
	}
	ch_buffer_add_bytes(&text->out, bytes, length);
}

/*
 * Converts the bytes and returns how many at their end have to wait for the
 * next block, because a character is not complete.
 */
static size_t add_converted(struct import_text *text, char *bytes, size_t length, size_t unit)
{
	char converted[CONVERTED_BYTES];

	while (length > 0) {
		char *to = converted;
		size_t room = sizeof(converted);
		size_t result = iconv(text->converter, &bytes, &length, &to, &room);

		add_valid(text, converted, sizeof(converted) - room);
		if (result != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL)
			break;
		ch_buffer_add(&text->out, REPLACEMENT);
		text->undecoded++;
		unit = unit < length ? unit : length;
		bytes += unit;
		length -= unit;
	}
	memmove(text->block, bytes, length);
	return length;
}

/* A byte that is no UTF-8. */
static void add_bad(struct import_text *text, char byte)
{
	char converted[8], *from = &byte, *to = converted;
	size_t length = 1, room = sizeof(converted);

	text->undecoded++;
	if (text->mixed && iconv(text->converter, &from, &length, &to, &room) != (size_t)-1)
		ch_buffer_add_bytes(&text->out, converted, sizeof(converted) - room);
	else
		ch_buffer_add(&text->out, REPLACEMENT);
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
		if (length == 0 || (!last && is_started(bytes, length)))
			break;
		if (is_started(bytes, length) && !text->mixed)
			break;
		add_bad(text, *bytes);
		bytes++;
		length--;
	}
	memmove(text->block, bytes, length);
	return length;
}

/* Whether the block is text as it stands, as nearly all blocks are: whole characters of UTF-8, none of them a NUL. */
static bool is_text(const struct import_text *text, size_t length)
{
	return text->encoding == IMPORT_UTF8 && length > 0 && ch_text_valid(text->block, length) == length &&
	       memchr(text->block, '\0', length) == NULL;
}

static void decode(struct import_text *text, size_t length, bool last)
{
	if (text->encoding == IMPORT_UTF8)
		text->kept = add_utf8(text, length, last);
	else
		text->kept = add_converted(text, text->block, length, import_encoding_unit(text->encoding));
	if (!last || text->kept == 0)
		return;
	text->cut = true;
	text->kept = 0;
	ch_buffer_add(&text->out, REPLACEMENT);
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

		if (text->at_start && held >= text->mark) {
			held -= text->mark;
			memmove(text->block, text->block + text->mark, held);
		}
		text->at_start = false;
		if (is_text(text, held)) {
			note_valid(text, text->block, held);
			text->kept = 0;
			*piece = text->block;
			*length = held;
			return CH_OK;
		}
		decode(text, held, got == 0);
	}
	*piece = text->out.text;
	*length = text->out.length;
	return CH_OK;
}

enum ch_status import_text_rewind(struct import_text *text, struct ch_error *err)
{
	text->kept = text->nuls = text->undecoded = text->accented = 0;
	text->line_feeds = text->returns = false;
	text->at_start = true;
	text->cut = false;
	if (text->converter)
		iconv(text->converter, NULL, NULL, NULL, NULL);
	return import_bytes_rewind(text->bytes, err);
}

/* ---- Deciding ------------------------------------------------------------- */

/* UTF-16 has a mark of its own, or else its ASCII characters show as NULs on one side. */
static enum import_encoding look_for_utf16(const char *head, size_t length)
{
	size_t even = 0, odd = 0;

	if (length >= 2 && memcmp(head, "\xff\xfe", 2) == 0)
		return IMPORT_UTF16LE;
	if (length >= 2 && memcmp(head, "\xfe\xff", 2) == 0)
		return IMPORT_UTF16BE;
	for (size_t i = 0; i < length; i++) {
		even += head[i] == '\0' && i % 2 == 0;
		odd += head[i] == '\0' && i % 2 == 1;
	}
	if (even + odd <= length / 10)
		return IMPORT_ENCODING_GUESS;
	if (even > 9 * odd)
		return IMPORT_UTF16BE;
	return odd > 9 * even ? IMPORT_UTF16LE : IMPORT_ENCODING_GUESS;
}

static size_t mark_bytes(const char *head, size_t length, enum import_encoding encoding)
{
	if (length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0)
		return 3;
	if (import_encoding_unit(encoding) == 2 && length >= 2 &&
	    (memcmp(head, "\xff\xfe", 2) == 0 || memcmp(head, "\xfe\xff", 2) == 0))
		return 2;
	return 0;
}

static bool is_small(unsigned char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool is_letter(unsigned char byte)
{
	return is_small(byte) || (byte >= 'A' && byte <= 'Z');
}

/*
 * Whether the accents in the words are those of an old Macintosh rather than of Windows: the bytes that are letters
 * there are signs here, which do not stand inside a word, or capitals between small letters ("GrŸn").
 */
static void look_for_macintosh(struct import_text *text, const unsigned char *head, size_t length)
{
	static const char signs[] = "\x81\x82\x83\x84\x86\x87\x88\x89\x8b\x8d\x8f\x90\x93\x94\x95\x98\x99\x9b\x9d";
	static const char capitals[] = "\x8a\x8e\x9f";
	size_t signs_found = 0, letters = 0;

	for (size_t i = 1; i + 1 < length; i++) {
		unsigned char before = head[i - 1], after = head[i + 1];

		if (head[i] < 0x80)
			continue;
		signs_found += is_letter(before) && is_small(after) && strchr(signs, head[i]) != NULL;
		signs_found += is_small(before) && is_small(after) && strchr(capitals, head[i]) != NULL;
		letters += head[i] >= 0xc0 && (is_small(before) || is_small(after));
	}
	/* One alone may be damage. */
	text->macintosh = signs_found > 1 && signs_found > letters;
	text->windows = letters > 0;
}

/* Looks at the first bytes: byte order mark, NULs. */
static enum ch_status look_at_head(struct import_text *text, enum import_encoding *wanted, struct ch_error *err)
{
	enum import_encoding found;
	size_t length;
	enum ch_status status = import_bytes_read(text->bytes, text->block, BLOCK_BYTES, &length, err);

	if (status)
		return status;
	found = look_for_utf16(text->block, length);
	look_for_macintosh(text, (const unsigned char *)text->block, length);
	/* Who asks for UTF-16 need not know which of the two; the file does. */
	if (found && import_encoding_unit(*wanted) == 2)
		*wanted = found;
	text->mark = mark_bytes(text->block, length, *wanted ? *wanted : found);
	if (!*wanted && found)
		text->encoding = found;
	return import_text_rewind(text, err);
}

static enum ch_status read_all(struct import_text *text, struct ch_error *err)
{
	const char *piece;
	size_t length;
	enum ch_status status = import_text_rewind(text, err);

	do {
		if (!status)
			status = import_text_read(text, &piece, &length, err);
	} while (!status && length > 0);
	return status;
}

static enum ch_status open_converter(struct import_text *text, struct ch_error *err)
{
	enum import_encoding from = text->encoding == IMPORT_UTF8 ? IMPORT_WINDOWS_1252 : text->encoding;
	iconv_t converter = iconv_open("UTF-8", import_encoding_iconv(from));

	if (converter == (iconv_t)-1)
		return ch_fail(err, CH_UNAVAILABLE, _("This system cannot convert %s to UTF-8"),
			       import_encoding_name(from));
	text->converter = converter;
	return CH_OK;
}

static void tell_guess(const struct import_text *text, struct import_findings *findings)
{
	if (text->mixed)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The text is UTF-8, but for %zu accents that are read as Windows-1252, as when two "
				    "lists were joined; check them"),
				  text->undecoded);
	else if (text->encoding == IMPORT_UTF8)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  text->mark ? _("The text is UTF-8, with a byte order mark") : _("The text is UTF-8"));
	else if (import_encoding_unit(text->encoding) == 2)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  text->mark ? _("The text is %s, which Excel calls \"Unicode Text\"") :
					       _("The text is taken for %s, by the NUL bytes between its letters"),
				  import_encoding_name(text->encoding));
	else if (text->encoding == IMPORT_MACINTOSH)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The text is not UTF-8 and is read as Macintosh, as its accents or line ends are"
				    CH_WAY
				    "; if accents look wrong, --encoding says which it is, or save the list as \"CSV "
				    "UTF-8\"" CH_KEY
				    "; if accents look wrong, " KEY_(OPEN) " here, \"Encoding\", says which it is"));
	else
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV in western "
				    "Europe" CH_WAY
				    "; if accents look wrong, --encoding says which it is, or save the list as \"CSV "
				    "UTF-8\"" CH_KEY
				    "; if accents look wrong, " KEY_(OPEN) " here, \"Encoding\", says which it is"));
}

static void tell_damage(const struct import_text *text, struct import_findings *findings)
{
	if (text->undecoded > 0 && !text->mixed)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  text->undecoded == 1 ? _("%zu byte is not %s and is shown as \"" REPLACEMENT "\"") :
							 _("%zu bytes are not %s and are shown as \"" REPLACEMENT "\""),
				  text->undecoded, import_encoding_name(text->encoding));
	if (text->cut)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  _("The file ends in the middle of a character: its end may be missing"));
	if (text->nuls > 0)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING,
				  text->nuls == 1 ?
					  _("%zu NUL byte is shown as \"" REPLACEMENT "\": the file may be damaged") :
					  _("%zu NUL bytes are shown as \"" REPLACEMENT "\": the file may be damaged"),
				  text->nuls);
}

/* What reading everything as UTF-8 showed. */
static void judge_utf8(struct import_text *text)
{
	bool old_lines = text->returns && !text->line_feeds && !text->windows;

	if (text->undecoded > 0 && (text->mark > 0 || text->accented > text->undecoded))
		text->mixed = true;
	else if (text->undecoded > 0 || (text->cut && text->accented == 0 && text->mark == 0))
		text->encoding = text->macintosh || old_lines ? IMPORT_MACINTOSH : IMPORT_WINDOWS_1252;
}

static enum ch_status decide(struct import_text *text, enum import_encoding wanted, struct import_findings *findings,
			     struct ch_error *err)
{
	enum ch_status status = look_at_head(text, &wanted, err);

	if (wanted)
		text->encoding = wanted;
	if (!status && text->encoding == IMPORT_UTF8)
		status = read_all(text, err);
	if (!status && !wanted && text->encoding == IMPORT_UTF8)
		judge_utf8(text);
	if (!status && (text->mixed || text->encoding != IMPORT_UTF8)) {
		status = open_converter(text, err);
		if (!status)
			status = read_all(text, err);
	}
	if (status)
		return status;
	if (wanted && wanted != IMPORT_UTF8)
		import_notice_add(findings, IMPORT_TOPIC_ENCODING, _("The text is read as %s, as asked for"),
				  import_encoding_name(wanted));
	else
		tell_guess(text, findings);
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
	status = decide(text, wanted, findings, err);
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
