#include "import_pipe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *kept(struct import_pipe *pipe, struct ch_buffer *buffer)
{
	const char *copy = ch_arena_copy(&pipe->arena, buffer->text);

	ch_buffer_release(buffer);
	return copy;
}

/* What chiron knows of headings, read once: it is the same for every list until one prefers a language. */
static struct import_lexicon known_headings(void)
{
	static struct ch_arena arena;
	static struct import_lexicon lexicon;

	if (lexicon.kind == NULL)
		import_lexicon_read(&lexicon, NULL, &arena);
	return lexicon;
}

void import_pipe_records(struct import_pipe *pipe, const char *content)
{
	import_pipe_bytes(pipe, content, strlen(content), IMPORT_ENCODING_GUESS);
}

void import_pipe_bytes(struct import_pipe *pipe, const char *bytes, size_t length, enum import_encoding encoding)
{
	struct ch_error err = CH_NO_ERROR;
	FILE *file = tmpfile();

	*pipe = (struct import_pipe){.arena = CH_ARENA_EMPTY};
	pipe->findings = IMPORT_FINDINGS_IN(&pipe->arena);
	pipe->lexicon = known_headings();
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(import_bytes_begin(&pipe->bytes, file, "list.csv", &err), CH_OK);
	assert_int_equal(import_text_begin(&pipe->text, &pipe->bytes, encoding, &pipe->findings, &err), CH_OK);
	assert_int_equal(import_records_begin(&pipe->records, &pipe->text, '\0', &pipe->lexicon, &pipe->findings, &err),
			 CH_OK);
}

enum ch_status import_pipe_columns(struct import_pipe *pipe, const char *content,
				   const struct import_columns_options *options, struct ch_error *err)
{
	static const struct import_columns_options none = {.map_count = 0};

	import_pipe_records(pipe, content);
	return import_columns_begin(&pipe->columns, &pipe->records.source, &pipe->lexicon, options ? options : &none,
				    &pipe->arena, &pipe->findings, err);
}

const char *import_pipe_rows(struct import_pipe *pipe)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_row row;
	bool found;

	for (;;) {
		assert_int_equal(import_columns_next(&pipe->columns, &pipe->arena, &pipe->findings, &row, &found, &err),
				 CH_OK);
		if (!found)
			return kept(pipe, &out);
		ch_buffer_printf(&out, "%d:%d", (int)row.row, (int)row.line);
		for (size_t i = 0; i < pipe->columns.count; i++) {
			struct import_value value =
				import_columns_value(&pipe->columns, &row, i, &pipe->arena, &pipe->findings);

			if (value.text)
				ch_buffer_printf(&out, " %s=%s", pipe->columns.columns[i].field, value.text);
		}
		ch_buffer_add_char(&out, '\n');
	}
}

const char *import_pipe_issues(struct import_pipe *pipe)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (const struct import_issue *issue = pipe->findings.first_issue; issue; issue = issue->next) {
		ch_buffer_add(&out, issue->rejected ? "! " : "- ");
		import_issue_sentence(&out, pipe->bytes.name, issue);
		ch_buffer_add_char(&out, '\n');
	}
	return kept(pipe, &out);
}

const char *import_pipe_notices(struct import_pipe *pipe, enum import_topic topic)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (const struct import_notice *notice = pipe->findings.first_notice; notice; notice = notice->next)
		if (notice->topic == topic)
			ch_buffer_printf(&out, "%s\n", notice->text);
	return kept(pipe, &out);
}

void import_pipe_close(struct import_pipe *pipe)
{
	import_findings_end(&pipe->findings);
	import_records_end(&pipe->records);
	import_text_end(&pipe->text);
	import_bytes_close(&pipe->bytes);
	ch_arena_release(&pipe->arena);
}
