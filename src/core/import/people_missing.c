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

/* Who was expected and is not in the file: the first of them in `missing`, how many in *count. */
static enum ch_status find_missing(struct people_import *people, struct id_list *missing, int64_t *count,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_PEOPLE_EXPECTED);
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "batch_id", people->change->c->scheme->batch_id);
	stmt_bind_id(q, "programme_id", people->programme.programme_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int64_t id = stmt_id(q, "person_id");
		if (people_known_row(&people->known, id) == 0 && ++*count <= KEPT_MOST)
			id_list_add(missing, id);
	}
	stmt_reset(q);
	return status;
}

enum ch_status people_missing_note(struct people_import *people, struct ch_error *err)
{
	struct id_list kept = ID_LIST_EMPTY;
	int64_t missing = 0;

	if (people->known.others.count == 0 || (int64_t)people->known.others.count >= people->known.before)
		return CH_OK;
	enum ch_status status = find_missing(people, &kept, &missing, err);
	for (size_t i = 0; status == CH_OK && i < kept.count; i++)
		status = keep(people, kept.ids[i], err);
	id_list_release(&kept);
	if (status == CH_OK && missing > 0)
		import_notice_add(
			people->findings, IMPORT_TOPIC_ROWS,
			people->programme.programme_id == 0
				? _n("%lld person of the scheme is not in this file, and stays as they are "
				     "(`chiron report not-in-file`)",
				     "%lld people of the scheme are not in this file; they stay as they are "
				     "(`chiron report not-in-file`)",
				     missing)
				: _n("%lld person of the programme is not in this file, and stays as they are "
				     "(`chiron report not-in-file`)",
				     "%lld people of the programme are not in this file; they stay as they are "
				     "(`chiron report not-in-file`)",
				     missing),
			(long long)missing);
	return status;
}
