/*
 * Stage 1 of an import: the bytes of a file.
 *
 * Only regular files are read, in blocks, and more than once: the stages above
 * look first and read afterwards, so that a large file never has to fit into
 * memory. Directories, devices and empty files are refused, and so is what by
 * its first bytes is neither text nor a zip archive, as workbooks are (PDF, old
 * Excel workbooks, web pages, JSON ...), each with a sentence that says what to
 * do instead. The name of a file proves nothing.
 */
#ifndef CHIRON_CORE_IMPORT_BYTES_H
#define CHIRON_CORE_IMPORT_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "chiron/status.h"

#define IMPORT_BYTES_MOST (256 * 1024 * 1024) /* largest file that is read */

struct import_bytes {
	FILE *file;	  /* owned */
	char name[256];	  /* the file without its folders, for messages; cut if longer */
	uint64_t size;	  /* in bytes */
	bool zip;	  /* a zip archive: a workbook, if anything */
	struct {
		int64_t seconds, nanoseconds;
	} written; /* when it was last written to */
};

/* CH_MISSING, CH_IO or CH_DATA; `bytes` is closed then. */
enum ch_status import_bytes_open(struct import_bytes *bytes, const char *path, struct ch_error *err);

/*
 * The same for a file that is open already and can be rewound. It belongs to
 * `bytes` from here on, and is closed on failure too. `name` is for messages.
 */
enum ch_status import_bytes_begin(struct import_bytes *bytes, FILE *file, const char *name, struct ch_error *err);

/* The next up to `capacity` bytes; *length is 0 at the end. CH_IO. */
enum ch_status import_bytes_read(struct import_bytes *bytes, char *block, size_t capacity, size_t *length,
				 struct ch_error *err);

/* Goes back to the first byte. CH_IO. */
enum ch_status import_bytes_rewind(struct import_bytes *bytes, struct ch_error *err);

/* Whether nobody has written to the file since it was opened. */
bool import_bytes_unchanged(const struct import_bytes *bytes);

/* May be called twice. */
void import_bytes_close(struct import_bytes *bytes);

#endif
