/*
 * Exports: records by their field tables, facts only, a page at a time so that
 * memory is bounded whatever the size.
 *
 * People come with the number of their scheme, so that another scheme does not
 * take our numbers for its own. Of the fields of class pair there is none in
 * any record, and own-side answers are in no exported entity.
 */
#include <string.h>

#include "chiron/custom_field.h"
#include "chiron/exchange.h"
#include "chiron/file_out.h"
#include "chiron/json.h"
#include "chiron/list.h"
#include "chiron/person.h"
#include "chiron/scheme.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/export/csv_write.h"
#include "core/export/export_xlsx.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/list.h"
#include "store/record.h"

enum { PAGE = 500, MOST_COLUMNS = 96 };

/* In the place of their number, which another scheme does not know. */
static const char MANAGER_NAME[] = "manager_name";

struct export {
	struct ch_context *c;
	const struct ch_export_options *options;
	const struct ch_entity *entity;
	const struct ch_entity *wide; /* with the scheme's own fields */
	enum ch_list_id list;
	bool records; /* people: the fields of the record, so that they round-trip; else the columns of the list */
	const struct ch_field *fields[MOST_COLUMNS];
	const char *keys[MOST_COLUMNS];
	enum ch_type types[MOST_COLUMNS];
	size_t count;
	int64_t written;
	const char *scheme_id;
	struct ch_buffer out;
	struct ch_json_writer json;
	struct xlsx_export *xlsx;
	ch_export_sink *sink;
	void *sink_context;
};

/* The scheme's own fields come last. */
static enum ch_status choose_fields(struct export *export, struct ch_arena *arena, struct ch_error *err)
{
	TRY(ch_custom_widen(export->c, export->entity->id, NULL, arena, &export->wide, NULL, err));
	for (size_t i = 0; i < export->wide->field_count && export->count < MOST_COLUMNS; i++) {
		const struct ch_field *field = &export->wide->fields[i];
		if ((field->flags & CH_FIELD_HIDDEN) || field->access == CH_CLASS_PAIR)
			continue;
		bool manager = field->type == CH_TYPE_ID && field->refers_to == CH_PERSON;
		export->fields[export->count] = field;
		export->keys[export->count] = manager ? MANAGER_NAME : field->key;
		export->types[export->count++] = manager ? CH_TYPE_TEXT : field->type;
	}
	return CH_OK;
}

/* In a list of credentials "name" would be taken for the person's. */
static const char *heading_of(const struct export *export, const char *key)
{
	return export->entity->id == CH_CREDENTIAL && strcmp(key, "name") == 0 ? "what" : key;
}

static void choose_columns(struct export *export, struct ch_arena *arena)
{
	size_t count;
	const char *sort;
	const struct ch_column *columns = ch_list_columns(export->c, export->list, arena, &count, &sort);

	for (size_t i = 0; i < count && export->count < MOST_COLUMNS; i++) {
		export->keys[export->count] = heading_of(export, columns[i].key);
		export->types[export->count++] = columns[i].type;
	}
}

static enum ch_status flush(struct export *export, struct ch_error *err)
{
	enum ch_status status = export->sink(export->sink_context, export->out.text, export->out.length, err);

	ch_buffer_clear(&export->out);
	return status;
}

static void csv_row(struct export *export, const char *first, const char *const *cells)
{
	char delimiter = export->options->delimiter == '\0' ? ',' : export->options->delimiter;
	const char *all[MOST_COLUMNS + 1] = {first};

	for (size_t i = 0; i < export->count; i++)
		all[i + 1] = cells[i];
	ch_csv_add_row(&export->out, all, export->count + 1, delimiter, export->options->raw);
}

static enum ch_status begin_xlsx(struct export *export, struct ch_error *err)
{
	const char *keys[MOST_COLUMNS + 1] = {"scheme_id"};
	enum ch_type types[MOST_COLUMNS + 1] = {CH_TYPE_TEXT};

	for (size_t i = 0; i < export->count; i++) {
		keys[i + 1] = export->keys[i];
		types[i + 1] = export->types[i];
	}
	return xlsx_export_begin(&export->xlsx, export->entity->plural, keys, types, export->count + 1, err);
}

static enum ch_status begin(struct export *export, struct ch_error *err)
{
	switch (export->options->format) {
	case CH_EXPORT_XLSX:
		return begin_xlsx(export, err);
	case CH_EXPORT_JSON:
		export->json = CH_JSON_WRITER(&export->out);
		ch_json_array_begin(&export->json);
		break;
	case CH_EXPORT_CSV:
		if (!export->options->raw)
			ch_buffer_add(&export->out, CSV_BYTE_ORDER_MARK);
		csv_row(export, "scheme_id", export->keys);
		break;
	}
	return CH_OK;
}

static enum ch_status end(struct export *export, struct ch_error *err)
{
	if (export->options->format == CH_EXPORT_XLSX)
		return xlsx_export_end(export->xlsx, export->sink, export->sink_context, err);
	if (export->options->format == CH_EXPORT_JSON) {
		ch_json_array_end(&export->json);
		ch_buffer_add(&export->out, "\n");
	}
	return flush(export, err);
}

static void json_row(struct export *export, const char *const *cells, struct ch_arena *arena)
{
	ch_json_object_begin(&export->json);
	ch_json_key(&export->json, "scheme_id");
	ch_json_string(&export->json, export->scheme_id);
	for (size_t i = 0; i < export->count; i++) {
		ch_json_key(&export->json, export->keys[i]);
		ch_cell_add_json(&export->json, export->types[i], cells[i], arena);
	}
	ch_json_object_end(&export->json);
}

static enum ch_status write_cells(struct export *export, const char *const *cells, struct ch_arena *arena,
				  struct ch_error *err)
{
	const char *all[MOST_COLUMNS + 1] = {export->scheme_id};

	switch (export->options->format) {
	case CH_EXPORT_XLSX:
		for (size_t i = 0; i < export->count; i++)
			all[i + 1] = cells[i];
		return xlsx_export_row(export->xlsx, all, err);
	case CH_EXPORT_JSON:
		json_row(export, cells, arena);
		break;
	case CH_EXPORT_CSV:
		csv_row(export, export->scheme_id, cells);
		break;
	}
	return CH_OK;
}

/*
 * A line manager goes by name and by their present address, which may be another than the one that led to them. Neither
 * is there where the actor may not see them.
 */
static void write_manager(const struct export *export, const struct ch_person *person, struct ch_arena *arena,
			  const char **cells)
{
	const struct ch_entity *people = ch_entity_of(CH_PERSON);
	struct ch_error unseen = CH_NO_ERROR;
	struct ch_person manager = {.name = NULL};

	if (person->manager_id == 0)
		return;
	if (record_get(export->c->scheme->db, people, person->manager_id, arena, &manager, &unseen) != CH_OK)
		manager.name = manager.email = NULL;
	for (size_t i = 0; i < export->count; i++) {
		if (strcmp(export->keys[i], MANAGER_NAME) == 0)
			cells[i] = manager.name;
		else if (strcmp(export->keys[i], "manager_email") == 0)
			cells[i] = manager.email;
	}
}

static enum ch_status write_record(struct export *export, int64_t id, struct ch_arena *arena, struct ch_error *err)
{
	const char *cells[MOST_COLUMNS];
	void *record = ch_arena_alloc(arena, export->wide->size);

	TRY(record_get(export->c->scheme->db, export->entity, id, arena, record, err));
	ch_custom_unfold(export->wide, record, arena);
	for (size_t i = 0; i < export->count; i++)
		cells[i] = ch_field_text(export->fields[i], record, arena);
	write_manager(export, record, arena, cells);
	return write_cells(export, cells, arena, err);
}

static enum ch_status write_rows(struct export *export, const struct ch_grid *grid, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < grid->row_count; i++) {
		ch_arena_reset(&arena);
		if (export->records)
			status = write_record(export, grid->rows[i].id, &arena, err);
		else
			status = write_cells(export, grid->rows[i].cells, &arena, err);
		if (status == CH_OK)
			status = ch_work_look(export->c->work, ++export->written, 0, err);
	}
	ch_arena_release(&arena);
	return status;
}

/* By number, so that an export of the same scheme is the same bytes again. */
static enum ch_status write_pages(struct export *export, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_list_query query = {.list = export->list,
				      .filter = export->options->filter,
				      .sort = export->entity->fields[0].key,
				      .limit = PAGE};
	struct ch_buffer from = CH_BUFFER_EMPTY;
	bool more = true;
	enum ch_status status = CH_OK;

	while (status == CH_OK && more) {
		struct ch_grid grid = {0};
		ch_arena_reset(&arena);
		status = ch_list_fetch(export->c, &query, &arena, &grid, err);
		if (status == CH_OK)
			status = write_rows(export, &grid, err);
		if (status == CH_OK)
			status = flush(export, err);
		more = grid.more && grid.row_count > 0;
		if (more) {
			const struct ch_row *last = &grid.rows[grid.row_count - 1];
			ch_buffer_clear(&from);
			ch_buffer_add(&from, last->sort_value);
			query.from_id = last->id;
			query.from_value = from.text;
		}
	}
	ch_buffer_release(&from);
	ch_arena_release(&arena);
	return status;
}

static bool is_exported(enum ch_entity_id entity)
{
	return entity == CH_PERSON || entity == CH_ENROLMENT || entity == CH_CREDENTIAL || entity == CH_PAIRING ||
	       entity == CH_SESSION || entity == CH_ACTION;
}

/* What cannot be listed is refused before anything is written, the audit row too. */
static enum ch_status check_filter(const struct export *export, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_list_query first = {.list = export->list, .filter = export->options->filter, .limit = 1};
	struct ch_grid grid;

	return ch_list_fetch(export->c, &first, arena, &grid, err);
}

static enum ch_status audit_export(struct ch_context *c, const struct ch_entity *entity, struct ch_error *err)
{
	struct change change;

	if (db_read_only(c->scheme->db))
		return CH_OK;
	TRY(change_begin(&change, c, CH_OP_EXPORT, CH_SCHEME, 1, err));
	ch_buffer_add(&change.detail, entity->plural); /* what was exported, for the audit log */
	return change_end(&change, CH_OK, err);
}

const struct ch_stays_behind *ch_export_stays(size_t *count)
{
	static const struct ch_stays_behind stays[] = {
#define STAYS(name, what, why) {what, why},
#define STAYS_COLUMNS(name, table, columns)
#include "chiron/stays.def"
#undef STAYS
#undef STAYS_COLUMNS
	};

	*count = sizeof stays / sizeof stays[0];
	return stays;
}

enum ch_status ch_export_format_named(const char *path, enum ch_export_format *format, struct ch_error *err)
{
	static const struct {
		const char *ending;
		enum ch_export_format format;
	} endings[] = {{".csv", CH_EXPORT_CSV}, {".json", CH_EXPORT_JSON}, {".xlsx", CH_EXPORT_XLSX}};

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (ch_path_ends(path, endings[i].ending)) {
			*format = endings[i].format;
			return CH_OK;
		}
	}
	return ch_fail(err, CH_USAGE, _("the name of an export ends in .csv, .json or .xlsx; \"%s\" was given"), path);
}

enum ch_status ch_export(struct ch_context *c, const struct ch_export_options *options, ch_export_sink *sink,
			 void *sink_context, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_scheme_settings settings;
	struct export export = {.c = c,
				.options = options,
				.entity = ch_entity_of(options->entity),
				.list = list_of_entity(options->entity),
				.records = options->entity == CH_PERSON,
				.out = CH_BUFFER_EMPTY,
				.sink = sink,
				.sink_context = sink_context};

	TRY(may(c, CH_OP_EXPORT, CH_SCHEME, 1, err));
	if (!is_exported(options->entity))
		return ch_fail(err, CH_USAGE,
			       _("people, enrolments, credentials, pairings, sessions and actions can be exported, "
				 "not %s"),
			       export.entity == NULL ? "that" : export.entity->plural);
	enum ch_status status = ch_scheme_settings_get(c, &arena, &settings, err);
	if (status == CH_OK)
		status = check_filter(&export, &arena, err);
	if (status == CH_OK)
		status = audit_export(c, export.entity, err);
	if (status == CH_OK) {
		export.scheme_id = settings.scheme_id;
		if (export.records)
			status = choose_fields(&export, &arena, err);
		else
			choose_columns(&export, &arena);
	}
	if (status == CH_OK)
		status = begin(&export, err);
	if (status == CH_OK)
		status = write_pages(&export, err);
	if (status == CH_OK)
		status = end(&export, err);
	xlsx_export_free(export.xlsx);
	ch_buffer_release(&export.out);
	ch_arena_release(&arena);
	return status;
}
