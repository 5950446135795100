#include "core/import/memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/corrections.h"
#include "core/import/custom_column.h"
#include "core/import/heading.h"
#include "core/import/import_kind.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/hash.h"
#include "store/record.h"
#include "store/stmt.h"

/* ---- What headings are compared by ---- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A hash over the sorted keys of the headings. */
static void hash_headings(const char *const *headings, size_t count, char shown[33])
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **keys = ch_arena_array(&arena, count, sizeof(*keys));
	unsigned char digest[HASH_SIZE];
	struct hash hash;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const char *tidy = ch_text_tidy(&arena, headings[i]);
		const char *key = tidy ? import_key(&arena, tidy) : "";

		if (*key != '\0' && !corrections_heading(tidy))
			keys[kept++] = key;
	}
	if (kept > 1)
		qsort(keys, kept, sizeof(*keys), by_text);
	hash_begin(&hash);
	for (size_t i = 0; i < kept; i++)
		hash_bytes(&hash, keys[i], strlen(keys[i]) + 1);
	hash_end(&hash, digest);
	hash_show(digest, shown);
	ch_arena_release(&arena);
}

const struct ch_mapping *import_memory_find(const struct import_memory *memory, const char *const *headings,
					    size_t count)
{
	char key[33];

	if (memory == NULL || memory->count == 0)
		return NULL;
	hash_headings(headings, count, key);
	for (size_t i = 0; i < memory->count; i++)
		if (strcmp(memory->mappings[i].headings_key, key) == 0)
			return &memory->mappings[i];
	return NULL;
}

/* ---- Reading ---- */

static void read_mapping(struct stmt *q, struct ch_arena *arena, struct ch_mapping *mapping)
{
	*mapping = (struct ch_mapping){
		.mapping_id = stmt_id(q, "mapping_id"),
		.kind = stmt_copy(q, "kind", arena),
		.headings = stmt_copy(q, "headings", arena),
		.headings_key = stmt_copy(q, "headings_key", arena),
		.columns = stmt_copy(q, "columns", arena),
		.date_order = stmt_copy(q, "date_order", arena),
		.remembered_at = stmt_copy(q, "remembered_at", arena),
	};
}

enum ch_status import_memory_read(struct ch_context *c, const char *kind, struct ch_arena *arena,
				  struct import_memory *memory, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_MAPPINGS_OF_KIND);
	struct ch_mapping *mappings = NULL;
	size_t capacity = 0;
	enum ch_status status;
	bool row = false;

	*memory = (struct import_memory){.count = 0};
	stmt_bind_text(q, "kind", kind);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		if (memory->count == capacity) {
			struct ch_mapping *more =
				ch_arena_array(arena, capacity = capacity > 0 ? 2 * capacity : 16, sizeof(*more));

			if (memory->count > 0)
				memcpy(more, mappings, memory->count * sizeof(*more));
			mappings = more;
		}
		read_mapping(q, arena, &mappings[memory->count++]);
	}
	stmt_reset(q);
	memory->mappings = mappings;
	return status;
}

/* ---- Keeping ---- */

/* How --map names the column: by its heading, by its place where it has none or another has the same. */
static const char *name_of(const struct import_columns *columns, size_t column, struct ch_arena *arena)
{
	const char *heading = columns->columns[column].heading;

	if (import_column_headed(columns, heading) == &columns->columns[column])
		return heading;
	return ch_arena_printf(arena, "#%zu", column + 1);
}

/* Whether a list with the same headings would not tell by itself what this column is. */
static bool is_to_be_kept(const struct import_column *column, bool rejected)
{
	if (column->certainty >= IMPORT_BY_MEMORY)
		return true;
	return rejected &&
	       (column->certainty == IMPORT_BY_CELLS || (column->field == NULL && strcmp(column->why, "taken") == 0));
}

static const char *columns_text(const struct import_columns *columns, bool rejected, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		const char *field = import_column_code(column);

		if (column->custom != NULL && column->custom->asked != NULL)
			field = column->custom->asked;
		if (corrections_heading(column->heading) || !is_to_be_kept(column, rejected) ||
		    (*field != '\0' && column->custom == NULL && !import_kind_takes(columns->lexicon->kind, field)))
			continue;
		ch_buffer_printf(&out, "%s%s=%s", out.length > 0 ? "\n" : "", name_of(columns, i, arena), field);
	}
	const char *text = out.length > 0 ? ch_arena_copy(arena, out.text) : NULL;

	ch_buffer_release(&out);
	return text;
}

static const char *headings_text(const struct import_columns *columns, struct ch_arena *arena)
{
	enum { MOST_BYTES = 2000 };
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < columns->count && out.length < MOST_BYTES; i++)
		if (*columns->columns[i].heading != '\0' && !corrections_heading(columns->columns[i].heading))
			ch_buffer_printf(&out, "%s%.200s", out.length > 0 ? " | " : "", columns->columns[i].heading);
	out.length = ch_text_valid(out.text, out.length);
	const char *text = ch_text_safe(arena, ch_arena_copy_bytes(arena, out.text, out.length));

	ch_buffer_release(&out);
	return text;
}

/* Whether nobody would find the headings in such a list without being told their row. */
static bool has_hidden_headings(const struct import_columns *columns, const char *const *headings)
{
	struct import_record record = {.cells = (const char **)headings, .count = columns->count};

	return !import_record_is_headings(columns->lexicon, &record);
}

static bool is_same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static enum ch_status write_mapping(struct change *change, struct ch_mapping *mapping,
				    const struct import_columns *columns, struct import_findings *findings,
				    struct ch_error *err)
{
	const struct ch_mapping *known = columns->remembered;
	struct ch_mapping stored;

	if (known != NULL && is_same_text(known->columns, mapping->columns) &&
	    is_same_text(known->date_order, mapping->date_order))
		return CH_OK;
	if (known != NULL) {
		TRY(change_get(change, CH_MAPPING, known->mapping_id, &stored, err));
		mapping->mapping_id = stored.mapping_id;
		mapping->row_version = stored.row_version;
		TRY(change_update(change, CH_MAPPING, mapping, err));
	} else {
		TRY(change_insert(change, CH_MAPPING, mapping, err));
	}
	import_notice_add(
		findings, IMPORT_TOPIC_MAPPING,
		_("What was decided of the columns is remembered for lists with these headings (no. %" PRId64 ")"),
		mapping->mapping_id);
	return CH_OK;
}

enum ch_status import_memory_keep(struct change *change, const struct import_columns *columns,
				  const struct import_columns_options *options, bool rejected,
				  struct import_findings *findings, struct ch_error *err)
{
	struct ch_arena *arena = findings->arena;
	const char **headings = ch_arena_array(arena, columns->count, sizeof(*headings));
	struct ch_mapping mapping;
	char key[33];

	ch_record_clear(ch_entity_of(CH_MAPPING), &mapping);
	for (size_t i = 0; i < columns->count; i++)
		headings[i] = columns->columns[i].heading;
	hash_headings(headings, columns->count, key);
	mapping.kind = import_kind_code(columns->lexicon->kind);
	mapping.headings = headings_text(columns, arena);
	mapping.headings_key = key;
	mapping.columns = columns_text(columns, rejected, arena);
	if (options->order || (columns->remembered != NULL && columns->remembered->date_order != NULL) || rejected)
		mapping.date_order = import_date_order_name(columns->order);
	mapping.remembered_at = change->now;
	if (mapping.columns == NULL && mapping.date_order == NULL &&
	    !(options->heading_row && has_hidden_headings(columns, headings)))
		return CH_OK;
	return write_mapping(change, &mapping, columns, findings, err);
}

/* ---- For the faces ---- */

enum { COLUMNS = 6 };

static enum ch_status list_mappings(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				    struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_MAPPINGS);
	size_t capacity = 0;
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char **cells = ch_arena_array(arena, COLUMNS, sizeof(*cells));
		struct ch_mapping mapping;

		if (grid->row_count == capacity) {
			struct ch_row *more =
				ch_arena_array(arena, capacity = capacity > 0 ? 2 * capacity : 16, sizeof(*more));

			if (grid->row_count > 0)
				memcpy(more, grid->rows, grid->row_count * sizeof(*more));
			grid->rows = more;
		}
		read_mapping(q, arena, &mapping);
		cells[0] = ch_arena_printf(arena, "%" PRId64, mapping.mapping_id);
		cells[1] = mapping.kind;
		cells[2] = mapping.headings;
		cells[3] = mapping.columns;
		cells[4] = mapping.date_order;
		cells[5] = mapping.remembered_at;
		grid->rows[grid->row_count++] = (struct ch_row){.id = mapping.mapping_id, .cells = cells};
	}
	stmt_reset(q);
	return status;
}

enum ch_status ch_mapping_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err)
{
	static const struct ch_column columns[COLUMNS] = {
		{.key = "mapping_id", .label = N_("No."), .type = CH_TYPE_NUMBER, .width = 5},
		{.key = "kind", .label = N_("Kind"), .type = CH_TYPE_TEXT, .width = 8},
		{.key = "headings", .label = N_("Headings"), .type = CH_TYPE_TEXT, .width = 34},
		{.key = "columns", .label = N_("Columns"), .type = CH_TYPE_TEXT, .width = 34},
		{.key = "date_order", .label = N_("Dates"), .type = CH_TYPE_TEXT, .width = 5},
		{.key = "remembered_at", .label = N_("Since"), .type = CH_TYPE_INSTANT, .width = 16},
	};

	*grid = (struct ch_grid){.title = N_("Remembered columns"), .columns = columns, .column_count = COLUMNS};
	TRY(may(c, CH_OP_IMPORT_READ, CH_IMPORT_BATCH, 0, err));
	return list_mappings(c, arena, grid, err);
}

enum ch_status ch_mapping_forget(struct ch_context *c, int64_t mapping_id, struct ch_error *err)
{
	struct change change;
	struct ch_mapping mapping;

	TRY(change_begin(&change, c, CH_OP_MAPPING_FORGET, CH_MAPPING, mapping_id, err));
	enum ch_status status = change_get(&change, CH_MAPPING, mapping_id, &mapping, err);

	if (status == CH_OK)
		status = change_delete(&change, CH_MAPPING, mapping_id, err);
	return change_end(&change, status, err);
}
