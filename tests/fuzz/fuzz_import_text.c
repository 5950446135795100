/*
 * Fuzzing the first four stages of an import: whatever the bytes, they end in
 * a refusal or in rows whose values are clean. The entry is libFuzzer's; the
 * corpus beside this file is replayed by tests/core/test_import_corpus.c.
 *
 *   clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_import_text.c
 */
#include <string.h>

#include "chiron/text.h"
#include "core/import/column.h"
#include "core/import/record.h"
#include "fuzz.h"

static void check_value(const struct import_column *column, struct import_value value)
{
	if (!value.text || !column->how.field)
		return;
	size_t length = strlen(value.text);

	require(length > 0, "a value is never empty");
	require(ch_text_valid(value.text, length) == length, "values are valid UTF-8");
	require(!ch_text_has_controls(value.text, column->how.field->type == CH_TYPE_LINES),
		"values have no control characters");
}

static void read_rows(struct import_columns *columns, struct import_findings *findings)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_row row;
	int64_t last = columns->heading_row, count = 0;
	bool found;

	while (import_columns_next(columns, &arena, findings, &row, &found, &err) == CH_OK && found) {
		require(row.row > last, "row numbers rise");
		last = row.row;
		count++;
		for (size_t i = 0; i < columns->count; i++)
			check_value(&columns->columns[i],
				    import_columns_value(columns, &row, i, &arena, findings));
		ch_arena_reset(&arena);
	}
	require(count <= columns->rows, "no more rows are given than are counted");
	ch_arena_release(&arena);
}

static void read_issues(const struct import_findings *findings)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (const struct import_issue *issue = findings->first_issue; issue; issue = issue->next) {
		ch_buffer_clear(&out);
		import_issue_sentence(&out, "list.csv", issue);
		require(!ch_text_has_controls(out.text, false), "sentences are safe to show");
	}
	ch_buffer_release(&out);
}

static void read_text(struct import_text *text, struct import_lexicon *lexicon, struct import_findings *findings)
{
	static const struct import_columns_options none = {.map_count = 0};
	struct import_records records;
	struct import_columns columns;
	struct ch_error err = CH_NO_ERROR;

	if (import_records_begin(&records, text, '\0', lexicon, findings, &err))
		return;
	if (!import_columns_begin(&columns, &records.source, lexicon, &none, findings->arena, findings, &err))
		read_rows(&columns, findings);
	import_records_end(&records);
	read_issues(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_findings findings = IMPORT_FINDINGS_IN(&arena);
	static struct ch_arena lexicon_arena; /* read once: it is the same for every input */
	static struct import_lexicon lexicon;
	struct import_bytes bytes;
	struct import_text text;
	struct ch_error err = CH_NO_ERROR;
	FILE *file = tmpfile();

	require(file && fwrite(data, 1, size, file) == size, "a file for the bytes");
	if (!lexicon.kind)
		import_lexicon_read(&lexicon, NULL, &lexicon_arena);
	if (!import_bytes_begin(&bytes, file, "list.csv", &err)) {
		if (!import_text_begin(&text, &bytes, IMPORT_ENCODING_GUESS, &findings, &err)) {
			read_text(&text, &lexicon, &findings);
			import_text_end(&text);
		}
		import_bytes_close(&bytes);
	}
	import_findings_end(&findings);
	ch_arena_release(&arena);
	return 0;
}
