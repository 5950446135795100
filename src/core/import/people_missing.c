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

static enum ch_status keep_missing(struct people_import *people, const struct id_list *expected, int64_t *missing,
				   struct ch_error *err)
{
	for (size_t i = 0; i < expected->count; i++) {
		if (people_known_row(&people->known, expected->ids[i]) != 0)
			continue;
		if (++*missing <= KEPT_MOST)
			TRY(keep(people, expected->ids[i], err));
	}
	return CH_OK;
}

enum ch_status people_missing_note(struct people_import *people, struct ch_error *err)
{
	struct id_list expected = ID_LIST_EMPTY;
	int64_t missing = 0;

	if (people->known.others.count == 0)
		return CH_OK;
	struct stmt *q = stmt_ready(people->change->db, SQL_PEOPLE_EXPECTED);
	stmt_bind_int(q, "batch_id", people->change->c->scheme->batch_id);
	stmt_bind_id(q, "programme_id", people->programme.programme_id);
	enum ch_status status = id_list_read(&expected, q, "person_id", err);
	if (status == CH_OK)
		status = keep_missing(people, &expected, &missing, err);
	id_list_release(&expected);
	if (status == CH_OK && missing > 0)
		import_notice_add(
			people->findings, IMPORT_TOPIC_ROWS,
			people->programme.programme_id == 0
				? _("%lld people of the scheme are not in this file; they stay as they are "
				    "(`chiron report not-in-file`)")
				: _("%lld people of the programme are not in this file; they stay as they are "
				    "(`chiron report not-in-file`)"),
			(long long)missing);
	return status;
}
