/*
 * Decoding is utf8proc's, which is strict: no surrogates, no overlong forms.
 */
#include "base/utf8.h"

#include <utf8proc.h>

/* Bytes that a character with this first byte ought to have; 1 for a byte that starts none. */
static size_t expected_length(unsigned char first)
{
	if (first >= 0xf0)
		return 4;
	if (first >= 0xe0)
		return 3;
	if (first >= 0xc0)
		return 2;
	return 1;
}

size_t utf8_cut(const char *bytes, size_t length)
{
	for (size_t back = 1; back <= 4 && back <= length; back++) {
		unsigned char byte = (unsigned char)bytes[length - back];

		if ((byte & 0xc0) == 0x80)
			continue;
		return expected_length(byte) > back ? length - back : length;
	}
	return length;
}

size_t utf8_decode(const char *bytes, size_t length, int32_t *code)
{
	utf8proc_int32_t decoded;
	utf8proc_ssize_t used;

	if (length == 0)
		return 0;
	if ((unsigned char)bytes[0] < 0x80) {
		*code = (unsigned char)bytes[0];
		return 1;
	}
	used = utf8proc_iterate((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)(length < 4 ? length : 4), &decoded);
	if (used <= 0)
		return 0;
	*code = decoded;
	return (size_t)used;
}

static bool is_bidi_control(int32_t code)
{
	return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
	       (code >= 0x2066 && code <= 0x2069);
}

bool utf8_is_unsafe(int32_t code)
{
	if (code >= 0x20 && code < 0x7f)
		return false;
	if (is_bidi_control(code))
		return true;
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return false;
	}
}

bool utf8_is_line_end(int32_t code)
{
	return (code >= '\n' && code <= '\r') || code == 0x2028 || code == 0x2029;
}

bool utf8_is_blank(int32_t code)
{
	if (code < 0x80)
		return code == ' ' || code == '\t' || utf8_is_line_end(code);
	return utf8_is_line_end(code) || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

bool utf8_is_latin(const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
		if (*at >= 0x20 && *at <= 0x7e)
			continue;
		if (*at < 0xc3 || *at > 0xcb || (at[1] & 0xc0) != 0x80)
			return false;
		at++;
	}
	return true;
}
