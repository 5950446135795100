#include "core/import/people_namesake.h"

#include "core/import/column_meaning.h"

enum ch_status people_namesake_tell(struct people_import *people, const struct person_row *row,
				    const struct ch_person *person, struct ch_arena *arena, struct ch_error *err)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = "name",
				     .value = person->name,
				     .reason = IMPORT_SAME_NAME};
	const struct near_name *near = NULL;
	int64_t other = 0, other_row;

	if (row->is_new)
		return CH_OK;
	TRY(people_known_namesake(&people->known, person, &other, err));
	if (other == 0)
		near = people_known_near(&people->known, person);
	if (near != NULL) {
		issue.reason = IMPORT_NEAR_NAME;
		other = near->id;
	}
	if (other == 0)
		return CH_OK;
	issue.column = import_columns_heading(people->columns, "name");
	other_row = people_known_row(&people->known, other);
	if (near != NULL && other_row != 0)
		issue.message =
			ch_arena_printf(arena, _("is much like %s in row %lld"), near->name, (long long)other_row);
	else if (near != NULL)
		issue.message = ch_arena_printf(arena, _("is much like %s, person %lld"), near->name, (long long)other);
	else if (other_row != 0)
		issue.message = ch_arena_printf(arena, _("is also the name in row %lld"), (long long)other_row);
	else
		issue.message = ch_arena_printf(arena, _("is also the name of person %lld"), (long long)other);
	issue.fix = _("they are two people unless you say otherwise; if they are one, give both rows the same address");
	if (other_row == 0) {
		issue.person_id = other;
		issue.fix = ch_arena_printf(arena,
					    _("they are two people unless you say otherwise; if they are one, "
					      "--mend '%lld:%s=%lld' says so, or the same address in the file"),
					    (long long)row->row, CH_IMPORT_MEND_PERSON, (long long)other);
	}
	import_issue_add(people->findings, &issue);
	return CH_OK;
}
