/*
 * Workbooks made of their parts, for tests.
 */
#ifndef TESTS_CORE_WORKBOOK_FILE_H
#define TESTS_CORE_WORKBOOK_FILE_H

#include <stddef.h>
#include <stdio.h>

struct workbook_file_part {
	const char *path;
	const char *text; /* NULL: `length` blanks */
	size_t length;	  /* 0: that of the text */
};

/* A zip archive of the parts, as a file without a name. What fails fails the test. */
FILE *workbook_file(const struct workbook_file_part *parts, size_t count);

/*
 * An .xlsx of one visible sheet "People", whose element `sheetData` and what
 * follows is `rows`; `texts` are the `si` of its shared texts, NULL: none. Cell
 * formats: 0 general, 1 a built-in date, 2 dd/mm/yyyy hh:mm, 3 eleven zeros,
 * 4 a time of day.
 */
FILE *workbook_file_xlsx(const char *rows, const char *texts);

/* An .ods whose element office:spreadsheet holds `tables`. */
FILE *workbook_file_ods(const char *tables);

/* The parts of an .xlsx besides its sheets and its shared texts. */
#define XLSX_TYPES                                                                                                     \
	"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
#define XLSX_RELATIONS                                                                                                 \
	"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"                         \
	"<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"           \
	"officeDocument' Target='xl/workbook.xml'/></Relationships>"
#define XLSX_SHEET(rows)                                                                                               \
	"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" rows "</worksheet>"

#endif
