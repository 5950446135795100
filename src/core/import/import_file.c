#include "core/import/import_file.h"

#include <string.h>

#include "core/import/file_hash.h"
#include "core/import/import_kind.h"
#include "core/import/mended.h"
#include "core/journal/change.h"

enum {
	ROW_BYTES = 100,
	ROW_BYTES_LEAST = 40,
	FILES_SHARE = 4,
	LONG_BYTES = 256 * 1024 /* of a file for which threads pay */
};

/* Whether most rows of the file can only be of somebody new, by its size: then it is worth knowing who comes. */
static bool is_of_newcomers(const struct import_file *file, const struct ch_import_options *options)
{
	return options->kind == CH_IMPORT_PEOPLE &&
	       (uint64_t)file->people_before <= file->bytes.size / ROW_BYTES / FILES_SHARE;
}

static enum ch_status check_seen(const struct import_file *file, const struct ch_import_options *options,
				 struct ch_error *err)
{
	if (options->seen_hash == NULL || strcmp(options->seen_hash, file->hash) == 0)
		return CH_OK;
	ch_fail(err, CH_BUSY, _("%s has changed since it was looked at"), file->bytes.name);
	return ch_error_fix(err, _("look at what it would bring in now, then import it"));
}

static enum ch_status open_text(struct import_file *file, enum import_encoding encoding, char delimiter,
				struct import_findings *findings, struct ch_error *err)
{
	TRY(import_text_begin(&file->text, &file->bytes, encoding, findings, err));
	file->text_open = true;
	TRY(import_records_begin(&file->records, &file->text, delimiter, &file->lexicon, findings, err));
	file->records_open = true;
	return CH_OK;
}

/* How many rows the file will probably have, by the bytes of its first ones; 0 where that is not known. */
static size_t likely_rows(const struct import_file *file, size_t bytes)
{
	size_t each = file->first_row_count > 0 ? bytes / file->first_row_count : 0;

	return file->bytes.zip ? 0 : (size_t)file->bytes.size / (each > ROW_BYTES_LEAST ? each : ROW_BYTES_LEAST);
}

/* The start of the list, to show where its headings may be. */
static enum ch_status read_first_rows(struct import_file *file, struct row_source *source, struct ch_arena *arena,
				      struct ch_error *err)
{
	enum { ROWS = 15, CELLS = 12 };
	struct ch_arena rows = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;
	bool found = true;
	size_t bytes = 0;

	file->first_rows = ch_arena_array(arena, ROWS, sizeof(*file->first_rows));
	while (file->first_row_count < ROWS) {
		struct import_record record;
		struct ch_import_first_row *first = &file->first_rows[file->first_row_count];

		ch_arena_reset(&rows);
		status = row_source_next(source, &rows, NULL, &record, &found, err);
		if (status != CH_OK || !found)
			break;
		first->row = record.row;
		first->count = record.count < CELLS ? record.count : CELLS;
		first->cells = ch_arena_array(arena, first->count, sizeof(*first->cells));
		for (size_t i = 0; i < first->count; i++)
			first->cells[i] = import_cell_start(arena, record.cells[i]);
		for (size_t i = 0; i < record.count; i++)
			bytes += strlen(record.cells[i]) + 1;
		file->first_row_count++;
	}
	ch_arena_release(&rows);
	file->coming.likely = likely_rows(file, bytes);
	return status == CH_OK ? row_source_rewind(source, err) : status;
}

/* From the bytes, which are open, to the columns. */
static enum ch_status open_stages(struct import_file *file, const struct ch_import_options *options,
				  enum import_encoding encoding, char delimiter, struct ch_arena *arena,
				  struct import_findings *findings, struct ch_error *err)
{
	struct row_source *source;

	if (file->bytes.zip) {
		TRY(import_workbook_open(&file->workbook, &file->bytes, options->sheet, &file->lexicon, findings, err));
		file->workbook_open = true;
		source = &file->workbook.source;
	} else if (options->sheet) {
		ch_fail(err, CH_USAGE, _("a sheet is named, but %s is a text, which has no sheets"), file->bytes.name);
		ch_error_field(err, "sheet");
		return ch_error_fix(err, _("leave the sheet out, or name a workbook"));
	} else {
		TRY(open_text(file, encoding, delimiter, findings, err));
		source = &file->records.source;
	}
	TRY(read_first_rows(file, source, arena, err));
	return import_columns_begin(&file->columns, source, &file->lexicon, &file->wanted, arena, findings, err);
}

enum ch_status import_file_open(struct import_file *file, const struct ch_import_options *options, const char *headings,
				const struct import_memory *memory, const struct import_mended *mended,
				const struct import_customs *customs, struct ch_arena *arena,
				struct import_findings *findings, struct ch_error *err)
{
	struct import_columns_options wanted = {.maps = options->maps,
						.map_count = options->map_count,
						.heading_row = options->header_row,
						.likely = IMPORT_DMY,
						.today = file->today,
						.mends = options->mends,
						.mend_count = options->mend_count,
						.take_suggestions = options->take_suggestions,
						.role_given = options->role != CH_NO_ROLE,
						.customs = customs,
						.mended = mended,
						.file_hash = file->hash,
						.mends_alike = options->mended == CH_MENDED_ALIKE,
						.memory = memory};
	struct ch_error unread = CH_NO_ERROR;
	enum import_encoding encoding;
	struct file_hash hash;
	char delimiter;

	TRY(import_encoding_named(options->encoding, &encoding, err));
	TRY(import_delimiter_named(options->delimiter, &delimiter, err));
	TRY(import_date_order_named(options->date_order, &wanted.order, err));
	TRY(import_bytes_open(&file->bytes, options->path, err));
	bool is_long = file->bytes.size >= LONG_BYTES;
	wanted.coming = is_of_newcomers(file, options) ? &file->coming : NULL;
	wanted.reads_ahead = is_long && !file->bytes.zip;
	file->wanted = wanted;
	/* It is waited for where the file may be another one, of which nothing else is to be said, or may be mended. */
	bool at_once = options->seen_hash != NULL || (mended != NULL && mended->count > 0) || !is_long;
	file_hash_begin(&hash, fileno(file->bytes.file), !at_once);
	if (at_once) {
		TRY(file_hash_end(&hash, file->bytes.name, file->hash, err));
		TRY(check_seen(file, options, err));
	}
	import_lexicon_read(&file->lexicon, headings, arena);
	file->lexicon.kind = import_kind_of(options->kind);
	enum ch_status status = open_stages(file, options, encoding, delimiter, arena, findings, err);
	if (!at_once && file_hash_end(&hash, file->bytes.name, file->hash, &unread) != CH_OK && status == CH_OK) {
		*err = unread;
		status = unread.status;
	}
	return status;
}

enum ch_status import_file_check_unchanged(const struct import_file *file, struct ch_error *err)
{
	if (import_bytes_unchanged(&file->bytes))
		return CH_OK;
	ch_fail(err, CH_BUSY, _("%s was changed while it was read, so nothing came in"), file->bytes.name);
	return ch_error_fix(err, _("finish saving it, then import it again"));
}

void import_file_close(struct import_file *file)
{
	import_columns_end(&file->columns);
	if (file->workbook_open)
		import_workbook_close(&file->workbook);
	if (file->records_open)
		import_records_end(&file->records);
	if (file->text_open)
		import_text_end(&file->text);
	import_bytes_close(&file->bytes);
	people_coming_release(&file->coming);
}
