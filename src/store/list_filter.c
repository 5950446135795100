/*
 * The conditions of a filter. A column stands with a "+" before it, so that no
 * index is chosen for it: most conditions let much through, and the list is
 * walked in its order until the page is full. The exception is a bound on the
 * very column the list is sorted by, which tells where the walk begins or ends.
 */
#include <inttypes.h>
#include <stdio.h>

#include "store/list_compose.h"

char *list_parameter(size_t term, size_t value, char out[LIST_PARAMETER_SIZE])
{
	snprintf(out, LIST_PARAMETER_SIZE, "f%u_%u", (unsigned)term, (unsigned)value);
	return out;
}

static const char *operator_of(enum list_match match)
{
	switch (match) {
	case LIST_LESS:
		return "<";
	case LIST_LESS_EQUAL:
		return "<=";
	case LIST_MORE:
		return ">";
	case LIST_MORE_EQUAL:
		return ">=";
	default:
		return "=";
	}
}

/*
 * A plain word. In their own scope people are searched by name alone: the keys hold what the other side need not
 * see.
 */
static void add_word(struct ch_buffer *sql, const struct list_request *request, const char *parameter)
{
	const struct list_info *info = request->info;
	const char *or = "";

	for (const char *const *alias = info->people; alias != NULL && *alias != NULL; alias++, or = " OR ") {
		if (request->own)
			ch_buffer_printf(sql, "%scontains(%s.name, :%s)", or, *alias, parameter);
		else
			ch_buffer_printf(sql, "%sinstr(%s.search_key, :%s) > 0", or, *alias, parameter);
	}
	for (const char *const *text = info->texts; text != NULL && *text != NULL; text++, or = " OR ")
		ch_buffer_printf(sql, "%scontains(%s, :%s)", or, *text, parameter);
}

static void add_value(struct ch_buffer *sql, const struct list_request *request, const struct list_term *term,
		      const char *parameter, bool by_index)
{
	const struct list_column *column = term->column;

	switch (term->match) {
	case LIST_WORD:
		add_word(sql, request, parameter);
		break;
	case LIST_CONTAINS:
		ch_buffer_printf(sql, "contains(%s, :%s)", column->select, parameter);
		break;
	case LIST_TERM:
		if (column->within != NULL)
			ch_buffer_printf(sql, "instr(%s, :%s) > 0 AND ", column->within, parameter);
		ch_buffer_printf(sql, "has_term(%s, :%s)", column->select, parameter);
		break;
	case LIST_CODE:
		ch_buffer_printf(sql, "instr('; ' || %s || '; ', '; ' || :%s || '; ') > 0", column->select, parameter);
		break;
	case LIST_NOT_KNOWN:
		ch_buffer_printf(sql, "(+%s) IS NULL", column->select);
		break;
	default:
		ch_buffer_printf(sql,
				 term->type == CH_TYPE_INSTANT ? "substr(%s, 1, 10) %s :%s"
				 : by_index		       ? "%s %s :%s"
							       : "(+%s) %s :%s",
				 column->select, operator_of(term->match), parameter);
		break;
	}
}

/* Whether the term bounds the order of the list itself. */
static bool bounds_order(const struct list_request *request, const struct list_term *term)
{
	return term->column != NULL && term->column == request->sort && term->column->sort != NULL &&
	       term->column->lead == NULL && !term->column->ranked &&
	       term->type != CH_TYPE_TEXT && term->match >= LIST_EQUAL && term->match != LIST_NOT_KNOWN &&
	       term->value_count == 1 && !term->negated;
}

static bool bounds_begin(const struct list_term *term, bool down)
{
	if (term->match == LIST_EQUAL)
		return true;
	bool less = term->match == LIST_LESS || term->match == LIST_LESS_EQUAL;
	return less == down;
}

bool list_filter_begins_walk(const struct list_request *request, bool down)
{
	for (size_t i = 0; i < request->filter->count; i++) {
		const struct list_term *term = &request->filter->terms[i];

		if (bounds_order(request, term) && bounds_begin(term, down))
			return true;
	}
	return false;
}

bool list_filter_fixes_order(const struct list_request *request)
{
	for (size_t i = 0; i < request->filter->count; i++) {
		const struct list_term *term = &request->filter->terms[i];

		if (bounds_order(request, term) && term->match == LIST_EQUAL)
			return true;
	}
	return false;
}

/*
 * Whether the columns may be looked up: where rows are only counted, and a bound on the list's order leaves few, an
 * index of state and day finds them.
 */
static bool counts_within_bounds(const struct list_request *request, enum list_part part)
{
	bool bound = false;

	for (size_t i = 0; part == LIST_NO_PAGE && i < request->filter->count; i++)
		bound |= bounds_order(request, &request->filter->terms[i]);
	return bound && !request->own && request->query->person_id == 0 && request->query->pairing_id == 0;
}

static void add_values(struct ch_buffer *sql, const struct list_request *request, size_t index, bool by_index)
{
	const struct list_term *term = &request->filter->terms[index];
	char parameter[LIST_PARAMETER_SIZE];

	for (size_t i = 0; i < term->value_count; i++) {
		ch_buffer_add(sql, i > 0 ? " OR " : "");
		add_value(sql, request, term, list_parameter(index, i, parameter), by_index);
	}
}

void list_compose_filter(struct ch_buffer *sql, const struct list_request *request, enum list_part part, bool down)
{
	bool by_index = counts_within_bounds(request, part);
	char parameter[LIST_PARAMETER_SIZE];

	for (size_t i = 0; i < request->filter->count; i++) {
		const struct list_term *term = &request->filter->terms[i];
		const char *self = request->own ? request->info->self : NULL;
		bool begins = term->match != LIST_EQUAL && bounds_begin(term, down);

		/* Further on the row that a page begins at is the closer bound. */
		if (bounds_order(request, term) && (part == LIST_FROM_END || part == LIST_NO_PAGE || !begins)) {
			ch_buffer_printf(sql, " AND %s %s :%s AND (+%s) IS NOT NULL", term->column->sort,
					 operator_of(term->match), list_parameter(i, 0, parameter),
					 term->column->select);
			continue;
		}
		ch_buffer_add(sql, term->negated ? " AND NOT ifnull((" : " AND (");
		if (self != NULL && term->column != NULL && !term->column->shared) {
			ch_buffer_printf(sql, "%s AND (", self);
			add_values(sql, request, i, by_index);
			ch_buffer_add(sql, ")");
		} else {
			add_values(sql, request, i, by_index);
		}
		ch_buffer_add(sql, term->negated ? "), 0)" : ")");
	}
}
