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

static void test_other_formats_are_refused_by_content(void **state)
{
	static const char save[] = "open it in a spreadsheet, choose \"Save as\", type \"CSV UTF-8\", and import that "
				   "file";

	(void)state;
	expect_refused(FILE_OF("PK\x03\x04..........[Content_Types].xml...."),
		       "people.csv is an Excel workbook (.xlsx), not a text table such as CSV", save);
	expect_refused(FILE_OF("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
		       "people.csv is an OpenDocument spreadsheet (.ods), not a text table such as CSV", save);
	expect_refused(FILE_OF("PK\x03\x04....holiday.jpg"),
		       "people.csv is a zip archive or a workbook, not a text table such as CSV",
		       "unpack it; if it is a workbook, save it as \"CSV UTF-8\" and import that file");
	expect_refused(FILE_OF("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."),
		       "people.csv is an old Excel workbook (.xls) or one with a password, not a text table such as "
		       "CSV",
		       save);
	expect_refused(FILE_OF("%PDF-1.7\n"), "people.csv is a PDF document, not a text table such as CSV",
		       "ask for the spreadsheet it was made from; tables cannot be read out of a PDF reliably");
	expect_refused(FILE_OF("\n <!DOCTYPE html><html>"),
		       "people.csv is a web page or another XML document, not a text table such as CSV",
		       "open it in a spreadsheet, or download the list again as CSV; "
		       "a page that asks to sign in is often saved by mistake");
	expect_refused(FILE_OF("[ {\"name\": \"Ann\"} ]"), "people.csv is JSON, not a text table such as CSV",
		       "export the list as CSV where it comes from");
	expect_refused(FILE_OF("BEGIN:VCARD\r\nVERSION:3.0"),
		       "people.csv is a file of contact cards (vCard), not a text table such as CSV",
		       "export the contacts as CSV from the address book");
	expect_refused(FILE_OF(""), "people.csv is empty", "save the list again, or choose another file");
	expect_refused(FILE_OF("\xef\xbb\xbf \r\n\t\r\n"), "people.csv holds nothing but blanks",
		       "save the list again, or choose another file");
}

static void test_brackets_in_a_heading_are_no_json(void **state)
{
	struct import_bytes bytes;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(import_bytes_begin(&bytes, FILE_OF("[id],[name]\n1,Ann\n"), "people.csv", &err), CH_OK);
	assert_int_equal(bytes.size, 18);
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

#define GUESSED_1252                                                                                                   \
	"The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV in western Europe; "                    \
	"if accents look wrong, save the list as \"CSV UTF-8\" and import that\n"

static void test_encodings(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zoë,田中\n"), IMPORT_ENCODING_GUESS, "Zoë,田中\n", "The text is UTF-8\n");
	expect_text(FILE_OF("\xef\xbb\xbfZoë\n"), IMPORT_ENCODING_GUESS, "Zoë\n",
		    "The text is UTF-8, with a byte order mark\n");
	expect_text(FILE_OF("Zo\xeb \x96 \x80\n"), IMPORT_ENCODING_GUESS, "Zoë – €\n", GUESSED_1252);
	expect_text(FILE_OF("Zo\xeb"), IMPORT_ENCODING_GUESS, "Zoë", GUESSED_1252);
	expect_text(FILE_OF("Zo\xeb\n"), IMPORT_WINDOWS_1252, "Zoë\n", "The text is read as Windows-1252, as asked "
								       "for\n");
}

static void test_damaged_text(void **state)
{
	(void)state;
	expect_text(FILE_OF("Zoë,a\xeb" "b\n"), IMPORT_UTF8, "Zoë,a\xef\xbf\xbd" "b\n",
		    "The text is UTF-8\n1 bytes are not UTF-8 and are shown as \"\xef\xbf\xbd\"\n");
	expect_text(FILE_OF("Zoë,Zo\xc3"), IMPORT_ENCODING_GUESS, "Zoë,Zo\xef\xbf\xbd",
		    "The text is UTF-8\nThe file ends in the middle of a character: its end may be missing\n");
	expect_text(FILE_OF("name,a\0b,city,email address\n"), IMPORT_ENCODING_GUESS,
		    "name,a\xef\xbf\xbd" "b,city,email address\n",
		    "The text is UTF-8\n1 NUL bytes are shown as \"\xef\xbf\xbd\": the file may be damaged\n");
	expect_text(FILE_OF("Zoë,Chloë,Renée,Zo\xeb\n"), IMPORT_ENCODING_GUESS, "ZoÃ«,ChloÃ«,RenÃ©e,Zoë\n",
		    GUESSED_1252
		    "Most of the accents in the file are UTF-8 all the same: two lists may have been joined; "
		    "--encoding utf-8 reads those right\n");
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

static void expect_utf16(FILE *file)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_findings findings = IMPORT_FINDINGS_IN(&arena);
	struct import_bytes bytes;
	struct import_text text;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_bytes_begin(&bytes, file, "people.txt", &err), CH_OK);
	assert_int_equal(import_text_begin(&text, &bytes, IMPORT_ENCODING_GUESS, &findings, &err), CH_DATA);
	assert_string_equal(err.message,
			    "people.txt is UTF-16, which Excel calls \"Unicode Text\"; it is read as UTF-8 only");
	assert_string_equal(err.fix,
			    "open it in the spreadsheet, choose \"Save as\", type \"CSV UTF-8\", and import that file");
	import_bytes_close(&bytes);
	ch_arena_release(&arena);
}

static void test_utf16_is_refused(void **state)
{
	(void)state;
	expect_utf16(FILE_OF("\xff\xfe" "n\0a\0m\0e\0"));
	expect_utf16(FILE_OF("\xfe\xff\0n\0a\0m\0e"));
	expect_utf16(FILE_OF("n\0a\0m\0e\0\t\0e\0m\0a\0i\0l\0\n\0"));
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
	assert_string_equal(err.message, "The encoding \"ebcdic\" is not known; utf-8 and windows-1252 are");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_formats_are_refused_by_content),
		cmocka_unit_test(test_brackets_in_a_heading_are_no_json),
		cmocka_unit_test(test_only_files_are_read),
		cmocka_unit_test(test_too_large_a_file_is_not_read),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_damaged_text),
		cmocka_unit_test(test_characters_across_blocks),
		cmocka_unit_test(test_utf16_is_refused),
		cmocka_unit_test(test_encodings_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
