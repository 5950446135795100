/*
 * FROM is written with CROSS JOIN, by which SQLite keeps the order of the
 * tables: the list's own table is walked in its order, or, where the list is
 * sorted by the name of a person, that person's. What narrows a list to few
 * rows (a pairing, a person) is left to its own index instead, and sorted.
 */
#include "store/list_compose.h"

#include <ctype.h>
#include <string.h>

static bool narrowed(const struct list_request *request)
{
	return request->own || request->query->pairing_id != 0 || request->query->person_id != 0 ||
	       request->people != NULL;
}

/* Whether the text has "alias." as a name of its own. */
static bool mentions(const char *text, const char *alias)
{
	size_t length = strlen(alias);

	for (const char *at = strstr(text, alias); at != NULL; at = strstr(at + 1, alias)) {
		bool begins = at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '_' || at[-1] == '.');

		if (begins && at[length] == '.')
			return true;
	}
	return false;
}

/* Which tables are needed for what `text` mentions; bit 0 is the list's own. */
static unsigned tables_for(const struct list_info *info, const char *text)
{
	unsigned needed = 1;

	for (size_t i = info->table_count; i-- > 1;) {
		const struct list_table *table = &info->tables[i];
		bool wanted = mentions(text, table->alias);

		for (size_t j = i + 1; !wanted && j < info->table_count; j++)
			wanted = (needed & 1U << j) != 0 && info->tables[j].needs != NULL &&
				 strcmp(info->tables[j].needs, table->alias) == 0;
		if (wanted)
			needed |= 1U << i;
	}
	return needed;
}

static const struct list_table *table_named(const struct list_info *info, const char *alias)
{
	for (size_t i = 1; alias != NULL && i < info->table_count; i++)
		if (strcmp(info->tables[i].alias, alias) == 0)
			return &info->tables[i];
	return NULL;
}

static void add_from(struct ch_buffer *sql, const struct list_info *info, unsigned needed,
		     const struct list_table *lead)
{
	const struct list_table *own = &info->tables[0];

	if (lead != NULL)
		ch_buffer_printf(sql, " FROM %s AS %s CROSS JOIN %s AS %s ON %s", lead->table, lead->alias, own->table,
				 own->alias, lead->on);
	else
		ch_buffer_printf(sql, " FROM %s AS %s", own->table, own->alias);
	for (size_t i = 1; i < info->table_count; i++) {
		const struct list_table *table = &info->tables[i];

		if (table == lead || (needed & 1U << i) == 0)
			continue;
		ch_buffer_printf(sql, " %s JOIN %s AS %s ON %s", table->optional ? "LEFT" : "CROSS", table->table,
				 table->alias, table->on);
	}
}

/* Appends the fragment with `person` in the place of each "@". */
static void add_condition(struct ch_buffer *sql, const char *fragment, const char *person)
{
	ch_buffer_add(sql, " AND ");
	for (; *fragment != '\0'; fragment++) {
		if (*fragment == '@')
			ch_buffer_add(sql, person);
		else
			ch_buffer_add_char(sql, *fragment);
	}
}

static void add_own(struct ch_buffer *sql, const struct list_info *info)
{
	add_condition(sql, info->of_me != NULL ? info->of_me : info->of_person, ":me");
}

static void add_scope(struct ch_buffer *sql, const struct list_request *request)
{
	const struct ch_list_query *query = request->query;
	const struct list_info *info = request->info;

	if (request->own)
		add_own(sql, info);
	if (query->person_id != 0)
		add_condition(sql, info->of_person, ":person_id");
	if (query->pairing_id != 0)
		add_condition(sql, info->of_pairing, NULL);
	if (query->programme_id != 0)
		add_condition(sql, info->of_programme, NULL);
	if (request->people != NULL)
		ch_buffer_printf(sql,
				 " AND %s.pairing_id IN (SELECT pairing_id FROM pairing WHERE guide_id IN (%s)"
				 " UNION ALL SELECT pairing_id FROM pairing WHERE learner_id IN (%s))",
				 info->tables[0].alias, request->people, request->people);
}

static void add_key(struct ch_buffer *sql, const struct list_request *request, enum list_part part, bool down)
{
	const char *sort = request->sort->sort, *id = request->info->id;

	if (part == LIST_FROM_END && list_filter_begins_walk(request, down))
		return;
	if (list_sorted_by_id(request))
		ch_buffer_printf(sql, " AND %s %s :from_id", id, down ? "<" : ">");
	else if (part == LIST_TIES)
		ch_buffer_printf(sql, " AND %s = :from_value AND %s %s :from_id", sort, id, down ? "<" : ">");
	else
		ch_buffer_printf(sql, " AND %s %s%s :from_value", sort, down ? "<" : ">",
				 part == LIST_FROM_END ? "=" : "");
}

/*
 * What the actor may see of a column: in their own scope nothing of class coordinator, and of others only what
 * is shared.
 */
static void add_cells(struct ch_buffer *sql, const struct list_request *request)
{
	const struct list_info *info = request->info;

	for (size_t i = 0; i < info->column_count; i++) {
		const struct list_column *column = &info->columns[i];

		if (request->own && list_column_access(column) != CH_CLASS_FACT)
			ch_buffer_add(sql, ", NULL");
		else if (request->own && info->self != NULL && !column->shared)
			ch_buffer_printf(sql, ", iif(%s, %s, NULL)", info->self, column->select);
		else
			ch_buffer_printf(sql, ", %s", column->select);
	}
}

static void compose_page(struct ch_buffer *sql, const struct list_request *request, enum list_part part, bool stretch)
{
	const struct list_info *info = request->info;
	const struct list_table *lead = narrowed(request) ? NULL : table_named(info, request->sort->lead);
	bool down = list_walks_down(request);
	const char *way = down ? " DESC" : "";

	ch_buffer_printf(sql, "SELECT %s AS row_id, %s AS sort_value", info->id, request->sort->sort);
	add_cells(sql, request);
	add_from(sql, info, ~0U, lead);
	ch_buffer_add(sql, " WHERE 1");
	add_scope(sql, request);
	add_key(sql, request, part, down);
	if (stretch)
		ch_buffer_printf(sql, " AND %s %s :until_value", request->sort->sort, down ? ">=" : "<=");
	list_compose_filter(sql, request, part, down);
	/* Where there is but one sort value SQLite would not see that it is one, if it is an expression, and sort. */
	if (part == LIST_TIES || list_sorted_by_id(request) || list_filter_fixes_order(request))
		ch_buffer_printf(sql, " ORDER BY %s%s LIMIT :limit", info->id, way);
	else
		ch_buffer_printf(sql, " ORDER BY %s%s, %s%s LIMIT :limit", request->sort->sort, way, info->id, way);
}

void list_compose_page(struct ch_buffer *sql, const struct list_request *request, enum list_part part)
{
	compose_page(sql, request, part, false);
}

void list_compose_stretch(struct ch_buffer *sql, const struct list_request *request, enum list_part part)
{
	compose_page(sql, request, part, true);
}

static void compose_count(struct ch_buffer *sql, const struct list_request *request, bool stretch)
{
	struct ch_buffer where = CH_BUFFER_EMPTY;

	add_scope(&where, request);
	if (stretch)
		ch_buffer_printf(&where, " AND %s >= :from_value AND %s <= :until_value", request->sort->sort,
				 request->sort->sort);
	list_compose_filter(&where, request, stretch ? LIST_TIES : LIST_NO_PAGE, false);
	/* count(*) of all is a single step of SQLite's machine, in which nobody can stop it: the keys would wait. */
	ch_buffer_printf(sql, "SELECT count(%s) AS count", where.length > 0 ? "*" : "1");
	add_from(sql, request->info, tables_for(request->info, where.text), NULL);
	if (where.length > 0) /* a condition that is always true would lead SQLite to look at the rows */
		ch_buffer_printf(sql, " WHERE 1%s", where.text);
	ch_buffer_release(&where);
}

void list_compose_count(struct ch_buffer *sql, const struct list_request *request)
{
	compose_count(sql, request, false);
}

void list_compose_stretch_count(struct ch_buffer *sql, const struct list_request *request)
{
	compose_count(sql, request, true);
}

void list_compose_place(struct ch_buffer *sql, const struct list_request *request)
{
	const char *sort = request->sort->sort, *id = request->info->id, *sign = request->descending ? ">" : "<";
	struct ch_buffer where = CH_BUFFER_EMPTY;

	add_scope(&where, request);
	list_compose_filter(&where, request, LIST_TIES, false);
	if (list_sorted_by_id(request))
		ch_buffer_printf(&where, " AND %s %s :from_id", id, sign);
	else
		ch_buffer_printf(&where, " AND %s %s= :from_value AND (%s %s :from_value OR %s %s :from_id)", sort,
				 sign, sort, sign, id, sign);
	ch_buffer_add(sql, "SELECT count(*) AS count");
	add_from(sql, request->info, tables_for(request->info, where.text), NULL);
	ch_buffer_printf(sql, " WHERE 1%s", where.text);
	ch_buffer_release(&where);
}

void list_compose_tally(struct ch_buffer *sql, const struct list_request *request)
{
	const char *select = request->sort->select;
	struct ch_buffer where = CH_BUFFER_EMPTY;

	add_scope(&where, request);
	list_compose_filter(&where, request, LIST_NO_PAGE, false);
	ch_buffer_printf(sql, "SELECT %s AS value, count(*) AS count", select);
	add_from(sql, request->info, tables_for(request->info, where.text) | tables_for(request->info, select), NULL);
	ch_buffer_printf(sql, " WHERE 1%s GROUP BY 1 ORDER BY 1", where.text);
	ch_buffer_release(&where);
}

void list_compose_sort_value(struct ch_buffer *sql, const struct list_request *request)
{
	const struct list_info *info = request->info;

	ch_buffer_printf(sql, "SELECT %s AS sort_value", request->sort->sort);
	add_from(sql, info, tables_for(info, request->sort->sort), NULL);
	ch_buffer_printf(sql, " WHERE %s = :from_id", info->id);
}

void list_compose_has(struct ch_buffer *sql, const struct list_info *info, bool own)
{
	ch_buffer_add(sql, "SELECT 1 AS there");
	add_from(sql, info, 1, NULL);
	ch_buffer_printf(sql, " WHERE %s = :id", info->id);
	if (own)
		add_own(sql, info);
}
