/*
 * Rows that are read ahead, and what is taken of a file beside: with the thread and without it the same comes, in
 * the same order; and wherever reading is stopped, it ends. `make check-threads`
 * runs this and whole imports under the thread sanitizer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "core/import/file_hash.h"
#include "core/import/person_row.h"
#include "core/import/record_ahead.h"
#include "core/import/row_ahead.h"
#include "import_pipe.h"

enum { ROWS = 3000 };

/* A list with every kind of trouble that reading tells of, near and at the borders of blocks. */
static const char *troubled_list(struct ch_arena *arena)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, "Name,Email,Role,Department\n");
	for (int i = 0; i < ROWS; i++) {
		if (i % AHEAD_ROWS == 0)
			ch_buffer_add(&text, "Total: 7,,,\nName,Email,Role,Department\n");
		if (i % 191 == 0)
			ch_buffer_add(&text, "Ann Lee,a@example.org,mentor,Wards,too,much\n");
		ch_buffer_printf(&text, "P%d Q%d,p%d%sexample.org,%s,Ward %d\n", i, i, i, i % 77 == 63 ? "" : "@",
				 i % 100 == 99 ? "cook" : "mentor", i % 9);
	}
	const char *copy = ch_arena_copy(arena, text.text);
	ch_buffer_release(&text);
	return copy;
}

static void *read_person(void *data, const struct import_row *row, bool early, struct ch_arena *arena,
			 struct import_findings *findings)
{
	(void)early;
	struct person_row *read = ch_arena_alloc(arena, sizeof *read);

	person_row_read(data, row, arena, findings, read);
	return read;
}

/* What comes of the list, up to `most` rows: each row with the number of issues told before it and in it. */
static const char *read_list(struct import_pipe *pipe, const char *content, int64_t said_rows, int most)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct person_reader reader;
	struct row_ahead ahead;
	struct ahead_row *row = NULL;

	assert_int_equal(import_pipe_columns(pipe, content, NULL, &err), CH_OK);
	person_reader_begin(&reader, &pipe->columns, "");
	row_ahead_begin(&ahead, &pipe->columns, said_rows, read_person, &reader);
	assert_int_equal(ahead.ring.threaded, said_rows >= AHEAD_THREAD_LEAST);
	for (int i = 0; i < most; i++) {
		assert_int_equal(row_ahead_next(&ahead, &pipe->findings, &row, &err), CH_OK);
		if (row == NULL)
			break;
		const struct person_row *person = row->read;
		ch_buffer_printf(&out, "%d:%d:%d %s %s %zu", (int)row->row.row, (int)row->row.line, (int)row->rows,
				 person->given.name, person->email_key != NULL ? person->email_key : "-",
				 pipe->findings.issue_count);
		row_ahead_tell(&ahead, &pipe->findings);
		ch_buffer_printf(&out, " %zu\n", pipe->findings.issue_count);
	}
	row_ahead_end(&ahead);
	person_reader_end(&reader);
	ch_buffer_add(&out, import_pipe_issues(pipe));
	ch_buffer_add(&out, import_pipe_notices(pipe, IMPORT_TOPIC_ROWS));
	const char *copy = ch_arena_copy(&pipe->arena, out.text);
	ch_buffer_release(&out);
	return copy;
}

static void with_the_thread_comes_what_comes_without(void **state)
{
	static const int most[] = {0, 1, AHEAD_ROWS, AHEAD_ROWS + 1, ROWS / 2, 2 * ROWS};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *list = troubled_list(&arena);
	struct import_pipe alone, apart;

	(void)state;
	for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
		const char *expected = read_list(&alone, list, 0, most[i]);

		assert_string_equal(read_list(&apart, list, ROWS, most[i]), expected);
		import_pipe_close(&alone);
		import_pipe_close(&apart);
	}
	ch_arena_release(&arena);
}

/* Long rows: a block takes fewer of them. */
static void rows_of_any_length_come(void **state)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, notes = CH_BUFFER_EMPTY;
	struct import_pipe pipe;

	(void)state;
	for (int i = 0; i < 20000; i++)
		ch_buffer_add(&notes, "all of it ");
	ch_buffer_add(&text, "Name,Email,Notes\n");
	for (int i = 0; i < 40; i++)
		ch_buffer_printf(&text, "P%d,p%d@example.org,%s\n", i, i, notes.text);
	const char *read = read_list(&pipe, text.text, ROWS, ROWS);
	assert_non_null(strstr(read, "41:41:40 P39 p39@example.org"));
	import_pipe_close(&pipe);
	ch_buffer_release(&text);
	ch_buffer_release(&notes);
}

/* What the records of the list are, up to `most`, and the columns that are made of them. */
static const char *look_over(struct import_pipe *pipe, const char *content, bool reads_ahead, int most)
{
	const struct import_columns_options options = {.reads_ahead = reads_ahead};
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct record_ahead ahead;
	struct import_record record;
	bool found = true;

	assert_int_equal(import_pipe_columns(pipe, content, &options, &err), CH_OK);
	for (size_t i = 0; i < pipe->columns.count; i++)
		ch_buffer_printf(&out, "%s %s %s\n", pipe->columns.columns[i].heading, pipe->columns.columns[i].field,
				 pipe->columns.columns[i].samples[0]);
	ch_buffer_printf(&out, "%d records\n", (int)pipe->columns.records);
	assert_int_equal(row_source_rewind(&pipe->records.source, &err), CH_OK);
	record_ahead_begin(&ahead, &pipe->records.source, reads_ahead);
	assert_int_equal(ahead.ring.threaded, reads_ahead);
	for (int i = 0; i < most && found; i++) {
		assert_int_equal(record_ahead_next(&ahead, &record, &found, &err), CH_OK);
		if (found)
			ch_buffer_printf(&out, "%d:%d %zu %s\n", (int)record.row, (int)record.line, record.count,
					 record.cells[0]);
	}
	record_ahead_end(&ahead);
	const char *copy = ch_arena_copy(&pipe->arena, out.text);
	ch_buffer_release(&out);
	return copy;
}

static void looked_over_ahead_a_list_is_the_same(void **state)
{
	static const int most[] = {0, 1, 64, 65, ROWS, 2 * ROWS};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *list = ch_arena_printf(&arena, "%s\"Not closed,x\n", troubled_list(&arena));
	struct import_pipe alone, apart;
	const char *records = ch_arena_printf(&arena, "%d records",
					      ROWS + 2 * ((ROWS - 1) / AHEAD_ROWS + 1) + (ROWS - 1) / 191 + 1);

	(void)state;
	for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
		const char *expected = look_over(&alone, list, false, most[i]);

		assert_non_null(strstr(expected, records));
		assert_string_equal(look_over(&apart, list, true, most[i]), expected);
		import_pipe_close(&alone);
		import_pipe_close(&apart);
	}
	ch_arena_release(&arena);
}

/* BLAKE2b of 32 bytes, the first half of them shown: that of "abc" is b2sum -l 256's. */
static void a_hash_is_the_same_wherever_it_is_taken(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	struct file_hash alone, apart;
	char one[33], other[33];
	FILE *file = tmpfile();

	(void)state;
	fputs("abc", file);
	fflush(file);
	file_hash_begin(&alone, fileno(file), false);
	assert_int_equal(file_hash_end(&alone, "list.csv", one, &err), CH_OK);
	assert_string_equal(one, "bddd813c634239723171ef3fee98579b");
	for (int i = 0; i < 100000; i++)
		fprintf(file, "%d,", i);
	fflush(file);
	file_hash_begin(&alone, fileno(file), false);
	file_hash_begin(&apart, fileno(file), true);
	assert_true(apart.threaded);
	assert_int_equal(file_hash_end(&alone, "list.csv", one, &err), CH_OK);
	assert_int_equal(file_hash_end(&apart, "list.csv", other, &err), CH_OK);
	assert_string_equal(one, other);
	fclose(file);
	/* What cannot be read is said. */
	file_hash_begin(&apart, -1, true);
	assert_int_equal(file_hash_end(&apart, "list.csv", other, &err), CH_IO);
	assert_string_equal(err.message, "list.csv cannot be read: Bad file descriptor");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(with_the_thread_comes_what_comes_without),
		cmocka_unit_test(rows_of_any_length_come),
		cmocka_unit_test(looked_over_ahead_a_list_is_the_same),
		cmocka_unit_test(a_hash_is_the_same_wherever_it_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
