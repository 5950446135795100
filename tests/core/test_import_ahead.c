/*
 * Rows that are read ahead: with the thread and without it the same comes, in
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
#include "core/import/person_row.h"
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
	assert_int_equal(ahead.threaded, said_rows >= AHEAD_THREAD_LEAST);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(with_the_thread_comes_what_comes_without),
		cmocka_unit_test(rows_of_any_length_come),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
