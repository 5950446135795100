/*
 * The first four stages of an import over a text in memory, for tests.
 */
#ifndef TESTS_CORE_IMPORT_PIPE_H
#define TESTS_CORE_IMPORT_PIPE_H

#include "core/import/column.h"
#include "core/import/record.h"

struct import_pipe {
	struct ch_arena arena; /* of everything below */
	struct import_findings findings;
	struct import_lexicon lexicon;
	struct import_bytes bytes;
	struct import_text text;
	struct import_records records;
	struct import_columns columns;
};

/* Opens the file "list.csv" of this content up to stage 3. What fails there fails the test. */
void import_pipe_records(struct import_pipe *pipe, const char *content);
void import_pipe_bytes(struct import_pipe *pipe, const char *bytes, size_t length, enum import_encoding encoding);

/* As above, and stage 4, the status of which is returned. `options` NULL: none. */
enum ch_status import_pipe_columns(struct import_pipe *pipe, const char *content,
				   const struct import_columns_options *options, struct ch_error *err);

/* Reads all rows, and every cell that has a meaning. One line a row: "row:line field=value; field=value". */
const char *import_pipe_rows(struct import_pipe *pipe);

/* The issues so far, one sentence a line, and the notices of a topic. */
const char *import_pipe_issues(struct import_pipe *pipe);
const char *import_pipe_notices(struct import_pipe *pipe, enum import_topic topic);

void import_pipe_close(struct import_pipe *pipe);

#endif
