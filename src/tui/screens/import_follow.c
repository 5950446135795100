/* Where the focus of a look ahead goes when the file was read anew. */
#include <string.h>

#include "tui/screens/import_facts.h"

static bool is_same(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Whether the group is of that problem of the column: with the same cell, or with another in the same row. */
static bool is_still(const struct ch_import_group *group, const struct ch_import_group *before, bool same_cell)
{
	if (!is_same(group->first->column, before->first->column))
		return false;
	if (same_cell)
		return is_same(group->first->reason, before->first->reason) &&
		       is_same(group->first->value, before->first->value) &&
		       (before->first->value != NULL || group->first->row == before->first->row);
	for (size_t i = 0; i < group->count; i++)
		if (group->issues[i]->row == before->first->row)
			return true;
	return false;
}

/* The group that the former is now; found->group_count: none. */
static size_t group_of(const struct import_found *found, const struct ch_import_group *before)
{
	for (int same_cell = 1; same_cell >= 0; same_cell--)
		for (size_t i = 0; i < found->group_count; i++)
			if (is_still(&found->groups[i], before, same_cell > 0))
				return i;
	return found->group_count;
}

static void follow_group(struct fact_list *facts, size_t index, const struct ch_import_group *before, size_t count,
			 const struct import_found *found)
{
	size_t now = found->group_count;

	for (size_t i = index; i < count && now == found->group_count; i++)
		now = group_of(found, &before[i]);
	for (size_t i = index; i-- > 0 && now == found->group_count;)
		now = group_of(found, &before[i]);
	if (now < found->group_count)
		import_facts_go_to(facts, ABOUT_GROUP, now);
	else
		import_facts_go_to(facts, ABOUT_STATE, 0);
}

const char *import_facts_still(const struct ch_import_group *groups, size_t count, const char *reason)
{
	for (size_t i = 0; reason != NULL && i < count; i++)
		if (strcmp(groups[i].first->reason, reason) == 0)
			return groups[i].first->reason;
	return NULL;
}

void import_facts_follow(struct fact_list *facts, enum import_about what, size_t index,
			 const struct ch_import_group *before, size_t count, const struct import_found *found)
{
	if (what == ABOUT_GROUP && index < count)
		follow_group(facts, index, before, count, found);
	else if (what == ABOUT_MENDS || what == ABOUT_MEMORY)
		import_facts_go_to(facts, ABOUT_STATE, 0);
	else if (what != ABOUT_NOTHING && what != ABOUT_FIRST_ROW)
		import_facts_go_to(facts, what, index);
}
