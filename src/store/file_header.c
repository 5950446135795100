/*
 * The first bytes of a file, read by hand: what it is, before SQLite touches it.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db_private.h"

enum { HEADER_SIZE = 100, PAGE_SIZE_AT = 16, PAGE_COUNT_AT = 28, USER_VERSION_AT = 60, APPLICATION_ID_AT = 68 };

static uint32_t big_endian(const unsigned char *bytes, int length)
{
	uint32_t value = 0;

	for (int i = 0; i < length; i++)
		value = value << 8 | bytes[i];
	return value;
}

static enum ch_status read_header(const char *path, unsigned char header[HEADER_SIZE], off_t *size,
				  struct ch_error *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0 && errno == ENOENT) {
		ch_fail(err, CH_MISSING, _("there is no scheme file %s"), path);
		return ch_error_fix(err, _("`chiron -d %s init` makes one; `chiron demo` shows a demonstration"), path);
	}
	if (fd < 0)
		return ch_fail(err, errno == EACCES ? CH_NOT_ALLOWED : CH_IO, _("%s cannot be opened: %s"), path,
			       strerror(errno));
	enum ch_status status = CH_OK;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		status = ch_fail(err, CH_DATA, _("%s is not a file but a folder or device"), path);
	else if (read(fd, header, HEADER_SIZE) != HEADER_SIZE)
		status = ch_fail(err, CH_DATA, _("%s is %s: no scheme can be in it"), path,
				 st.st_size == 0 ? _("empty") : _("too short"));
	*size = st.st_size;
	close(fd);
	if (status == CH_DATA)
		ch_error_fix(err, _("choose the scheme file itself, or restore a backup"));
	return status;
}

enum ch_status file_header_check(const char *path, int *version, int64_t *missing, struct ch_error *err)
{
	unsigned char header[HEADER_SIZE];
	off_t size = 0;
	enum ch_status status = read_header(path, header, &size, err);

	if (status != CH_OK)
		return status;
	if (memcmp(header, "SQLite format 3", 16) != 0) {
		ch_fail(err, CH_DATA, _("%s is no chiron file: it does not begin as one"), path);
		return ch_error_fix(err, _("if it is a spreadsheet, `chiron import people %s` brings it in"), path);
	}
	uint32_t page_size = big_endian(header + PAGE_SIZE_AT, 2);
	if (page_size == 1)
		page_size = 65536;
	uint32_t pages = big_endian(header + PAGE_COUNT_AT, 4);
	if (big_endian(header + APPLICATION_ID_AT, 4) != DB_APPLICATION_ID) {
		ch_fail(err, CH_DATA, _("%s is a database of another program"), path);
		return ch_error_fix(err, _("choose a file that chiron made"));
	}
	*version = (int)big_endian(header + USER_VERSION_AT, 4);
	if (*version > migrate_newest()) {
		ch_fail(err, CH_DATA, _("%s was saved by a newer chiron (its schema is %d, this program knows %d)"),
			path,
			*version, migrate_newest());
		return ch_error_fix(err, _("use the newer program; the file was not touched"));
	}
	*missing = (int64_t)page_size * pages - size;
	return CH_OK;
}
