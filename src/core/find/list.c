#include "chiron/list.h"

#include <string.h>

#include "base/excerpt.h"
#include "core/custom_field.h"
#include "core/find/filter.h"
#include "core/look.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "model/custom_field.h"

/* ---- Columns of the scheme's own ---- */

/*
 * A custom field as a column. Its values stand in the row's JSON and have no index: a list sorted by one is sorted as
 * it is read. Its key is letters, digits and "_", as custom_key() makes it, and so safe to compose. Of others whoever
 * sees only their own has no value, nor its place in an order.
 */
static struct list_column own_column(const struct list_info *info, const struct ch_custom_field *field, bool all,
				     struct ch_arena *arena)
{
	const struct ch_field row = custom_field_row(field, 0, arena);
	const char *value = ch_arena_printf(arena, "(%s.custom_values ->> '%s')", info->tables[0].alias, row.key);

	if (!all && info->self != NULL)
		value = ch_arena_printf(arena, "iif(%s, %s, NULL)", info->self, value);
	struct list_column column = {.key = row.key,
				     .label = row.label,
				     .type = row.type,
				     .access = row.access,
				     .choices = row.choices,
				     .width = row.width,
				     .select = value,
				     .sort = ch_arena_printf(arena, "ifnull(%s, '')", value),
				     .extra = true};

	if (row.type == CH_TYPE_TEXT)
		column.sort = ch_arena_printf(arena, "lower(ifnull(%s, ''))", value);
	if (row.type != CH_TYPE_NUMBER)
		return column;
	column.select = ch_arena_printf(arena, "CAST(%s AS INTEGER)", value);
	column.sort = ch_arena_printf(arena, "ifnull(%s, -9223372036854775807)", column.select);
	column.numeric = true;
	return column;
}

/* The list as this scheme has it, with columns for the fields of its own that the actor may know of (R79). */
struct shape {
	const struct list_info *info;
	const struct ch_column *faces;
};

static enum ch_status widen(struct ch_context *c, enum ch_list_id list, struct ch_arena *arena, struct shape *shape,
			    struct ch_error *err)
{
	struct custom_fields fields;

	*shape = (struct shape){.info = list_info(list), .faces = list_columns(list)};
	TRY(custom_fields_readable(c, shape->info->entity, arena, &fields, err));
	if (fields.count == 0)
		return CH_OK;
	size_t own = shape->info->column_count, count = own + fields.count;
	struct list_info *info = ch_arena_alloc(arena, sizeof(*info));
	struct list_column *columns = ch_arena_array(arena, count, sizeof(*columns));
	struct ch_column *faces = ch_arena_array(arena, count, sizeof(*faces));

	*info = *shape->info;
	memcpy(columns, info->columns, own * sizeof(*columns));
	memcpy(faces, shape->faces, own * sizeof(*faces));
	for (size_t i = 0; i < fields.count; i++) {
		columns[own + i] = own_column(info, &fields.list[i], may_all(c, info->read), arena);
		faces[own + i] = list_column_face(&columns[own + i]);
	}
	info->columns = columns;
	info->column_count = count;
	*shape = (struct shape){.info = info, .faces = faces};
	return CH_OK;
}

const struct ch_column *ch_list_columns(struct ch_context *c, enum ch_list_id list, struct ch_arena *arena,
					size_t *count, const char **sort)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct shape shape;

	if (c == NULL || widen(c, list, arena, &shape, &ignored) != CH_OK)
		shape = (struct shape){.info = list_info(list), .faces = list_columns(list)};
	*count = shape.info->column_count;
	*sort = shape.info->order;
	return shape.faces;
}

const char *ch_list_name(enum ch_list_id list)
{
	return list_info(list)->name;
}

static enum ch_status read_sort(const struct filter_context *context, struct list_request *request,
				struct ch_error *err)
{
	const char *sort = request->query->sort != NULL ? request->query->sort : request->info->order;
	struct ch_buffer columns = CH_BUFFER_EMPTY;
	char given[EXCERPT_SIZE];

	request->descending = *sort == '-';
	request->sort = list_column_named(request->info, sort + request->descending);
	if (request->sort != NULL && request->sort->sort != NULL)
		return CH_OK;
	filter_columns(context, true, &columns);
	ch_fail(err, CH_USAGE, _("%s cannot be sorted by \"%s\", only by %s"), request->info->name,
		excerpt_of(sort + request->descending, given), columns.text);
	ch_buffer_release(&columns);
	return ch_error_fix(err, _("a \"-\" before the name sorts the other way round"));
}

static enum ch_status check_narrowing(const struct list_request *request, struct ch_error *err)
{
	const struct ch_list_query *query = request->query;
	const struct list_info *info = request->info;
	const char *what = NULL;

	if (query->pairing_id != 0 && info->of_pairing == NULL)
		what = _("a pairing");
	else if (query->person_id != 0 && info->of_person == NULL)
		what = _("a person");
	else if (query->programme_id != 0 && info->of_programme == NULL)
		what = _("a programme");
	if (what == NULL)
		return CH_OK;
	return ch_fail(err, CH_USAGE, _("%s cannot be narrowed to those of %s"), info->name, what);
}

/* Passes the gate and reads the filter and the order; *request points into the other arguments. */
static enum ch_status make_request(struct ch_context *c, const struct ch_list_query *query, struct ch_arena *arena,
				   struct list_filter *filter, struct list_request *request, struct ch_error *err)
{
	const struct list_info *info = list_info(query->list);
	struct shape shape;

	TRY(may(c, info->read, info->entity, 0, err));
	TRY(widen(c, query->list, arena, &shape, err));
	*request = (struct list_request){
		.query = query,
		.info = shape.info,
		.faces = shape.faces,
		.filter = filter,
		.own = !may_all(c, info->read),
		.me = c->actor.person_id,
		.today = ch_clock_today(&c->clock),
	};
	struct filter_context context = {
		.info = request->info,
		.faces = request->faces,
		.today = request->today,
		.own = request->own,
		.arena = arena,
	};
	enum ch_status status = read_sort(&context, request, err);

	if (status == CH_OK)
		status = check_narrowing(request, err);
	if (status == CH_OK)
		status = filter_parse(&context, query->filter, filter, err);
	return status;
}

enum ch_status ch_list_check(struct ch_context *c, const struct ch_list_query *query, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, &arena, &filter, &request, err);

	ch_arena_release(&arena);
	return status;
}

static enum ch_status ask_number(struct ch_context *c, const struct ch_list_query *query,
				 enum ch_status (*ask)(struct db *db, const struct list_request *request,
						       int64_t *count, struct ch_error *err),
				 int64_t *count, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, &arena, &filter, &request, err);

	if (status == CH_OK)
		status = look_begin(c, err);
	if (status == CH_OK)
		status = ask(c->scheme->db, &request, count, err);
	look_end(c);
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_list_place(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err)
{
	return ask_number(c, query, list_place, count, err);
}

enum ch_status ch_list_fetch(struct ch_context *c, const struct ch_list_query *query, struct ch_arena *arena,
			     struct ch_grid *grid, struct ch_error *err)
{
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, arena, &filter, &request, err);

	if (status == CH_OK)
		status = look_begin(c, err);
	if (status == CH_OK)
		status = list_fetch(c->scheme->db, &request, arena, grid, err);
	look_end(c);
	return status;
}

enum ch_status ch_list_prepare(struct ch_context *c, enum ch_list_id list, struct ch_error *err)
{
	enum ch_status status = may(c, list_info(list)->read, list_info(list)->entity, 0, err);

	if (status == CH_OK && may_all(c, list_info(list)->read))
		status = look_begin(c, err);
	else
		return status;
	if (status == CH_OK)
		status = list_prepare(c->scheme->db, list_info(list), err);
	look_end(c);
	return status;
}

/* The column of a tally: what the actor may not see of every row is not counted either. */
static enum ch_status read_tallied(const char *key, struct list_request *request, struct ch_arena *arena,
				   struct ch_error *err)
{
	const struct filter_context context = {.info = request->info,
					       .faces = request->faces,
					       .today = request->today,
					       .own = request->own,
					       .arena = arena};
	const struct list_column *column = list_column_named(request->info, key);
	struct ch_buffer columns = CH_BUFFER_EMPTY;
	char given[EXCERPT_SIZE];

	request->sort = column;
	if (column != NULL && (!request->own || (list_column_access(column) == CH_CLASS_FACT &&
						  (request->info->self == NULL || column->shared))))
		return CH_OK;
	filter_columns(&context, false, &columns);
	ch_fail(err, CH_USAGE, _("%s cannot be counted by \"%s\", only by %s"), request->info->name,
		excerpt_of(key, given), columns.text);
	ch_buffer_release(&columns);
	return err->status;
}

enum ch_status ch_list_tally(struct ch_context *c, const struct ch_list_query *query, const char *key,
			     struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err)
{
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, arena, &filter, &request, err);

	if (status == CH_OK)
		status = read_tallied(key, &request, arena, err);
	if (status != CH_OK)
		return status;
	struct ch_column *columns = ch_arena_array(arena, 2, sizeof *columns);
	columns[0] = request.faces[request.sort - request.info->columns];
	columns[0].extra = false;
	columns[1] = (struct ch_column){
		.key = "count", .label = N_("Number"), .type = CH_TYPE_NUMBER, .width = 8};
	*grid = (struct ch_grid){.title = _(request.info->title), .columns = columns, .column_count = 2};
	return list_tally(c->scheme->db, &request, arena, &grid->rows, &grid->row_count, err);
}

enum ch_status ch_list_count(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err)
{
	return ask_number(c, query, list_count, count, err);
}
