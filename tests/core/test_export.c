/*
 * Exports as workbooks: what a cell is, and that they come in again as they
 * went out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/import/workbook.h"
#include "scheme_fixture.h"

static enum ch_status to_buffer(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	(void)err;
	ch_buffer_add_bytes(context, bytes, length);
	return CH_OK;
}

static struct ch_buffer export(struct scheme_fixture *f, enum ch_entity_id entity)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_export_options options = {.entity = entity, .format = CH_EXPORT_XLSX};

	GOOD(f, ch_export(&f->c, &options, to_buffer, &out, &f->err));
	return out;
}

static const char *write_file(struct scheme_fixture *f, const char *name, const struct ch_buffer *bytes)
{
	const char *path = ch_arena_copy(&f->arena, temp_dir_file(f->dir, name));
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->text, 1, bytes->length, file), bytes->length);
	assert_int_equal(fclose(file), 0);
	return path;
}

static struct ch_import_result import(struct scheme_fixture *f, const char *path)
{
	struct ch_import_options options = {.path = path};
	struct ch_import_result r;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	return r;
}

static void people_go_out_as_a_workbook_and_come_in_again(void **state)
{
	struct scheme_fixture *f = *state;

	import(f, "tests/fixtures/rosters/volunteer-centre-uk.csv");
	scheme_person(f, "=cmd()", "formula@example.org", 0, "+44; '=1", "_x0041_", 0);
	struct ch_buffer first = export(f, CH_PERSON);
	struct ch_import_result r = import(f, write_file(f, "people.xlsx", &first));

	assert_string_equal(r.format, "xlsx");
	assert_int_equal(r.same, r.read);
	assert_int_equal(r.read, 40);
	assert_int_equal(r.issue_count, 1); /* the name is pointed out, as in any list, and comes in */
	assert_non_null(strstr(r.issues[0].message, "looks like a formula"));
	struct ch_buffer again = export(f, CH_PERSON);

	assert_int_equal(first.length, again.length);
	assert_memory_equal(first.text, again.text, first.length);
	ch_buffer_release(&first);
	ch_buffer_release(&again);
}

enum { COLUMNS_MOST = 64 };

/* The row under the headings, and the place of each in it. */
struct first_row {
	char *headings[COLUMNS_MOST];
	size_t count;
	struct import_record record;
};

static const char *cell(const struct first_row *row, const char *heading)
{
	for (size_t i = 0; i < row->count && i < row->record.count; i++)
		if (strcmp(row->headings[i], heading) == 0)
			return row->record.cells[i];
	fail_msg("no cell under %s", heading);
	return NULL;
}

/* The cells of the first row of people, as the reader of workbooks sees them. */
static void cells_are_what_they_look_like(void **state)
{
	struct scheme_fixture *f = *state;
	struct import_lexicon lexicon;
	struct import_bytes bytes;
	struct workbook workbook;
	struct first_row row = {.count = 0};
	bool found;

	import(f, temp_dir_write(f->dir, "one.csv",
				 "Name,Email,Phone,Places,Hours per month,Start date,Notes\n"
				 "Ann Lee,ann@example.org,07700 900123,2,1.5,2026-03-05,\"two\nlines\"\n"));
	struct ch_buffer out = export(f, CH_PERSON);

	import_lexicon_read(&lexicon, NULL, &f->arena);
	GOOD(f, import_bytes_open(&bytes, write_file(f, "people.xlsx", &out), &f->err));
	GOOD(f, import_workbook_open(&workbook, &bytes, NULL, &lexicon, NULL, &f->err));
	GOOD(f, row_source_next(&workbook.source, &f->arena, NULL, &row.record, &found, &f->err));
	for (; row.count < row.record.count; row.count++)
		row.headings[row.count] = ch_arena_copy(&f->arena, row.record.cells[row.count]);
	GOOD(f, row_source_next(&workbook.source, &f->arena, NULL, &row.record, &found, &f->err));
	assert_true(found);
	assert_string_equal(workbook.source.sheet, "people");
	assert_string_equal(cell(&row, "name"), "Ann Lee");
	assert_string_equal(cell(&row, "phone"), "07700 900123");
	assert_string_equal(cell(&row, "capacity"), "2");
	assert_string_equal(cell(&row, "hours_per_month"), "1.5");
	assert_string_equal(cell(&row, "start_date"), "2026-03-05");
	assert_string_equal(cell(&row, "notes"), "two\nlines");
	import_workbook_close(&workbook);
	import_bytes_close(&bytes);
	ch_buffer_release(&out);
}

static void every_kind_goes_out(void **state)
{
	static const enum ch_entity_id kinds[] = {CH_PERSON, CH_PAIRING, CH_SESSION, CH_ACTION};
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct ch_buffer out = export(f, kinds[i]);

		assert_memory_equal(out.text, "PK", 2);
		ch_buffer_release(&out);
	}
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(people_go_out_as_a_workbook_and_come_in_again),
		WITH_SCHEME(cells_are_what_they_look_like),
		WITH_SCHEME(every_kind_goes_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
