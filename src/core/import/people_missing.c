#include "core/import/people_missing.h"

#include "core/id_list.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

enum { KEPT_MOST = 10000 };

static enum ch_status keep(struct people_import *people, int64_t person_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_IMPORT_MISSING_INSERT);

	stmt_bind_int(q, "import_batch_id", people->change->c->scheme->batch_id);
	stmt_bind_int(q, "person_id", person_id);
	return stmt_run(q, NULL, err);
}

/* What the file is a list of: those who are here in another role alone are none of it. NULL: of people in any role. */
static const char *roles_of_file(const struct people_import *people, struct ch_arena *arena)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_PERSON), "roles");
	const char *list = NULL;

	for (int role = CH_ROLE_COACH; role <= CH_ROLE_MENTEE && !people->any_without_role; role++)
		if (people->roles & 1 << role)
			list = ch_arena_printf(arena, "%s%s\"%s\"", list == NULL ? "" : list, list == NULL ? "" : ",",
					       field->choices[role].code);
	return list == NULL ? NULL : ch_arena_printf(arena, "[%s]", list);
}

struct missing {
	struct id_list kept; /* the first of them */
	int64_t count, of_other_roles;
};

/* Who was expected and is not in the file. */
static enum ch_status find_missing(struct people_import *people, const char *roles, struct missing *missing,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_PEOPLE_EXPECTED);
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "batch_id", people->change->c->scheme->batch_id);
	stmt_bind_id(q, "programme_id", people->programme.programme_id);
	stmt_bind_text(q, "roles", roles);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int64_t id = stmt_id(q, "person_id");
		if (people_known_row(&people->known, id) != 0)
			continue;
		if (stmt_int(q, "of_roles") == 0)
			missing->of_other_roles++;
		else if (++missing->count <= KEPT_MOST)
			id_list_add(&missing->kept, id);
	}
	stmt_reset(q);
	return status;
}

static void tell(struct people_import *people, const struct missing *missing, struct ch_arena *arena)
{
	bool whole = people->programme.programme_id == 0;
	long long count = missing->count;
	const char *roles = "";

	if (missing->of_other_roles > 0)
		roles = ch_arena_printf(arena, _(" with a role of this file (%s)"),
					ch_roles_show(people->roles, arena));
	import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
			  whole ? _n("%lld person of the scheme%s is not in this file, and stays as they are "
				     "(`chiron report not-in-file`)",
				     "%lld people of the scheme%s are not in this file; they stay as they are "
				     "(`chiron report not-in-file`)",
				     count)
				: _n("%lld person of the programme%s is not in this file, and stays as they are "
				     "(`chiron report not-in-file`)",
				     "%lld people of the programme%s are not in this file; they stay as they are "
				     "(`chiron report not-in-file`)",
				     count),
			  count, roles);
}

enum ch_status people_missing_note(struct people_import *people, struct ch_error *err)
{
	struct missing missing = {.kept = ID_LIST_EMPTY};
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (people->known.others.count == 0 || (int64_t)people->known.others.count >= people->known.before)
		return CH_OK;
	enum ch_status status = find_missing(people, roles_of_file(people, &arena), &missing, err);
	for (size_t i = 0; status == CH_OK && i < missing.kept.count; i++)
		status = keep(people, missing.kept.ids[i], err);
	if (status == CH_OK && missing.count > 0)
		tell(people, &missing, &arena);
	id_list_release(&missing.kept);
	ch_arena_release(&arena);
	return status;
}
