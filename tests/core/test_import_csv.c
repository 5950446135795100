/*
 * The conformance of the record layer: each file of tests/fixtures/csv, read
 * without a single option, gives the rows in the file .rows beside it. There a
 * row is "row:line cell|cell", or "row:line ! reason" where it cannot be read;
 * \n, \r, \t, \p and \\ stand for line feed, return, tab, bar and backslash.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/import/record.h"

#define FOLDER "tests/fixtures/csv/"

static void add_cell(struct ch_buffer *out, const char *cell)
{
	static const char signs[] = "\n\r\t|\\", letters[] = "nrtp\\";

	for (; *cell != '\0'; cell++) {
		const char *sign = strchr(signs, *cell);

		if (sign)
			ch_buffer_printf(out, "\\%c", letters[sign - signs]);
		else
			ch_buffer_add_char(out, *cell);
	}
}

/* Adds the rows that could not be read since `count` of them were added. */
static size_t add_broken(struct ch_buffer *out, const struct import_findings *findings, size_t count)
{
	size_t i = 0;

	for (const struct import_issue *issue = findings->first_issue; issue; issue = issue->next)
		if (i++ >= count)
			ch_buffer_printf(out, "%d:%d ! %s\n", (int)issue->row, (int)issue->line,
					 import_reason_code(issue->reason));
	return i;
}

static void add_rows(struct ch_buffer *out, struct row_source *source, struct import_findings *findings)
{
	struct ch_error err = CH_NO_ERROR;
	struct import_record record;
	size_t broken = 0;
	bool found = true;

	while (found) {
		assert_int_equal(row_source_next(source, findings->arena, findings, &record, &found, &err), CH_OK);
		broken = add_broken(out, findings, broken);
		if (!found)
			break;
		ch_buffer_printf(out, "%d:%d ", (int)record.row, (int)record.line);
		for (size_t i = 0; i < record.count; i++) {
			if (i > 0)
				ch_buffer_add_char(out, '|');
			add_cell(out, record.cells[i]);
		}
		ch_buffer_add_char(out, '\n');
	}
}

static void read_file(const char *path, const struct import_lexicon *lexicon, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_findings findings = IMPORT_FINDINGS_IN(&arena);
	struct import_bytes bytes;
	struct import_text text;
	struct import_records records;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(import_bytes_open(&bytes, path, &err), CH_OK);
	assert_int_equal(import_text_begin(&text, &bytes, IMPORT_ENCODING_GUESS, &findings, &err), CH_OK);
	assert_int_equal(import_records_begin(&records, &text, '\0', lexicon, &findings, &err), CH_OK);
	add_rows(out, &records.source, &findings);
	import_records_end(&records);
	import_text_end(&text);
	import_bytes_close(&bytes);
	ch_arena_release(&arena);
}

static void expect_rows(const char *path, const char *rows)
{
	FILE *file = fopen(path, "rb");
	char *expected = calloc(1, 65536);

	assert_non_null(file);
	assert_non_null(expected);
	assert_true(fread(expected, 1, 65535, file) > 0);
	fclose(file);
	if (strcmp(expected, rows) != 0)
		print_error("%s\n", path);
	assert_string_equal(rows, expected);
	free(expected);
}

static void test_the_suite(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon;
	DIR *dir = opendir(FOLDER);
	struct dirent *entry;
	size_t count = 0;

	(void)state;
	assert_non_null(dir);
	import_lexicon_read(&lexicon, NULL, &arena);
	while ((entry = readdir(dir)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');
		struct ch_buffer rows = CH_BUFFER_EMPTY;

		if (!dot || strcmp(dot, ".csv") != 0)
			continue;
		read_file(ch_arena_printf(&arena, FOLDER "%s", entry->d_name), &lexicon, &rows);
		expect_rows(ch_arena_printf(&arena, FOLDER "%.*s.rows", (int)(dot - entry->d_name), entry->d_name),
			    rows.text);
		ch_buffer_release(&rows);
		count++;
	}
	closedir(dir);
	ch_arena_release(&arena);
	assert_true(count >= 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_suite)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
