/*
 * The header of a check or report file.
 *
 *     -- check: too-soon
 *     -- why: Between two sessions there must be time
 *     --     to do what was agreed.       (five blanks or more: it goes on)
 *     -- Any other comment ends the header.
 *     SELECT ...
 *
 * A header line is "-- ", a key of lower-case letters, ": " and a value. A key
 * that is not known, is given twice, has no value, or stands below the header
 * is refused. A semicolon at the end of the query is left out. What is wrong is
 * named with file and line.
 */
#ifndef CORE_CHECK_HEADER_H
#define CORE_CHECK_HEADER_H

#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/status.h"

enum { CHECK_HEADER_MOST = 17 };

struct check_header_line {
	const char *key, *value;
	int line;
};

struct check_header {
	const char *file;
	struct check_header_line lines[CHECK_HEADER_MOST];
	size_t count;
	const char *sql; /* the rest of the text, not copied but where it ended in a semicolon */
	int sql_line;	 /* where it begins */
	const char *const *needed; /* the keys that must be there, then NULL: set by who asks; NULL: each by itself */
};

/* `keys` ends with NULL. `file` and `text` outlive the header, whose values live in `arena`. */
enum ch_status check_header_read(const char *file, const char *text, const char *const *keys, struct ch_arena *arena,
				 struct check_header *header, struct ch_error *err);

/* NULL where the header does not have it. */
const char *check_header_value(const struct check_header *header, const char *key);

/* The value of a key that must be there; where it is not, all of header->needed that is lacking is named at once. */
enum ch_status check_header_need(const struct check_header *header, const char *key, const char **value,
				 struct ch_error *err);

/* Refuses a name that is not the file's own without ".sql". */
enum ch_status check_header_name(const struct check_header *header, const char *key, const char **name,
				 struct ch_error *err);

/* CH_DATA with "FILE:LINE: " before what is wrong: the line of `key`, or where the query begins if there is none. */
enum ch_status check_header_fail(const struct check_header *header, const char *key, struct ch_error *err,
				 const char *format, ...) CH_PRINTF(4, 5);

#endif
