/* Fetching: binding what was composed, reading rows into the arena. How pages go is list_compose.h's first comment. */
#include "store/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/length.h"
#include "store/list_compose.h"
#include "store/list_words.h"
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

/* Steps through a statement that was bound; its rows are read. */
static enum ch_status read_rows(struct reader *reader, struct stmt *q, struct ch_error *err)
{
	enum ch_status status;
	bool row;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		read_row(reader, q);
	return status;
}

static enum ch_status read_part(struct reader *reader, enum list_part part, const char *from_value,
				struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status;

	list_compose_page(&sql, reader->request, part);
	struct stmt *q = stmt_new(reader->db, sql.text);
	if (stmt_has_parameter(q, "limit")) {
		bind_scope(q, reader->request);
		bind_key(q, reader->request, part, from_value);
		stmt_bind_int(q, "limit", reader->most > 0 ? (int64_t)(reader->most - reader->count) : -1);
	}
	status = read_rows(reader, q, err);
	stmt_free(q);
	ch_buffer_release(&sql);
	return status;
}

static bool is_full(const struct reader *reader)
{
	return reader->most > 0 && reader->count >= reader->most;
}

/* The statement for a stretch, bound but for where it begins and ends. */
static struct stmt *stretch_statement(struct reader *reader, enum list_part part)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	list_compose_stretch(&sql, reader->request, part);
	struct stmt *q = stmt_new(reader->db, sql.text);

	ch_buffer_release(&sql);
	bind_scope(q, reader->request);
	return q;
}

/* Those rows of a list in the order of names that may have the words, behind `value` (NULL: from its end on). */
static enum ch_status read_stretches(struct reader *reader, const struct list_words *words, const char *value,
				     struct ch_error *err)
{
	bool down = list_walks_down(reader->request);
	struct stmt *beyond = NULL, *from_end = NULL;
	struct word_stretch stretch = {.at = 0};
	enum ch_status status = CH_OK;

	while (status == CH_OK && !is_full(reader) &&
	       word_map_next(reader->db, words->choices, words->count, down, &stretch)) {
		const char *begin = down ? stretch.until : stretch.from, *end = down ? stretch.from : stretch.until;
		bool passed = value != NULL && (down ? strcmp(value, end) <= 0 : strcmp(value, end) >= 0);
		bool inside = value != NULL && (down ? strcmp(value, begin) <= 0 : strcmp(value, begin) >= 0);
		struct stmt **q = inside ? &beyond : &from_end;

		if (passed)
			continue;
		if (*q == NULL)
			*q = stretch_statement(reader, inside ? LIST_BEYOND : LIST_FROM_END);
		stmt_reset(*q);
		stmt_bind_text(*q, "from_value", inside ? value : begin);
		stmt_bind_text(*q, "until_value", end);
		stmt_bind_int(*q, "limit", reader->most > 0 ? (int64_t)(reader->most - reader->count) : -1);
		status = read_rows(reader, *q, err);
	}
	stmt_free(beyond);
	stmt_free(from_end);
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
	bind_id_if_used(q, "me", request->me);
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

/* `words` NULL: every row is looked at. */
static enum ch_status read_from(struct reader *reader, const struct list_words *words, struct ch_error *err)
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
	if (status != CH_OK || is_full(reader))
		return status;
	return words != NULL ? read_stretches(reader, words, value, err)
			     : read_part(reader, LIST_BEYOND, value, err);
}

static enum ch_status read_whole(struct reader *reader, const struct list_words *words, struct ch_error *err)
{
	reader->count = 0;
	if (reader->request->query->from_id != 0)
		return read_from(reader, words, err);
	return words != NULL ? read_stretches(reader, words, NULL, err)
			     : read_part(reader, LIST_FROM_END, NULL, err);
}

/* By the map of words where it helps, and again without it where others changed people meanwhile. */
static enum ch_status read_page(struct reader *reader, struct ch_error *err)
{
	struct list_words words;

	if (list_words_of_names(reader->request, &words) && word_map_applies(reader->db)) {
		enum ch_status status = read_whole(reader, &words, err);

		if (status != CH_OK || word_map_applies(reader->db))
			return status;
	}
	return read_whole(reader, NULL, err);
}

static void reverse(struct ch_row *rows, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct ch_row row = rows[i];

		rows[i] = rows[count - 1 - i];
		rows[count - 1 - i] = row;
	}
}

enum ch_status list_fetch(struct db *db, const struct list_request *asked, struct ch_arena *arena,
			  struct ch_grid *grid, struct ch_error *err)
{
	const struct ch_list_query *query = asked->query;
	struct list_request request = *asked;
	struct reader reader = {
		.db = db,
		.request = &request,
		.arena = arena,
		.columns = asked->faces,
		/* One more than wanted tells whether there are more. */
		.most = query->limit > 0 && query->limit < SIZE_MAX / 2 ? query->limit + !query->backward : 0,
	};
	enum ch_status status = list_functions(db, err);

	if (status == CH_OK)
		status = list_narrow_to_few(db, &request, arena, err);
	if (status == CH_OK)
		status = read_page(&reader, err);
	if (status != CH_OK)
		return status;
	*grid = (struct ch_grid){
		.title = _(request.info->title),
		.columns = reader.columns,
		.column_count = request.info->column_count,
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

static enum ch_status count_all(struct db *db, const struct list_request *request, int64_t *count,
				struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	list_compose_count(&sql, request);
	struct stmt *q = stmt_new(db, sql.text);

	ch_buffer_release(&sql);
	bind_scope(q, request);
	return one_number(q, "count", count, err);
}

static enum ch_status count_stretches(struct db *db, const struct list_request *request,
				      const struct list_words *words, int64_t *count, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	struct word_stretch stretch = {.at = 0};
	enum ch_status status = CH_OK;
	bool row;

	list_compose_stretch_count(&sql, request);
	struct stmt *q = stmt_new(db, sql.text);

	ch_buffer_release(&sql);
	bind_scope(q, request);
	*count = 0;
	while (status == CH_OK && word_map_next(db, words->choices, words->count, false, &stretch)) {
		stmt_reset(q);
		stmt_bind_text(q, "from_value", stretch.from);
		stmt_bind_text(q, "until_value", stretch.until);
		status = stmt_step(q, &row, err);
		if (status == CH_OK && row)
			*count += stmt_id(q, "count");
	}
	stmt_free(q);
	return status;
}

enum ch_status list_count(struct db *db, const struct list_request *asked, int64_t *count, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct list_request request = *asked;
	struct list_words words;
	enum ch_status status = list_functions(db, err);
	bool counted = false;

	if (status == CH_OK)
		status = list_narrow_to_few(db, &request, &arena, err);
	if (status == CH_OK && list_words_of_names(&request, &words) && word_map_applies(db)) {
		status = count_stretches(db, &request, &words, count, err);
		counted = word_map_applies(db);
	}
	if (status == CH_OK && !counted)
		status = count_all(db, &request, count, err);
	ch_arena_release(&arena);
	return status;
}

enum ch_status list_place(struct db *db, const struct list_request *asked, int64_t *count, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	struct list_request request = *asked;
	enum ch_status status = list_functions(db, err);

	if (status == CH_OK)
		status = list_narrow_to_few(db, &request, &arena, err);
	if (status == CH_OK) {
		list_compose_place(&sql, &request);
		struct stmt *q = stmt_new(db, sql.text);

		bind_scope(q, &request);
		bind_key(q, &request, LIST_TIES, request.query->from_value);
		status = one_number(q, "count", count, err);
	}
	ch_buffer_release(&sql);
	ch_arena_release(&arena);
	return status;
}

enum ch_status list_prepare(struct db *db, const struct list_info *info, struct ch_error *err)
{
	return list_searches_people(info) ? word_map_build(db, err) : CH_OK;
}

enum ch_status list_tally(struct db *db, const struct list_request *request, struct ch_arena *arena,
			  struct ch_row **rows, size_t *count, struct ch_error *err)
{
	struct reader reader = {.db = db, .request = request, .arena = arena};
	enum ch_type type = request->faces[request->sort - request->info->columns].type;
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
