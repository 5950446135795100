/*
 * libzip checks the structure; what it would read into memory without asking
 * (the list of parts) is counted from the end of the archive before.
 */
#include "core/import/workbook_zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zip.h>

#include "base/library.h"

#include "chiron/buffer.h"
#include "chiron/text.h"

#define END_BYTES 22	   /* of the record that ends an archive, at least */
#define COMMENT_MOST 65535 /* that may stand after it */
#define LOCATOR_BYTES 20   /* of the record before it, where the archive has a large end as well */
#define LARGE_END_BYTES 56

#define ZIP_FUNCTIONS(X)                                                                                               \
	X(zip_discard)                                                                                                 \
	X(zip_fclose)                                                                                                  \
	X(zip_fdopen)                                                                                                  \
	X(zip_fopen_index)                                                                                             \
	X(zip_fread)                                                                                                   \
	X(zip_get_name)                                                                                                \
	X(zip_get_num_entries)                                                                                         \
	X(zip_name_locate)                                                                                             \
	X(zip_stat_index)

struct zip_library { ZIP_FUNCTIONS(LIBRARY_POINTER) };

static const char *const zip_functions[] = {ZIP_FUNCTIONS(LIBRARY_NAME)};

static enum ch_status fail_with(enum ch_status status, const char *file, const char *what, const char *fix,
				struct ch_error *err, const char *format, va_list args) CH_PRINTF(6, 0);

static enum ch_status fail_with(enum ch_status status, const char *file, const char *what, const char *fix,
				struct ch_error *err, const char *format, va_list args)
{
	struct ch_buffer why = CH_BUFFER_EMPTY;

	ch_buffer_vprintf(&why, format, args);
	ch_fail(err, status, "%s %s: %s", file, what, why.text);
	ch_buffer_release(&why);
	return ch_error_fix(err, "%s", fix);
}

enum ch_status workbook_damaged(const char *file, struct ch_error *err, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fail_with(CH_DATA, file, _("is a damaged workbook"),
		  _("open it in a spreadsheet, save it under another name, and import that file"), err, format, args);
	va_end(args);
	return err->status;
}

enum ch_status workbook_too_large(const char *file, struct ch_error *err, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fail_with(CH_DATA, file, _("is larger than any list of people"),
		  _("copy the list of people into a new workbook, or save it as \"CSV UTF-8\", and import that file"),
		  err, format, args);
	va_end(args);
	return err->status;
}

enum ch_status workbook_locked(const char *file, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s is protected with a password"), file);
	return ch_error_fix(err, "%s", _("open it in a spreadsheet, save a copy without the password, import that"));
}

/* ---- The end of the archive, which says how many parts there are ------------ */

static uint64_t number_at(const unsigned char *bytes, size_t count)
{
	uint64_t number = 0;

	while (count-- > 0)
		number = number << 8 | bytes[count];
	return number;
}

static bool read_at(int fd, uint64_t offset, void *block, size_t length)
{
	return pread(fd, block, length, (off_t)offset) == (ssize_t)length;
}

/* How many parts the archive claims to have; UINT64_MAX where it has no end that could be read. */
static uint64_t count_parts(int fd, uint64_t size)
{
	unsigned char tail[COMMENT_MOST + END_BYTES], large[LARGE_END_BYTES];
	size_t length = size < sizeof(tail) ? (size_t)size : sizeof(tail);
	uint64_t start = size - length;

	if (length < END_BYTES || !read_at(fd, start, tail, length))
		return UINT64_MAX;
	for (size_t at = length - END_BYTES;; at--) {
		if (memcmp(tail + at, "PK\x05\x06", 4) == 0) {
			if (at < LOCATOR_BYTES || memcmp(tail + at - LOCATOR_BYTES, "PK\x06\x07", 4) != 0)
				return number_at(tail + at + 10, 2);
			if (!read_at(fd, number_at(tail + at - LOCATOR_BYTES + 8, 8), large, sizeof(large)))
				return UINT64_MAX;
			return number_at(large + 32, 8);
		}
		if (at == 0)
			return UINT64_MAX;
	}
}

enum ch_status workbook_zip_open(struct workbook_zip *zip, struct import_bytes *bytes, struct ch_error *err)
{
	int fd = dup(fileno(bytes->file)), code = 0;

	*zip = (struct workbook_zip){.file = bytes->name};
	if (fd < 0)
		return ch_fail(err, CH_IO, _("%s cannot be read: %s"), bytes->name, strerror(errno));
	uint64_t parts = count_parts(fd, bytes->size);

	if (parts == UINT64_MAX || parts > WORKBOOK_PARTS_MOST) {
		close(fd);
		if (parts == UINT64_MAX)
			return workbook_damaged(bytes->name, err, _("its end is missing"));
		return workbook_too_large(bytes->name, err, _("it has %llu parts"), (unsigned long long)parts);
	}
	zip->library = calloc(1, sizeof(*zip->library));
	if (!zip->library)
		ch_abort("out of memory");
	enum ch_status status = library_load(LIBZIP_SONAME, zip_functions,
					     sizeof(zip_functions) / sizeof(zip_functions[0]), zip->library, err);

	if (status == CH_OK)
		zip->archive = zip->library->zip_fdopen(fd, ZIP_RDONLY, &code);
	if (!zip->archive) {
		close(fd);
		workbook_zip_close(zip);
		if (status != CH_OK)
			return status;
		return workbook_damaged(bytes->name, err, _("it is no zip archive that can be read"));
	}
	return CH_OK;
}

void workbook_zip_close(struct workbook_zip *zip)
{
	if (zip->archive)
		zip->library->zip_discard(zip->archive);
	zip->archive = NULL;
	free(zip->library);
	zip->library = NULL;
}

bool workbook_zip_has(const struct workbook_zip *zip, const char *path)
{
	return zip->library->zip_name_locate(zip->archive, path, ZIP_FL_NOCASE) >= 0;
}

bool workbook_zip_has_ending(const struct workbook_zip *zip, const char *ending)
{
	zip_int64_t count = zip->library->zip_get_num_entries(zip->archive, 0);
	size_t end = strlen(ending);

	for (zip_int64_t i = 0; i < count; i++) {
		const char *name = zip->library->zip_get_name(zip->archive, (zip_uint64_t)i, 0);
		size_t length = name ? strlen(name) : 0;

		if (length >= end && strcmp(name + length - end, ending) == 0)
			return true;
	}
	return false;
}

/* ---- A part ------------------------------------------------------------------ */

static enum ch_status check_part(const struct workbook_zip *zip, const char *path, const zip_stat_t *about,
				 struct ch_error *err)
{
	const zip_uint64_t known = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

	if ((about->valid & known) != known)
		return workbook_damaged(zip->file, err, _("the size of its part %s is not known"), path);
	if (about->encryption_method != ZIP_EM_NONE)
		return workbook_locked(zip->file, err);
	if (about->size > WORKBOOK_PART_MOST)
		return workbook_too_large(zip->file, err, _("its part %s has %llu MB"), path,
					  (unsigned long long)(about->size >> 20));
	if (about->size > WORKBOOK_RATIO_FROM && about->size / WORKBOOK_RATIO_MOST > about->comp_size)
		return workbook_too_large(zip->file, err, _("its part %s unpacks from %llu kB to %llu MB"), path,
					  (unsigned long long)(about->comp_size >> 10),
					  (unsigned long long)(about->size >> 20));
	return CH_OK;
}

enum ch_status workbook_part_open(struct workbook_part *part, const struct workbook_zip *zip, const char *path,
				  struct ch_error *err)
{
	zip_int64_t index = zip->library->zip_name_locate(zip->archive, path, ZIP_FL_NOCASE);
	zip_stat_t about;

	*part = (struct workbook_part){.zip = zip, .path = path};
	if (index < 0 || zip->library->zip_stat_index(zip->archive, (zip_uint64_t)index, 0, &about) != 0)
		return workbook_damaged(zip->file, err, _("its part %s is missing"), path);
	enum ch_status status = check_part(zip, path, &about, err);

	if (status)
		return status;
	part->size = about.size;
	part->stream = zip->library->zip_fopen_index(zip->archive, (zip_uint64_t)index, 0);
	if (!part->stream)
		return workbook_damaged(zip->file, err, _("its part %s cannot be unpacked"), path);
	return CH_OK;
}

enum ch_status workbook_part_read(struct workbook_part *part, void *block, size_t capacity, size_t *length,
				  struct ch_error *err)
{
	zip_int64_t got = part->zip->library->zip_fread(part->stream, block, capacity);

	*length = got > 0 ? (size_t)got : 0;
	part->read += *length;
	if (got < 0 || part->read > part->size || (got == 0 && part->read < part->size))
		return workbook_damaged(part->zip->file, err, _("its part %s cannot be unpacked"), part->path);
	return CH_OK;
}

void workbook_part_close(struct workbook_part *part)
{
	if (part->stream)
		part->zip->library->zip_fclose(part->stream);
	part->stream = NULL;
}
