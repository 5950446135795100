#include "workbook_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <zip.h>

#include "chiron/buffer.h"

#define RELATION(id, kind, target)                                                                                     \
	"<Relationship Id='" id "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" kind    \
	"' Target='" target "'/>"

static const char book[] =
	"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
	"xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
	"<sheets><sheet name='People' sheetId='1' r:id='rId1'/></sheets></workbook>";

static const char book_relations[] =
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" RELATION(
		"rId1", "worksheet", "worksheets/sheet1.xml") RELATION("rId2", "sharedStrings", "sharedStrings.xml")
		RELATION("rId3", "styles", "styles.xml") "</Relationships>";

static const char styles[] =
	"<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
	"<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy\\ hh:mm'/><numFmt numFmtId='165' "
	"formatCode='00000000000'/><numFmt numFmtId='166' formatCode='[h]:mm:ss'/></numFmts>"
	"<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
	"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
	"numFmtId='166'/></cellXfs></styleSheet>";

static void add_part(zip_t *archive, const struct workbook_file_part *part)
{
	size_t length = part->length ? part->length : strlen(part->text);
	char *copy = malloc(length);

	assert_non_null(copy);
	if (part->text)
		memcpy(copy, part->text, length);
	else
		memset(copy, ' ', length);
	zip_source_t *source = zip_source_buffer(archive, copy, length, 1);

	assert_non_null(source);
	assert_true(zip_file_add(archive, part->path, source, 0) >= 0);
}

FILE *workbook_file(const struct workbook_file_part *parts, size_t count)
{
	char path[] = "/tmp/chiron-workbook-XXXXXX";
	int fd = mkstemp(path), code;

	assert_true(fd >= 0);
	close(fd);
	zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);

	assert_non_null(archive);
	for (size_t i = 0; i < count; i++)
		if (parts[i].path)
			add_part(archive, &parts[i]);
	assert_int_equal(zip_close(archive), 0);
	FILE *file = fopen(path, "r+b");

	assert_non_null(file);
	unlink(path);
	return file;
}

FILE *workbook_file_xlsx(const char *rows, const char *texts)
{
	struct ch_buffer sheet = CH_BUFFER_EMPTY, shared = CH_BUFFER_EMPTY;

	ch_buffer_printf(&sheet, XLSX_SHEET("%s"), rows);
	ch_buffer_printf(&shared, "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>%s</sst>",
			 texts ? texts : "");
	const struct workbook_file_part parts[] = {
		{"[Content_Types].xml", XLSX_TYPES, 0},
		{"_rels/.rels", XLSX_RELATIONS, 0},
		{"xl/workbook.xml", book, 0},
		{"xl/_rels/workbook.xml.rels", book_relations, 0},
		{"xl/styles.xml", styles, 0},
		{"xl/worksheets/sheet1.xml", sheet.text, sheet.length},
		{texts ? "xl/sharedStrings.xml" : NULL, shared.text, shared.length},
	};
	FILE *file = workbook_file(parts, sizeof(parts) / sizeof(*parts));

	ch_buffer_release(&sheet);
	ch_buffer_release(&shared);
	return file;
}

FILE *workbook_file_ods(const char *tables)
{
	struct ch_buffer content = CH_BUFFER_EMPTY;

	ch_buffer_printf(
		&content,
		"<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
		"xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
		"xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
		"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:automatic-styles>"
		"<style:style style:name='hidden' style:family='table'><style:table-properties "
		"table:display='false'/></style:style></office:automatic-styles>"
		"<office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>",
		tables);
	const struct workbook_file_part parts[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml", content.text, content.length},
	};
	FILE *file = workbook_file(parts, 2);

	ch_buffer_release(&content);
	return file;
}
