#include "core/import/encoding.h"

#include <ctype.h>
#include <stdbool.h>

#define NAMES_MOST 5

static const struct {
	const char *name, *iconv;
	const char *others[NAMES_MOST]; /* without hyphens, blanks and underscores, in small letters */
} encodings[] = {
	[IMPORT_UTF8] = {"UTF-8", "UTF-8", {"utf8", "utf8bom", "unicode"}},
	[IMPORT_UTF16LE] = {"UTF-16", "UTF-16LE", {"utf16", "utf16le", "unicodetext", "ucs2"}},
	[IMPORT_UTF16BE] = {"UTF-16 (big-endian)", "UTF-16BE", {"utf16be"}},
	[IMPORT_WINDOWS_1252] = {"Windows-1252", "CP1252", {"windows1252", "cp1252", "latin1", "iso88591", "ansi"}},
	[IMPORT_WINDOWS_1250] = {"Windows-1250", "CP1250", {"windows1250", "cp1250"}},
	[IMPORT_WINDOWS_1251] = {"Windows-1251", "CP1251", {"windows1251", "cp1251"}},
	[IMPORT_MACINTOSH] = {"Macintosh", "MACINTOSH", {"macintosh", "macroman", "mac", "xmacroman"}},
	[IMPORT_CP850] = {"CP850", "CP850", {"cp850", "850", "ibm850", "dos"}},
	[IMPORT_ISO_8859_15] = {"ISO-8859-15", "ISO-8859-15", {"iso885915", "latin9"}},
	[IMPORT_ISO_8859_2] = {"ISO-8859-2", "ISO-8859-2", {"iso88592", "latin2"}},
};

#define ENCODINGS (sizeof(encodings) / sizeof(*encodings))

static bool is_separator(char c)
{
	return c == '-' || c == '_' || c == ' ' || c == '.' || c == ':';
}

/* Whether `name` is the plain one, its case and separators not counted. */
static bool is_called(const char *name, const char *plain)
{
	for (; *name != '\0'; name++) {
		if (is_separator(*name))
			continue;
		if (tolower((unsigned char)*name) != *plain++)
			return false;
	}
	return *plain == '\0';
}

enum ch_status import_encoding_named(const char *name, enum import_encoding *encoding, struct ch_error *err)
{
	*encoding = IMPORT_ENCODING_GUESS;
	if (!name)
		return CH_OK;
	for (size_t i = IMPORT_UTF8; i < ENCODINGS; i++)
		for (size_t n = 0; n < NAMES_MOST && encodings[i].others[n]; n++)
			if (is_called(name, encodings[i].others[n]))
				*encoding = (enum import_encoding)i;
	if (*encoding)
		return CH_OK;
	ch_fail(err, CH_USAGE, _("The encoding \"%s\" is not known"), name);
	ch_error_field(err, "encoding");
	return ch_error_fix(err, "%s",
			    _("these are: utf-8, utf-16, windows-1252, windows-1250, windows-1251, macintosh, cp850, "
			      "iso-8859-15, iso-8859-2"));
}

const char *import_encoding_name(enum import_encoding encoding)
{
	return encodings[encoding].name;
}

const char *import_encoding_iconv(enum import_encoding encoding)
{
	return encodings[encoding].iconv;
}

size_t import_encoding_unit(enum import_encoding encoding)
{
	return encoding == IMPORT_UTF16LE || encoding == IMPORT_UTF16BE ? 2 : 1;
}
