/*
 * Fuzzing the readers of workbooks: whatever the bytes, they end in a refusal
 * or in rows of valid UTF-8 whose numbers rise. An input that is no zip archive
 * is the inside of a sheet: after "o" that of an .ods, else that of an .xlsx.
 * The corpus is replayed by tests/core/test_import_corpus.c.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zip.h>

#include "chiron/text.h"
#include "core/import/workbook.h"
#include "fuzz.h"

struct part {
	const char *path;
	const void *bytes;
	size_t length;
};

#define PART(path_, text) {.path = (path_), .bytes = (text), .length = sizeof(text) - 1}

static FILE *zip_of(const struct part *parts, size_t count)
{
	char path[] = "/tmp/chiron-fuzz-XXXXXX";
	int fd = mkstemp(path), code;

	require(fd >= 0, "a file for the parts");
	close(fd);
	zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);

	require(archive != NULL, "an archive for the parts");
	for (size_t i = 0; i < count; i++)
		zip_file_add(archive, parts[i].path,
			     zip_source_buffer(archive, parts[i].bytes, parts[i].length, 0), 0);
	require(zip_close(archive) == 0, "an archive that is written");
	FILE *file = fopen(path, "rb");

	unlink(path);
	return file;
}

static FILE *xlsx_of(const uint8_t *data, size_t size)
{
	const struct part parts[] = {
		PART("[Content_Types].xml", "<Types/>"),
		PART("_rels/.rels", "<R><Relationship Id='a' Type='x/officeDocument' Target='book.xml'/></R>"),
		PART("book.xml", "<w><sheet name='S' id='s'/></w>"),
		PART("_rels/book.xml.rels", "<R><Relationship Id='s' Type='x/worksheet' Target='sheet.xml'/>"
					    "<Relationship Id='t' Type='x/sharedStrings' Target='texts.xml'/>"
					    "<Relationship Id='u' Type='x/styles' Target='styles.xml'/></R>"),
		PART("texts.xml", "<sst><si><t>Name</t></si><si><r><t>E-</t></r><r><t>mail</t></r></si></sst>"),
		PART("styles.xml", "<s><cellXfs><xf/><xf numFmtId='14'/></cellXfs></s>"),
		{.path = "sheet.xml", .bytes = data, .length = size},
	};

	return zip_of(parts, sizeof(parts) / sizeof(*parts));
}

static FILE *ods_of(const uint8_t *data, size_t size)
{
	const struct part parts[] = {
		PART("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
		{.path = "content.xml", .bytes = data, .length = size},
	};

	return zip_of(parts, 2);
}

static FILE *file_of(const uint8_t *data, size_t size)
{
	if (size > 0 && data[0] == 'o')
		return ods_of(data + 1, size - 1);
	if (size > 0 && data[0] == '<')
		return xlsx_of(data, size);
	FILE *file = tmpfile();

	require(file && fwrite(data, 1, size, file) == size, "a file for the bytes");
	return file;
}

static void read_rows(struct row_source *source)
{
	struct ch_error err = CH_NO_ERROR;
	struct import_record record;
	int64_t last = 0;
	bool found = true;

	while (!row_source_next(source, NULL, NULL, &record, &found, &err) && found) {
		require(record.row > last, "row numbers rise");
		last = record.row;
		for (size_t i = 0; i < record.count; i++)
			require(ch_text_valid(record.cells[i], strlen(record.cells[i])) == strlen(record.cells[i]),
				"cells are valid UTF-8");
	}
	require(!err.status || err.message[0] != '\0', "a refusal says why");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ch_arena lexicon_arena; /* read once: it is the same for every input */
	static struct import_lexicon lexicon;
	struct import_bytes bytes;
	struct workbook workbook;
	struct ch_error err = CH_NO_ERROR;

	if (!lexicon.kind)
		import_lexicon_read(&lexicon, NULL, &lexicon_arena);
	if (import_bytes_begin(&bytes, file_of(data, size), "roster.xlsx", &err))
		return 0;
	if (bytes.zip && !import_workbook_open(&workbook, &bytes, NULL, &lexicon, NULL, &err)) {
		read_rows(&workbook.source);
		import_workbook_close(&workbook);
	}
	import_bytes_close(&bytes);
	return 0;
}
