/*
 * The file is opened without blocking, so that a pipe or a device cannot make
 * the program wait, and is judged by fstat() on what was opened. Signatures are
 * looked for in the first bytes only.
 */
#include "core/import/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD_BYTES 4096
#define CONTROLS_LEAST 32 /* control characters in the head: fewer may be somebody's cells */
#define BLOCK_BYTES 65536

/* What a file may be instead of a table, by its first bytes. */
struct signature {
	const char *start;
	size_t length;
	const char *what;
	const char *fix;
};

#define START(bytes) .start = (bytes), .length = sizeof(bytes) - 1

static const struct signature signatures[] = {
	{START("%PDF-"), N_("a PDF document"),
	 N_("ask for the spreadsheet it was made from; tables cannot be read out of a PDF reliably")},
	{START("{\\rtf"), N_("a word processor's document (RTF)"),
	 N_("copy its table into a spreadsheet, save that as \"CSV UTF-8\", and import that file")},
	{START("SQLite format 3"), N_("a database, perhaps a chiron scheme"),
	 N_("to work with a scheme open it with `chiron -d FILE`; to bring its people in, export them there first")},
	{START("\x1f\x8b"), N_("a compressed file (gzip)"), N_("unpack it and import the file inside")},
	{START("7z\xbc\xaf\x27\x1c"), N_("a compressed file (7z)"), N_("unpack it and import the file inside")},
	{START("Rar!"), N_("a compressed file (RAR)"), N_("unpack it and import the file inside")},
	{START("\x89PNG"), N_("a picture"), N_("ask for the list itself, as a spreadsheet")},
	{START("\xff\xd8\xff"), N_("a picture"), N_("ask for the list itself, as a spreadsheet")},
};

static enum ch_status refuse(const struct import_bytes *bytes, const char *what, const char *fix, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s is %s; lists are read from CSV, .xlsx and .ods"), bytes->name, _(what));
	return ch_error_fix(err, "%s", _(fix));
}

/* What workbooks of Excel 97 to 2003 begin with, and encrypted ones of any Excel. */
#define OLE_START "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/* Whether the file holds the bytes anywhere. Reads on from where it stands. */
static bool holds(struct import_bytes *bytes, const char *wanted, size_t wanted_length)
{
	char block[BLOCK_BYTES];
	struct ch_error ignored = CH_NO_ERROR;
	size_t kept = 0, got;

	while (!import_bytes_read(bytes, block + kept, sizeof(block) - kept, &got, &ignored) && got > 0) {
		size_t held = kept + got;

		for (size_t i = 0; i + wanted_length <= held; i++)
			if (block[i] == *wanted && memcmp(block + i, wanted, wanted_length) == 0)
				return true;
		kept = held < wanted_length ? held : wanted_length - 1;
		memmove(block, block + held - kept, kept);
	}
	return false;
}

static enum ch_status refuse_old(struct import_bytes *bytes, struct ch_error *err)
{
	/* The name of the stream that holds the encrypted workbook: [MS-OFFCRYPTO] 2.3.4.1. */
	static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

	if (import_bytes_rewind(bytes, err))
		return err->status;
	if (holds(bytes, encrypted, sizeof(encrypted))) {
		ch_fail(err, CH_DATA, _("%s is protected with a password"), bytes->name);
		return ch_error_fix(err, "%s",
				    _("open it in a spreadsheet, save a copy without the password, import that"));
	}
	return refuse(bytes, N_("an old Excel workbook (.xls)"),
		      N_("open it in a spreadsheet, choose \"Save as\", type .xlsx or \"CSV UTF-8\", and import that "
			 "file"), err);
}

/* The first byte that is neither a byte order mark nor blank. */
static size_t skip_blanks(const char *head, size_t length)
{
	size_t at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (at < length && strchr(" \t\r\n", head[at]) && head[at] != '\0')
		at++;
	return at;
}

static bool starts_as_markup(const char *text, size_t length)
{
	static const char *const starts[] = {"<!doctype", "<html", "<?xml", "<table", "<head", "<!--"};

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (length >= strlen(starts[i]) && strncasecmp(text, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

/* A heading may begin with a bracket, so what follows it must be JSON too. */
static bool starts_as_json(const char *text, size_t length)
{
	if (length < 2 || (*text != '{' && *text != '['))
		return false;
	size_t next = 1 + skip_blanks(text + 1, length - 1);

	if (next >= length || text[next] == '\0')
		return false;
	return *text == '{' ? strchr("\"}", text[next]) != NULL : strchr("{[]\"", text[next]) != NULL;
}

/*
 * Whether it is no text in any encoding: more control characters than a few hostile cells have, and not those of
 * UTF-16, whose NULs all stand on one side of each pair of bytes.
 */
static bool looks_binary(const unsigned char *head, size_t length)
{
	size_t controls = 0, nuls[2] = {0};

	for (size_t i = 0; i < length; i++) {
		nuls[i % 2] += head[i] == '\0';
		controls += head[i] > '\0' && head[i] < ' ' && !strchr("\t\n\v\f\r", head[i]);
	}
	if (length >= 2 && (memcmp(head, "\xff\xfe", 2) == 0 || memcmp(head, "\xfe\xff", 2) == 0))
		return false;
	if (nuls[0] + nuls[1] > length / 5)
		return nuls[0] > length / 50 && nuls[1] > length / 50;
	return controls >= CONTROLS_LEAST && controls > length / 20;
}

static enum ch_status check_content(struct import_bytes *bytes, const char *head, size_t length,
				    struct ch_error *err)
{
	size_t at = skip_blanks(head, length);

	for (size_t i = 0; i < sizeof(signatures) / sizeof(*signatures); i++) {
		const struct signature *s = &signatures[i];

		if (length >= s->length && memcmp(head, s->start, s->length) == 0)
			return refuse(bytes, s->what, s->fix, err);
	}
	if (length >= 8 && memcmp(head, OLE_START, 8) == 0)
		return refuse_old(bytes, err);
	if (length >= 4 && (memcmp(head, "PK\x03\x04", 4) == 0 || memcmp(head, "PK\x05\x06", 4) == 0)) {
		bytes->zip = true;
		return CH_OK;
	}
	if (starts_as_markup(head + at, length - at))
		return refuse(bytes, N_("a web page or another XML document"),
			      N_("open it in a spreadsheet, or download the list again as CSV; "
				 "a page that asks to sign in is often saved by mistake"), err);
	if (starts_as_json(head + at, length - at))
		return refuse(bytes, N_("JSON"), N_("export the list as CSV where it comes from"), err);
	if (length - at >= 11 && strncasecmp(head + at, "BEGIN:VCARD", 11) == 0)
		return refuse(bytes, N_("a file of contact cards (vCard)"),
			      N_("export the contacts as CSV from the address book"), err);
	if (looks_binary((const unsigned char *)head, length))
		return refuse(bytes, N_("no text, and no spreadsheet that is known"),
			      N_("open it in the program that made it, choose \"Save as\", type .xlsx, .ods or CSV, "
				 "and import that file"), err);
	if (at == length && bytes->size <= HEAD_BYTES) {
		ch_fail(err, CH_DATA, _("%s holds nothing but blanks"), bytes->name);
		return ch_error_fix(err, "%s", _("save the list again, or choose another file"));
	}
	return CH_OK;
}

static enum ch_status check_size(const struct import_bytes *bytes, struct ch_error *err)
{
	if (bytes->size == 0) {
		ch_fail(err, CH_DATA, _("%s is empty"), bytes->name);
		return ch_error_fix(err, "%s", _("save the list again, or choose another file"));
	}
	if (bytes->size > IMPORT_BYTES_MOST) {
		ch_fail(err, CH_DATA, _("%s has %llu MB; files of up to %d MB are read"), bytes->name,
			(unsigned long long)(bytes->size / 1024 / 1024), IMPORT_BYTES_MOST / 1024 / 1024);
		return ch_error_fix(err, "%s", _("delete columns that are not about people, or split the list"));
	}
	return CH_OK;
}

static const char *without_folders(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

static void set_name(struct import_bytes *bytes, const char *path)
{
	snprintf(bytes->name, sizeof(bytes->name), "%s", without_folders(path));
}

static void note_time(FILE *file, struct import_bytes *bytes)
{
	struct stat about = {0};

	fstat(fileno(file), &about);
	bytes->written.seconds = about.st_mtim.tv_sec;
	bytes->written.nanoseconds = about.st_mtim.tv_nsec;
}

bool import_bytes_unchanged(const struct import_bytes *bytes)
{
	struct import_bytes now = {.file = NULL};
	struct stat about = {0};

	note_time(bytes->file, &now);
	return fstat(fileno(bytes->file), &about) == 0 && (uint64_t)about.st_size == bytes->size &&
	       now.written.seconds == bytes->written.seconds && now.written.nanoseconds == bytes->written.nanoseconds;
}

enum ch_status import_bytes_begin(struct import_bytes *bytes, FILE *file, const char *name, struct ch_error *err)
{
	char head[HEAD_BYTES];
	size_t length = 0;
	enum ch_status status;
	off_t end = -1;

	*bytes = (struct import_bytes){.file = file};
	set_name(bytes, name);
	note_time(file, bytes);
	if (fseeko(file, 0, SEEK_END) == 0)
		end = ftello(file);
	bytes->size = end > 0 ? (uint64_t)end : 0;
	status = end < 0 ? ch_fail(err, CH_IO, _("%s cannot be read: %s"), bytes->name, strerror(errno)) :
			   check_size(bytes, err);
	if (!status)
		status = import_bytes_rewind(bytes, err);
	if (!status)
		status = import_bytes_read(bytes, head, sizeof(head), &length, err);
	if (!status)
		status = check_content(bytes, head, length, err);
	if (!status)
		status = import_bytes_rewind(bytes, err);
	if (status)
		import_bytes_close(bytes);
	return status;
}

static enum ch_status fail_open(const struct import_bytes *bytes, int number, struct ch_error *err)
{
	if (number == ENOENT || number == ENOTDIR) {
		ch_fail(err, CH_MISSING, _("There is no file %s"), bytes->name);
		return ch_error_fix(err, "%s", _("check the name and the folder"));
	}
	ch_fail(err, CH_IO, _("%s cannot be opened: %s"), bytes->name, strerror(number));
	if (number == EACCES)
		ch_error_fix(err, "%s", _("ask its owner for the right to read it, or copy it"));
	return err->status;
}

/* What is no regular file, in words; NULL for one that is. */
static const char *odd_kind(mode_t mode)
{
	if (S_ISREG(mode))
		return NULL;
	if (S_ISDIR(mode))
		return N_("a folder");
	if (S_ISFIFO(mode))
		return N_("a pipe");
	return N_("a device or socket");
}

enum ch_status import_bytes_open(struct import_bytes *bytes, const char *path, struct ch_error *err)
{
	struct stat about;
	const char *kind;
	FILE *file;

	*bytes = (struct import_bytes){.file = NULL};
	set_name(bytes, path);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0)
		return fail_open(bytes, errno, err);
	if (fstat(fd, &about) != 0) {
		int number = errno;

		close(fd);
		return fail_open(bytes, number, err);
	}
	kind = odd_kind(about.st_mode);
	if (kind) {
		close(fd);
		ch_fail(err, CH_DATA, _("%s is %s, not a file"), bytes->name, _(kind));
		return ch_error_fix(err, "%s", S_ISDIR(about.st_mode) ? _("name the file inside it") :
									_("save the list as a file first"));
	}
	file = fdopen(fd, "rb");
	if (!file) {
		int number = errno;

		close(fd);
		return fail_open(bytes, number, err);
	}
	return import_bytes_begin(bytes, file, path, err);
}

enum ch_status import_bytes_read(struct import_bytes *bytes, char *block, size_t capacity, size_t *length,
				 struct ch_error *err)
{
	*length = fread(block, 1, capacity, bytes->file);
	if (ferror(bytes->file))
		return ch_fail(err, CH_IO, _("%s cannot be read: %s"), bytes->name, strerror(errno));
	return CH_OK;
}

enum ch_status import_bytes_rewind(struct import_bytes *bytes, struct ch_error *err)
{
	if (fseeko(bytes->file, 0, SEEK_SET) != 0)
		return ch_fail(err, CH_IO, _("%s cannot be read again: %s"), bytes->name, strerror(errno));
	return CH_OK;
}

void import_bytes_close(struct import_bytes *bytes)
{
	if (bytes->file)
		fclose(bytes->file);
	bytes->file = NULL;
}
