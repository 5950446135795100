/*
 * Whole files: rosters as coordinators get them, and one for each trouble.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "import_pipe.h"

#define FOLDER "tests/fixtures/rosters/"

static char *content_of(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *content = calloc(1, 65536);

	assert_non_null(file);
	assert_non_null(content);
	assert_true(fread(content, 1, 65535, file) > 0);
	fclose(file);
	return content;
}

struct roster {
	const char *name;
	int64_t rows;
	size_t issues, rejected;
	const char *first; /* the first row that is given */
};

static void test_rosters(void **state)
{
	static const struct roster rosters[] = {
		{"volunteer-centre-uk.csv", 40, 12, 0,
		 "2:2 first_name=Alison last_name=Abbott email=alison.abbott@example.org phone=07700 900200 "
		 "roles=mentor "
		 "offers=Gardening; Interview practice languages=English location=Riverside hours_per_month=6 "
		 "capacity=1 "
		 "start_date=2026-03-05 notes=Prefers mornings"},
		{"google-forms-signup.csv", 36, 11, 0,
		 "2:2 email=brendan.farrow@example.org name=Brendan Farrow department=People & Culture roles=mentee "
		 "seeks=Networking; Returning to work hours_per_month=1 notes=Not sure yet, but keen!"},
		{"open-quote.csv", 3, 1, 1, "3:3 name=Cy Day email=cy@example.org roles=mentee"},
		{"semicolons-1252.csv", 2, 0, 0,
		 "2:2 name=Zoë Ferré email=zoe@example.org hours_per_month=1.5 notes=Budget 300 €, at most"},
		{"title-and-blank-rows.csv", 2, 0, 0, "4:4 name=Ann Lee email=ann@example.org location=West"},
		{"ragged.csv", 3, 2, 1, "3:3 name=Bob Cox email=bob@example.org"},
		{"two-date-orders.csv", 2, 2, 0, "2:2 name=Ann Lee email=ann@example.org"},
		{"yes-no-columns.csv", 4, 1, 0, "2:2 name=Ann Lee email=ann@example.org roles=mentor"},
		{"bad-addresses.csv", 5, 4, 2, "2:2 name=Ann Lee"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rosters) / sizeof(*rosters); i++) {
		const struct roster *roster = &rosters[i];
		struct import_pipe pipe;
		struct ch_error err = CH_NO_ERROR;
		char path[128];

		snprintf(path, sizeof(path), FOLDER "%s", roster->name);
		char *content = content_of(path);

		assert_int_equal(import_pipe_columns(&pipe, content, NULL, &err), CH_OK);
		const char *rows = import_pipe_rows(&pipe);

		assert_memory_equal(rows, roster->first, strlen(roster->first));
		assert_int_equal(rows[strlen(roster->first)], '\n');
		assert_int_equal(pipe.columns.rows, roster->rows);
		assert_int_equal(pipe.findings.issue_count, roster->issues);
		assert_int_equal(pipe.findings.rejected_count, roster->rejected);
		import_pipe_close(&pipe);
		free(content);
	}
}

static void test_hostile_cells_come_out_harmless(void **state)
{
	struct import_bytes bytes;
	struct import_text text;
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	/* A NUL in the file is why this one is opened by its name. */
	pipe = (struct import_pipe){.arena = CH_ARENA_EMPTY};
	pipe.findings = IMPORT_FINDINGS_IN(&pipe.arena);
	static const struct import_columns_options none = {.map_count = 0};

	import_lexicon_read(&pipe.lexicon, NULL, &pipe.arena);
	assert_int_equal(import_bytes_open(&bytes, FOLDER "hostile.csv", &err), CH_OK);
	pipe.bytes = bytes;
	assert_int_equal(import_text_begin(&text, &pipe.bytes, IMPORT_ENCODING_GUESS, &pipe.findings, &err), CH_OK);
	pipe.text = text;
	assert_int_equal(import_records_begin(&pipe.records, &pipe.text, '\0', &pipe.lexicon, &pipe.findings, &err),
			 CH_OK);
	assert_int_equal(import_columns_begin(&pipe.columns, &pipe.records.source, &pipe.lexicon, &none, &pipe.arena,
					      &pipe.findings, &err),
			 CH_OK);
	assert_string_equal(import_pipe_rows(&pipe),
			    "2:2 name==HYPERLINK(\"http://example.net\",\"x\") email=ann@example.org "
			    "notes=]0;ownedtext\n"
			    "3:3 name=+44 Bob email=bob@example.org notes=gnp.exe\n"
			    "4:4 name=C\xef\xbf\xbdy email=cy@example.org\n");
	/* Two names like formulas, and two cells with control characters. */
	assert_int_equal(pipe.findings.issue_count, 4);
	import_pipe_close(&pipe);
}

static void test_a_list_without_headings(void **state)
{
	struct import_pipe pipe;
	struct ch_error err = CH_NO_ERROR;
	char *content = content_of(FOLDER "no-headings.csv");

	(void)state;
	assert_int_equal(import_pipe_columns(&pipe, content, NULL, &err), CH_DATA);
	assert_string_equal(err.fix, "add a row of headings such as Name, Email, Role above it");
	import_pipe_close(&pipe);
	free(content);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rosters),
		cmocka_unit_test(test_hostile_cells_come_out_harmless),
		cmocka_unit_test(test_a_list_without_headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
