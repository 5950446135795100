#include "core/import/people_namesake.h"

#include <stdio.h>

#include "core/import/column_meaning.h"

/* What is said of the two: of whom was here before the person is named, of the list the row. */
static const char *message(const struct import_issue *issue, bool phone, struct ch_arena *arena)
{
	const char *name = issue->other_name;
	char who[64];

	snprintf(who, sizeof who, issue->other_row != 0 ? _("row %lld") : _("person %lld"),
		 (long long)(issue->other_row != 0 ? issue->other_row : issue->person_id));
	switch (issue->reason) {
	case IMPORT_NEAR_NAME:
		return issue->other_row != 0 ? ch_arena_printf(arena, _("is much like %s in %s"), name, who)
					     : ch_arena_printf(arena, _("is much like %s, %s"), name, who);
	case IMPORT_SHARED_PHONE:
		return issue->other_row != 0 ? ch_arena_printf(arena, _("has the phone number of %s in %s"), name, who)
					     : ch_arena_printf(arena, _("has the phone number of %s, %s"), name, who);
	default:
		if (phone)
			return ch_arena_printf(arena, _("has the name and the phone number of %s"), who);
		return issue->other_row != 0 ? ch_arena_printf(arena, _("is also the name in %s"), who)
					     : ch_arena_printf(arena, _("is also the name of %s"), who);
	}
}

/* Who may be the same person, by their name or by their phone; 0: nobody. */
static enum ch_status find(struct people_import *people, const struct person_row *row, const struct ch_person *person,
			   struct import_issue *issue, int64_t *other, int64_t *phone, struct ch_error *err)
{
	const struct near_name *near;

	*phone = people_known_phone(&people->known, &row->hashes, person->person_id);
	TRY(people_known_namesake(&people->known, person, row->hashes.sort_name, other, err));
	if (*other != 0)
		return CH_OK;
	near = people_known_near(&people->known, &row->hashes);
	issue->reason = near != NULL ? IMPORT_NEAR_NAME : IMPORT_SHARED_PHONE;
	issue->other_name = near != NULL ? near->name : NULL;
	*other = near != NULL ? near->id : *phone;
	return CH_OK;
}

static void complete(const struct people_import *people, struct import_issue *issue, int64_t other, bool phone,
		     struct ch_arena *arena)
{
	if (issue->other_name == NULL)
		issue->other_name = people_known_name(&people->known, other);
	if (issue->other_name == NULL)
		issue->other_name = issue->value;
	issue->other_row = people_known_row(&people->known, other);
	issue->person_id = issue->other_row == 0 ? other : 0;
	issue->message = message(issue, phone, arena);
	issue->column = import_columns_heading(people->columns, "name");
	issue->fix = ch_arena_printf(arena,
				     _("they are two people unless you say otherwise" CH_WAY
				       "; if they are one, --mend '%lld:%s=%s%lld' says so" CH_KEY ": " KEY_(OPEN)),
				     (long long)issue->row, CH_IMPORT_MEND_PERSON,
				     issue->other_row != 0 ? CH_IMPORT_MEND_ROW : "",
				     (long long)(issue->other_row != 0 ? issue->other_row : issue->person_id));
}

enum ch_status people_namesake_tell(struct people_import *people, const struct person_row *row,
				    const struct ch_person *person, struct ch_arena *arena, struct ch_error *err)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = "name",
				     .value = person->name,
				     .reason = IMPORT_SAME_NAME};

	int64_t other, phone;

	if (row->is_new)
		return CH_OK;
	TRY(find(people, row, person, &issue, &other, &phone, err));
	if (other == 0)
		return CH_OK;
	/* A long list has many who share a name: of those who are only counted nothing is put into words. */
	if (import_findings_keep(people->findings))
		complete(people, &issue, other, phone == other, arena);
	import_issue_add(people->findings, &issue);
	return CH_OK;
}
