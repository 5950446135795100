/*
 * The parts of a workbook: a zip archive, looked into without being unpacked.
 *
 * What a file says of itself is bounded before anything of it is read: the
 * number of parts, their sizes, and how much larger they become unpacked.
 */
#ifndef CHIRON_CORE_IMPORT_WORKBOOK_ZIP_H
#define CHIRON_CORE_IMPORT_WORKBOOK_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/import/bytes.h"

#define WORKBOOK_PARTS_MOST 4096
#define WORKBOOK_PART_MOST ((uint64_t)512 * 1024 * 1024)  /* bytes of a part, unpacked */
#define WORKBOOK_RATIO_MOST 200				  /* of unpacked to packed bytes, from ... */
#define WORKBOOK_RATIO_FROM ((uint64_t)8 * 1024 * 1024)	  /* ... this size on */

struct workbook_zip {
	struct zip_library *library;
	void *archive; /* zip_t */
	const char *file; /* its name, for messages */
};

struct workbook_part {
	const struct workbook_zip *zip;
	const char *path; /* the caller's */
	void *stream;	  /* zip_file_t */
	uint64_t size, read;
};

/* Opens the archive over the file of `bytes`, which is to stay open. CH_DATA where it is damaged or hostile. */
enum ch_status workbook_zip_open(struct workbook_zip *zip, struct import_bytes *bytes, struct ch_error *err);
void workbook_zip_close(struct workbook_zip *zip); /* may be called twice */

/* Whether there is a part of that name, case not considered. */
bool workbook_zip_has(const struct workbook_zip *zip, const char *path);

/* Whether the name of a part ends so. */
bool workbook_zip_has_ending(const struct workbook_zip *zip, const char *ending);

/* CH_DATA where there is no such part, it is encrypted, or too large; CH_IO. */
enum ch_status workbook_part_open(struct workbook_part *part, const struct workbook_zip *zip, const char *path,
				  struct ch_error *err);

/* The next up to `capacity` bytes; *length is 0 at the end. CH_DATA where the part is damaged. */
enum ch_status workbook_part_read(struct workbook_part *part, void *block, size_t capacity, size_t *length,
				  struct ch_error *err);

void workbook_part_close(struct workbook_part *part); /* may be called twice */

/* Fails with CH_DATA: "roster.xlsx is damaged: ...", and how to mend that. */
enum ch_status workbook_damaged(const char *file, struct ch_error *err, const char *format, ...) CH_PRINTF(3, 4);

/* Fails with CH_DATA: larger than any list of people, for the reason given. */
enum ch_status workbook_too_large(const char *file, struct ch_error *err, const char *format, ...) CH_PRINTF(3, 4);

/* Fails with CH_DATA: protected with a password. */
enum ch_status workbook_locked(const char *file, struct ch_error *err);

#endif
