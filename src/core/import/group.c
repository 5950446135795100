/* Issues that say the same of several rows, put together by sorting; groups keep the order in which they arose. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/exchange.h"

enum { ROWS_SAID = 8 };

/* NULL and "" are alike. */
static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_saying(const struct ch_import_issue *a, const struct ch_import_issue *b)
{
	int order = (int)b->rejected - (int)a->rejected;

	if (order == 0)
		order = (int)b->held_back - (int)a->held_back;
	if (order == 0)
		order = strcmp(a->reason, b->reason);
	if (order == 0)
		order = compare_texts(a->column, b->column);
	if (order == 0)
		order = compare_texts(a->value, b->value);
	if (order == 0)
		order = compare_texts(a->message, b->message);
	return order;
}

/* Issues of one result stand one after the other in memory, in the order in which they arose. */
static int compare_issues(const void *left, const void *right)
{
	const struct ch_import_issue *a = *(const struct ch_import_issue *const *)left;
	const struct ch_import_issue *b = *(const struct ch_import_issue *const *)right;
	int order = compare_saying(a, b);

	return order != 0 ? order : (a > b) - (a < b);
}

static int compare_groups(const void *left, const void *right)
{
	const struct ch_import_group *a = left, *b = right;

	if (a->first->rejected != b->first->rejected)
		return (int)b->first->rejected - (int)a->first->rejected;
	if (a->first->held_back != b->first->held_back)
		return (int)b->first->held_back - (int)a->first->held_back;
	if (a->cause != b->cause)
		return a->cause > b->cause ? 1 : -1;
	return (a->first > b->first) - (a->first < b->first);
}

/* The first issue of the same cause, for each group: what the groups are sorted by. */
static void find_causes(struct ch_import_group *groups, size_t count)
{
	for (size_t i = 0, j; i < count; i = j) {
		const struct ch_import_issue *cause = groups[i].first;

		for (j = i; j < count && groups[j].first->rejected == groups[i].first->rejected &&
			    strcmp(groups[j].first->reason, groups[i].first->reason) == 0;
		     j++)
			cause = groups[j].first < cause ? groups[j].first : cause;
		for (size_t k = i; k < j; k++)
			groups[k].cause = cause;
	}
}

size_t ch_import_groups(const struct ch_import_result *result, struct ch_arena *arena, struct ch_import_group **groups)
{
	const struct ch_import_issue **sorted = ch_arena_array(arena, result->issue_count, sizeof(*sorted));
	size_t count = 0;

	*groups = ch_arena_array(arena, result->issue_count, sizeof(**groups));
	for (size_t i = 0; i < result->issue_count; i++)
		sorted[i] = &result->issues[i];
	if (result->issue_count == 0)
		return 0;
	qsort(sorted, result->issue_count, sizeof(*sorted), compare_issues);
	for (size_t i = 0; i < result->issue_count; i++) {
		if (i == 0 || compare_saying(sorted[i - 1], sorted[i]) != 0)
			(*groups)[count++] =
				(struct ch_import_group){.first = sorted[i], .issues = sorted + i, .count = 0};
		(*groups)[count - 1].count++;
	}
	find_causes(*groups, count);
	qsort(*groups, count, sizeof(**groups), compare_groups);
	return count;
}

void ch_import_group_rows(struct ch_buffer *out, const struct ch_import_group *group)
{
	for (size_t i = 0; i < group->count && i < ROWS_SAID; i++)
		ch_buffer_printf(out, "%s%" PRId64, i > 0 ? ", " : "", group->issues[i]->row);
	if (group->count > ROWS_SAID)
		ch_buffer_printf(out, _(" and %zu more"), group->count - ROWS_SAID);
}

void ch_import_group_sentence(struct ch_buffer *out, const char *where, const struct ch_import_group *group)
{
	struct ch_buffer place = CH_BUFFER_EMPTY;
	struct ch_import_issue issue = *group->first;

	if (group->count > 1) {
		ch_buffer_printf(&place, _("%s rows "), where);
		ch_import_group_rows(&place, group);
		issue.row = issue.line = 0;
	}
	ch_import_issue_sentence(out, group->count > 1 ? place.text : where, &issue);
	ch_buffer_release(&place);
}
