/*
 * Files into text: what is refused with which way out, and how it is decoded.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "core/import/text.h"

static FILE *file_of(const char *content, size_t length)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(content, 1, length, file), length);
	return file;
}

#define FILE_OF(literal) file_of((literal), sizeof(literal) - 1)

static void expect_refused(FILE *file, const char *message, const char *fix)
{
	struct import_bytes bytes;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_bytes_begin(&bytes, file, "lists/people.csv", &err), CH_DATA);
	assert_string_equal(err.message, message);
	assert_string_equal(err.fix, fix);
	assert_null(bytes.file);
}

#define ONLY "; lists are read from CSV, .xlsx and .ods"

static void test_other_formats_are_refused_by_content(void **state)
{
	(void)state;
	expect_refused(
		FILE_OF("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0"),
		"people.csv is an old Excel workbook (.xls)" ONLY,
		"open it in a spreadsheet, choose \"Save as\", type .xlsx or \"CSV UTF-8\", and import that file");
	expect_refused(FILE_OF("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
		       "people.csv is protected with a password",
		       "open it in a spreadsheet, save a copy without the password, import that");
	expect_refused(FILE_OF("%PDF-1.7\n"), "people.csv is a PDF document" ONLY,
		       "ask for the spreadsheet it was made from; tables cannot be read out of a PDF reliably");
	expect_refused(FILE_OF("\n <!DOCTYPE html><html>"), "people.csv is a web page or another XML document" ONLY,
		       "open it in a spreadsheet, or download the list again as CSV; "
		       "a page that asks to sign in is often saved by mistake");
	expect_refused(FILE_OF("[ {\"name\": \"Ann\"} ]"), "people.csv is JSON" ONLY,
		       "export the list as CSV where it comes from");
	expect_refused(FILE_OF("BEGIN:VCARD\r\nVERSION:3.0"), "people.csv is a file of contact cards (vCard)" ONLY,
		       "export the contacts as CSV from the address book");
	expect_refused(FILE_OF(""), "people.csv is empty", "save the list again, or choose another file");
	expect_refused(FILE_OF("\xef\xbb\xbf \r\n\t\r\n"), "people.csv holds nothing but blanks",
		       "save the list again, or choose another file");
}

/* The name that ends an encrypted workbook may lie anywhere, also across two blocks. */
static void test_a_password_is_found_far_into_the_file(void **state)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	char *content = calloc(1, 200000);

	(void)state;
	assert_non_null(content);
	memcpy(content, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	memcpy(content + 65536 - 10, name, sizeof(name));
	expect_refused(file_of(content, 200000), "people.csv is protected with a password",
		       "open it in a spreadsheet, save a copy without the password, import that");
	free(content);
}

static void test_brackets_in_a_heading_are_no_json(void **state)
{
	struct import_bytes bytes;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(import_bytes_begin(&bytes, FILE_OF("[id],[name]\n1,Ann\n"), "people.csv", &err), CH_OK);
	assert_int_equal(bytes.size, 18);
	import_bytes_close(&bytes);
	assert_int_equal(import_bytes_begin(&bytes, FILE_OF("[\0i\0d\0]\0,\0n\0\n\0"), "people.csv", &err), CH_OK);
	import_bytes_close(&bytes);
}

static void expect_not_opened(const char *path, enum ch_status status, const char *message, const char *fix)
{
	struct import_bytes bytes;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_bytes_open(&bytes, path, &err), status);
	assert_string_equal(err.message, message);
	assert_string_equal(err.fix, fix);
}

static void test_only_files_are_read(void **state)
{
	char folder[] = "/tmp/chiron-import-XXXXXX";
	char path[64];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/pipe", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	expect_not_opened(path, CH_DATA, "pipe is a pipe, not a file", "save the list as a file first");
	assert_int_equal(unlink(path), 0);
	snprintf(path, sizeof(path), "%s/none.csv", folder);
	expect_not_opened(path, CH_MISSING, "There is no file none.csv", "check the name and the folder");
	assert_int_equal(rmdir(folder), 0);
	expect_not_opened("/usr", CH_DATA, "usr is a folder, not a file", "name the file inside it");
	expect_not_opened("/dev/null", CH_DATA, "null is a device or socket, not a file",
			  "save the list as a file first");
}

static void test_too_large_a_file_is_not_read(void **state)
{
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_int_equal(ftruncate(fileno(file), (off_t)IMPORT_BYTES_MOST + 1), 0);
	expect_refused(file, "people.csv has 256 MB; files of up to 256 MB are read",
		       "delete columns that are not about people, or split the list");
}

/* The decoded text, and in *notices what was said, one a line. */
static char *decoded(struct ch_arena *arena, FILE *file, enum import_encoding wanted, const char **notices)
{
	struct import_findings findings = IMPORT_FINDINGS_IN(arena);
	struct import_bytes bytes;
	struct import_text text;
	struct ch_error err = CH_NO_ERROR;
	struct ch_buffer out = CH_BUFFER_EMPTY, said = CH_BUFFER_EMPTY;
	const char *piece;
	size_t length;

	assert_int_equal(import_bytes_begin(&bytes, file, "people.csv", &err), CH_OK);
	assert_int_equal(import_text_begin(&text, &bytes, wanted, &findings, &err), CH_OK);
	/* Twice, because the stages above go back to the start. */
	for (int round = 0; round < 2; round++) {
		ch_buffer_clear(&out);
		assert_int_equal(import_text_rewind(&text, &err), CH_OK);
		do {
			assert_int_equal(import_text_read(&text, &piece, &length, &err), CH_OK);
			assert_int_equal(ch_text_valid(piece, length), length);
			ch_buffer_add_bytes(&out, piece, length);
		} while (length > 0);
	}
	for (const struct import_notice *notice = findings.first_notice; notice; notice = notice->next)
		ch_buffer_printf(&said, "%s\n", notice->text);
	*notices = ch_arena_copy(arena, said.text);
	char *copy = ch_arena_copy(arena, out.text);

	import_text_end(&text);
	import_bytes_close(&bytes);
	ch_buffer_release(&out);
	ch_buffer_release(&said);
	return copy;
}

static void expect_text(FILE *file, enum import_encoding wanted, const char *text, const char *notices)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *said;

	assert_string_equal(decoded(&arena, file, wanted, &said), text);
	assert_string_equal(said, notices);
	ch_arena_release(&arena);
}

#define LOOKS_WRONG                                                                                                    \
	CH_WAY "; if accents look wrong, --encoding says which it is, or save the list as \"CSV UTF-8\""  \
	CH_KEY "; if accents look wrong, OPEN here, \"Encoding\", says which it is\n"
#define GUESSED_MACINTOSH                                                                                              \
	"The text is not UTF-8 and is read as Macintosh, as its accents or line ends are" LOOKS_WRONG
#define GUESSED_1252                                                                                                   \
	"The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV in western Europe" LOOKS_WRONG

static void test_encodings(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zoë,田中\n"), IMPORT_ENCODING_GUESS, "Zoë,田中\n", "The text is UTF-8\n");
	expect_text(FILE_OF("\xef\xbb\xbfZoë\n"), IMPORT_ENCODING_GUESS, "Zoë\n",
		    "The text is UTF-8, with a byte order mark\n");
	expect_text(FILE_OF("Zo\xeb \x96 \x80\n"), IMPORT_ENCODING_GUESS, "Zoë – €\n", GUESSED_1252);
	expect_text(FILE_OF("Zo\xeb"), IMPORT_ENCODING_GUESS, "Zoë", GUESSED_1252);
}

static void test_encodings_asked_for(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zo\xeb\n"), IMPORT_WINDOWS_1252, "Zoë\n",
		    "The text is read as Windows-1252, as asked for\n");
	expect_text(FILE_OF("\xa3ukasz \x9duraw\n"), IMPORT_WINDOWS_1250, "Łukasz ťuraw\n",
		    "The text is read as Windows-1250, as asked for\n");
	expect_text(FILE_OF("Zo\x91,M\x9fller\r"), IMPORT_MACINTOSH, "Zoë,Müller\r",
		    "The text is read as Macintosh, as asked for\n");
	expect_text(FILE_OF("Zo\x89,\xd5\n"), IMPORT_CP850, "Zoë,ı\n", "The text is read as CP850, as asked for\n");
	expect_text(FILE_OF("\xa4 \xbd\n"), IMPORT_ISO_8859_15, "€ œ\n",
		    "The text is read as ISO-8859-15, as asked for\n");
	expect_text(FILE_OF("n\0\xeb\0\n\0"), IMPORT_UTF16BE, "në\n", "The text is read as UTF-16, as asked for\n");
}

static void test_utf16(void **state)
{
	static const char unicode_text[] = "The text is UTF-16, which Excel calls \"Unicode Text\"\n";

	(void)state;
	expect_text(FILE_OF("\xff\xfe" "n\0\xeb\0\t\0\n\0"), IMPORT_ENCODING_GUESS, "në\t\n", unicode_text);
	expect_text(FILE_OF("\xfe\xff\0n\0\xeb\0\n"), IMPORT_ENCODING_GUESS, "në\n",
		    "The text is UTF-16 (big-endian), which Excel calls \"Unicode Text\"\n");
	expect_text(FILE_OF("n\0a\0m\0e\0\t\0e\0m\0a\0i\0l\0\n\0"), IMPORT_ENCODING_GUESS, "name\temail\n",
		    "The text is taken for UTF-16, by the NUL bytes between its letters\n");
	expect_text(FILE_OF("\0n\0a\0m\0e\0\t\0e\0m\0a\0i\0l\0\n"), IMPORT_ENCODING_GUESS, "name\temail\n",
		    "The text is taken for UTF-16 (big-endian), by the NUL bytes between its letters\n");
	/* Beyond the basic plane, half a pair, and half a character at the end. */
	expect_text(FILE_OF("\xff\xfe\x3d\xd8\x00\xde" "a\0\x3d\xd8" "b\0c"), IMPORT_ENCODING_GUESS,
		    "\U0001f600a\xef\xbf\xbd" "b\xef\xbf\xbd",
		    "The text is UTF-16, which Excel calls \"Unicode Text\"\n"
		    "1 byte is not UTF-16 and is shown as \"\xef\xbf\xbd\"\n"
		    "The file ends in the middle of a character: its end may be missing\n");
}

static void test_old_macintosh(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zo\x91\rAnn\r"), IMPORT_ENCODING_GUESS, "Zoë\rAnn\r", GUESSED_MACINTOSH);
	/* By its accents alone, as newer Excels end their lines. */
	expect_text(FILE_OF("Fran\x8d" "ois No\x91l, Andr\x8e" "e, Gr\x9fn\n"), IMPORT_ENCODING_GUESS,
		    "François Noël, Andrée, Grün\n", GUESSED_MACINTOSH);
	/* Windows' own: an apostrophe within a word, an S with a hook at its start; and with the lines of the other. */
	expect_text(FILE_OF("d\x92" "Aubign\xe9, \x8aime\x9a\n"), IMPORT_ENCODING_GUESS, "d’Aubigné, Šimeš\n",
		    GUESSED_1252);
	expect_text(FILE_OF("Zo\xeb\rAnn\r"), IMPORT_ENCODING_GUESS, "Zoë\rAnn\r", GUESSED_1252);
}

static void test_damaged_text(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zoë,a\xeb" "b\n"), IMPORT_UTF8, "Zoë,a\xef\xbf\xbd" "b\n",
		    "The text is UTF-8\n1 byte is not UTF-8 and is shown as \"\xef\xbf\xbd\"\n");
	expect_text(FILE_OF("a\x81" "b\n"), IMPORT_ENCODING_GUESS, "a\xef\xbf\xbd" "b\n",
		    GUESSED_1252 "1 byte is not Windows-1252 and is shown as \"\xef\xbf\xbd\"\n");
	expect_text(FILE_OF("Zoë,Zo\xc3"), IMPORT_ENCODING_GUESS, "Zoë,Zo\xef\xbf\xbd",
		    "The text is UTF-8\nThe file ends in the middle of a character: its end may be missing\n");
	expect_text(FILE_OF("name,a\0b,city,email address\n"), IMPORT_ENCODING_GUESS,
		    "name,a\xef\xbf\xbd" "b,city,email address\n",
		    "The text is UTF-8\n1 NUL byte is shown as \"\xef\xbf\xbd\": the file may be damaged\n");
}

/* Each accent comes out right, whichever of the two lists it is from. */
static void test_two_encodings_in_one_file(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zoë,Chloë,Renée,Zo\xeb\n"), IMPORT_ENCODING_GUESS, "Zoë,Chloë,Renée,Zoë\n",
		    "The text is UTF-8, but for 1 accents that are read as Windows-1252, as when two lists were "
		    "joined; check them\n");
}

/* A character that two blocks share must come out whole. */
static void test_characters_across_blocks(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer content = CH_BUFFER_EMPTY;
	const char *said;

	(void)state;
	ch_buffer_add_char(&content, 'x');
	for (int i = 0; i < 60000; i++)
		ch_buffer_add(&content, i % 2 ? "田" : "é");
	assert_string_equal(decoded(&arena, file_of(content.text, content.length), IMPORT_ENCODING_GUESS, &said),
			    content.text);
	assert_string_equal(said, "The text is UTF-8\n");
	ch_buffer_release(&content);
	ch_arena_release(&arena);
}

static void test_encodings_by_name(void **state)
{
	enum import_encoding encoding;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(import_encoding_named(NULL, &encoding, &err), CH_OK);
	assert_int_equal(encoding, IMPORT_ENCODING_GUESS);
	assert_int_equal(import_encoding_named("CP1252", &encoding, &err), CH_OK);
	assert_int_equal(encoding, IMPORT_WINDOWS_1252);
	assert_int_equal(import_encoding_named("ebcdic", &encoding, &err), CH_USAGE);
	assert_string_equal(err.message, "The encoding \"ebcdic\" is not known");
	assert_string_equal(err.field, "encoding");
	assert_int_equal(import_encoding_named("Mac Roman", &encoding, &err), CH_OK);
	assert_int_equal(encoding, IMPORT_MACINTOSH);
	assert_int_equal(import_encoding_named("ISO_8859-15", &encoding, &err), CH_OK);
	assert_int_equal(encoding, IMPORT_ISO_8859_15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_formats_are_refused_by_content),
		cmocka_unit_test(test_a_password_is_found_far_into_the_file),
		cmocka_unit_test(test_brackets_in_a_heading_are_no_json),
		cmocka_unit_test(test_only_files_are_read),
		cmocka_unit_test(test_too_large_a_file_is_not_read),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_damaged_text),
		cmocka_unit_test(test_characters_across_blocks),
		cmocka_unit_test(test_encodings_asked_for),
		cmocka_unit_test(test_utf16),
		cmocka_unit_test(test_old_macintosh),
		cmocka_unit_test(test_two_encodings_in_one_file),
		cmocka_unit_test(test_encodings_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
