#include "chiron/list.h"

#include "base/excerpt.h"
#include "core/filter.h"
#include "core/look.h"
#include "core/may.h"
#include "core/scheme_private.h"

const struct ch_column *ch_list_columns(enum ch_list_id list, size_t *count, const char **sort)
{
	const struct list_info *info = list_info(list);

	*count = info->column_count;
	*sort = info->order;
	return list_columns(list);
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
	enum ch_status status = may(c, info->read, info->entity, 0, err);

	if (status != CH_OK)
		return status;
	*request = (struct list_request){
		.query = query,
		.info = info,
		.filter = filter,
		.own = !may_all(c, info->read),
		.me = c->actor.person_id,
		.today = ch_clock_today(&c->clock),
	};
	struct filter_context context = {
		.list = query->list,
		.today = request->today,
		.own = request->own,
		.arena = arena,
	};
	status = read_sort(&context, request, err);
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

enum ch_status ch_list_place(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, &arena, &filter, &request, err);

	if (status == CH_OK)
		status = look_begin(c, err);
	if (status == CH_OK)
		status = list_place(c->scheme->db, &request, count, err);
	look_end(c);
	ch_arena_release(&arena);
	return status;
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
static enum ch_status read_tallied(const struct ch_list_query *query, const char *key, struct list_request *request,
				   struct ch_arena *arena, struct ch_error *err)
{
	const struct filter_context context = {
		.list = query->list, .today = request->today, .own = request->own, .arena = arena};
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
		status = read_tallied(query, key, &request, arena, err);
	if (status != CH_OK)
		return status;
	struct ch_column *columns = ch_arena_array(arena, 2, sizeof *columns);
	columns[0] = list_columns(query->list)[request.sort - request.info->columns];
	columns[0].extra = false;
	columns[1] = (struct ch_column){
		.key = "count", .label = N_("Number"), .type = CH_TYPE_NUMBER, .width = 8};
	*grid = (struct ch_grid){.title = _(request.info->title), .columns = columns, .column_count = 2};
	return list_tally(c->scheme->db, &request, arena, &grid->rows, &grid->row_count, err);
}

enum ch_status ch_list_count(struct ch_context *c, const struct ch_list_query *query, int64_t *count,
			     struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct list_request request;
	struct list_filter filter;
	enum ch_status status = make_request(c, query, &arena, &filter, &request, err);

	if (status == CH_OK)
		status = look_begin(c, err);
	if (status == CH_OK)
		status = list_count(c->scheme->db, &request, count, err);
	look_end(c);
	ch_arena_release(&arena);
	return status;
}
