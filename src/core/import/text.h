/*
 * Stage 2 of an import: from bytes to text.
 *
 * The text that comes out is valid UTF-8 without a byte order mark and without
 * NUL. How the file is encoded is decided by looking at all of it: a byte order
 * mark, else NULs on one side of each pair of bytes (UTF-16), else valid UTF-8,
 * else Windows-1252, which is said aloud, because a guess it remains. Where
 * most accents are UTF-8 all the same, two lists were joined: then the bytes
 * that are no UTF-8 are read as Windows-1252, and that is said. What cannot be
 * decoded, and every NUL, becomes U+FFFD, and that is said too.
 */
#ifndef CHIRON_CORE_IMPORT_TEXT_H
#define CHIRON_CORE_IMPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/buffer.h"
#include "core/import/bytes.h"
#include "core/import/encoding.h"
#include "core/import/issue.h"

struct import_text {
	struct import_bytes *bytes; /* the caller's, open as long as this */
	enum import_encoding encoding;
	bool mixed;	     /* UTF-8, and what is none of it is Windows-1252 */
	size_t mark;	     /* bytes of the byte order mark that the file begins with */
	bool at_start;	     /* nothing was read since the start */
	char *block;	     /* bytes read */
	size_t kept;	     /* of them, the start of a character that is not complete */
	void *converter;     /* iconv_t, for what is not UTF-8 */
	struct ch_buffer out;
	/* Seen since the start: NUL bytes, bad bytes, good characters beyond ASCII, ends of lines. */
	size_t nuls, undecoded, accented;
	bool line_feeds, returns;
	bool macintosh, windows; /* whose accents stand at its start, should it be no Unicode */
	bool cut; /* the last character is not complete */
};

/*
 * Decides on the encoding (`wanted`, unless that is to be guessed), reading the
 * whole file, and goes back to its start. CH_IO, CH_UNAVAILABLE where the
 * system cannot convert. import_text_end() is due only after CH_OK.
 */
enum ch_status import_text_begin(struct import_text *text, struct import_bytes *bytes, enum import_encoding wanted,
				 struct import_findings *findings, struct ch_error *err);

/* The next piece, valid until the next call; *length is 0 at the end. CH_IO. */
enum ch_status import_text_read(struct import_text *text, const char **piece, size_t *length, struct ch_error *err);

/* Goes back to the start. CH_IO. */
enum ch_status import_text_rewind(struct import_text *text, struct ch_error *err);

void import_text_end(struct import_text *text);

#endif
