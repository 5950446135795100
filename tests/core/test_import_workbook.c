/*
 * Workbooks into rows: what a cell is, which sheet is read, what is said of it,
 * and what is refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/import/workbook.h"
#include "workbook_file.h"

static struct ch_arena arena;
static struct import_lexicon lexicon;

static int setup(void **state)
{
	(void)state;
	arena = CH_ARENA_EMPTY;
	import_lexicon_read(&lexicon, NULL, &arena);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	ch_arena_release(&arena);
	return 0;
}

/* The rows as text, "row a|b" each (a formula without a value in braces), then the notices. */
static void add_rows(struct workbook *workbook, struct import_findings *findings, struct ch_buffer *out)
{
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_record record;
	bool found = true;

	/* Twice, because the stages above go back to the start. */
	for (int round = 0; round < 2; round++) {
		ch_buffer_clear(out);
		assert_int_equal(row_source_rewind(&workbook->source, &err), CH_OK);
		while (found) {
			assert_int_equal(row_source_next(&workbook->source, &rows, findings, &record, &found, &err),
					 CH_OK);
			if (!found)
				break;
			ch_buffer_printf(out, "%d ", (int)record.row);
			for (size_t i = 0; i < record.count; i++)
				ch_buffer_printf(out, record.unvalued && record.unvalued[i] ? "%s{%s}" : "%s%s",
						 i > 0 ? "|" : "", record.cells[i]);
			ch_buffer_add_char(out, '\n');
		}
		found = round == 0;
	}
	ch_arena_release(&rows);
}

static void expect_named(FILE *file, const char *name, const char *sheet, const char *rows, const char *notices)
{
	struct import_findings findings = IMPORT_FINDINGS_IN(&arena);
	struct import_bytes bytes;
	struct workbook workbook;
	struct ch_error err = CH_NO_ERROR;
	struct ch_buffer out = CH_BUFFER_EMPTY, said = CH_BUFFER_EMPTY;

	assert_int_equal(import_bytes_begin(&bytes, file, name, &err), CH_OK);
	assert_true(bytes.zip);
	if (import_workbook_open(&workbook, &bytes, sheet, &lexicon, &findings, &err))
		print_error("%s\n", err.message);
	assert_int_equal(err.status, CH_OK);
	add_rows(&workbook, &findings, &out);
	row_source_tell(&workbook.source, 1, &findings);
	for (const struct import_notice *notice = findings.first_notice; notice; notice = notice->next)
		ch_buffer_printf(&said, "%s\n", notice->text);
	for (const struct import_issue *issue = findings.first_issue; issue; issue = issue->next)
		ch_buffer_printf(&said, "row %d %s\n", (int)issue->row, issue->message);
	assert_string_equal(out.text, rows);
	if (notices)
		assert_string_equal(said.text, notices);
	ch_buffer_release(&out);
	ch_buffer_release(&said);
	import_workbook_close(&workbook);
	import_bytes_close(&bytes);
}

static void expect_xlsx(const char *rows, const char *texts, const char *expected, const char *notices)
{
	expect_named(workbook_file_xlsx(rows, texts), "roster.xlsx", NULL, expected, notices);
}

static void expect_ods(const char *tables, const char *sheet, const char *expected, const char *notices)
{
	expect_named(workbook_file_ods(tables), "roster.ods", sheet, expected, notices);
}

static void expect_refused(FILE *file, const char *message, const char *fix)
{
	struct import_bytes bytes;
	struct workbook workbook;
	struct ch_error err = CH_NO_ERROR;
	struct ch_arena rows = CH_ARENA_EMPTY;
	struct import_record record;
	bool found = true;

	assert_int_equal(import_bytes_begin(&bytes, file, "roster.xlsx", &err), CH_OK);
	if (!import_workbook_open(&workbook, &bytes, NULL, &lexicon, NULL, &err)) {
		while (found && !row_source_next(&workbook.source, &rows, NULL, &record, &found, &err))
			continue;
		import_workbook_close(&workbook);
	}
	assert_string_equal(err.message, message);
	assert_int_equal(err.status, CH_DATA);
	assert_string_equal(err.fix, fix);
	import_bytes_close(&bytes);
	ch_arena_release(&rows);
}

/* ---- .xlsx ------------------------------------------------------------------- */

static void test_cells_of_every_type(void **state)
{
	(void)state;
	expect_xlsx(
		"<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
		"<c r='C1' t='inlineStr'><is><t>In</t><r><t>line</t></r></is></c><c r='D1' t='str'><f>A1</f><v>Of a "
		"formula</v></c><c r='E1' t='b'><v>1</v></c><c r='F1' t='e'><v>#N/A</v></c><c r='G1'><v>7700900300</v>"
		"</c><c r='H1' t='d'><v>2026-03-05T00:00:00</v></c><c r='I1'><v>0.30000000000000004</v></c>"
		"<c r='J1'><v>4.4770090012300001E+11</v></c><c r='K1'><v>-2.50</v></c></row></sheetData>",
		"<si><t>Name &amp; rank</t></si><si><r><t xml:space='preserve'>Rich </t></r><r><t>text</t></r><rPh><t>"
		"spoken</t></rPh></si>",
		"1 Name & rank|Rich text|Inline|Of a formula|TRUE|#N/A|7700900300|2026-03-05|0.3|447700900123|-2.5\n",
		"Sheet \"People\" is read\n");
}

static void test_dates_and_zeros_by_format(void **state)
{
	(void)state;
	expect_xlsx(
		"<sheetData><row r='1'><c r='A1' s='1'><v>46086</v></c><c r='B1' s='2'><v>46086.75</v></c>"
		"<c r='C1' s='0'><v>46086</v></c><c r='D1' s='3'><v>7700900123</v></c><c r='E1' s='4'><v>0.5</v></c>"
		"<c r='F1' s='1'><v>-4</v></c><c r='G1' s='1'><v>2958466</v></c><c r='H1' s='99'><v>1</v></c>"
		"<c r='I1' s='4'><v>1.0625</v></c><c r='J1' s='4'><v>46086.25</v></c>"
		"<c r='K1' s='4'><v>0.0625115</v></c>"
		"</row></sheetData>",
		NULL, "1 2026-03-05|2026-03-05 18:00:00|46086|07700900123|12:00|-4|2958466|1|25:30|06:00|01:30:01\n",
		NULL);
}

static void test_what_lies_between_cells_and_rows(void **state)
{
	(void)state;
	expect_xlsx("<sheetData><row r='2'><c r='B2'><v>1</v></c><c r='D2'><v>2</v></c><c r='XFD2'/></row>"
		    "<row><c><v>3</v></c><c t='inlineStr'><is><t> </t></is></c><c><v>4</v></c></row>"
		    "<row r='9'><c r='A9' s='1'/></row><row r='1048576'><c r='A1048576'><v>5</v></c></row></sheetData>",
		    NULL, "2 |1||2\n3 3||4\n1048576 5\n", NULL);
}

/* More than what is kept from the first reading: the second one reads the file again, to the same rows. */
static void test_a_large_sheet_is_read_twice(void **state)
{
	enum { ROWS = 10, LETTERS = 2 * 1024 * 1024 };
	struct ch_buffer sheet = CH_BUFFER_EMPTY, expected = CH_BUFFER_EMPTY;
	char *text = ch_arena_alloc(&arena, LETTERS + 1);

	(void)state;
	/* Of letters that hardly compress: what does is refused as a bomb. */
	uint32_t chance = 1;
	for (size_t i = 0; i < LETTERS; i++) {
		chance = chance * 1664525 + 1013904223;
		text[i] = (char)('a' + (chance >> 24) % 26);
	}
	assert_true((size_t)ROWS * LETTERS > WORKBOOK_KEPT_BYTES + LETTERS);
	ch_buffer_add(&sheet, "<sheetData>");
	for (int row = 1; row <= ROWS; row++) {
		ch_buffer_printf(&sheet, "<row r='%d'><c r='A%d'><v>%d</v></c><c t='inlineStr'><is><t>", row, row, row);
		ch_buffer_add_bytes(&sheet, text, LETTERS);
		ch_buffer_add(&sheet, "</t></is></c></row>");
		ch_buffer_printf(&expected, "%d %d|", row, row);
		ch_buffer_add_bytes(&expected, text, LETTERS);
		ch_buffer_add_char(&expected, '\n');
	}
	ch_buffer_add(&sheet, "</sheetData>");
	expect_xlsx(sheet.text, NULL, expected.text, NULL);
	ch_buffer_release(&sheet);
	ch_buffer_release(&expected);
}

/* Of two bytes each: what is cut at 60 bytes behind one more is cut between them. */
#define TWENTY_LETTERS "éééééééééééééééééééé"

static void test_formulas_without_a_value(void **state)
{
	(void)state;
	expect_xlsx("<sheetData><row r='1'><c r='A1'><f>B1&amp;C1</f></c><c r='B1' t='str'><f>X()</f><v></v></c>"
		    "<c r='C1'><f t='shared' si='0'/></c><c r='D1'><v>1</v></c></row></sheetData>",
		    NULL, "1 {=B1&C1}||{=}|1\n", NULL);
	expect_xlsx("<sheetData><row r='1'><c r='A1'><f>a" TWENTY_LETTERS TWENTY_LETTERS "</f></c></row></sheetData>",
		    NULL, "1 {=a" TWENTY_LETTERS "ééééééééé}\n", NULL);
}

static void test_escapes_of_spreadsheetml(void **state)
{
	(void)state;
	expect_xlsx(
		"<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a_x000A_b_x005F_x0041_ _x0000_ _xZ_</t></is></c>"
		"</row></sheetData>",
		NULL, "1 a\nb_x0041_ \xef\xbf\xbd _xZ_\n", NULL);
}

static void test_hidden_and_merged_are_said(void **state)
{
	(void)state;
	expect_xlsx("<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c></row>"
		    "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row></sheetData>"
		    "<mergeCells><mergeCell ref='A1:J1'/><mergeCell ref='C5:C7'/></mergeCells>",
		    NULL, "1 1\n2 2\n",
		    "Sheet \"People\" is read\n1 hidden row is read like the others\n"
		    "1 hidden column is read like the others\n"
		    "The cells C5:C7 are merged: what they hold counts for the first of them only\n");
}

static void test_serials_from_1904(void **state)
{
	static const struct workbook_file_part parts[] = {
		{"[Content_Types].xml", XLSX_TYPES, 0},
		{"_rels/.rels", XLSX_RELATIONS, 0},
		{"xl/workbook.xml",
		 "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
		 "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:workbookPr date1904='1'/>"
		 "<x:sheets><x:sheet name='P' r:id='a'/></x:sheets></x:workbook>", 0},
		{"xl/_rels/workbook.xml.rels",
		 "<Relationships xmlns='x'><Relationship Id='a' Type='x/worksheet' Target='/strange/place.xml'/>"
		 "<Relationship Id='b' Type='x/styles' Target='styles.xml'/></Relationships>", 0},
		{"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>", 0},
		{"strange/place.xml",
		 "<x:worksheet xmlns:x='y'><x:sheetData><x:row><x:c><x:v>44624</x:v></x:c></x:row></x:sheetData>"
		 "</x:worksheet>", 0},
	};

	(void)state;
	expect_named(workbook_file(parts, 6), "roster.xlsx", NULL, "1 2026-03-05\n", "Sheet \"P\" is read\n");
}

static void test_a_workbook_named_csv_is_said(void **state)
{
	(void)state;
	expect_named(workbook_file_xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", NULL), "list.csv", NULL,
		     "1 1\n",
		     "list.csv is a workbook of the kind .xlsx, whatever its name says\nSheet \"People\" is read\n");
}

static void test_rows_that_no_person_has(void **state)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;

	(void)state;
	ch_buffer_add(&rows, "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>2</v></c></row><row r='2'>"
			     "<c r='A2' t='inlineStr'><is><t>");
	for (int i = 0; i < 1024 * 512; i++)
		ch_buffer_add(&rows, "nine char");
	ch_buffer_add(&rows, "</t></is></c></row><row r='3'><c r='A3'><v>3</v></c></row></sheetData>");
	expect_xlsx(rows.text, NULL, "3 3\n",
		    "Sheet \"People\" is read\n"
		    "row 1 has something in a column beyond the 4,096th, and no more columns are read\n"
		    "row 2 has a cell of more than 4 MB\n"
		    "row 1 has something in a column beyond the 4,096th, and no more columns are read\n"
		    "row 2 has a cell of more than 4 MB\n");
	ch_buffer_release(&rows);
}

/* ---- .ods --------------------------------------------------------------------- */

#define TABLE(name, rows) "<table:table table:name='" name "'>" rows "</table:table>"
#define TEXT_CELL(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"

/* The attributes of a cell, and what is shown in it. */
#define CELL(attributes, shown) "<table:table-cell " attributes "><text:p>" shown "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"

static void test_texts_of_ods(void **state)
{
	(void)state;
	expect_ods(TABLE("A", ROW(TEXT_CELL("One<text:s text:c='2'/>two<text:line-break/>three<text:tab/>x")
				  "<table:table-cell office:value-type='string'><office:annotation><text:p>A remark"
				  "</text:p></office:annotation><text:p>p1</text:p><text:p>p2 <text:span>bold"
				  "</text:span></text:p></table:table-cell>" TEXT_CELL("end"))),
		   NULL, "1 One  two\nthree\tx|p1\np2 bold|end\n", "Sheet \"A\" is read\n");
}

static void test_values_of_ods(void **state)
{
	(void)state;
	expect_ods(TABLE("A", ROW(CELL("office:value-type='float' office:value='7700900123'", "7,700,900,123")
					  CELL("office:value-type='float' office:value='7700900123'", "07700900123")
						  CELL("office:value-type='date' office:date-value='2026-03-05'",
						       "05/03/26")
				  "<table:table-cell office:value-type='date' office:date-value='2026-03-05T18:00:00'/>"
				  CELL("office:value-type='boolean' office:boolean-value='true'", "WAHR"))),
		   NULL, "1 7700900123|07700900123|2026-03-05|2026-03-05 18:00:00|TRUE\n", NULL);
}

static void test_formulas_of_ods(void **state)
{
	(void)state;
	expect_ods(TABLE("A", ROW("<table:table-cell table:formula='of:=[.A1]&amp;[.B1]'/>"
				  "<table:table-cell table:formula='of:=&quot;&quot;' office:value-type='string' "
				  "office:string-value=''/>" CELL("table:formula='of:=1+1' office:value-type='float' "
								  "office:value='2'", "2"))),
		   NULL, "1 {=[.A1]&[.B1]}||2\n", NULL);
	expect_ods(TABLE("A", ROW("<table:table-cell table:formula='=" TWENTY_LETTERS TWENTY_LETTERS "'/>")), NULL,
		   "1 {=" TWENTY_LETTERS "ééééééééé}\n", NULL);
}

static void test_repeats_of_ods(void **state)
{
	(void)state;
	expect_ods(TABLE("A",
			 "<table:table-row table:number-rows-repeated='3'><table:table-cell "
			 "table:number-columns-repeated='16384'/></table:table-row>"
			 "<table:table-row table:number-rows-repeated='2'><table:table-cell "
			 "table:number-columns-repeated='2'/><table:table-cell table:number-columns-repeated='2' "
			 "office:value-type='float' office:value='1'/><table:table-cell "
			 "table:number-columns-repeated='16380'/></table:table-row>"
			 "<table:table-row table:number-rows-repeated='1000000' table:visibility='collapse'>" TEXT_CELL(
				 "Mentee") "</table:table-row>"
			 "<table:table-row table:number-rows-repeated='48571'><table:table-cell/></table:table-row>"),
		   NULL, "4 ||1|1\n5 ||1|1\n6 Mentee\n",
		   "Sheet \"A\" is read\n1 hidden row is read like the others\n"
		   "Row 6 stands there 1000000 times and is read once\n");
}

static void test_merged_cells_of_ods(void **state)
{
	(void)state;
	expect_ods(TABLE("A",
			 "<table:table-row>" TEXT_CELL("x") "</table:table-row><table:table-row><table:table-cell/>"
			 "<table:table-cell office:value-type='string' table:number-columns-spanned='2' "
			 "table:number-rows-spanned='2'><text:p>North</text:p></table:table-cell>"
			 "<table:covered-table-cell office:value-type='string'><text:p>under</text:p>"
			 "</table:covered-table-cell>" TEXT_CELL("y") "</table:table-row>"),
		   NULL, "1 x\n2 |North||y\n",
		   "Sheet \"A\" is read\n"
		   "The cells B2:C3 are merged: what they hold counts for the first of them only\n");
}

/* ---- Sheets ------------------------------------------------------------------------ */

#define ROW2(a, b) "<table:table-row>" TEXT_CELL(a) TEXT_CELL(b) "</table:table-row>"
#define SHEETS                                                                                                         \
	TABLE("Read me", ROW2("How to", "use this"))                                                                   \
	TABLE("Empty", "")                                                                                             \
	"<table:table table:name='Old' table:style-name='hidden'>" ROW2("Name", "Email") "</table:table>"              \
	TABLE("Members", ROW2("Name", "Email") ROW2("Ann", "a@x.org")) TABLE("More", ROW2("Name", "Phone"))

static void test_the_list_is_found_on_a_later_sheet(void **state)
{
	(void)state;
	expect_ods(SHEETS, NULL, "1 Name|Email\n2 Ann|a@x.org\n",
		   "Sheet \"Members\" is read\n"
		   "Sheet \"Read me\" is not read: it has no headings of a list\n"
		   "Sheet \"Old\" is hidden and not read" CH_WAY "; --sheet reads it" CH_KEY
		   "; OPEN here reads it\n"
		   "Sheet \"More\" looks like another list and is not read" CH_WAY
		   "; --sheet reads it" CH_KEY "; OPEN here reads it\n");
}

static void test_a_sheet_that_is_asked_for(void **state)
{
	struct import_bytes bytes;
	struct workbook workbook;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	expect_ods(SHEETS, "more", "1 Name|Phone\n", "Sheet \"More\" is read, as asked for\n");
	expect_ods(SHEETS, "4", "1 Name|Phone\n", "Sheet \"More\" is read, as asked for\n");
	expect_ods(SHEETS, "Old", "1 Name|Email\n", "Sheet \"Old\" is read, as asked for\n");
	assert_int_equal(import_bytes_begin(&bytes, workbook_file_ods(SHEETS), "roster.ods", &err), CH_OK);
	assert_int_equal(import_workbook_open(&workbook, &bytes, "5", &lexicon, NULL, &err), CH_USAGE);
	assert_string_equal(err.message, "roster.ods has no sheet \"5\"");
	assert_string_equal(err.field, "sheet");
	assert_string_equal(err.fix, "its sheets are Read me, Empty, Old, Members, More");
	import_bytes_close(&bytes);
}

/* ---- What is refused ------------------------------------------------------------------ */

#define MEND "open it in a spreadsheet, save it under another name, and import that file"
#define COPY "copy the list of people into a new workbook, or save it as \"CSV UTF-8\", and import that file"
#define DAMAGED "roster.xlsx is a damaged workbook: "
#define TOO_LARGE "roster.xlsx is larger than any list of people: "

static void test_other_archives(void **state)
{
	static const struct {
		const char *path, *message;
	} archives[] = {
		{"photos/1.jpg",
		 "roster.xlsx is a zip archive, and no workbook; lists are read from CSV, .xlsx and .ods"},
		{"word/document.xml", "roster.xlsx is a Word document; lists are read from CSV, .xlsx and .ods"},
		{"xl/workbook.bin",
		 "roster.xlsx is a binary Excel workbook (.xlsb); lists are read from CSV, .xlsx and .ods"},
		{"Index/Document.iwa",
		 "roster.xlsx is an Apple Numbers document; lists are read from CSV, .xlsx and .ods"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(archives) / sizeof(*archives); i++) {
		const struct workbook_file_part part = {archives[i].path, "x", 0};
		struct import_bytes bytes;
		struct workbook workbook;
		struct ch_error err = CH_NO_ERROR;

		assert_int_equal(import_bytes_begin(&bytes, workbook_file(&part, 1), "roster.xlsx", &err), CH_OK);
		assert_int_equal(import_workbook_open(&workbook, &bytes, NULL, &lexicon, NULL, &err), CH_DATA);
		assert_string_equal(err.message, archives[i].message);
		assert_string_not_equal(err.fix, "");
		import_bytes_close(&bytes);
	}
}

static void test_a_password(void **state)
{
	static const struct workbook_file_part parts[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"META-INF/manifest.xml",
		 "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>", 0},
		{"content.xml", "\x8f\x1c\x02", 0},
	};

	(void)state;
	expect_refused(workbook_file(parts, 3), "roster.xlsx is protected with a password",
		       "open it in a spreadsheet, save a copy without the password, import that");
}

static void test_damaged_workbooks(void **state)
{
	FILE *file = workbook_file_xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", NULL);

	(void)state;
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	assert_int_equal(ftruncate(fileno(file), ftell(file) / 2), 0);
	expect_refused(file, DAMAGED "its end is missing", MEND);
	expect_refused(workbook_file_xlsx("<sheetData><row><c r='A1'><v>1</v></row>", NULL),
		       DAMAGED "its part xl/worksheets/sheet1.xml cannot be read from line 1 on", MEND);
	expect_refused(
		workbook_file_xlsx("<sheetData><row><c t='s'><v>7</v></c></row></sheetData>", "<si><t>x</t></si>"),
		DAMAGED "a cell refers to a text that is not there", MEND);
	expect_xlsx("<sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row></sheetData>",
		    "<si><si><t>one in another</t></si></si>", "1 one in another|one in another\n", NULL);
	expect_refused(workbook_file_xlsx("<sheetData><row r='5'/><row r='2'/></sheetData>", NULL),
		       DAMAGED "its rows are out of order", MEND);
	expect_refused(workbook_file_xlsx("<sheetData><row><c r='77'/></row></sheetData>", NULL),
		       DAMAGED "a cell of it has no place", MEND);
}

static void test_absurd_dimensions(void **state)
{
	(void)state;
	expect_xlsx("<dimension ref='A1:XFD1048576'/><sheetData><row spans='1:16384'><c><v>1</v></c></row></sheetData>",
		    NULL, "1 1\n", NULL);
	expect_refused(workbook_file_xlsx("<sheetData><row r='4294967297'/></sheetData>", NULL),
		       DAMAGED "it has rows beyond the last one of any spreadsheet program", MEND);
	expect_refused(workbook_file_xlsx("<sheetData><row r='1'><c r='ZZZZZZZZ1'/></row></sheetData>", NULL),
		       DAMAGED "a cell of it has no place", MEND);
	expect_refused(workbook_file_xlsx("<sheetData><row r='1'><c r='XFE1'/></row></sheetData>", NULL),
		       DAMAGED "it has columns beyond the last one of any spreadsheet program", MEND);
	expect_refused(workbook_file_ods(TABLE("A", "<table:table-row table:number-rows-repeated='99999999999'/>")),
		       DAMAGED "it has rows beyond the last one of any spreadsheet program", MEND);
}

static void test_document_types_and_entities(void **state)
{
	static const struct workbook_file_part parts[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml",
		 "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d SYSTEM '/etc/passwd'>]>"
		 "<a>&c;&d;</a>", 0},
	};

	(void)state;
	expect_refused(workbook_file(parts, 2),
		       DAMAGED "its part content.xml defines a document type, which no spreadsheet program writes",
		       MEND);
}

static void test_bombs(void **state)
{
	static const struct workbook_file_part zeros[] = {
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
		{"content.xml", NULL, (size_t)64 * 1024 * 1024},
	};
	struct ch_buffer rows = CH_BUFFER_EMPTY;

	(void)state;
	expect_refused(workbook_file(zeros, 2), TOO_LARGE "its part content.xml unpacks from 63 kB to 64 MB", COPY);
	for (int i = 0; i < 200; i++)
		ch_buffer_add(&rows, "<a>");
	expect_refused(workbook_file_xlsx(rows.text, NULL),
		       DAMAGED "its part xl/worksheets/sheet1.xml is nested too deeply", MEND);
	ch_buffer_clear(&rows);
	/* A tag that does not end, of letters that do not pack well. */
	ch_buffer_add(&rows, "<sheetData a='");
	for (uint32_t i = 0, seed = 1; i < 5 * 1024 * 1024; i++) {
		seed = seed * 1664525u + 1013904223u;
		ch_buffer_add_char(&rows, (char)('a' + (seed >> 24) % 26));
	}
	expect_refused(workbook_file_xlsx(rows.text, NULL),
		       TOO_LARGE "its part xl/worksheets/sheet1.xml has a tag without an end", COPY);
	ch_buffer_release(&rows);
}

static void test_more_parts_than_any_workbook(void **state)
{
	struct workbook_file_part *parts = calloc(5000, sizeof(*parts));
	struct ch_arena names = CH_ARENA_EMPTY;

	(void)state;
	assert_non_null(parts);
	for (int i = 0; i < 5000; i++)
		parts[i] = (struct workbook_file_part){ch_arena_printf(&names, "%d", i), "x", 0};
	expect_refused(workbook_file(parts, 5000), TOO_LARGE "it has 5000 parts", COPY);
	free(parts);
	ch_arena_release(&names);
}

/* Cells that are written once and stand there 20 million times. */
static void test_repeats_are_bounded(void **state)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;

	(void)state;
	ch_buffer_add(&rows, "<table:table table:name='A'>");
	for (int i = 0; i < 6; i++)
		ch_buffer_add(&rows, "<table:table-row table:number-rows-repeated='1000'><table:table-cell "
				     "table:number-columns-repeated='4096' office:value-type='float' office:value='1'/>"
				     "</table:table-row>");
	ch_buffer_add(&rows, "</table:table>");
	expect_refused(workbook_file_ods(rows.text),
		       TOO_LARGE "its sheet \"A\" has more than 20000000 cells, or 256 MB in them", COPY);
	ch_buffer_release(&rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells_of_every_type),
		cmocka_unit_test(test_dates_and_zeros_by_format),
		cmocka_unit_test(test_what_lies_between_cells_and_rows),
		cmocka_unit_test(test_a_large_sheet_is_read_twice),
		cmocka_unit_test(test_formulas_without_a_value),
		cmocka_unit_test(test_escapes_of_spreadsheetml),
		cmocka_unit_test(test_hidden_and_merged_are_said),
		cmocka_unit_test(test_serials_from_1904),
		cmocka_unit_test(test_a_workbook_named_csv_is_said),
		cmocka_unit_test(test_rows_that_no_person_has),
		cmocka_unit_test(test_texts_of_ods),
		cmocka_unit_test(test_values_of_ods),
		cmocka_unit_test(test_formulas_of_ods),
		cmocka_unit_test(test_repeats_of_ods),
		cmocka_unit_test(test_merged_cells_of_ods),
		cmocka_unit_test(test_the_list_is_found_on_a_later_sheet),
		cmocka_unit_test(test_a_sheet_that_is_asked_for),
		cmocka_unit_test(test_other_archives),
		cmocka_unit_test(test_a_password),
		cmocka_unit_test(test_damaged_workbooks),
		cmocka_unit_test(test_absurd_dimensions),
		cmocka_unit_test(test_document_types_and_entities),
		cmocka_unit_test(test_bombs),
		cmocka_unit_test(test_more_parts_than_any_workbook),
		cmocka_unit_test(test_repeats_are_bounded),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
