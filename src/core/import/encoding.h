/*
 * The encodings in which spreadsheets and forms save text: what each is called
 * in a message, on the command line and by iconv().
 */
#ifndef CHIRON_CORE_IMPORT_ENCODING_H
#define CHIRON_CORE_IMPORT_ENCODING_H

#include <stddef.h>

#include "chiron/status.h"

enum import_encoding {
	IMPORT_ENCODING_GUESS,
	IMPORT_UTF8,
	IMPORT_UTF16LE,
	IMPORT_UTF16BE,
	IMPORT_WINDOWS_1252,
	IMPORT_WINDOWS_1250,
	IMPORT_WINDOWS_1251,
	IMPORT_MACINTOSH,
	IMPORT_CP850,
	IMPORT_ISO_8859_15,
	IMPORT_ISO_8859_2
};

/*
 * Reads what a person calls an encoding, as "utf-8", "cp1252", "macroman";
 * blanks, hyphens and case do not count. NULL is to be guessed. CH_USAGE.
 */
enum ch_status import_encoding_named(const char *name, enum import_encoding *encoding, struct ch_error *err);

/* As messages and records of an import name it: "UTF-8", "Windows-1252". */
const char *import_encoding_name(enum import_encoding encoding);

/* As iconv_open() names it. */
const char *import_encoding_iconv(enum import_encoding encoding);

/* Bytes of its smallest character: 1, or 2 for UTF-16. */
size_t import_encoding_unit(enum import_encoding encoding);

#endif
