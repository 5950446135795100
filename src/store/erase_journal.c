/* What undo, history and the audit log keep of an erased person. */
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/field.h"
#include "chiron/json.h"
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

/* ---- Names ---- */

enum { SHORTEST_PHONE = 7 };

static bool is_phone(const char *text)
{
	size_t digits = 0;

	for (; *text != '\0'; text++) {
		if (strchr("0123456789+-()/. ", *text) == NULL)
			return false;
		digits += *text >= '0' && *text <= '9';
	}
	return digits >= SHORTEST_PHONE;
}

/*
 * A name of one word is a word of the language, too, and what two people share says nothing of one of them: such a name
 * is taken out of what is the person's own alone.
 */
static enum ch_status find_out_telling(const struct erase *erase, struct erase_name *name, struct ch_error *err)
{
	struct stmt *q;

	name->telling = strchr(name->text, '@') != NULL || strchr(name->text, ' ') != NULL || is_phone(name->text);
	if (!name->telling)
		return CH_OK;
	q = stmt_ready(erase->db, SQL_HAS_THAT_NAME);
	stmt_bind_int(q, "person_id", erase->person_id);
	stmt_bind_text(q, "text", name->text);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);
	name->telling = !row;
	stmt_reset(q);
	return status;
}

/* As it stands in a text of JSON, which the journal and drafts keep: a quote in a nickname has a backslash there. */
static const char *within_json(const struct erase *erase, const char *text)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	const char *within;

	ch_json_string(&json, text);
	within = ch_arena_copy_bytes(erase->arena, out.text + 1, out.length - 2);
	ch_buffer_release(&out);
	return within;
}

static enum ch_status add_name(struct erase *erase, const char *text, struct ch_error *err)
{
	struct erase_name name = {0};

	if (text == NULL || *text == '\0')
		return CH_OK;
	name.text = ch_arena_copy(erase->arena, text);
	enum ch_status status = find_out_telling(erase, &name, err);
	const char *const forms[] = {within_json(erase, text), name.text};
	for (size_t i = strcmp(forms[0], forms[1]) == 0; i < sizeof forms / sizeof forms[0]; i++) {
		erase->names = ch_arena_room(erase->arena, erase->names, erase->name_count, &erase->name_room,
					     sizeof *erase->names);
		erase->names[erase->name_count++] =
			(struct erase_name){.text = forms[i], .telling = name.telling};
	}
	return status;
}

enum ch_status erase_read_names(struct erase *erase, struct ch_error *err)
{
	struct stmt *q = stmt_new(erase->db,
				  "SELECT value AS text FROM ("
				  "SELECT name AS value FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT sort_name FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT email FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT email_key FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT phone FROM main.person WHERE person_id = :person"
				  " UNION ALL SELECT first_name || ' ' || last_name FROM main.person"
				  " WHERE person_id = :person"
				  " UNION ALL SELECT j.value FROM main.change c, json_each(ifnull(c.before, c.after)) j"
				  " WHERE c.entity = 'person' AND c.object_id = :person"
				  " AND j.key IN ('name', 'sort_name', 'email', 'email_key', 'phone'))"
				  " WHERE value IS NOT NULL GROUP BY value ORDER BY length(value) DESC");
	bool row = false;
	enum ch_status status;

	erase->names = NULL;
	erase->name_count = erase->name_room = 0;
	erase_bind(erase, q);
	do {
		status = stmt_step(q, &row, err);
		if (status == CH_OK && row)
			status = add_name(erase, stmt_text(q, "text"), err);
	} while (status == CH_OK && row);
	stmt_free(q);
	return status;
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
		status = erase_replace(erase, &who, erase->names[i].text, steps, &count, err);
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
		if (erase_is_said(text, erase->names[i].text))
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
