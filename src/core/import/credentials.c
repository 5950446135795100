/* A row of credentials: training, a qualification or a check of somebody is found or made. */
#include <string.h>

#include "core/import/credential_row.h"
#include "core/import/pair_import.h"
#include "model/choices.h"
#include "store/record.h"

/* The credential that the row is: chiron's number; else by name and day. */
static enum ch_status find(struct pair_import *pairs, const struct pair_row *row, int64_t *id, struct ch_arena *arena,
			   struct ch_error *err)
{
	struct ch_credential known;
	struct ch_error missing = CH_NO_ERROR;

	if (row->credential_id != 0 &&
	    record_get(pairs->change->db, ch_entity_of(CH_CREDENTIAL), row->credential_id, arena, &known, &missing) ==
		    CH_OK &&
	    known.person_id == row->person_id) {
		*id = row->credential_id;
		return CH_OK;
	}
	return credential_find(pairs->change, row->person_id, (enum ch_credential_kind)row->kind, row->what,
			       row->awarded_on, id, err);
}

/* Rejects what no credential may be. */
static bool may_be(struct pair_import *pairs, struct pair_row *row, const struct ch_credential *credential,
		   struct ch_arena *arena)
{
	const char *wrong = credential_wrong(credential, arena);

	if (wrong != NULL)
		pair_issue(pairs, row, IMPORT_NOT_STORED, true, "what", row->what, wrong, _("correct the row"));
	return wrong == NULL;
}

static enum ch_status ask_near(struct pair_import *pairs, struct pair_row *row, struct ch_error *err)
{
	const char *question, *fix;

	TRY(credential_doubt(pairs->change, row->person_id, (enum ch_credential_kind)row->kind, row->what,
			     row->awarded_on, &question, &fix, err));
	if (question != NULL)
		pair_issue(pairs, row, IMPORT_NEAR_DATE, false, "what", row->what, question, fix);
	return CH_OK;
}

static enum ch_status save(struct pair_import *pairs, struct pair_row *row, int64_t id, struct ch_arena *arena,
			   struct ch_error *err)
{
	struct credential_row given = {.kind = (enum ch_credential_kind)row->kind};
	struct ch_credential credential, before;
	bool differs, apply;

	given.details.body = row->body;
	given.details.level = row->level;
	given.details.awarded_on = row->awarded_on;
	given.details.expires_on = row->expires_on;
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &credential);
	if (id != 0)
		TRY(record_get(pairs->change->db, ch_entity_of(CH_CREDENTIAL), id, arena, &credential, err));
	before = credential;
	differs = credential_take_details(&given, &credential);
	differs |= id != 0 && (credential.kind != row->kind || strcmp(credential.name, row->what) != 0);
	credential.person_id = row->person_id;
	credential.kind = row->kind;
	credential.name = row->what;
	if (!may_be(pairs, row, &credential, arena))
		return CH_OK;
	if (id == 0) {
		TRY(ask_near(pairs, row, err));
		TRY(change_insert(pairs->change, CH_CREDENTIAL, &credential, err));
		pairs->created++;
		row_map_set(&pairs->seen, credential.credential_id, row->row);
		return CH_OK;
	}
	pair_count_known(pairs, row, id, differs, &apply, arena);
	if (!apply)
		return CH_OK;
	TRY(pair_note_replaced(pairs, row, CH_CREDENTIAL, &before, &credential, arena, err));
	return change_update(pairs->change, CH_CREDENTIAL, &credential, err);
}

/* A course a column: all that the row says of the person is one row, new where anything of it is. */
static enum ch_status save_courses(struct pair_import *pairs, const struct pair_row *row, struct ch_arena *arena,
				   struct ch_error *err)
{
	struct credential_row *rows = ch_arena_array(arena, pairs->courses.count, sizeof(*rows));
	struct credential_outcome outcome = {.created = false};
	size_t count = credential_rows_read(&pairs->courses, pairs->columns, pairs->cells, arena, pairs->findings,
					    rows);

	for (size_t i = 0; i < count; i++)
		TRY(credential_row_apply(pairs->change, &rows[i], row->person_id, pairs->findings, &outcome, err));
	pairs->created += outcome.created;
	pairs->changed += outcome.changed && !outcome.created;
	pairs->same += !outcome.changed && !outcome.created;
	if (!outcome.changed && !outcome.created)
		import_same_add(&pairs->same_rows, row->row, 0);
	return CH_OK;
}

/* A list of people in which this one has none: nothing is said of any. */
static bool says_nothing(const struct pair_row *row)
{
	return row->what == NULL && row->kind == CH_NO_CREDENTIAL_KIND && row->level == NULL && row->body == NULL &&
	       row->awarded_on == CH_NO_DATE && row->expires_on == CH_NO_DATE;
}

enum ch_status credential_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				     struct ch_error *err)
{
	int64_t id;

	if (row->what == NULL && pairs->courses.count > 0)
		return save_courses(pairs, row, arena, err);
	if (says_nothing(row)) {
		pairs->skipped++;
		pairs->without++;
		return CH_OK;
	}
	if (row->what == NULL) {
		pair_issue(pairs, row, IMPORT_NOT_STORED, true, "what", NULL,
			   _("does not say what training, qualification or check it is"),
			   _("name it, or take the row out"));
		return CH_OK;
	}
	if (row->kind == CH_NO_CREDENTIAL_KIND) {
		row->kind = CH_CREDENTIAL_TRAINING;
		pair_issue(pairs, row, IMPORT_NOT_STORED, false, "kind", NULL,
			   _("says not of what kind it is, and counts as training"),
			   _("add a column Kind: training, qualification, reference or background check"));
	}
	TRY(find(pairs, row, &id, arena, err));
	return save(pairs, row, id, arena, err);
}
