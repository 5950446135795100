/* What undo, history and the audit log keep of an erased person. */
#include <string.h>

#include "chiron/field.h"
#include "store/erase_private.h"

/* A row of the journal that says something of the person, or of a pairing of theirs: the field and its other end. */
static const char *end_of(const struct ch_field *field)
{
	static const char *const people[] = {"person_id", "guide_id", "learner_id", "wished_id"};

	if (field->type != CH_TYPE_ID)
		return NULL;
	if (field->refers_to == CH_PAIRING)
		return ERASE_PAIRINGS;
	if (field->refers_to == CH_SPELL)
		return "(SELECT spell_id FROM main.spell WHERE pairing_id IN " ERASE_PAIRINGS ")";
	if (field->refers_to == CH_PROPOSAL)
		return "(SELECT proposal_id FROM main.proposal WHERE guide_id = :person OR learner_id = :person)";
	for (size_t i = 0; field->refers_to == CH_PERSON && i < sizeof people / sizeof people[0]; i++)
		if (strcmp(field->key, people[i]) == 0)
			return "(:person)";
	return NULL;
}

/* The condition on rows of the journal. Who only recorded something is not what it is about. */
static const char *about_them(struct ch_arena *arena)
{
	const char *sql = "SELECT change_id FROM main.change WHERE entity = 'person' AND object_id = :person";

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		for (size_t i = 2; i < entity->field_count; i++) {
			const char *key = entity->fields[i].key, *end = end_of(&entity->fields[i]);
			if (end != NULL)
				sql = ch_arena_printf(arena,
						      "%s UNION ALL SELECT change_id FROM main.change"
						      " WHERE entity = '%s' AND ("
						      "CAST(json_extract(before, '$.%s') AS INTEGER) IN %s OR "
						      "CAST(json_extract(after, '$.%s') AS INTEGER) IN %s)",
						      sql, entity->name, key, end, key, end);
		}
	}
	return ch_arena_printf(arena, "change_id IN (%s)", sql);
}

enum ch_status erase_count_journal(const struct erase *erase, int64_t *rows, struct ch_error *err)
{
	const char *theirs = about_them(erase->arena);

	return erase_number(erase, ch_arena_printf(erase->arena, "SELECT count(*) FROM main.change WHERE %s", theirs),
			    rows, err);
}

/* ---- The journal, the steps, the audit log ---- */

/* Steps that did something to the person or a pairing of theirs: what they are called has the name in it. */
static const char *steps_about_them(const char *changes, struct ch_arena *arena)
{
	static const enum ch_entity_id kinds[] = {CH_SPELL,    CH_SESSION, CH_GOAL,	    CH_ACTION,	   CH_CHECKIN,
						  CH_FEEDBACK, CH_REFERRAL, CH_RELEASE,	    CH_INTRODUCTION,
						  CH_ASSESSMENT, CH_MANAGER_FEEDBACK};
	const char *sql = ch_arena_printf(arena,
					  "step_id IN (SELECT step FROM main.change WHERE %s)"
					  " OR (entity = 'person' AND object_id = :person)"
					  " OR (entity = 'pairing' AND object_id IN " ERASE_PAIRINGS ")",
					  changes);

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		const char *name = ch_entity_of(kinds[i])->name;
		sql = ch_arena_printf(arena,
				      "%s OR (entity = '%s' AND object_id IN (SELECT %s_id FROM main.%s"
				      " WHERE pairing_id IN " ERASE_PAIRINGS "))",
				      sql, name, name, name);
	}
	return sql;
}

static enum ch_status rename_steps(const struct erase *erase, const char *steps, struct ch_error *err)
{
	static const struct erase_column who = {.table = "step", .name = "who", .has_version = true};
	enum ch_status status = CH_OK;
	size_t count;

	for (size_t i = 0; status == CH_OK && i < erase->name_count; i++)
		status = erase_replace(erase, &who, &erase->names[i], steps, &count, err);
	return status;
}

/* As a number that the journal's row says, before or after. */
#define SAID(key) "CAST(json_extract(ifnull(before, after), '$." key "') AS INTEGER)"

/* What was written in pairs that were taken back: only the journal knows whose they were. */
static const char wording_of_pairs_gone[] =
	"DELETE FROM main.pair_text_aside WHERE spell_id IN (SELECT object_id FROM main.change WHERE entity = 'spell'"
	" AND " SAID("pairing_id") " IN (SELECT object_id FROM main.change WHERE entity = 'pairing'"
	" AND " SAID("learner_id") " = :person))";

enum ch_status erase_journal(const struct erase *erase, struct ch_error *err)
{
	const char *changes = about_them(erase->arena);
	const char *const runs[] = {
		wording_of_pairs_gone,
		ch_arena_printf(erase->arena,
				"UPDATE main.step SET final = ifnull(final, 'erased'), row_version = row_version + 1"
				" WHERE step_id IN (SELECT step FROM main.change WHERE %s)",
				changes),
		ch_arena_printf(erase->arena,
				"DELETE FROM main.audit_detail WHERE seq IN (SELECT step FROM main.change WHERE %s)"
				" OR seq IN (SELECT seq FROM main.audit WHERE entity = 'person'"
				" AND object_id = :person)",
				changes),
		ch_arena_printf(erase->arena, "DELETE FROM main.change WHERE %s", changes),
	};
	enum ch_status status = rename_steps(erase, steps_about_them(changes, erase->arena), err);

	for (size_t i = 0; status == CH_OK && i < sizeof runs / sizeof runs[0]; i++)
		status = erase_run(erase, runs[i], NULL, err);
	return status;
}

/* ---- Drafts ---- */

static bool says_any_name(const struct erase *erase, const char *text)
{
	for (size_t i = 0; i < erase->name_count; i++)
		if (erase_is_said(text, &erase->names[i]))
			return true;
	return false;
}

/* What was being written about them, by whomever. */
static enum ch_status delete_named_drafts(const struct erase *erase, struct ch_error *err)
{
	struct stmt *q = stmt_ready(erase->db, SQL_DRAFTS_OF_ALL);
	int64_t *named = NULL;
	size_t count = 0, room = 0;
	bool row = false;
	enum ch_status status;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		if (says_any_name(erase, stmt_text(q, "text"))) {
			named = ch_arena_room(erase->arena, named, count, &room, sizeof *named);
			named[count++] = stmt_id(q, "draft_id");
		}
	stmt_reset(q);
	for (size_t i = 0; status == CH_OK && i < count; i++)
		status = erase_run(erase,
				   ch_arena_printf(erase->arena, "DELETE FROM main.draft WHERE draft_id = %lld",
						   (long long)named[i]),
				   NULL, err);
	return status;
}

enum ch_status erase_drafts(const struct erase *erase, struct ch_error *err)
{
	enum ch_status status = erase_run(erase,
					  "DELETE FROM main.draft WHERE actor_id = :person"
					  " OR (form LIKE 'person.%' AND subject_id = :person)",
					  NULL, err);

	return status == CH_OK ? delete_named_drafts(erase, err) : status;
}
