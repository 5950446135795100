/* Fetching: binding what was composed, reading rows into the arena. How pages go is list_compose.h's first comment. */
#include "store/list.h"

#include <stdlib.h>

#include "base/length.h"
#include "store/list_compose.h"
#include "store/stmt.h"

#define AFTER_ALL_TEXT "\U0010FFFF"

struct reader {
	struct db *db;
	const struct list_request *request;
	struct ch_arena *arena;
	const struct ch_column *columns;
	struct ch_row *rows;
	size_t count, room;
	size_t most; /* rows to read in all; 0: no bound */
};

static void bind_id_if_used(struct stmt *q, const char *name, int64_t id)
{
	if (stmt_has_parameter(q, name))
		stmt_bind_int(q, name, id);
}

static void bind_filter(struct stmt *q, const struct list_filter *filter)
{
	char name[LIST_PARAMETER_SIZE];

	for (size_t i = 0; i < filter->count; i++) {
		const struct list_term *term = &filter->terms[i];

		for (size_t j = 0; term->match != LIST_NOT_KNOWN && j < term->value_count; j++) {
			const struct list_value *value = &term->values[j];

			if (value->text != NULL)
				stmt_bind_text(q, list_parameter(i, j, name), value->text);
			else
				stmt_bind_int(q, list_parameter(i, j, name), value->number);
		}
	}
}

static void bind_scope(struct stmt *q, const struct list_request *request)
{
	bind_id_if_used(q, "me", request->me);
	bind_id_if_used(q, "person_id", request->query->person_id);
	bind_id_if_used(q, "pairing_id", request->query->pairing_id);
	bind_id_if_used(q, "programme_id", request->query->programme_id);
	if (stmt_has_parameter(q, "today"))
		stmt_bind_date(q, "today", request->today);
	bind_filter(q, request->filter);
}

static void bind_key(struct stmt *q, const struct list_request *request, enum list_part part, const char *from_value)
{
	bool down = list_walks_down(request);

	bool begins = part == LIST_FROM_END;
	int64_t number = down ? INT64_MAX : -INT64_MAX;
	const char *text = down ? AFTER_ALL_TEXT : "";

	bind_id_if_used(q, "from_id", begins ? number : request->query->from_id);
	if (!stmt_has_parameter(q, "from_value"))
		return;
	if (request->sort->numeric)
		stmt_bind_int(q, "from_value", begins ? number : strtoll(from_value, NULL, 10));
	else
		stmt_bind_text(q, "from_value", begins ? text : from_value);
}

/* Canonical text: of lengths and times of day SQLite has the minutes. */
static const char *cell_text(enum ch_type type, const char *text, struct ch_arena *arena)
{
	char shown[LENGTH_SIZE];

	if (text == NULL)
		return NULL;
	if (type == CH_TYPE_HOURS)
		text = length_hours(strtoll(text, NULL, 10), shown);
	else if (type == CH_TYPE_TIME)
		text = time_of_day_show(strtoll(text, NULL, 10), shown);
	return ch_arena_copy(arena, text);
}

static struct ch_row *next_row(struct reader *reader)
{
	if (reader->count == reader->room) {
		size_t room = reader->room > 0 ? 2 * reader->room : reader->most > 0 ? reader->most : 64;
		struct ch_row *rows = ch_arena_array(reader->arena, room, sizeof *rows);

		for (size_t i = 0; i < reader->count; i++)
			rows[i] = reader->rows[i];
		reader->rows = rows;
		reader->room = room;
	}
	return &reader->rows[reader->count++];
}

static void read_row(struct reader *reader, struct stmt *q)
{
	size_t columns = reader->request->info->column_count;
	struct ch_row *row = next_row(reader);

	row->id = stmt_id(q, "row_id");
	row->sort_value = stmt_copy(q, "sort_value", reader->arena);
	row->cells = ch_arena_array(reader->arena, columns, sizeof *row->cells);
	for (size_t i = 0; i < columns; i++)
		row->cells[i] = cell_text(reader->columns[i].type, stmt_column_text(q, (int)i + 2), reader->arena);
}

static enum ch_status read_part(struct reader *reader, enum list_part part, const char *from_value,
				struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status;
	bool row;

	list_compose_page(&sql, reader->request, part);
	struct stmt *q = stmt_new(reader->db, sql.text);
	if (stmt_has_parameter(q, "limit")) {
		bind_scope(q, reader->request);
		bind_key(q, reader->request, part, from_value);
		stmt_bind_int(q, "limit", reader->most > 0 ? (int64_t)(reader->most - reader->count) : -1);
	}
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		read_row(reader, q);
	stmt_free(q);
	ch_buffer_release(&sql);
	return status;
}

static enum ch_status find_sort_value(struct reader *reader, const char **value, struct ch_error *err)
{
	const struct list_request *request = reader->request;
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	bool row = false;

	list_compose_sort_value(&sql, request);
	struct stmt *q = stmt_new(reader->db, sql.text);
	bind_id_if_used(q, "from_id", request->query->from_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*value = stmt_copy(q, "sort_value", reader->arena);
	else if (status == CH_OK)
		status = ch_fail(err, CH_MISSING, _("the list cannot go on from no. %lld, which is no longer there"),
				 (long long)request->query->from_id);
	stmt_free(q);
	ch_buffer_release(&sql);
	return status;
}

static enum ch_status read_from(struct reader *reader, struct ch_error *err)
{
	const struct list_request *request = reader->request;
	const char *value = request->query->from_value;
	enum ch_status status = CH_OK;

	if (list_sorted_by_id(request))
		return read_part(reader, LIST_BEYOND, NULL, err);
	if (value == NULL)
		status = find_sort_value(reader, &value, err);
	if (status == CH_OK)
		status = read_part(reader, LIST_TIES, value, err);
	if (status == CH_OK && (reader->most == 0 || reader->count < reader->most))
		status = read_part(reader, LIST_BEYOND, value, err);
	return status;
}

static void reverse(struct ch_row *rows, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct ch_row row = rows[i];

		rows[i] = rows[count - 1 - i];
		rows[count - 1 - i] = row;
	}
}

enum ch_status list_fetch(struct db *db, const struct list_request *request, struct ch_arena *arena,
			  struct ch_grid *grid, struct ch_error *err)
{
	const struct ch_list_query *query = request->query;
	struct reader reader = {
		.db = db,
		.request = request,
		.arena = arena,
		.columns = list_columns(query->list),
		/* One more than wanted tells whether there are more. */
		.most = query->limit > 0 && query->limit < SIZE_MAX / 2 ? query->limit + !query->backward : 0,
	};
	enum ch_status status = list_functions(db, err);

	if (status == CH_OK)
		status = query->from_id == 0 ? read_part(&reader, LIST_FROM_END, NULL, err) : read_from(&reader, err);
	if (status != CH_OK)
		return status;
	*grid = (struct ch_grid){
		.title = _(request->info->title),
		.columns = reader.columns,
		.column_count = request->info->column_count,
		.rows = reader.rows,
		.row_count = reader.count,
		.more = query->backward && query->from_id != 0,
	};
	if (query->backward) {
		reverse(grid->rows, grid->row_count);
	} else if (query->limit > 0 && grid->row_count > query->limit) {
		grid->row_count = query->limit;
		grid->more = true;
	}
	return CH_OK;
}

/* Runs a statement for its first row; *value is what it gives there, 0 where it gives none. */
static enum ch_status one_number(struct stmt *q, const char *column, int64_t *value, struct ch_error *err)
{
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*value = status == CH_OK && row ? stmt_id(q, column) : 0;
	stmt_free(q);
	return status;
}

enum ch_status list_count(struct db *db, const struct list_request *request, int64_t *count, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status = list_functions(db, err);

	if (status != CH_OK)
		return status;
	list_compose_count(&sql, request);
	struct stmt *q = stmt_new(db, sql.text);
	bind_scope(q, request);
	status = one_number(q, "count", count, err);
	ch_buffer_release(&sql);
	return status;
}

enum ch_status list_place(struct db *db, const struct list_request *request, int64_t *count, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status = list_functions(db, err);

	if (status != CH_OK)
		return status;
	list_compose_place(&sql, request);
	struct stmt *q = stmt_new(db, sql.text);
	bind_scope(q, request);
	bind_key(q, request, LIST_TIES, request->query->from_value);
	status = one_number(q, "count", count, err);
	ch_buffer_release(&sql);
	return status;
}

enum ch_status list_tally(struct db *db, const struct list_request *request, struct ch_arena *arena,
			  struct ch_row **rows, size_t *count, struct ch_error *err)
{
	struct reader reader = {.db = db, .request = request, .arena = arena};
	enum ch_type type = list_columns(request->query->list)[request->sort - request->info->columns].type;
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status = list_functions(db, err);
	bool row;

	if (status != CH_OK)
		return status;
	list_compose_tally(&sql, request);
	struct stmt *q = stmt_new(db, sql.text);
	bind_scope(q, request);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		struct ch_row *next = next_row(&reader);

		next->id = (int64_t)reader.count;
		next->cells = ch_arena_array(arena, 2, sizeof *next->cells);
		next->cells[0] = cell_text(type, stmt_text(q, "value"), arena);
		next->cells[1] = stmt_copy(q, "count", arena);
	}
	stmt_free(q);
	ch_buffer_release(&sql);
	*rows = reader.rows;
	*count = reader.count;
	return status;
}

enum ch_status list_has(struct db *db, const struct list_info *info, int64_t id, bool own, int64_t me, bool *there,
			struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	int64_t found;

	list_compose_has(&sql, info, own);
	struct stmt *q = stmt_new(db, sql.text);
	bind_id_if_used(q, "id", id);
	bind_id_if_used(q, "me", me);
	enum ch_status status = one_number(q, "there", &found, err);
	*there = found != 0;
	ch_buffer_release(&sql);
	return status;
}
