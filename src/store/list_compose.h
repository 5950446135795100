/* Putting the statements of lists together. For list*.c only. */
#ifndef STORE_LIST_COMPOSE_H
#define STORE_LIST_COMPOSE_H

#include <string.h>

#include "chiron/buffer.h"
#include "store/list.h"

/*
 * Pages go by key in two steps, each of which is one search of an index:
 * first the rest of the rows that sort as the one it begins at, by id, then
 * those beyond. A page that begins nowhere begins at a value before all others.
 */
enum list_part {
	LIST_FROM_END, /* :from_value is a sentinel; the id of a list sorted by id, too */
	LIST_TIES,     /* sort value = :from_value, id after :from_id */
	LIST_NO_PAGE,  /* all rows in any order, to be counted */
	LIST_BEYOND    /* sort value after :from_value; of a list sorted by id: id after :from_id */
};

/*
 * Columns row_id and sort_value, then the list's. Parameters beside those of the filter: :limit and, as they
 * apply, :from_value, :from_id, :me, :person_id, :pairing_id, :programme_id, :today.
 */
void list_compose_page(struct ch_buffer *sql, const struct list_request *request, enum list_part part);

/* The same as far as the sort value :until_value, this included. Not for LIST_TIES. */
void list_compose_stretch(struct ch_buffer *sql, const struct list_request *request, enum list_part part);

void list_compose_count(struct ch_buffer *sql, const struct list_request *request);

/* The count of the rows from the sort value :from_value to :until_value, both included. */
void list_compose_stretch_count(struct ch_buffer *sql, const struct list_request *request);

/* Column count: the rows before the row :from_id, whose sort value is :from_value, in list order. */
void list_compose_place(struct ch_buffer *sql, const struct list_request *request);

/* Columns value and count: how many rows for each value of the column that request->sort is here. */
void list_compose_tally(struct ch_buffer *sql, const struct list_request *request);

/* The sort_value of the row :from_id. */
void list_compose_sort_value(struct ch_buffer *sql, const struct list_request *request);

/* One row where the list has the row :id. */
void list_compose_has(struct ch_buffer *sql, const struct list_info *info, bool own);

/* Appends what the filter demands, each term with " AND " before it. `down`: the order the rows are walked in. */
void list_compose_filter(struct ch_buffer *sql, const struct list_request *request, enum list_part part, bool down);

/*
 * Whether the filter bounds the column the list is sorted by at the end where the walk begins, so that no
 * sentinel is needed.
 */
bool list_filter_begins_walk(const struct list_request *request, bool down);

/* Whether the filter leaves one value of the column the list is sorted by. */
bool list_filter_fixes_order(const struct list_request *request);

/* The name of the parameter of a value of the filter: "f2_0". */
enum { LIST_PARAMETER_SIZE = 24 };
char *list_parameter(size_t term, size_t value, char out[LIST_PARAMETER_SIZE]);

/*
 * Makes contains(text, key) known to the connection: whether the text, folded and without diacritics, has the
 * key. NULL for NULL.
 */
enum ch_status list_functions(struct db *db, struct ch_error *err);

static inline bool list_walks_down(const struct list_request *request)
{
	return request->descending != request->query->backward;
}

static inline bool list_sorted_by_id(const struct list_request *request)
{
	return strcmp(request->sort->sort, request->info->id) == 0;
}

#endif
