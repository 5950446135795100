/*
 * Stage 2 of an import: from bytes to text.
 *
 * The text that comes out is valid UTF-8 without a byte order mark and without
 * NUL. How the file is encoded is decided by looking at all of it: a byte order
 * mark, else valid UTF-8, else Windows-1252, which is said aloud, because a
 * guess it remains. UTF-16 is refused with the way out. What cannot be decoded
 * becomes U+FFFD, and that is said too.
 */
#ifndef CHIRON_CORE_IMPORT_TEXT_H
#define CHIRON_CORE_IMPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/buffer.h"
#include "core/import/bytes.h"
#include "core/import/issue.h"

enum import_encoding { IMPORT_ENCODING_GUESS, IMPORT_UTF8, IMPORT_WINDOWS_1252 };

struct import_text {
	struct import_bytes *bytes; /* the caller's, open as long as this */
	enum import_encoding encoding;
	bool mark;	     /* the file begins with a byte order mark */
	bool at_start;	     /* nothing was read since the start */
	char *block;	     /* bytes read */
	size_t kept;	     /* of them, the start of a character that is not complete */
	void *converter;     /* iconv_t, for encodings other than UTF-8 */
	struct ch_buffer out;
	size_t nuls, undecoded, accented; /* seen since the start: NUL bytes, bad bytes, good characters beyond ASCII */
	bool cut;			  /* the last character is not complete */
};

/*
 * Reads what a person calls an encoding: "utf-8", "windows-1252", "cp1252",
 * "latin1"; NULL is to be guessed. CH_USAGE.
 */
enum ch_status import_encoding_named(const char *name, enum import_encoding *encoding, struct ch_error *err);

/* As messages and records of an import name it: "UTF-8", "Windows-1252". */
const char *import_encoding_name(enum import_encoding encoding);

/*
 * Decides on the encoding (`wanted`, unless that is to be guessed), reading the
 * whole file, and goes back to its start. CH_DATA where it is UTF-16, CH_IO.
 * import_text_end() is due only after CH_OK.
 */
enum ch_status import_text_begin(struct import_text *text, struct import_bytes *bytes, enum import_encoding wanted,
				 struct import_findings *findings, struct ch_error *err);

/* The next piece, valid until the next call; *length is 0 at the end. CH_IO. */
enum ch_status import_text_read(struct import_text *text, const char **piece, size_t *length, struct ch_error *err);

/* Goes back to the start. CH_IO. */
enum ch_status import_text_rewind(struct import_text *text, struct ch_error *err);

void import_text_end(struct import_text *text);

#endif
